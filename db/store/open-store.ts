import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import fs from 'node:fs';
import path from 'node:path';
import { ledgeredTables } from '../schema/index.ts';
import { backUpTo } from './backup.ts';
import { forgetDeferred, indexDeferred, registerSearchLater } from './deferred-search.ts';
import type { ReadHandle, Sync, WriteHandle } from './handles.ts';
import { migrate, registerEntryNames, registerSearchText } from './migrate.ts';
import { copyPrivately } from './private-copy.ts';
import { StorageError, asStorageError } from './storage-error.ts';
import { cutOf } from './text-cut.ts';

/** The one open database. */
export interface Store {
  readonly path: string;
  /** True when the data folder can't be written: everything can be read, nothing changed. */
  readonly isReadOnly: boolean;
  readonly read: ReadHandle;
  /**
   * Runs `work` in one immediate transaction whose changes are recorded under ledger number `seq`; all of it happens or
   * none. `seq` null is for what the ledger does not keep (drafts, cursors): a change of a ledgered table is refused.
   *
   * @throws StorageError when the disk or the file fails; anything `work` throws, after rolling back
   */
  transaction<T>(seq: ((handle: WriteHandle) => number) | null, work: (handle: WriteHandle) => Sync<T>): T;
  /** How long a transaction waits, holding up everything, for another connection to finish; 5 s unless told. */
  waitForOthers(ms: number): void;
  close(): void;
}

export interface OpenStoreOptions {
  readonly dataDir: string;
  readonly migrationsDir: string;
  readonly nowMs: number;
}

export const DATABASE_FILE = 'braindump.db';
export const BACKUPS_DIR = 'backups';
/** Files that texts link to, each under the hash of its contents; never changed and never removed. */
export const ATTACHMENTS_DIR = 'attachments';

/** How long a transaction waits for another connection's. */
export const PATIENCE_MS = 5_000;

/**
 * Opens the database of a data folder, creating or migrating it.
 *
 * WAL with `synchronous=FULL`: with NORMAL a power cut loses acknowledged saves. better-sqlite3's build reopens WAL at
 * NORMAL, so it is asserted at every open.
 *
 * @throws StorageError with the reason the user is told
 */
export function openStore(options: OpenStoreOptions): Store {
  try {
    return isWritable(options.dataDir) ? openWritable(options) : openReadOnlyCopy(options);
  } catch (error) {
    throw asStorageError(error) ?? error;
  }
}

function openWritable({ dataDir, migrationsDir, nowMs }: OpenStoreOptions): Store {
  const file = path.join(dataDir, DATABASE_FILE);
  const database = new Database(file);
  try {
    database.pragma(`busy_timeout = ${PATIENCE_MS}`);
    database.pragma('foreign_keys = ON');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('temp_store = MEMORY');
    database.pragma('mmap_size = 8589934592');
    database.pragma('cache_size = -16000');
    if (database.pragma('synchronous', { simple: true }) !== 2)
      throw new StorageError('FAILED', 'synchronous is not FULL');
    migrate({
      database,
      migrationsDir,
      tables: ledgeredTables,
      nowMs,
      backUp: () => {
        const folder = path.join(dataDir, BACKUPS_DIR);
        fs.mkdirSync(folder, { recursive: true });
        backUpTo(database, path.join(folder, `before-update-${nowMs}.db`));
      },
    });
  } catch (error) {
    database.close();
    throw error;
  }
  return storeOver(database, file, false, () => {
    try {
      database.pragma('optimize');
    } catch (error) {
      // Only statistics for the planner: a full disk must not keep anyone from closing.
      if (asStorageError(error) === null) throw error;
    }
    database.close();
  });
}

/**
 * WAL needs to write beside the file, so a read-only folder is read through a private copy in the temporary folder, which
 * goes away at close.
 */
function openReadOnlyCopy({ dataDir }: OpenStoreOptions): Store {
  const file = path.join(dataDir, DATABASE_FILE);
  if (!fs.existsSync(file)) throw new StorageError('READ_ONLY', 'no database and no way to make one');
  const copy = copyPrivately(file);
  const database = new Database(copy.file);
  database.pragma('query_only = ON');
  return storeOver(database, file, true, () => {
    database.close();
    copy.remove();
  });
}

function storeOver(database: Database.Database, file: string, isReadOnly: boolean, close: () => void): Store {
  let current: number | null = null;
  database.function('ledger_seq', () => {
    if (current === null) throw new Error('a ledgered table was written outside the ledger');
    return current;
  });
  registerSearchText(database);
  registerSearchLater(database);
  registerEntryNames(database);
  database.function('text_cut', { deterministic: true }, (text, other) =>
    JSON.stringify(cutOf(String(text), String(other))),
  );
  const handle: WriteHandle = { sqlite: database, orm: drizzle({ client: database }) };
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');
  return {
    path: file,
    isReadOnly,
    read: handle,
    transaction(seq, work) {
      if (isReadOnly) throw new StorageError('READ_ONLY', 'opened read-only');
      if (database.inTransaction) throw new Error('a transaction was opened inside another one');
      try {
        begin.run();
        current = seq ? seq(handle) : null;
        const value = work(handle);
        indexDeferred(database);
        commit.run();
        return value;
      } catch (error) {
        forgetDeferred(database);
        if (database.inTransaction) rollback.run();
        throw asStorageError(error) ?? error;
      } finally {
        current = null;
      }
    },
    waitForOthers(ms) {
      database.pragma(`busy_timeout = ${Math.floor(ms)}`);
    },
    close,
  };
}

function isWritable(dataDir: string): boolean {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    fs.accessSync(dataDir, fs.constants.W_OK);
    const file = path.join(dataDir, DATABASE_FILE);
    if (fs.existsSync(file)) fs.accessSync(file, fs.constants.W_OK);
    return true;
  } catch (error) {
    if (asStorageError(error)?.reason === 'READ_ONLY') return false;
    throw error;
  }
}
