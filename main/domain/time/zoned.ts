import type { Day, Grain, When } from '#contract/time';
import { Temporal } from 'temporal-polyfill';
import { instantOfWall } from './zone-offsets.ts';

const DAY_MS = 86_400_000;

/**
 * The instant of a wall-clock time in a zone.
 *
 * A time inside a daylight-saving gap is shifted forward by the gap; of a time that happens twice the first is meant
 * (RFC 5545 section 3.3.5).
 *
 * @param local `YYYY-MM-DDTHH:mm[:ss]`
 * @param zone IANA name
 * @returns epoch milliseconds
 * @throws RangeError when the text is no such time or the zone is unknown
 */
export function instantOf(local: string, zone: string): number {
  const wallMs = wallMsOf(local);
  if (wallMs !== null) return instantOfWall(wallMs, zone);
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/**
 * A wall-clock time as if in UTC, read without a Temporal object: calendars ask it for thousands of times.
 *
 * @returns null when the text is another kind of time, or none: Temporal says which
 */
export function wallMsOf(local: string): number | null {
  const match = /^([1-9]\d{3})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(local);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((digits) => Number(digits ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(ms);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? ms : null;
}

/** The wall-clock time of an instant in a zone, `YYYY-MM-DDTHH:mm:ss`. */
export function localOf(instantMs: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instantMs)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' });
}

/**
 * What day it is for a person whose day begins at `dayStartMin` (minutes after midnight): at 02:00 with a day start of
 * 05:00 it is still yesterday.
 */
export function logicalDay(instantMs: number, zone: string, dayStartMin = 0): Day {
  const local = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone).toPlainDateTime();
  return local.subtract({ minutes: dayStartMin }).toPlainDate().toString();
}

/** The first and the (exclusive) last instant of a logical day, in epoch milliseconds. 23 to 25 hours long. */
export function dayBounds(day: Day, zone: string, dayStartMin = 0): { startMs: number; endMs: number } {
  // By plain numbers where the zone allows it: a streak asks for thousands of days.
  const midnightMs = wallMsOf(day);
  if (midnightMs !== null) {
    const wallMs = midnightMs + dayStartMin * 60_000;
    const [startMs, endMs] = [instantOfWall(wallMs, zone), instantOfWall(wallMs + DAY_MS, zone)];
    if (startMs !== null && endMs !== null) return { startMs, endMs };
  }
  const start = Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes: dayStartMin });
  const ends = start.add({ days: 1 });
  return {
    startMs: start.toZonedDateTime(zone).epochMilliseconds,
    endMs: ends.toZonedDateTime(zone).epochMilliseconds,
  };
}

/** `day` moved by whole days. */
export function addDays(day: Day, days: number): Day {
  const midnightMs = wallMsOf(day);
  const moved = midnightMs === null ? Number.NaN : new Date(midnightMs + days * DAY_MS).getUTCFullYear();
  if (moved >= 1 && moved <= 9_999 && Number.isInteger(days))
    return new Date(midnightMs! + days * DAY_MS).toISOString().slice(0, 10);
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The {@link When} of a wall-clock time. */
export function whenOf(local: string, zone: string, grain: Grain): When {
  const instant = Temporal.Instant.fromEpochMilliseconds(instantOf(local, zone));
  return {
    local: Temporal.PlainDateTime.from(local).toString({ smallestUnit: 'second' }),
    zone,
    instant: instant.toString({ smallestUnit: 'second' }),
    grain,
  };
}
