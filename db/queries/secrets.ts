import { type ReadHandle, type WriteHandle, preparedSql } from '../store/handles.ts';

const findSql = preparedSql<[string], { sealed: string }>('SELECT sealed FROM secret WHERE id = ?');
const saveSql = preparedSql<[string, string, number], never>(
  `INSERT INTO secret (id, sealed, saved_at_ms) VALUES (?, ?, ?)
   ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, saved_at_ms = excluded.saved_at_ms`,
);
const deleteSql = preparedSql<[string], never>('DELETE FROM secret WHERE id = ?');

/** A sealed password or key; only main/ports/secrets opens it. */
export const findSecret = (handle: ReadHandle, id: string): string | undefined => findSql(handle).get(id)?.sealed;

export function saveSecret(handle: WriteHandle, id: string, sealed: string, nowMs: number): void {
  saveSql(handle).run(id, sealed, nowMs);
}

export function deleteSecret(handle: WriteHandle, id: string): void {
  deleteSql(handle).run(id);
}
