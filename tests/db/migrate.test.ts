import { ledgeredTables } from '#db/schema/index';
import { migrate } from '#db/store/migrate';
import { BACKUPS_DIR, DATABASE_FILE } from '#db/store/open-store';
import Database from 'better-sqlite3';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrationsDir, temporaryFolder, testCore } from '../support/test-core.ts';

const shipped = fs
  .readdirSync(migrationsDir)
  .filter((name) => name.endsWith('.sql'))
  .toSorted();

/** A folder with only the first migrations, as an older version shipped them. */
function olderMigrations(count: number): string {
  const folder = temporaryFolder();
  for (const name of shipped.slice(0, count)) fs.copyFileSync(path.join(migrationsDir, name), path.join(folder, name));
  return folder;
}

/** A profile as the version with that many migrations left it. */
function olderProfile(count: number): string {
  const dataDir = temporaryFolder();
  const database = new Database(path.join(dataDir, DATABASE_FILE));
  migrate({ database, migrationsDir: olderMigrations(count), tables: [], nowMs: 0, backUp: () => {} });
  database.close();
  return dataDir;
}

describe('migrating', () => {
  it.each(shipped.map((_, at) => at + 1))('brings a database of %i migrations to the present', async (count) => {
    const dataDir = olderProfile(count);
    const { client } = testCore({ dataDir });
    expect((await client.system.status()).storage.state).toBe('open');
    expect((await client.tasks.create({ title: 'after the update' })).title).toBe('after the update');
  });

  it('keeps what was there, and a backup from before', async () => {
    const dataDir = olderProfile(4);
    const file = path.join(dataDir, DATABASE_FILE);
    const old = new Database(file);
    old.exec(
      `INSERT INTO task (id, title, position, created_at_ms) VALUES ('01980000-0000-7000-8000-00000000000a', 'from before', 1, 5)`,
    );
    old.close();
    const { client } = testCore({ dataDir });
    expect((await client.tasks.list({ list: 'all' })).map(({ title }) => title)).toEqual(['from before']);
    const [backup] = fs.readdirSync(path.join(dataDir, BACKUPS_DIR));
    const before = new Database(path.join(dataDir, BACKUPS_DIR, backup!), { readonly: true });
    onTestFinished(() => void before.close());
    expect(before.pragma('user_version', { simple: true })).toBe(4);
    expect(before.prepare('SELECT title FROM task').pluck().get()).toBe('from before');
  });

  it('changes nothing when a migration fails half-way', () => {
    const folder = olderMigrations(shipped.length);
    fs.writeFileSync(path.join(folder, '9999-broken.sql'), 'CREATE TABLE half (id TEXT); CREATE TABLE half (id TEXT);');
    const database = new Database(path.join(olderProfile(3), DATABASE_FILE));
    onTestFinished(() => void database.close());
    const options = { database, migrationsDir: folder, tables: ledgeredTables, nowMs: 0, backUp: () => {} };
    expect(() => migrate(options)).toThrow('half already exists');
    expect(database.pragma('user_version', { simple: true })).toBe(3);
    expect(database.prepare(`SELECT name FROM sqlite_schema WHERE name IN ('half', 'task')`).all()).toEqual([]);
  });

  it('refuses a database whose migrations are not these, although there are as many', () => {
    const folder = olderMigrations(4);
    fs.appendFileSync(path.join(folder, shipped[2]!), '\n-- another history\n');
    const database = new Database(':memory:');
    onTestFinished(() => void database.close());
    migrate({ database, migrationsDir: folder, tables: [], nowMs: 0, backUp: () => {} });
    const options = { database, migrationsDir, tables: ledgeredTables, nowMs: 0, backUp: () => {} };
    expect(() => migrate(options)).toThrow(expect.objectContaining({ reason: 'NEWER' }));
  });
});
