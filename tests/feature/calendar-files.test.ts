import { describe, expect, it } from 'vitest';
import { type TestCore, testCore } from '../support/test-core.ts';

type Client = TestCore['client'];

const file = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64');
const titles = async (client: Client): Promise<string[]> => {
  const range = { fromMs: Date.parse('2026-11-01'), toMs: Date.parse('2026-12-01') };
  const { events } = await client.calendar.range(range);
  return events.map(
    ({ startMs, title }) => `${new Date(startMs).toISOString().slice(5, 16).replace('T', ' ')} ${title}`,
  );
};

/** What a client of the desk writes: a series in a Windows zone with a moved occurrence, a to-do, a note, and its own signs. */
const work = file(
  'PRODID:-//Somebody//EN',
  'X-WR-CALNAME:Work',
  'X-OWNER;CN="A: B":mailto:a@example.org',
  'BEGIN:VEVENT',
  'UID:weekly@example.org',
  'DTSTAMP:20261101T080000Z',
  'DTSTART;TZID=W. Europe Standard Time:20261102T090000',
  'DTEND;TZID=W. Europe Standard Time:20261102T093000',
  'RRULE:FREQ=WEEKLY;COUNT=3',
  'SUMMARY;LANGUAGE=en:Standup\\, daily',
  'DESCRIPTION:A long text that goes on and on\\, so that it is folded in the mi',
  ' ddle of a word\\nand a second line',
  'ATTENDEE;CN=Ana;PARTSTAT=ACCEPTED:mailto:ana@example.org',
  'X-SIGN;X-A=1:kept',
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  'TRIGGER:-PT10M',
  'END:VALARM',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:weekly@example.org',
  'RECURRENCE-ID;TZID=W. Europe Standard Time:20261109T090000',
  'DTSTART;TZID=W. Europe Standard Time:20261110T140000',
  'DURATION:PT45M',
  'SUMMARY:Standup moved',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:broken@example.org',
  'DTSTART:someday',
  'SUMMARY:Broken',
  'END:VEVENT',
  'BEGIN:VTODO',
  'UID:todo@example.org',
  'SUMMARY:Write minutes',
  'DUE;VALUE=DATE:20261112',
  'PRIORITY:1',
  'X-TODO:kept',
  'END:VTODO',
  'BEGIN:VJOURNAL',
  'UID:note@example.org',
  'DTSTART;VALUE=DATE:20261103',
  'SUMMARY:A quiet day',
  'DESCRIPTION:Rain.',
  'END:VJOURNAL',
  'BEGIN:X-PART',
  'X-IN:side',
  'END:X-PART',
);

const linesOf = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar file', () => {
  it('is previewed without writing, and taken in as one change', async () => {
    const { client } = testCore();
    const preview = await client.calendar.previewIcs({ content: base64(work) });
    expect(preview).toMatchObject({
      name: 'Work',
      events: { added: 2, changed: 0, there: 0 },
      tasks: { added: 1 },
      entries: { added: 1 },
      series: 1,
      days: { first: '2026-11-02', last: '2026-11-10' },
      skipped: [{ component: 'event', why: 'its beginning is no time' }],
    });
    expect(preview.first.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      'event Standup, daily',
      'event Standup moved',
      'task Write minutes',
      'entry A quiet day',
    ]);
    expect((await client.history.list({})).items).toEqual([]);

    await client.calendar.importIcs({ content: base64(work) });
    expect((await client.calendar.calendars()).map(({ name }) => name)).toEqual(['Work']);
    expect(await titles(client)).toEqual([
      '11-02 08:00 Standup, daily',
      '11-10 13:00 Standup moved',
      '11-16 08:00 Standup, daily',
    ]);
    expect(await client.tasks.list({ list: 'all' })).toMatchObject([
      { title: 'Write minutes', dueDay: '2026-11-12', priority: 1 },
    ]);
    expect((await client.history.undo()).words).toBe('Took back: Imported 2 events, 1 task, 1 journal entry');
    expect(await titles(client)).toEqual([]);
    expect(await client.tasks.list({ list: 'all' })).toEqual([]);
    await client.history.redo();
    expect(await titles(client)).toHaveLength(3);
  });

  it('taken in twice adds nothing, also after changes here; a newer version replaces its own', async () => {
    const { client } = testCore();
    const first = await client.calendar.importIcs({ content: base64(work) });
    const { events } = await client.calendar.range({
      fromMs: Date.parse('2026-11-01'),
      toMs: Date.parse('2026-11-05'),
    });
    await client.calendar.updateEvent({ id: events[0]!.eventId, scope: 'all', change: { place: 'Room 2' } });
    const again = await client.calendar.importIcs({ content: base64(work) });
    expect(again.events).toEqual({ added: 0, changed: 0, there: 2 });
    expect([again.tasks.there, again.entries.there]).toEqual([1, 1]);
    expect((await client.calendar.event({ id: events[0]!.eventId })).place).toBe('Room 2');
    const newer = work.replace('SUMMARY:Standup moved', 'SUMMARY:Standup moved again');
    const changed = await client.calendar.importIcs({ content: base64(newer), calendarId: first.calendarId! });
    expect(changed.events).toEqual({ added: 0, changed: 1, there: 1 });
    expect((await titles(client))[1]).toBe('11-10 13:00 Standup moved again');
    expect(await client.calendar.calendars()).toHaveLength(1);
  });

  it('comes back with every line it had, and with what changed here', async () => {
    const { client } = testCore();
    const { calendarId } = await client.calendar.importIcs({ content: base64(work) });
    const { text, fileName } = await client.calendar.exportIcs({ calendarId: calendarId! });
    expect(fileName).toBe('Work.ics');
    const skippedLines = ['UID:broken@example.org', 'DTSTART:someday', 'SUMMARY:Broken', 'PRODID:-//Somebody//EN'];
    const lines = linesOf(text);
    expect(linesOf(work).filter((line) => !lines.includes(line) && !skippedLines.includes(line))).toEqual([]);
    expect(lines).toContain('TZID:W. Europe Standard Time');

    const [task] = await client.tasks.list({ list: 'all' });
    await client.tasks.complete({ ids: [task!.id] });
    const { events } = await client.calendar.range({
      fromMs: Date.parse('2026-11-01'),
      toMs: Date.parse('2026-11-05'),
    });
    await client.calendar.updateEvent({
      id: events[0]!.eventId,
      scope: 'all',
      change: { title: 'Sync', guests: 'Ana <ana@example.org>\nBo <bo@example.org>' },
    });
    const changed = linesOf((await client.calendar.exportIcs({})).text);
    expect(changed).toEqual(
      expect.arrayContaining([
        'SUMMARY:Sync',
        'ATTENDEE;CN=Ana;PARTSTAT=ACCEPTED:mailto:ana@example.org',
        'ATTENDEE;CN=Bo:mailto:bo@example.org',
        'STATUS:COMPLETED',
        'X-TODO:kept',
        'X-SIGN;X-A=1:kept',
        'TRIGGER:-PT10M',
      ]),
    );
    expect(changed).not.toContain(String.raw`SUMMARY;LANGUAGE=en:Standup\, daily`);
  });

  it('of our own adds nothing to what is here', async () => {
    const { client } = testCore();
    await client.calendar.createEvent({
      title: 'Run',
      startLocal: '2026-11-24T07:00',
      endLocal: '2026-11-24T08:00',
      recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'],
    });
    const { text } = await client.calendar.exportIcs({});
    expect((await client.calendar.importIcs({ content: base64(text) })).events).toEqual({
      added: 0,
      changed: 0,
      there: 1,
    });
    const other = testCore();
    expect((await other.client.calendar.importIcs({ content: base64(text) })).events.added).toBe(1);
    expect((await other.client.calendar.exportIcs({})).text).toContain('RRULE:FREQ=WEEKLY;COUNT=3');
  });

  it('of one event holds it alone, a series with what was changed of it', async () => {
    const { client } = testCore();
    const time = { startLocal: '2026-11-24T07:00', endLocal: '2026-11-24T08:00' };
    await client.calendar.createEvent({ title: 'Dentist', ...time });
    const run = await client.calendar.createEvent({ title: 'Run', ...time, recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] });
    await client.calendar.updateEvent({ id: run.id, scope: 'this', change: { title: 'Long run' } });
    const { fileName, text } = await client.calendar.exportIcs({ calendarId: run.calendarId, eventId: run.eventId });
    expect(fileName).toBe('Run.ics');
    expect(
      text
        .match(/^SUMMARY:.*/gmu)
        ?.map((line) => line.trim())
        .toSorted(),
    ).toEqual(['SUMMARY:Long run', 'SUMMARY:Run']);
    await expect(client.calendar.exportIcs({ eventId: run.calendarId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    [
      'UTF-16 with a mark',
      Buffer.from(
        `\u{feff}${file('BEGIN:VEVENT', 'DTSTART:20261103T090000', 'SUMMARY:Käse', 'END:VEVENT')}`,
        'utf16le',
      ),
    ],
    ['Latin-1', Buffer.from(file('BEGIN:VEVENT', 'DTSTART:20261103T090000', 'SUMMARY:Käse', 'END:VEVENT'), 'latin1')],
    [
      'bare line feeds',
      Buffer.from(
        file('BEGIN:VEVENT', 'DTSTART:20261103T090000', 'SUMMARY:Kä', ' se', 'END:VEVENT').replaceAll('\r\n', '\n'),
      ),
    ],
    ['no end', Buffer.from('begin:vcalendar\r\nbegin:vevent\r\ndtstart:20261103T090000\r\nsummary:Käse')],
  ])('is read in %s', async (_, bytes) => {
    const { client } = testCore();
    await client.calendar.importIcs({ content: base64(bytes), name: 'Files' });
    expect(await titles(client)).toEqual(['11-03 09:00 Käse']);
  });

  it.each([
    ['', 'FILE_EMPTY'],
    ['BEGIN:VCARD\r\nFN:Ana\r\nEND:VCARD\r\n', 'FILE_CONTACTS'],
    ['<!doctype html><html></html>', 'FILE_PAGE'],
    ['PK\u{3}\u{4}', 'FILE_OTHER'],
  ])('that is none is refused in words: %j', async (text, code) => {
    const { client } = testCore();
    await expect(client.calendar.previewIcs({ content: base64(text) })).rejects.toMatchObject({ code });
    await expect(client.calendar.importIcs({ content: base64(text) })).rejects.toMatchObject({ code });
  });
});
