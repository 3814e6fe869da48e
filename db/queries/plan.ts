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
  readonly minChunkMin: number | null;
}

const COLUMNS =
  'id, title, priority, due_day AS dueDay, due_time AS dueTime, do_day AS doDay, estimate_min AS estimateMin, energy, min_chunk_min AS minChunkMin';
/** More than this no plan holds, and the search would only be slower. */
const MOST_DATED = 200;
const MOST_UNDATED = 40;

/** As the index `task_dated` has them: read along it, a list of thousands costs no more than its beginning. */
const FIRST_DAY = 'coalesce(min(due_day, do_day), due_day, do_day)';
const BY_FIRST_DAY = `${FIRST_DAY}, due_time IS NULL, due_time, priority, position`;

const datedSql = preparedSql<[string], PlanTaskRow>(
  `SELECT ${COLUMNS} FROM task WHERE status = 'open' AND someday = 0 AND ${FIRST_DAY} <= ?
   ORDER BY ${BY_FIRST_DAY} LIMIT ${MOST_DATED}`,
);
const undatedSql = preparedSql<[], PlanTaskRow>(
  `SELECT ${COLUMNS} FROM task WHERE status = 'open' AND in_inbox = 0 AND someday = 0 AND due_day IS NULL AND do_day IS NULL
   ORDER BY priority, position LIMIT ${MOST_UNDATED}`,
);
const byIdsSql = preparedSql<[string], PlanTaskRow>(
  `SELECT ${COLUMNS} FROM task WHERE status = 'open' AND id IN (SELECT value FROM json_each(?)) ORDER BY priority, position`,
);

/** An open task that nobody has given a time. */
export interface TaskToPlanRow {
  readonly id: string;
  readonly title: string;
  readonly priority: number;
  readonly dueDay: string | null;
  readonly doDay: string | null;
  readonly estimateMin: number | null;
  readonly project: string | null;
}

const toPlan = (which: string, order: string) =>
  preparedSql<[number, number], TaskToPlanRow>(
    `SELECT id, title, priority, due_day AS dueDay, do_day AS doDay, estimate_min AS estimateMin,
       (SELECT p.name FROM project p WHERE p.id = project_id) AS project
     FROM task WHERE status = 'open' AND someday = 0 AND ${which}
       AND NOT EXISTS (SELECT 1 FROM block b WHERE b.task_id = task.id AND b.end_ms > ?)
     ORDER BY ${order} LIMIT ?`,
  );
const datedToPlan = toPlan(`${FIRST_DAY} IS NOT NULL`, BY_FIRST_DAY);
const undatedToPlan = toPlan('due_day IS NULL AND do_day IS NULL', 'priority, position');

/** Open tasks without a block that ends after an instant, the most pressing first. */
export function openTasksWithoutBlock(handle: ReadHandle, nowMs: number, limit: number): TaskToPlanRow[] {
  const dated = datedToPlan(handle).all(nowMs, limit);
  return dated.length < limit ? [...dated, ...undatedToPlan(handle).all(nowMs, limit - dated.length)] : dated;
}

const awaitedSql = preparedSql<[string], { taskId: string; afterId: string }>(
  `SELECT d.task_id AS taskId, d.after_id AS afterId FROM task_dependency d JOIN task t ON t.id = d.after_id
   WHERE t.status = 'open' AND d.task_id IN (SELECT value FROM json_each(?))`,
);

/** The open tasks that tasks wait for. */
export const awaitedBy = (handle: ReadHandle, ids: readonly string[]): { taskId: string; afterId: string }[] =>
  awaitedSql(handle).all(JSON.stringify(ids));

/** Open tasks due, or wanted done, by a day, the most pressing first. */
export const openTasksUntil = (handle: ReadHandle, day: string): PlanTaskRow[] => datedSql(handle).all(day);

/** Open tasks without any day that were filed with confidence, the most important first. */
export const openTasksWithoutDay = (handle: ReadHandle): PlanTaskRow[] => undatedSql(handle).all();

/** Those of the tasks that are open. */
export const openTasksByIds = (handle: ReadHandle, ids: readonly string[]): PlanTaskRow[] =>
  byIdsSql(handle).all(JSON.stringify(ids));

/** A task as far as it says how long such tasks take. */
export interface DoneTaskRow {
  readonly id: string;
  readonly title: string;
  readonly project: string | null;
  /** JSON: the names; null for none. */
  readonly tags: string | null;
  readonly estimateMin: number | null;
  /** Its focus sessions together, else its blocks. */
  readonly tookMin: number;
}

const LEARNED_FROM = 500;
const DONE_COLUMNS = `t.id, t.title, (SELECT p.name FROM project p WHERE p.id = t.project_id) AS project, t.estimate_min AS estimateMin,
  (SELECT json_group_array(g.name) FROM task_tag tt JOIN tag g ON g.id = tt.tag_id WHERE tt.task_id = t.id) AS tags`;

const doneSql = preparedSql<[number], DoneTaskRow>(
  `SELECT * FROM (
     SELECT ${DONE_COLUMNS}, coalesce(
       (SELECT sum(s.work_ms) FROM focus_session s WHERE s.task_id = t.id AND s.state = 'finished'),
       (SELECT sum(b.end_ms - b.start_ms) FROM block b WHERE b.task_id = t.id AND b.end_ms <= t.closed_at_ms)
     ) / 60000.0 AS tookMin
     FROM task t WHERE t.status = 'done' AND t.closed_at_ms >= ? ORDER BY t.closed_at_ms DESC LIMIT ${LEARNED_FROM}
   ) WHERE tookMin >= 1`,
);
const toLearnSql = preparedSql<[string], Omit<DoneTaskRow, 'tookMin'>>(
  `SELECT ${DONE_COLUMNS} FROM task t WHERE t.id = ?`,
);
const energySql = preparedSql<[string], { id: string; energy: 'high' | 'low' | null }>(
  'SELECT id, energy FROM task WHERE id IN (SELECT value FROM json_each(?))',
);
const overdueSql = preparedSql<[string], OverdueRow>(
  `SELECT id, title, priority, ${FIRST_DAY} AS wasDay FROM task
   WHERE status = 'open' AND someday = 0 AND ${FIRST_DAY} < ? ORDER BY ${BY_FIRST_DAY} LIMIT 200`,
);
const missedSql = preparedSql<{ fromMs: number; nowMs: number }, { taskId: string }>(
  `SELECT DISTINCT b.task_id AS taskId FROM block b JOIN task t ON t.id = b.task_id
   WHERE b.start_ms >= @fromMs AND b.end_ms <= @nowMs AND t.status = 'open'
   AND NOT EXISTS (SELECT 1 FROM block later WHERE later.task_id = b.task_id AND later.end_ms > @nowMs)
   AND NOT EXISTS (SELECT 1 FROM focus_session s WHERE s.task_id = b.task_id AND s.started_at_ms >= b.start_ms)`,
);

export interface OverdueRow {
  readonly id: string;
  readonly title: string;
  readonly priority: number;
  readonly wasDay: string;
}

/** Tasks done since, the newest first, that took a time that is known. */
export const doneTasks = (handle: ReadHandle, sinceMs: number): DoneTaskRow[] => doneSql(handle).all(sinceMs);

export const taskToLearn = (handle: ReadHandle, id: string): Omit<DoneTaskRow, 'tookMin'> | undefined =>
  toLearnSql(handle).get(id);

/** The energy that tasks need, by id. */
export const energiesOf = (handle: ReadHandle, ids: readonly string[]): [string, 'high' | 'low' | null][] =>
  energySql(handle)
    .all(JSON.stringify(ids))
    .map(({ id, energy }) => [id, energy]);

/** Open tasks that were due, or meant, for a day before this one, the oldest first. */
export const overdueTasks = (handle: ReadHandle, day: string): OverdueRow[] => overdueSql(handle).all(day);

/** Open tasks that had a block since `fromMs`, were not worked on, and have none to come. */
export const missedTaskIds = (handle: ReadHandle, fromMs: number, nowMs: number): string[] =>
  missedSql(handle)
    .all({ fromMs, nowMs })
    .map((row) => row.taskId);
