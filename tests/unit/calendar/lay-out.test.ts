import { inRows, sideBySide } from '#renderer/features/calendar/lay-out.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const HOUR = 3_600_000;
const thing = (name: string, from: number, to: number) => ({ name, startMs: from * HOUR, endMs: to * HOUR });
const laidOut = (things: readonly ReturnType<typeof thing>[]): Record<string, string> =>
  Object.fromEntries(
    [...sideBySide(things)].map(([one, share]) => [one.name, `${share.column}+${share.span}/${share.columns}`]),
  );

describe('things that overlap', () => {
  it('stand side by side; things that only meet do not', () => {
    expect(laidOut([thing('a', 9, 10), thing('b', 10, 11)])).toEqual({ a: '0+1/1', b: '0+1/1' });
    expect(laidOut([thing('a', 9, 11), thing('b', 10, 12)])).toEqual({ a: '0+1/2', b: '1+1/2' });
  });

  it('take the first free column, and the width to the right as far as it is free', () => {
    // a 9-12 | b 9-10, then d 10-12 | c 9-10
    expect(laidOut([thing('a', 9, 12), thing('b', 9, 10), thing('c', 9, 10), thing('d', 10, 12)])).toEqual({
      a: '0+1/3',
      b: '1+1/3',
      c: '2+1/3',
      d: '1+2/3',
    });
  });

  it('count for a quarter of an hour even when they are shorter', () => {
    expect(laidOut([thing('a', 9, 9.01), thing('b', 9.1, 9.5)])).toEqual({ a: '0+1/2', b: '1+1/2' });
  });

  it('never cover each other', () => {
    const any = fc.record({ from: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (list) => {
        const things = list.map(({ from, length }, index) => thing(String(index), from / 2, (from + length) / 2));
        const shares = sideBySide(things);
        expect(shares.size).toBe(things.length);
        for (const one of things)
          for (const other of things) {
            if (one === other || one.startMs >= other.endMs || other.startMs >= one.endMs) continue;
            const [a, b] = [shares.get(one)!, shares.get(other)!];
            expect(a.columns).toBe(b.columns);
            expect(a.column + a.span <= b.column || b.column + b.span <= a.column).toBe(true);
          }
      }),
    );
  });
});

it('puts bars into the first row with room', () => {
  const bars = inRows([
    { item: 'trip', fromDay: 0, toDay: 6 },
    { item: 'fair', fromDay: 1, toDay: 2 },
    { item: 'visit', fromDay: 3, toDay: 3 },
    { item: 'week', fromDay: 0, toDay: 0 },
  ]);
  expect(bars.map(({ item, row }) => `${item} ${row}`)).toEqual(['trip 0', 'week 1', 'fair 1', 'visit 1']);
});
