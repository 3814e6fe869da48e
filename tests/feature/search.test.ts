import { ledgeredTables } from '#db/schema/index';
import { searchKind } from '#contract/search';
import { describe, expect, it } from 'vitest';
import { type TestCore, testCore } from '../support/test-core.ts';

const DAY = '2026-11-20';

async function write(client: TestCore['client'], body: string, day = DAY): Promise<string> {
  const { randomUUID } = await import('node:crypto');
  const entry = await client.journal.write({ id: randomUUID(), day, body });
  return entry!.id;
}

async function titles(client: TestCore['client'], query: string): Promise<string[]> {
  return (await client.search.asYouType({ query })).hits.map((hit) => hit.title);
}

describe('search as you type', () => {
  it('finds entries, tasks and events by the beginning of the last word, newest first', async () => {
    const { client, clock } = testCore();
    await write(client, 'Called the dentist about Monday.', '2026-11-18');
    await client.tasks.create({ title: 'Pay the dentist' });
    clock.advance({ minutes: 5 });
    await client.calendar.createEvent({
      title: 'Dentist',
      startLocal: '2026-11-24T09:00',
      endLocal: '2026-11-24T09:30',
      zone: 'UTC',
    });
    const { hits, isComplete } = await client.search.asYouType({ query: 'the dent' });
    expect(isComplete).toBe(true);
    expect(hits.map((hit) => `${hit.kind}: ${hit.title}`)).toEqual([
      'task: Pay the dentist',
      'entry: Called the dentist about Monday.',
    ]);
    expect(await titles(client, 'DENT')).toEqual(['Dentist', 'Pay the dentist', 'Called the dentist about Monday.']);
    expect(await titles(client, 'dent ')).toEqual([]);
  });

  it('tells where the words stand and opens the passage', async () => {
    const { client } = testCore();
    const id = await write(client, 'Müde. 🙂 Ein Café in Zürich, dann heim.');
    const [hit] = (await client.search.asYouType({ query: 'zurich cafe' })).hits;
    const [snippet] = hit!.snippets;
    expect(snippet!.ranges.map(({ from, to }) => snippet!.text.slice(from, to))).toEqual(['Café', 'Zürich']);
    expect(hit!.route).toBe(`/journal/${DAY}?entry=${id}&at=13`);
    expect(hit!.day).toBe(DAY);
  });

  it('finds text in scripts without spaces, right-to-left text and pictures', async () => {
    const { client } = testCore();
    for (const title of [
      '東京で会議がある',
      'ขอบคุณมากนะ',
      '안녕하세요 친구',
      'שָׁלוֹם עולם',
      'مرحبا بالعالم',
      'Party 🎉🇦🇹 tonight',
    ])
      await client.tasks.create({ title });
    expect(await titles(client, '会議')).toEqual(['東京で会議がある']);
    expect(await titles(client, '議会')).toEqual([]);
    expect(await titles(client, 'มาก')).toEqual(['ขอบคุณมากนะ']);
    expect(await titles(client, '하세')).toEqual(['안녕하세요 친구']);
    expect(await titles(client, 'שלום')).toEqual(['שָׁלוֹם עולם']);
    expect(await titles(client, 'بالعا')).toEqual(['مرحبا بالعالم']);
    expect(await titles(client, '🎉')).toEqual(['Party 🎉🇦🇹 tonight']);
    expect(await titles(client, '🇦🇹')).toEqual(['Party 🎉🇦🇹 tonight']);
  });

  it('understands phrases and words to leave out', async () => {
    const { client, clock } = testCore();
    for (const title of ['green tea cup', 'tea green', 'green tea pot']) {
      await client.tasks.create({ title });
      clock.advance({ minutes: 1 });
    }
    expect(await titles(client, '"green tea"')).toEqual(['green tea pot', 'green tea cup']);
    expect(await titles(client, '“green tea” -pot')).toEqual(['green tea cup']);
    expect(await titles(client, 'green -tea')).toEqual([]);
    expect(await titles(client, '-tea')).toEqual([]);
    expect(await titles(client, '"green te')).toEqual(['green tea pot', 'green tea cup']);
  });

  it.each([
    '',
    '   ',
    '"',
    '""',
    '*',
    '-',
    '--',
    '(',
    'a AND',
    'NEAR(a b)',
    'title:x',
    '^a',
    "'; DROP TABLE task;--",
    '\0',
    '\ud800',
    '{}',
    'a OR',
    '+ -',
  ])('answers %j without an error', async (query) => {
    const { client } = testCore();
    await client.tasks.create({ title: 'Something' });
    await expect(client.search.asYouType({ query })).resolves.toEqual({ hits: [], isComplete: true, respelled: null });
    await expect(client.search.ranked({ query })).resolves.toEqual({ hits: [], nextBefore: null, respelled: null });
  });

  it('searches a 10 MB paste by its beginning', async () => {
    const { client } = testCore();
    await client.tasks.create({ title: 'word word' });
    expect((await client.search.asYouType({ query: 'word '.repeat(2_000_000) })).hits).toHaveLength(1);
    expect((await client.search.asYouType({ query: 'x'.repeat(10_000_000) })).hits).toEqual([]);
  });

  it('finds a word at the end of a 1 MB entry and shows it', async () => {
    const { client } = testCore();
    const id = await write(client, `${'filling words '.repeat(80_000)} needle here`);
    const [hit] = (await client.search.asYouType({ query: 'needle' })).hits;
    expect(hit!.snippets[0]!.text).toContain('needle here');
    expect(hit!.route).toBe(`/journal/${DAY}?entry=${id}&at=1120001`);
  });

  it('narrows to kinds', async () => {
    const { client } = testCore();
    await write(client, 'Lunch with Ana');
    await client.tasks.create({ title: 'Lunch box' });
    const { hits } = await client.search.asYouType({ query: 'lunch', kinds: ['entry'] });
    expect(hits.map((hit) => hit.kind)).toEqual(['entry']);
  });

  it('follows changes, deletions and undo', async () => {
    const { client } = testCore();
    const task = await client.tasks.create({ title: 'Buy apples' });
    await client.tasks.update({ ids: [task.id], change: { title: 'Buy pears' } });
    expect(await titles(client, 'apples')).toEqual([]);
    await client.tasks.remove({ ids: [task.id] });
    expect(await titles(client, 'pears')).toEqual([]);
    await client.history.undo();
    expect(await titles(client, 'pears')).toEqual(['Buy pears']);
  });
});

describe('ranked search', () => {
  it('puts titles above texts and says why each was found', async () => {
    const { client, clock } = testCore();
    await client.tasks.create({ title: 'Garden', notes: 'new fence' });
    clock.advance({ minutes: 1 });
    await write(client, 'Painted the fence. The fence is green. A fence, at last.');
    const { hits, nextBefore } = await client.search.ranked({ query: 'fence' });
    expect(hits.map((hit) => hit.kind)).toEqual(['entry', 'task']);
    expect(hits[0]!.found).toEqual([{ word: 'fence', inTitle: 0, inBody: 3 }]);
    expect(nextBefore).toBeNull();
    const titled = await client.search.ranked({ query: 'garden' });
    expect(titled.hits[0]).toMatchObject({ title: 'Garden', titleRanges: [{ from: 0, to: 6 }] });
    expect(titled.hits[0]!.found).toEqual([{ word: 'garden', inTitle: 1, inBody: 0 }]);
  });

  it('prefers the newer of two alike', async () => {
    const { client, clock } = testCore();
    const first = await client.tasks.create({ title: 'Water plants' });
    clock.advance({ days: 1 });
    const second = await client.tasks.create({ title: 'Water plants' });
    const { hits } = await client.search.ranked({ query: 'plants' });
    expect(hits.map((hit) => hit.id)).toEqual([second.id, first.id]);
  });

  it('shows a piece of the text for each word that stands far from the others', async () => {
    const { client } = testCore();
    await write(client, `The harbour at night. ${'More and more of it. '.repeat(40)}A lantern swings.`);
    const [hit] = (await client.search.ranked({ query: 'harbour lantern' })).hits;
    expect(hit!.snippets).toHaveLength(2);
    expect(hit!.snippets[0]!.text).toContain('The harbour at night.');
    expect(hit!.snippets[1]!.text).toContain('A lantern swings.');
  });
});

describe('what was touched last', () => {
  it('comes newest first, each thing once, without what is gone', async () => {
    const { client, clock } = testCore();
    const one = await client.tasks.create({ title: 'one' });
    const two = await client.tasks.create({ title: 'two' });
    await client.tasks.create({ title: 'three' });
    clock.advance({ minutes: 1 });
    await client.tasks.update({ ids: [one.id], change: { priority: 1 } });
    await client.tasks.remove({ ids: [two.id] });
    expect((await client.search.recent({})).map((hit) => hit.title)).toEqual(['one', 'three']);
  });
});

it('knows every kind that the schema makes searchable', () => {
  const kinds = ledgeredTables.flatMap(({ search }) => search?.kind ?? []);
  expect(kinds.toSorted()).toEqual(searchKind.options.toSorted());
});
