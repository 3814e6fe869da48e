import type { DayFigures, Totals } from '#contract/dashboards';
import type { PaletteColor } from '#contract/tasks';
import { hasWork, tagsOfTasks } from '#db/queries/dashboards';
import type { ReadHandle } from '#db/store/handles';
import { addDays, dayBounds } from '#main/domain/time/zoned';
import { writingStreak } from '../journal/index.ts';
import type { DayRange } from './range.ts';
import type { Facts } from './read-facts.ts';

/** What is added up for a day, a project or a tag; times in milliseconds until they are shown. */
interface Sum {
  plannedMs: number;
  workedMs: number;
  done: number;
}

const minutes = (ms: number): number => Math.round(ms / 60_000);

const shown = ({ plannedMs, workedMs, done }: Sum): { plannedMin: number; workedMin: number; done: number } => ({
  plannedMin: minutes(plannedMs),
  workedMin: minutes(workedMs),
  done,
});

/** Each day's figures, in order, also of days with nothing in them. */
export function figuresByDay(facts: Facts, range: DayRange): DayFigures[] {
  const sums = range.days.map(() => ({
    plannedMs: 0,
    workedMs: 0,
    done: 0,
    tasksPlanned: 0,
    tasksKept: 0,
    words: 0,
    mood: null as number | null,
  }));
  for (const { at, ms } of facts.blocks) sums[at]!.plannedMs += ms;
  for (const { at, ms } of facts.work) sums[at]!.workedMs += ms;
  for (const { at } of facts.done) sums[at]!.done += 1;
  for (const { at, isKept } of facts.planned) {
    sums[at]!.tasksPlanned += 1;
    if (isKept) sums[at]!.tasksKept += 1;
  }
  for (const { at, words, mood } of facts.written) Object.assign(sums[at]!, { words, mood });
  return sums.map(({ plannedMs, workedMs, done, ...rest }, at) => ({
    day: range.days[at]!.day,
    ...shown({ plannedMs, workedMs, done }),
    ...rest,
  }));
}

/** The sums of a range. */
export function totalsOf(days: readonly DayFigures[]): Totals {
  const sum = (of: (figures: DayFigures) => number): number => days.reduce((all, figures) => all + of(figures), 0);
  const moods = days.flatMap(({ mood }) => (mood === null ? [] : [mood]));
  return {
    plannedMin: sum(({ plannedMin }) => plannedMin),
    workedMin: sum(({ workedMin }) => workedMin),
    done: sum(({ done }) => done),
    tasksPlanned: sum(({ tasksPlanned }) => tasksPlanned),
    tasksKept: sum(({ tasksKept }) => tasksKept),
    words: sum(({ words }) => words),
    daysWritten: days.filter(({ words }) => words > 0).length,
    mood: moods.length === 0 ? null : moods.reduce((all, mood) => all + mood, 0) / moods.length,
    moodDays: moods.length,
  };
}

interface GroupFigures<Key> {
  readonly key: Key;
  readonly plannedMin: number;
  readonly workedMin: number;
  readonly done: number;
}

/** Figures by whatever a task belongs to; the most work first, then the most planned. */
function grouped<Key>(
  facts: Facts,
  keysOf: (row: { taskId: string | null; project: string | null }) => readonly Key[],
) {
  const sums = new Map<Key, Sum>();
  const sumOf = (key: Key): Sum => {
    const known = sums.get(key) ?? { plannedMs: 0, workedMs: 0, done: 0 };
    sums.set(key, known);
    return known;
  };
  for (const row of facts.blocks) for (const key of keysOf(row)) sumOf(key).plannedMs += row.ms;
  for (const row of facts.work) for (const key of keysOf(row)) sumOf(key).workedMs += row.ms;
  for (const row of facts.done)
    for (const key of keysOf({ taskId: row.id, project: row.project })) sumOf(key).done += 1;
  return Array.from(sums, ([key, sum]): GroupFigures<Key> => ({ key, ...shown(sum) })).toSorted(
    (one, other) => other.workedMin - one.workedMin || other.plannedMin - one.plannedMin || other.done - one.done,
  );
}

export const figuresByProject = (facts: Facts) =>
  grouped(facts, ({ project }) => [project]).map(({ key, ...figures }) => ({ project: key, ...figures }));

export function figuresByTag(handle: ReadHandle, facts: Facts) {
  const { namesOf, colorOf } = tagsIn(handle, facts);
  return grouped(facts, ({ taskId }) => namesOf(taskId)).map(({ key, ...figures }) => ({
    tag: key,
    color: key === null ? null : colorOf(key),
    ...figures,
  }));
}

/** The tags of every task in the facts; a task without any has the one name null. */
export function tagsIn(handle: ReadHandle, facts: Facts) {
  const taskIds = new Set([...facts.blocks, ...facts.work, ...facts.planned].map(({ taskId }) => taskId));
  for (const { id } of facts.done) taskIds.add(id);
  taskIds.delete(null);
  const rows = tagsOfTasks(handle, [...taskIds] as string[]);
  const byTask = Map.groupBy(rows, ({ taskId }) => taskId);
  const colors = new Map(rows.map(({ name, color }) => [name, color as PaletteColor]));
  return {
    namesOf: (taskId: string | null): readonly (string | null)[] =>
      (taskId === null ? undefined : byTask.get(taskId)?.map(({ name }) => name)) ?? [null],
    colorOf: (name: string): PaletteColor => colors.get(name)!,
  };
}

/** Farther back nobody looks a streak up day by day. */
const LONGEST_STREAK = 4_000;

/**
 * Days in a row with writing and with focus work.
 *
 * @param today the user's day: it breaks no streak until it is over
 */
export function streaksOf(
  handle: ReadHandle,
  days: readonly DayFigures[],
  { today, zone, dayStartMin }: { readonly today: string; readonly zone: string; readonly dayStartMin: number },
) {
  const yesterday = addDays(today, -1);
  const isWorkDay = (day: string): boolean => {
    const { startMs, endMs } = dayBounds(day, zone, dayStartMin);
    return hasWork(handle, { from: startMs, to: endMs });
  };
  let focus = 0;
  for (let day = isWorkDay(today) ? today : yesterday; focus < LONGEST_STREAK && isWorkDay(day); day = addDays(day, -1))
    focus += 1;
  return {
    writing: {
      current: writingStreak(handle, today) || writingStreak(handle, yesterday),
      longest: longestRun(days, ({ words }) => words > 0),
    },
    focus: { current: focus, longest: longestRun(days, ({ workedMin }) => workedMin > 0) },
  };
}

function longestRun(days: readonly DayFigures[], counts: (figures: DayFigures) => boolean): number {
  let longest = 0;
  let run = 0;
  for (const figures of days) {
    run = counts(figures) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
