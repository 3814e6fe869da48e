import { verifyChain } from '#main/ledger/commit-hash';
import Database from 'better-sqlite3';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { testCore } from '../support/test-core.ts';

describe('the ledger', () => {
  it('records a command as one commit with its changes, event and hash', async () => {
    const { client, core } = testCore();
    const task = await client.tasks.create({ title: 'Call the dentist', tags: ['health'] });
    const { items } = await client.history.list({});
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      seq: 1,
      actor: 'user',
      command: 'tasks.create',
      words: 'Added “Call the dentist”',
    });
    expect(items[0]!.changes.map((change) => `${change.op} ${change.table}`)).toEqual([
      'insert task',
      'insert tag',
      'insert task_tag',
    ]);
    expect(items[0]!.changes[0]!.id).toBe(task.id);
    expect(verifyChain(core.services.ledger.read)).toEqual({ commits: 1, firstBrokenSeq: null });
  });

  it('refuses a change of the user’s tables outside a commit', () => {
    const { core } = testCore();
    const { ledger } = core.services;
    expect(() =>
      ledger.writeUnrecorded((handle) => {
        handle.sqlite.prepare(`INSERT INTO setting (id, value) VALUES ('theme', '"dark"')`).run();
      }),
    ).toThrow('outside the ledger');
  });

  it('leaves nothing behind when a command fails half-way', async () => {
    const { client, core } = testCore();
    expect(() =>
      core.services.ledger.write({ actor: 'user', command: 'test' }, (tx) => {
        tx.sqlite.prepare(`INSERT INTO setting (id, value) VALUES ('theme', '"dark"')`).run();
        throw new Error('half-way');
      }),
    ).toThrow('half-way');
    expect((await client.settings.get()).theme).toBe('system');
    expect((await client.history.list({})).items).toEqual([]);
  });

  it('shows tampering', async () => {
    const { client, core, dataDir } = testCore();
    for (const title of ['one', 'two', 'three']) await client.tasks.create({ title });
    const forger = new Database(path.join(dataDir, 'braindump.db'));
    forger.prepare(`UPDATE ledger_change SET after = json_set(after, '$.title', 'forged') WHERE commit_seq = 2`).run();
    forger.close();
    expect(verifyChain(core.services.ledger.read).firstBrokenSeq).toBe(2);
  });

  it('undoes and does again, newest first, and forgets what could be done again after new work', async () => {
    const { client } = testCore();
    const one = await client.tasks.create({ title: 'one' });
    await client.tasks.update({ ids: [one.id], change: { title: 'one, changed', dueDay: '2026-11-22' } });
    await client.tasks.complete({ ids: [one.id] });
    expect((await client.history.undo()).words).toBe('Took back: Completed “one, changed”');
    expect(await client.tasks.get({ id: one.id })).toMatchObject({ status: 'open', title: 'one, changed' });
    await client.history.undo();
    expect(await client.tasks.get({ id: one.id })).toMatchObject({ title: 'one', dueDay: null });
    await client.history.redo();
    expect(await client.tasks.get({ id: one.id })).toMatchObject({ title: 'one, changed', dueDay: '2026-11-22' });
    await client.history.redo();
    expect(await client.tasks.get({ id: one.id })).toMatchObject({ status: 'done' });
    await expect(client.history.redo()).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
    await client.history.undo();
    await client.tasks.create({ title: 'new work' });
    await expect(client.history.redo()).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });

  it('brings a deleted task back with its tags', async () => {
    const { client } = testCore();
    const task = await client.tasks.create({
      title: 'Water the plants',
      notes: 'the fern too',
      tags: ['home', 'weekly'],
    });
    await client.tasks.remove({ ids: [task.id] });
    await expect(client.tasks.get({ id: task.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.history.undo();
    expect(await client.tasks.get({ id: task.id })).toEqual(task);
  });

  it('does not overwrite newer work when an old commit is taken back', async () => {
    const { client } = testCore();
    const task = await client.tasks.create({ title: 'draft' });
    await client.tasks.update({ ids: [task.id], change: { title: 'better' } });
    await client.tasks.update({ ids: [task.id], change: { title: 'best' } });
    await expect(client.history.undoCommit({ seq: 2 })).rejects.toMatchObject({
      code: 'CHANGED_SINCE',
      data: { conflicts: [{ table: 'task', id: task.id, columns: ['title'] }] },
    });
    expect((await client.tasks.get({ id: task.id })).title).toBe('best');
  });

  it('keeps of a long text only the stretch that changed, and can still take an older stretch back', async () => {
    const { client, core } = testCore();
    const notes = `${'a'.repeat(500)} middle 🙂 ${'z'.repeat(500)}`;
    const task = await client.tasks.create({ title: 'long', notes });
    await client.tasks.update({ ids: [task.id], change: { notes: notes.replace('🙂', '🙃') } });
    const [row] = core.services.ledger.read.sqlite
      .prepare<[], { before: string; after: string }>('SELECT before, after FROM ledger_change WHERE commit_seq = 2')
      .all();
    expect(JSON.parse(row!.before)).toEqual({ notes: [508, '🙂', notes.length] });
    expect(JSON.parse(row!.after)).toEqual({ notes: [508, '🙃', notes.length] });
    await client.history.undo();
    expect((await client.tasks.get({ id: task.id })).notes).toBe(notes);
  });

  it('survives a restart whole', async () => {
    const first = testCore();
    const task = await first.client.tasks.create({ title: 'still here' });
    const second = await first.restart();
    expect((await second.client.tasks.get({ id: task.id })).title).toBe('still here');
    expect(await second.client.history.verify()).toEqual({ commits: 1, firstBrokenSeq: null });
  });
});
