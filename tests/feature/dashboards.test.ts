import { describe, expect, it } from 'vitest';
import { testCore } from '../support/test-core.ts';
import { FakeClock } from '../support/fake-clock.ts';

const week = { fromDay: '2026-11-16', toDay: '2026-11-22' };
const at = (time: string): number => Date.parse(`2026-11-20T${time}:00Z`);

/** A Friday in UTC: two tasks planned, one of them worked on and done; and a page written. */
async function livedDay() {
  const test = testCore({ clock: new FakeClock('2026-11-20T08:00:00Z') });
  const { client, clock } = test;
  await client.settings.update({ zone: 'UTC' });
  const script = await client.tasks.create({ title: 'Script', project: 'Guide', tags: ['writing', 'museum'] });
  const map = await client.tasks.create({ title: 'Map', doDay: '2026-11-20' });
  await client.plan.accept({
    blocks: [{ taskId: script.id, startMs: at('09:00'), endMs: at('10:30'), reason: 'morning' }],
    remove: [],
  });
  clock.advance({ minutes: 60 });
  await client.focus.start({ taskId: script.id, mode: 'open' });
  clock.advance({ minutes: 50 });
  await client.focus.finish();
  await client.tasks.complete({ ids: [script.id] });
  const id = '019aa000-0000-7000-8000-000000000001';
  await client.journal.write({ id, day: '2026-11-20', body: 'Six words about one good day' });
  await client.journal.setMood({ id, day: '2026-11-20', mood: 4 });
  return { ...test, script, map };
}

describe('dashboards', () => {
  it('adds up what was planned, worked, done, written and felt', async () => {
    const { client } = await livedDay();
    const figures = await client.dashboards.figures(week);
    expect(figures.days).toHaveLength(7);
    expect(figures.days[4]).toEqual({
      day: '2026-11-20',
      plannedMin: 90,
      workedMin: 50,
      done: 1,
      tasksPlanned: 2,
      tasksKept: 1,
      words: 6,
      mood: 4,
    });
    expect(figures.totals).toMatchObject({
      plannedMin: 90,
      workedMin: 50,
      done: 1,
      daysWritten: 1,
      mood: 4,
      moodDays: 1,
    });
    expect(figures.before).toMatchObject({ plannedMin: 0, done: 0, words: 0, mood: null });
    expect(figures.projects).toEqual([{ project: 'Guide', plannedMin: 90, workedMin: 50, done: 1 }]);
    expect(figures.tags.map(({ tag, workedMin }) => [tag, workedMin])).toEqual([
      ['museum', 50],
      ['writing', 50],
    ]);
    expect(figures.streaks).toEqual({ writing: { current: 1, longest: 1 }, focus: { current: 1, longest: 1 } });
  });

  it('lists the things behind every number, and they add up to it', async () => {
    const { client, script, map } = await livedDay();
    const { totals } = await client.dashboards.figures(week);
    const listed = async (measure: 'planned' | 'worked' | 'tasksPlanned' | 'tasksKept' | 'done' | 'words' | 'mood') =>
      (await client.dashboards.things({ measure, ...week })).things;
    const sum = (things: readonly { amount: number | null }[]): number =>
      things.reduce((all, { amount }) => all + (amount ?? 0), 0);
    expect(sum(await listed('planned'))).toBe(totals.plannedMin);
    expect(sum(await listed('worked'))).toBe(totals.workedMin);
    expect(sum(await listed('words'))).toBe(totals.words);
    expect((await listed('tasksPlanned')).map(({ id }) => id).toSorted()).toEqual([map.id, script.id].toSorted());
    expect((await listed('tasksKept')).map(({ id }) => id)).toEqual([script.id]);
    expect((await listed('done')).map(({ title }) => title)).toEqual(['Script']);
    expect((await listed('mood')).map(({ title, amount }) => [title, amount])).toEqual([
      ['Six words about one good day', 4],
    ]);
  });

  it('lists only what belongs to a project, a tag, or none', async () => {
    const { client } = await livedDay();
    const count = async (only: { project?: string | null; tag?: string | null }): Promise<number> =>
      (await client.dashboards.things({ measure: 'worked', ...week, ...only })).things.length;
    expect([await count({ project: 'Guide' }), await count({ project: null })]).toEqual([1, 0]);
    expect([await count({ tag: 'museum' }), await count({ tag: null })]).toEqual([1, 0]);
  });

  it('gives work that runs past midnight to both days', async () => {
    const { client, clock } = testCore({ clock: new FakeClock('2026-11-20T23:40:00Z') });
    await client.settings.update({ zone: 'UTC' });
    await client.focus.start({ mode: 'open', intention: 'Late' });
    clock.advance({ minutes: 50 });
    await client.focus.finish();
    const { days, streaks } = await client.dashboards.figures({ fromDay: '2026-11-20', toDay: '2026-11-21' });
    expect(days.map(({ workedMin }) => workedMin)).toEqual([20, 30]);
    expect(streaks.focus).toEqual({ current: 2, longest: 2 });
  });

  it('counts days from the start of the user’s day', async () => {
    const { client, clock } = testCore({ clock: new FakeClock('2026-11-21T02:00:00Z') });
    await client.settings.update({ zone: 'UTC', dayStartMin: 300 });
    const task = await client.tasks.create({ title: 'Night work' });
    clock.advance({ minutes: 1 });
    await client.tasks.complete({ ids: [task.id] });
    const { days } = await client.dashboards.figures({ fromDay: '2026-11-20', toDay: '2026-11-21' });
    expect(days.map(({ done }) => done)).toEqual([1, 0]);
  });

  it('refuses a time that is too long or runs backwards', async () => {
    const { client } = testCore();
    await expect(client.dashboards.figures({ fromDay: '2020-01-01', toDay: '2026-01-01' })).rejects.toMatchObject({
      code: 'TOO_WIDE',
    });
    await expect(
      client.dashboards.things({ measure: 'done', fromDay: '2026-01-02', toDay: '2026-01-01' }),
    ).rejects.toMatchObject({ code: 'BACKWARDS' });
  });
});
