import { eq, sql } from 'drizzle-orm';
import { focusNote, focusPart, focusSession } from '../schema/focus.ts';
import { type ReadHandle, type WriteHandle, prepared, preparedSql } from '../store/handles.ts';

export type FocusSessionRow = typeof focusSession.$inferSelect;
export type FocusPartRow = typeof focusPart.$inferSelect;
export type FocusNoteRow = typeof focusNote.$inferSelect;

/** A finished session with what the log shows beside it. */
export interface LoggedSessionRow {
  readonly id: string;
  readonly name: string;
  readonly taskId: string | null;
  readonly taskStatus: 'open' | 'done' | 'dropped' | null;
  readonly mode: FocusSessionRow['mode'];
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly workMs: number;
  readonly notes: number;
}

/** An ended work part with whom its time belongs to. */
export interface WorkPartRow {
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly pausedMs: number;
  readonly taskId: string | null;
  readonly name: string;
}

/** A session goes by its task's title now, by the one it had once the task is gone, else by the intention. */
const NAME = 'coalesce(t.title, s.logged_as, s.intention)';

const LOGGED = `SELECT s.id, ${NAME} AS name, s.task_id AS taskId, t.status AS taskStatus, s.mode, s.started_at_ms AS startedAtMs,
    s.ended_at_ms AS endedAtMs, s.work_ms AS workMs, (SELECT count(*) FROM focus_note n WHERE n.session_id = s.id) AS notes
  FROM focus_session s LEFT JOIN task t ON t.id = s.task_id`;

type LogPage = {
  fromMs: number;
  toMs: number;
  afterMs: number;
  afterId: string;
  limit: number;
};

const activeIds = preparedSql<[], { id: string }>(
  `SELECT id FROM focus_session WHERE state <> 'finished' ORDER BY started_at_ms DESC`,
);
const sessionById = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(focusSession)
    .where(eq(focusSession.id, sql.placeholder('id')))
    .prepare(),
);
const partsOf = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(focusPart)
    .where(eq(focusPart.sessionId, sql.placeholder('id')))
    .orderBy(focusPart.number)
    .prepare(),
);
const notesOf = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(focusNote)
    .where(eq(focusNote.sessionId, sql.placeholder('id')))
    .orderBy(focusNote.atMs, focusNote.id)
    .prepare(),
);
const loggedById = preparedSql<[string], LoggedSessionRow>(`${LOGGED} WHERE s.id = ? AND s.state = 'finished'`);
const logPage = preparedSql<LogPage, LoggedSessionRow>(
  `${LOGGED} WHERE s.state = 'finished' AND s.started_at_ms >= @fromMs AND s.started_at_ms < @toMs
   AND (s.started_at_ms, s.id) < (@afterMs, @afterId) ORDER BY s.started_at_ms DESC, s.id DESC LIMIT @limit`,
);
const workBetween = preparedSql<{ fromMs: number; toMs: number }, WorkPartRow>(
  `SELECT p.started_at_ms AS startedAtMs, p.ended_at_ms AS endedAtMs, p.paused_ms AS pausedMs, s.task_id AS taskId, ${NAME} AS name
   FROM focus_part p JOIN focus_session s ON s.id = p.session_id LEFT JOIN task t ON t.id = s.task_id
   WHERE p.kind = 'work' AND p.ended_at_ms > @fromMs AND p.started_at_ms < @toMs ORDER BY p.started_at_ms`,
);

/** The ids of the sessions that are not finished, newest first. */
export const activeSessionIds = (handle: ReadHandle): string[] =>
  activeIds(handle)
    .all()
    .map((row) => row.id);
export const findFocusSession = (handle: ReadHandle, id: string): FocusSessionRow | undefined =>
  sessionById(handle).get({ id });
/** In the order they were. */
export const partsOfSession = (handle: ReadHandle, sessionId: string): FocusPartRow[] =>
  partsOf(handle).all({ id: sessionId });
export const notesOfSession = (handle: ReadHandle, sessionId: string): FocusNoteRow[] =>
  notesOf(handle).all({ id: sessionId });
export const findLoggedSession = (handle: ReadHandle, id: string): LoggedSessionRow | undefined =>
  loggedById(handle).get(id);

/** Finished sessions that began in `[fromMs, toMs)`, newest first, from the one before `after` on. */
export function loggedSessions(
  handle: ReadHandle,
  page: {
    readonly fromMs: number;
    readonly toMs: number;
    readonly after: { readonly startedAtMs: number; readonly id: string } | null;
    readonly limit: number;
  },
): LoggedSessionRow[] {
  const { fromMs, toMs, after, limit } = page;
  return logPage(handle).all({ fromMs, toMs, afterMs: after?.startedAtMs ?? toMs, afterId: after?.id ?? '', limit });
}

/** Ended work that touches `[fromMs, toMs)`, of every session. */
export const workPartsBetween = (handle: ReadHandle, fromMs: number, toMs: number): WorkPartRow[] =>
  workBetween(handle).all({ fromMs, toMs });

export function insertFocusSession(handle: WriteHandle, row: FocusSessionRow): void {
  handle.orm.insert(focusSession).values(row).run();
}

export function updateFocusSession(handle: WriteHandle, id: string, values: Partial<FocusSessionRow>): void {
  handle.orm.update(focusSession).set(values).where(eq(focusSession.id, id)).run();
}

/** Deletes a session with its parts and notes. */
export function deleteFocusSession(handle: WriteHandle, id: string): void {
  handle.orm.delete(focusSession).where(eq(focusSession.id, id)).run();
}

export function insertFocusPart(handle: WriteHandle, row: FocusPartRow): void {
  handle.orm.insert(focusPart).values(row).run();
}

export function updateFocusPart(handle: WriteHandle, id: string, values: Partial<FocusPartRow>): void {
  handle.orm.update(focusPart).set(values).where(eq(focusPart.id, id)).run();
}

export function insertFocusNote(handle: WriteHandle, row: FocusNoteRow): void {
  handle.orm.insert(focusNote).values(row).run();
}
