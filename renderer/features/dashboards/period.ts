import type { DayFigures } from '#contract/dashboards';
import type { Day } from '#contract/time';
import { addDays, addMonths, daysBetween, weekdayOf } from '#renderer/ui/days.ts';
import { formatDay, monthNames } from '#renderer/ui/format.ts';

export const periodKinds = ['week', 'month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** The days that are looked at, both ends counted. */
export interface Period {
  readonly kind: PeriodKind;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly title: string;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/**
 * The week, month, quarter or year that a day lies in.
 *
 * @param firstWeekday 1 Monday to 7 Sunday
 */
export function periodOf(kind: PeriodKind, day: Day, firstWeekday: number): Period {
  if (kind === 'week') {
    const fromDay = addDays(day, -((weekdayOf(day) - firstWeekday + 7) % 7));
    const toDay = addDays(fromDay, 6);
    return { kind, fromDay, toDay, title: `${formatDay(fromDay, 'short')} to ${formatDay(toDay, 'short')}` };
  }
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7)) - 1;
  const first = month - (month % MONTHS[kind]);
  const fromDay = `${year}-${String(first + 1).padStart(2, '0')}-01`;
  const toDay = addDays(addMonths(fromDay, MONTHS[kind]), -1);
  const names = monthNames('long');
  const title =
    kind === 'year'
      ? year
      : kind === 'month'
        ? `${names[first]} ${year}`
        : `${names[first]} to ${names[first + 2]} ${year}`;
  return { kind, fromDay, toDay, title };
}

/** A day in the period before or after. */
export const dayBeside = ({ fromDay, toDay }: Period, direction: 1 | -1): Day =>
  addDays(direction === 1 ? toDay : fromDay, direction);

/** What one bar stands for: a day, a week or a month. */
export interface Bucket {
  readonly fromDay: Day;
  readonly toDay: Day;
  /** Below the bar; and in full, for the table. */
  readonly label: string;
  readonly name: string;
  readonly hasToday: boolean;
  readonly plannedMin: number;
  readonly workedMin: number;
  readonly done: number;
  readonly tasksPlanned: number;
  readonly tasksKept: number;
  readonly words: number;
  /** The mean of the days that have one. */
  readonly mood: number | null;
}

/** Days as bars: each by itself in a week or month, by weeks in a quarter, by months in a year. */
export function bucketsOf(period: Period, days: readonly DayFigures[], today: Day): Bucket[] {
  const groups = Map.groupBy(days, ({ day }) => {
    if (period.kind === 'year') return day.slice(0, 7);
    if (period.kind === 'quarter') return String(Math.floor(daysBetween(period.fromDay, day) / 7));
    return day;
  });
  return Array.from(groups.values(), (group) => {
    const sum = (of: (figures: DayFigures) => number): number => group.reduce((all, figures) => all + of(figures), 0);
    const moods = group.flatMap(({ mood }) => (mood === null ? [] : [mood]));
    const fromDay = group[0]!.day;
    const toDay = group.at(-1)!.day;
    return {
      fromDay,
      toDay,
      ...labelsOf(period.kind, fromDay, toDay),
      hasToday: fromDay <= today && today <= toDay,
      plannedMin: sum(({ plannedMin }) => plannedMin),
      workedMin: sum(({ workedMin }) => workedMin),
      done: sum(({ done }) => done),
      tasksPlanned: sum(({ tasksPlanned }) => tasksPlanned),
      tasksKept: sum(({ tasksKept }) => tasksKept),
      words: sum(({ words }) => words),
      mood: moods.length === 0 ? null : moods.reduce((all, mood) => all + mood, 0) / moods.length,
    };
  });
}

function labelsOf(kind: PeriodKind, fromDay: Day, toDay: Day): { label: string; name: string } {
  switch (kind) {
    case 'week':
      return { label: formatDay(fromDay, 'weekday'), name: formatDay(fromDay, 'medium') };
    case 'month':
      return { label: String(Number(fromDay.slice(8))), name: formatDay(fromDay, 'medium') };
    case 'quarter':
      return {
        label: formatDay(fromDay, 'short'),
        name: `${formatDay(fromDay, 'short')} to ${formatDay(toDay, 'short')}`,
      };
    case 'year':
      return { label: monthNames('short')[Number(fromDay.slice(5, 7)) - 1] ?? '', name: formatDay(fromDay, 'month') };
  }
}
