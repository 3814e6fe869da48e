import { capped, inRows } from '#renderer/features/calendar/lay-out.ts';
import { monthWeeksOf } from '#renderer/features/calendar/month-bars.ts';
import type { Thing } from '#renderer/features/calendar/things.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DAY = 86_400_000;
const starts = Array.from({ length: 15 }, (_, index) => index * DAY);
const thing = (key: string, from: number, to: number): Thing => ({
  kind: 'draft',
  key,
  title: key,
  startMs: from * DAY,
  endMs: to * DAY,
});
const told = (things: readonly Thing[], most: number): string[] =>
  monthWeeksOf(things, starts, most).map(
    ({ bars, hidden }) =>
      `${bars.map((bar) => `${bar.item.key} ${bar.fromDay}-${bar.toDay} r${bar.row}`).join(', ')} | ${hidden.join('')}`,
  );

describe('a month', () => {
  it('cuts what lasts over the end of a week, and puts days above hours', () => {
    expect(told([thing('hour', 1.4, 1.5), thing('trip', 1, 9)], 4)).toEqual([
      'trip 1-6 r0, hour 1-1 r1 | 0000000',
      'trip 0-1 r0 | 0000000',
    ]);
  });

  it('shows what runs over midnight on the day it begins', () => {
    expect(told([thing('night', 2.9, 3.1)], 4)).toEqual(['night 2-2 r0 | 0000000', ' | 0000000']);
  });

  it('leaves the last row of a full day to say how many there are more', () => {
    const full = ['a', 'b', 'c', 'd'].map((key, index) => thing(key, 0.3 + index / 10, 0.35 + index / 10));
    expect(told(full, 3)[0]).toBe('a 0-0 r0, b 0-0 r1 | 2000000');
    expect(told(full, 4)[0]).toBe('a 0-0 r0, b 0-0 r1, c 0-0 r2, d 0-0 r3 | 0000000');
  });
});

it('each bar is either drawn or counted on each of its days, and none is drawn where a count stands', () => {
  const bar = fc.tuple(fc.nat(6), fc.nat(6)).map(([one, other]) => ({
    item: Symbol('bar'),
    fromDay: Math.min(one, other),
    toDay: Math.max(one, other),
  }));
  fc.assert(
    fc.property(fc.array(bar, { maxLength: 20 }), fc.integer({ min: 1, max: 5 }), (bars, most) => {
      const { shown, hidden } = capped(inRows(bars), 7, most);
      for (let day = 0; day < 7; day += 1) {
        const on = (list: readonly { fromDay: number; toDay: number }[]): number =>
          list.filter(({ fromDay, toDay }) => fromDay <= day && day <= toDay).length;
        expect(on(shown) + hidden[day]!).toBe(on(bars));
        const rows = shown.filter(({ fromDay, toDay }) => fromDay <= day && day <= toDay).map(({ row }) => row);
        expect(Math.max(-1, ...rows)).toBeLessThan(hidden[day]! > 0 ? most - 1 : most);
      }
    }),
  );
});
