import { migrate } from '#db/store/migrate';
import { DATABASE_FILE } from '#db/store/open-store';
import Database from 'better-sqlite3';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrationsDir, temporaryFolder, testCore } from '../support/test-core.ts';

const task = (number: number): string => `01980000-0000-7000-8000-00000000000${number}`;

/** A profile from before there were projects: their names stood as text on the tasks and in the ledger. */
function profileWithProjectTexts(): string {
  const older = temporaryFolder();
  for (const name of fs.readdirSync(migrationsDir))
    if (name < '0010') fs.copyFileSync(path.join(migrationsDir, name), path.join(older, name));
  const dataDir = temporaryFolder();
  const database = new Database(path.join(dataDir, DATABASE_FILE));
  migrate({ database, migrationsDir: older, tables: [], nowMs: 0, backUp: () => {} });
  const put = database.prepare('INSERT INTO task (id, title, project, position, created_at_ms) VALUES (?, ?, ?, ?, ?)');
  put.run(task(1), 'Ring Kowalski', 'Boiler', 1, 1_764_000_000_000);
  put.run(task(2), 'Read the meter', ' boiler ', 2, 1_764_000_000_001);
  put.run(task(3), 'Cut the net loft', 'Audio guide', 3, 1_764_000_000_002);
  put.run(task(4), 'Without one', null, 4, 1_764_000_000_003);
  const commit = database.prepare(
    `INSERT INTO ledger_commit (seq, id, at_ms, actor, command, prev_hash, hash) VALUES (?, ?, 1, 'user', ?, 'x', 'y')`,
  );
  const change = database.prepare(
    `INSERT INTO ledger_change (commit_seq, table_name, row_id, op, before, after) VALUES (?, 'task', ?, ?, ?, ?)`,
  );
  const row = (id: string, title: string, project: string) =>
    JSON.stringify({
      id,
      title,
      notes: '',
      status: 'open',
      in_inbox: 0,
      priority: 3,
      due_day: null,
      due_time: null,
      do_day: null,
      estimate_min: null,
      energy: null,
      project,
      recurrence: null,
      position: 3,
      entry_id: null,
      entry_quote: null,
      created_at_ms: 1_764_000_000_002,
      closed_at_ms: null,
    });
  commit.run(1, 'a', 'tasks.create');
  change.run(1, task(3), 'insert', null, row(task(3), 'Cut the net loft', 'Audio guide'));
  commit.run(2, 'b', 'tasks.update');
  change.run(2, task(1), 'update', '{"project":"Old name"}', '{"project":"Boiler"}');
  commit.run(3, 'c', 'tasks.remove');
  change.run(3, task(5), 'delete', row(task(5), 'Hang the sign', 'audio guide'), null);
  database.close();
  return dataDir;
}

describe('projects that were text', () => {
  it('become projects, one for each name however it is written', async () => {
    const { client } = testCore({ dataDir: profileWithProjectTexts() });
    const projects = await client.projects.list();
    expect(projects.map(({ name, openTasks }) => [name, openTasks])).toEqual([
      ['Boiler', 2],
      ['Audio guide', 1],
    ]);
    expect((await client.tasks.list({ list: 'anytime' })).map(({ title, project }) => [title, project])).toEqual([
      ['Ring Kowalski', 'Boiler'],
      ['Read the meter', 'Boiler'],
      ['Cut the net loft', 'Audio guide'],
      ['Without one', null],
    ]);
    for (const { id } of projects)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('are understood when changes from before are undone and done again', async () => {
    const { client } = testCore({ dataDir: profileWithProjectTexts() });
    await client.history.undoCommit({ seq: 3 });
    expect(await client.tasks.get({ id: task(5) })).toMatchObject({ title: 'Hang the sign', project: 'Audio guide' });
    await client.history.undoCommit({ seq: 2 });
    expect(await client.tasks.get({ id: task(1) })).toMatchObject({ project: 'Old name' });
    await client.history.undoCommit({ seq: 1 });
    await expect(client.tasks.get({ id: task(3) })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.history.redo();
    expect(await client.tasks.get({ id: task(3) })).toMatchObject({
      title: 'Cut the net loft',
      project: 'Audio guide',
    });
  });
});
