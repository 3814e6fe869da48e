import { insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown';
import { insertNewlineKeepIndent } from '@codemirror/commands';
import { EditorSelection } from '@codemirror/state';
import type { ChangeSpec, EditorState, StateCommand } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import { itemAt, readItemStart } from './list-items.ts';

const continueMarkup = insertNewlineContinueMarkupCommand({ nonTightLists: false });

/** Enter: carries lists, tasks and quotes on, ends them on an empty item, and otherwise just breaks the line. */
export const breakLine: StateCommand = (target) => continueMarkup(target) || insertNewlineKeepIndent(target);

/** Tab in a list: the item becomes a child of the one before it. False outside lists, so that Tab leaves the editor. */
export const indentItem: StateCommand = (target) => moveItems(target, (state, item) => childIndent(state, item));

/** Shift+Tab in a list: the item moves out to its parent's level. False outside lists. */
export const outdentItem: StateCommand = (target) => moveItems(target, (state, item) => -parentIndent(state, item));

/** Home: the start of an item's words first, and only then the start of its line. */
export function contentStart(extend: boolean): StateCommand {
  return ({ state, dispatch }) => {
    const { main } = state.selection;
    const item = itemAt(state, main.head);
    const start = item === null ? null : readItemStart(state, item);
    if (start === null || start.line.number !== state.doc.lineAt(main.head).number) return false;
    if (main.head <= start.contentFrom) return false;
    const head = start.contentFrom;
    const selection = extend ? EditorSelection.single(main.anchor, head) : EditorSelection.single(head);
    dispatch(state.update({ selection, scrollIntoView: true, userEvent: 'select' }));
    return true;
  };
}

type Move = (state: EditorState, item: SyntaxNode) => number;

function moveItems({ state, dispatch }: Parameters<StateCommand>[0], move: Move): boolean {
  const { from, to } = state.selection.main;
  const items = topItems(state, from, to);
  if (items.length === 0) return false;
  if (state.readOnly) return true;
  const changes: ChangeSpec[] = [];
  let columns: number | undefined;
  for (const item of items) {
    // A run of brothers moves together, by what the first of them may move.
    columns ??= move(state, item);
    if (columns !== 0) changes.push(...shiftLines(state, item, columns));
  }
  if (changes.length > 0) dispatch(state.update({ changes, userEvent: 'input.indent', scrollIntoView: true }));
  return true;
}

/** The items the selection touches, without those that lie inside another of them. */
function topItems(state: EditorState, from: number, to: number): readonly SyntaxNode[] {
  const items: SyntaxNode[] = [];
  for (let pos = from; ;) {
    const line = state.doc.lineAt(pos);
    const item = itemAt(state, Math.max(pos, line.from));
    const last = items.at(-1);
    if (item !== null && (last === undefined || item.from >= last.to)) items.push(item);
    if (line.to >= to) return items;
    pos = line.to + 1;
  }
}

function childIndent(state: EditorState, item: SyntaxNode): number {
  let before = item.prevSibling;
  // In a quote the marks of its lines stand between the items.
  while (before !== null && before.name !== 'ListItem') before = before.prevSibling;
  if (before === null) return 0;
  const [above, own] = [readItemStart(state, before), readItemStart(state, item)];
  if (above === null || own === null) return 0;
  // Content begins one space behind the marker; a task's box is content.
  return above.markTo + 1 - above.line.from - (own.markFrom - own.line.from);
}

function parentIndent(state: EditorState, item: SyntaxNode): number {
  const parent = item.parent?.parent;
  if (parent?.name !== 'ListItem') return 0;
  const [outer, own] = [readItemStart(state, parent), readItemStart(state, item)];
  return outer === null || own === null ? 0 : own.markFrom - own.line.from - (outer.markFrom - outer.line.from);
}

function shiftLines(state: EditorState, item: SyntaxNode, columns: number): readonly ChangeSpec[] {
  const start = readItemStart(state, item);
  if (start === null) return [];
  const lead = start.from - start.line.from;
  const changes: ChangeSpec[] = [];
  for (let line = start.line; ; line = state.doc.line(line.number + 1)) {
    const at = Math.min(line.to, line.from + lead);
    const blank = /^[ \t]*/.exec(state.sliceDoc(at, line.to))?.[0] ?? '';
    if (columns > 0 && at + blank.length < line.to) changes.push({ from: at, insert: ' '.repeat(columns) });
    if (columns < 0) changes.push({ from: at, to: at + leadingWidth(blank, -columns) });
    if (line.to >= item.to || line.number === state.doc.lines) return changes;
  }
}

/** How many characters of indentation make up `columns`; a tab stands for four. */
function leadingWidth(blank: string, columns: number): number {
  let width = 0;
  let length = 0;
  while (length < blank.length && width < columns) {
    width += blank.charAt(length) === '\t' ? 4 : 1;
    length += 1;
  }
  return length;
}
