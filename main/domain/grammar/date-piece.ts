import type { Period, Wall } from './wall.ts';
import { dayPeriod, daysIn, partsOf, periodOf, wallOf } from './wall.ts';

/** A date as it was said, before the words beside it (a time, a year, the other end of a range) are taken in. */
export interface DatePiece {
  readonly period: Period;
  /** Reads the same words in another year; absent when the year was said or does not matter. */
  readonly inYear?: (year: number) => Period | undefined;
  /** A lone weekday, which a full date beside it overrides. */
  readonly weekday?: number;
  /** The day that is meant when one has to be chosen: the last of "end of the month", the 15th of "mid march". */
  readonly oneDay?: Wall;
  /** The whole days of a stretch that begins or ends within a day: the weekend from Friday evening has two. */
  readonly days?: { readonly start: Wall; readonly end: Wall };
}

/** A date of the calendar; undefined when there is none such. */
export function exactDay(year: number, month: number, day: number): Period | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return dayPeriod(wallOf(year, month, day));
}

/**
 * A date said without its year: the first one that ends after now. Undefined when neither this year nor the next has
 * it ("31 June"; the 29th of February when no leap year is near).
 */
export function upcoming(now: Wall, inYear: (year: number) => Period | undefined): DatePiece | undefined {
  const { year } = partsOf(now);
  const here = inYear(year);
  const period = here && here.end > now ? here : inYear(year + 1);
  return period && { period, inYear };
}

/** Two digits of a year: 70 to 99 are the last century's. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

/** A whole month of a year. */
export function monthOf(year: number, month: number): Period {
  return periodOf(wallOf(year, month, 1), 'month');
}
