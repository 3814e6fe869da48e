import { type ReadHandle, preparedSql } from '../store/handles.ts';

/** A value as SQLite holds it. */
export type Value = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, Value>>;

/** What is made again from the rest: indexes, cursors, the notes of the store about itself. */
const MACHINERY = ['migration', 'store_fact'];

const tableNamesSql = preparedSql<[string], { name: string }>(
  `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'search_*'
   AND name NOT GLOB 'outbox_*' AND name NOT IN (SELECT value FROM json_each(?)) ORDER BY name`,
);
const daysSql = preparedSql<[], { day: string }>('SELECT day FROM entry UNION SELECT day FROM draft ORDER BY day');

/**
 * Every table that holds what the user has entered or its history, by name; a new feature's tables are among them without
 * being listed anywhere.
 */
export const tableNames = (handle: ReadHandle): string[] =>
  tableNamesSql(handle)
    .all(JSON.stringify(MACHINERY))
    .map(({ name }) => name);

/** The rows of a table by its first column, which grows with time. @param table one of {@link tableNames} */
export const rowsOf = (handle: ReadHandle, table: string): IterableIterator<Row> =>
  handle.sqlite.prepare<[], Row>(`SELECT * FROM "${table}" ORDER BY 1`).iterate();

/** Every day with an entry or the draft of one, oldest first. */
export const daysOfJournal = (handle: ReadHandle): string[] =>
  daysSql(handle)
    .all()
    .map(({ day }) => day);

/** Runs `read` on one state of the data, whatever other processes write meanwhile. Nothing asynchronous may happen in it. */
export function atOneMoment<T>(handle: ReadHandle, read: () => T): T {
  handle.sqlite.prepare('BEGIN').run();
  try {
    return read();
  } finally {
    handle.sqlite.prepare('COMMIT').run();
  }
}
