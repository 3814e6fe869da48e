import { describe, expect, it } from 'vitest';
import { FakeClock } from '../support/fake-clock.ts';
import { type TestCore, testCore } from '../support/test-core.ts';

const DAY_MS = 86_400_000;

/** Loads the samples on a Saturday, or as many days later, at ten in the morning. */
async function loaded(daysLater = 0, zone = 'Europe/Vienna'): Promise<TestCore & { nowMs: number }> {
  const clock = new FakeClock('2026-11-21T09:00:00Z', zone);
  clock.advance({ days: daysLater });
  const core = testCore({ clock });
  await core.client.samples.load();
  return { ...core, nowMs: clock.nowMs() };
}

async function entriesOf({ client }: TestCore) {
  const { days } = await client.journal.days({ limit: 500 });
  const pages = await Promise.all(days.map(({ day }) => client.journal.day({ day })));
  return pages.flatMap((page) => page.entries);
}

describe('sample data', () => {
  it('loads a month in one commit, which one undo takes back whole', async () => {
    const { client } = testCore();
    expect(await client.samples.canLoad()).toBe(true);
    expect(await client.samples.load()).toEqual({ entries: 33, tasks: 46, events: 52, expenses: 25 });
    expect(await client.samples.canLoad()).toBe(false);
    const { items } = await client.history.list({});
    expect(items.map(({ actor, words }) => [actor, words])).toEqual([
      ['import:samples', 'Loaded sample data: 33 journal pages, 48 tasks, 52 events, 25 expenses'],
    ]);
    await client.history.undo();
    expect(await client.samples.canLoad()).toBe(true);
    expect((await client.journal.days({})).days).toEqual([]);
    expect(await client.history.verify()).toEqual({ commits: 2, firstBrokenSeq: null });
    await client.history.redo();
    expect((await client.tasks.counts()).all).toBe(28);
  });

  it('goes only into an empty profile; settings don’t fill one', async () => {
    const { client } = testCore();
    await client.settings.update({ theme: 'dark' });
    expect(await client.samples.canLoad()).toBe(true);
    await client.tasks.create({ title: 'my own' });
    await expect(client.samples.load()).rejects.toMatchObject({ code: 'NOT_EMPTY' });
    expect((await client.tasks.counts()).all).toBe(1);
  });

  it('keeps working hours the person has set, and gives a week of seven days otherwise', async () => {
    const own = testCore();
    await own.client.settings.update({ workingHours: { wed: [['08:00', '12:00']] } });
    await own.client.samples.load();
    expect((await own.client.settings.get()).workingHours).toEqual({ wed: [['08:00', '12:00']] });
    const { client } = await loaded();
    expect((await client.settings.get()).workingHours.sat).toEqual([['09:30', '18:00']]);
  });

  it('is removed as it came, until something of the user’s stands on it', async () => {
    const { client } = await loaded();
    const removed = await client.samples.remove();
    expect(await client.samples.canLoad()).toBe(true);
    await expect(client.samples.remove()).rejects.toMatchObject({ code: 'NOT_LOADED' });

    await client.history.undoCommit(removed);
    expect((await client.tasks.counts()).all).toBe(28);
    const [calendar] = await client.calendar.calendars();
    const time = { startLocal: '2026-11-25T09:00', endLocal: '2026-11-25T10:00' };
    const event = await client.calendar.createEvent({ title: 'my own', calendarId: calendar!.id, ...time });
    await expect(client.samples.remove()).rejects.toMatchObject({ code: 'IN_USE' });
    expect(await client.calendar.event({ id: event.id })).toEqual(event);
    await client.calendar.removeEvent({ id: event.id });

    const [task] = await client.tasks.list({ list: 'all' });
    await client.tasks.complete({ ids: [task!.id] });
    await expect(client.samples.remove()).rejects.toMatchObject({ code: 'IN_USE' });
    await client.history.undo();
    await client.samples.remove();
    expect(await client.samples.canLoad()).toBe(true);
  });

  it.each([0, 1, 2, 3, 4, 5, 6])('has happened by now, whatever weekday it is (Saturday + %i)', async (daysLater) => {
    const core = await loaded(daysLater);
    const { client, nowMs } = core;
    const entries = await entriesOf(core);
    expect(entries.filter((entry) => entry.createdAtMs > nowMs || entry.createdAtMs !== entry.atMs)).toEqual([]);
    expect(entries.filter((entry) => /\{(day|date)/.test(entry.body))).toEqual([]);
    const tasks = [...(await client.tasks.list({ list: 'all' })), ...(await client.tasks.list({ list: 'done' }))];
    expect(tasks.filter((task) => task.createdAtMs > nowMs || (task.closedAtMs ?? nowMs) > nowMs)).toEqual([]);
    expect(tasks.filter((task) => (task.closedAtMs ?? nowMs) < task.createdAtMs)).toEqual([]);
    const range = { fromMs: nowMs - 40 * DAY_MS, toMs: nowMs + 40 * DAY_MS };
    const { blocks, events, calendars } = await client.calendar.range(range);
    expect([calendars.length, events.length, blocks.length]).toEqual([4, 52, 11]);
    expect(blocks.filter((block) => block.createdAtMs > nowMs)).toEqual([]);
    const busy = events.filter((event) => event.busy);
    const overlapping = blocks.filter((block) =>
      busy.some((event) => block.startMs < event.endMs && event.startMs < block.endMs),
    );
    expect(overlapping.map((block) => block.task.title)).toEqual([]);
    expect(core.logged).toEqual([]);
  });

  it.each([0, 1, 2, 3, 4, 5, 6])('leaves to-dos to decide about only in the newest pages (+%i)', async (daysLater) => {
    const core = await loaded(daysLater);
    const noticed = await Promise.all(
      (await entriesOf(core)).map(async (entry) => ({
        day: entry.day,
        todos: (await core.client.insights.ofEntry({ entryId: entry.id })).todos,
      })),
    );
    const open = noticed.filter(({ todos }) => todos.some((todo) => todo.task === null));
    const today = (await core.client.today.now()).day;
    expect(open.map(({ day }) => (Date.parse(today) - Date.parse(day)) / DAY_MS)).toEqual([0, 1, 3]);
    const accepted = noticed.flatMap(({ todos }) => todos.flatMap((todo) => todo.task?.title ?? []));
    expect(accepted).toEqual([
      'Ramp sign with Jonas',
      'Send two lift quotes',
      'Reply about the school trip',
      'Ask the insurer about the old chimney',
    ]);
  });

  it('shows a page of a year ago, a running streak, something late and a conflict today', async () => {
    const { client } = await loaded();
    const past = await client.journal.onThisDay({ day: '2026-11-21' });
    expect(past.map(({ day, entries }) => [day, entries])).toEqual([
      ['2025-11-21', 2],
      ['2024-11-21', 1],
    ]);
    expect((await client.journal.day({ day: '2026-11-21' })).streakDays).toBe(16);
    expect(await client.tasks.counts()).toEqual({
      inbox: 3,
      today: 5,
      overdue: 2,
      upcoming: 12,
      anytime: 6,
      someday: 2,
      all: 28,
    });
    expect(await client.tasks.list({ list: 'done' })).toHaveLength(20);
    const fromMs = Date.parse('2026-11-21T00:00:00+01:00');
    const { events } = await client.calendar.range({ fromMs, toMs: fromMs + DAY_MS });
    expect(events.filter((event) => !event.allDay).map(({ title }) => title)).toEqual([
      'Long run',
      'Call with Priya',
      'Lunch with Ana',
      'Sound check in the whale room',
      'Fetch Lotte from choir',
      'Pottery',
    ]);
  });

  it.each([0, 10, 20])('has spent money through the month, and nothing yet to come (+%i)', async (daysLater) => {
    const { client, nowMs } = await loaded(daysLater);
    const today = (await client.today.now()).day;
    const months = await Promise.all(
      ['2026-10', '2026-11', '2026-12'].map((month) => client.expenses.month({ month })),
    );
    const expenses = months.flatMap((month) => month.expenses);
    expect(expenses.length).toBe(25);
    expect(expenses.filter(({ day, createdAtMs }) => day > today || createdAtMs > nowMs)).toEqual([]);
    const totals = months.flatMap((month) => month.totals);
    expect(new Set(totals.map(({ currency }) => currency))).toEqual(new Set(['EUR']));
    expect(totals.reduce((sum, { minor }) => sum + minor, 0)).toBe(113_165);
  });

  it('tells of focus on its tasks, and of none that still lies ahead', async () => {
    const { client } = await loaded();
    const range = { fromDay: '2026-10-21', toDay: '2026-11-21' };
    const log = await client.focus.log(range);
    expect(log.sessions.length).toBe(20);
    expect(log.sessions.filter((session) => session.taskStatus === null)).toEqual([]);
    expect(log.sessions[0]).toMatchObject({ name: 'Whale room script', workMs: 40 * 60_000 });
    expect(log.days.at(-1)).toEqual({ day: '2026-11-21', workMs: 40 * 60_000 });
    expect(await client.focus.current()).toBeNull();

    const early = testCore({ clock: new FakeClock('2026-11-21T08:00:00Z', 'UTC') });
    await early.client.samples.load();
    expect((await early.client.focus.log(range)).sessions.length).toBe(19);
  });

  it('finds time today for all that is due, on a Saturday too', async () => {
    const { client } = await loaded();
    const proposal = await client.plan.propose({ scope: 'day' });
    expect(proposal.fromDay).toBe('2026-11-21');
    const planned = proposal.blocks.map((block) => block.title);
    expect(planned).toEqual(
      expect.arrayContaining(['Pay the boiler deposit', 'Renew the library card', 'Reply about the school trip']),
    );
    expect(proposal.removed).toEqual([]);
  });

  it('has no moment ahead of now when the day has hardly begun', async () => {
    const clock = new FakeClock('2026-11-20T23:00:20Z', 'Europe/Vienna');
    const core = testCore({ clock });
    await core.client.samples.load();
    const { entries } = await core.client.journal.day({ day: '2026-11-21' });
    expect(entries.map((entry) => entry.atMs - Date.parse('2026-11-20T23:00:00Z'))).toEqual([0, 0]);
  });
});
