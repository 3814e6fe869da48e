import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import path from 'node:path';
import { assertNoFault } from './backup.ts';
import type { ReadHandle } from './handles.ts';
import { isWritable } from './is-writable.ts';
import { type SchemaState, schemaStateOf } from './migrate.ts';
import { DATABASE_FILE } from './open-store.ts';
import { copyPrivately } from './private-copy.ts';
import { StorageError, asStorageError } from './storage-error.ts';

/** One state of a data file that is looked at and not changed. */
export interface InspectedStore {
  readonly read: ReadHandle;
  /** @throws StorageError `NEWER` or `FOREIGN` */
  schema(): SchemaState;
  /** Reads every page. @throws StorageError `CORRUPT` */
  assertNoFault(): void;
}

/**
 * Opens the data file of a folder read-only and calls `look` with what it holds at this moment, whatever a running window
 * writes meanwhile. Nothing is created, migrated or repaired. (Like every reader of a WAL database it may leave an empty
 * `-wal` and `-shm` beside the file.)
 *
 * @throws StorageError when it can't be read; `CORRUPT` also when tables are missing
 */
export function inspectStore<T>(
  { dataDir, migrationsDir }: { readonly dataDir: string; readonly migrationsDir: string },
  look: (store: InspectedStore) => T,
): T {
  let end = (): void => {};
  try {
    const file = path.join(dataDir, DATABASE_FILE);
    // Even a reader of WAL needs to write beside the file.
    const copy = isWritable(dataDir) ? null : copyPrivately(file);
    end = () => copy?.remove();
    const database = new Database(copy?.file ?? file, { readonly: true });
    end = () => {
      database.close();
      copy?.remove();
    };
    const store: InspectedStore = {
      read: { sqlite: database, orm: drizzle({ client: database }) },
      schema: () => schemaStateOf(database, migrationsDir),
      assertNoFault: () => assertNoFault(database),
    };
    return database.transaction(() => look(store)).deferred();
  } catch (error) {
    const missing = error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR';
    throw asStorageError(error) ?? (missing ? new StorageError('CORRUPT', error.code, { cause: error }) : error);
  } finally {
    end();
  }
}
