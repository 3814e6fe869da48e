import type { Temporal } from 'temporal-polyfill';
import type { Rule } from './rule-text.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const SIMPLE = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY']);
/** Past it the engine says where a calendar ends. */
const LAST_YEAR = 9999;

interface Walk {
  readonly start: Temporal.PlainDateTime;
  readonly until: Temporal.PlainDateTime | null;
  /** Nothing before it is wanted (a wall-clock time as if in UTC). */
  readonly sinceMs: number;
  /** Takes a wall-clock time as if in UTC; is asked for more until it says no. */
  visit(wallMs: number): boolean;
}

/**
 * Gives the wall-clock times of the rules nearly everybody's calendar is made of (every so many days, weeks on some weekdays,
 * months on the day or on "the second Tuesday", years) without the engine, which takes a millisecond or more for each series.
 *
 * @returns false when the rule says more than that: nothing was given
 */
export function walkSimpleRule(rule: Rule, walk: Walk): boolean {
  for (const name of rule.parts.keys()) if (!SIMPLE.has(name)) return false;
  const weekdays = rule.parts.get('BYDAY');
  const days = daysOf(rule, weekdays, walk);
  if (days === null) return false;
  const startMs = wallMs(walk.start);
  const time = startMs - Math.floor(startMs / DAY_MS) * DAY_MS;
  const untilMs = walk.until === null ? Number.POSITIVE_INFINITY : wallMs(walk.until);
  let left = Number(rule.parts.get('COUNT') ?? Number.POSITIVE_INFINITY);
  for (const day of days) {
    const ms = day * DAY_MS + time;
    if (ms < startMs) continue;
    if (ms > untilMs || left === 0 || Number.isNaN(new Date(ms).getTime())) return true;
    left -= 1;
    if (!walk.visit(ms)) return true;
  }
  return true;
}

/** The days of a rule in order, without an end, as whole days since 1970; null when the rule says more. */
function daysOf(rule: Rule, weekdays: string | undefined, { start, sinceMs }: Walk): Iterable<number> | null {
  const startDay = Math.floor(wallMs(start) / DAY_MS);
  // A rule that is counted is counted from its start.
  const since = rule.hasCount ? startDay : Math.max(startDay, Math.floor(Math.max(sinceMs, -8.64e15) / DAY_MS));
  switch (rule.frequency) {
    case 'DAILY':
      return weekdays === undefined ? daysApart(startDay, rule.interval, [0], since) : null;
    case 'WEEKLY': {
      if (weekdays !== undefined && /\d/.test(weekdays)) return null;
      const wkst = WEEKDAYS.indexOf(rule.parts.get('WKST') ?? 'MO');
      const own = (((startDay + 3 - wkst) % 7) + 7) % 7;
      const offsets =
        weekdays === undefined ? [own] : weekdays.split(',').map((code) => (WEEKDAYS.indexOf(code) - wkst + 7) % 7);
      return daysApart(
        startDay - own,
        7 * rule.interval,
        [...new Set(offsets)].toSorted((a, b) => a - b),
        since,
      );
    }
    case 'MONTHLY': {
      const nth = weekdays === undefined ? null : /^([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)$/.exec(weekdays);
      if ((weekdays !== undefined && !nth) || !isNear(start)) return null;
      const dayIn = nth
        ? (month: number): number | null => nthWeekday(month, Number(nth[1]), WEEKDAYS.indexOf(nth[2]!))
        : (month: number): number | null => dayOfMonth(month, start.day);
      return daysOfMonths(start, rule.interval, since, dayIn);
    }
    case 'YEARLY':
      if (weekdays !== undefined || !isNear(start)) return null;
      return daysOfMonths(start, 12 * rule.interval, since, (month) => dayOfMonth(month, start.day));
    default:
      return null;
  }
}

const isNear = ({ year }: Temporal.PlainDateTime): boolean => year >= 1000 && year <= LAST_YEAR;

function* daysApart(first: number, period: number, offsets: readonly number[], since: number): Generator<number> {
  const skipped = Math.max(0, Math.floor((since - first) / period) - 1);
  for (let base = first + skipped * period; ; base += period) for (const offset of offsets) yield base + offset;
}

/** @param dayIn the day in a month (counted from year 0); null when it has none */
function* daysOfMonths(
  { year, month }: Temporal.PlainDateTime,
  interval: number,
  since: number,
  dayIn: (month: number) => number | null,
): Generator<number> {
  const first = year * 12 + month - 1;
  const sinceDate = new Date(since * DAY_MS);
  const sinceMonth = sinceDate.getUTCFullYear() * 12 + sinceDate.getUTCMonth();
  const skipped = Math.max(0, Math.floor((sinceMonth - first) / interval) - 1);
  for (let at = first + skipped * interval; at < (LAST_YEAR + 1) * 12; at += interval) {
    const day = dayIn(at);
    if (day !== null) yield day;
  }
}

const firstOfMonth = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY_MS;

function dayOfMonth(month: number, day: number): number | null {
  const found = firstOfMonth(month) + day - 1;
  return found < firstOfMonth(month + 1) ? found : null;
}

/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

function nthWeekday(month: number, nth: number, weekday: number): number | null {
  const [first, after] = [firstOfMonth(month), firstOfMonth(month + 1)];
  const found =
    nth > 0
      ? first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1)
      : after - 1 - ((weekdayOf(after - 1) - weekday + 7) % 7) + 7 * (nth + 1);
  return found >= first && found < after ? found : null;
}

const wallMs = (wall: Temporal.PlainDateTime): number => Date.parse(`${wall.toString({ smallestUnit: 'second' })}Z`);
