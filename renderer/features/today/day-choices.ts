import type { Task } from '#contract/tasks';
import type { DayChoice } from '#contract/today';
import type { Day } from '#contract/time';
import { addDays, weekdayOf } from '#renderer/ui/days.ts';

/** Where a task can go by one key. */
export const places = ['today', 'tomorrow', 'nextWeek', 'someday', 'done', 'dropped', 'stay'] as const;
export type Place = (typeof places)[number];

export const PLACES: Readonly<Record<Place, { label: string; keys: string }>> = {
  today: { label: 'Today', keys: 't' },
  tomorrow: { label: 'Tomorrow', keys: 'm' },
  nextWeek: { label: 'Next week', keys: 'w' },
  someday: { label: 'Someday', keys: 's' },
  done: { label: 'Done', keys: 'x' },
  dropped: { label: 'Drop', keys: 'd' },
  stay: { label: 'Leave it', keys: 'l' },
};

export const rituals = ['plan', 'close'] as const;
export type Ritual = (typeof rituals)[number];

/** What a day is planned and closed with, as the core tells it. */
export interface Review {
  readonly day: Day;
  readonly left: readonly Task[];
  readonly today: readonly Task[];
  readonly soon: readonly Task[];
  readonly done: readonly Task[];
  readonly focusMin: number;
}

export interface RitualRow {
  readonly task: Task;
  readonly group: 'left' | 'today' | 'soon';
  /** Where it goes unless the person says otherwise. */
  readonly usual: Place;
}

/** The tasks a ritual asks about: the morning about all that could be today's, the evening about what is still open. */
export function rowsOf(ritual: Ritual, { left, today, soon }: Review): RitualRow[] {
  const row = (group: RitualRow['group'], usual: Place) => (task: Task) => ({ task, group, usual });
  if (ritual === 'close') return [...today.map(row('today', 'tomorrow')), ...left.map(row('left', 'tomorrow'))];
  return [...left.map(row('left', 'today')), ...today.map(row('today', 'today')), ...soon.map(row('soon', 'stay'))];
}

/** Minutes of what goes to today; a task without an estimate counts as `unknownMin`. */
export function minutesToday(
  rows: readonly RitualRow[],
  placeOf: (row: RitualRow) => Place,
  unknownMin: number,
): number {
  return rows
    .filter((row) => placeOf(row) === 'today')
    .reduce((sum, { task }) => sum + (task.estimateMin ?? unknownMin), 0);
}

/**
 * What has to be changed for the places chosen; what is there already is left out.
 *
 * @param firstWeekday of a week, 1 Monday to 7 Sunday
 */
export function choicesOf(
  rows: readonly RitualRow[],
  placeOf: (row: RitualRow) => Place,
  today: Day,
  firstWeekday: number,
): DayChoice[] {
  return rows.flatMap((row): DayChoice[] => {
    const place = placeOf(row);
    const taskId = row.task.id;
    if (place === 'stay') return [];
    if (place === 'someday' || place === 'done' || place === 'dropped') return [{ taskId, to: place }];
    const day = dayOfPlace(place, today, firstWeekday);
    return row.task.doDay === day && !row.task.someday ? [] : [{ taskId, to: 'day', day }];
  });
}

/** The day of a place: the first of the next week for "next week". */
export function dayOfPlace(place: 'today' | 'tomorrow' | 'nextWeek', today: Day, firstWeekday: number): Day {
  if (place === 'today') return today;
  if (place === 'tomorrow') return addDays(today, 1);
  return addDays(today, (firstWeekday - weekdayOf(today) + 7) % 7 || 7);
}
