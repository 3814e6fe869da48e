import { describe, expect, it } from 'vitest';
import { testCore } from '../support/test-core.ts';

const DAY = '2026-11-21';
const id = (last: number): string => `019aa000-0000-7000-8000-${String(last).padStart(12, '0')}`;
type Client = ReturnType<typeof testCore>['client'];

const titles = async (client: Client, list: 'all' | 'inbox' | 'anytime' | 'done'): Promise<string[]> =>
  (await client.tasks.list({ list })).map((task) => task.title).toSorted();
const bodyOf = async (client: Client): Promise<string> => (await client.journal.day({ day: DAY })).entries[0]!.body;
const write = (client: Client, body: string, seenMs?: number | null) =>
  client.journal.write({ id: id(1), day: DAY, body, seenMs });

describe('a checkbox line', () => {
  it('is a task of its entry, in Anytime and not in the inbox; one that is done already is none', async () => {
    const { client } = testCore();
    await write(client, 'Shop:\n- [ ] milk\n- [x] bread\n');
    expect(await titles(client, 'all')).toEqual(['milk']);
    expect(await titles(client, 'anytime')).toEqual(['milk']);
    expect(await titles(client, 'inbox')).toEqual([]);
    const [task] = await client.tasks.list({ list: 'all' });
    expect(await client.tasks.source({ id: task!.id })).toEqual({ day: DAY });
  });

  it('fills the fields its words ask for, and keeps its words', async () => {
    const { client } = testCore();
    const body = '- [ ] Buy **milk** !! #home tomorrow ~30m\n- [ ] Paint >2026-12-01';
    await write(client, body);
    const [milk, paint] = (await client.tasks.list({ list: 'all' })).toSorted((a, b) => (a.title < b.title ? -1 : 1));
    expect(milk).toMatchObject({ title: 'Buy milk', priority: 2, dueDay: '2026-11-22', estimateMin: 30 });
    expect(milk!.tags.map((tag) => tag.name)).toEqual(['home']);
    expect(paint).toMatchObject({ title: 'Paint', doDay: '2026-12-01', dueDay: null });
    expect(await bodyOf(client)).toBe(body);
  });

  it('completes its task when it is ticked and reopens it when cleared, in one undo each', async () => {
    const { client } = testCore();
    await write(client, '- [ ] milk');
    await write(client, '- [x] milk');
    expect(await titles(client, 'done')).toEqual(['milk']);
    await client.history.undo();
    expect(await titles(client, 'all')).toEqual(['milk']);
    expect(await bodyOf(client)).toBe('- [ ] milk');
    await client.history.redo();
    expect(await titles(client, 'done')).toEqual(['milk']);
    expect(await bodyOf(client)).toBe('- [x] milk');
    await write(client, '- [ ] milk');
    expect(await titles(client, 'all')).toEqual(['milk']);
  });

  it('is ticked when its task is completed anywhere, and one undo takes back both', async () => {
    const { client } = testCore();
    await write(client, 'a\r\n- [ ] milk\r\n- [ ] eggs');
    const tasks = await client.tasks.list({ list: 'all' });
    await client.tasks.complete({ ids: tasks.map((task) => task.id) });
    expect(await bodyOf(client)).toBe('a\r\n- [x] milk\r\n- [x] eggs');
    expect((await client.history.list({})).items).toHaveLength(2);
    await client.history.undo();
    expect(await bodyOf(client)).toBe('a\r\n- [ ] milk\r\n- [ ] eggs');
    expect(await titles(client, 'all')).toEqual(['eggs', 'milk']);
  });

  it('stays the same task when it is moved or reworded, and keeps what was added to it elsewhere', async () => {
    const { client } = testCore();
    await write(client, '- [ ] milk\n- [ ] eggs\n- [ ] call Ana');
    const before = await client.tasks.list({ list: 'all' });
    const ana = before.find((task) => task.title === 'call Ana')!;
    await client.tasks.update({ ids: [ana.id], change: { notes: 'her new number', dueDay: '2026-12-24' } });
    await write(client, '- [ ] call Ana about the lift !!\n- [ ] milk\n- [ ] eggs');
    await write(client, '- [ ] eggs\n- [ ] call Ana about the lift !!\n- [ ] milk');
    const after = await client.tasks.list({ list: 'all' });
    expect(after.map((task) => task.id).toSorted()).toEqual(before.map((task) => task.id).toSorted());
    expect(after.find((task) => task.id === ana.id)).toMatchObject({
      title: 'call Ana about the lift',
      notes: 'her new number',
      dueDay: '2026-12-24',
    });
  });

  it('that is deleted takes its task along, unless more is known of it', async () => {
    const { client } = testCore();
    await write(client, '- [ ] milk\n- [ ] eggs');
    const eggs = (await client.tasks.list({ list: 'all' })).find((task) => task.title === 'eggs')!;
    await client.tasks.update({ ids: [eggs.id], change: { notes: 'free range' } });
    await write(client, 'nothing left');
    expect(await titles(client, 'all')).toEqual(['eggs']);
    await client.history.undo();
    expect(await titles(client, 'all')).toEqual(['eggs', 'milk']);
  });

  it('whose task is deleted on its own stays a line, and makes no second task', async () => {
    const { client } = testCore();
    await write(client, '- [ ] milk');
    const [milk] = await client.tasks.list({ list: 'all' });
    await client.tasks.remove({ ids: [milk!.id] });
    await write(client, 'more\n- [ ] milk');
    expect(await titles(client, 'all')).toEqual([]);
    expect(await bodyOf(client)).toBe('more\n- [ ] milk');
  });

  it('goes with its entry and comes back with it', async () => {
    const { client } = testCore();
    await write(client, '- [ ] milk');
    await client.journal.remove({ id: id(1) });
    expect(await titles(client, 'all')).toEqual([]);
    await client.history.undo();
    expect(await titles(client, 'all')).toEqual(['milk']);
    await write(client, '- [x] milk');
    expect(await titles(client, 'done')).toEqual(['milk']);
  });

  it('is not offered again as a to-do', async () => {
    const { client } = testCore();
    await write(client, '- [ ] Call the dentist\n\nI have to buy a lamp.');
    const { todos } = await client.insights.ofEntry({ entryId: id(1) });
    expect(todos.map((todo) => todo.title)).toEqual(['Buy a lamp']);
  });
});

describe('a box ticked elsewhere while its entry is written', () => {
  it('is ticked in the draft too, and the draft keeps its words', async () => {
    const { client } = testCore();
    await write(client, '- [ ] milk');
    await client.journal.saveDraft({ id: id(1), day: DAY, body: '- [ ] milk\nand a thought' });
    const [milk] = await client.tasks.list({ list: 'all' });
    await client.tasks.complete({ ids: [milk!.id] });
    const [entry] = (await client.journal.day({ day: DAY })).entries;
    expect(entry).toMatchObject({ body: '- [x] milk\nand a thought', isDraft: true });
  });

  it('is not cleared by words sent before the writer saw it', async () => {
    const { client } = testCore();
    const { baseMs } = (await write(client, '- [ ] milk'))!;
    const [milk] = await client.tasks.list({ list: 'all' });
    await client.tasks.complete({ ids: [milk!.id] });
    const draft = { id: id(1), day: DAY, body: '- [ ] milk\nmore', seenMs: baseMs };
    expect((await client.journal.saveDraft(draft)).body).toBe('- [x] milk\nmore');
    const entry = await write(client, '- [ ] milk\nmore and more', baseMs);
    expect(entry!.body).toBe('- [x] milk\nmore and more');
    expect(await titles(client, 'done')).toEqual(['milk']);
    await write(client, '- [ ] milk\nmore and more', entry!.baseMs);
    expect(await titles(client, 'all')).toEqual(['milk']);
  });
});
