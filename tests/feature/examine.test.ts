import { type Examination, examine } from '#main/core/examine';
import { migrate } from '#db/store/migrate';
import { DATABASE_FILE } from '#db/store/open-store';
import Database from 'better-sqlite3';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrationsDir, temporaryFolder, testCore } from '../support/test-core.ts';

const shipped = fs.readdirSync(migrationsDir).filter((name) => name.endsWith('.sql'));

/** A closed profile with two tasks and an entry. */
async function lived(): Promise<string> {
  const { client, core, dataDir } = testCore();
  await client.tasks.create({ title: 'Buy stamps' });
  await client.tasks.create({ title: 'Call the bank' });
  await client.journal.write({ id: '01a1fd9f-0000-7000-8000-000000000001', day: '2026-11-21', body: 'A quiet day' });
  await core.close();
  return dataDir;
}

/** Changes a data file as no Braindump would. */
function tamper(dataDir: string, sql: string): void {
  const database = new Database(path.join(dataDir, DATABASE_FILE));
  database.exec(sql);
  database.close();
}

const fileIn = (dataDir: string): Examination['file'] => examine(dataDir, migrationsDir)?.file ?? null;

describe('examining a data folder', () => {
  it('finds a healthy file whole', async () => {
    expect(fileIn(await lived())).toEqual({
      state: 'whole',
      schema: { version: shipped.length, shipped: shipped.length },
      chain: { commits: 3, firstBrokenSeq: null },
      index: { rows: 3, found: 3, documents: 3 },
      attachments: { files: 0, bytes: 0, missing: 0, changed: 0, onlyInHistory: 0, unlinked: 0 },
    });
  });

  it('sees what an open window has just written', async () => {
    const { client, dataDir } = testCore();
    await client.tasks.create({ title: 'Buy stamps' });
    expect(fileIn(dataDir)).toMatchObject({ chain: { commits: 1 }, index: { rows: 1, found: 1, documents: 1 } });
    await client.tasks.create({ title: 'Still writing' });
  });

  it('names the commit that was changed from outside', async () => {
    const dataDir = await lived();
    tamper(dataDir, `UPDATE ledger_change SET after = replace(after, 'bank', 'boss')`);
    expect(fileIn(dataDir)).toMatchObject({ chain: { commits: 1, firstBrokenSeq: 2 } });
  });

  it('counts what the search index misses and what it holds in vain', async () => {
    const dataDir = await lived();
    tamper(dataDir, `UPDATE search_doc SET ref = 'gone' WHERE kind = 'entry'`);
    expect(fileIn(dataDir)).toMatchObject({ index: { rows: 3, found: 2, documents: 3 } });
    tamper(dataDir, `DELETE FROM search_fts WHERE rowid = (SELECT max(docid) FROM search_doc WHERE kind = 'task')`);
    expect(fileIn(dataDir)).toMatchObject({ index: { rows: 3, found: 1, documents: 3 } });
  });

  it('leaves an older file as it is', () => {
    const dataDir = temporaryFolder();
    const older = temporaryFolder();
    for (const name of shipped.toSorted().slice(0, 1))
      fs.copyFileSync(path.join(migrationsDir, name), path.join(older, name));
    const file = path.join(dataDir, DATABASE_FILE);
    const database = new Database(file);
    migrate({ database, migrationsDir: older, tables: [], nowMs: 0, backUp: () => {} });
    database.close();
    const before = fs.readFileSync(file);
    expect(fileIn(dataDir)).toEqual({
      state: 'whole',
      schema: { version: 1, shipped: shipped.length },
      chain: { commits: 0, firstBrokenSeq: null },
      index: null,
      attachments: null,
    });
    expect(fs.readFileSync(file).equals(before)).toBe(true);
  });

  it.each([
    ['a newer Braindump wrote', 'PRAGMA user_version = 9999', { reason: 'NEWER', code: 'schema 9999' }],
    [
      'another Braindump migrated',
      `UPDATE migration SET hash = 'other' WHERE number = 3`,
      { reason: 'NEWER', code: 'migration 0003-settings.sql' },
    ],
    ['another program wrote', 'PRAGMA application_id = 7', { reason: 'FOREIGN', code: 'application_id 7' }],
    ['lost a table', 'DROP TABLE ledger_event', { reason: 'CORRUPT', code: 'SQLITE_ERROR' }],
  ])('says why a file that %s is not looked into', async (_, sql, failure) => {
    const dataDir = await lived();
    tamper(dataDir, `PRAGMA foreign_keys = OFF; ${sql}`);
    expect(fileIn(dataDir)).toEqual({ state: 'unreadable', ...failure });
  });

  it('finds damage on a page nobody has read yet', async () => {
    const dataDir = await lived();
    const file = path.join(dataDir, DATABASE_FILE);
    const database = new Database(file);
    const root = database.prepare<[], number>(`SELECT rootpage FROM sqlite_schema WHERE name = 'ledger_change_row'`);
    const page = root.pluck().get()!;
    database.close();
    const bytes = fs.readFileSync(file);
    bytes.fill(0xff, (page - 1) * 4_096, page * 4_096);
    fs.writeFileSync(file, bytes);
    expect(fileIn(dataDir)).toEqual({ state: 'unreadable', reason: 'CORRUPT', code: 'integrity_check' });
  });

  it('tells an empty file and no file from a damaged one, and makes none', () => {
    const dataDir = temporaryFolder();
    expect(examine(dataDir, migrationsDir)).toMatchObject({ file: null, backups: [] });
    fs.writeFileSync(path.join(dataDir, DATABASE_FILE), '');
    expect(fileIn(dataDir)).toEqual({ state: 'empty' });
    expect(fs.statSync(path.join(dataDir, DATABASE_FILE)).size).toBe(0);
    expect(examine(path.join(dataDir, 'none'), migrationsDir)).toBeNull();
    expect(fs.existsSync(path.join(dataDir, 'none'))).toBe(false);
  });

  it('lists the backups, the newest first', async () => {
    const { client, clock, dataDir } = testCore();
    await client.tasks.create({ title: 'Buy stamps' });
    const first = await client.system.backUp();
    clock.advance({ minutes: 5 });
    const second = await client.system.backUp();
    fs.utimesSync(path.join(dataDir, 'backups', first.name), 1, 1);
    expect(examine(dataDir, migrationsDir)?.backups.map(({ name }) => name)).toEqual([second.name, first.name]);
  });
});

const isRoot = process.getuid?.() === 0;

describe.skipIf(isRoot || process.platform === 'win32')('examining a folder that can’t be written', () => {
  it('reads it through a private copy', async () => {
    const dataDir = await lived();
    fs.chmodSync(dataDir, 0o500);
    try {
      expect(examine(dataDir, migrationsDir)).toMatchObject({
        folder: { isWritable: false, isPrivate: true },
        file: { state: 'whole', chain: { commits: 3 } },
      });
    } finally {
      fs.chmodSync(dataDir, 0o700);
    }
  });
});
