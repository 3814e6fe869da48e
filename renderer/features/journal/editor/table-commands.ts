import { syntaxTree } from '@codemirror/language';
import { EditorSelection } from '@codemirror/state';
import type { EditorState, StateCommand } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import { cellsOf, readTable, writeTable } from './table-text.ts';
import type { TableText } from './table-text.ts';

/** A table of the page and the cell the cursor is in. */
interface TablePlace {
  readonly from: number;
  readonly to: number;
  readonly table: TableText;
  /** 0 is the head. */
  readonly row: number;
  readonly column: number;
}

/** The table around `pos`; only one that stands by itself, not in a list or a quote. */
export function tableNodeAt(state: EditorState, pos: number): SyntaxNode | null {
  for (const side of [-1, 1] as const) {
    for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(pos, side); node !== null; node = node.parent)
      if (node.name === 'Table') return node.parent?.name === 'Document' ? node : null;
  }
  return null;
}

function placeOf(state: EditorState): TablePlace | null {
  const { head } = state.selection.main;
  const node = tableNodeAt(state, head);
  if (node === null) return null;
  const [first, last] = [state.doc.lineAt(node.from), state.doc.lineAt(node.to)];
  const lines = Array.from(
    { length: last.number - first.number + 1 },
    (_, at) => state.doc.line(first.number + at).text,
  );
  const table = readTable(lines);
  if (table === null) return null;
  const line = state.doc.lineAt(head);
  const at = head - line.from;
  const cells = cellsOf(line.text);
  const column = Math.max(
    0,
    cells.findLastIndex(({ from }) => from <= at),
  );
  const number = line.number - first.number;
  return { from: first.from, to: last.to, table, row: number <= 1 ? 0 : number - 1, column };
}

/** Writes the table anew with its bars in line, the cursor in a cell of it. */
function goToCell(
  { state, dispatch }: Parameters<StateCommand>[0],
  place: TablePlace,
  table: TableText,
  row: number,
  column: number,
): boolean {
  const written = writeTable(table);
  const text = written.lines.join(state.lineBreak);
  const cell = written.cell(row, column);
  const lineStart = written.lines.slice(0, cell.line).reduce((sum, line) => sum + line.length + 1, 0);
  dispatch(
    state.update({
      changes: { from: place.from, to: place.to, insert: state.toText(text) },
      selection: EditorSelection.range(place.from + lineStart + cell.from, place.from + lineStart + cell.to),
      userEvent: 'input.table',
      scrollIntoView: true,
    }),
  );
  return true;
}

const emptyRow = (table: TableText): string[] => table.alignments.map(() => '');

/** Tab in a table: the next cell, and after the last one a new row. */
export const nextCell: StateCommand = (target) => {
  const place = target.state.readOnly ? null : placeOf(target.state);
  if (place === null) return false;
  const { table, row, column } = place;
  const columns = table.alignments.length;
  if (column + 1 < columns) return goToCell(target, place, table, row, column + 1);
  const rows = row + 1 < table.rows.length ? table.rows : [...table.rows, emptyRow(table)];
  return goToCell(target, place, { ...table, rows }, row + 1, 0);
};

/** Shift+Tab in a table: the cell before. */
export const previousCell: StateCommand = (target) => {
  const place = target.state.readOnly ? null : placeOf(target.state);
  if (place === null) return false;
  const { table, row, column } = place;
  if (column > 0) return goToCell(target, place, table, row, Math.min(column, table.alignments.length) - 1);
  if (row > 0) return goToCell(target, place, table, row - 1, table.alignments.length - 1);
  return goToCell(target, place, table, 0, 0);
};

/** Enter in a table: the cell below; below the last row a new one, and below an empty one out of the table. */
export const nextRow: StateCommand = (target) => {
  const { state, dispatch } = target;
  const place =
    state.readOnly || (!state.selection.main.empty && tableNodeAt(state, state.selection.main.anchor) === null)
      ? null
      : placeOf(state);
  if (place === null) return false;
  const { table, row } = place;
  const column = Math.min(place.column, table.alignments.length - 1);
  if (row + 1 < table.rows.length) return goToCell(target, place, table, row + 1, column);
  if (row > 0 && table.rows[row]!.every((cell) => cell === '')) {
    const text = writeTable({ ...table, rows: table.rows.slice(0, -1) }).lines.join(state.lineBreak);
    const insert = state.toText(`${text}${state.lineBreak}${state.lineBreak}`);
    dispatch(
      state.update({
        changes: { from: place.from, to: place.to, insert },
        selection: { anchor: place.from + insert.length },
        userEvent: 'input.table',
        scrollIntoView: true,
      }),
    );
    return true;
  }
  return goToCell(target, place, { ...table, rows: [...table.rows, emptyRow(table)] }, row + 1, column);
};

/** An empty table of two columns, its first cell in hand. */
export const insertTable: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const { from, to } = state.selection.main;
  const line = state.doc.lineAt(from);
  const before = line.text.trim() === '' || from === line.from ? '' : `${state.lineBreak}${state.lineBreak}`;
  const { lines } = writeTable({
    rows: [
      ['', ''],
      ['', ''],
    ],
    alignments: ['none', 'none'],
  });
  const insert = state.toText(`${before}${lines.join(state.lineBreak)}${state.lineBreak}`);
  const start = from + state.toText(before).length;
  dispatch(
    state.update({
      changes: { from, to, insert },
      selection: { anchor: start + 2 },
      userEvent: 'input.table',
      scrollIntoView: true,
    }),
  );
  return true;
};
