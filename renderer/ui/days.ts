import type { Day } from '#contract/time';

/** Milliseconds at UTC midnight of a day; days are compared and moved there, where no clock is ever changed. */
export function dayToUtcMs(day: Day): number {
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number);
  const at = new Date(0);
  // setUTCFullYear, because Date.UTC reads the years 0 to 99 as 1900 to 1999.
  return at.setUTCFullYear(year, month - 1, date);
}

function utcMsToDay(ms: number): Day {
  const at = new Date(ms);
  const year = String(Math.min(Math.max(at.getUTCFullYear(), 1), 9999)).padStart(4, '0');
  return `${year}-${String(at.getUTCMonth() + 1).padStart(2, '0')}-${String(at.getUTCDate()).padStart(2, '0')}`;
}

/** The day of a year, month (1 to 12) and date, or undefined if the calendar has none (31 February). */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return undefined;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? utcMsToDay(at.getTime()) : undefined;
}

/** The day `count` days later (earlier if negative). */
export function addDays(day: Day, count: number): Day {
  return utcMsToDay(dayToUtcMs(day) + count * 86_400_000);
}

/** The same date `count` months later, or that month's last day where it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const at = new Date(dayToUtcMs(day));
  const date = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + count + 1, 0);
  at.setUTCDate(Math.min(date, at.getUTCDate()));
  return utcMsToDay(at.getTime());
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((dayToUtcMs(to) - dayToUtcMs(from)) / 86_400_000);
}

/** Weekday of a day, Monday 1 to Sunday 7 as in ISO 8601. */
export function weekdayOf(day: Day): number {
  return new Date(dayToUtcMs(day)).getUTCDay() || 7;
}

/** The six weeks that show a day's month, each starting on `firstWeekday` (1 Monday to 7 Sunday). */
export function monthWeeks(day: Day, firstWeekday: number): readonly (readonly Day[])[] {
  const first: Day = `${day.slice(0, 8)}01`;
  const start = addDays(first, -((weekdayOf(first) - firstWeekday + 7) % 7));
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => addDays(start, week * 7 + weekday)),
  );
}

/** The ISO 8601 number of the week a day lies in: weeks begin on Monday, and the first holds the year's first Thursday. */
export function weekNumber(day: Day): number {
  const thursday = addDays(day, 4 - weekdayOf(day));
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}
