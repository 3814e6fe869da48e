import { describe, expect, it } from 'vitest';

import { fitMarks } from '#renderer/features/journal/editor/fit-marks.ts';

const marks = [
  { id: 'a', from: 0, to: 3 },
  { id: 'b', from: 8, to: 13 },
];

describe('fitMarks', () => {
  it('keeps marks of an unchanged text', () => {
    expect(fitMarks(marks, 'One two three', 'One two three')).toEqual(marks);
  });

  it('moves what lies behind a change along', () => {
    expect(fitMarks(marks, 'One two three', 'One two and three')).toEqual([
      { id: 'a', from: 0, to: 3 },
      { id: 'b', from: 12, to: 17 },
    ]);
    expect(fitMarks(marks, 'One two three', 'One three')).toEqual([
      { id: 'a', from: 0, to: 3 },
      { id: 'b', from: 4, to: 9 },
    ]);
  });

  it('drops what the change touches', () => {
    expect(fitMarks(marks, 'One two three', 'One two thrXee')).toEqual([{ id: 'a', from: 0, to: 3 }]);
  });

  it('drops marks that lie outside their text or are empty', () => {
    expect(
      fitMarks(
        [
          { from: 2, to: 2 },
          { from: 1, to: 9 },
        ],
        'abc',
        'abc',
      ),
    ).toEqual([]);
    expect(fitMarks([{ from: 1, to: 9 }], 'abc', 'abcd')).toEqual([]);
  });
});
