import { describe, expect, it } from 'vitest';
import { FakeClock } from '../support/fake-clock.ts';
import { type TestCore, testCore } from '../support/test-core.ts';

/** Monday 23 November 2026, 8:00; working hours are Monday to Friday, 9 to 17. */
const monday = (time = '08:00'): FakeClock => new FakeClock(`2026-11-23T${time}:00Z`);
const at = (time: string, day = 23): number => Date.parse(`2026-11-${day}T${time}Z`);
const clockTime = (ms: number): string => new Date(ms).toISOString().slice(8, 16);
const shown = (blocks: readonly { title: string; startMs: number; endMs: number }[]): string[] =>
  blocks.map((block) => `${block.title} ${clockTime(block.startMs)} ${(block.endMs - block.startMs) / 60_000}`);
const event = (client: TestCore['client'], title: string, start: string, end: string, day = 23) =>
  client.calendar.createEvent({ title, startLocal: `2026-11-${day}T${start}`, endLocal: `2026-11-${day}T${end}` });
type Proposed = Awaited<ReturnType<TestCore['client']['plan']['propose']>>;
const accept = (client: TestCore['client'], { blocks, removed }: Proposed, more: object = {}) =>
  client.plan.accept({
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
    ...more,
  });

describe('the rules a person sets', () => {
  it('keep lunch free, round events, and tell where', async () => {
    const { client } = testCore({ clock: monday() });
    await event(client, 'Review', '12:00', '12:30');
    await client.tasks.create({ title: 'Long', estimateMin: 240, dueDay: '2026-11-23' });
    const proposal = await client.plan.propose({ scope: 'day' });
    expect(proposal.lunches).toEqual([{ startMs: at('12:30'), endMs: at('13:15') }]);
    for (const block of proposal.blocks) expect(block.endMs <= at('12:30') || block.startMs >= at('13:15')).toBe(true);
    await client.settings.update({ lunch: null });
    expect((await client.plan.propose({ scope: 'day' })).lunches).toEqual([]);
  });

  it('hold a day to its most, counting what was worked this morning', async () => {
    const { client, clock } = testCore({ clock: monday() });
    await client.settings.update({ mostPlannedMin: 120 });
    await client.tasks.create({ title: 'One', estimateMin: 60, priority: 1, dueDay: '2026-11-23' });
    await accept(client, await client.plan.propose({ scope: 'day' }));
    clock.advance({ minutes: 150 });
    await client.tasks.create({ title: 'Two', estimateMin: 90, priority: 1 });
    const week = await client.plan.propose({ scope: 'week' });
    expect(shown(week.blocks).filter((words) => words.startsWith('Two'))).toEqual(['Two 24T09:00 90']);
    expect(week.blocks.find((block) => block.title === 'Two')?.reason).toMatch(/holds as much planned work/);
    const { unplaced } = await client.plan.propose({ scope: 'day' });
    expect(unplaced[0]?.remedies).toContainEqual({ kind: 'lift', rule: 'limits' });
    const lifted = await client.plan.propose({ scope: 'day', lift: ['limits'] });
    expect(lifted.unplaced).toEqual([]);
  });

  it('refuse a lunch that does not fit its window, in words', async () => {
    const { client } = testCore();
    await expect(
      client.settings.update({ lunch: { from: '12:00', to: '12:30', durationMin: 45 } }),
    ).rejects.toMatchObject({
      data: { issues: [{ message: 'Lunch has to fit between its earliest and latest time.' }] },
    });
  });
});

describe('what tasks and events say', () => {
  it('is kept: travel is busy, what waits comes after, and Someday is not planned', async () => {
    const { client } = testCore({ clock: monday() });
    await client.settings.update({ bufferMin: 0 });
    await client.calendar.createEvent({
      title: 'Dentist',
      startLocal: '2026-11-23T10:00',
      endLocal: '2026-11-23T11:00',
      travelMin: 30,
    });
    const second = await client.tasks.create({ title: 'second', estimateMin: 30, priority: 1, dueDay: '2026-11-23' });
    const first = await client.tasks.create({ title: 'first', estimateMin: 60, priority: 4 });
    await client.tasks.create({ title: 'never', dueDay: '2026-11-23', someday: true });
    await client.tasks.update({ ids: [second.id], change: { addWaitsFor: [first.id] } });
    const proposal = await client.plan.propose({ scope: 'day' });
    expect(shown(proposal.blocks)).toEqual(['first 23T11:30 60', 'second 23T12:30 30']);
    expect(proposal.blocks[0]?.reason).toContain('after the travel that ends at 11:30');
    expect(proposal.blocks[1]?.reason).toContain('Waits for “first”');
  });
});

describe('a supposition', () => {
  it('plans without a meeting, without a task, with another length or due day, and writes nothing', async () => {
    const { client } = testCore({ clock: monday() });
    const visit = await event(client, 'Visit', '09:00', '16:00');
    const task = await client.tasks.create({ title: 'Script', estimateMin: 120, dueDay: '2026-11-23' });
    const commits = (await client.history.list({})).items.length;
    expect((await client.plan.propose({ scope: 'day' })).unplaced).toHaveLength(1);
    const free = await client.plan.propose({ scope: 'day', withoutEventIds: [visit.id] });
    expect(shown(free.blocks)).toEqual(['Script 23T09:00 120']);
    const short = await client.plan.propose({ scope: 'day', lengths: [{ taskId: task.id, minutes: 45 }] });
    expect(shown(short.blocks)).toEqual(['Script 23T16:15 45']);
    const left = await client.plan.propose({ scope: 'day', withoutTaskIds: [task.id] });
    expect([left.blocks, left.unplaced]).toEqual([[], []]);
    const later = await client.plan.propose({ scope: 'week', dueDays: [{ taskId: task.id, dueDay: '2026-11-27' }] });
    expect(later.lateTaskIds).toEqual([]);
    expect((await client.plan.propose({ scope: 'week' })).lateTaskIds).toEqual([task.id]);
    expect((await client.history.list({})).items).toHaveLength(commits);
  });

  it('is made so with the blocks, in one commit that one undo takes back', async () => {
    const { client } = testCore({ clock: monday() });
    const task = await client.tasks.create({ title: 'Script', estimateMin: 30, dueDay: '2026-11-23' });
    const lengths = [{ taskId: task.id, minutes: 90 }];
    await accept(client, await client.plan.propose({ scope: 'day', lengths }), { lengths });
    expect((await client.tasks.get({ id: task.id })).estimateMin).toBe(90);
    await client.history.undo();
    expect((await client.tasks.get({ id: task.id })).estimateMin).toBe(30);
  });
});

describe('a refusal', () => {
  it('with its reason holds for this plan, and the rest is planned round what was kept', async () => {
    const { client } = testCore({ clock: monday() });
    await client.settings.update({ lunch: null });
    const one = await client.tasks.create({ title: 'one', estimateMin: 60, priority: 1, dueDay: '2026-11-24' });
    const two = await client.tasks.create({ title: 'two', estimateMin: 60, dueDay: '2026-11-24' });
    const place = { taskId: one.id, startMs: at('09:00'), endMs: at('10:00') };
    const morning = await client.plan.propose({
      scope: 'week',
      taskIds: [one.id, two.id],
      refused: [{ ...place, why: 'morning' }],
      keep: [{ taskId: two.id, startMs: at('12:00'), endMs: at('13:00') }],
    });
    expect(shown(morning.blocks)).toEqual(['two 23T12:00 60', 'one 23T13:00 60']);
    expect(morning.blocks[0]?.reason).toBe('You kept it here');
    const day = await client.plan.propose({ scope: 'week', taskIds: [one.id], refused: [{ ...place, why: 'day' }] });
    expect(shown(day.blocks)).toEqual(['one 24T09:00 60']);
    const later = await client.plan.propose({
      scope: 'week',
      taskIds: [one.id],
      refused: [{ ...place, why: 'later' }],
    });
    expect(shown(later.blocks)).toEqual(['one 23T10:00 60']);
  });
});

describe('the check of a plan', () => {
  it('finds blocks under a new event, and mending moves those alone', async () => {
    const { client } = testCore({ clock: monday() });
    const script = await client.tasks.create({ title: 'Script', estimateMin: 60, dueDay: '2026-11-23' });
    await client.tasks.create({ title: 'Call', estimateMin: 30, dueDay: '2026-11-23' });
    await accept(client, await client.plan.propose({ scope: 'day' }));
    expect(await client.plan.check()).toMatchObject({ collisions: [], isStale: false });
    await event(client, 'Visit', '09:45', '10:15');
    expect((await client.plan.check()).collisions).toMatchObject([
      { taskId: script.id, title: 'Script', cause: 'event', with: 'Visit' },
    ]);
    const mended = await client.plan.propose({ scope: 'until', untilDay: '2026-11-30', taskIds: [script.id] });
    expect(mended.blocks).toMatchObject([
      { change: 'moved', title: 'Script', movedBecause: '“Visit” now lies where it was' },
    ]);
    await accept(client, mended);
    expect((await client.plan.check()).collisions).toEqual([]);
  });

  it('finds a due day that moved before its block', async () => {
    const { client } = testCore({ clock: monday() });
    const task = await client.tasks.create({ title: 'Script', estimateMin: 60, doDay: '2026-11-26' });
    await accept(client, await client.plan.propose({ scope: 'week' }));
    await client.tasks.update({ ids: [task.id], change: { dueDay: '2026-11-24' } });
    expect((await client.plan.check()).collisions).toMatchObject([{ cause: 'late', with: '2026-11-24' }]);
  });
});

describe('after days away', () => {
  it('one plan gives what is overdue a day again, defers what does not fit and lets go of what was forgotten', async () => {
    const { client, clock } = testCore({ clock: monday() });
    const ids: string[] = [];
    for (const title of ['one', 'two', 'three', 'four']) {
      ids.push((await client.tasks.create({ title, estimateMin: 60, dueDay: '2026-11-23' })).id);
    }
    const old = await client.tasks.create({ title: 'old', priority: 4, dueDay: '2026-10-01' });
    await accept(client, await client.plan.propose({ scope: 'day', taskIds: ids }));
    clock.advance({ minutes: 7 * 24 * 60 });
    const check = await client.plan.check();
    expect(check).toMatchObject({ isStale: true, overdue: 5 });
    expect(check.missedTaskIds.toSorted()).toEqual(ids.toSorted());
    const anew = await client.plan.propose({ scope: 'until', untilDay: '2026-12-06', anew: true });
    expect(anew.overdue.map(({ title, act }) => `${title} ${act}`).toSorted()).toEqual([
      'four plan',
      'old drop',
      'one plan',
      'three plan',
      'two plan',
    ]);
    await accept(client, anew, {
      doDays: anew.overdue.filter(({ act }) => act === 'plan').map(({ taskId, doDay }) => ({ taskId, doDay })),
      dropTaskIds: [old.id],
    });
    expect((await client.tasks.get({ id: old.id })).status).toBe('dropped');
    expect((await client.tasks.get({ id: ids[0]! })).doDay).toBe('2026-11-30');
    expect(await client.plan.check()).toMatchObject({ missedTaskIds: [] });
    await client.history.undo();
    expect((await client.tasks.get({ id: old.id })).status).toBe('open');
  });
});

describe('learned lengths', () => {
  it('come from what like tasks took, plan what has no estimate, and say so', async () => {
    const { client, clock } = testCore({ clock: monday() });
    for (const minutes of [40, 50, 60, 50, 50]) {
      const task = await client.tasks.create({ title: 'Weekly review', tags: ['review'] });
      await client.focus.start({ taskId: task.id, mode: 'open' });
      clock.advance({ minutes });
      await client.focus.finish({});
      await client.tasks.complete({ ids: [task.id] });
    }
    const next = await client.tasks.create({ title: 'Weekly review', dueDay: '2026-11-24' });
    const learned = await client.plan.learned({ taskId: next.id });
    expect(learned).toMatchObject({ count: 5, length: { middleMin: 50, basis: 'title' } });
    const proposal = await client.plan.propose({ scope: 'week' });
    const block = proposal.blocks.find(({ taskId }) => taskId === next.id)!;
    expect((block.endMs - block.startMs) / 60_000).toBe(50);
    expect(block.reason).toMatch(/; planned with 50 min, as 5 like it took \d+ to \d+ min$/);
    await client.tasks.update({ ids: [next.id], change: { estimateMin: 20 } });
    const own = (await client.plan.propose({ scope: 'week' })).blocks.find(({ taskId }) => taskId === next.id)!;
    expect((own.endMs - own.startMs) / 60_000).toBe(20);
    expect(own.reason).not.toContain('like it took');
  });
});
