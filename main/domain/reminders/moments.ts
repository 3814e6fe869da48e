import { addDays, instantOf } from '../time/zoned.ts';

const DAY_MIN = 1_440;

/** A wall-clock time, or a day without one. */
export interface ThingTime {
  /** `YYYY-MM-DDTHH:mm` or `YYYY-MM-DD` */
  readonly local: string;
  readonly zone: string;
}

/**
 * The instant so many minutes before a thing. Whole days go by the calendar (a day before 14:00 is 14:00, also when the clocks
 * are set in between, RFC 5545 section 3.3.6), the rest is exact. A day without a time counts from `allDayTime` of it.
 *
 * @param allDayTime `HH:mm`
 */
export function momentBefore({ local, zone }: ThingTime, offsetMin: number, allDayTime: string): number {
  const day = local.slice(0, 10);
  const time = local.length === 10 ? allDayTime : local.slice(11, 16);
  const days = Math.floor(offsetMin / DAY_MIN);
  return momentOf(`${addDays(day, -days)}T${time}`, zone) - (offsetMin - days * DAY_MIN) * 60_000;
}

/** The instant of a wall-clock time; `24:00` ends its day. */
export function momentOf(local: string, zone: string): number {
  return local.endsWith('T24:00')
    ? instantOf(`${addDays(local.slice(0, 10), 1)}T00:00`, zone)
    : instantOf(local.slice(0, 16), zone);
}

/** Hours in which nothing is to disturb; `to` may lie on the next day. */
export interface QuietHours {
  /** `HH:mm` */
  readonly from: string;
  readonly to: string;
}

/** When the quiet that holds at a moment ends; null when none holds. */
export function quietUntil(quiet: QuietHours | null, nowMs: number, nowLocal: string, zone: string): number | null {
  if (quiet === null || quiet.from === quiet.to) return null;
  const time = nowLocal.slice(11, 16);
  const day = nowLocal.slice(0, 10);
  const isOverMidnight = quiet.from > quiet.to;
  const isQuiet = isOverMidnight ? time >= quiet.from || time < quiet.to : time >= quiet.from && time < quiet.to;
  if (!isQuiet) return null;
  const endDay = isOverMidnight && time >= quiet.from ? addDays(day, 1) : day;
  const endMs = momentOf(`${endDay}T${quiet.to}`, zone);
  // Where the clock is set back the end may lie behind: it is over.
  return endMs > nowMs ? endMs : null;
}
