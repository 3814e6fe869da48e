import { addDays } from '#renderer/ui/days.ts';
import type { GridScale } from './day-scale.ts';
import { SNAP_MIN, type Stretch } from './drag.ts';
import type { Thing } from './things.ts';
import { dayOf, instantOf, localOf } from './zoned.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

export const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The thing an arrow key leads to: the one before or after it in its day, or the nearest in time of another day. */
export function neighbour(
  things: readonly Thing[],
  from: Thing,
  direction: Direction,
  scale: GridScale,
  zone: string,
): Thing | undefined {
  const dayIndex = (thing: Thing): number => {
    const day = dayOf(Math.max(thing.startMs, scale.days[0]!.startMs), zone);
    return scale.days.findIndex((one) => one.day === day);
  };
  const own = dayIndex(from);
  const ordered = things.toSorted((one, other) => one.startMs - other.startMs || other.endMs - one.endMs);
  if (direction === 'up' || direction === 'down') {
    const sameDay = ordered.filter((thing) => dayIndex(thing) === own);
    return sameDay[sameDay.findIndex((thing) => thing.key === from.key) + (direction === 'up' ? -1 : 1)];
  }
  const step = direction === 'left' ? -1 : 1;
  for (let index = own + step; index >= 0 && index < scale.days.length; index += step) {
    const there = ordered.filter((thing) => dayIndex(thing) === index);
    const minute = (thing: Thing): string => localOf(thing.startMs, zone).slice(11);
    const best = there.toSorted(
      (one, other) => distance(minute(one), minute(from)) - distance(minute(other), minute(from)),
    )[0];
    if (best) return best;
  }
  return undefined;
}

/** A quarter of an hour up or down, a day left or right. With `isResize` only the end moves. */
export function nudged(stretch: Stretch, direction: Direction, isResize: boolean, zone: string): Stretch {
  if (direction === 'up' || direction === 'down') {
    const byMs = (direction === 'up' ? -SNAP_MIN : SNAP_MIN) * 60_000;
    if (!isResize) return { startMs: stretch.startMs + byMs, endMs: stretch.endMs + byMs };
    return { startMs: stretch.startMs, endMs: Math.max(stretch.startMs + SNAP_MIN * 60_000, stretch.endMs + byMs) };
  }
  if (isResize) return stretch;
  const [day = '', time = ''] = localOf(stretch.startMs, zone).split('T');
  const startMs = instantOf(`${addDays(day, direction === 'left' ? -1 : 1)}T${time}`, zone);
  return { startMs, endMs: startMs + stretch.endMs - stretch.startMs };
}

function distance(one: string, other: string): number {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return Math.abs(minutes(one) - minutes(other));
}
