import { describe, expect, it } from 'vitest';
import { FakeClock } from '../support/fake-clock.ts';
import { type TestCore, testCore } from '../support/test-core.ts';

const ms = (text: string): number => Date.parse(text);
const at = (time: string): number => ms(`2026-11-23T${time}Z`);
const day = (client: TestCore['client'], from: string, to: string) =>
  client.calendar.range({ fromMs: ms(from), toMs: ms(to) });

describe('events', () => {
  it('makes a calendar with the first event, and one undo takes back both', async () => {
    const { client } = testCore();
    const event = await client.calendar.createEvent({
      title: 'Dentist',
      startLocal: '2026-11-23T15:00',
      endLocal: '2026-11-23T15:45',
      place: 'Kirchengasse 4',
    });
    expect(event).toMatchObject({
      title: 'Dentist',
      zone: 'UTC',
      startMs: ms('2026-11-23T15:00Z'),
      endMs: ms('2026-11-23T15:45Z'),
      busy: true,
      allDay: false,
    });
    expect(await client.calendar.calendars()).toMatchObject([
      { id: event.calendarId, name: 'Personal', color: 'blue' },
    ]);
    expect((await client.history.undo()).words).toBe('Took back: Added “Dentist”');
    expect(await day(client, '2026-11-01T00:00Z', '2026-12-01T00:00Z')).toEqual({
      events: [],
      blocks: [],
      calendars: [],
    });
  });

  it('changes, moves, duplicates and deletes, each to be undone', async () => {
    const { client } = testCore();
    const event = await client.calendar.createEvent({
      title: 'Lunch',
      startLocal: '2026-11-23T12:00',
      endLocal: '2026-11-23T13:00',
    });
    await client.calendar.updateEvent({ id: event.id, change: { title: 'Lunch with Ana', place: 'Café' } });
    await client.calendar.moveEvent({
      id: event.id,
      allDay: false,
      startLocal: '2026-11-24T12:30',
      endLocal: '2026-11-24T13:30',
      zone: 'Europe/Vienna',
    });
    expect(await client.calendar.event({ id: event.id })).toMatchObject({
      title: 'Lunch with Ana',
      place: 'Café',
      startMs: ms('2026-11-24T11:30Z'),
      endMs: ms('2026-11-24T12:30Z'),
    });
    const copy = await client.calendar.duplicateEvent({ id: event.id });
    expect(copy).toMatchObject({ title: 'Lunch with Ana', startLocal: '2026-11-24T12:30' });
    await client.calendar.removeEvent({ id: event.id });
    await expect(client.calendar.event({ id: event.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.history.undo();
    expect((await client.calendar.event({ id: event.id })).title).toBe('Lunch with Ana');
    const { items } = await client.history.list({});
    expect(items.map((item) => item.words)).toEqual([
      'Took back: Deleted “Lunch with Ana”',
      'Deleted “Lunch with Ana”',
      'Duplicated “Lunch with Ana”',
      'Moved 1 event',
      'Changed “Lunch with Ana”',
      'Added “Lunch”',
    ]);
  });

  it('shows what touches the range and nothing that only borders on it', async () => {
    const { client } = testCore();
    const add = (title: string, startLocal: string, endLocal: string) =>
      client.calendar.createEvent({ title, startLocal, endLocal });
    await add('ends as it begins', '2026-11-22T23:00', '2026-11-23T00:00');
    await add('reaches in', '2026-11-22T23:00', '2026-11-23T00:30');
    await add('three weeks', '2026-11-10T09:00', '2026-12-01T09:00');
    await add('begins as it ends', '2026-11-24T00:00', '2026-11-24T01:00');
    const { events } = await day(client, '2026-11-23T00:00Z', '2026-11-24T00:00Z');
    expect(events.map((event) => event.title)).toEqual(['three weeks', 'reaches in']);
  });

  it('lets all-day and floating events follow the person to another zone', async () => {
    const { client } = testCore();
    await client.calendar.createEvent({
      title: 'Holiday',
      allDay: true,
      startLocal: '2026-11-23',
      endLocal: '2026-11-24',
    });
    await client.calendar.createEvent({
      title: 'Breakfast',
      startLocal: '2026-11-23T08:00',
      endLocal: '2026-11-23T09:00',
      zone: null,
    });
    await client.calendar.createEvent({
      title: 'Call',
      startLocal: '2026-11-23T08:00',
      endLocal: '2026-11-23T09:00',
      zone: 'Europe/Vienna',
    });
    await client.settings.update({ zone: 'Pacific/Kiritimati' });
    const { events } = await day(client, '2026-11-22T10:00Z', '2026-11-23T10:00Z');
    expect(events.map(({ title, startMs, busy }) => [title, new Date(startMs).toISOString(), busy])).toEqual([
      ['Holiday', '2026-11-22T10:00:00.000Z', false],
      ['Breakfast', '2026-11-22T18:00:00.000Z', true],
      ['Call', '2026-11-23T07:00:00.000Z', true],
    ]);
  });

  it('keeps the length of an event whose beginning the clock skips', async () => {
    const { client } = testCore({ clock: new FakeClock('2026-03-01T09:00:00Z', 'Europe/Vienna') });
    const event = await client.calendar.createEvent({
      title: 'Night run',
      startLocal: '2026-03-29T02:30',
      endLocal: '2026-03-29T03:00',
    });
    expect([event.startMs, event.endMs]).toEqual([ms('2026-03-29T01:30Z'), ms('2026-03-29T02:00Z')]);
  });

  it('refuses times that are none with the field that is wrong, and writes nothing', async () => {
    const { client } = testCore();
    const create = (startLocal: string, endLocal: string, zone?: string) =>
      client.calendar.createEvent({ title: 'x', startLocal, endLocal, ...(zone === undefined ? {} : { zone }) });
    await expect(create('2026-11-23T10:00', '2026-11-23T09:00')).rejects.toMatchObject({
      code: 'ENDS_BEFORE_START',
      message: 'It ends before it begins. Choose a later end.',
      data: { field: 'endLocal' },
    });
    await expect(create('2026-11-23T10:00', '2026-11-23T10:00')).rejects.toMatchObject({ code: 'ENDS_BEFORE_START' });
    await expect(create('2026-02-30T10:00', '2026-03-01T10:00')).rejects.toMatchObject({
      code: 'NO_SUCH_TIME',
      data: { field: 'startLocal' },
    });
    await expect(create('0000-02-01T10:00', '0001-03-01T10:00')).rejects.toMatchObject({ code: 'NO_SUCH_TIME' });
    await expect(create('2026-11-23T10:00', '2036-11-23T10:01')).rejects.toMatchObject({ code: 'TOO_LONG' });
    await expect(create('2026-11-23T10:00', '2026-11-23T11:00', 'Mars/Olympus')).rejects.toMatchObject({
      code: 'NO_SUCH_ZONE',
    });
    await expect(create('20000-01-01T10:00', '20000-01-01T11:00')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect((await client.history.list({})).items).toEqual([]);
  });

  it('reaches to the end of the year 9999', async () => {
    const { client } = testCore();
    const event = await client.calendar.createEvent({
      title: 'Far',
      startLocal: '9999-12-31T22:00',
      endLocal: '9999-12-31T23:59',
    });
    expect(event.endMs).toBe(253402300740000);
    const hits = await day(client, '9999-12-31T00:00:00Z', '9999-12-31T23:59:59Z');
    expect(hits.events.map(({ title }) => title)).toEqual(['Far']);
  });
});

describe('calendars', () => {
  it('are added, renamed and coloured; a name is there once', async () => {
    const { client } = testCore();
    const work = await client.calendar.createCalendar({ name: '  Work ' });
    expect(work).toMatchObject({ name: 'Work', color: 'blue' });
    const home = await client.calendar.createCalendar({ name: 'Home' });
    expect(home.color).toBe('violet');
    await expect(client.calendar.createCalendar({ name: 'WORK' })).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    await expect(client.calendar.createCalendar({ name: ' ' })).rejects.toMatchObject({ code: 'NAME_MISSING' });
    await expect(client.calendar.updateCalendar({ id: home.id, name: 'work' })).rejects.toMatchObject({
      code: 'NAME_TAKEN',
    });
    expect(await client.calendar.updateCalendar({ id: work.id, name: 'work', color: 'teal' })).toMatchObject({
      name: 'work',
      color: 'teal',
    });
  });

  it('take their events with them, and undo brings all back', async () => {
    const { client } = testCore();
    const work = await client.calendar.createCalendar({ name: 'Work' });
    for (const title of ['one', 'two'])
      await client.calendar.createEvent({
        title,
        calendarId: work.id,
        startLocal: '2026-11-23T10:00',
        endLocal: '2026-11-23T11:00',
      });
    expect(await client.calendar.removeCalendar({ id: work.id })).toEqual({ removedEvents: 2 });
    expect((await day(client, '2026-11-23T00:00Z', '2026-11-24T00:00Z')).events).toEqual([]);
    expect((await client.history.undo()).words).toBe('Took back: Deleted the calendar “Work” with 2 events');
    expect((await day(client, '2026-11-23T00:00Z', '2026-11-24T00:00Z')).events).toHaveLength(2);
  });
});

describe('blocks', () => {
  it('are made, moved, resized, unpinned and removed', async () => {
    const { client } = testCore();
    const task = await client.tasks.create({ title: 'Ramp wording', priority: 2, dueDay: '2026-11-24' });
    const block = await client.calendar.createBlock({ taskId: task.id, startMs: at('10:00'), endMs: at('11:00') });
    expect(block).toMatchObject({ pinned: true, reason: '' });
    await client.calendar.moveBlock({ id: block.id, startMs: at('13:00'), endMs: at('14:15') });
    await client.calendar.pinBlock({ id: block.id, pinned: false });
    const { blocks } = await day(client, '2026-11-23T00:00Z', '2026-11-24T00:00Z');
    expect(blocks).toMatchObject([
      {
        id: block.id,
        startMs: at('13:00'),
        endMs: at('14:15'),
        pinned: false,
        task: { title: 'Ramp wording', status: 'open', priority: 2, dueDay: '2026-11-24' },
      },
    ]);
    await client.calendar.removeBlock({ id: block.id });
    await expect(client.calendar.pinBlock({ id: block.id, pinned: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      client.calendar.createBlock({ taskId: task.id, startMs: at('10:00'), endMs: at('09:00') }),
    ).rejects.toMatchObject({
      code: 'ENDS_BEFORE_START',
    });
    await expect(
      client.calendar.createBlock({ taskId: task.id, startMs: at('10:00'), endMs: at('10:00') + 86_460_000 }),
    ).rejects.toMatchObject({ code: 'TOO_LONG', message: 'A block is a day long at most.' });
  });

  it('ahead go when their task is completed or dropped; those that began stay, and undo brings them back', async () => {
    const { client } = testCore({ clock: new FakeClock('2026-11-23T10:30:00Z') });
    for (const end of ['complete', 'drop'] as const) {
      const task = await client.tasks.create({ title: end });
      await client.calendar.createBlock({ taskId: task.id, startMs: at('10:00'), endMs: at('11:00') });
      await client.calendar.createBlock({ taskId: task.id, startMs: at('13:00'), endMs: at('14:00') });
      const starts = async () =>
        (await day(client, '2026-11-23T00:00Z', '2026-11-24T00:00Z')).blocks
          .filter((block) => block.taskId === task.id)
          .map((block) => block.startMs);
      await client.tasks[end]({ ids: [task.id] });
      expect(await starts()).toEqual([at('10:00')]);
      await client.history.undo();
      expect(await starts()).toEqual([at('10:00'), at('13:00')]);
    }
  });

  it('go with a deleted task and come back with it', async () => {
    const { client } = testCore();
    const task = await client.tasks.create({ title: 'gone' });
    await client.calendar.createBlock({ taskId: task.id, startMs: at('10:00'), endMs: at('11:00') });
    await client.tasks.remove({ ids: [task.id] });
    expect((await day(client, '2026-11-23T00:00Z', '2026-11-24T00:00Z')).blocks).toEqual([]);
    await client.history.undo();
    expect((await day(client, '2026-11-23T00:00Z', '2026-11-24T00:00Z')).blocks).toHaveLength(1);
  });
});

describe('how full days are', () => {
  it('counts what is on each day, and a minute that two things take once', async () => {
    const { client } = testCore();
    const event = (title: string, startLocal: string, endLocal: string, busy = true) =>
      client.calendar.createEvent({ title, startLocal, endLocal, busy });
    await event('Meeting', '2026-11-23T09:00', '2026-11-23T11:00');
    await event('Call', '2026-11-23T10:00', '2026-11-23T12:00');
    await event('Radio', '2026-11-23T15:00', '2026-11-23T18:00', false);
    await event('Night train', '2026-11-24T22:00', '2026-11-25T06:00');
    const task = await client.tasks.create({ title: 'Write' });
    await client.calendar.createBlock({ taskId: task.id, startMs: at('16:00'), endMs: at('16:30') });
    expect(await client.calendar.loads({ fromDay: '2026-11-22', toDay: '2026-11-25' })).toEqual([
      { day: '2026-11-23', count: 4, busyMin: 210 },
      { day: '2026-11-24', count: 1, busyMin: 120 },
      { day: '2026-11-25', count: 1, busyMin: 360 },
    ]);
    expect(await client.calendar.loads({ fromDay: '2026-11-25', toDay: '2026-11-24' })).toEqual([]);
    await expect(client.calendar.loads({ fromDay: '2025-01-01', toDay: '2026-12-31' })).rejects.toMatchObject({
      code: 'TOO_WIDE',
    });
  });
});

describe('tasks to plan', () => {
  it('are open, have no time ahead of them, and come by how they press', async () => {
    const { client } = testCore({ clock: new FakeClock('2026-11-23T12:00:00Z') });
    const titles = async (): Promise<string[]> => (await client.calendar.toPlan({})).map(({ title }) => title);
    const late = await client.tasks.create({ title: 'Later', dueDay: '2026-12-01', estimateMin: 45, project: 'House' });
    await client.tasks.create({ title: 'Whenever' });
    await client.tasks.create({ title: 'Urgent', priority: 1 });
    await client.tasks.create({ title: 'Today', dueDay: '2026-12-20', doDay: '2026-11-23' });
    await client.tasks.create({ title: 'One day', someday: true });
    const done = await client.tasks.create({ title: 'Done' });
    await client.tasks.complete({ ids: [done.id] });
    expect(await titles()).toEqual(['Today', 'Later', 'Urgent', 'Whenever']);
    expect(await client.calendar.toPlan({ limit: 2 })).toMatchObject([
      { doDay: '2026-11-23' },
      { id: late.id, estimateMin: 45, project: 'House', dueDay: '2026-12-01' },
    ]);

    await client.calendar.createBlock({ taskId: late.id, startMs: at('09:00'), endMs: at('09:45') });
    expect(await titles()).toContain('Later');
    const ahead = await client.calendar.createBlock({ taskId: late.id, startMs: at('11:30'), endMs: at('12:15') });
    expect(await titles()).not.toContain('Later');
    await client.calendar.removeBlock({ id: ahead.id });
    expect(await titles()).toContain('Later');
  });
});
