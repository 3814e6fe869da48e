import type { CalendarEvent } from '#contract/calendar';
import type { EventRow } from '#db/queries/calendar';
import { type SeriesTime, lastMoment } from '#main/domain/recurrence/occurrences';
import { instantOf } from '#main/domain/time/zoned';
import { Refusal } from '../refusal.ts';

const LONGEST_YEARS = 10;

/** When an event is, as it was entered. */
export type EnteredTime = Pick<CalendarEvent, 'allDay' | 'startLocal' | 'endLocal' | 'zone'>;
/** The same as it is stored. */
export type StoredTime = EnteredTime & Pick<EventRow, 'startMs' | 'endMs'>;

/**
 * Checks an entered time and derives its instants. All-day events float; times are kept to the minute.
 *
 * @throws Refusal NO_SUCH_TIME, NO_SUCH_ZONE, ENDS_BEFORE_START, TOO_LONG
 */
export function storedTime({ allDay, startLocal, endLocal, zone }: EnteredTime): StoredTime {
  const start = normalised(startLocal, allDay, 'startLocal');
  const end = normalised(endLocal, allDay, 'endLocal');
  if (end <= start) throw new Refusal('ENDS_BEFORE_START', { field: 'endLocal' });
  if (end > yearsAfter(start, LONGEST_YEARS)) throw new Refusal('TOO_LONG', { field: 'endLocal' });
  const ownZone = allDay ? null : zone;
  const time = { allDay, startLocal: start, endLocal: end, zone: ownZone };
  try {
    return { ...time, ...instantsOf(time, 'UTC') };
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('NO_SUCH_ZONE', { field: 'zone' });
    throw error;
  }
}

/**
 * The stretch of time an event is for somebody in `userZone`.
 *
 * The clock may skip over its start (spring) so that its end, which stands, comes first: it then keeps its length.
 */
export function instantsOf(time: EnteredTime, userZone: string): { startMs: number; endMs: number } {
  const zone = time.zone ?? userZone;
  const startMs = instantOf(time.startLocal, zone);
  const endMs = instantOf(time.endLocal, zone);
  if (endMs > startMs) return { startMs, endMs };
  return { startMs, endMs: startMs + instantOf(time.endLocal, 'UTC') - instantOf(time.startLocal, 'UTC') };
}

export const timeOf = ({ allDay, startLocal, endLocal, zone }: EventRow): EnteredTime => ({
  allDay,
  startLocal,
  endLocal,
  zone,
});

/**
 * The moment no occurrence of an event ends after, as the database keeps it; null when it happens once.
 *
 * @throws Refusal NO_SUCH_RULE when its rule can't be read, or never happens
 */
export function untilOf(time: SeriesTime): number | null {
  if (time.recurrence === '') return null;
  try {
    const last = lastMoment(time);
    if (last !== null) return last;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new Refusal('NO_SUCH_RULE', { field: 'recurrence' });
}

/** Whether two stretches of time have a moment in common. */
export function overlap(one: { startMs: number; endMs: number }, other: { startMs: number; endMs: number }): boolean {
  return one.startMs < other.endMs && other.startMs < one.endMs;
}

function normalised(local: string, allDay: boolean, field: 'startLocal' | 'endLocal'): string {
  const whole = allDay ? local.slice(0, 10) : local.length === 10 ? `${local}T00:00` : local.slice(0, 16);
  try {
    instantOf(whole, 'UTC');
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('NO_SUCH_TIME', { field });
    throw error;
  }
  if (whole.startsWith('0000')) throw new Refusal('NO_SUCH_TIME', { field });
  return whole;
}

/** As text, which orders like time up to the year 9999; past that nothing is later. */
function yearsAfter(local: string, years: number): string {
  const year = Number(local.slice(0, 4)) + years;
  return year > 9999 ? '9999-12-31T24:00' : `${String(year).padStart(4, '0')}${local.slice(4)}`;
}
