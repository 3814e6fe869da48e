import { type ReadHandle, preparedSql } from '../store/handles.ts';

/** A stretch of time that belongs to a task, or to none. */
export interface StretchRow {
  readonly id: string;
  readonly taskId: string | null;
  readonly title: string;
  readonly project: string | null;
  readonly startMs: number;
  readonly endMs: number;
}

/** Ended focus work of a session. */
export interface WorkRow extends StretchRow {
  readonly pausedMs: number;
}

export interface DoneRow {
  readonly id: string;
  readonly title: string;
  readonly project: string | null;
  readonly closedAtMs: number;
}

/** A task with a day it was meant for. */
export interface MeantRow {
  readonly id: string;
  readonly title: string;
  readonly project: string | null;
  readonly doDay: string;
}

export interface TagRow {
  readonly taskId: string;
  readonly name: string;
  readonly color: string;
}

export interface WrittenRow {
  readonly id: string;
  readonly day: string;
  readonly words: number;
  readonly mood: number | null;
  readonly opening: string;
}

type Range = { from: number; to: number };
type Days = { from: string; to: string };

const blocks = preparedSql<Range, StretchRow>(
  `SELECT b.id, b.task_id AS taskId, coalesce(t.title, '') AS title, p.name AS project, b.start_ms AS startMs, b.end_ms AS endMs
   FROM block b LEFT JOIN task t ON t.id = b.task_id LEFT JOIN project p ON p.id = t.project_id
   WHERE b.start_ms >= @from AND b.start_ms < @to ORDER BY b.start_ms`,
);
const work = preparedSql<Range, WorkRow>(
  `SELECT s.id, s.task_id AS taskId, coalesce(t.title, s.logged_as, s.intention) AS title, p.name AS project,
     w.started_at_ms AS startMs, w.ended_at_ms AS endMs, w.paused_ms AS pausedMs
   FROM focus_part w JOIN focus_session s ON s.id = w.session_id LEFT JOIN task t ON t.id = s.task_id
     LEFT JOIN project p ON p.id = t.project_id
   WHERE w.kind = 'work' AND w.ended_at_ms > @from AND w.started_at_ms < @to ORDER BY w.started_at_ms`,
);
const worked = preparedSql<Range, { found: 1 }>(
  `SELECT 1 AS found FROM focus_part WHERE kind = 'work' AND ended_at_ms > @from AND started_at_ms < @to LIMIT 1`,
);
const done = preparedSql<Range, DoneRow>(
  `SELECT t.id, t.title, p.name AS project, t.closed_at_ms AS closedAtMs
   FROM task t LEFT JOIN project p ON p.id = t.project_id
   WHERE t.status <> 'open' AND t.status = 'done' AND t.closed_at_ms >= @from AND t.closed_at_ms < @to ORDER BY t.closed_at_ms`,
);
const meant = preparedSql<Days, MeantRow>(
  `SELECT t.id, t.title, p.name AS project, t.do_day AS doDay
   FROM task t LEFT JOIN project p ON p.id = t.project_id WHERE t.do_day BETWEEN @from AND @to ORDER BY t.do_day`,
);
const closings = preparedSql<[string], { id: string; closedAtMs: number }>(
  `SELECT id, closed_at_ms AS closedAtMs FROM task
   WHERE id IN (SELECT value FROM json_each(?)) AND status = 'done'`,
);
const tagsOf = preparedSql<[string], TagRow>(
  `SELECT l.task_id AS taskId, g.name, g.color FROM task_tag l JOIN tag g ON g.id = l.tag_id
   WHERE l.task_id IN (SELECT value FROM json_each(?)) ORDER BY g.name`,
);
const writtenDays = preparedSql<Days, { day: string; words: number; mood: number | null }>(
  `SELECT e.day, sum(e.word_count) AS words,
     (SELECT m.mood FROM entry m WHERE m.day = e.day AND m.mood IS NOT NULL ORDER BY m.at_ms DESC LIMIT 1) AS mood
   FROM entry e WHERE e.day BETWEEN @from AND @to GROUP BY e.day ORDER BY e.day`,
);
const entries = preparedSql<Days, WrittenRow>(
  `SELECT id, day, word_count AS words, mood, substr(body, 1, 400) AS opening FROM entry
   WHERE day BETWEEN @from AND @to ORDER BY day, at_ms`,
);

/** Blocks that begin in `[from, to)`. */
export const blocksBegun = (handle: ReadHandle, range: Range): StretchRow[] => blocks(handle).all(range);
/** Ended work that touches `[from, to)`, with what it was on. */
export const workOf = (handle: ReadHandle, range: Range): WorkRow[] => work(handle).all(range);
/** Whether any work touches `[from, to)`. */
export const hasWork = (handle: ReadHandle, range: Range): boolean => worked(handle).get(range) !== undefined;
/** Tasks done in `[from, to)`. */
export const tasksDone = (handle: ReadHandle, range: Range): DoneRow[] => done(handle).all(range);
/** Tasks meant for the days `from` to `to`. */
export const tasksMeant = (handle: ReadHandle, days: Days): MeantRow[] => meant(handle).all(days);
/** When each of these tasks was done; those that are not are left out. */
export const closingsOf = (handle: ReadHandle, taskIds: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    closings(handle)
      .all(JSON.stringify(taskIds))
      .map((row) => [row.id, row.closedAtMs]),
  );
export const tagsOfTasks = (handle: ReadHandle, taskIds: readonly string[]): TagRow[] =>
  tagsOf(handle).all(JSON.stringify(taskIds));
/** Words and the last mood told of each day that has an entry. */
export const wordsByDay = (handle: ReadHandle, days: Days): { day: string; words: number; mood: number | null }[] =>
  writtenDays(handle).all(days);
/** Every entry of the days `from` to `to`, oldest first, with its beginning. */
export const entriesWritten = (handle: ReadHandle, days: Days): WrittenRow[] => entries(handle).all(days);
