import { settle, type Clock } from './clocks.ts';
import { addMonths, DAY, dayOf, daysIn, nthWeekday, partsOf, periodOf, toLocal, wallOf, type Wall } from './wall.ts';

/** The parts of an RRULE (RFC 5545 section 3.3.10) that plain words can ask for. */
export interface Rule {
  readonly freq: 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY' | 'MINUTELY';
  readonly interval: number;
  /** Weekdays, Monday = 1; `nth` counts within the month or year, negative from its end. */
  readonly byDay?: readonly { readonly weekday: number; readonly nth?: number }[];
  readonly byMonthDay?: number;
  readonly byMonth?: number;
}

/** A recurrence as it was said. */
export interface Recurrence {
  readonly rule: Rule;
  readonly anchor: 'due' | 'completion';
  /** Times of the day; several make a BYHOUR. */
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
  const { rule, clocks } = recurrence;
  const until = recurrence.until ?? (start === undefined ? undefined : recurrence.forDuration?.(start));
  // An end beyond the calendar is no end.
  const last = until === undefined ? undefined : toLocal(until);
  const parts = [`FREQ=${rule.freq}`];
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`);
  if (rule.byMonth !== undefined) parts.push(`BYMONTH=${rule.byMonth}`);
  if (rule.byDay)
    parts.push(`BYDAY=${rule.byDay.map(({ weekday, nth }) => `${nth ?? ''}${DAY_CODES[weekday - 1]}`).join(',')}`);
  if (rule.byMonthDay !== undefined) parts.push(`BYMONTHDAY=${rule.byMonthDay}`);
  if (clocks.length > 1)
    parts.push(`BYHOUR=${clocks.map((clock) => Math.floor(settle(clock).seconds / 3600)).join(',')}`);
  if (recurrence.count !== undefined) parts.push(`COUNT=${recurrence.count}`);
  else if (last !== undefined) parts.push(`UNTIL=${last.slice(0, 10).replaceAll('-', '')}`);
  return parts.join(';');
}

/** The first day of a recurrence on or after a day; undefined when the next years hold none. */
export function firstDay(rule: Rule, from: Wall): Wall | undefined {
  const today = dayOf(from);
  const { year, month } = partsOf(today);
  const days = (rule.byDay ?? []).filter(({ nth }) => nth === undefined).map(({ weekday }) => weekday);
  if (rule.freq === 'WEEKLY' || rule.freq === 'DAILY') {
    if (days.length === 0) return today;
    return [0, 1, 2, 3, 4, 5, 6].map((ahead) => today + ahead * DAY).find((day) => days.includes(partsOf(day).weekday));
  }
  if (rule.freq === 'MONTHLY') {
    const inMonth = Array.from({ length: 13 }, (_, ahead) =>
      dayInMonth(rule, addMonths(wallOf(year, month, 1), ahead)),
    );
    return inMonth.find((day) => day !== undefined && day >= today);
  }
  if (rule.freq === 'YEARLY') {
    const inYear = Array.from({ length: 9 }, (_, ahead) => dayInYear(rule, year + ahead, today));
    return inYear.find((day) => day !== undefined && day >= today);
  }
  return undefined;
}

function dayInMonth(rule: Rule, month: Wall): Wall | undefined {
  const parts = partsOf(month);
  const length = daysIn(parts.year, parts.month);
  if (rule.byMonthDay !== undefined) {
    const day = rule.byMonthDay > 0 ? rule.byMonthDay : length + 1 + rule.byMonthDay;
    return day >= 1 && day <= length ? wallOf(parts.year, parts.month, day) : undefined;
  }
  const [first] = rule.byDay ?? [];
  if (!first) return partsOf(month).month === parts.month ? undefined : month;
  return nthWeekday(periodOf(month, 'month'), first.weekday, first.nth ?? 1);
}

function dayInYear(rule: Rule, year: number, today: Wall): Wall | undefined {
  const [first] = rule.byDay ?? [];
  if (first && rule.byMonth === undefined)
    return nthWeekday(periodOf(wallOf(year, 1, 1), 'year'), first.weekday, first.nth ?? 1);
  if (rule.byMonth !== undefined)
    return dayInMonth(
      first || rule.byMonthDay !== undefined ? rule : { ...rule, byMonthDay: 1 },
      wallOf(year, rule.byMonth, 1),
    );
  return today;
}
