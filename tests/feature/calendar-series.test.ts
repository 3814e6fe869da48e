import { describe, expect, it } from 'vitest';
import { type TestCore, testCore } from '../support/test-core.ts';

type Client = TestCore['client'];

const ms = (text: string): number => Date.parse(text);
/** What is on between two days, as "23 09:00 Standup". */
const shown = async (client: Client, from: string, to: string): Promise<string[]> => {
  const range = { fromMs: ms(`${from}T00:00Z`), toMs: ms(`${to}T00:00Z`) };
  const { events } = await client.calendar.range(range);
  return events.map(
    ({ startMs, title }) => `${new Date(startMs).toISOString().slice(5, 16).replace('T', ' ')} ${title}`,
  );
};
const november = (client: Client): Promise<string[]> => shown(client, '2026-11-01', '2026-12-01');

/** Mondays and Thursdays of November 2026 from the 5th on. */
const standup = (client: Client, rrule = 'FREQ=WEEKLY;BYDAY=MO,TH') =>
  client.calendar.createEvent({
    title: 'Standup',
    startLocal: '2026-11-05T09:00',
    endLocal: '2026-11-05T09:15',
    recurrence: [`RRULE:${rrule}`],
  });

describe('a series', () => {
  it('shows each occurrence as an event of its own, with its own id', async () => {
    const { client } = testCore();
    const first = await standup(client, 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=5');
    expect(first).toMatchObject({
      recurring: true,
      hasException: false,
      recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO,TH;COUNT=5'],
    });
    expect(await november(client)).toEqual([
      '11-05 09:00 Standup',
      '11-09 09:00 Standup',
      '11-12 09:00 Standup',
      '11-16 09:00 Standup',
      '11-19 09:00 Standup',
    ]);
    const { eventId } = first;
    expect(await client.calendar.event({ id: `${eventId}@2026-11-12T09:00` })).toMatchObject({
      eventId,
      seriesId: eventId,
      occurrence: '2026-11-12T09:00',
      startMs: ms('2026-11-12T09:00Z'),
    });
    await expect(client.calendar.event({ id: `${eventId}@2026-11-13T09:00` })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('keeps the wall clock of its zone, and its length, when the clocks are set', async () => {
    const { client } = testCore();
    await client.calendar.createEvent({
      title: 'Call',
      startLocal: '2026-10-23T09:00',
      endLocal: '2026-10-23T10:00',
      zone: 'Europe/Vienna',
      recurrence: ['RRULE:FREQ=DAILY;COUNT=4'],
    });
    expect(await shown(client, '2026-10-01', '2026-11-01')).toEqual([
      '10-23 07:00 Call',
      '10-24 07:00 Call',
      '10-25 08:00 Call',
      '10-26 08:00 Call',
    ]);
  });

  it('of whole days and one that floats follow the person', async () => {
    const { client } = testCore();
    await client.calendar.createEvent({
      title: 'Bins',
      allDay: true,
      startLocal: '2026-11-03',
      endLocal: '2026-11-04',
      recurrence: ['RRULE:FREQ=WEEKLY;INTERVAL=2', 'EXDATE;VALUE=DATE:20261117', 'RDATE;VALUE=DATE:20261120'],
    });
    await client.calendar.createEvent({
      title: 'Tea',
      zone: null,
      startLocal: '2026-11-28T16:00',
      endLocal: '2026-11-28T16:30',
      recurrence: ['RRULE:FREQ=DAILY'],
    });
    await client.settings.update({ zone: 'Pacific/Auckland' });
    expect(await november(client)).toEqual([
      '11-02 11:00 Bins',
      '11-19 11:00 Bins',
      '11-28 03:00 Tea',
      '11-29 03:00 Tea',
      '11-30 03:00 Tea',
      // 1 December in Auckland begins before November ends in UTC.
      '11-30 11:00 Bins',
    ]);
  });

  it('refuses a rule that says nothing or never happens, and keeps what was there', async () => {
    const { client } = testCore();
    const event = await standup(client);
    const change = (rrule: string) =>
      client.calendar.updateEvent({ id: event.eventId, scope: 'all', change: { recurrence: [rrule] } });
    await expect(change('RRULE:FREQ=SOMETIMES')).rejects.toMatchObject({
      code: 'NO_SUCH_RULE',
      data: { field: 'recurrence' },
    });
    await expect(change('RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')).rejects.toMatchObject({ code: 'NO_SUCH_RULE' });
    expect((await client.calendar.event({ id: event.eventId })).recurrence).toEqual(['RRULE:FREQ=WEEKLY;BYDAY=MO,TH']);
  });

  it('by its own id is its next occurrence, and its last one when it is over', async () => {
    const { client } = testCore();
    const going = await standup(client);
    expect((await client.calendar.event({ id: going.eventId })).occurrence).toBe('2026-11-23T09:00');
    const over = await standup(client, 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3');
    expect((await client.calendar.event({ id: over.eventId })).occurrence).toBe('2026-11-12T09:00');
  });
});

describe('one occurrence', () => {
  it('is moved and renamed by itself, keeps its id, and undo puts it back', async () => {
    const { client } = testCore();
    const { eventId } = await standup(client, 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4');
    const id = `${eventId}@2026-11-09T09:00`;
    const time = { allDay: false, startLocal: '2026-11-10T11:00', endLocal: '2026-11-10T11:30', zone: 'UTC' };
    const moved = await client.calendar.moveEvent({ id, ...time });
    expect(moved).toMatchObject({ id, occurrence: '2026-11-09T09:00', hasException: true, seriesId: eventId });
    await client.calendar.updateEvent({ id, change: { title: 'Long standup' } });
    expect(await november(client)).toEqual([
      '11-05 09:00 Standup',
      '11-10 11:00 Long standup',
      '11-12 09:00 Standup',
      '11-16 09:00 Standup',
    ]);
    await client.history.undo();
    expect((await client.history.undo()).words).toBe('Took back: Moved “Standup”');
    expect((await november(client))[1]).toBe('11-09 09:00 Standup');
  });

  it('is taken out of the series, moved or not', async () => {
    const { client } = testCore();
    const { eventId } = await standup(client, 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4');
    await client.calendar.updateEvent({ id: `${eventId}@2026-11-12T09:00`, change: { title: 'Changed' } });
    await client.calendar.removeEvent({ id: `${eventId}@2026-11-12T09:00` });
    await client.calendar.removeEvent({ id: `${eventId}@2026-11-05T09:00`, scope: 'this' });
    expect(await november(client)).toEqual(['11-09 09:00 Standup', '11-16 09:00 Standup']);
    await client.calendar.removeEvent({ id: `${eventId}@2026-11-09T09:00` });
    await client.calendar.removeEvent({ id: `${eventId}@2026-11-16T09:00` });
    await expect(client.calendar.event({ id: eventId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (let step = 0; step < 5; step += 1) await client.history.undo();
    expect(await november(client)).toHaveLength(4);
  });

  it('can’t change how the series repeats', async () => {
    const { client } = testCore();
    const { eventId } = await standup(client);
    await expect(
      client.calendar.updateEvent({
        id: `${eventId}@2026-11-09T09:00`,
        scope: 'this',
        change: { recurrence: ['RRULE:FREQ=DAILY'] },
      }),
    ).rejects.toMatchObject({ code: 'RULE_OF_SERIES' });
  });

  it('is duplicated as an event that happens once', async () => {
    const { client } = testCore();
    const { eventId } = await standup(client);
    const copy = await client.calendar.duplicateEvent({ id: `${eventId}@2026-11-12T09:00` });
    expect(copy).toMatchObject({ recurring: false, recurrence: [], startLocal: '2026-11-12T09:00', seriesId: null });
  });
});

describe('this and those after it', () => {
  it('become a series of their own; a count and single changes go along', async () => {
    const { client } = testCore();
    const { eventId } = await standup(client, 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=6');
    await client.calendar.updateEvent({ id: `${eventId}@2026-11-16T09:00`, change: { title: 'With Ana' } });
    const changed = await client.calendar.updateEvent({
      id: `${eventId}@2026-11-12T09:00`,
      scope: 'following',
      change: { title: 'Sync', startLocal: '2026-11-12T10:00', endLocal: '2026-11-12T10:15' },
    });
    expect(changed.seriesId).not.toBe(eventId);
    expect(changed.recurrence).toEqual(['RRULE:FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4']);
    expect(await november(client)).toEqual([
      '11-05 09:00 Standup',
      '11-09 09:00 Standup',
      '11-12 10:00 Sync',
      '11-16 09:00 With Ana',
      '11-19 10:00 Sync',
      '11-23 10:00 Sync',
    ]);
    await client.history.undo();
    expect(await november(client)).toEqual([
      '11-05 09:00 Standup',
      '11-09 09:00 Standup',
      '11-12 09:00 Standup',
      '11-16 09:00 With Ana',
      '11-19 09:00 Standup',
      '11-23 09:00 Standup',
    ]);
  });

  it('are deleted; from the first on that is the whole series', async () => {
    const { client } = testCore();
    const { eventId } = await standup(client);
    await client.calendar.removeEvent({ id: `${eventId}@2026-11-12T09:00`, scope: 'following' });
    expect(await november(client)).toEqual(['11-05 09:00 Standup', '11-09 09:00 Standup']);
    await client.calendar.removeEvent({ id: `${eventId}@2026-11-05T09:00`, scope: 'following' });
    expect(await november(client)).toEqual([]);
    await client.history.undo();
    await client.history.undo();
    expect(await november(client)).toHaveLength(8);
  });
});

describe('all of them', () => {
  it('move by as much as the one that was moved, and the rule’s days with them', async () => {
    const { client } = testCore();
    const { eventId } = await standup(client, 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4');
    await client.calendar.removeEvent({ id: `${eventId}@2026-11-16T09:00` });
    const time = { allDay: false, startLocal: '2026-11-10T11:00', endLocal: '2026-11-10T11:45', zone: 'UTC' };
    const moved = await client.calendar.moveEvent({ id: `${eventId}@2026-11-09T09:00`, scope: 'all', ...time });
    expect(moved).toMatchObject({ id: `${eventId}@2026-11-10T11:00`, endLocal: '2026-11-10T11:45' });
    expect(moved.recurrence[0]).toBe('RRULE:FREQ=WEEKLY;BYDAY=TU,FR;COUNT=4');
    expect(await november(client)).toEqual(['11-06 11:00 Standup', '11-10 11:00 Standup', '11-13 11:00 Standup']);
  });

  it('take over what changed; single changes keep what is their own', async () => {
    const { client } = testCore();
    const { eventId } = await standup(client, 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3');
    await client.calendar.updateEvent({ id: `${eventId}@2026-11-09T09:00`, change: { title: 'Mine' } });
    await client.calendar.updateEvent({ id: eventId, change: { title: 'Sync', place: 'Room 2' } });
    const { events } = await client.calendar.range({ fromMs: ms('2026-11-01'), toMs: ms('2026-12-01') });
    expect(events.map(({ title, place }) => [title, place])).toEqual([
      ['Sync', 'Room 2'],
      ['Mine', 'Room 2'],
      ['Sync', 'Room 2'],
    ]);
  });

  it('repeat otherwise, begin to, and cease to', async () => {
    const { client } = testCore();
    const event = await client.calendar.createEvent({
      title: 'Run',
      startLocal: '2026-11-24T07:00',
      endLocal: '2026-11-24T08:00',
    });
    const daily = await client.calendar.updateEvent({
      id: event.id,
      change: { recurrence: ['RRULE:FREQ=DAILY;COUNT=3'] },
    });
    expect(daily).toMatchObject({ id: `${event.id}@2026-11-24T07:00`, recurring: true });
    expect(await november(client)).toHaveLength(3);
    const once = await client.calendar.updateEvent({ id: event.id, scope: 'all', change: { recurrence: [] } });
    expect(once).toMatchObject({ id: event.id, recurring: false });
    expect(await november(client)).toEqual(['11-24 07:00 Run']);
  });
});

describe('calendars', () => {
  it('are hidden, and one is the default', async () => {
    const { client } = testCore();
    const work = await client.calendar.createCalendar({ name: 'Work' });
    const home = await client.calendar.createCalendar({ name: 'Home' });
    expect(work).toMatchObject({ isDefault: true, hidden: false, feed: null });
    await client.calendar.updateCalendar({ id: home.id, isDefault: true });
    expect((await client.calendar.calendars()).map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['Work', false],
      ['Home', true],
    ]);
    const event = await standup(client);
    expect(event.calendarId).toBe(home.id);
    await client.calendar.updateCalendar({ id: home.id, hidden: true });
    expect(await november(client)).toEqual([]);
    const all = { fromMs: ms('2026-11-01'), toMs: ms('2026-12-01'), withHidden: true };
    expect((await client.calendar.range(all)).events).toHaveLength(8);
  });
});

describe('search', () => {
  it('finds words in title, place, guests and notes; what lies ahead first', async () => {
    const { client } = testCore();
    await standup(client);
    const add = (title: string, day: string, more: { place?: string; guests?: string; notes?: string }) =>
      client.calendar.createEvent({ title, startLocal: `${day}T10:00`, endLocal: `${day}T11:00`, ...more });
    await add('Review', '2026-11-10', { place: 'Café Standup' });
    await add('Dinner', '2026-12-24', { guests: 'Zoë <zoe@standup.example>' });
    await add('Walk', '2026-11-11', { notes: 'after the standup' });
    const found = await client.calendar.search({ text: 'STANDUP' });
    expect(found.map(({ title }) => title)).toEqual(['Standup', 'Dinner', 'Walk', 'Review']);
    expect((await client.calendar.search({ text: 'cafe stand' })).map(({ title }) => title)).toEqual(['Review']);
    expect(await client.calendar.search({ text: '  ' })).toEqual([]);
  });
});
