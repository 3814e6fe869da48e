import type { EventRow } from '#db/queries/calendar';
import { type ZoneChange, zoneChanges } from '#main/domain/recurrence/zone-changes';

/** Octets a line of iCalendar may have, without its end (RFC 5545 section 3.1). */
const LINE_OCTETS = 75;
const DAY_MS = 86_400_000;

/** A calendar as iCalendar, with the rules of every time zone its events use. */
export function* calendarFile(name: string, events: readonly EventRow[]): Generator<string> {
  yield lines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Braindump//EN', `X-WR-CALNAME:${escaped(name)}`]);
  for (const zone of new Set(events.map((event) => event.zone))) {
    if (zone === null || zone === 'UTC') continue;
    const own = events.filter((event) => event.zone === zone);
    const fromMs = own.reduce((least, event) => Math.min(least, event.startMs), Number.POSITIVE_INFINITY);
    const toMs = own.reduce((most, event) => Math.max(most, event.endMs), Number.NEGATIVE_INFINITY);
    yield lines(zoneLines(zone, zoneChanges(zone, fromMs - DAY_MS, toMs)));
  }
  for (const event of events) yield lines(eventLines(event));
  yield lines(['END:VCALENDAR']);
}

function eventLines(event: EventRow): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@braindump`,
    `DTSTAMP:${utc(event.createdAtMs)}`,
    `CREATED:${utc(event.createdAtMs)}`,
    `DTSTART${timeOf(event.startLocal, event)}`,
    `DTEND${timeOf(event.endLocal, event)}`,
    `SUMMARY:${escaped(event.title)}`,
    ...(event.notes === '' ? [] : [`DESCRIPTION:${escaped(event.notes)}`]),
    ...(event.place === '' ? [] : [`LOCATION:${escaped(event.place)}`]),
    `TRANSP:${event.busy ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ];
}

function timeOf(local: string, { allDay, zone }: EventRow): string {
  if (allDay) return `;VALUE=DATE:${local.slice(0, 10).replaceAll('-', '')}`;
  if (zone === null) return `:${basic(local)}`;
  return zone === 'UTC' ? `:${basic(local)}Z` : `;TZID=${zone}:${basic(local)}`;
}

function zoneLines(zone: string, changes: readonly ZoneChange[]): string[] {
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...changes.flatMap(({ local, offsetBeforeSec, offsetAfterSec }) => {
      const kind = offsetAfterSec > offsetBeforeSec ? 'DAYLIGHT' : 'STANDARD';
      return [
        `BEGIN:${kind}`,
        `DTSTART:${basic(local)}`,
        `TZOFFSETFROM:${offset(offsetBeforeSec)}`,
        `TZOFFSETTO:${offset(offsetAfterSec)}`,
        `END:${kind}`,
      ];
    }),
    'END:VTIMEZONE',
  ];
}

/** `2026-11-21T09:30` as `20261121T093000`. */
function basic(local: string): string {
  const [day = '', time = ''] = local.split('T');
  return `${day.replaceAll('-', '')}T${time.replaceAll(':', '').padEnd(6, '0')}`;
}

function utc(instantMs: number): string {
  return new Date(instantMs).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function offset(seconds: number): string {
  const size = Math.abs(seconds);
  const parts = [Math.floor(size / 3_600), Math.floor(size / 60) % 60, size % 60];
  const digits = parts.map((part) => String(part).padStart(2, '0'));
  return `${seconds < 0 ? '-' : '+'}${(size % 60 === 0 ? digits.slice(0, 2) : digits).join('')}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`);
}

function lines(contents: readonly string[]): string {
  return contents.map((line) => `${folded(line)}\r\n`).join('');
}

/** Long lines go on after a line break and a space, never within a character. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= LINE_OCTETS) return line;
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}
