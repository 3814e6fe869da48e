import { describe, expect, it } from 'vitest';
import { testCore } from '../support/test-core.ts';

const DAY = '2026-11-21';
const id = (last: number): string => `019aa000-0000-7000-8000-${String(last).padStart(12, '0')}`;
type Client = ReturnType<typeof testCore>['client'];

const write = (client: Client, last: number, day: string, body: string) =>
  client.journal.write({ id: id(last), day, body });
const passagesOf = async (client: Client, kind: 'page' | 'tag' | 'person', name: string): Promise<string[]> =>
  (await client.journal.mentions({ kind, name })).passages.map(({ snippet }) => snippet.text);

describe('what is said of a name', () => {
  it('is gathered newest first, each passage with its place', async () => {
    const { client } = testCore();
    await write(client, 1, '2026-11-19', 'Before.\r\nTalked to @dana about [[Whale room|the whales]].\nAfter.');
    await write(client, 2, DAY, 'The [[whale ROOM]] again. [[Whale room]].');
    await write(client, 3, '2026-11-20', 'No link to the whale room here, and `[[Whale room]]` is code.');
    const { passages, nextBefore } = await client.journal.mentions({ kind: 'page', name: 'whale room' });
    expect(nextBefore).toBeNull();
    expect(passages.map(({ day, mentions, at }) => [day, mentions, at])).toEqual([
      [DAY, 2, 6],
      ['2026-11-19', 1, 33],
    ]);
    const [, older] = passages;
    expect(older!.snippet.text).toBe('Talked to @dana about [[Whale room|the whales]].');
    const [range] = older!.snippet.ranges;
    expect(older!.snippet.text.slice(range!.from, range!.to)).toBe('Whale room');
    expect(await client.journal.reference({ kind: 'page', name: 'Whale room' })).toEqual({
      mentions: 3,
      entries: 2,
      firstDay: '2026-11-19',
      lastDay: DAY,
    });
    const unlinked = await client.journal.unlinked({ kind: 'page', name: 'Whale room' });
    expect(unlinked.map(({ day }) => day)).toEqual(['2026-11-20']);
  });

  it('takes @dana and [[Dana]] for one person, and a #tag for itself', async () => {
    const { client } = testCore();
    await write(client, 1, DAY, '@dana came.');
    await write(client, 2, DAY, 'Saw [[Dana]]. #dana');
    expect(await passagesOf(client, 'person', 'Dana')).toHaveLength(2);
    expect(await passagesOf(client, 'page', 'dana')).toHaveLength(2);
    expect(await passagesOf(client, 'tag', 'Dana')).toEqual(['Saw [[Dana]]. #dana']);
  });

  it('is right after edits, another day, undo and deletion', async () => {
    const { client } = testCore();
    await write(client, 1, DAY, 'a [[Kiln]]');
    await write(client, 1, DAY, 'a [[Stove]]');
    expect(await passagesOf(client, 'page', 'kiln')).toEqual([]);
    await client.history.undo();
    expect(await passagesOf(client, 'page', 'kiln')).toEqual(['a [[Kiln]]']);
    await client.journal.moveToDay({ id: id(1), day: '2026-01-02' });
    expect((await client.journal.reference({ kind: 'page', name: 'kiln' })).firstDay).toBe('2026-01-02');
    await client.journal.remove({ id: id(1) });
    expect((await client.journal.reference({ kind: 'page', name: 'kiln' })).mentions).toBe(0);
    expect((await client.journal.names({ kind: 'links', query: 'kiln' })).map(({ name }) => name)).toEqual([]);
    await client.history.undo();
    expect(await passagesOf(client, 'page', 'kiln')).toEqual(['a [[Kiln]]']);
  });

  it('comes a page at a time', async () => {
    const { client } = testCore();
    for (let at = 1; at <= 5; at += 1) await write(client, at, `2026-11-1${at}`, `#run ${at}`);
    const first = await client.journal.mentions({ kind: 'tag', name: 'run', limit: 3 });
    const second = await client.journal.mentions({ kind: 'tag', name: 'run', limit: 3, before: first.nextBefore! });
    expect([...first.passages, ...second.passages].map(({ day }) => day.slice(8))).toEqual([
      '15',
      '14',
      '13',
      '12',
      '11',
    ]);
    expect(second.nextBefore).toBeNull();
  });
});

describe('renaming', () => {
  it('rewrites every mention in one commit, which one undo takes back', async () => {
    const { client } = testCore();
    await write(client, 1, '2026-11-20', 'With @dana, [[Dana|her]] and dana.\n- [ ] Call @dana');
    await write(client, 2, DAY, 'dana@example.org is no mention; [[dana]] is.');
    const asked = { kind: 'person' as const, name: 'Dana', to: 'Dana Reyes' };
    expect(await client.journal.renamePreview(asked)).toEqual({ mentions: 4, entries: 2, taken: 0 });
    expect(await client.journal.rename(asked)).toEqual({ mentions: 4, entries: 2 });
    const bodies = async (): Promise<string[]> =>
      [
        ...(await client.journal.day({ day: '2026-11-20' })).entries,
        ...(await client.journal.day({ day: DAY })).entries,
      ].map(({ body }) => body);
    expect(await bodies()).toEqual([
      'With [[Dana Reyes]], [[Dana Reyes|her]] and dana.\n- [ ] Call [[Dana Reyes]]',
      'dana@example.org is no mention; [[Dana Reyes]] is.',
    ]);
    expect((await client.tasks.list({ list: 'all' })).map(({ title }) => title)).toEqual(['Call Dana Reyes']);
    expect((await client.history.list({})).items[0]!.words).toBe('Renamed a name in 2 journal pages');
    await client.history.undo();
    expect((await bodies())[0]).toBe('With @dana, [[Dana|her]] and dana.\n- [ ] Call @dana');
  });

  it('reaches words that are only a draft yet, and says what it would join', async () => {
    const { client } = testCore();
    await write(client, 1, DAY, '#run');
    await write(client, 2, DAY, '#running');
    await client.journal.saveDraft({ id: id(1), day: DAY, body: '#run and #run again' });
    expect((await client.journal.renamePreview({ kind: 'tag', name: 'run', to: 'running' })).taken).toBe(1);
    await client.journal.rename({ kind: 'tag', name: 'run', to: 'running' });
    const [entry] = (await client.journal.day({ day: DAY })).entries;
    expect(entry).toMatchObject({ body: '#running and #running again', isDraft: false });
  });

  it('refuses what could not be written as such', async () => {
    const { client } = testCore();
    await write(client, 1, DAY, '#run');
    await expect(client.journal.rename({ kind: 'tag', name: 'run', to: 'two words' })).rejects.toMatchObject({
      code: 'NAME_UNFIT',
    });
    await expect(client.journal.rename({ kind: 'page', name: 'run', to: 'a]]' })).rejects.toMatchObject({
      code: 'NAME_UNFIT',
    });
  });
});

describe('the versions of an entry', () => {
  it('tell when it was written and how many words came and went', async () => {
    const { client, clock } = testCore();
    await write(client, 1, DAY, 'one two three');
    clock.advance({ minutes: 5 });
    await write(client, 1, DAY, 'one 2 three four');
    await client.journal.setMood({ id: id(1), day: DAY, mood: 4 });
    const versions = await client.journal.versions({ id: id(1) });
    expect(versions.map(({ added, removed, words, command }) => [command, words, added, removed])).toEqual([
      ['journal.write', 4, 2, 1],
      ['journal.write', 3, 3, 0],
    ]);
    expect(versions[0]!.atMs - versions[1]!.atMs).toBe(300_000);
    expect(await client.journal.version({ id: id(1), seq: versions[0]!.seq })).toEqual({
      body: 'one 2 three four',
      before: 'one two three',
    });
  });

  it('can each be restored, which undo takes back; their boxes are tasks again', async () => {
    const { client } = testCore();
    await write(client, 1, DAY, 'a\n- [ ] milk');
    await write(client, 1, DAY, 'b');
    const versions = await client.journal.versions({ id: id(1) });
    expect((await client.journal.restore({ id: id(1), seq: versions[1]!.seq })).body).toBe('a\n- [ ] milk');
    expect((await client.tasks.list({ list: 'all' })).map(({ title }) => title)).toEqual(['milk']);
    await client.history.undo();
    expect((await client.journal.day({ day: DAY })).entries[0]!.body).toBe('b');
  });

  it('are kept of a deleted entry, which is found on its day and comes back there', async () => {
    const { client } = testCore();
    await write(client, 1, DAY, '# Rain\nall day');
    await client.journal.setMood({ id: id(1), day: DAY, mood: 2 });
    await client.journal.remove({ id: id(1) });
    const [gone] = await client.journal.deleted({ day: DAY });
    expect(gone).toMatchObject({ id: id(1), firstLine: 'Rain' });
    const [last] = await client.journal.versions({ id: id(1) });
    expect(last).toMatchObject({ isDeleted: true, removed: 3 });
    await client.journal.restore({ id: id(1), seq: last!.seq });
    expect((await client.journal.day({ day: DAY })).entries[0]).toMatchObject({ body: '# Rain\nall day', mood: 2 });
    expect(await client.journal.deleted({ day: DAY })).toEqual([]);
  });
});

describe('the days written', () => {
  it('are counted by year, with their words and mood', async () => {
    const { client } = testCore();
    await write(client, 1, '2026-01-01', 'one two');
    await write(client, 2, '2026-01-01', 'three');
    await client.journal.setMood({ id: id(2), day: '2026-01-01', mood: 5 });
    await write(client, 3, '2025-12-31', 'old');
    expect(await client.journal.year({ year: 2026 })).toEqual([{ day: '2026-01-01', words: 3, mood: 5, entries: 2 }]);
  });

  it('make streaks, which today breaks only once it is over', async () => {
    const { client, clock } = testCore();
    for (const [at, day] of ['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-19', '2026-11-20'].entries())
      await write(client, at + 1, day, 'word');
    expect(await client.journal.streaks()).toMatchObject({
      current: 2,
      isTodayWritten: false,
      longest: { first: '2026-11-10', last: '2026-11-12', days: 3 },
      days: 5,
      words: 5,
    });
    await write(client, 9, DAY, 'today');
    expect(await client.journal.streaks()).toMatchObject({ current: 3, isTodayWritten: true });
    clock.advance({ minutes: 2 * 24 * 60 });
    expect(await client.journal.streaks()).toMatchObject({ current: 0, isTodayWritten: false });
  });
});
