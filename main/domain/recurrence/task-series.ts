import type { Day } from '#contract/time';
import { type ReadSeries, readSeries } from './expand.ts';
import { readRule } from './read-rule.ts';

/** What says when a repeating task comes again. */
export interface TaskSeries {
  /** An RRULE value; a task has days, so that its parts of hours and less say nothing. */
  readonly rule: string;
  /** Counted from the day it is due, or from the day it was done. */
  readonly anchor: 'due' | 'completion';
  /** The day the rule is counted from. */
  readonly start: Day;
  /** Days that were taken out. */
  readonly except: readonly Day[];
}

const DAY_MS = 86_400_000;

const keyOf = (day: Day): number => Date.parse(day);
const dayOf = (key: number): Day => new Date(key).toISOString().slice(0, 10);

function read({ rule, start, except }: Omit<TaskSeries, 'anchor'>): ReadSeries {
  return readSeries({ dtstart: start, zone: null, allDay: true, rrule: rule, exdates: except });
}

/**
 * Days of a series from one of them on, in order.
 *
 * @throws RangeError in words when the rule can't be read
 */
export function daysFrom(series: TaskSeries, from: Day, limit: number, to?: Day): Day[] {
  const toKey = to === undefined ? Number.POSITIVE_INFINITY : keyOf(to);
  return read(series).keysBetween(keyOf(from), toKey, limit).map(dayOf);
}

/** The first day of a series; undefined when its rule never happens. @throws RangeError in words when the rule can't be read */
export const firstDay = (series: TaskSeries): Day | undefined => daysFrom(series, series.start, 1)[0];

/** The first day after another one that is not before a third. */
export function dayAfter(series: TaskSeries, after: Day, notBefore: Day): Day | undefined {
  const from = dayOf(Math.max(keyOf(after) + DAY_MS, keyOf(notBefore)));
  return daysFrom(series, from, 1)[0];
}

/** A rule and the day it is counted from, as they are for the occurrence that comes next. */
export interface NextTime {
  readonly day: Day;
  readonly rule: string;
  readonly start: Day;
}

/**
 * When a task comes again that was due on one day and done on another. Counted from when it was due it comes on the first day of
 * its rule that is not over; counted from when it was done a month later is the last day of a shorter month, not none.
 *
 * @returns null when it was the last time
 */
export function nextTime(series: TaskSeries, occurrence: Day, doneDay: Day): NextTime | null {
  if (series.anchor === 'due') {
    const day = dayAfter(series, occurrence, doneDay);
    return day === undefined ? null : { day, rule: series.rule, start: series.start };
  }
  const left = readRule(series.rule).count;
  if (left !== null && left <= 1) return null;
  const rule = left === null ? series.rule : series.rule.replace(/COUNT=\d+/i, `COUNT=${left - 1}`);
  const asked = withoutCount(series.rule);
  const clamped = /RSCALE=/i.test(asked) ? asked : `RSCALE=GREGORIAN;SKIP=BACKWARD;${asked}`;
  const day = dayAfter({ ...series, rule: clamped, start: doneDay }, doneDay, doneDay);
  return day === undefined ? null : { day, rule, start: day };
}

const withoutCount = (rule: string): string =>
  rule
    .split(';')
    .filter((part) => !/^COUNT=/i.test(part))
    .join(';');

/** The days of a series after its last one that have come by now, in order: the ones nobody did. */
export function missedDays(series: TaskSeries, occurrence: Day, today: Day, limit: number): Day[] {
  if (series.anchor === 'completion') return [];
  return daysFrom(series, dayOf(keyOf(occurrence) + DAY_MS), limit, today);
}

/** A day as far from another one as it was from a third. */
export function alongWith(day: Day, from: Day, to: Day): Day {
  return dayOf(keyOf(day) + keyOf(to) - keyOf(from));
}
