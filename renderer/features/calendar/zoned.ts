import type { Day } from '#contract/time';
import { Temporal } from 'temporal-polyfill';

/** The wall-clock time of an instant, `YYYY-MM-DDTHH:mm`. */
export function localOf(instantMs: number, zone: string): string {
  return zoned(instantMs, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The day an instant falls on. */
export function dayOf(instantMs: number, zone: string): Day {
  return zoned(instantMs, zone).toPlainDate().toString();
}

/** The instant of a wall-clock time; one the clock skips is shifted forward, of one it repeats the first is meant. */
export function instantOf(local: string, zone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** Minutes after midnight that the wall clock shows. */
export function wallMinute(instantMs: number, zone: string): number {
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

function zoned(instantMs: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone);
}
