import { describe, expect, it } from 'vitest';
import { FakeClock } from '../support/fake-clock.ts';
import { type TestCore, testCore } from '../support/test-core.ts';

const at = (time: string): number => Date.parse(`2026-11-21T${time}:00Z`);

/** The titles that were shown by the system so far. */
async function shown({ core, notices }: TestCore): Promise<string[]> {
  await core.settled();
  return notices.map(({ title }) => title);
}

const before = (offsetMin: number) => ({ anchor: 'due', offsetMin }) as const;

describe('a reminder of a task', () => {
  it('is told once at its moment, in the centre and by the system', async () => {
    const test = testCore();
    const { client, clock } = test;
    const task = await client.tasks.create({ title: 'Call the dentist', dueDay: '2026-11-21', dueTime: '10:00' });
    const reminder = await client.reminders.add({ subject: { taskId: task.id }, when: before(15) });
    expect(reminder).toMatchObject({ words: '15 min before', nextMs: at('09:45') });
    clock.advance({ minutes: 44 });
    expect(await shown(test)).toEqual([]);
    clock.advance({ minutes: 1 });
    expect(await shown(test)).toEqual(['Call the dentist']);
    expect(test.notices[0]).toMatchObject({ body: 'In 15 min, 10:00', route: `/tasks?list=all&task=${task.id}` });
    expect(await client.reminders.centre()).toMatchObject({
      count: 1,
      items: [{ title: 'Call the dentist', dueMs: at('09:45'), toldAtMs: at('09:45'), isLate: false }],
    });
    clock.advance({ days: 3 });
    expect(await shown(test)).toHaveLength(1);
  });

  it('moves with the task, and goes and comes with its completion and undo', async () => {
    const test = testCore();
    const { client, clock } = test;
    const task = await client.tasks.create({ title: 'Call', dueDay: '2026-11-21', dueTime: '10:00' });
    await client.reminders.add({ subject: { taskId: task.id }, when: before(60) });
    const next = async () => (await client.reminders.of({ taskId: task.id }))[0]?.nextMs;
    // An hour before was now: that has passed.
    expect(await next()).toBeNull();
    await client.tasks.update({ ids: [task.id], change: { dueTime: '12:00' } });
    expect(await next()).toBe(at('11:00'));
    await client.tasks.complete({ ids: [task.id] });
    expect(await next()).toBeNull();
    await client.history.undo();
    expect(await next()).toBe(at('11:00'));
    await client.tasks.remove({ ids: [task.id] });
    clock.advance({ minutes: 150 });
    expect(await shown(test)).toEqual([]);
    // It came due while the task was gone by mistake.
    await client.history.undo();
    clock.advance({ seconds: 1 });
    expect(await shown(test)).toEqual(['Call']);
  });

  it('of a day without a time comes at the time for whole days', async () => {
    const test = testCore({ clock: new FakeClock('2026-11-21T09:00:00Z', 'Europe/Vienna') });
    const { client } = test;
    const task = await client.tasks.create({ title: 'Rent', dueDay: '2026-11-25' });
    const day = await client.reminders.add({ subject: { taskId: task.id }, when: before(1_440) });
    expect(day.nextMs).toBe(Date.parse('2026-11-24T08:00:00Z'));
    await client.settings.update({ reminderAllDayTime: '18:30' });
    expect((await client.reminders.of({ taskId: task.id }))[0]!.nextMs).toBe(Date.parse('2026-11-24T17:30:00Z'));
  });

  it('follows the person to another zone and is not told there again', async () => {
    const test = testCore({ clock: new FakeClock('2026-11-21T06:00:00Z', 'Europe/Vienna') });
    const { client, clock } = test;
    const task = await client.tasks.create({ title: 'Breakfast', dueDay: '2026-11-21', dueTime: '08:00' });
    await client.reminders.add({ subject: { taskId: task.id }, when: before(0) });
    const other = await client.tasks.create({ title: 'Lunch', dueDay: '2026-11-21', dueTime: '12:00' });
    await client.reminders.add({ subject: { taskId: other.id }, when: before(0) });
    clock.advance({ minutes: 70 });
    expect(await shown(test)).toEqual(['Breakfast']);
    clock.setZone('America/New_York');
    clock.advance({ minutes: 7 * 60 });
    expect(await shown(test)).toEqual(['Breakfast']);
    // 12:00 in New York is 17:00 UTC.
    clock.advance({ minutes: 3 * 60 });
    expect(await shown(test)).toEqual(['Breakfast', 'Lunch']);
  });
});

describe('what came due while nobody was there', () => {
  it('is told once and together after a restart', async () => {
    const first = testCore();
    for (const title of ['One', 'Two', 'Three']) {
      const task = await first.client.tasks.create({ title, dueDay: '2026-11-21', dueTime: '12:00' });
      await first.client.reminders.add({ subject: { taskId: task.id }, when: before(0) });
    }
    await first.core.close();
    first.clock.advance({ days: 2 });
    const second = await first.restart();
    expect(await shown(second)).toEqual(['3 reminders since you were away']);
    expect((await second.client.reminders.centre()).items.map(({ isLate }) => isLate)).toEqual([true, true, true]);
    const third = await second.restart();
    third.clock.advance({ days: 1 });
    expect(await shown(third)).toEqual([]);
  });

  it('waits for the end of quiet hours', async () => {
    const test = testCore();
    const { client, clock } = test;
    await client.settings.update({ reminderQuiet: { from: '12:00', to: '13:30' } });
    for (const dueTime of ['12:10', '13:00']) {
      const task = await client.tasks.create({ title: `At ${dueTime}`, dueDay: '2026-11-21', dueTime });
      await client.reminders.add({ subject: { taskId: task.id }, when: before(0) });
    }
    clock.advance({ minutes: 260 });
    expect(await shown(test)).toEqual([]);
    clock.advance({ minutes: 10 });
    expect(await shown(test)).toEqual(['2 reminders since you were away']);
  });
});

describe('an answer', () => {
  it('puts it off, clears it, completes the task, and can be undone', async () => {
    const test = testCore();
    const { client, clock } = test;
    const task = await client.tasks.create({ title: 'Water', dueDay: '2026-11-21', dueTime: '09:30' });
    await client.reminders.add({ subject: { taskId: task.id }, when: before(0) });
    clock.advance({ minutes: 30 });
    await test.core.settled();
    const [told] = (await client.reminders.centre()).items;
    const { untilMs } = await client.reminders.snooze({ alarmIds: [told!.alarmId], until: { minutes: 10 } });
    expect(untilMs).toBe(at('09:40'));
    expect(await client.reminders.centre()).toMatchObject({ count: 0, items: [{ snoozedUntilMs: at('09:40') }] });
    clock.advance({ minutes: 10 });
    expect(await shown(test)).toEqual(['Water', 'Water']);
    const again = (await client.reminders.centre()).items;
    expect(again).toHaveLength(1);
    await client.reminders.done({ alarmIds: [again[0]!.alarmId] });
    expect((await client.tasks.get({ id: task.id })).status).toBe('done');
    expect((await client.reminders.centre()).items).toEqual([]);
    expect((await client.history.list({})).items[0]!.words).toBe('Completed “Water” from a reminder');
    await client.history.undo();
    expect((await client.reminders.centre()).count).toBe(1);
    await client.reminders.dismiss({ alarmIds: [again[0]!.alarmId] });
    expect((await client.reminders.centre()).count).toBe(0);
  });
});

describe('a reminder of a series', () => {
  it('comes before each occurrence, far ahead, and at the time an occurrence was moved to', async () => {
    const test = testCore();
    const { client, clock } = test;
    const event = await client.calendar.createEvent({
      title: 'Standup',
      startLocal: '2026-11-23T10:00',
      endLocal: '2026-11-23T10:15',
      recurrence: ['RRULE:FREQ=DAILY'],
    });
    await client.reminders.add({ subject: { eventId: event.eventId }, when: { anchor: 'start', offsetMin: 10 } });
    await client.calendar.moveEvent({
      id: `${event.eventId}@2026-11-24T10:00`,
      scope: 'this',
      allDay: false,
      startLocal: '2026-11-24T15:00',
      endLocal: '2026-11-24T15:15',
      zone: 'UTC',
    });
    for (let day = 0; day < 60; day += 1) {
      clock.advance({ days: 1 });
      await test.core.settled();
    }
    expect(test.notices).toHaveLength(58);
    const rows = test.core.services.ledger.read.sqlite
      .prepare("SELECT due_ms FROM reminder_alarm WHERE state = 'told' ORDER BY due_ms LIMIT 3")
      .all() as { due_ms: number }[];
    expect(rows.map(({ due_ms }) => new Date(due_ms).toISOString())).toEqual([
      '2026-11-23T09:50:00.000Z',
      '2026-11-24T14:50:00.000Z',
      '2026-11-25T09:50:00.000Z',
    ]);
  });

  it('goes on with the rest of a series that is parted', async () => {
    const test = testCore();
    const { client } = test;
    const event = await client.calendar.createEvent({
      title: 'Choir',
      startLocal: '2026-11-23T19:00',
      endLocal: '2026-11-23T21:00',
      recurrence: ['RRULE:FREQ=WEEKLY'],
    });
    await client.reminders.add({ subject: { eventId: event.eventId }, when: { anchor: 'start', offsetMin: 60 } });
    const rest = await client.calendar.updateEvent({
      id: `${event.eventId}@2026-11-30T19:00`,
      scope: 'following',
      change: { startLocal: '2026-11-30T20:00', endLocal: '2026-11-30T22:00' },
    });
    const waiting = test.core.services.ledger.read.sqlite
      .prepare('SELECT due_ms FROM reminder_alarm ORDER BY due_ms')
      .all() as { due_ms: number }[];
    expect(waiting.map(({ due_ms }) => new Date(due_ms).toISOString())).toEqual([
      '2026-11-23T18:00:00.000Z',
      '2026-11-30T19:00:00.000Z',
    ]);
    expect(await client.reminders.of({ eventId: rest.eventId })).toHaveLength(1);
  });
});

describe('words', () => {
  it.each([
    ['15 min before', 15],
    ['1h', 60],
    ['a day before', 1_440],
    ['2 weeks before', 20_160],
    ['half an hour before', 30],
    ['at the time', 0],
  ])('“%s” is a length of time', async (text, offsetMin) => {
    const { client } = testCore();
    const task = await client.tasks.create({ title: 'A', dueDay: '2026-12-21', dueTime: '10:00' });
    const read = await client.reminders.readWords({ subject: { taskId: task.id }, text });
    expect(read?.when).toEqual({ anchor: 'due', offsetMin });
  });

  it.each([
    ['tomorrow 9am', '2026-11-22T09:00'],
    ['friday', '2026-11-27T09:00'],
    ['remind me on 3 december at 17:30', '2026-12-03T17:30'],
  ])('“%s” is a time', async (text, atLocal) => {
    const { client } = testCore();
    const task = await client.tasks.create({ title: 'A' });
    const read = await client.reminders.readWords({ subject: { taskId: task.id }, text });
    expect(read?.when).toEqual({ atLocal, zone: null });
  });

  it.each(['soon', 'paprika', '', 'before', '900 years before'])('“%s” is neither', async (text) => {
    const { client } = testCore();
    const task = await client.tasks.create({ title: 'A' });
    expect(await client.reminders.readWords({ subject: { taskId: task.id }, text })).toBeNull();
  });
});

describe('the system’s notifications', () => {
  it('are tried again when they fail, and given up at last, where it is shown', async () => {
    let isBroken = true;
    const test = testCore({ notifierFails: () => (isBroken ? new Error('no bus') : null) });
    const { client, clock } = test;
    const task = await client.tasks.create({ title: 'Call', dueDay: '2026-11-21', dueTime: '09:30' });
    await client.reminders.add({ subject: { taskId: task.id }, when: before(0) });
    for (let minute = 0; minute < 600; minute += 1) {
      clock.advance({ minutes: 1 });
      await test.core.settled();
    }
    const { stuck } = await client.reminders.deliveries({});
    expect(stuck).toMatchObject([
      { channel: 'native', state: 'parked', error: 'NOT_SHOWN', attempts: 8, title: 'Call' },
    ]);
    isBroken = false;
    await client.reminders.retryDelivery({ id: stuck[0]!.id });
    expect(await shown(test)).toEqual(['Call']);
    expect((await client.reminders.deliveries({})).stuck).toEqual([]);
    expect(test.logged.join('\n')).not.toContain('Call');
  });
});

describe('a reminder that was captured', () => {
  it('is a real one, of tasks, events, lines of a list and copies', async () => {
    const { client } = testCore();
    await client.capture.file({ text: 'call Ana tomorrow at 5pm, remind me 15 min before' });
    await client.capture.file({ text: 'lunch with Ana friday 1pm remind me 1 hour before' });
    const [task] = await client.tasks.list({ list: 'all' });
    expect(await client.reminders.of({ taskId: task!.id })).toMatchObject([
      { anchor: 'due', offsetMin: 15, nextMs: Date.parse('2026-11-22T16:45:00Z') },
    ]);
    expect(task!.notes).toBe('');
    const { events } = await client.calendar.range({ fromMs: at('00:00'), toMs: at('00:00') + 14 * 86_400_000 });
    expect(await client.reminders.of({ eventId: events[0]!.id })).toMatchObject([{ anchor: 'start', offsetMin: 60 }]);
    const [line] = await client.tasks.addLines({ lines: ['pay rent tomorrow 9am, remind me 1 day before'] });
    expect(await client.reminders.of({ taskId: line!.id })).toMatchObject([{ offsetMin: 1_440 }]);
    const [copy] = await client.tasks.duplicate({ ids: [line!.id] });
    expect(await client.reminders.of({ taskId: copy!.id })).toMatchObject([{ offsetMin: 1_440 }]);
  });

  it('is joined by what the settings give to new things, where nothing was asked for', async () => {
    const { client } = testCore();
    await client.settings.update({ reminderEventMin: [10], reminderTaskMin: [0] });
    const event = await client.calendar.createEvent({
      title: 'Dentist',
      startLocal: '2026-11-23T10:00',
      endLocal: '2026-11-23T11:00',
    });
    expect(await client.reminders.of({ eventId: event.id })).toMatchObject([{ words: '10 min before' }]);
    const task = await client.tasks.create({ title: 'Call', dueDay: '2026-11-23' });
    expect(await client.reminders.of({ taskId: task.id })).toEqual([]);
    await client.tasks.update({ ids: [task.id], change: { dueTime: '15:00' } });
    expect(await client.reminders.of({ taskId: task.id })).toMatchObject([{ words: 'At the time' }]);
    await client.history.undo();
    expect(await client.reminders.of({ taskId: task.id })).toEqual([]);
    await client.capture.file({ text: 'call Bo tomorrow at 5pm, remind me 15 min before' });
    const found = (await client.tasks.list({ list: 'all' })).find(({ title }) => title.includes('Bo'))!;
    expect(await client.reminders.of({ taskId: found.id })).toMatchObject([{ words: '15 min before' }]);
  });
});
