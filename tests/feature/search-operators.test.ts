import { beforeEach, describe, expect, it } from 'vitest';
import { type TestCore, testCore } from '../support/test-core.ts';
import { randomUUID } from 'node:crypto';

// Saturday, 21 November 2026.
let client: TestCore['client'];

beforeEach(async () => {
  const core = testCore();
  ({ client } = core);
  const entry = (day: string, body: string) => client.journal.write({ id: randomUUID(), day, body });
  await entry('2026-10-14', 'Harbour walk with @Ana. Rust on the railing. #walks');
  const rainy = await entry('2026-11-20', '# Rain\n\nStayed in, wrote to **Ana Weber**. ![rain](attachments/0a.png)');
  await client.journal.setMood({ id: rainy!.id, day: '2026-11-20', mood: 4 });
  await client.tasks.create({
    title: 'Paint the railing',
    tags: ['home'],
    project: 'Garden',
    dueDay: '2026-11-19',
    priority: 1,
    estimateMin: 90,
  });
  await client.tasks.create({ title: 'Buy milk', tags: ['errands/shop'], doDay: '2026-11-22', estimateMin: 15 });
  const done = await client.tasks.create({ title: 'Buy bread', notes: 'the dark one' });
  await client.tasks.complete({ ids: [done.id] });
  await client.calendar.createEvent({
    title: 'Boat trip',
    place: 'Harbour',
    startLocal: '2026-12-05T10:00',
    endLocal: '2026-12-05T18:00',
    zone: 'UTC',
  });
  await client.expenses.create({
    amount: { minor: 2_350, currency: 'EUR' },
    day: '2026-11-02',
    note: 'Paint',
    category: 'home',
  });
});

/** What is found, in one line each; the same whether ranked or as you type. */
async function found(query: string): Promise<string[]> {
  const { hits } = await client.search.ranked({ query });
  const typed = await client.search.asYouType({ query, limit: 50 });
  const titles = (list: readonly { kind: string; title: string }[]) =>
    list.map(({ kind, title }) => `${kind}: ${title}`).toSorted();
  expect(titles(typed.hits)).toEqual(titles(hits));
  return titles(hits);
}

const RAILING = 'task: Paint the railing';
const MILK = 'task: Buy milk';
const BREAD = 'task: Buy bread';
const WALK = 'entry: Harbour walk with @Ana. Rust on the railing. #walks';
const RAIN = 'entry: Rain';
const BOAT = 'event: Boat trip';
const PAINT = 'expense: Paint';
const GARDEN = 'project: Garden';

describe('what an operator finds', () => {
  const questions: readonly [string, readonly string[]][] = [
    ['tag:home', [PAINT, RAILING]],
    ['#errands', [MILK]],
    ['#WALKS', [WALK]],
    ['tag:home,walks', [WALK, PAINT, RAILING]],
    ['@ana', [RAIN, WALK]],
    ['@"ana weber"', [RAIN]],
    ['project:garden', [GARDEN, RAILING]],
    ['in:journal', [WALK, RAIN]],
    ['in:money', [PAINT]],
    ['in:calendar', [BOAT]],
    ['in:projects', [GARDEN]],
    ['is:overdue', [RAILING]],
    ['is:done', [BREAD]],
    ['in:tasks -is:done', [MILK, RAILING]],
    ['has:attachment', [RAIN]],
    ['has:notes', [BREAD, PAINT]],
    ['has:place', [BOAT]],
    ['priority:1', [RAILING]],
    ['mood:>3', [RAIN]],
    ['estimate:<30m', [MILK]],
    ['amount:>20', [PAINT]],
    ['amount:>20usd', []],
    ['on:last month', [WALK]],
    ['in:journal before:2026-11', [WALK]],
    ['in:journal after:october', [RAIN]],
    ['after:2026-12-01', [BOAT]],
    ['on:2026-12-05', [BOAT]],
    ['due:<today', [RAILING]],
    ['do:tomorrow', [MILK]],
    ['done:today', [BREAD]],
  ];

  it('is what is so, in every room', async () => {
    const answers: [string, string[]][] = [];
    for (const [query] of questions) answers.push([query, await found(query)]);
    expect(answers).toEqual(questions.map(([query, expected]) => [query, expected.toSorted()]));
  });

  it('is narrowed by words, and leaves out what is not wanted', async () => {
    expect(await found('railing in:tasks')).toEqual([RAILING]);
    expect(await found('railing -in:tasks')).toEqual([WALK]);
    expect(await found('buy -bread is:open ')).toEqual([MILK]);
    expect(await found('in:tasks -railing -bread ')).toEqual([MILK]);
  });

  it('joins with "or", words and operators alike', async () => {
    expect(await found('milk or bread ')).toEqual([BREAD, MILK]);
    expect(await found('buy milk or bread ')).toEqual([BREAD, MILK]);
    expect(await found('(tag:home in:tasks) or bread ')).toEqual([BREAD, RAILING]);
    expect(await found('railing or "stayed in" in:journal ')).toEqual([WALK, RAIN].toSorted());
    expect(await found('-(milk or bread) in:tasks ')).toEqual([RAILING]);
  });

  it('says which words stand where, of alternatives only those that do', async () => {
    const { hits } = await client.search.ranked({ query: 'buy milk or bread ' });
    const words = hits.map((hit) => hit.found.map(({ word }) => word).join(' '));
    expect(words.toSorted()).toEqual(['buy bread', 'buy milk']);
  });
});

describe('a word that stands nowhere', () => {
  it('is read as the one that was probably meant, and the answer says so', async () => {
    expect(await client.search.ranked({ query: 'harbuor walk' })).toMatchObject({
      respelled: 'harbour walk',
      hits: [{ kind: 'entry' }],
    });
    expect(await client.search.asYouType({ query: 'in:journal raling ' })).toMatchObject({
      respelled: 'in:journal railing ',
      hits: [{ kind: 'entry' }],
    });
    expect((await client.search.asYouType({ query: 'arbour' })).respelled).toBe('harbour');
    expect((await client.search.asYouType({ query: 'rialing' })).respelled).toBe('railing');
  });

  it('stays what it is when nothing is near, it is quoted, or others are found', async () => {
    expect((await client.search.ranked({ query: 'zeppelin' })).respelled).toBeNull();
    expect((await client.search.ranked({ query: '"harbuor" ' })).respelled).toBeNull();
    expect((await client.search.ranked({ query: 'mil' })).respelled).toBeNull();
    expect((await client.search.ranked({ query: 'harbour bread ' })).respelled).toBeNull();
  });
});

describe('pieces of a found text', () => {
  it('show no Markdown, and mark the words where they stand without it', async () => {
    await client.journal.write({
      id: randomUUID(),
      day: '2026-11-18',
      body: '## Week\n\n- [ ] **Tar** the `hull`\n> see [the yard](https://example.com/yard) and [[Boat plan]]',
    });
    const [hit] = (await client.search.ranked({ query: 'tar yard' })).hits;
    expect(hit!.title).toBe('Week');
    const [snippet] = hit!.snippets;
    expect(snippet!.text).toBe('Week  Tar the hull see the yard and Boat plan');
    expect(snippet!.ranges.map(({ from, to }) => snippet!.text.slice(from, to))).toEqual(['Tar', 'yard']);
  });

  it('come whole in the preview', async () => {
    const [hit] = (await client.search.ranked({ query: 'stayed' })).hits;
    const preview = await client.search.preview({ id: hit!.id, query: 'stayed' });
    expect(preview.text).toBe('Rain\n\nStayed in, wrote to Ana Weber. rain');
    expect(preview.ranges).toEqual([{ from: 6, to: 12 }]);
    await expect(client.search.preview({ id: randomUUID(), query: '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('completion', () => {
  const options = async (query: string, at = query.length): Promise<string[]> =>
    (await client.search.complete({ query, at })).options.map(({ text }) => text);

  it('offers operators, their values, and the names there are', async () => {
    expect(await options('bef')).toEqual(['before:']);
    expect(await options('milk is:o')).toEqual(['open ', 'overdue ']);
    expect(await options('#ho')).toEqual(['home ']);
    expect(await options('-tag:err')).toEqual(['errands/shop ']);
    expect(await options('project:gar')).toEqual(['Garden ']);
    expect(await options('@an')).toEqual(['Ana ']);
    expect(await options('tag:home,wal')).toEqual(['walks ']);
    expect(await options('"bef')).toEqual([]);
  });

  it('names the stretch it takes the place of', async () => {
    expect(await client.search.complete({ query: 'x #ho y', at: 5 })).toMatchObject({ from: 3, to: 5 });
  });

  it('finds names beside things', async () => {
    expect(await client.search.names({ query: 'gard' })).toEqual([
      { kind: 'project', name: 'Garden', uses: 1, query: 'project:Garden ' },
    ]);
  });
});

describe('questions that are kept', () => {
  it('have a name of their own, can be renamed and deleted, and come back by undo', async () => {
    const saved = await client.search.save({ name: 'Late', query: 'is:overdue' });
    await expect(client.search.save({ name: 'late', query: 'x' })).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    await client.search.updateSaved({ id: saved.id, name: 'Too late' });
    await client.search.removeSaved({ id: saved.id });
    expect(await client.search.saved()).toEqual([]);
    await client.history.undo();
    expect(await client.search.saved()).toEqual([{ id: saved.id, name: 'Too late', query: 'is:overdue' }]);
    const { items } = await client.history.list({ limit: 4 });
    expect(items.map(({ words }) => words)).toEqual([
      'Took back: Deleted the saved search “Too late”',
      'Deleted the saved search “Too late”',
      'Renamed the saved search “Late” to “Too late”',
      'Saved the search “Late”',
    ]);
  });

  it('lately are remembered newest first until they are forgotten', async () => {
    for (const query of ['one', 'two', ' ONE ']) await client.search.noteAsked({ query });
    expect((await client.search.asked({})).toSorted()).toEqual(['ONE', 'two']);
    await client.search.forgetAsked({ query: 'one' });
    expect(await client.search.asked({})).toEqual(['two']);
    await client.search.forgetAsked({ query: null });
    expect(await client.search.asked({})).toEqual([]);
  });
});

it('counts what is chosen in the palette, what was lately more', async () => {
  const { client: other, clock } = testCore();
  await other.search.noteUse({ item: 'tasks.new' });
  await other.search.noteUse({ item: 'tasks.new' });
  clock.advance({ days: 10 });
  await other.search.noteUse({ item: 'plan.open' });
  expect(await other.search.uses()).toEqual({ 'tasks.new': 1, 'plan.open': 1 });
  await other.search.forgetUses();
  expect(await other.search.uses()).toEqual({});
});
