import { describe, expect, it } from 'vitest';
import { testCore } from '../support/test-core.ts';

describe('the history in words', () => {
  it('names what a sentence only counts, as it is called now or was at the end', async () => {
    const { client } = testCore();
    const dentist = await client.tasks.create({ title: 'Call the dentist' });
    const fern = await client.tasks.create({ title: 'Water the fern' });
    await client.tasks.complete({ ids: [dentist.id, fern.id] });
    await client.tasks.update({ ids: [fern.id], change: { title: 'Water the ferns' } });
    await client.tasks.update({ ids: [fern.id], change: { tags: ['home'] } });
    await client.tasks.remove({ ids: [dentist.id] });
    const { items } = await client.history.list({});
    expect(items.map((item) => [item.words, item.about])).toEqual([
      ['Deleted “Call the dentist”', []],
      ['Changed the tags of 1 task', ['home', 'Water the ferns']],
      ['Changed “Water the ferns”', []],
      ['Completed 2 tasks', ['Call the dentist', 'Water the ferns']],
      ['Added “Water the fern”', ['Water the ferns']],
      ['Added “Call the dentist”', []],
    ]);
  });

  it('cuts a long title between characters, never within an emoji', async () => {
    const { client } = testCore();
    await client.tasks.create({ title: `${'x'.repeat(58)}🎉 and so on` });
    await client.tasks.create({ title: `${'x'.repeat(56)}👩‍👧 and so on` });
    const { items } = await client.history.list({});
    expect(items.map(({ words }) => words)).toEqual([`Added “${'x'.repeat(56)}👩…”`, `Added “${'x'.repeat(58)}…”`]);
  });

  it('comes in pages, newest first, until the beginning', async () => {
    const { client } = testCore();
    for (let number = 1; number <= 5; number += 1) await client.tasks.create({ title: `task ${number}` });
    const first = await client.history.list({ limit: 2 });
    expect(first.items.map((item) => item.seq)).toEqual([5, 4]);
    const second = await client.history.list({ limit: 2, before: first.nextBefore! });
    expect(second.items.map((item) => item.seq)).toEqual([3, 2]);
    const third = await client.history.list({ limit: 2, before: second.nextBefore! });
    expect(third).toMatchObject({ items: [{ seq: 1 }], nextBefore: null });
  });

  it('takes back one old commit, marks it, and can do it again', async () => {
    const { client } = testCore();
    const task = await client.tasks.create({ title: 'draft' });
    await client.tasks.update({ ids: [task.id], change: { priority: 1 } });
    await client.tasks.update({ ids: [task.id], change: { title: 'better' } });
    const { seq } = await client.history.undoCommit({ seq: 2 });
    expect(await client.tasks.get({ id: task.id })).toMatchObject({ title: 'better', priority: 3 });
    const { items } = await client.history.list({});
    expect(items.find((item) => item.seq === 2)).toMatchObject({ isUndone: true });
    expect(items[0]).toMatchObject({ seq, undoes: 2 });
    await client.history.undoCommit({ seq });
    expect(await client.tasks.get({ id: task.id })).toMatchObject({ priority: 1 });
    await expect(client.history.undoCommit({ seq: 99 })).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });

  it('shows the first changes of a large commit, how many there are, and counts all of them in words', async () => {
    const { client } = testCore();
    const lines = Array.from({ length: 45 }, (_, at) => `errand ${at + 1}`);
    const tasks = await client.tasks.addLines({ lines, asWritten: true });
    await client.tasks.complete({ ids: tasks.map(({ id }) => id) });
    const { items } = await client.history.list({});
    expect(items.map(({ words, changeCount, changes }) => [words, changeCount, changes.length])).toEqual([
      ['Completed 45 tasks', 45, 20],
      ['Added 45 tasks', 45, 20],
    ]);
    expect(items[0]!.about).toEqual(['errand 1', 'errand 2', 'errand 3']);
  });

  it('does again only what was taken back since the last new work', async () => {
    const { client } = testCore();
    await client.tasks.create({ title: 'first' });
    await client.history.undo();
    await client.tasks.create({ title: 'second' });
    await expect(client.history.redo()).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
    await client.history.undo();
    await client.history.redo();
    expect((await client.tasks.list({ list: 'all' })).map(({ title }) => title)).toEqual(['second']);
  });

  it('cuts long values and says whether the whole ledger is as it was written', async () => {
    const { client } = testCore();
    await client.tasks.create({ title: 'long', notes: 'x'.repeat(50_000) });
    const [item] = (await client.history.list({})).items;
    const notes = item!.changes[0]!.columns.find((column) => column.name === 'notes');
    expect(notes?.after).toHaveLength(2_000);
    expect(await client.history.verify()).toEqual({ commits: 1, firstBrokenSeq: null });
  });
});
