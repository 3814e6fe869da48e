import { syntaxTree } from '@codemirror/language';
import type { EditorState, Line } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

/** The parts of a list item's first line: `  - [ ] words` is indentation, marker, task box, content. */
export interface ItemStart {
  readonly line: Line;
  /** Where the indentation begins: the start of the line, or the end of the quote marks before it. */
  readonly from: number;
  readonly markFrom: number;
  readonly markTo: number;
  /** `[ ]` or `[x]`; absent on a plain item. */
  readonly task?: { readonly from: number; readonly to: number; readonly isDone: boolean };
  /** Where the words begin. */
  readonly contentFrom: number;
  readonly isOrdered: boolean;
}

/** Reads the first line of a `ListItem` node; null while the tree lags behind the text. */
export function readItemStart(state: EditorState, item: SyntaxNode): ItemStart | null {
  const mark = item.getChild('ListMark');
  if (mark === null || mark.to > state.doc.length) return null;
  const line = state.doc.lineAt(mark.from);
  let from = mark.from;
  while (from > line.from && isBlank(line.text.charAt(from - line.from - 1))) from -= 1;
  // The one space behind a quote mark belongs to the quote.
  if (from > line.from && from < mark.from) from += 1;
  const box = item.getChild('Task')?.getChild('TaskMarker') ?? null;
  const task =
    box !== null && box.to <= line.to
      ? { from: box.from, to: box.to, isDone: /x/i.test(line.text.charAt(box.from + 1 - line.from)) }
      : undefined;
  let contentFrom = task?.to ?? mark.to;
  if (contentFrom < line.to && isBlank(line.text.charAt(contentFrom - line.from))) contentFrom += 1;
  return {
    line,
    from,
    markFrom: mark.from,
    markTo: mark.to,
    ...(task !== undefined && { task }),
    contentFrom,
    isOrdered: item.parent?.name === 'OrderedList',
  };
}

/** The innermost list item whose text holds `pos`; null outside lists and inside code. */
export function itemAt(state: EditorState, pos: number): SyntaxNode | null {
  const line = state.doc.lineAt(pos);
  const tree = syntaxTree(state);
  // At the end of an item its node has ended too, and at the start of its line none has begun: look from inside.
  const inside = Math.min(line.to, Math.max(pos, line.from + (/^[\s>]*/.exec(line.text)?.[0].length ?? 0) + 1));
  for (let node: SyntaxNode | null = tree.resolveInner(inside, -1); node !== null; node = node.parent) {
    if (node.name === 'FencedCode' || node.name === 'CodeBlock') return null;
    if (node.name === 'ListItem') return node;
  }
  return null;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}
