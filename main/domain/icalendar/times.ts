import { Temporal } from 'temporal-polyfill';
import { type ContentLine, basicTime, isoTime } from '../recurrence/series-lines.ts';
import { localOf } from '../time/zoned.ts';
import type { ZoneOf } from './file-zones.ts';

/** A DATE or DATE-TIME value. */
export interface ReadTime {
  /** `YYYY-MM-DDTHH:mm`, or a day. */
  readonly local: string;
  readonly isDay: boolean;
  /** Null floats. */
  readonly zone: string | null;
  /** The name of a zone nobody knows; the time floats then. */
  readonly unknownZone?: string;
}

/** @returns undefined when it is no time of the calendar */
export function readTime(line: ContentLine, zoneOf: ZoneOf): ReadTime | undefined {
  const iso = isoTime(line.value.split(',')[0] ?? '');
  if (iso === null || !isReal(iso)) return undefined;
  if (!iso.includes('T')) return { local: iso, isDay: true, zone: null };
  const local = iso.slice(0, 16);
  if (iso.endsWith('Z')) return { local, isDay: false, zone: 'UTC' };
  const tzid = line.parameters.get('TZID')?.trim();
  if (tzid === undefined || tzid === '') return { local, isDay: false, zone: null };
  const zone = zoneOf(tzid);
  return zone === null ? { local, isDay: false, zone, unknownZone: tzid } : { local, isDay: false, zone };
}

function isReal(iso: string): boolean {
  try {
    Temporal.PlainDateTime.from(iso.replace('Z', ''));
    return !iso.startsWith('0000');
  } catch {
    return false;
  }
}

/** A DURATION value in whole minutes of the wall clock; undefined when it is none. */
export function readDurationMin(value: string): number | undefined {
  // Most have none, and an exception for each of ten thousand is half the time of reading them.
  if (!/^\s*[+-]?P/i.test(value)) return undefined;
  try {
    return Math.round(
      Temporal.Duration.from(value.trim().toUpperCase()).total({ unit: 'minute', relativeTo: '2026-01-01T00:00[UTC]' }),
    );
  } catch {
    return undefined;
  }
}

/** A time on the wall clock of another zone, or as it is where one of them floats. */
export function inZone(time: ReadTime, zone: string | null): string {
  if (time.isDay || time.zone === null || zone === null || time.zone === zone) return time.local;
  return localOf(instant(time.local, time.zone), zone).slice(0, 16);
}

function instant(local: string, zone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** What follows the name of a property that holds a time: `;TZID=Europe/Vienna:20261123T093000`. */
export function timeValue(local: string, { allDay, zone }: { allDay: boolean; zone: string | null }): string {
  if (allDay) return `;VALUE=DATE:${basicTime(local.slice(0, 10))}`;
  if (zone === null) return `:${basicTime(local)}`;
  return zone === 'UTC' ? `:${basicTime(local)}Z` : `;TZID=${zone}:${basicTime(local)}`;
}
