import { temporaryFolder, testCore } from '../support/test-core.ts';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

type Client = ReturnType<typeof testCore>['client'];

const ENTRY_ID = '01a1fd9f-0000-7000-8000-000000000001';

/** A little of everything, with the characters that formats trip over. */
async function liveALittle(client: Client): Promise<void> {
  await client.journal.write({ id: ENTRY_ID, day: '2026-11-21', body: '# Early\n\nTea, and a walk — “quiet” 🌧️' });
  await client.journal.setMood({ id: ENTRY_ID, day: '2026-11-21', mood: 4 });
  await client.tasks.create({ title: 'Say "no", kindly', notes: 'one\ntwo', dueDay: '2026-11-23', tags: ['home'] });
  const event = { startLocal: '2026-11-23T09:00', endLocal: '2026-11-23T10:00' };
  await client.calendar.createEvent({
    title: 'Dentist; 2nd floor, left',
    notes: 'Line one\nline two',
    zone: 'Europe/Vienna',
    ...event,
  });
  await client.calendar.createEvent({ title: 'Anywhere at nine', zone: null, ...event });
  await client.calendar.createEvent({
    title: 'Market',
    allDay: true,
    startLocal: '2027-04-03',
    endLocal: '2027-04-04',
  });
  await client.calendar.createEvent({ title: 'ä'.repeat(120), zone: 'UTC', ...event });
}

/** Lines of an iCalendar file, unfolded. */
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('an export', () => {
  test('holds every row of every table, and can be read again', async () => {
    const { client } = testCore();
    await liveALittle(client);
    const folder = path.join(temporaryFolder(), 'out');
    const report = await client.data.export({ folder });
    expect(report.folder).toBe(folder);

    const read = (table: string): Record<string, unknown>[] =>
      JSON.parse(readFileSync(path.join(folder, 'data', `${table}.json`), 'utf8')) as Record<string, unknown>[];
    const tables = readdirSync(path.join(folder, 'data')).map((name) => name.slice(0, -'.json'.length));
    expect(tables).toEqual(
      expect.arrayContaining([
        'calendar',
        'entry',
        'event',
        'ledger_change',
        'ledger_commit',
        'setting',
        'tag',
        'task',
        'task_tag',
      ]),
    );
    expect(tables.filter((name) => /^(sqlite|search|migration|store|outbox)/.test(name))).toEqual([]);
    expect(tables.reduce((sum, table) => sum + read(table).length, 0)).toBe(report.rows);
    expect(read('entry')).toMatchObject([
      { id: ENTRY_ID, day: '2026-11-21', mood: 4, body: '# Early\n\nTea, and a walk — “quiet” 🌧️' },
    ]);
    expect(read('task')).toMatchObject([{ title: 'Say "no", kindly', notes: 'one\ntwo', due_day: '2026-11-23' }]);
    expect(read('block')).toEqual([]);
  });

  test('tells the journal as Markdown, a file a day', async () => {
    const { client } = testCore();
    await liveALittle(client);
    const folder = path.join(temporaryFolder(), 'out');
    await client.data.export({ folder });
    expect(readFileSync(path.join(folder, 'journal/2026/2026-11-21.md'), 'utf8')).toMatch(
      /^# 2026-11-21\n\n## \d\d:\d\d · light\n\n# Early\n\nTea, and a walk — “quiet” 🌧️\n$/u,
    );
  });

  test('gives calendars in iCalendar, with the rules of their zones', async () => {
    const { client } = testCore();
    await liveALittle(client);
    const folder = path.join(temporaryFolder(), 'out');
    await client.data.export({ folder });
    const [name = ''] = readdirSync(path.join(folder, 'calendar'));
    const text = readFileSync(path.join(folder, 'calendar', name), 'utf8');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const lines = unfolded(text);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(4);
    expect(lines).toEqual(
      expect.arrayContaining([
        String.raw`SUMMARY:Dentist\; 2nd floor\, left`,
        String.raw`DESCRIPTION:Line one\nline two`,
        'DTSTART;TZID=Europe/Vienna:20261123T090000',
        'DTEND;TZID=Europe/Vienna:20261123T100000',
        'DTSTART:20261123T090000',
        'DTSTART:20261123T090000Z',
        'DTSTART;VALUE=DATE:20270403',
        'DTEND;VALUE=DATE:20270404',
        `SUMMARY:${'ä'.repeat(120)}`,
        'TZID:Europe/Vienna',
        'TZOFFSETTO:+0100',
      ]),
    );
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
  });

  test('gives spreadsheets their tasks, with instants in words', async () => {
    const { client, clock } = testCore();
    await liveALittle(client);
    const folder = path.join(temporaryFolder(), 'out');
    await client.data.export({ folder });
    const text = readFileSync(path.join(folder, 'tables/task.csv'), 'utf8');
    expect(text.startsWith('\uFEFFid,title,notes,')).toBe(true);
    expect(text).toContain(',"Say ""no"", kindly","one\ntwo",open,');
    expect(text).toContain(new Date(clock.nowMs()).toISOString());
  });

  test.skipIf(process.platform === 'win32')('can be read by its owner only', async () => {
    const { client } = testCore();
    await liveALittle(client);
    const folder = path.join(temporaryFolder(), 'out');
    await client.data.export({ folder });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, 'data/entry.json')).mode & 0o777).toBe(0o600);
  });

  test('takes an empty folder, and touches no other', async () => {
    const { client } = testCore();
    const parent = temporaryFolder();
    mkdirSync(path.join(parent, 'empty'));
    await client.data.export({ folder: path.join(parent, 'empty') });
    expect(existsSync(path.join(parent, 'empty/README.txt'))).toBe(true);

    mkdirSync(path.join(parent, 'full'));
    writeFileSync(path.join(parent, 'full/mine.txt'), 'mine');
    await expect(client.data.export({ folder: path.join(parent, 'full') })).rejects.toThrow(
      'There is something in that folder already. Choose a new or an empty one.',
    );
    await expect(client.data.export({ folder: path.join(parent, 'full/mine.txt') })).rejects.toThrow(
      'That folder can’t be written.',
    );
    await expect(client.data.export({ folder: 'somewhere' })).rejects.toThrow('Give the whole path of the folder.');
    expect(readdirSync(parent).toSorted()).toEqual(['empty', 'full']);
    expect(readdirSync(path.join(parent, 'full'))).toEqual(['mine.txt']);
  });
});
