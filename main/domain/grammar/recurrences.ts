import type { Clock } from './clocks.ts';
import { readBareHour, readClock } from './clocks.ts';
import { addDuration, readDuration } from './durations.ts';
import { readDate, readMoment } from './moments.ts';
import { readMonthDayNumber } from './named-dates.ts';
import { readCount, readOrdinal } from './quantities.ts';
import { firstOf, isA, isGlued, skip, wordAt, type Found, type Parser, type Scan } from './scan.ts';
import type { Recurrence, Rule } from './rules.ts';
import { DAY, partsOf } from './wall.ts';

const WORKDAYS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday }));

/**
 * "every other sunday", "each month on the 2nd wednesday", "weekly on mon and thu at 9", "on fridays", "last day of
 * every month", "every 3 days after completion", "every day at 10 starting friday for 8 weeks".
 */
export function readRecurrence(scan: Scan, at: number): Found<Recurrence> | undefined {
  const core = firstOf(scan, at, [readEvery, readNthOfEvery, readFrequency, readPlural]);
  return core && readTails(scan, core);
}

type Core = Pick<Recurrence, 'rule' | 'anchor' | 'atHour'>;

/** "every ..." and "each ...". */
function readEvery(scan: Scan, at: number): Found<Core> | undefined {
  if (!isA(scan, at, 'every')) return undefined;
  const isFromCompletion = wordAt(scan, at + 1) === '!' && isGlued(scan, at + 1);
  const next = isFromCompletion ? at + 2 : at + 1;
  const found = firstOf(scan, next, EVERY);
  return found && { value: { ...found.value, anchor: isFromCompletion ? 'completion' : 'due' }, next: found.next };
}

type Cycle = Pick<Recurrence, 'rule' | 'atHour'>;

const EVERY: readonly Parser<Cycle>[] = [
  readYearDay,
  readNthEvery,
  readInterval,
  readDays,
  readEveryPart,
  readMonthDay,
];

/** "every other week", "every 3 days", "every month", "every 2nd friday". */
function readInterval(scan: Scan, at: number): Found<Cycle> | undefined {
  const isOther = isA(scan, at, 'other');
  const count = isOther ? undefined : readCount(scan, at);
  const ordinal = isOther || count ? undefined : readOrdinal(scan, at);
  const interval = isOther ? 2 : (count?.value.value ?? ordinal?.value ?? 1);
  const next = isOther ? at + 1 : (count?.next ?? ordinal?.next ?? at);
  const unit = scan.lexicon.units.get(wordAt(scan, next));
  if (unit && (wordAt(scan, next).length > 2 || isGlued(scan, next)) && Number.isInteger(interval) && interval >= 1) {
    return unit === 'second' ? undefined : { value: { rule: unitRule(unit, interval) }, next: next + 1 };
  }
  if (isA(scan, next, 'fortnight'))
    return { value: { rule: { freq: 'WEEKLY', interval: interval * 2 } }, next: next + 1 };
  const days = isOther ? readDays(scan, next) : undefined;
  return days && { value: { rule: { ...days.value.rule, interval: 2 } }, next: days.next };
}

function unitRule(unit: string, interval: number): Rule {
  switch (unit) {
    case 'minute':
      return { freq: 'MINUTELY', interval };
    case 'hour':
      return { freq: 'HOURLY', interval };
    case 'day':
      return { freq: 'DAILY', interval };
    case 'week':
      return { freq: 'WEEKLY', interval };
    case 'quarter':
      return { freq: 'MONTHLY', interval: interval * 3 };
    case 'year':
      return { freq: 'YEARLY', interval };
    default:
      return { freq: 'MONTHLY', interval };
  }
}

/** "mon, tues and fri", "mon-fri", "weekday", "weekend". */
function readDays(scan: Scan, at: number): Found<Cycle> | undefined {
  if (isA(scan, at, 'weekday'))
    return { value: { rule: { freq: 'WEEKLY', interval: 1, byDay: WORKDAYS } }, next: at + 1 };
  // One occurrence a weekend, as Todoist does: on its Saturday.
  if (isA(scan, at, 'weekend'))
    return { value: { rule: { freq: 'WEEKLY', interval: 1, byDay: [{ weekday: 6 }] } }, next: at + 1 };
  const list = readWeekdayList(scan, at);
  return (
    list && {
      value: { rule: { freq: 'WEEKLY', interval: 1, byDay: list.value.map((weekday) => ({ weekday })) } },
      next: list.next,
    }
  );
}

function readWeekdayList(scan: Scan, at: number): Found<readonly number[]> | undefined {
  const weekdayAt = (index: number): number | undefined =>
    scan.lexicon.weekdays.get(wordAt(scan, index)) ?? scan.lexicon.weekdayPlurals.get(wordAt(scan, index));
  const first = weekdayAt(at);
  if (first === undefined) return undefined;
  const days = new Set([first]);
  let next = at + 1;
  const last = isA(scan, next, 'to') ? weekdayAt(next + 1) : undefined;
  if (last !== undefined) {
    for (let day = first; day !== last; day = (day % 7) + 1) days.add(day);
    days.add(last);
    return { value: [...days].sort((one, other) => one - other), next: next + 2 };
  }
  for (;;) {
    const comma = wordAt(scan, next) === ',' ? next + 1 : next;
    const and = isA(scan, comma, 'and') || wordAt(scan, comma) === 'or' ? comma + 1 : comma;
    const more = and === next ? undefined : weekdayAt(and);
    if (more === undefined) break;
    days.add(more);
    next = and + 1;
  }
  return { value: [...days].sort((one, other) => one - other), next };
}

/** "every morning", "every night". */
function readEveryPart(scan: Scan, at: number): Found<Cycle> | undefined {
  const part = scan.lexicon.dayParts.get(wordAt(scan, at));
  return part && { value: { rule: { freq: 'DAILY', interval: 1 }, atHour: part.atHour }, next: at + 1 };
}

/** "every 27th", "every 27". */
function readMonthDay(scan: Scan, at: number): Found<Cycle> | undefined {
  const day = readMonthDayNumber(scan, skip(scan, at, 'the'));
  const follows = day ? scan.tokens[day.next] : undefined;
  // "every 5 pages" is nothing of ours.
  const isEnd =
    follows === undefined ||
    follows.kind === 'mark' ||
    follows.newLine ||
    isA(scan, day?.next ?? at, 'at') ||
    isA(scan, day?.next ?? at, 'of');
  return day && isEnd
    ? { value: { rule: { freq: 'MONTHLY', interval: 1, byMonthDay: day.value } }, next: skipOfMonth(scan, day.next) }
    : undefined;
}

/** "every 5 january", "every jan 5th", "every christmas". */
function readYearDay(scan: Scan, at: number): Found<Cycle> | undefined {
  const date = readDate(scan, at);
  if (!date?.value.inYear || date.value.period.grain !== 'day' || !isMonthNear(scan, at, date.next)) return undefined;
  const { month, day } = partsOf(date.value.period.start);
  return { value: { rule: { freq: 'YEARLY', interval: 1, byMonth: month, byMonthDay: day } }, next: date.next };
}

function isMonthNear(scan: Scan, at: number, next: number): boolean {
  return scan.tokens.slice(at, next).some((token) => scan.lexicon.months.has(token.word));
}

/** "every 3rd friday", "every last day of the month", "every first monday of march". */
function readNthEvery(scan: Scan, at: number): Found<Cycle> | undefined {
  const nth = readNth(scan, at);
  if (!nth || (isA(scan, at, 'other') && nth.value.weekday !== undefined && !isA(scan, nth.next, 'of')))
    return undefined;
  return { value: { rule: nthRule(nth.value) }, next: skipOfMonth(scan, nth.next) };
}

/** "last friday of every month", "1st of each month". */
function readNthOfEvery(scan: Scan, at: number): Found<Core> | undefined {
  const start = skip(scan, skip(scan, at, 'on'), 'the');
  const nth = readNth(scan, start) ?? readNthDay(scan, start);
  if (!nth || !isA(scan, nth.next, 'of') || !isA(scan, nth.next + 1, 'every')) return undefined;
  const unit = scan.lexicon.units.get(wordAt(scan, nth.next + 2));
  return unit === 'month' ? { value: { rule: nthRule(nth.value), anchor: 'due' }, next: nth.next + 3 } : undefined;
}

interface Nth {
  readonly nth: number;
  /** Absent for a day of the month. */
  readonly weekday?: number;
}

/** "2nd wednesday", "last friday", "last day", "4th last". */
function readNth(scan: Scan, at: number): Found<Nth> | undefined {
  const ordinal = readOrdinal(scan, at);
  const lastAt = ordinal?.next ?? at;
  const isLast = wordAt(scan, lastAt) === 'last';
  if (!ordinal && !isLast) return undefined;
  const next = isLast ? lastAt + 1 : lastAt;
  const nth = (ordinal?.value ?? 1) * (isLast ? -1 : 1);
  const weekday = scan.lexicon.weekdays.get(wordAt(scan, next));
  if (weekday !== undefined) return { value: { nth, weekday }, next: next + 1 };
  const isDay = scan.lexicon.units.get(wordAt(scan, next)) === 'day' && isA(scan, next + 1, 'of');
  if (isDay) return { value: { nth }, next: next + 1 };
  return isLast && !scan.lexicon.units.has(wordAt(scan, next)) ? { value: { nth }, next } : undefined;
}

function readNthDay(scan: Scan, at: number): Found<Nth> | undefined {
  const day = readOrdinal(scan, at);
  return day && day.value >= 1 && day.value <= 31 ? { value: { nth: day.value }, next: day.next } : undefined;
}

function nthRule({ nth, weekday }: Nth): Rule {
  return weekday === undefined
    ? { freq: 'MONTHLY', interval: 1, byMonthDay: nth }
    : { freq: 'MONTHLY', interval: 1, byDay: [{ weekday, nth }] };
}

function skipOfMonth(scan: Scan, at: number): number {
  if (!isA(scan, at, 'of')) return at;
  const unitAt = isA(scan, at + 1, 'the') || isA(scan, at + 1, 'every') ? at + 2 : at + 1;
  return scan.lexicon.units.get(wordAt(scan, unitAt)) === 'month' ? unitAt + 1 : at;
}

/** "weekly", "daily at 9": first or last in what is said, or before the words of a time. "the weekly report" is a report. */
function readFrequency(scan: Scan, at: number): Found<Core> | undefined {
  const frequency = scan.lexicon.frequencies.get(wordAt(scan, at));
  if (!frequency) return undefined;
  const before = scan.tokens[at - 1];
  const after = scan.tokens[at + 1];
  const isFirst = before === undefined || before.kind === 'mark' || scan.tokens[at]?.newLine === true;
  const isLast =
    after === undefined ||
    after.kind === 'mark' ||
    after.newLine ||
    scan.lexicon.datePrepositions.has(after.word) ||
    isA(scan, at + 1, 'at');
  return isFirst || isLast
    ? { value: { rule: { freq: frequency.freq, interval: frequency.interval }, anchor: 'due' }, next: at + 1 }
    : undefined;
}

/** "on mondays and thursdays". */
function readPlural(scan: Scan, at: number): Found<Core> | undefined {
  const start = skip(scan, at, 'on');
  if (!scan.lexicon.weekdayPlurals.has(wordAt(scan, start))) return undefined;
  const days = readDays(scan, start);
  return days && { value: { ...days.value, anchor: 'due' }, next: days.next };
}

/** What may follow the core, in any order: days, times, start, end, count, "after completion". */
function readTails(scan: Scan, core: Found<Core>): Found<Recurrence> {
  let value: Recurrence = { ...core.value, clocks: [] };
  let { next } = core;
  for (;;) {
    const comma = wordAt(scan, next) === ',' ? next + 1 : next;
    const tail = readTail(scan, next, value) ?? (comma > next ? readTail(scan, comma, value) : undefined);
    if (!tail) return { value, next };
    value = tail.value;
    next = tail.next;
  }
}

function readTail(scan: Scan, at: number, so: Recurrence): Found<Recurrence> | undefined {
  const onDays = readOnDays(scan, at, so);
  if (onDays) return onDays;
  if (so.clocks.length === 0) {
    const clocks = readClocks(scan, at);
    if (clocks) return { value: { ...so, clocks: clocks.value }, next: clocks.next };
    const partAt = skip(scan, skip(scan, skip(scan, at, 'of'), 'at'), 'the');
    const part = so.atHour === undefined ? scan.lexicon.dayParts.get(wordAt(scan, partAt)) : undefined;
    if (part) return { value: { ...so, atHour: part.atHour }, next: partAt + 1 };
  }
  if (isA(scan, at, 'for')) {
    const duration = readDuration(scan, at + 1);
    const isLong = duration && duration.value.months + duration.value.days > 0;
    if (isLong)
      return { value: { ...so, forDuration: (start) => addDuration(start, duration.value) }, next: duration.next };
  }
  const countAt = skip(scan, at, 'for');
  const count = readCount(scan, countAt);
  if (count && isA(scan, count.next, 'times') && Number.isInteger(count.value.value) && count.value.value > 0) {
    return { value: { ...so, count: count.value.value }, next: count.next + 1 };
  }
  const doneAt = wordAt(scan, at) === 'after' || wordAt(scan, at) === 'when' ? at + 1 : at;
  if (doneAt > at && isA(scan, doneAt, 'completion'))
    return { value: { ...so, anchor: 'completion' }, next: doneAt + 1 };
  return readBounds(scan, at, so);
}

/** "starting friday", "until 5 may". */
function readBounds(scan: Scan, at: number, so: Recurrence): Found<Recurrence> | undefined {
  const isUntil = isA(scan, at, 'until');
  if (!isUntil && !isA(scan, at, 'starting')) return undefined;
  const moment = readMoment(scan, wordAt(scan, at + 1) === 'at' && !isUntil ? at + 1 : skip(scan, at + 1, 'on'));
  if (!moment) return undefined;
  const { date, clock } = moment.value;
  if (isUntil) return date ? { value: { ...so, until: date.period.end - DAY }, next: moment.next } : undefined;
  if (!date && !clock) return undefined;
  return {
    value: { ...so, ...(date ? { starts: date.period.start } : {}), clocks: clock ? [clock] : so.clocks },
    next: moment.next,
  };
}

/** "on monday and friday", "on the 1st", "on the 2nd wednesday", "on the 4th last", "on 5 january". */
function readOnDays(scan: Scan, at: number, so: Recurrence): Found<Recurrence> | undefined {
  const { rule } = so;
  if (!isA(scan, at, 'on') || rule.byDay || rule.byMonthDay !== undefined) return undefined;
  const yearDay = rule.freq === 'YEARLY' ? readYearDay(scan, at + 1) : undefined;
  if (yearDay)
    return { value: { ...so, rule: { ...yearDay.value.rule, interval: rule.interval } }, next: yearDay.next };
  const start = skip(scan, at + 1, 'the');
  const list = rule.freq === 'WEEKLY' ? readWeekdayList(scan, start) : undefined;
  if (list)
    return { value: { ...so, rule: { ...rule, byDay: list.value.map((weekday) => ({ weekday })) } }, next: list.next };
  if (rule.freq !== 'MONTHLY' && rule.freq !== 'YEARLY') return undefined;
  const nth =
    readNth(scan, start) ??
    (rule.freq === 'MONTHLY' ? (readNthDay(scan, start) ?? readPlainDay(scan, start)) : undefined);
  if (!nth || (rule.freq === 'YEARLY' && nth.value.weekday === undefined)) return undefined;
  const { byDay, byMonthDay } = nthRule(nth.value);
  return {
    value: {
      ...so,
      rule: { ...rule, ...(byDay ? { byDay } : {}), ...(byMonthDay === undefined ? {} : { byMonthDay }) },
    },
    next: skipOfMonth(scan, nth.next),
  };
}

function readPlainDay(scan: Scan, at: number): Found<Nth> | undefined {
  const day = readMonthDayNumber(scan, at);
  return day && { value: { nth: day.value }, next: day.next };
}

/** "at 10, 12 and 17", "7am". */
function readClocks(scan: Scan, at: number): Found<readonly Clock[]> | undefined {
  const first = readClock(scan, at);
  if (!first) return undefined;
  const clocks = [first.value];
  let { next } = first;
  for (;;) {
    const comma = wordAt(scan, next) === ',' ? next + 1 : next;
    const and = isA(scan, comma, 'and') ? comma + 1 : comma;
    const more =
      and > next
        ? (readClock(scan, and) ?? (scan.tokens[and]?.kind === 'number' ? readBareHour(scan, and) : undefined))
        : undefined;
    const isClosed = more && (scan.tokens[more.next]?.kind !== 'word' || isA(scan, more.next, 'and'));
    if (!more || !isClosed) return { value: clocks, next };
    clocks.push(more.value);
    next = more.next;
  }
}
