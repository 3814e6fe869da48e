import type { PlanInstance } from '#contract/plan';
import { instantOf } from '#main/domain/time/zoned';
import type { Stretch, WorkingDay } from './working-time.ts';

/** Less than this share of it is no break worth keeping. */
const LEAST_SHARE = 0.5;

/** Where the break of one working day may lie. */
export interface LunchOfDay {
  readonly window: Stretch;
  readonly stretches: readonly Stretch[];
  /** Shorter than the person wishes on a day too full for that. */
  readonly lengthMs: number;
}

/**
 * Where the break of each working day may lie, given events and pinned blocks. A day on which other than working time
 * offers it needs none, and one too full for half of it has none.
 */
export function lunchRooms(instance: PlanInstance, days: readonly WorkingDay[]): LunchOfDay[] {
  return lunchRoomsAround(instance, days, []);
}

/**
 * The break of each day around the blocks of a plan: against an event or a block where it can, so that the free time
 * around it stays whole, otherwise as early as it may.
 *
 * @param standing blocks that the break gives way to, besides the pinned ones
 */
export function lunchBreaks(
  instance: PlanInstance,
  days: readonly WorkingDay[],
  standing: readonly Stretch[] = [],
): Stretch[] {
  return lunchRoomsAround(instance, days, standing).flatMap(({ window, stretches, lengthMs }) => {
    const atStart = stretches.find(({ startMs }) => startMs > window.startMs);
    const atEnd = stretches.find(({ endMs }) => endMs < window.endMs);
    if (atEnd && (!atStart || atEnd.startMs < atStart.startMs)) {
      return [{ startMs: atEnd.endMs - lengthMs, endMs: atEnd.endMs }];
    }
    const chosen = atStart ?? stretches[0];
    return chosen ? [{ startMs: chosen.startMs, endMs: chosen.startMs + lengthMs }] : [];
  });
}

function lunchRoomsAround(
  { lunch, zone, busy, tasks }: PlanInstance,
  days: readonly WorkingDay[],
  standing: readonly Stretch[],
): LunchOfDay[] {
  if (!lunch) return [];
  const taken = [...busy, ...tasks.flatMap((task) => task.pinned ?? []), ...standing];
  const wishedMs = lunch.durationMin * 60_000;
  return days.flatMap(({ day, stretches }): LunchOfDay[] => {
    const window = { startMs: instantOf(`${day}T${lunch.from}`, zone), endMs: instantOf(`${day}T${lunch.to}`, zone) };
    const touches = ({ startMs, endMs }: Stretch): boolean =>
      startMs < endMs && startMs < window.endMs && endMs > window.startMs;
    const working = stretches.filter(touches);
    if (working.length === 0) return [];
    const own = taken.filter(touches);
    if (longestMs(leftOf(window, [...own, ...working])) >= wishedMs) return [];
    const free = leftOf(window, own);
    const lengthMs = Math.min(wishedMs, longestMs(free));
    if (lengthMs < wishedMs * LEAST_SHARE) return [];
    return [{ window, stretches: free.filter(({ startMs, endMs }) => endMs - startMs >= lengthMs), lengthMs }];
  });
}

function leftOf(window: Stretch, taken: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = [];
  let { startMs } = window;
  for (const stretch of taken.toSorted((one, other) => one.startMs - other.startMs)) {
    const endMs = Math.min(stretch.startMs, window.endMs);
    if (startMs < endMs) left.push({ startMs, endMs });
    startMs = Math.max(startMs, stretch.endMs);
  }
  if (startMs < window.endMs) left.push({ startMs, endMs: window.endMs });
  return left;
}

function longestMs(stretches: readonly Stretch[]): number {
  return Math.max(0, ...stretches.map(({ startMs, endMs }) => endMs - startMs));
}
