import type { Unit } from './lexicon.ts';

/**
 * A wall-clock time as milliseconds since 1970-01-01T00:00:00 on that clock, without a zone. Plain integer arithmetic:
 * reading a sentence tries many dates, and Temporal objects for each would cost more than the whole budget.
 */
export type Wall = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A stretch of wall-clock time; `end` is exclusive. `isSpan` when more than one unit was said ("next 3 days"). */
export interface Period {
  readonly start: Wall;
  readonly end: Wall;
  readonly grain: Unit;
  readonly isSpan: boolean;
}

/** The calendar date of a wall-clock time. `month` counts from 1, `weekday` from Monday = 1. */
export function partsOf(wall: Wall): { year: number; month: number; day: number; weekday: number } {
  const date = new Date(wall);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() || 7,
  };
}

/** Midnight of a date; months and days beyond their range run over into the next, as in `Date.UTC`. */
export function wallOf(year: number, month: number, day: number): Wall {
  // Date.UTC takes 0..99 for 1900..1999.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

/** How many days a month has. */
export function daysIn(year: number, month: number): number {
  return partsOf(wallOf(year, month + 1, 0)).day;
}

/** Midnight of the day a wall-clock time lies in. */
export function dayOf(wall: Wall): Wall {
  return Math.floor(wall / DAY) * DAY;
}

/** Moves by whole months; a day the month lacks becomes its last one. */
export function addMonths(wall: Wall, months: number): Wall {
  const { year, month, day } = partsOf(wall);
  const first = partsOf(wallOf(year, month + months, 1));
  return wallOf(first.year, first.month, Math.min(day, daysIn(first.year, first.month))) + (wall - dayOf(wall));
}

/** Moves by `count` units. */
function addUnits(wall: Wall, count: number, unit: Unit): Wall {
  switch (unit) {
    case 'second':
      return wall + count * SECOND;
    case 'minute':
      return wall + count * MINUTE;
    case 'hour':
      return wall + count * HOUR;
    case 'day':
      return wall + count * DAY;
    case 'week':
      return wall + count * 7 * DAY;
    case 'month':
      return addMonths(wall, count);
    case 'quarter':
      return addMonths(wall, count * 3);
    case 'year':
      return addMonths(wall, count * 12);
  }
}

/** The beginning of the unit a wall-clock time lies in; weeks begin on Monday. */
export function floorTo(wall: Wall, unit: Unit): Wall {
  const { year, month, weekday } = partsOf(wall);
  switch (unit) {
    case 'second':
      return Math.floor(wall / SECOND) * SECOND;
    case 'minute':
      return Math.floor(wall / MINUTE) * MINUTE;
    case 'hour':
      return Math.floor(wall / HOUR) * HOUR;
    case 'day':
      return dayOf(wall);
    case 'week':
      return dayOf(wall) - (weekday - 1) * DAY;
    case 'month':
      return wallOf(year, month, 1);
    case 'quarter':
      return wallOf(year, month - ((month - 1) % 3), 1);
    case 'year':
      return wallOf(year, 1, 1);
  }
}

/** The whole unit that lies `offset` units from the one `wall` is in, or `count` of them from there on. */
export function periodOf(wall: Wall, unit: Unit, offset = 0, count = 1): Period {
  const start = addUnits(floorTo(wall, unit), offset, unit);
  return { start, end: addUnits(start, count, unit), grain: unit, isSpan: count !== 1 };
}

/** A single day. */
export function dayPeriod(start: Wall): Period {
  return { start, end: start + DAY, grain: 'day', isSpan: false };
}

/** The nth weekday of a period; negative counts from its end. Undefined when the period has no such day. */
export function nthWeekday(period: Period, weekday: number, nth: number): Wall | undefined {
  const first = period.start + ((weekday - partsOf(period.start).weekday + 7) % 7) * DAY;
  const lastDay = period.end - DAY;
  const last = lastDay - ((partsOf(lastDay).weekday - weekday + 7) % 7) * DAY;
  const found = nth > 0 ? first + (nth - 1) * 7 * DAY : last + (nth + 1) * 7 * DAY;
  return found >= period.start && found < period.end ? found : undefined;
}

/** `YYYY-MM-DDTHH:mm:ss`; undefined outside the years 1 to 9999, which no item may carry. */
export function toLocal(wall: Wall): string | undefined {
  if (!(wall >= wallOf(1, 1, 1) && wall < wallOf(10_000, 1, 1))) return undefined;
  return new Date(wall).toISOString().slice(0, 19);
}

/** The wall-clock time written as `YYYY-MM-DDTHH:mm:ss`. */
export function fromLocal(local: string): Wall {
  return Date.parse(`${local}Z`);
}
