import type { Day } from '#contract/time';
import { Temporal } from 'temporal-polyfill';

const DAY_MS = 86_400_000;

/** The wall-clock time of an instant, `YYYY-MM-DDTHH:mm`. */
export function localOf(instantMs: number, zone: string): string {
  const shifted = shiftedOf(instantMs, zone);
  if (shifted !== undefined) return new Date(shifted).toISOString().slice(0, 16);
  return zoned(instantMs, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The day an instant falls on. */
export function dayOf(instantMs: number, zone: string): Day {
  return localOf(instantMs, zone).slice(0, 10);
}

/** The instant of a wall-clock time; one the clock skips is shifted forward, of one it repeats the first is meant. */
export function instantOf(local: string, zone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** Minutes after midnight that the wall clock shows. */
export function wallMinute(instantMs: number, zone: string): number {
  const shifted = shiftedOf(instantMs, zone);
  if (shifted !== undefined) return Math.floor((((shifted % DAY_MS) + DAY_MS) % DAY_MS) / 60_000);
  const { hour, minute } = zoned(instantMs, zone);
  return hour * 60 + minute;
}

/** Moments between two others at which the clock is put forward or back. */
export function clockChanges(fromMs: number, toMs: number, zone: string): number[] {
  const changes: number[] = [];
  let next = zoned(fromMs, zone).getTimeZoneTransition('next');
  while (next !== null && next.epochMilliseconds < toMs) {
    changes.push(next.epochMilliseconds);
    next = next.getTimeZoneTransition('next');
  }
  return changes;
}

const starts = new Map<string, number>();

/** The instant at which a day begins. */
export function startOfDay(day: Day, zone: string): number {
  const key = `${day} ${zone}`;
  const kept = starts.get(key);
  if (kept !== undefined) return kept;
  if (starts.size > 5_000) starts.clear();
  const startMs = instantOf(`${day}T00:00`, zone);
  starts.set(key, startMs);
  return startMs;
}

/** Offsets from UTC by its days, and null for a day in which the clock is changed. */
const offsets = new Map<string, Map<number, number | null>>();

/**
 * An instant moved to where UTC shows its wall clock. A screen asks for hundreds of times at once: the zone is asked once a
 * day. Undefined near a change of the clock, and out where years have more than four digits.
 */
function shiftedOf(instantMs: number, zone: string): number | undefined {
  let ofZone = offsets.get(zone);
  if (!ofZone) offsets.set(zone, (ofZone = new Map<number, number | null>()));
  const utcDay = Math.floor(instantMs / DAY_MS);
  let offsetMs = ofZone.get(utcDay);
  if (offsetMs === undefined) {
    const atStart = offsetAt(utcDay * DAY_MS, zone);
    offsetMs = atStart === offsetAt((utcDay + 1) * DAY_MS, zone) ? atStart : null;
    if (ofZone.size > 5_000) ofZone.clear();
    ofZone.set(utcDay, offsetMs);
  }
  if (offsetMs === null || instantMs < -62_000_000_000_000 || instantMs > 253_000_000_000_000) return undefined;
  return Math.floor(instantMs + offsetMs);
}

const offsetAt = (instantMs: number, zone: string): number => zoned(instantMs, zone).offsetNanoseconds / 1_000_000;

function zoned(instantMs: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone);
}
