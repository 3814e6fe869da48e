import type Database from 'better-sqlite3';
import { getTableName } from 'drizzle-orm';
import { ledgeredTables } from '../schema/index.ts';

/** A connection, as far as work within a transaction may use it. */
type Connection = Pick<Database.Database, 'prepare'>;

/** The documents of each open database that wait to be indexed; none where nobody deferred. */
const waiting = new WeakMap<Connection, Set<number>>();

/** Called by the triggers of searchable tables: whether a document is indexed later, all of them at once. */
export function registerSearchLater(database: Database.Database): void {
  database.function('search_later', { directOnly: false }, (docid) => {
    const documents = waiting.get(database);
    if (!documents) return 0;
    documents.add(Number(docid));
    return 1;
  });
}

/**
 * From now on, until the transaction ends, new texts wait to be indexed. FTS5 writes what it has gathered at every savepoint,
 * and a statement with triggers is one: index them one by one and each is a segment of its own.
 */
export function deferSearch(database: Connection): void {
  if (!waiting.has(database)) waiting.set(database, new Set());
}

/** Indexes what waits, one statement for each kind of thing. */
export function indexDeferred(database: Connection): void {
  const documents = waiting.get(database);
  waiting.delete(database);
  if (!documents || documents.size === 0) return;
  const json = JSON.stringify([...documents].toSorted((one, other) => one - other));
  for (const { table, search } of ledgeredTables) {
    if (!search) continue;
    const text = (column: { name: string } | undefined): string =>
      column ? `search_text(coalesce(source."${column.name}", ''))` : `''`;
    database
      .prepare<[string, string]>(
        // A document that was taken away again meanwhile is in search_doc no more.
        `INSERT INTO search_fts (rowid, title, body)
         SELECT d.docid, ${text(search.title)}, ${text(search.body)}
         FROM json_each(?) w CROSS JOIN search_doc d ON d.docid = w.value
         CROSS JOIN "${getTableName(table)}" source ON source.id = d.ref WHERE d.kind = ?`,
      )
      .run(json, search.kind);
  }
}

/** The transaction was rolled back: nothing waits any more. */
export function forgetDeferred(database: Connection): void {
  waiting.delete(database);
}
