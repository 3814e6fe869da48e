import { describe, expect, it } from 'vitest';
import { type TestCore, testCore } from '../support/test-core.ts';

const titles = async (client: TestCore['client'], list: 'inbox' | 'today' | 'upcoming' | 'anytime' | 'done' | 'all') =>
  (await client.tasks.list({ list })).map((task) => task.title);

describe('the lists of tasks', () => {
  it('puts each task where its days say, and counts what it shows', async () => {
    const { client } = testCore();
    await client.tasks.create({ title: 'sort me', inInbox: true });
    await client.tasks.create({ title: 'late', dueDay: '2026-11-19' });
    await client.tasks.create({ title: 'today by choice', doDay: '2026-11-21', dueDay: '2026-12-01' });
    await client.tasks.create({ title: 'next week', dueDay: '2026-11-27' });
    await client.tasks.create({ title: 'whenever' });
    const done = await client.tasks.create({ title: 'finished' });
    await client.tasks.complete({ ids: [done.id] });
    expect(await titles(client, 'inbox')).toEqual(['sort me']);
    expect(await titles(client, 'today')).toEqual(['late', 'today by choice']);
    expect(await titles(client, 'upcoming')).toEqual(['next week']);
    expect(await titles(client, 'anytime')).toEqual(['whenever']);
    expect(await titles(client, 'done')).toEqual(['finished']);
    expect(await titles(client, 'all')).toHaveLength(5);
    expect(await client.tasks.counts()).toEqual({
      inbox: 1,
      today: 2,
      overdue: 1,
      upcoming: 1,
      anytime: 1,
      someday: 0,
      all: 5,
    });
  });

  it('brings what was for tomorrow to today when the day rolls over at the person’s own hour', async () => {
    const { client, clock } = testCore();
    await client.settings.update({ dayStartMin: 240 });
    await client.tasks.create({ title: 'tomorrow', dueDay: '2026-11-22' });
    clock.advance({ minutes: 15 * 60 + 60 });
    expect(await client.today.now()).toMatchObject({ day: '2026-11-21' });
    expect(await titles(client, 'today')).toEqual([]);
    clock.advance({ minutes: 180 });
    expect(await client.today.now()).toEqual({
      day: '2026-11-22',
      zone: 'UTC',
      startMs: Date.parse('2026-11-22T04:00Z'),
      endMs: Date.parse('2026-11-23T04:00Z'),
    });
    expect(await titles(client, 'today')).toEqual(['tomorrow']);
  });

  it('shows only what carries a tag, however its name is written', async () => {
    const { client } = testCore();
    await client.tasks.create({ title: 'one', tags: ['Home'] });
    await client.tasks.create({ title: 'two' });
    expect((await client.tasks.list({ list: 'all', tag: 'home' })).map((task) => task.title)).toEqual(['one']);
  });
});

describe('the order of a list', () => {
  it('moves a task before another, to the end, and back by undo', async () => {
    const { client } = testCore();
    for (const title of ['a', 'b', 'c']) await client.tasks.create({ title });
    const [a, , c] = await client.tasks.list({ list: 'anytime' });
    await client.tasks.move({ ids: [c!.id], beforeId: a!.id });
    expect(await titles(client, 'anytime')).toEqual(['c', 'a', 'b']);
    await client.tasks.move({ ids: [c!.id], beforeId: null });
    expect(await titles(client, 'anytime')).toEqual(['a', 'b', 'c']);
    await client.history.undo();
    expect(await titles(client, 'anytime')).toEqual(['c', 'a', 'b']);
  });

  it('stays right after more moves into one gap than a number has halves', async () => {
    const { client } = testCore();
    for (const title of ['first', 'x', 'y', 'last']) await client.tasks.create({ title });
    const [, x, y, last] = await client.tasks.list({ list: 'anytime' });
    for (let turn = 0; turn < 60; turn += 1) {
      await client.tasks.move({ ids: [y!.id], beforeId: x!.id });
      await client.tasks.move({ ids: [x!.id], beforeId: y!.id });
    }
    expect(await titles(client, 'anytime')).toEqual(['first', 'x', 'y', 'last']);
    await client.tasks.move({ ids: [last!.id], beforeId: y!.id });
    expect(await titles(client, 'anytime')).toEqual(['first', 'x', 'last', 'y']);
  });
});

describe('a tag', () => {
  it('leaves every task when it is deleted and comes back to all of them by undo', async () => {
    const { client } = testCore();
    for (const title of ['one', 'two']) await client.tasks.create({ title, tags: ['home', 'work'] });
    const [home] = await client.tasks.tags();
    await client.tasks.removeTag({ id: home!.id });
    const tagsOf = async () =>
      (await client.tasks.list({ list: 'all' })).map(({ tags }) => tags.map((tag) => tag.name));
    expect(await tagsOf()).toEqual([['work'], ['work']]);
    expect((await client.history.undo()).words).toBe('Took back: Deleted the tag “home”');
    expect(await tagsOf()).toEqual([
      ['home', 'work'],
      ['home', 'work'],
    ]);
    await client.tasks.updateTag({ id: home!.id, name: 'house' });
    expect((await client.history.list({ limit: 1 })).items[0]!.words).toBe('Renamed the tag “home” to “house”');
  });
});

describe('changing tasks', () => {
  it('changes many in one commit and takes them all back with one undo', async () => {
    const { client } = testCore();
    const ids = [];
    for (const title of ['a', 'b', 'c']) ids.push((await client.tasks.create({ title })).id);
    await client.tasks.update({ ids, change: { dueDay: '2026-11-25', priority: 1, tags: ['move'] } });
    expect(
      (await client.tasks.list({ list: 'all' })).map((task) => [task.dueDay, task.priority, task.tags[0]?.name]),
    ).toEqual([
      ['2026-11-25', 1, 'move'],
      ['2026-11-25', 1, 'move'],
      ['2026-11-25', 1, 'move'],
    ]);
    expect((await client.history.undo()).words).toBe('Took back: Changed 3 tasks');
    expect((await client.tasks.list({ list: 'all' })).map((task) => task.dueDay)).toEqual([null, null, null]);
  });

  it('completes a thousand at once, takes that back at once, and refuses more than 5,000 in words', async () => {
    const { client } = testCore();
    const ids: string[] = [];
    for (let number = 1; number <= 1_000; number += 1)
      ids.push((await client.tasks.create({ title: `task ${number}` })).id);
    await client.tasks.complete({ ids });
    expect(await client.tasks.counts()).toMatchObject({ all: 0 });
    expect(await client.tasks.list({ list: 'done' })).toHaveLength(1_000);
    await client.history.undo();
    expect(await client.tasks.counts()).toMatchObject({ all: 1_000 });
    expect(await client.tasks.list({ list: 'done' })).toHaveLength(0);
    const tooMany = Array.from({ length: 5_001 }, () => ids[0]!);
    await expect(client.tasks.complete({ ids: tooMany })).rejects.toMatchObject({
      data: { issues: [{ message: 'Change 5,000 tasks at most at once.' }] },
    });
  });

  it('adds and takes tags of many without touching the others they have', async () => {
    const { client } = testCore();
    const one = await client.tasks.create({ title: 'one', tags: ['home', 'red'] });
    const two = await client.tasks.create({ title: 'two', tags: ['home', 'blue'] });
    await client.tasks.update({ ids: [one.id, two.id], change: { addTags: ['soon'], removeTags: ['Home'] } });
    expect((await client.tasks.get({ id: one.id })).tags.map((tag) => tag.name)).toEqual(['red', 'soon']);
    expect((await client.tasks.get({ id: two.id })).tags.map((tag) => tag.name)).toEqual(['blue', 'soon']);
  });

  it('tells the page of the entry a task came from', async () => {
    const { client } = testCore();
    const entryId = '01920000-0000-7000-8000-000000000001';
    await client.journal.write({ id: entryId, day: '2026-11-20', body: 'I must call the dentist.' });
    const { id } = await client.tasks.create({ title: 'Call the dentist', entryId, entryQuote: 'call the dentist' });
    expect(await client.tasks.source({ id })).toEqual({ day: '2026-11-20' });
    await client.journal.remove({ id: entryId });
    expect(await client.tasks.source({ id })).toBeNull();
  });

  it('lets a due time go with its day and refuses one without a day', async () => {
    const { client } = testCore();
    const task = await client.tasks.create({ title: 'call', dueDay: '2026-11-25', dueTime: '10:00' });
    await client.tasks.update({ ids: [task.id], change: { dueDay: null } });
    expect(await client.tasks.get({ id: task.id })).toMatchObject({ dueDay: null, dueTime: null });
    await expect(client.tasks.update({ ids: [task.id], change: { dueTime: '11:00' } })).rejects.toMatchObject({
      code: 'DUE_DAY_MISSING',
    });
    await expect(client.tasks.create({ title: 'call', dueTime: '11:00' })).rejects.toMatchObject({
      code: 'DUE_DAY_MISSING',
    });
    await client.tasks.update({ ids: [task.id], change: { dueDay: '2026-11-26', dueTime: '11:00' } });
    expect(await client.tasks.get({ id: task.id })).toMatchObject({ dueDay: '2026-11-26', dueTime: '11:00' });
  });

  it('refuses what is wrong in words, names the field and writes nothing', async () => {
    const { client } = testCore();
    await expect(client.tasks.create({ title: '  \n ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(client.tasks.create({ title: 'x'.repeat(2_001) })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(client.tasks.create({ title: 'x', dueDay: '2026-02-31' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      data: { issues: [{ message: 'The calendar has no such day.', path: ['dueDay'] }] },
    });
    await expect(client.tasks.create({ title: 'x', tags: ['two words'] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect(await titles(client, 'all')).toEqual([]);
    expect((await client.history.list({})).items).toEqual([]);
  });

  it('keeps emoji and right-to-left text as they were typed', async () => {
    const { client } = testCore();
    const title = 'اتصل بطبيب الأسنان 🦷 לפני יום שישי';
    const task = await client.tasks.create({ title, notes: '👩‍👩‍👧 نص' });
    expect(await client.tasks.get({ id: task.id })).toMatchObject({ title, notes: '👩‍👩‍👧 نص' });
  });

  it('renames a tag everywhere and refuses a name that is taken', async () => {
    const { client } = testCore();
    await client.tasks.create({ title: 'one', tags: ['home', 'work'] });
    const [home] = await client.tasks.tags();
    await client.tasks.updateTag({ id: home!.id, name: 'house', color: 'rose' });
    expect((await client.tasks.list({ list: 'all' }))[0]!.tags).toMatchObject([
      { name: 'house', color: 'rose' },
      { name: 'work' },
    ]);
    await expect(client.tasks.updateTag({ id: home!.id, name: 'WORK' })).rejects.toMatchObject({ code: 'NAME_TAKEN' });
  });
});
