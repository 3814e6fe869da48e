import { Temporal } from 'temporal-polyfill';
import type { Rule } from './rule-text.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const SIMPLE = new Set(['FREQ', 'INTERVAL', 'COUNT', 'WKST']);

/**
 * Gives the wall-clock times of the rules nearly everybody's calendar is made of (every so many days, or weeks on some
 * weekdays) without the engine, which takes a millisecond or more for each series.
 *
 * @param walk.sinceMs nothing before it is wanted (a wall-clock time as if in UTC); `visit` is asked for more until it says no
 * @returns false when the rule says more than that: nothing was given
 */
export function walkSimpleRule(
  rule: Rule,
  walk: {
    readonly start: Temporal.PlainDateTime;
    readonly until: Temporal.PlainDateTime | null;
    readonly sinceMs: number;
    visit(wall: Temporal.PlainDateTime): boolean;
  },
): boolean {
  const weekdays = rule.parts.get('BYDAY');
  const isWeekly = rule.frequency === 'WEEKLY';
  if (!isWeekly && rule.frequency !== 'DAILY') return false;
  if (weekdays !== undefined && (!isWeekly || /\d/.test(weekdays))) return false;
  for (const name of rule.parts.keys()) if (!SIMPLE.has(name) && name !== 'BYDAY') return false;

  const startMs = wallMs(walk.start);
  const startDay = Math.floor(startMs / DAY_MS);
  const time = startMs - startDay * DAY_MS;
  const untilMs = walk.until === null ? Number.POSITIVE_INFINITY : wallMs(walk.until);
  const period = (isWeekly ? 7 : 1) * rule.interval;
  const wkst = WEEKDAYS.indexOf(rule.parts.get('WKST') ?? 'MO');
  // 1 January 1970 was a Thursday.
  const fromWeekStart = (day: number): number => (((day + 3 - wkst) % 7) + 7) % 7;
  const first = isWeekly ? startDay - fromWeekStart(startDay) : startDay;
  const offsets = !isWeekly
    ? [0]
    : weekdays === undefined
      ? [fromWeekStart(startDay)]
      : [...new Set(weekdays.split(',').map((code) => (WEEKDAYS.indexOf(code) - wkst + 7) % 7))].toSorted(
          (a, b) => a - b,
        );
  let left = Number(rule.parts.get('COUNT') ?? Number.POSITIVE_INFINITY);
  // A rule that is counted is counted from its start.
  const skipped = rule.hasCount ? 0 : Math.max(0, Math.floor((Math.floor(walk.sinceMs / DAY_MS) - first) / period) - 1);
  for (let base = first + skipped * period; ; base += period)
    for (const offset of offsets) {
      const ms = (base + offset) * DAY_MS + time;
      if (ms < startMs) continue;
      if (ms > untilMs || left === 0) return true;
      left -= 1;
      const date = new Date(ms);
      if (Number.isNaN(date.getTime())) return true;
      const wall = Temporal.PlainDateTime.from({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: walk.start.hour,
        minute: walk.start.minute,
        second: walk.start.second,
      });
      if (!walk.visit(wall)) return true;
    }
}

const wallMs = (wall: Temporal.PlainDateTime): number => wall.toZonedDateTime('UTC').epochMilliseconds;
