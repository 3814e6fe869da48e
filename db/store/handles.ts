import type Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';

type Orm = BetterSQLite3Database;

/** A database that may be asked. Queries take it as their first argument. */
export interface ReadHandle {
  readonly sqlite: Pick<Database.Database, 'prepare'>;
  readonly orm: Pick<Orm, 'select' | 'selectDistinct' | '$count' | 'with'>;
}

/** A database inside a transaction that may be changed; only {@link Store.transaction} hands one out. */
export interface WriteHandle extends ReadHandle {
  readonly orm: Pick<Orm, 'select' | 'selectDistinct' | '$count' | 'with' | 'insert' | 'update' | 'delete'>;
}

/** Anything but a promise: what a transaction may return, since nothing asynchronous can happen inside one. */
export type Sync<T> = T extends PromiseLike<unknown> ? never : T;

const caches = new WeakMap<object, Map<object, unknown>>();

/**
 * A statement prepared once per database and kept: drizzle's building of a query costs twelve times its execution.
 *
 * @param build builds and prepares it; runs at the first use on each database
 * @returns gives the prepared statement for a handle
 */
export function prepared<H extends ReadHandle, S>(build: (orm: H['orm']) => S): (handle: H) => S {
  return (handle) => {
    let cache = caches.get(handle.sqlite);
    if (!cache) caches.set(handle.sqlite, (cache = new Map()));
    let statement = cache.get(build) as S | undefined;
    if (statement === undefined) cache.set(build, (statement = build(handle.orm)));
    return statement;
  };
}

/**
 * The same for hand-written SQL, where drizzle has no words for it (FTS5, JSON, recursive queries).
 *
 * @typeParam P the bound parameters, @typeParam R a row
 */
export function preparedSql<P extends unknown[] | Record<string, unknown>, R>(
  source: string,
): (handle: ReadHandle) => Database.Statement<P extends unknown[] ? P : [P], R> {
  const key = {};
  return (handle) => {
    let cache = caches.get(handle.sqlite);
    if (!cache) caches.set(handle.sqlite, (cache = new Map()));
    let statement = cache.get(key) as Database.Statement<P extends unknown[] ? P : [P], R> | undefined;
    if (!statement) cache.set(key, (statement = handle.sqlite.prepare<P extends unknown[] ? P : [P], R>(source)));
    return statement;
  };
}
