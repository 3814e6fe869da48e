import { addDays, dayBounds, instantOf } from '#main/domain/time/zoned';

/** The moment samples are loaded at, as the user's calendar has it. */
export interface SampleFrame {
  readonly today: string;
  readonly zone: string;
  readonly nowMs: number;
  readonly dayStartMin: number;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * A day seen from today: so many days away, the n-th day from Monday to Friday after it (before it when negative), or a
 * weekday of a week counted from this one, or this date in an earlier year.
 */
export type SampleDay =
  | number
  | { readonly workday: number }
  | { readonly weekday: (typeof WEEKDAYS)[number]; readonly week: number }
  | { readonly yearsAgo: number };

/** @returns `YYYY-MM-DD` */
export function dayOf(day: SampleDay, today: string): string {
  if (typeof day === 'number') return addDays(today, day);
  if ('weekday' in day) return addDays(today, WEEKDAYS.indexOf(day.weekday) - weekdayNumber(today) + 7 * day.week);
  if ('yearsAgo' in day) return sameDateBefore(today, day.yearsAgo);
  const step = Math.sign(day.workday);
  let found = today;
  for (let left = Math.abs(day.workday); left > 0;) {
    found = addDays(found, step);
    if (weekdayNumber(found) < 5) left -= 1;
  }
  return found;
}

/** The instant of a time of day; one that lies ahead is brought back to just now, but not out of today. */
export function pastInstant(day: SampleDay, time: string, { today, zone, nowMs, dayStartMin }: SampleFrame): number {
  const { startMs } = dayBounds(today, zone, dayStartMin);
  const latestMs = Math.max(nowMs - 60_000, startMs);
  return Math.min(instantOf(`${dayOf(day, today)}T${time}`, zone), latestMs);
}

/**
 * Puts days into a text: `{day+3}` is the weekday three days after `day` ("Friday"), `{date-2}` the date two days before
 * it ("3 December").
 */
export function withDays(text: string, day: string): string {
  return text.replace(/\{(day|date)([+-]\d+)\}/g, (_, kind: string, offset: string) => {
    const moment = new Date(`${addDays(day, Number(offset))}T12:00:00Z`);
    const words = kind === 'day' ? ({ weekday: 'long' } as const) : ({ day: 'numeric', month: 'long' } as const);
    return moment.toLocaleDateString('en-GB', { ...words, timeZone: 'UTC' });
  });
}

/** 29 February becomes the 28th. */
function sameDateBefore(day: string, years: number): string {
  const date = day.slice(4) === '-02-29' ? '-02-28' : day.slice(4);
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${date}`;
}

/** 0 is Monday. */
function weekdayNumber(day: string): number {
  return (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
}
