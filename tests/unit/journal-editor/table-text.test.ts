import { alignmentsOf, cellsOf, readTable, writeTable } from '#renderer/features/journal/editor/table-text.ts';
import { describe, expect, it } from 'vitest';

const words = (row: string): string[] => cellsOf(row).map(({ from, to }) => row.slice(from, to));

describe('the cells of a row', () => {
  it('stand between bars, with and without one at the ends', () => {
    expect(words('| a | b c |')).toEqual(['a', 'b c']);
    expect(words('a | b')).toEqual(['a', 'b']);
    expect(words('|  | b |')).toEqual(['', 'b']);
    expect(words('plain')).toEqual(['plain']);
  });

  it('may hold a bar with a backslash before it', () => {
    expect(words('| a \\| b | c |')).toEqual(['a \\| b', 'c']);
  });
});

describe('a table', () => {
  it('reads alignments from the row below its head', () => {
    expect(alignmentsOf('|:--|:-:|--:|---|')).toEqual(['start', 'center', 'end', 'none']);
    expect(alignmentsOf('| a | b |')).toBeNull();
  });

  it('is written with its bars in line, also with wide letters', () => {
    const table = readTable(['|a|b|', '|:-|-:|', '|long words|1|', '|日本|22|']);
    expect(writeTable(table!).lines).toEqual([
      '| a          |   b |',
      '| :--------- | --: |',
      '| long words |   1 |',
      '| 日本       |  22 |',
    ]);
  });

  it('written twice stays the same', () => {
    const lines = ['| a | b |', '| --- | :-: |', '| 1 |', '| 2 | 3 | 4 |'];
    const once = writeTable(readTable(lines)!).lines;
    expect(writeTable(readTable(once)!).lines).toEqual(once);
  });

  it('tells where the words of a cell are', () => {
    const written = writeTable({
      rows: [
        ['a', 'b'],
        ['x', 'yy'],
      ],
      alignments: ['none', 'end'],
    });
    const { line, from, to } = written.cell(1, 1);
    expect(written.lines[line]!.slice(from, to)).toBe('yy');
    expect(written.cell(0, 0)).toEqual({ line: 0, from: 2, to: 3 });
  });

  it('is none without a row below its head', () => {
    expect(readTable(['| a | b |'])).toBeNull();
    expect(readTable(['| a | b |', '| 1 | 2 |'])).toBeNull();
  });
});
