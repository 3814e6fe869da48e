import { ledgeredTables } from '#db/schema/index';
import { DATABASE_FILE } from '#db/store/open-store';
import Database from 'better-sqlite3';
import { getTableName } from 'drizzle-orm';
import * as fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TestCore, testCore } from '../support/test-core.ts';

/** Every row of the user's data; what is derived from it (the search index) is checked apart. */
function everything(dataDir: string): Record<string, unknown[]> {
  const database = new Database(path.join(dataDir, DATABASE_FILE), { readonly: true });
  const tables = ledgeredTables.map(({ table }) => getTableName(table)).filter((name) => name !== 'setting');
  const rows = Object.fromEntries(
    tables.map((name) => [name, database.prepare(`SELECT * FROM "${name}" ORDER BY id`).all()]),
  );
  const index = database
    .prepare('SELECT d.kind, d.ref FROM search_doc d JOIN search_fts_docsize z ON z.id = d.docid ORDER BY d.ref')
    .all();
  database.close();
  return { ...rows, index };
}

type Client = TestCore['client'];
const WORDS = ['fence', 'harbour', 'Ana 🎉', 'rust', '東京', 'long '.repeat(40)];
const TAGS = ['home', 'work', 'sea'];
const PROJECTS = ['Garden', 'Boat', 'Museum'];

/** One thing a person does; what can't be done then is left. */
type Act = (client: Client, pick: <T>(from: readonly T[]) => T | undefined) => Promise<unknown>;
const tasks = (client: Client) => client.tasks.list({ list: 'all', limit: 100 });

const ACTS: readonly Act[] = [
  (client, pick) =>
    client.tasks.create({ title: pick(WORDS)!, tags: [pick(TAGS)!], project: pick(PROJECTS)!, notes: pick(WORDS)! }),
  async (client, pick) => {
    const task = pick(await tasks(client));
    return (
      task &&
      client.tasks.update({
        ids: [task.id],
        change: { notes: `${task.notes} ${pick(WORDS)!}`, project: pick(PROJECTS)! },
      })
    );
  },
  async (client, pick) => {
    const task = pick(await tasks(client));
    return task && client.tasks.update({ ids: [task.id], change: { tags: [pick(TAGS)!, pick(TAGS)!] } });
  },
  async (client, pick) => {
    const task = pick(await tasks(client));
    return task && client.tasks.complete({ ids: [task.id] });
  },
  async (client, pick) => {
    const task = pick(await tasks(client));
    return task && client.tasks.remove({ ids: [task.id] });
  },
  async (client, pick) => {
    const tag = pick(await client.tasks.tags());
    return tag && client.tasks.removeTag({ id: tag.id });
  },
  async (client, pick) => {
    const [one, other] = [pick(await client.projects.list()), pick(PROJECTS)!];
    return one && client.projects.update({ id: one.id, change: { name: other } });
  },
  async (client, pick) => {
    const one = pick(await client.projects.list());
    return one && client.projects.remove({ id: one.id, tasks: 'keep' });
  },
  (client, pick) =>
    client.journal.write({
      id: `01980000-0000-7000-8000-00000000000${pick([1, 2, 3])!}`,
      day: '2026-11-20',
      body: `${pick(WORDS)!} ${pick(WORDS)!}`,
    }),
  (client, pick) =>
    client.expenses.create({ amount: { minor: 100, currency: 'EUR' }, day: '2026-11-20', note: pick(WORDS)! }),
  (client, pick) => client.search.save({ name: pick(TAGS)!, query: 'x' }),
  async (client, pick) => {
    const one = pick(await client.search.saved());
    return one && client.search.updateSaved({ id: one.id, name: pick(TAGS)! });
  },
  (client) => client.history.undo(),
  (client) => client.history.redo(),
];

describe('going back to a moment', () => {
  it('sets everything to what it was, and its undo to what it was before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(ACTS.length - 1), fc.nat()), { minLength: 2, maxLength: 14 }),
        fc.nat(),
        async (acts, choice) => {
          const { client, clock, dataDir } = testCore();
          const moments = new Map<number, Record<string, unknown[]>>();
          const lastSeq = async (): Promise<number> => (await client.history.list({ limit: 1 })).items[0]?.seq ?? 0;
          moments.set(await lastSeq(), everything(dataDir));
          for (const [act, seed] of acts) {
            clock.advance({ minutes: 1 });
            let turn = seed;
            const pick = <T>(from: readonly T[]): T | undefined => from[(turn = (turn * 31 + 7) % 1_009) % from.length];
            // A refusal (a name that is taken, nothing to undo) is a thing not done.
            await ACTS[act]!(client, pick).catch((error: { code?: string }) =>
              expect(error.code).toMatch(/TAKEN|UNDO|SINCE|FOUND/),
            );
            moments.set(await lastSeq(), everything(dataDir));
          }
          const now = everything(dataDir);
          const seq = [...moments.keys()][choice % moments.size]!;
          const preview = await client.history.moment({ seq });
          const went = await client.history.goBack({ seq });
          expect(went === null).toBe(preview.total === 0);
          expect(everything(dataDir)).toEqual(moments.get(seq));
          if (went === null) return;
          await client.history.undo();
          expect(everything(dataDir)).toEqual(now);
          expect(await client.history.verify()).toMatchObject({ firstBrokenSeq: null });
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  it('gives names back that were taken since, and trades two that were traded', async () => {
    const { client, dataDir } = testCore();
    await client.tasks.create({ title: 'a', project: 'One' });
    await client.tasks.create({ title: 'b', project: 'Two' });
    const [one, two] = await client.projects.list();
    const then = everything(dataDir);
    await client.projects.update({ id: one!.id, change: { name: 'Between' } });
    await client.projects.update({ id: two!.id, change: { name: 'One' } });
    await client.projects.update({ id: one!.id, change: { name: 'Two' } });
    await client.history.goBack({ seq: 2 });
    expect(everything(dataDir)).toEqual(then);
  });

  it('is told before it is done: how many things change, return and go, by name', async () => {
    const { client, clock } = testCore();
    const kept = await client.tasks.create({ title: 'Kept' });
    const gone = await client.tasks.create({ title: 'Gone' });
    const { items } = await client.history.list({ limit: 1 });
    clock.advance({ minutes: 60 });
    await client.tasks.update({ ids: [kept.id], change: { title: 'Renamed', priority: 1 } });
    await client.tasks.remove({ ids: [gone.id] });
    await client.tasks.create({ title: 'New' });
    const preview = await client.history.moment({ seq: items[0]!.seq });
    expect(preview.counts).toEqual([{ table: 'task', returning: 1, changing: 1, going: 1 }]);
    expect(preview.things.map(({ name, fate, columns }) => [name, fate, columns.map((one) => one.name)])).toEqual([
      ['New', 'goes', []],
      ['Gone', 'returns', []],
      ['Kept', 'changes', ['title', 'priority']],
    ]);
    expect(await client.history.moment({ atMs: items[0]!.atMs + 1 })).toMatchObject({ seq: items[0]!.seq, total: 3 });
    await client.history.goBack({ seq: preview.seq });
    expect((await tasks(client)).map(({ title }) => title).toSorted()).toEqual(['Gone', 'Kept']);
    const told = await client.history.list({ limit: 1 });
    expect(told.items[0]!.words).toBe('Went back to 2026-11-21 09:00 (3 changes)');
  });

  it('leaves settings alone, and keeps what was being written', async () => {
    const { client } = testCore();
    await client.tasks.create({ title: 'first' });
    await client.settings.update({ theme: 'dark' });
    const id = randomUUID();
    await client.journal.saveDraft({ id, day: '2026-11-21', body: 'half a thought' });
    await client.history.goBack({ seq: 0 });
    expect(await tasks(client)).toEqual([]);
    expect((await client.settings.get()).theme).toBe('dark');
    await client.history.undo();
    const day = await client.journal.day({ day: '2026-11-21' });
    expect(JSON.stringify(day)).toContain('half a thought');
  });

  it('brings back one thing as it was, with its tags, and nothing else', async () => {
    const { client } = testCore();
    const task = await client.tasks.create({ title: 'Old title', tags: ['home'], notes: 'first notes' });
    const other = await client.tasks.create({ title: 'Other' });
    await client.tasks.update({ ids: [task.id], change: { title: 'New title', tags: ['work'] } });
    await client.tasks.update({ ids: [other.id], change: { title: 'Other, later' } });
    await client.tasks.remove({ ids: [task.id] });
    await client.history.restoreThing({ table: 'task', id: task.id, seq: 1 });
    const back = await client.tasks.get({ id: task.id });
    expect(back).toMatchObject({ title: 'Old title', notes: 'first notes' });
    expect(back.tags.map(({ name }) => name)).toEqual(['home']);
    expect((await client.tasks.get({ id: other.id })).title).toBe('Other, later');
    await client.history.undo();
    await expect(client.tasks.get({ id: task.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
