import type { BlockOfTask, CalendarEvent } from '#contract/calendar';
import { conflictsOf } from '#renderer/features/calendar/conflicts.ts';
import { type Thing, blockThing, eventThing } from '#renderer/features/calendar/things.ts';
import { expect, it } from 'vitest';

const HOUR = 3_600_000;
const event = (id: string, from: number, to: number, busy = true): Thing =>
  eventThing({ id, title: id, startMs: from * HOUR, endMs: to * HOUR, busy, allDay: false } as CalendarEvent, []);
const block = (id: string, from: number, to: number, status: 'open' | 'done'): Thing =>
  blockThing(
    { id, startMs: from * HOUR, endMs: to * HOUR, task: { title: id, status } } as unknown as BlockOfTask,
    false,
  );
const told = (things: readonly Thing[]): Record<string, string> =>
  Object.fromEntries(
    [...conflictsOf(things)].map(([key, others]) => [key, others.map(({ title }) => title).join(' ')]),
  );

it('what takes the same time is in conflict; what only meets, is free or done is not', () => {
  expect(told([event('a', 9, 10), event('b', 10, 11)])).toEqual({});
  expect(told([event('a', 9, 10), event('free', 9, 10, false)])).toEqual({});
  expect(told([event('a', 9, 10), block('done', 9, 10, 'done')])).toEqual({});
  expect(told([event('c', 11, 13), event('a', 9, 12), block('b', 11.5, 14, 'open')])).toEqual({
    'event:a': 'c b',
    'event:c': 'a b',
    'block:b': 'a c',
  });
});
