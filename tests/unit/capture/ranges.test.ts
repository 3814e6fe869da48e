import { carryRanges, spanAt, stretchesOf } from '#renderer/features/capture/ranges.ts';
import type { ReadItem } from '#contract/capture';
import { describe, expect, it } from 'vitest';

const item = (from: number, to: number, spans: ReadItem['spans'] = []): ReadItem => ({
  kind: 'task',
  place: 'tasks',
  title: 'x',
  words: 'Task',
  note: null,
  from,
  to,
  confidence: 1,
  tags: [],
  people: [],
  spans,
});

describe('ranges of a text that is edited', () => {
  it('move along behind the edit and stay before it', () => {
    const ranges = [
      { from: 0, to: 4 },
      { from: 9, to: 13 },
    ];
    expect(carryRanges(ranges, 'call mum fri1', 'call my mum fri1')).toEqual([
      { from: 0, to: 4 },
      { from: 12, to: 16 },
    ]);
  });

  it('grow and shrink with an edit inside them', () => {
    expect(carryRanges([{ from: 0, to: 8 }], 'call mum', 'call a mum')).toEqual([{ from: 0, to: 10 }]);
    expect(carryRanges([{ from: 0, to: 8 }], 'call mum', 'cmum')).toEqual([{ from: 0, to: 4 }]);
  });

  it('do not grow at their end', () => {
    expect(carryRanges([{ from: 0, to: 3 }], 'fri', 'friend')).toEqual([{ from: 0, to: 3 }]);
  });

  it('go when the edit cuts into them or takes them away', () => {
    expect(carryRanges([{ from: 5, to: 8 }], 'call mum', 'call')).toEqual([]);
    expect(carryRanges([{ from: 3, to: 6 }], 'abcdefgh', 'abXXfgh')).toEqual([]);
    expect(carryRanges([{ from: 0, to: 8 }], 'call mum', '')).toEqual([]);
  });
});

describe('the drawing of a text', () => {
  it('is the text, cut at items and their spans', () => {
    const text = 'call mum fri, x';
    const stretches = stretchesOf(text, [item(0, 12, [{ from: 9, to: 12, role: 'date' }])]);
    expect(stretches.map((one) => [one.item !== null, ...one.parts.map((part) => part.text)])).toEqual([
      [true, 'call mum ', 'fri'],
      [false, ', x'],
    ]);
    expect(stretches.flatMap((one) => one.parts.map((part) => part.text)).join('')).toBe(text);
  });

  it('leaves out items that no longer lie in the text', () => {
    expect(stretchesOf('call', [item(0, 12)]).map((one) => one.item)).toEqual([null]);
  });
});

it('finds what was understood at the caret, its end included', () => {
  const items = [item(0, 12, [{ from: 9, to: 12, role: 'date' }])];
  expect(spanAt(items, 12)).toMatchObject({ from: 9, to: 12 });
  expect(spanAt(items, 8)).toBeUndefined();
});
