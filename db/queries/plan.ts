import { type ReadHandle, preparedSql } from '../store/handles.ts';

/** A task as the plan needs it. */
export interface PlanTaskRow {
  readonly id: string;
  readonly title: string;
  readonly priority: number;
  readonly dueDay: string | null;
  readonly dueTime: string | null;
  readonly doDay: string | null;
  readonly estimateMin: number | null;
  readonly energy: 'high' | 'low' | null;
}

const COLUMNS =
  'id, title, priority, due_day AS dueDay, due_time AS dueTime, do_day AS doDay, estimate_min AS estimateMin, energy';
/** More than this no plan holds, and the search would only be slower. */
const MOST_DATED = 200;
const MOST_UNDATED = 40;

const datedSql = preparedSql<[string, string], PlanTaskRow>(
  `SELECT ${COLUMNS} FROM task WHERE status = 'open' AND (due_day <= ? OR do_day <= ?)
   ORDER BY coalesce(min(due_day, do_day), due_day, do_day), priority, position LIMIT ${MOST_DATED}`,
);
const undatedSql = preparedSql<[], PlanTaskRow>(
  `SELECT ${COLUMNS} FROM task WHERE status = 'open' AND in_inbox = 0 AND due_day IS NULL AND do_day IS NULL
   ORDER BY priority, position LIMIT ${MOST_UNDATED}`,
);
const byIdsSql = preparedSql<[string], PlanTaskRow>(
  `SELECT ${COLUMNS} FROM task WHERE status = 'open' AND id IN (SELECT value FROM json_each(?)) ORDER BY priority, position`,
);

/** Open tasks due, or wanted done, by a day, the most pressing first. */
export const openTasksUntil = (handle: ReadHandle, day: string): PlanTaskRow[] => datedSql(handle).all(day, day);

/** Open tasks without any day that were filed with confidence, the most important first. */
export const openTasksWithoutDay = (handle: ReadHandle): PlanTaskRow[] => undatedSql(handle).all();

/** Those of the tasks that are open. */
export const openTasksByIds = (handle: ReadHandle, ids: readonly string[]): PlanTaskRow[] =>
  byIdsSql(handle).all(JSON.stringify(ids));
