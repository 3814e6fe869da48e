import type { Clock } from './clocks.ts';
import { settle } from './clocks.ts';
import { DAY, dayOf, daysIn, partsOf, toLocal, wallOf, type Wall } from './wall.ts';

/** The parts of an RRULE (RFC 5545 section 3.3.10) that plain words can ask for. */
export interface Rule {
  readonly freq: 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY' | 'MINUTELY';
  readonly interval: number;
  /** Weekdays, Monday = 1; `nth` counts within the month or year, negative from its end. */
  readonly byDay?: readonly { readonly weekday: number; readonly nth?: number }[];
  readonly byMonthDay?: readonly number[];
  readonly byMonth?: readonly number[];
  /** Which of the weekdays of a month are meant: -1 with Monday to Friday is its last working day. */
  readonly bySetPos?: readonly number[];
}

/** A recurrence as it was said. */
export interface Recurrence {
  readonly rule: Rule;
  readonly anchor: 'due' | 'completion';
  /** Times of the day, all at the same minute; several make a BYHOUR. */
  readonly clocks: readonly Clock[];
  /** The hour a part of the day stands for ("every morning"). */
  readonly atHour?: number;
  /** The day it begins, when that was said. */
  readonly starts?: Wall;
  /** The last day, when that was said. */
  readonly until?: Wall;
  readonly forDuration?: (start: Wall) => Wall;
  readonly count?: number;
}

const DAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The RRULE value of a recurrence that begins on a day. */
export function rruleOf(recurrence: Recurrence, start: Wall | undefined): string {
  const { rule } = recurrence;
  const until = recurrence.until ?? (start === undefined ? undefined : recurrence.forDuration?.(start));
  // An end beyond the calendar is no end.
  const last = until === undefined ? undefined : toLocal(until);
  const hours = hoursOf(recurrence);
  const parts = [`FREQ=${rule.freq}`];
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`);
  if (rule.byMonth) parts.push(`BYMONTH=${rule.byMonth.join(',')}`);
  if (rule.byDay)
    parts.push(`BYDAY=${rule.byDay.map(({ weekday, nth }) => `${nth ?? ''}${DAY_CODES[weekday - 1]}`).join(',')}`);
  if (rule.byMonthDay) parts.push(`BYMONTHDAY=${rule.byMonthDay.join(',')}`);
  if (rule.bySetPos) parts.push(`BYSETPOS=${rule.bySetPos.join(',')}`);
  if (hours.length > 1) parts.push(`BYHOUR=${hours.join(',')}`);
  if (recurrence.count !== undefined) parts.push(`COUNT=${recurrence.count}`);
  else if (last !== undefined) parts.push(`UNTIL=${last.slice(0, 10).replaceAll('-', '')}`);
  return parts.join(';');
}

/** The times of the day in seconds, ascending and each once. */
export function secondsOf({ clocks }: Pick<Recurrence, 'clocks'>): readonly number[] {
  return [...new Set(clocks.map((clock) => settle(clock).seconds))].sort((one, other) => one - other);
}

function hoursOf(recurrence: Recurrence): readonly number[] {
  return [...new Set(secondsOf(recurrence).map((seconds) => Math.floor(seconds / 3600)))];
}

/** How far ahead a first day is looked for: leap days are up to eight years apart. */
const HORIZON_DAYS = 9 * 366;

/** The first day of a recurrence on or after a day; undefined when the next years hold none. */
export function firstDay(rule: Rule, from: Wall): Wall | undefined {
  if (rule.freq === 'HOURLY' || rule.freq === 'MINUTELY') return undefined;
  const today = dayOf(from);
  for (let ahead = 0; ahead < HORIZON_DAYS; ahead += 1)
    if (isDayOf(rule, today + ahead * DAY, today)) return today + ahead * DAY;
  return undefined;
}

function isDayOf(rule: Rule, day: Wall, today: Wall): boolean {
  const { year, month, day: date } = partsOf(day);
  if (rule.byMonth && !rule.byMonth.includes(month)) return false;
  if (rule.byMonthDay && !rule.byMonthDay.some((one) => one === date || one === date - daysIn(year, month) - 1))
    return false;
  if (rule.byDay && !isWeekdayOf(rule, day)) return false;
  if (rule.bySetPos && !isAtPosition(rule, day, rule.bySetPos)) return false;
  if (rule.byDay || rule.byMonthDay) return true;
  // "every january" without a day begins with the month, everything else today.
  return rule.byMonth ? date === 1 : day === today;
}

function isWeekdayOf({ byDay = [], freq, byMonth }: Rule, day: Wall): boolean {
  const { year, month, weekday } = partsOf(day);
  const isYear = freq === 'YEARLY' && byMonth === undefined;
  const first = isYear ? wallOf(year, 1, 1) : wallOf(year, month, 1);
  const end = isYear ? wallOf(year + 1, 1, 1) : wallOf(year, month + 1, 1);
  const [fromStart, fromEnd] = [Math.floor((day - first) / (7 * DAY)) + 1, -Math.ceil((end - day) / (7 * DAY))];
  return byDay.some(
    (one) => one.weekday === weekday && (one.nth === undefined || one.nth === fromStart || one.nth === fromEnd),
  );
}

function isAtPosition(rule: Rule, day: Wall, positions: readonly number[]): boolean {
  const { year, month, day: date } = partsOf(day);
  const days = Array.from({ length: daysIn(year, month) }, (_, index) => index + 1).filter((one) =>
    isWeekdayOf(rule, wallOf(year, month, one)),
  );
  const at = days.indexOf(date);
  return positions.some((position) => (position > 0 ? position - 1 : days.length + position) === at);
}
