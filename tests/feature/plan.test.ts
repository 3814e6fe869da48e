import { describe, expect, it } from 'vitest';
import { FakeClock } from '../support/fake-clock.ts';
import { type TestCore, testCore } from '../support/test-core.ts';

/** Monday 23 November 2026, 8:00; working hours are Monday to Friday, 9 to 17. */
const monday = (time = '08:00'): FakeClock => new FakeClock(`2026-11-23T${time}:00Z`);
const at = (time: string, day = 23): number => Date.parse(`2026-11-${day}T${time}Z`);
const clockTime = (ms: number): string => new Date(ms).toISOString().slice(8, 16);
const shown = (blocks: readonly { change: string; title: string; startMs: number; endMs: number }[]) =>
  blocks.map(
    (block) => `${block.change} ${block.title} ${clockTime(block.startMs)} ${(block.endMs - block.startMs) / 60_000}`,
  );

const event = (client: TestCore['client'], title: string, start: string, end: string, day = 23) =>
  client.calendar.createEvent({ title, startLocal: `2026-11-${day}T${start}`, endLocal: `2026-11-${day}T${end}` });
const blocksOf = async (client: TestCore['client']) =>
  (await client.calendar.range({ fromMs: at('00:00'), toMs: at('00:00', 30) })).blocks;
type Accepted = Parameters<TestCore['client']['plan']['accept']>[0];
const accepted = ({ blocks, removed }: Awaited<ReturnType<TestCore['client']['plan']['propose']>>): Accepted => ({
  blocks: blocks
    .filter((block) => block.change !== 'kept')
    .map(({ taskId, startMs, endMs, reason, ...block }) => ({
      taskId,
      startMs,
      endMs,
      reason,
      ...(block.change === 'moved' ? { id: block.id } : {}),
    })),
  remove: removed.map((block) => block.id),
});

describe('a proposal', () => {
  it('puts the day’s tasks round its events and gives each a reason, and writes nothing', async () => {
    const { client } = testCore({ clock: monday() });
    await event(client, 'Board review', '09:00', '10:30');
    await event(client, 'Dentist', '15:00', '15:45');
    await client.tasks.create({
      title: 'Gallery script',
      estimateMin: 120,
      priority: 1,
      dueDay: '2026-11-23',
      energy: 'high',
    });
    await client.tasks.create({ title: 'Call the printer', dueDay: '2026-11-23' });
    const commits = (await client.history.list({})).items.length;
    const proposal = await client.plan.propose({ scope: 'day' });
    expect(proposal).toMatchObject({
      scope: 'day',
      fromDay: '2026-11-23',
      toDay: '2026-11-23',
      removed: [],
      unplaced: [],
      waiting: 0,
    });
    expect(shown(proposal.blocks)).toEqual(['new Gallery script 23T10:45 120', 'new Call the printer 23T12:45 30']);
    for (const block of proposal.blocks) expect(block.reason).toMatch(/due today/);
    expect((await client.history.list({})).items).toHaveLength(commits);
    expect(await blocksOf(client)).toEqual([]);
  });

  it('means Monday when Saturday has no working time left', async () => {
    const { client } = testCore();
    await client.tasks.create({ title: 'Boiler check' });
    const proposal = await client.plan.propose({ scope: 'day' });
    expect([proposal.fromDay, proposal.toDay]).toEqual(['2026-11-23', '2026-11-23']);
    expect(shown(proposal.blocks)).toEqual(['new Boiler check 23T09:00 30']);
    const week = await client.plan.propose({ scope: 'week' });
    expect([week.fromDay, week.toDay]).toEqual(['2026-11-23', '2026-11-29']);
  });

  it('leaves pinned blocks and what is planned already alone, and counts their time', async () => {
    const { client } = testCore({ clock: monday() });
    const script = await client.tasks.create({ title: 'Script', estimateMin: 60, dueDay: '2026-11-23' });
    const call = await client.tasks.create({ title: 'Call', estimateMin: 30, dueDay: '2026-11-23' });
    await client.plan.accept(accepted(await client.plan.propose({ scope: 'day' })));
    await client.tasks.create({ title: 'Letter', estimateMin: 30, dueDay: '2026-11-23', priority: 1 });
    const again = await client.plan.propose({ scope: 'day' });
    expect(shown(again.blocks)).toEqual(['kept Call 23T09:00 30', 'kept Script 23T09:30 60', 'new Letter 23T10:30 30']);
    expect((await blocksOf(client)).map((block) => block.taskId)).toEqual([call.id, script.id]);
  });

  it('moves a block that a new event lies over, and only that one', async () => {
    const { client } = testCore({ clock: monday() });
    await client.tasks.create({ title: 'Script', estimateMin: 60, dueDay: '2026-11-23' });
    await client.tasks.create({ title: 'Call', estimateMin: 30, dueDay: '2026-11-23' });
    await client.plan.accept(accepted(await client.plan.propose({ scope: 'day' })));
    await event(client, 'Visit', '09:45', '10:15');
    const again = await client.plan.propose({ scope: 'day' });
    expect(shown(again.blocks)).toEqual(['kept Call 23T09:00 30', 'moved Script 23T10:30 60']);
    await client.plan.accept(accepted(again));
    expect((await blocksOf(client)).map((block) => clockTime(block.startMs))).toEqual(['23T09:00', '23T10:30']);
  });

  it('moves what stands when something urgent would be late otherwise', async () => {
    const { client } = testCore({ clock: monday() });
    await client.settings.update({ lunch: null });
    await client.tasks.create({ title: 'Some day', estimateMin: 480, priority: 4 });
    await client.plan.accept(accepted(await client.plan.propose({ scope: 'week' })));
    expect((await blocksOf(client)).map((block) => clockTime(block.startMs))).toEqual(['23T09:00']);
    await client.tasks.create({ title: 'Urgent', estimateMin: 120, priority: 1, dueDay: '2026-11-23' });
    const again = await client.plan.propose({ scope: 'week' });
    expect(shown(again.blocks)[0]).toBe('new Urgent 23T09:00 120');
    expect(again.blocks.find((block) => block.title === 'Some day')).toMatchObject({ change: 'moved' });
  });

  it('says what did not fit, why, and what would help', async () => {
    const { client } = testCore({ clock: new FakeClock('2026-11-27T13:00:00Z') });
    await event(client, 'Review', '14:00', '16:00', 27);
    const task = await client.tasks.create({ title: 'Budget', estimateMin: 90, dueDay: '2026-11-27' });
    const proposal = await client.plan.propose({ scope: 'week' });
    expect(proposal.blocks).toEqual([]);
    expect(proposal.unplaced).toMatchObject([
      {
        taskId: task.id,
        title: 'Budget',
        durationMin: 90,
        missingMin: 90,
        remedies: [{ kind: 'split' }, { kind: 'allow', weekday: 'sat' }, { kind: 'further', untilDay: '2026-12-06' }],
      },
    ]);
    expect(proposal.unplaced[0]?.reason).toContain('No free stretch of 90 minutes before the end of Sunday');
    const split = await client.plan.propose({ scope: 'week', splitTaskIds: [task.id] });
    expect(shown(split.blocks)).toEqual(['new Budget 27T13:00 45', 'new Budget 27T16:15 45']);
    const saturday = await client.plan.propose({ scope: 'week', allowWeekdays: ['sat'] });
    expect(shown(saturday.blocks)).toEqual(['new Budget 28T09:00 90']);
    expect((await client.settings.get()).workingHours.sat).toBeUndefined();
  });

  it('takes everything due by a day, and refuses a day that is over', async () => {
    const { client } = testCore({ clock: monday() });
    await client.tasks.create({ title: 'In', dueDay: '2026-11-25' });
    await client.tasks.create({ title: 'Later', dueDay: '2026-11-26' });
    await client.tasks.create({ title: 'Whenever' });
    const proposal = await client.plan.propose({ scope: 'until', untilDay: '2026-11-25' });
    expect(proposal.blocks.map((block) => block.title)).toEqual(['In']);
    await expect(client.plan.propose({ scope: 'until' })).rejects.toMatchObject({ code: 'UNTIL_MISSING' });
    await expect(client.plan.propose({ scope: 'until', untilDay: '2026-11-22' })).rejects.toMatchObject({
      code: 'UNTIL_PAST',
    });
  });

  it('does not plan done tasks, or before the day they are meant for', async () => {
    const { client } = testCore({ clock: monday() });
    const done = await client.tasks.create({ title: 'Done', dueDay: '2026-11-23' });
    await client.tasks.complete({ ids: [done.id] });
    await client.tasks.create({ title: 'On Wednesday', doDay: '2026-11-25' });
    const proposal = await client.plan.propose({ scope: 'week' });
    expect(shown(proposal.blocks)).toEqual(['new On Wednesday 25T09:00 30']);
    await expect(client.plan.propose({ scope: 'day', taskIds: [done.id] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('accepting', () => {
  it('writes one commit that one undo takes back', async () => {
    const { client } = testCore({ clock: monday() });
    for (const title of ['one', 'two', 'three']) await client.tasks.create({ title, dueDay: '2026-11-23' });
    const proposal = await client.plan.propose({ scope: 'day' });
    expect(await client.plan.accept(accepted(proposal))).toEqual({ blocks: 3, removed: 0 });
    const [commit] = (await client.history.list({})).items;
    expect(commit).toMatchObject({ words: 'Accepted a plan of 3 blocks', command: 'plan.accept' });
    expect(await blocksOf(client)).toHaveLength(3);
    await client.history.undo();
    expect(await blocksOf(client)).toEqual([]);
  });

  it('can take a part', async () => {
    const { client } = testCore({ clock: monday() });
    for (const title of ['one', 'two']) await client.tasks.create({ title, dueDay: '2026-11-23' });
    const whole = accepted(await client.plan.propose({ scope: 'day' }));
    await client.plan.accept({ ...whole, blocks: whole.blocks.slice(1) });
    expect((await blocksOf(client)).map((block) => clockTime(block.startMs))).toEqual(['23T09:30']);
  });

  it('writes nothing when an event, a finished task or the clock got in the way', async () => {
    const { client, clock } = testCore({ clock: monday() });
    const one = await client.tasks.create({ title: 'one', dueDay: '2026-11-23' });
    const two = await client.tasks.create({ title: 'two', dueDay: '2026-11-23' });
    const plan = accepted(await client.plan.propose({ scope: 'day' }));
    const visit = await event(client, 'Visit', '09:15', '09:30');
    await expect(client.plan.accept(plan)).rejects.toMatchObject({ code: 'PLAN_STALE', data: { taskIds: [one.id] } });
    await client.calendar.removeEvent({ id: visit.id });
    await client.tasks.complete({ ids: [two.id] });
    await expect(client.plan.accept(plan)).rejects.toMatchObject({ code: 'PLAN_STALE', data: { taskIds: [two.id] } });
    await client.tasks.reopen({ ids: [two.id] });
    clock.advance({ minutes: 100 });
    await expect(client.plan.accept(plan)).rejects.toMatchObject({
      code: 'PLAN_STALE',
      message: 'Something changed since this plan was made, so nothing was written. Plan again.',
    });
    expect(await blocksOf(client)).toEqual([]);
  });
});

describe('free time', () => {
  it('is the working time from now on that events and blocks leave', async () => {
    const { client } = testCore({ clock: monday('13:00') });
    await event(client, 'Past', '09:00', '10:00');
    await event(client, 'Review', '14:00', '15:00');
    const task = await client.tasks.create({ title: 'Script' });
    await client.calendar.createBlock({ taskId: task.id, startMs: at('16:00'), endMs: at('16:30') });
    expect(await client.plan.freeTime({ day: '2026-11-23' })).toEqual({
      freeMin: 140,
      stretches: [
        { startMs: at('13:00'), endMs: at('13:55') },
        { startMs: at('15:05'), endMs: at('16:00') },
        { startMs: at('16:30'), endMs: at('17:00') },
      ],
    });
    expect(await client.plan.freeTime({ day: '2026-11-22' })).toEqual({ freeMin: 0, stretches: [] });
  });
});
