import { type ReadHandle, type WriteHandle, preparedSql } from '../store/handles.ts';
import type { EventRow } from './ledger.ts';

export interface CursorRow {
  readonly consumer: string;
  readonly lastEventId: number;
  readonly attempts: number;
  readonly nextTryMs: number;
  readonly lastError: string | null;
}

const cursorSql = preparedSql<[string], CursorRow>(
  'SELECT consumer, last_event_id AS lastEventId, attempts, next_try_ms AS nextTryMs, last_error AS lastError FROM outbox_cursor WHERE consumer = ?',
);
const newestSql = preparedSql<[], { id: number | null }>('SELECT max(id) AS id FROM ledger_event');
const saveSql = preparedSql<CursorRow & Record<string, unknown>, never>(
  `INSERT INTO outbox_cursor (consumer, last_event_id, attempts, next_try_ms, last_error)
   VALUES (@consumer, @lastEventId, @attempts, @nextTryMs, @lastError)
   ON CONFLICT (consumer) DO UPDATE SET last_event_id = excluded.last_event_id, attempts = excluded.attempts,
     next_try_ms = excluded.next_try_ms, last_error = excluded.last_error`,
);
const nextSql = preparedSql<[number, string], EventRow>(
  `SELECT id, commit_seq AS commitSeq, type, version, payload FROM ledger_event
   WHERE id > ? AND type IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT 1`,
);
const parkSql = preparedSql<[string, number, number, string], never>(
  'INSERT OR REPLACE INTO outbox_parked (consumer, event_id, parked_at_ms, last_error) VALUES (?, ?, ?, ?)',
);
export const cursorOf = (handle: ReadHandle, consumer: string): CursorRow | undefined =>
  cursorSql(handle).get(consumer);
export const newestEventId = (handle: ReadHandle): number => newestSql(handle).get()?.id ?? 0;
/** The next event of one of the `types` after `lastEventId`. */
export const nextEvent = (handle: ReadHandle, lastEventId: number, types: readonly string[]): EventRow | undefined =>
  nextSql(handle).get(lastEventId, JSON.stringify(types));

export function saveCursor(handle: WriteHandle, row: CursorRow): void {
  saveSql(handle).run({ ...row });
}

export function parkEvent(handle: WriteHandle, consumer: string, eventId: number, atMs: number, error: string): void {
  parkSql(handle).run(consumer, eventId, atMs, error);
}
