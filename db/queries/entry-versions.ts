import { type ReadHandle, preparedSql } from '../store/handles.ts';

/** A change of an entry's row, with its commit. */
export interface EntryChangeRow {
  readonly seq: number;
  readonly atMs: number;
  readonly command: string;
  readonly op: 'insert' | 'update' | 'delete';
  readonly before: string | null;
  readonly after: string | null;
}

const changesSql = preparedSql<[string], EntryChangeRow>(
  `SELECT c.seq, c.at_ms AS atMs, c.command, ch.op, ch.before, ch.after
   FROM ledger_change ch JOIN ledger_commit c ON c.seq = ch.commit_seq
   WHERE ch.row_id = ? AND ch.table_name = 'entry' ORDER BY ch.id`,
);
const deletedSql = preparedSql<[string], { id: string; body: string; deletedAtMs: number }>(
  `SELECT ch.row_id AS id, json_extract(ch.before, '$.body') AS body, max(c.at_ms) AS deletedAtMs
   FROM ledger_change ch JOIN ledger_commit c ON c.seq = ch.commit_seq
   WHERE ch.table_name = 'entry' AND ch.op = 'delete' AND json_extract(ch.before, '$.day') = ?
   AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.id = ch.row_id)
   AND c.command <> 'history.undo'
   GROUP BY ch.row_id ORDER BY deletedAtMs DESC LIMIT 50`,
);

/** Everything that happened to an entry, oldest first. */
export const changesOfEntry = (handle: ReadHandle, id: string): EntryChangeRow[] => changesSql(handle).all(id);
/** Entries of a day that were deleted and are still gone, the last one first; those undo took back were never wanted. */
export const deletedEntries = (handle: ReadHandle, day: string): { id: string; body: string; deletedAtMs: number }[] =>
  deletedSql(handle).all(day);
