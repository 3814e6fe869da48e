import type { Day } from '#contract/time';
import { addDays, dayBounds } from '#main/domain/time/zoned';
import { Refusal } from '../refusal.ts';

const MOST_DAYS = 1_100;

/** Consecutive days of the user with their bounds in epoch milliseconds. */
export interface DayRange {
  readonly days: readonly { readonly day: Day; readonly startMs: number; readonly endMs: number }[];
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly fromMs: number;
  readonly toMs: number;
  /** The place of the day an instant lies in; -1 outside. */
  indexAt(instantMs: number): number;
}

/**
 * The days of a question.
 *
 * @throws Refusal BACKWARDS, TOO_WIDE
 */
export function dayRange(fromDay: Day, toDay: Day, zone: string, dayStartMin: number): DayRange {
  if (toDay < fromDay) throw new Refusal('BACKWARDS');
  const days: { day: Day; startMs: number; endMs: number }[] = [];
  for (let day = fromDay; day <= toDay; day = addDays(day, 1)) {
    if (days.length === MOST_DAYS) throw new Refusal('TOO_WIDE');
    days.push({ day, ...dayBounds(day, zone, dayStartMin) });
  }
  const fromMs = days[0]!.startMs;
  const toMs = days.at(-1)!.endMs;
  return {
    days,
    fromDay,
    toDay,
    fromMs,
    toMs,
    indexAt(instantMs) {
      if (instantMs < fromMs || instantMs >= toMs) return -1;
      let low = 0;
      let high = days.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (days[middle]!.startMs <= instantMs) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

/** As many days right before. */
export function rangeBefore(range: DayRange, zone: string, dayStartMin: number): DayRange {
  return dayRange(addDays(range.fromDay, -range.days.length), addDays(range.fromDay, -1), zone, dayStartMin);
}
