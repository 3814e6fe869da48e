import type { DeliveryError, DeliveryState, ReminderChannel } from '#contract/reminders';
import { type ReadHandle, type WriteHandle, preparedSql } from '../store/handles.ts';

/** One moment told in one way. */
export interface DeliveryRow {
  readonly id: number;
  readonly alarmId: string;
  readonly channel: ReminderChannel;
  readonly state: DeliveryState;
  readonly batchId: string | null;
  readonly attempts: number;
  readonly nextTryMs: number;
  readonly error: DeliveryError | null;
  readonly atMs: number;
}

/** A delivery with what it is about. */
export type ShownDelivery = DeliveryRow & { readonly dueMs: number; readonly title: string | null };

/** What is told in one notice or message. */
export interface BatchItem {
  readonly id: number;
  readonly attempts: number;
  readonly alarmId: string;
}

const FIELDS = `d.id, d.alarm_id AS alarmId, d.channel, d.state, d.batch_id AS batchId, d.attempts, d.next_try_ms AS nextTryMs,
  d.error, d.at_ms AS atMs`;
const SHOWN = `SELECT ${FIELDS}, a.due_ms AS dueMs, coalesce(t.title, e.title) AS title
  FROM reminder_delivery d JOIN reminder_alarm a ON a.id = d.alarm_id
  LEFT JOIN task t ON t.id = a.task_id LEFT JOIN event e ON e.id = a.event_id`;

const insertSql = preparedSql<[string, string, string, number, number], never>(
  `INSERT OR IGNORE INTO reminder_delivery (alarm_id, channel, state, next_try_ms, at_ms) VALUES (?, ?, ?, ?, ?)`,
);
/** A clock that was set back must not keep anything for longer than a day. */
const DUE = `state = 'waiting' AND channel = @channel AND (next_try_ms <= @nowMs OR next_try_ms > @nowMs + 90000000)`;
const againSql = preparedSql<{ channel: string; nowMs: number }, { batchId: string }>(
  `SELECT batch_id AS batchId FROM reminder_delivery WHERE ${DUE} AND batch_id IS NOT NULL ORDER BY next_try_ms LIMIT 1`,
);
const freshSql = preparedSql<{ channel: string; nowMs: number }, BatchItem>(
  `SELECT id, attempts, alarm_id AS alarmId FROM reminder_delivery WHERE ${DUE} AND batch_id IS NULL ORDER BY id`,
);
const batchSql = preparedSql<[string, string], BatchItem>(
  `SELECT id, attempts, alarm_id AS alarmId FROM reminder_delivery WHERE batch_id = ? AND channel = ? AND state = 'waiting' ORDER BY id`,
);
const setSql = preparedSql<
  {
    id: number;
    state: string;
    batchId: string | null;
    attempts: number;
    nextTryMs: number;
    error: string | null;
    nowMs: number;
  },
  never
>(
  `UPDATE reminder_delivery SET state = @state, batch_id = coalesce(@batchId, batch_id), attempts = @attempts,
   next_try_ms = @nextTryMs, error = @error, at_ms = @nowMs WHERE id = @id`,
);
const interruptedSql = preparedSql<[], DeliveryRow>(
  `SELECT ${FIELDS} FROM reminder_delivery d WHERE d.state = 'sending'`,
);
const nextSql = preparedSql<[], { channel: ReminderChannel; nextMs: number }>(
  `SELECT channel, min(next_try_ms) AS nextMs FROM reminder_delivery WHERE state = 'waiting' GROUP BY channel`,
);
const stuckSql = preparedSql<[number], ShownDelivery>(`${SHOWN} WHERE d.state = 'parked' ORDER BY d.id DESC LIMIT ?`);
const latestSql = preparedSql<[number], ShownDelivery>(`${SHOWN} ORDER BY d.id DESC LIMIT ?`);
const waitingSql = preparedSql<[], { count: number }>(
  `SELECT count(*) AS count FROM reminder_delivery WHERE state = 'waiting'`,
);
const byIdSql = preparedSql<[number], DeliveryRow>(`SELECT ${FIELDS} FROM reminder_delivery d WHERE d.id = ?`);

/** Notes that a moment is to be told in one way; once, whatever happens. */
export function insertDelivery(
  handle: WriteHandle,
  {
    alarmId,
    channel,
    state,
    nowMs,
  }: { alarmId: string; channel: ReminderChannel; state: DeliveryState; nowMs: number },
): void {
  insertSql(handle).run(alarmId, channel, state, nowMs, nowMs);
}

/** The batch that is to be tried again first; undefined when none is due. */
export const batchAgain = (handle: ReadHandle, channel: ReminderChannel, nowMs: number): string | undefined =>
  againSql(handle).get({ channel, nowMs })?.batchId;
/** What was never tried. */
export const freshDeliveries = (handle: ReadHandle, channel: ReminderChannel, nowMs: number): BatchItem[] =>
  freshSql(handle).all({ channel, nowMs });
export const itemsOfBatch = (handle: ReadHandle, batchId: string, channel: ReminderChannel): BatchItem[] =>
  batchSql(handle).all(batchId, channel);
/** What was on its way when the program ended. */
export const interruptedDeliveries = (handle: ReadHandle): DeliveryRow[] => interruptedSql(handle).all();
/** When something waits to be tried next, by channel. */
export const waitingDeliveries = (handle: ReadHandle) => nextSql(handle).all();
export const stuckDeliveries = (handle: ReadHandle, limit: number): ShownDelivery[] => stuckSql(handle).all(limit);
export const latestDeliveries = (handle: ReadHandle, limit: number): ShownDelivery[] => latestSql(handle).all(limit);
export const countWaitingDeliveries = (handle: ReadHandle): number => waitingSql(handle).get()!.count;
export const findDelivery = (handle: ReadHandle, id: number): DeliveryRow | undefined => byIdSql(handle).get(id);

export function setDelivery(
  handle: WriteHandle,
  id: number,
  values: {
    readonly state: DeliveryState;
    readonly attempts: number;
    readonly nextTryMs: number;
    readonly error: DeliveryError | null;
    readonly batchId?: string;
    readonly nowMs: number;
  },
): void {
  setSql(handle).run({ batchId: null, ...values, id });
}
