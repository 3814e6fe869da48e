/** How the cells of a column stand. */
export type Alignment = 'start' | 'center' | 'end' | 'none';

/** Where a cell's words are within the text of its row. */
export interface CellSpan {
  readonly from: number;
  readonly to: number;
}

/** The cells of a row; a bar with a backslash before it is a character like any other. */
export function cellsOf(row: string): readonly CellSpan[] {
  const bars: number[] = [];
  for (let at = 0; at < row.length; at += 1) {
    if (row[at] === '\\') at += 1;
    else if (row[at] === '|') bars.push(at);
  }
  const edges = [...bars];
  if (row.slice(0, bars[0] ?? 0).trim() !== '' || bars.length === 0) edges.unshift(-1);
  if (row.slice((bars.at(-1) ?? -1) + 1).trim() !== '') edges.push(row.length);
  return edges.slice(1).map((edge, index) => {
    const from = edges[index]! + 1;
    const text = row.slice(from, edge);
    const lead = text.length - text.trimStart().length;
    return text.trim() === ''
      ? { from: Math.min(from + 1, edge), to: Math.min(from + 1, edge) }
      : { from: from + lead, to: from + lead + text.trim().length };
  });
}

/** The columns' alignments as the row below the head tells them; null when the row is not such a one. */
export function alignmentsOf(row: string): readonly Alignment[] | null {
  const cells = cellsOf(row).map(({ from, to }) => row.slice(from, to));
  if (cells.length === 0 || !cells.every((cell) => /^:?-+:?$/.test(cell))) return null;
  return cells.map((cell) => {
    if (cell.startsWith(':')) return cell.endsWith(':') ? 'center' : 'start';
    return cell.endsWith(':') ? 'end' : 'none';
  });
}

/** A table without its bars: the words of each row, the head first. */
export interface TableText {
  readonly rows: readonly (readonly string[])[];
  readonly alignments: readonly Alignment[];
}

/** Reads the lines of a Markdown table; null when they are none. */
export function readTable(lines: readonly string[]): TableText | null {
  const alignments = alignmentsOf(lines[1] ?? '');
  if (alignments === null || lines.length < 2) return null;
  const rows = lines.flatMap((line, index) =>
    index === 1 ? [] : [cellsOf(line).map(({ from, to }) => line.slice(from, to))],
  );
  return { rows, alignments };
}

/** A table's lines with its bars one below the other, and where each cell's words begin in its line. */
export interface WrittenTable {
  readonly lines: readonly string[];
  /** @param row 0 for the head @returns the line's number and the span of the words in it */
  cell(row: number, column: number): CellSpan & { readonly line: number };
}

export function writeTable({ rows, alignments }: TableText): WrittenTable {
  const columns = Math.max(1, alignments.length, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(3, ...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const offsets = (row: readonly string[]): CellSpan[] => {
    let at = 0;
    return widths.map((width, column) => {
      const words = row[column] ?? '';
      const spare = width - widthOf(words);
      const lead = leadOf(alignments[column] ?? 'none', spare);
      const from = at + 2 + lead;
      at += 3 + words.length + spare;
      return { from, to: from + words.length };
    });
  };
  const line = (row: readonly string[]): string =>
    `${widths
      .map((width, column) => {
        const words = row[column] ?? '';
        const spare = width - widthOf(words);
        const lead = leadOf(alignments[column] ?? 'none', spare);
        return `| ${' '.repeat(lead)}${words}${' '.repeat(spare - lead)} `;
      })
      .join('')}|`;
  const rule = `${widths.map((width, column) => `| ${ruleOf(alignments[column] ?? 'none', width)} `).join('')}|`;
  const [head = [], ...body] = rows;
  return {
    lines: [line(head), rule, ...body.map(line)],
    cell: (row, column) => ({ line: row === 0 ? 0 : row + 1, ...offsets(rows[row] ?? [])[column]! }),
  };
}

function leadOf(alignment: Alignment, spare: number): number {
  if (alignment === 'end') return spare;
  return alignment === 'center' ? Math.floor(spare / 2) : 0;
}

function ruleOf(alignment: Alignment, width: number): string {
  const start = alignment === 'start' || alignment === 'center' ? ':' : '';
  const end = alignment === 'end' || alignment === 'center' ? ':' : '';
  return `${start}${'-'.repeat(width - start.length - end.length)}${end}`;
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many columns of a monospaced face a text takes. */
function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}
