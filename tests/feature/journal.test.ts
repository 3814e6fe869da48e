import { describe, expect, it } from 'vitest';
import { FakeClock } from '../support/fake-clock.ts';
import { testCore } from '../support/test-core.ts';

const DAY = '2026-11-21';
const id = (last: number): string => `019aa000-0000-7000-8000-${String(last).padStart(12, '0')}`;

describe('an entry', () => {
  it('keeps its Markdown byte for byte, line breaks and emoji included', async () => {
    const { client } = testCore();
    const body = '# Monday\r\n\r\nשלום 👩‍👩‍👧 *less*\n\tend  \n';
    const entry = await client.journal.write({ id: id(1), day: DAY, body });
    expect(entry).toMatchObject({
      body,
      day: DAY,
      words: 4,
      isDraft: false,
      mood: null,
      atMs: Date.parse('2026-11-21T09:00:00Z'),
    });
    expect((await client.journal.day({ day: DAY })).entries[0]!.body).toBe(body);
  });

  it('is not begun by a text without words', async () => {
    const { client } = testCore();
    await client.journal.saveDraft({ id: id(1), day: DAY, body: ' \n' });
    expect(await client.journal.write({ id: id(1), day: DAY, body: ' \n' })).toBeNull();
    expect((await client.journal.day({ day: DAY })).entries).toEqual([]);
    expect((await client.history.list({})).items).toEqual([]);
  });

  it('leaves no commit when nothing changed', async () => {
    const { client } = testCore();
    await client.journal.write({ id: id(1), day: DAY, body: 'once' });
    await client.journal.write({ id: id(1), day: DAY, body: 'once' });
    expect((await client.history.list({})).items).toHaveLength(1);
  });

  it('stands in the day in the order of its moment, several to a day', async () => {
    const { client, clock } = testCore();
    await client.journal.write({ id: id(2), day: DAY, body: 'morning' });
    clock.advance({ minutes: 90 });
    await client.journal.write({ id: id(1), day: DAY, body: 'later that day' });
    const day = await client.journal.day({ day: DAY });
    expect(day.entries.map((entry) => entry.body)).toEqual(['morning', 'later that day']);
    expect(day.words).toBe(4);
  });

  it('of another day is given the time of day it was begun at', async () => {
    const { client } = testCore({ clock: new FakeClock('2026-11-21T21:30:00Z', 'Europe/Vienna') });
    const entry = await client.journal.write({ id: id(1), day: '2026-07-01', body: 'a summer day, told late' });
    expect(new Date(entry!.atMs).toISOString()).toBe('2026-07-01T20:30:00.000Z');
  });

  it('holds a 10 MB paste, and refuses more than 20 million characters in words', async () => {
    const { client } = testCore();
    const body = 'word '.repeat(2_000_000);
    await client.journal.saveDraft({ id: id(1), day: DAY, body });
    expect((await client.journal.write({ id: id(1), day: DAY, body }))!.words).toBe(2_000_000);
    await expect(client.journal.write({ id: id(1), day: DAY, body: 'x'.repeat(20_000_001) })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      data: {
        issues: [{ message: expect.stringContaining('20 million characters at most') as string, path: ['body'] }],
      },
    });
    expect((await client.journal.day({ day: DAY })).words).toBe(2_000_000);
  });

  it('refuses a day the calendar does not have', async () => {
    const { client } = testCore();
    await expect(client.journal.write({ id: id(1), day: '2026-02-31', body: 'never' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      data: { issues: [{ message: 'The calendar has no such day.' }] },
    });
  });

  it('is found by search as it reads after each change and undo', async () => {
    const { client, core } = testCore();
    const hits = (word: string): unknown[] =>
      core.services.ledger.read.sqlite.prepare(`SELECT rowid FROM search_fts WHERE search_fts MATCH ?`).all(word);
    await client.journal.write({ id: id(1), day: DAY, body: 'the whale room' });
    await client.journal.write({ id: id(1), day: DAY, body: 'the squid room' });
    expect([hits('whale').length, hits('squid').length]).toEqual([0, 1]);
    await client.history.undo();
    expect([hits('whale').length, hits('squid').length]).toEqual([1, 0]);
  });

  it('moves to another day and back, is deleted and comes back', async () => {
    const { client } = testCore();
    await client.journal.write({ id: id(1), day: DAY, body: 'wrong day' });
    const moved = await client.journal.moveToDay({ id: id(1), day: '2026-11-20' });
    expect(new Date(moved.atMs).toISOString()).toBe('2026-11-20T09:00:00.000Z');
    expect((await client.history.undo()).words).toBe('Took back: Moved an entry to 2026-11-20');
    expect((await client.journal.day({ day: DAY })).entries).toHaveLength(1);
    await client.journal.remove({ id: id(1) });
    expect((await client.history.undo()).words).toBe('Took back: Deleted “wrong day”');
    expect((await client.journal.day({ day: DAY })).entries[0]).toMatchObject({ id: id(1), body: 'wrong day' });
    await expect(client.journal.remove({ id: id(9) })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('can be a mood before it is words', async () => {
    const { client } = testCore();
    await client.journal.setMood({ id: id(1), day: DAY, mood: 4 });
    await client.journal.write({ id: id(1), day: DAY, body: 'and then words' });
    expect((await client.journal.day({ day: DAY })).entries[0]).toMatchObject({ mood: 4, body: 'and then words' });
    expect((await client.history.list({})).items.map((item) => item.words)).toEqual([
      'Wrote on: “and then words”',
      'Set the mood to light',
    ]);
  });
});

describe('a draft', () => {
  it('reads in its entry’s place and is kept out of history', async () => {
    const { client } = testCore();
    await client.journal.write({ id: id(1), day: DAY, body: 'before' });
    await client.journal.saveDraft({ id: id(1), day: DAY, body: 'before and after' });
    await client.journal.saveDraft({ id: id(2), day: DAY, body: 'begun' });
    const { entries } = await client.journal.day({ day: DAY });
    expect(entries.map((entry) => [entry.body, entry.isDraft, entry.words])).toEqual([
      ['before and after', true, 3],
      ['begun', true, 1],
    ]);
    expect((await client.history.list({})).items).toHaveLength(1);
  });

  it('is kept through a crash and becomes history at the next start', async () => {
    const first = testCore();
    await first.client.journal.write({ id: id(1), day: DAY, body: 'before' });
    first.clock.advance({ minutes: 5 });
    await first.client.journal.saveDraft({ id: id(1), day: DAY, body: 'before and after' });
    await first.client.journal.saveDraft({ id: id(2), day: DAY, body: 'begun' });
    first.clock.advance({ minutes: 60 });
    const second = await first.restart();
    const { entries } = await second.client.journal.day({ day: DAY });
    expect(entries.map((entry) => [entry.body, entry.isDraft])).toEqual([
      ['before and after', false],
      ['begun', false],
    ]);
    expect(new Date(entries[1]!.atMs).toISOString()).toBe('2026-11-21T09:05:00.000Z');
    const { items } = await second.client.history.list({});
    expect(items.map((item) => item.words)).toEqual(['Wrote “begun”', 'Wrote on: “and after”', 'Wrote “before”']);
    expect(await second.client.history.verify()).toEqual({ commits: 3, firstBrokenSeq: null });
  });

  it('never comes back by undo, nor after it', async () => {
    const first = testCore();
    const { client } = first;
    await client.journal.write({ id: id(1), day: DAY, body: 'one' });
    first.clock.advance({ minutes: 1 });
    await client.journal.saveDraft({ id: id(1), day: DAY, body: 'one two' });
    await client.journal.write({ id: id(1), day: DAY, body: 'one two' });
    await client.history.undo();
    expect((await client.journal.day({ day: DAY })).entries[0]).toMatchObject({ body: 'one', isDraft: false });
    await client.history.redo();
    await client.journal.saveDraft({ id: id(1), day: DAY, body: 'one two three' });
    await client.history.undo();
    expect((await client.journal.day({ day: DAY })).entries[0]).toMatchObject({ body: 'one', isDraft: false });
    const second = await first.restart();
    expect((await second.client.journal.day({ day: DAY })).entries[0]).toMatchObject({ body: 'one', isDraft: false });
  });

  it('is part of an entry that is deleted, and of it when it comes back', async () => {
    const { client } = testCore();
    await client.journal.saveDraft({ id: id(1), day: DAY, body: 'typed a second ago' });
    await client.journal.remove({ id: id(1) });
    expect((await client.journal.day({ day: DAY })).entries).toEqual([]);
    await client.history.undo();
    expect((await client.journal.day({ day: DAY })).entries[0]).toMatchObject({
      body: 'typed a second ago',
      isDraft: false,
    });
  });

  it('survives a mood that is told meanwhile', async () => {
    const { client } = testCore();
    await client.journal.saveDraft({ id: id(1), day: DAY, body: 'still typing' });
    await client.journal.setMood({ id: id(1), day: DAY, mood: 2 });
    expect((await client.journal.day({ day: DAY })).entries[0]).toMatchObject({ body: 'still typing', mood: 2 });
  });
});

describe('the list of days', () => {
  it('tells each written day by its first line, newest first, page by page', async () => {
    const { client, clock } = testCore();
    const bodies = [
      '## Ran to the *lock*\nand back',
      '- [ ] buy milk',
      '\n\n> “quoted” [site](https://example.org) and [[Ana]]',
      '---\n\nlast',
    ];
    for (const [at, body] of bodies.entries())
      await client.journal.write({ id: id(at), day: `2026-11-0${at + 1}`, body });
    await client.journal.setMood({ id: id(9), day: '2026-11-04', mood: 3 });
    clock.advance({ minutes: 1 });
    await client.journal.setMood({ id: id(8), day: '2026-11-04', mood: 5 });
    const first = await client.journal.days({ limit: 2 });
    expect(first.days.map((day) => [day.day, day.firstLine, day.words, day.mood, day.entries])).toEqual([
      ['2026-11-04', 'last', 1, 5, 3],
      ['2026-11-03', '“quoted” site and Ana', 7, null, 1],
    ]);
    const second = await client.journal.days({ limit: 2, before: first.nextBefore! });
    expect(second.days.map((day) => day.firstLine)).toEqual(['buy milk', 'Ran to the lock']);
    expect(await client.journal.month({ month: '2026-11' })).toHaveLength(4);
    expect(await client.journal.month({ month: '2026-12' })).toEqual([]);
  });

  it('counts days in a row, which today does not break until it is over', async () => {
    const { client, clock } = testCore();
    for (const [at, day] of ['2026-11-17', '2026-11-19', '2026-11-20'].entries())
      await client.journal.write({ id: id(at), day, body: 'x' });
    expect((await client.journal.day({ day: DAY })).streakDays).toBe(2);
    await client.journal.write({ id: id(7), day: DAY, body: 'today too' });
    expect((await client.journal.day({ day: DAY })).streakDays).toBe(3);
    expect((await client.journal.day({ day: '2026-11-17' })).streakDays).toBe(1);
    clock.advance({ days: 2 });
    expect((await client.journal.day({ day: '2026-11-23' })).streakDays).toBe(0);
  });

  it('remembers the same date in earlier years', async () => {
    const { client } = testCore();
    await client.journal.write({ id: id(1), day: '2025-11-21', body: 'Signed for the studio.' });
    await client.journal.write({ id: id(2), day: '2019-11-21', body: 'Rain.' });
    await client.journal.write({ id: id(3), day: '2025-11-20', body: 'not this date' });
    expect((await client.journal.onThisDay({ day: DAY })).map((day) => [day.yearsAgo, day.firstLine])).toEqual([
      [1, 'Signed for the studio.'],
      [7, 'Rain.'],
    ]);
  });
});

describe('completion', () => {
  it('offers names written before, those that begin with the query first, then those mentioned most', async () => {
    const { client } = testCore();
    const names = async (kind: 'links' | 'tags' | 'people', query: string): Promise<string[]> =>
      (await client.journal.names({ kind, query })).map(({ name }) => name);
    await client.tasks.create({ title: 'tagged', tags: ['home'] });
    await client.journal.write({
      id: id(1),
      day: '2026-11-20',
      body: 'With @priya and @Ana. #audioguide, see [[Whale room]] (#dehome)',
    });
    await client.journal.write({
      id: id(2),
      day: DAY,
      body: '# Notes from the lift\nmail@example.org #AudioGuide @ana',
    });
    expect(await names('tags', 'HOME')).toEqual(['home', 'dehome']);
    expect(await client.journal.names({ kind: 'tags', query: 'audio' })).toEqual([
      { name: 'AudioGuide', what: 'tag', mentions: 2 },
    ]);
    expect(await names('people', '')).toEqual(['ana', 'priya']);
    expect(await names('links', 'w')).toEqual([
      'Whale room',
      'With @priya and @Ana. #audioguide, see Whale room (#dehome)',
    ]);
    expect(await names('links', 'lift')).toEqual(['Notes from the lift']);
  });

  it('offers days by their words, and tasks', async () => {
    const { client } = testCore();
    await client.tasks.create({ title: 'Yesterday’s papers to the bin' });
    expect(await client.journal.names({ kind: 'links', query: 'yest' })).toEqual([
      { name: '2026-11-20', what: 'day', words: 'yesterday', mentions: 0 },
      { name: 'Yesterday’s papers to the bin', what: 'task', mentions: 0 },
    ]);
    expect((await client.journal.names({ kind: 'links', query: 'fri' })).map(({ name }) => name)).toEqual([
      '2026-11-20',
      '2026-11-27',
    ]);
  });
});
