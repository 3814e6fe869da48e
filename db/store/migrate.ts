import type Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { LedgeredTable } from '../schema/ledgered.ts';
import { entryNames } from './entry-names.ts';
import { searchText } from './search-text.ts';
import { StorageError } from './storage-error.ts';
import { triggersOf } from './triggers.ts';

/** "BDMP": marks a file as ours in SQLite's header, so that another program's database is never touched. */
const APPLICATION_ID = 0x42444d50;

interface MigrateOptions {
  readonly database: Database.Database;
  /** The folder of numbered SQL files. */
  readonly migrationsDir: string;
  readonly tables: readonly LedgeredTable[];
  readonly nowMs: number;
  /** Called before a database with data in it is changed. */
  readonly backUp: () => void;
}

/**
 * Brings a database to the shipped schema, in one transaction, or leaves it as it was.
 *
 * The applied migrations must be a prefix of the shipped ones, with the same contents; more of them, or others, mean a
 * newer Braindump wrote the file.
 *
 * @throws StorageError `NEWER` or `FOREIGN`
 */
export function migrate({ database, migrationsDir, tables, nowMs, backUp }: MigrateOptions): void {
  const shipped = shippedIn(migrationsDir);
  const { version, isNew } = versionOf(database, shipped);
  const triggers = tables.map(triggersOf).join('\n');
  const triggersHash = createHash('sha256').update(triggers).digest('hex');
  if (version === shipped.length && storedFact(database, 'triggers') === triggersHash) return;

  registerEntryNames(database);
  registerSearchText(database);
  const sources = sourcesOf(migrationsDir, shipped);
  if (!isNew) {
    assertPrefix(database, sources);
    backUp();
  }
  database
    .transaction(() => {
      const old = database
        .prepare<[], { name: string }>(
          `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND (name GLOB 'ledger_*' OR name GLOB 'search_*')`,
        )
        .all();
      for (const { name } of old) database.exec(`DROP TRIGGER "${name}"`);
      if (isNew) {
        database.pragma(`application_id = ${APPLICATION_ID}`);
        database.exec(
          'CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at_ms INTEGER NOT NULL) STRICT',
        );
      }
      const note = database.prepare('INSERT INTO migration (number, name, hash, applied_at_ms) VALUES (?, ?, ?, ?)');
      for (const [at, { name, sql, hash }] of sources.entries()) {
        if (at < version) continue;
        database.exec(sql);
        note.run(at + 1, name, hash, nowMs);
      }
      database.exec(triggers);
      database.prepare(`INSERT OR REPLACE INTO store_fact (key, value) VALUES ('triggers', ?)`).run(triggersHash);
      database.pragma(`user_version = ${shipped.length}`);
    })
    .exclusive();
}

/** What the triggers of the names in entries call, while migrating and ever after. */
export function registerEntryNames(database: Database.Database): void {
  database.function('entry_names', { deterministic: true }, (text) => JSON.stringify(entryNames(String(text))));
}

/** What the triggers of the search index call, while migrating and ever after. */
export function registerSearchText(database: Database.Database): void {
  database.function('search_text', { deterministic: true }, (text) => searchText(String(text)));
}

/** How the schema of a file stands to the shipped one. */
export interface SchemaState {
  /** How many migrations it has; none in an empty file. */
  readonly version: number;
  /** How many are shipped. */
  readonly shipped: number;
}

/**
 * Compares without changing anything.
 *
 * @throws StorageError `NEWER` or `FOREIGN`, as {@link migrate}
 */
export function schemaStateOf(database: Database.Database, migrationsDir: string): SchemaState {
  const shipped = shippedIn(migrationsDir);
  const { version, isNew } = versionOf(database, shipped);
  if (!isNew) assertPrefix(database, sourcesOf(migrationsDir, shipped));
  return { version, shipped: shipped.length };
}

interface Source {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

function shippedIn(migrationsDir: string): string[] {
  return fs
    .readdirSync(migrationsDir)
    .filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name))
    .toSorted();
}

function versionOf(database: Database.Database, shipped: readonly string[]): { version: number; isNew: boolean } {
  const applicationId = database.pragma('application_id', { simple: true });
  const version = database.pragma('user_version', { simple: true }) as number;
  const isNew = applicationId === 0 && version === 0 && isEmpty(database);
  if (!isNew && applicationId !== APPLICATION_ID)
    throw new StorageError('FOREIGN', `application_id ${String(applicationId)}`);
  if (version > shipped.length) throw new StorageError('NEWER', `schema ${version}`);
  return { version, isNew };
}

function sourcesOf(migrationsDir: string, shipped: readonly string[]): Source[] {
  return shipped.map((name) => {
    const sql = fs.readFileSync(path.join(migrationsDir, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
  });
}

function assertPrefix(database: Database.Database, sources: readonly Source[]): void {
  const applied = database
    .prepare<[], { name: string; hash: string }>('SELECT name, hash FROM migration ORDER BY number')
    .all();
  const foreign = applied.find((row, at) => row.name !== sources[at]?.name || row.hash !== sources[at]?.hash);
  if (foreign) throw new StorageError('NEWER', `migration ${foreign.name}`);
}

function isEmpty(database: Database.Database): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
}

function storedFact(database: Database.Database, key: string): string | null {
  if (database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'store_fact'`).get() === undefined) return null;
  const row = database.prepare<[string], { value: string }>('SELECT value FROM store_fact WHERE key = ?').get(key);
  return row?.value ?? null;
}
