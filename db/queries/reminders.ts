import { eq, sql } from 'drizzle-orm';
import { reminder, reminderAlarm, reminderAnswer } from '../schema/reminders.ts';
import { type ReadHandle, type WriteHandle, prepared, preparedSql } from '../store/handles.ts';

export type ReminderRow = typeof reminder.$inferSelect;
export type AnswerRow = typeof reminderAnswer.$inferSelect;
export type AlarmRow = typeof reminderAlarm.$inferSelect;

/** The thing a reminder is about; the row of an event, or of the series. */
export type Subject = { readonly taskId: string } | { readonly eventId: string };

/** Up to when the moments of series are worked out, and for whom. */
export interface ReminderClockRow {
  readonly zone: string;
  readonly allDayTime: string;
  readonly horizonMs: number;
}

const ofTask = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(reminder)
    .where(eq(reminder.taskId, sql.placeholder('id')))
    .orderBy(reminder.createdAtMs, reminder.id)
    .prepare(),
);
const ofEvent = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(reminder)
    .where(eq(reminder.eventId, sql.placeholder('id')))
    .orderBy(reminder.createdAtMs, reminder.id)
    .prepare(),
);
const byId = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(reminder)
    .where(eq(reminder.id, sql.placeholder('id')))
    .prepare(),
);
const alarmsOfTask = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(reminderAlarm)
    .where(eq(reminderAlarm.taskId, sql.placeholder('id')))
    .prepare(),
);
const alarmsOfEvent = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(reminderAlarm)
    .where(eq(reminderAlarm.eventId, sql.placeholder('id')))
    .prepare(),
);
const dueAlarms = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(reminderAlarm)
    .where(sql`${reminderAlarm.state} = 'waiting' AND ${reminderAlarm.dueMs} <= ${sql.placeholder('nowMs')}`)
    .orderBy(reminderAlarm.dueMs, reminderAlarm.id)
    .prepare(),
);
const alarmsTold = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(reminderAlarm)
    .where(sql`${reminderAlarm.state} = 'told' AND ${reminderAlarm.toldAtMs} > ${sql.placeholder('sinceMs')}`)
    .orderBy(sql`${reminderAlarm.toldAtMs} DESC, ${reminderAlarm.dueMs} DESC`)
    .limit(2_000)
    .prepare(),
);
const alarmsByIds = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(reminderAlarm)
    .where(sql`${reminderAlarm.id} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`)
    .orderBy(reminderAlarm.dueMs, reminderAlarm.id)
    .prepare(),
);
const answersOf = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(reminderAnswer)
    .where(sql`${reminderAnswer.reminderId} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`)
    .prepare(),
);
const nextDue = preparedSql<[], { dueMs: number | null }>(
  `SELECT min(due_ms) AS dueMs FROM reminder_alarm WHERE state = 'waiting'`,
);
const nextOfReminder = preparedSql<[string], { dueMs: number | null }>(
  `SELECT min(due_ms) AS dueMs FROM reminder_alarm WHERE reminder_id = ? AND state = 'waiting'`,
);
const insertAlarmSql = preparedSql<Record<string, unknown>, never>(
  `INSERT INTO reminder_alarm (id, reminder_id, task_id, event_id, occurrence, due_ms, thing_ms, thing_all_day, state)
   VALUES (@id, @reminderId, @taskId, @eventId, @occurrence, @dueMs, @thingMs, @thingAllDay, 'waiting')`,
);
const moveAlarmSql = preparedSql<[number, number | null, number, string], never>(
  'UPDATE reminder_alarm SET due_ms = ?, thing_ms = ?, thing_all_day = ? WHERE id = ?',
);
const deleteAlarmSql = preparedSql<[string], never>(`DELETE FROM reminder_alarm WHERE id = ? AND state = 'waiting'`);
const tellAlarmSql = preparedSql<[number, string], never>(
  `UPDATE reminder_alarm SET state = 'told', told_at_ms = ? WHERE id = ? AND state = 'waiting'`,
);
const clockSql = preparedSql<[], ReminderClockRow>(
  'SELECT zone, all_day_time AS allDayTime, horizon_ms AS horizonMs FROM reminder_clock',
);
const saveClockSql = preparedSql<ReminderClockRow & Record<string, unknown>, never>(
  `INSERT INTO reminder_clock (id, zone, all_day_time, horizon_ms) VALUES (1, @zone, @allDayTime, @horizonMs)
   ON CONFLICT (id) DO UPDATE SET zone = excluded.zone, all_day_time = excluded.all_day_time, horizon_ms = excluded.horizon_ms`,
);
/** Things whose moments may follow the person's zone or the time for whole days. */
const subjectsSql = preparedSql<[], { taskId: string | null; eventId: string | null }>(
  'SELECT DISTINCT task_id AS taskId, event_id AS eventId FROM reminder',
);
const seriesSql = preparedSql<[], { eventId: string }>(
  `SELECT DISTINCT r.event_id AS eventId FROM reminder r JOIN event e ON e.id = r.event_id WHERE e.until_ms IS NOT NULL`,
);
/** What of a commit may move a reminder: the things whose rows it touched. */
const touchedSql = preparedSql<
  [number, number],
  { id: number; tableName: string; rowId: string; before: string | null; after: string | null }
>(
  `SELECT id, table_name AS tableName, row_id AS rowId, before, after FROM ledger_change
   WHERE commit_seq = ? AND id > ? AND table_name IN ('task', 'event', 'reminder', 'reminder_answer') ORDER BY id`,
);
const hasAnySql = preparedSql<[], { any: number }>(
  'SELECT EXISTS (SELECT 1 FROM reminder) OR EXISTS (SELECT 1 FROM reminder_alarm) AS any',
);
const forgetSql = preparedSql<[number], never>(`DELETE FROM reminder_alarm WHERE state = 'told' AND told_at_ms < ?`);

const taskSql = preparedSql<[string], TaskOfReminder>(
  'SELECT id, title, status, due_day AS dueDay, due_time AS dueTime, do_day AS doDay FROM task WHERE id = ?',
);

/** What of a task says when its reminders come. */
export interface TaskOfReminder {
  readonly id: string;
  readonly title: string;
  readonly status: 'open' | 'done' | 'dropped';
  readonly dueDay: string | null;
  readonly dueTime: string | null;
  readonly doDay: string | null;
}

export const taskOfReminder = (handle: ReadHandle, id: string): TaskOfReminder | undefined => taskSql(handle).get(id);
export const hasReminders = (handle: ReadHandle): boolean => hasAnySql(handle).get()?.any === 1;
export const remindersOf = (handle: ReadHandle, subject: Subject): ReminderRow[] =>
  'taskId' in subject ? ofTask(handle).all({ id: subject.taskId }) : ofEvent(handle).all({ id: subject.eventId });
export const findReminder = (handle: ReadHandle, id: string): ReminderRow | undefined => byId(handle).get({ id });
export const alarmsOf = (handle: ReadHandle, subject: Subject): AlarmRow[] =>
  'taskId' in subject
    ? alarmsOfTask(handle).all({ id: subject.taskId })
    : alarmsOfEvent(handle).all({ id: subject.eventId });
/** What waits and is due, earliest first. */
export const alarmsDue = (handle: ReadHandle, nowMs: number): AlarmRow[] => dueAlarms(handle).all({ nowMs });
/** What was told since a moment, newest first. */
export const toldSince = (handle: ReadHandle, sinceMs: number): AlarmRow[] => alarmsTold(handle).all({ sinceMs });
export const findAlarms = (handle: ReadHandle, ids: readonly string[]): AlarmRow[] =>
  alarmsByIds(handle).all({ ids: JSON.stringify(ids) });
/** What was answered to some reminders. */
export const answersTo = (handle: ReadHandle, reminderIds: readonly string[]): AnswerRow[] =>
  reminderIds.length === 0 ? [] : answersOf(handle).all({ ids: JSON.stringify(reminderIds) });
export const nextAlarmMs = (handle: ReadHandle): number | null => nextDue(handle).get()?.dueMs ?? null;
export const nextAlarmOf = (handle: ReadHandle, reminderId: string): number | null =>
  nextOfReminder(handle).get(reminderId)?.dueMs ?? null;
export const reminderClock = (handle: ReadHandle): ReminderClockRow | undefined => clockSql(handle).get();
export const remindedSubjects = (handle: ReadHandle): Subject[] =>
  subjectsSql(handle)
    .all()
    .map(({ taskId, eventId }) => (taskId === null ? { eventId: eventId! } : { taskId }));
export const remindedSeries = (handle: ReadHandle): string[] =>
  seriesSql(handle)
    .all()
    .map(({ eventId }) => eventId);
export const touchedSince = (handle: ReadHandle, seq: number, changeId: number) =>
  touchedSql(handle).all(seq, changeId);

export function insertReminder(handle: WriteHandle, row: ReminderRow): void {
  handle.orm.insert(reminder).values(row).run();
}

export function updateReminder(handle: WriteHandle, id: string, values: Partial<ReminderRow>): void {
  handle.orm.update(reminder).set(values).where(eq(reminder.id, id)).run();
}

export function deleteReminder(handle: WriteHandle, id: string): void {
  handle.orm.delete(reminder).where(eq(reminder.id, id)).run();
}

export function insertAnswer(handle: WriteHandle, row: AnswerRow): void {
  handle.orm.insert(reminderAnswer).values(row).run();
}

/** Takes back what was answered to one moment. */
export function deleteAnswers(handle: WriteHandle, alarmId: string): void {
  handle.orm.delete(reminderAnswer).where(eq(reminderAnswer.alarmId, alarmId)).run();
}

export function insertAlarm(handle: WriteHandle, row: Omit<AlarmRow, 'state' | 'toldAtMs'>): void {
  insertAlarmSql(handle).run({ ...row, thingAllDay: Number(row.thingAllDay) });
}

export function moveAlarm(handle: WriteHandle, row: Pick<AlarmRow, 'id' | 'dueMs' | 'thingMs' | 'thingAllDay'>): void {
  moveAlarmSql(handle).run(row.dueMs, row.thingMs, Number(row.thingAllDay), row.id);
}

/** Takes away a moment that still waits. */
export function deleteAlarm(handle: WriteHandle, id: string): void {
  deleteAlarmSql(handle).run(id);
}

export function tellAlarm(handle: WriteHandle, id: string, nowMs: number): void {
  tellAlarmSql(handle).run(nowMs, id);
}

export function saveReminderClock(handle: WriteHandle, row: ReminderClockRow): void {
  saveClockSql(handle).run({ ...row });
}

/** Forgets what was told before a moment, with its deliveries. */
export function forgetToldBefore(handle: WriteHandle, beforeMs: number): void {
  forgetSql(handle).run(beforeMs);
}
