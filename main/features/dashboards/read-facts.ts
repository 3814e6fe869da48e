import type { Day } from '#contract/time';
import {
  type DoneRow,
  type StretchRow,
  blocksBegun,
  closingsOf,
  tasksDone,
  tasksMeant,
  wordsByDay,
  workOf,
} from '#db/queries/dashboards';
import type { ReadHandle } from '#db/store/handles';
import { spreadWork } from '#main/domain/focus/timer';
import type { DayRange } from './range.ts';

/** Time spent on something, on one day. */
export interface Share extends StretchRow {
  readonly at: number;
  readonly ms: number;
}

/** A task that was planned for a day, by a block or by its do-date; once a day. */
export interface Planned {
  readonly at: number;
  readonly taskId: string;
  readonly title: string;
  readonly project: string | null;
  /** Done by the end of that day. */
  readonly isKept: boolean;
}

/** All that a range of days is judged by. `at` is the place of a day in the range. */
export interface Facts {
  readonly blocks: readonly Share[];
  readonly work: readonly Share[];
  readonly done: readonly (DoneRow & { readonly at: number })[];
  readonly planned: readonly Planned[];
  readonly written: readonly { readonly at: number; readonly words: number; readonly mood: number | null }[];
}

/** Reads the facts of a range; each is one query over an index. */
export function readFacts(handle: ReadHandle, range: DayRange): Facts {
  const span = { from: range.fromMs, to: range.toMs };
  const days = { from: range.fromDay, to: range.toDay };
  const blocks = blocksBegun(handle, span).map((row) => ({
    ...row,
    at: range.indexAt(row.startMs),
    ms: row.endMs - row.startMs,
  }));
  const work: Share[] = [];
  for (const row of workOf(handle, span)) {
    const part = {
      kind: 'work' as const,
      plannedMs: null,
      pausedAtMs: null,
      startedAtMs: row.startMs,
      endedAtMs: row.endMs,
      pausedMs: row.pausedMs,
    };
    const first = Math.max(0, range.indexAt(row.startMs));
    const last = range.indexAt(row.endMs) === -1 ? range.days.length - 1 : range.indexAt(row.endMs);
    for (const [offset, ms] of spreadWork(part, range.days.slice(first, last + 1)).entries())
      if (ms > 0) work.push({ ...row, at: first + offset, ms });
  }
  const placeOf = new Map(range.days.map(({ day }, at) => [day, at]));
  return {
    blocks,
    work,
    done: tasksDone(handle, span).map((row) => ({ ...row, at: range.indexAt(row.closedAtMs) })),
    planned: plannedTasks(handle, range, blocks, placeOf),
    written: wordsByDay(handle, days).map(({ day, words, mood }) => ({ at: placeOf.get(day)!, words, mood })),
  };
}

function plannedTasks(
  handle: ReadHandle,
  range: DayRange,
  blocks: readonly Share[],
  placeOf: ReadonlyMap<Day, number>,
): Planned[] {
  const planned = new Map<string, Omit<Planned, 'isKept'>>();
  for (const { taskId, at, title, project } of blocks)
    if (taskId !== null) planned.set(`${at} ${taskId}`, { at, taskId, title, project });
  for (const { id, doDay, title, project } of tasksMeant(handle, { from: range.fromDay, to: range.toDay })) {
    const at = placeOf.get(doDay)!;
    planned.set(`${at} ${id}`, { at, taskId: id, title, project });
  }
  const all = [...planned.values()].toSorted((one, other) => one.at - other.at);
  const closedAtMs = closingsOf(handle, [...new Set(all.map(({ taskId }) => taskId))]);
  return all.map((one) => ({ ...one, isKept: (closedAtMs.get(one.taskId) ?? Infinity) < range.days[one.at]!.endMs }));
}
