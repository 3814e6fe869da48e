import type { Settings } from '#contract/settings';
import type { Day } from '#contract/time';
import { addDays, addMonths, weekdayOf } from '#renderer/ui/days.ts';
import { weekdayOfStart } from '#renderer/ui/week-start.ts';

export type View = 'day' | '3days' | 'workweek' | 'week' | 'month' | 'agenda' | 'year';

interface ViewLook {
  readonly value: View;
  readonly label: string;
  /** What a step goes on by: "Week after". */
  readonly unit: string;
  readonly keys: string;
}

export const VIEWS: readonly ViewLook[] = [
  { value: 'day', label: 'Day', unit: 'Day', keys: 'd' },
  { value: '3days', label: '3 days', unit: 'Three days', keys: '3' },
  { value: 'workweek', label: 'Work week', unit: 'Week', keys: '5' },
  { value: 'week', label: 'Week', unit: 'Week', keys: 'w' },
  { value: 'month', label: 'Month', unit: 'Month', keys: 'm' },
  { value: 'agenda', label: 'Agenda', unit: 'Week', keys: 'a' },
  { value: 'year', label: 'Year', unit: 'Year', keys: 'y' },
];

export const lookOf = (view: View): ViewLook => VIEWS.find(({ value }) => value === view)!;

/** The days a view shows around a day. An agenda has no ends and a year asks for less than its days: both get the day's week. */
export function daysOf(view: View, day: Day, weekStart: Settings['weekStart']): Day[] {
  switch (view) {
    case 'day':
      return [day];
    case '3days':
      return daysFrom(day, 3);
    case 'workweek':
      return daysFrom(addDays(day, 1 - weekdayOf(day)), 5);
    case 'month':
      return monthOf(day, weekStart);
    case 'week':
    case 'agenda':
    case 'year':
      return daysFrom(startOfWeek(day, weekStart), 7);
  }
}

/** The day in hand after a step on (1) or back (-1). */
export function stepped(view: View, day: Day, direction: 1 | -1): Day {
  switch (view) {
    case 'day':
      return addDays(day, direction);
    case '3days':
      return addDays(day, direction * 3);
    case 'workweek':
    case 'week':
    case 'agenda':
      return addDays(day, direction * 7);
    case 'month':
      return addMonths(day, direction);
    case 'year':
      return addMonths(day, direction * 12);
  }
}

/** The whole weeks that a month touches: four to six. */
function monthOf(day: Day, weekStart: Settings['weekStart']): Day[] {
  const first = startOfWeek(`${day.slice(0, 8)}01`, weekStart);
  const next = addMonths(`${day.slice(0, 8)}01`, 1);
  const weeks = [4, 5, 6].find((count) => addDays(first, count * 7) >= next) ?? 6;
  return daysFrom(first, weeks * 7);
}

function startOfWeek(day: Day, weekStart: Settings['weekStart']): Day {
  return addDays(day, -((weekdayOf(day) - weekdayOfStart(weekStart) + 7) % 7));
}

function daysFrom(first: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}
