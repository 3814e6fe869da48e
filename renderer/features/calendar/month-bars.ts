import { type Bar, capped, inRows } from './lay-out.ts';
import { type Thing, isAcrossDays } from './things.ts';

const DAYS = 7;

/** A week of a month: what is drawn in it, and how much of each day has no room. */
export interface MonthWeek {
  readonly bars: readonly Bar<Thing>[];
  readonly hidden: readonly number[];
}

/**
 * Lays things out in weeks: those across days above those of hours, which stand on the day they begin.
 *
 * @param starts instants at which the days shown begin, and the one after the last
 * @param most how many rows a day has room for
 */
export function monthWeeksOf(things: readonly Thing[], starts: readonly number[], most: number): MonthWeek[] {
  const count = starts.length - 1;
  const weeks: { item: Thing; fromDay: number; toDay: number }[][] = Array.from({ length: count / DAYS }, () => []);
  const ordered = things.toSorted(
    (one, other) => Number(isAcrossDays(other)) - Number(isAcrossDays(one)) || one.startMs - other.startMs,
  );
  for (const item of ordered) {
    const from = dayIndex(starts, item.startMs);
    const to = isAcrossDays(item) ? dayIndex(starts, item.endMs - 1) : from;
    const first = Math.max(0, from);
    const last = Math.min(count - 1, to);
    for (let week = Math.floor(first / DAYS); week <= Math.floor(last / DAYS) && first <= last; week += 1) {
      const offset = week * DAYS;
      const fromDay = Math.max(first, offset) - offset;
      const toDay = Math.min(last, offset + DAYS - 1) - offset;
      weeks[week]!.push({ item, fromDay, toDay });
    }
  }
  return weeks.map((bars) => {
    const { shown, hidden } = capped(inRows(bars), DAYS, most);
    return { bars: shown, hidden };
  });
}

/** Which of the days an instant lies in; -1 before the first, and their number after the last. */
function dayIndex(starts: readonly number[], instantMs: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= instantMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
