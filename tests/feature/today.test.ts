import { describe, expect, it } from 'vitest';
import { FakeClock } from '../support/fake-clock.ts';
import { testCore } from '../support/test-core.ts';

/** A Friday in UTC with things left, things for today and things to come. */
async function fridayCore() {
  const test = testCore({ clock: new FakeClock('2026-11-20T08:00:00Z') });
  const { client } = test;
  await client.settings.update({ zone: 'UTC' });
  const made = async (
    title: string,
    fields: { dueDay?: string; doDay?: string; priority?: number; someday?: boolean },
  ) => (await client.tasks.create({ title, ...fields })).id;
  const ids = {
    overdue: await made('Overdue', { dueDay: '2026-11-18' }),
    leftOver: await made('Left over', { doDay: '2026-11-19' }),
    replanned: await made('Late, and meant for today', { dueDay: '2026-11-18', doDay: '2026-11-20' }),
    today: await made('Today', { doDay: '2026-11-20' }),
    soon: await made('Soon', { dueDay: '2026-11-22' }),
    later: await made('Later', { dueDay: '2026-12-22' }),
    urgent: await made('Urgent', { priority: 1 }),
    someday: await made('Someday', { priority: 1, someday: true }),
  };
  const titles = (tasks: readonly { title: string }[]): string[] => tasks.map(({ title }) => title);
  return { ...test, ids, titles };
}

describe('the day’s review', () => {
  it('tells what was left, what is for today, what comes soon and what is done', async () => {
    const { client, ids, titles, clock } = await fridayCore();
    clock.advance({ minutes: 60 });
    await client.tasks.complete({ ids: [ids.later] });
    const review = await client.today.review();
    expect(titles(review.left)).toEqual(['Overdue', 'Left over']);
    expect(titles(review.today).toSorted()).toEqual(['Late, and meant for today', 'Today']);
    expect(titles(review.soon)).toEqual(['Soon', 'Urgent']);
    expect(titles(review.done)).toEqual(['Later']);
  });

  it('counts a night before the day’s start to the day before', async () => {
    const { client, ids, clock } = await fridayCore();
    await client.settings.update({ dayStartMin: 300 });
    clock.advance({ minutes: 18 * 60 });
    await client.tasks.complete({ ids: [ids.today] });
    expect((await client.today.review()).done).toHaveLength(1);
    clock.advance({ minutes: 4 * 60 });
    expect((await client.today.review()).done).toHaveLength(0);
  });
});

describe('planning and closing a day', () => {
  it('puts every task where it was chosen to go, in one change with one undo', async () => {
    const { client, ids, titles } = await fridayCore();
    const before = await client.today.review();
    await client.today.arrange({
      ritual: 'close',
      line: '  A day with fog.  ',
      choices: [
        { taskId: ids.overdue, to: 'day', day: '2026-11-21' },
        { taskId: ids.leftOver, to: 'someday' },
        { taskId: ids.today, to: 'done' },
        { taskId: ids.replanned, to: 'dropped' },
      ],
    });
    const [task] = [await client.tasks.get({ id: ids.overdue })];
    expect([task.doDay, task.dueDay]).toEqual(['2026-11-21', '2026-11-18']);
    expect((await client.tasks.get({ id: ids.leftOver })).someday).toBe(true);
    expect(titles((await client.today.review()).done)).toEqual(['Today']);
    expect((await client.journal.day({ day: '2026-11-20' })).entries.map(({ body }) => body)).toEqual([
      'A day with fog.',
    ]);
    expect((await client.history.list({ limit: 1 })).items[0]?.words).toBe(
      'Closed the day, moved 4 tasks and wrote a line',
    );
    await client.history.undo();
    expect(await client.today.review()).toEqual(before);
    expect((await client.journal.day({ day: '2026-11-20' })).entries).toEqual([]);
  });

  it('moves nothing when one of them is gone', async () => {
    const { client, ids } = await fridayCore();
    await client.tasks.remove({ ids: [ids.today] });
    await expect(
      client.today.arrange({
        ritual: 'plan',
        choices: [
          { taskId: ids.leftOver, to: 'someday' },
          { taskId: ids.today, to: 'done' },
        ],
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await client.tasks.get({ id: ids.leftOver })).someday).toBe(false);
  });
});
