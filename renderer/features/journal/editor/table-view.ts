import { syntaxTree } from '@codemirror/language';
import { StateEffect, StateField } from '@codemirror/state';
import type { EditorState, Extension, Range } from '@codemirror/state';
import { Decoration, EditorView, WidgetType } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';
import type { SyntaxNode } from '@lezer/common';

import { currentMatch } from './find.ts';
import { appendInline } from './inline-dom.ts';
import { alignmentsOf } from './table-text.ts';

/** A Markdown table as a table. */
class TableWidget extends WidgetType {
  readonly #state: EditorState;
  readonly #node: SyntaxNode;
  readonly #text: string;

  constructor(state: EditorState, node: SyntaxNode) {
    super();
    this.#state = state;
    this.#node = node;
    this.#text = state.sliceDoc(node.from, node.to);
  }

  override eq(other: TableWidget): boolean {
    return other.#text === this.#text;
  }

  override get estimatedHeight(): number {
    return (this.#text.split('\n').length - 1) * 34;
  }

  override toDOM(view: EditorView): HTMLElement {
    const frame = document.createElement('div');
    frame.className = 'cm-table-frame';
    const table = document.createElement('table');
    const rule = this.#node.getChild('TableDelimiter');
    const alignments = rule === null ? [] : (alignmentsOf(this.#state.sliceDoc(rule.from, rule.to)) ?? []);
    for (let row = this.#node.firstChild; row !== null; row = row.nextSibling) {
      if (row.name !== 'TableHeader' && row.name !== 'TableRow') continue;
      const section = table.appendChild(document.createElement(row.name === 'TableHeader' ? 'thead' : 'tbody'));
      section.append(this.#row(row, alignments));
    }
    frame.append(table);
    frame.addEventListener('mousedown', (event) => {
      if (event.button !== 0 || view.state.readOnly || !(event.target instanceof Element)) return;
      const offset = Number(event.target.closest<HTMLElement>('th, td')?.dataset['at'] ?? 0);
      event.preventDefault();
      view.dispatch({ selection: { anchor: view.posAtDOM(frame) + offset } });
      view.focus();
    });
    return frame;
  }

  #row(row: SyntaxNode, alignments: readonly string[]): HTMLElement {
    const line = document.createElement('tr');
    const spans = cellsBetweenBars(row);
    for (const [column, { cell, from }] of spans.slice(0, Math.max(alignments.length, 1)).entries()) {
      const box = document.createElement(row.name === 'TableHeader' ? 'th' : 'td');
      const alignment = alignments[column] ?? 'none';
      if (alignment !== 'none') box.className = `cm-align-${alignment}`;
      box.dir = 'auto';
      box.dataset['at'] = String((cell?.to ?? from) - this.#node.from);
      if (cell !== null) appendInline(box, this.#state, cell);
      line.append(box);
    }
    return line;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/** The cells of a row in their columns: an empty one has no node of its own, only bars around it. */
function cellsBetweenBars(row: SyntaxNode): { readonly cell: SyntaxNode | null; readonly from: number }[] {
  const cells: { cell: SyntaxNode | null; from: number }[] = [];
  let isFilled = true;
  for (let child = row.firstChild; child !== null; child = child.nextSibling) {
    if (child.name === 'TableCell') {
      cells.push({ cell: child, from: child.from });
      isFilled = true;
    } else if (child.name === 'TableDelimiter') {
      if (!isFilled) cells.push({ cell: null, from: child.from - 1 });
      isFilled = false;
    }
  }
  return cells;
}

const setFocused = StateEffect.define<boolean>();

interface Tables {
  readonly isFocused: boolean;
  readonly drawn: DecorationSet;
}

/** Tables are drawn while the cursor is elsewhere. Blocks of lines can't be replaced by a view plugin: hence the field. */
const tablesField = StateField.define<Tables>({
  create: (state) => ({ isFocused: false, drawn: draw(state, false) }),
  update(tables, transaction) {
    const { state } = transaction;
    let { isFocused } = tables;
    for (const effect of transaction.effects) if (effect.is(setFocused)) isFocused = effect.value;
    const isStale =
      transaction.docChanged ||
      isFocused !== tables.isFocused ||
      (isFocused && transaction.selection !== undefined) ||
      currentMatch(transaction.startState) !== currentMatch(state) ||
      transaction.startState.readOnly !== state.readOnly ||
      syntaxTree(transaction.startState) !== syntaxTree(state);
    return isStale ? { isFocused, drawn: draw(state, isFocused) } : tables;
  },
  provide: (field) => EditorView.decorations.from(field, ({ drawn }) => drawn),
});

/** Only the top of the tree is walked: some thousand blocks in the longest of entries. */
function draw(state: EditorState, isFocused: boolean): DecorationSet {
  const { from, to } = state.selection.main;
  const found = currentMatch(state);
  const ranges: Range<Decoration>[] = [];
  for (let node = syntaxTree(state).topNode.firstChild; node !== null; node = node.nextSibling) {
    if (node.name !== 'Table' || node.to > state.doc.length) continue;
    const isTouched = isFocused && !state.readOnly && from <= node.to && to >= node.from;
    const isFound = found !== null && found.from <= node.to && found.to >= node.from;
    if (isTouched || isFound) continue;
    ranges.push(Decoration.replace({ widget: new TableWidget(state, node), block: true }).range(node.from, node.to));
  }
  return Decoration.set(ranges);
}

export const tableView: Extension = [
  tablesField,
  EditorView.focusChangeEffect.of((_state, isFocusing) => setFocused.of(isFocusing)),
];
