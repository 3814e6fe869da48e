import { localClient } from '#main/core/bridge';
import { readCalendar } from '#main/domain/icalendar/read-calendar';
import ICAL from 'ical.js';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openQuietCore } from '../support/quiet-core.ts';
import { figuresOf, ms, ratio, report, timed, timedAsync } from './figures.ts';

// Goal P11 and the data half of P8: a year of 9,500 events and 500 series from one calendar file, held against ical.js reading
// the same text into its events; then the months of that calendar, the first one cold, and the undo of the whole import.

const SINGLE = 9_500;
const SERIES = 500;
const ROUNDS = 15;
const DAY_MS = 86_400_000;
const YEAR_MS = Date.parse('2026-01-01');
const RULES = [
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY;INTERVAL=2',
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=MONTHLY',
  'FREQ=MONTHLY;BYDAY=2TU',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=YEARLY',
] as const;

const stamp = (atMs: number): string =>
  new Date(atMs)
    .toISOString()
    .replaceAll(/[-:]|\.\d+/g, '')
    .slice(0, 15);

/** A calendar file as a desktop program writes it. */
function generatedFile(): string {
  const event = (at: number, startMs: number, more: readonly string[]): string[] => [
    'BEGIN:VEVENT',
    `UID:bench-${at}@example.org`,
    'DTSTAMP:20260101T000000Z',
    `DTSTART;TZID=Europe/Vienna:${stamp(startMs)}`,
    `DTEND;TZID=Europe/Vienna:${stamp(startMs + 1_800_000)}`,
    `SUMMARY:Meeting ${at} about the plan`,
    ...more,
    'END:VEVENT',
  ];
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bench//EN', 'X-WR-CALNAME:Bench'];
  for (let at = 0; at < SINGLE; at += 1)
    lines.push(
      ...event(at, YEAR_MS + (at % 365) * DAY_MS + (8 * 60 + ((at * 15) % 600)) * 60_000, [
        `LOCATION:Room ${at % 40}`,
        'DESCRIPTION:Bring the figures of last month\\, and a pen.',
        `X-BENCH;X-A=1:${at}`,
      ]),
    );
  for (let at = 0; at < SERIES; at += 1)
    lines.push(
      ...event(SINGLE + at, YEAR_MS - (at % 700) * DAY_MS + (8 * 60 + ((at * 15) % 600)) * 60_000, [
        `RRULE:${RULES[at % RULES.length]}`,
      ]),
    );
  return [...lines, 'END:VCALENDAR', ''].join('\r\n');
}

/** What a reader of ical.js does to show the events: every component as its Event, its start and its end. */
function readByIcal(text: string): number {
  const parts = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  return parts.reduce((sum, part) => {
    const event = new ICAL.Event(part);
    return sum + (event.summary !== '' && event.endDate.compare(event.startDate) > 0 ? 1 : 0);
  }, 0);
}

export async function benchCalendar(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'braindump-bench-calendar-'));
  const text = generatedFile();
  process.stdout.write(`A calendar file of ${SINGLE} events and ${SERIES} series\n`);
  const peer = timed(() => {
    if (readByIcal(text) !== SINGLE + SERIES) throw new Error('ical.js reads fewer events than there are');
  });
  const ours = timed(() => void readCalendar(text, 'Europe/Vienna'));
  report('read by ical.js', ms(peer));
  report('read by our reader, with its rows', ms(ours), `${ratio(ours / peer)} of that`);
  const core = openQuietCore(path.join(folder, 'profile'));
  const client = localClient(core.services);
  const content = Buffer.from(text).toString('base64');
  const importing = await timedAsync(() => client.calendar.importIcs({ content }));
  report('import, until it is in the calendar', ms(importing), `${ratio(importing / peer)} of ical.js' reading`);

  const month = (number: number) => ({
    fromMs: Date.UTC(2026, number, 1) - 6 * DAY_MS,
    toMs: Date.UTC(2026, number, 1) + 36 * DAY_MS,
  });
  let count = 0;
  const cold = await timedAsync(async () => (count = (await client.calendar.range(month(5))).events.length));
  report('a month, the first', ms(cold), `${count} in it`, 'aim 100 ms');
  const warm: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) warm.push(await timedAsync(() => client.calendar.range(month(5))));
  report('the same month again', ms(figuresOf(warm).median), '', 'aim a few ms');
  const others: number[] = [];
  for (const number of [6, 7, 8, 9, 10]) others.push(await timedAsync(() => client.calendar.range(month(number))));
  report('the months after it', ms(figuresOf(others).median));
  const { items } = await client.history.list({ limit: 1 });
  const { seq } = items[0]!;
  report('undo of the import', ms(await timedAsync(() => client.history.undoCommit({ seq }))));
  if ((await client.calendar.range(month(5))).events.length > 0) throw new Error('the undo left events');
  await core.close();
  fs.rmSync(folder, { recursive: true, force: true });
}
