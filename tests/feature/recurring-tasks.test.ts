import type { Task } from '#contract/tasks';
import { describe, expect, it } from 'vitest';
import { FakeClock } from '../support/fake-clock.ts';
import { type TestCore, testCore } from '../support/test-core.ts';

// It is Saturday, 21 November 2026.
const open = async ({ client }: TestCore): Promise<Task[]> => client.tasks.list({ list: 'all' });
const days = async (core: TestCore): Promise<string[]> =>
  (await open(core)).map((task) => task.dueDay ?? 'none').toSorted();
const fridays = { rule: 'FREQ=WEEKLY;BYDAY=FR', start: '2026-11-21' } as const;

describe('a repeating task', () => {
  it('stands on the first day of its rule and says in words how it comes again', async () => {
    const { client } = testCore();
    const task = await client.tasks.create({
      title: 'Water the fig',
      repeat: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', start: '2026-11-21' },
    });
    expect(task).toMatchObject({
      dueDay: '2026-11-27',
      repeat: { words: 'every 2 weeks on Friday', occurrence: '2026-11-27', nextDay: '2026-12-11', anchor: 'due' },
    });
  });

  it('comes again when it is done, with its tags, its parts and its checklist open, in one commit', async () => {
    const core = testCore();
    const { client } = core;
    const task = await client.tasks.create({
      title: 'Tidy',
      notes: '- [x] desk\n- [ ] shelf',
      tags: ['home'],
      repeat: fridays,
    });
    const part = await client.tasks.create({ title: 'Bins', parentId: task.id });
    await client.tasks.complete({ ids: [part.id] });
    await client.tasks.complete({ ids: [task.id] });
    const [next] = (await open(core)).filter((one) => one.title === 'Tidy');
    expect(next).toMatchObject({
      dueDay: '2026-12-04',
      notes: '- [ ] desk\n- [ ] shelf',
      subTasks: { closed: 0, total: 1 },
      seriesId: task.seriesId,
      repeat: { occurrence: '2026-12-04' },
    });
    expect(next!.tags.map((tag) => tag.name)).toEqual(['home']);
    expect(await client.tasks.get({ id: task.id })).toMatchObject({ status: 'done', repeat: null });

    await client.history.undo({});
    expect((await open(core)).map((one) => [one.title, one.dueDay, one.repeat?.occurrence])).toEqual([
      ['Tidy', '2026-11-27', '2026-11-27'],
    ]);
    await client.history.redo({});
    expect((await open(core)).filter((one) => one.title === 'Tidy')).toHaveLength(1);
  });

  it('is never made twice by doing, reopening and doing the same one again', async () => {
    const core = testCore();
    const { client } = core;
    const task = await client.tasks.create({ title: 'Tidy', repeat: fridays });
    await client.tasks.complete({ ids: [task.id] });
    await client.tasks.reopen({ ids: [task.id] });
    await client.tasks.complete({ ids: [task.id] });
    expect(await days(core)).toEqual(['2026-12-04']);
  });

  it('counted from when it was done comes so much later, a month after the 31st on the last day of a shorter month', async () => {
    const core = testCore({ clock: new FakeClock('2027-01-31T10:00:00Z') });
    const { client } = core;
    const three = await client.tasks.create({
      title: 'Run',
      dueDay: '2027-01-20',
      repeat: { rule: 'FREQ=DAILY;INTERVAL=3', anchor: 'completion', start: '2027-01-20' },
    });
    const month = await client.tasks.create({
      title: 'Filter',
      repeat: { rule: 'FREQ=MONTHLY', anchor: 'completion', start: '2027-01-31' },
    });
    await client.tasks.complete({ ids: [three.id, month.id] });
    expect(await days(core)).toEqual(['2027-02-03', '2027-02-28']);
  });

  it('ends after its last time', async () => {
    const core = testCore();
    const { client } = core;
    for (const anchor of ['due', 'completion'] as const) {
      let task = await client.tasks.create({
        title: anchor,
        repeat: { rule: 'FREQ=DAILY;COUNT=2', anchor, start: '2026-11-21' },
      });
      await client.tasks.complete({ ids: [task.id] });
      task = (await open(core)).find((one) => one.title === anchor)!;
      expect(task.dueDay).toBe('2026-11-22');
      await client.tasks.complete({ ids: [task.id] });
    }
    expect(await days(core)).toEqual([]);
  });

  it('refuses a rule that never happens, and changes nothing', async () => {
    const core = testCore();
    await expect(
      core.client.tasks.create({
        title: 'Never',
        repeat: { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', start: '2026-11-21' },
      }),
    ).rejects.toMatchObject({ code: 'NO_SUCH_RULE' });
    expect(await days(core)).toEqual([]);
  });
});

describe('one occurrence', () => {
  it('is skipped: the task goes on to its next day, and the last one is dropped', async () => {
    const core = testCore();
    const { client } = core;
    const task = await client.tasks.create({
      title: 'Tidy',
      repeat: { ...fridays, rule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=2' },
    });
    expect(await client.tasks.skip({ ids: [task.id] })).toMatchObject([{ dueDay: '2026-12-04', status: 'open' }]);
    expect(await client.tasks.skip({ ids: [task.id] })).toMatchObject([{ status: 'dropped' }]);
    await client.history.undo({});
    await client.history.undo({});
    expect(await days(core)).toEqual(['2026-11-27']);
  });

  it('is moved without the others', async () => {
    const core = testCore();
    const { client } = core;
    const task = await client.tasks.create({ title: 'Tidy', repeat: fridays });
    await client.tasks.update({ ids: [task.id], change: { dueDay: '2026-11-29' } });
    await client.tasks.complete({ ids: [task.id] });
    expect(await days(core)).toEqual(['2026-12-04']);
  });

  it('is changed alone, with the following ones, or with all', async () => {
    const core = testCore();
    const { client } = core;
    const first = await client.tasks.create({ title: 'Tidy', priority: 3, repeat: fridays });
    await client.tasks.complete({ ids: [first.id] });
    const [second] = await open(core);
    await client.tasks.update({ ids: [second!.id], change: { title: 'Tidy the attic' }, scope: 'one' });
    await client.tasks.update({ ids: [second!.id], change: { priority: 1 } });
    await client.tasks.complete({ ids: [second!.id] });
    const [third] = await open(core);
    expect(third).toMatchObject({ title: 'Tidy', priority: 1 });
    await client.tasks.update({ ids: [third!.id], change: { title: 'Tidy up' }, scope: 'all' });
    expect(await client.tasks.get({ id: first.id })).toMatchObject({ title: 'Tidy up', priority: 3, status: 'done' });
  });

  it('still to come is taken out, and stays out when the rule changes', async () => {
    const core = testCore();
    const { client } = core;
    const task = await client.tasks.create({ title: 'Tidy', repeat: fridays });
    await client.tasks.exceptDay({ id: task.id, day: '2026-12-04', isOut: true });
    await client.tasks.update({
      ids: [task.id],
      change: { repeat: { rule: 'FREQ=WEEKLY;BYDAY=WE,FR', start: '2026-11-21' } },
    });
    expect((await client.tasks.get({ id: task.id })).repeat).toMatchObject({ except: ['2026-12-04'] });
    const day = new FakeClock('2026-12-03T09:00:00Z').nowMs();
    core.clock.advance({ minutes: (day - core.clock.nowMs()) / 60_000 });
    await client.tasks.complete({ ids: [task.id] });
    expect(await days(core)).toEqual(['2026-12-09']);
  });

  it('is the last when the series is ended', async () => {
    const core = testCore();
    const { client } = core;
    const task = await client.tasks.create({ title: 'Tidy', repeat: fridays });
    await client.tasks.update({ ids: [task.id], change: { repeat: null } });
    await client.tasks.complete({ ids: [task.id] });
    expect(await days(core)).toEqual([]);
  });
});

describe('a day that begins', () => {
  const daily = (core: TestCore, missed: 'skip' | 'keep-one' | 'keep-all' | 'reschedule'): Promise<Task> =>
    core.client.tasks.create({ title: missed, repeat: { rule: 'FREQ=DAILY', start: '2026-11-21', missed } });

  it('deals with what was missed by the rule of each task, day by day', async () => {
    const core = testCore();
    for (const missed of ['skip', 'keep-one', 'keep-all', 'reschedule'] as const) await daily(core, missed);
    core.clock.advance({ days: 2 });
    expect((await open(core)).map((task) => `${task.title} ${task.dueDay}`).toSorted()).toEqual([
      'keep-all 2026-11-21',
      'keep-all 2026-11-22',
      'keep-all 2026-11-23',
      'keep-one 2026-11-21',
      'reschedule 2026-11-23',
      'skip 2026-11-23',
    ]);
  });

  it('is the same after several days asleep or closed, and nothing is made by opening the app', async () => {
    const core = testCore();
    for (const missed of ['skip', 'keep-one', 'keep-all', 'reschedule'] as const) await daily(core, missed);
    await core.core.close();
    core.clock.advance({ days: 2 });
    const again = await core.restart();
    const told = (await open(again)).map((task) => `${task.title} ${task.dueDay}`).toSorted();
    expect(told).toHaveLength(6);
    const later = await again.restart();
    expect((await open(later)).map((task) => `${task.title} ${task.dueDay}`).toSorted()).toEqual(told);
  });

  it('begins when the user says: at 05:00 the night still belongs to the day before', async () => {
    const core = testCore({ clock: new FakeClock('2026-11-21T20:00:00Z', 'Europe/Vienna') });
    await core.client.settings.update({ dayStartMin: 300, missedTasks: 'skip' });
    await core.client.tasks.create({ title: 'Pills', repeat: { rule: 'FREQ=DAILY', start: '2026-11-21' } });
    core.clock.advance({ minutes: 8 * 60 - 1 });
    expect(await days(core)).toEqual(['2026-11-21']);
    core.clock.advance({ minutes: 12 });
    expect(await days(core)).toEqual(['2026-11-22']);
  });

  it('after a task was done late leads to the day that is not over', async () => {
    const core = testCore();
    const task = await core.client.tasks.create({
      title: 'Pills',
      repeat: { rule: 'FREQ=DAILY', start: '2026-11-18' },
    });
    await core.client.tasks.complete({ ids: [task.id] });
    expect(await days(core)).toEqual(['2026-11-21']);
  });
});

describe('words', () => {
  it('of a capture file a task that repeats', async () => {
    const core = testCore();
    await core.client.capture.file({ text: 'call mum every other friday' });
    expect(await open(core)).toMatchObject([
      { title: 'call mum', dueDay: '2026-11-27', repeat: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', anchor: 'due' } },
    ]);
  });

  it('of an editor are a rule, and a rule is days', async () => {
    const { client } = testCore();
    expect(await client.recurrence.read({ text: 'every! 3 days', start: '2026-11-21' })).toMatchObject({
      rule: 'FREQ=DAILY;INTERVAL=3',
      anchor: 'completion',
    });
    expect(await client.recurrence.read({ text: 'whenever', start: '2026-11-21' })).toBeNull();
    expect(await client.recurrence.preview({ rule: 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=2', start: '2026-11-21' })).toEqual({
      words: 'every month on the last Friday 2 times',
      days: ['2026-11-27', '2026-12-25'],
      hasMore: false,
      isLast: true,
    });
  });
});
