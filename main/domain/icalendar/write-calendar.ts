import type { EventFields } from './event-lines.ts';
import { eventLines } from './event-lines.ts';
import { zonesOf } from './file-zones.ts';
import { type Component, hasName, propertyOf, readComponents } from './components.ts';
import { escaped, folded, unescaped } from './text.ts';
import { inZone, readTime, timeValue } from './times.ts';
import { type ZoneChange, zoneChanges } from '../recurrence/zone-changes.ts';
import { zoneNamed } from '../time/zone-names.ts';

/** An event as it is kept. */
export interface WrittenEvent extends EventFields {
  readonly id: string;
  readonly uid: string;
  readonly recurrence: string;
  readonly seriesId: string | null;
  readonly occurrence: string | null;
  readonly properties: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly untilMs: number | null;
  readonly createdAtMs: number;
}

export interface WrittenCalendar {
  readonly name: string;
  /** Kept lines of its file: properties of the calendar, then components. */
  readonly properties: string;
  readonly events: readonly WrittenEvent[];
  /** To-dos and journal entries, as lines. */
  readonly others: readonly (readonly string[])[];
}

const DAY_MS = 86_400_000;
/** The rules of a zone are written for so long after the start of what never ends. */
const ZONE_YEARS = 20;

/** A calendar as iCalendar (RFC 5545), with the rules of every time zone it uses, piece by piece. */
export function* writeCalendar({ name, properties, events, others }: WrittenCalendar): Generator<string> {
  const kept = readComponents(`BEGIN:VCALENDAR\n${properties}\nEND:VCALENDAR`).roots[0]!;
  yield folded(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Braindump//EN', ...calendarLines(name, kept.lines)]);
  const timezones = kept.children.filter((child) => child.name === 'VTIMEZONE');
  const zoneOf = zonesOf(timezones);
  const series = new Map(events.map((event) => [event.id, event]));
  const parts = events.map((event) => vevent(event, series.get(event.seriesId ?? '') ?? null, zoneOf));
  const described = new Set(timezones.map(({ lines }) => propertyOf(lines, 'TZID')?.value));
  for (const [tzid, { fromMs, toMs }] of zonesIn(parts, events, others)) {
    const zone = described.has(tzid) ? null : zoneNamed(tzid);
    if (zone !== null) yield folded(zoneLines(tzid, zoneChanges(zone, fromMs - DAY_MS, toMs)));
  }
  for (const child of kept.children) yield folded(componentLines(child));
  for (const part of parts) yield folded(part);
  for (const other of others) yield folded(other);
  yield folded(['END:VCALENDAR']);
}

function calendarLines(name: string, kept: readonly string[]): string[] {
  const own = `X-WR-CALNAME:${escaped(name)}`;
  const isNamed = unescaped(propertyOf(kept, 'X-WR-CALNAME')?.value ?? '') === name;
  return [...(isNamed ? [] : [own]), ...kept.filter((line) => isNamed || !hasName(line, 'X-WR-CALNAME'))];
}

function componentLines({ name, lines, children }: Component): string[] {
  return [`BEGIN:${name}`, ...lines, ...children.flatMap(componentLines), `END:${name}`];
}

function vevent(event: WrittenEvent, series: WrittenEvent | null, zoneOf: (tzid: string) => string | null): string[] {
  const { own, kept } = eventLines(event, event.properties, zoneOf);
  const components = kept.findIndex((line) => /^BEGIN:/i.test(line));
  const all = components < 0 ? kept : kept.slice(0, components);
  const properties = all.filter((line) => !hasName(line, 'UID') && !hasName(line, 'RECURRENCE-ID'));
  const has = (name: string): boolean => properties.some((line) => hasName(line, name));
  const uid = (series ?? event).uid || `${(series ?? event).id}@braindump`;
  const names = [uidLine(all, uid), ...occurrenceLines(all, event, series, zoneOf)];
  return [
    'BEGIN:VEVENT',
    ...names,
    ...(has('DTSTAMP') ? [] : [`DTSTAMP:${utc(event.createdAtMs)}`]),
    ...(has('CREATED') ? [] : [`CREATED:${utc(event.createdAtMs)}`]),
    ...own,
    ...(event.recurrence === '' ? [] : event.recurrence.split('\n')),
    ...(event.recurrence === ''
      ? properties
      : properties.filter((line) => !/^(RRULE|RDATE|EXDATE|EXRULE)[;:]/i.test(line))),
    ...(components < 0 ? [] : kept.slice(components)),
    'END:VEVENT',
  ];
}

function uidLine(kept: readonly string[], uid: string): string {
  return kept.find((line) => hasName(line, 'UID') && propertyOf([line], 'UID')?.value.trim() === uid) ?? `UID:${uid}`;
}

/** As it was written, as long as it still names the same occurrence. */
function occurrenceLines(
  kept: readonly string[],
  event: WrittenEvent,
  series: WrittenEvent | null,
  zoneOf: (tzid: string) => string | null,
): string[] {
  if (event.occurrence === null) return [];
  const base = series ?? event;
  const before = propertyOf(kept, 'RECURRENCE-ID');
  const time = before && readTime(before, zoneOf);
  const meant = time && (base.allDay ? time.local.slice(0, 10) : inZone(time, base.zone));
  const line = kept.find((text) => hasName(text, 'RECURRENCE-ID'));
  return [
    line !== undefined && meant === event.occurrence ? line : `RECURRENCE-ID${timeValue(event.occurrence, base)}`,
  ];
}

/** The zones that lines name, and from when to when they are needed. */
function zonesIn(
  parts: readonly (readonly string[])[],
  events: readonly WrittenEvent[],
  others: readonly (readonly string[])[],
): Map<string, { fromMs: number; toMs: number }> {
  const zones = new Map<string, { fromMs: number; toMs: number }>();
  const add = (lines: readonly string[], fromMs: number, toMs: number): void => {
    for (const line of lines) {
      const tzid = /^[A-Za-z-]+(?:;[^:]*)?;TZID="?([^";:]+)/.exec(line)?.[1];
      if (tzid === undefined) continue;
      const known = zones.get(tzid);
      zones.set(tzid, { fromMs: Math.min(fromMs, known?.fromMs ?? fromMs), toMs: Math.max(toMs, known?.toMs ?? toMs) });
    }
  };
  for (const [index, lines] of parts.entries()) {
    const { startMs, endMs, untilMs } = events[index]!;
    add(lines, startMs, Math.max(endMs, Math.min(untilMs ?? endMs, startMs + ZONE_YEARS * 366 * DAY_MS)));
  }
  const [firstMs, lastMs] = [...events.map(({ startMs }) => startMs), Date.UTC(2020)].reduce(
    ([least, most], ms) => [Math.min(least, ms), Math.max(most, ms)] as const,
    [Date.UTC(2020), Date.UTC(2040)] as const,
  );
  for (const lines of others) add(lines, firstMs, lastMs);
  return zones;
}

function zoneLines(tzid: string, changes: readonly ZoneChange[]): string[] {
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${tzid}`,
    ...changes.flatMap(({ local, offsetBeforeSec, offsetAfterSec }) => {
      const kind = offsetAfterSec > offsetBeforeSec ? 'DAYLIGHT' : 'STANDARD';
      return [
        `BEGIN:${kind}`,
        `DTSTART:${local.replaceAll(/[-:]/g, '')}`,
        `TZOFFSETFROM:${offset(offsetBeforeSec)}`,
        `TZOFFSETTO:${offset(offsetAfterSec)}`,
        `END:${kind}`,
      ];
    }),
    'END:VTIMEZONE',
  ];
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
