import type { DaySummary } from '#contract/journal';
import type { Day } from '#contract/time';
import { addDays, weekdayOf } from '#renderer/ui/days.ts';
import { formatDay } from '#renderer/ui/format.ts';

/** A day of the list; the first of a stretch of days carries its name. */
export interface ListedDay extends DaySummary {
  readonly heading: string | null;
}

/**
 * Days (newest first) under the names of their stretches: this week, last week, then by month.
 *
 * @param weekStart 1 Monday to 7 Sunday
 */
export function listDays(days: readonly DaySummary[], today: Day, weekStart: number): readonly ListedDay[] {
  const thisWeek = addDays(today, -((weekdayOf(today) - weekStart + 7) % 7));
  const lastWeek = addDays(thisWeek, -7);
  const nameOf = (day: Day): string => {
    if (day >= addDays(thisWeek, 7)) return 'Ahead';
    if (day >= thisWeek) return 'This week';
    return day >= lastWeek ? 'Last week' : formatDay(day, 'month');
  };
  let last: string | null = null;
  return days.map((day) => {
    const name = nameOf(day.day);
    const heading = name === last ? null : name;
    last = name;
    return { ...day, heading };
  });
}
