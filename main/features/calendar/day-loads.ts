import type { DayLoad } from '#contract/calendar';
import type { Day } from '#contract/time';
import { addDays, instantOf } from '#main/domain/time/zoned';

interface Taken {
  readonly startMs: number;
  readonly endMs: number;
  /** Of an event; a block's time is always taken. */
  readonly busy?: boolean;
}

/** The days from one to another, inclusive; none when the second comes first. Stops past what anybody may ask for. */
export function daysBetween(fromDay: Day, toDay: Day): Day[] {
  const days: Day[] = [];
  for (let day = fromDay; day <= toDay && days.length <= 401; day = addDays(day, 1)) days.push(day);
  return days;
}

/** From the beginning of the first day to the end of the last, for somebody in `zone`. */
export function stretchOfDays(days: readonly Day[], zone: string): { fromMs: number; toMs: number } {
  const [first] = days;
  if (first === undefined) return { fromMs: 0, toMs: 0 };
  return { fromMs: instantOf(`${first}T00:00`, zone), toMs: instantOf(`${addDays(days.at(-1)!, 1)}T00:00`, zone) };
}

/**
 * How full days are. A minute that two things take is taken once.
 *
 * @returns the days with something on them, in order
 */
export function dayLoads(things: readonly Taken[], days: readonly Day[], zone: string): DayLoad[] {
  const starts = [...days, ...days.slice(-1).map((day) => addDays(day, 1))].map((day) =>
    instantOf(`${day}T00:00`, zone),
  );
  const loads = days.map((day) => ({ day, count: 0, busyMs: 0, reachedMs: 0 }));
  let first = 0;
  for (const { startMs, endMs, busy = true } of things.toSorted((one, other) => one.startMs - other.startMs)) {
    while (first < days.length && starts[first + 1]! <= startMs) first += 1;
    for (let at = first; at < days.length && starts[at]! < endMs; at += 1) {
      const load = loads[at]!;
      load.count += 1;
      if (!busy) continue;
      const fromMs = Math.max(startMs, starts[at]!, load.reachedMs);
      const toMs = Math.min(endMs, starts[at + 1]!);
      if (toMs <= fromMs) continue;
      load.busyMs += toMs - fromMs;
      load.reachedMs = toMs;
    }
  }
  return loads
    .filter(({ count }) => count > 0)
    .map(({ day, count, busyMs }) => ({ day, count, busyMin: Math.round(busyMs / 60_000) }));
}
