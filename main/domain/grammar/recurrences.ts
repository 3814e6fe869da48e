import { readBareHour, readClock, type Clock } from './clocks.ts';
import { addDuration, readDuration } from './durations.ts';
import { readMoment } from './moments.ts';
import { readCount, readOrdinal } from './quantities.ts';
import {
  afterAnd,
  readEdgeDay,
  readExcept,
  readMonthDays,
  readMonths,
  readNth,
  readWeekdayList,
  readWeekdays,
  readYearDay,
  type DayParts,
} from './recurrence-days.ts';
import { readTimesA } from './recurrence-times.ts';
import type { Recurrence, Rule } from './rules.ts';
import { firstOf, isA, isGlued, skip, wordAt, type Found, type Parser, type Scan } from './scan.ts';
import { DAY } from './wall.ts';

/**
 * "every other sunday", "each month on the 2nd wednesday", "weekly on mon and thu at 9", "on fridays", "last day of
 * every month", "every 3 days after completion", "every day at 10 starting friday for 8 weeks", "twice a week".
 */
export function readRecurrence(scan: Scan, at: number): Found<Recurrence> | undefined {
  const core = firstOf<Core>(scan, at, CORES);
  return core && readTails(scan, core);
}

type Core = Pick<Recurrence, 'rule' | 'anchor' | 'atHour'> & { readonly clocks?: readonly Clock[] };

/** "every ..." and "each ...". */
function readEvery(scan: Scan, at: number): Found<Core> | undefined {
  if (!isA(scan, at, 'every')) return undefined;
  const isFromCompletion = wordAt(scan, at + 1) === '!' && isGlued(scan, at + 1);
  const next = isFromCompletion ? at + 2 : at + 1;
  const found = firstOf(scan, next, EVERY);
  return found && { value: { ...found.value, anchor: isFromCompletion ? 'completion' : 'due' }, next: found.next };
}

const CORES: readonly Parser<Core>[] = [
  readEvery,
  readOfEvery,
  readTimesA,
  readFrequency,
  readPlural,
  readAfterCompletion,
];

type Cycle = Pick<Recurrence, 'rule' | 'atHour'>;

const EVERY: readonly Parser<Cycle>[] = [
  readEveryYearDay,
  readEveryNth,
  readInterval,
  readEveryWeekdays,
  readEveryPart,
  readEveryMonthDay,
  readEveryMonth,
];

/** "every other week", "every 3 days", "every month", "every two fridays". */
function readInterval(scan: Scan, at: number): Found<Cycle> | undefined {
  const isOther = isA(scan, at, 'other');
  const count = isOther ? undefined : readCount(scan, at);
  const ordinal = isOther || count ? undefined : readOrdinal(scan, at);
  const interval = isOther ? 2 : (count?.value.value ?? ordinal?.value ?? 1);
  if (!Number.isInteger(interval) || interval < 1) return undefined;
  const next = isOther ? at + 1 : (count?.next ?? ordinal?.next ?? at);
  const days = next > at && (isOther || count) ? readWeekdays(scan, next) : undefined;
  // "every 2 workdays" is no weekly rule, and a lone weekday takes its own reading.
  if (days && (isOther || readWeekdayList(scan, next)))
    return { value: { rule: { freq: 'WEEKLY', interval, ...days.value } }, next: days.next };
  const unit = scan.lexicon.units.get(wordAt(scan, next));
  if (unit && (wordAt(scan, next).length > 2 || isGlued(scan, next)))
    return unit === 'second' ? undefined : { value: { rule: unitRule(unit, interval) }, next: next + 1 };
  return isA(scan, next, 'fortnight')
    ? { value: { rule: { freq: 'WEEKLY', interval: interval * 2 } }, next: next + 1 }
    : undefined;
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

function readEveryWeekdays(scan: Scan, at: number): Found<Cycle> | undefined {
  const days = readWeekdays(scan, at);
  return days && { value: { rule: { freq: 'WEEKLY', interval: 1, ...days.value } }, next: days.next };
}

/** "every morning", "every night". */
function readEveryPart(scan: Scan, at: number): Found<Cycle> | undefined {
  const part = scan.lexicon.dayParts.get(wordAt(scan, at));
  return part && { value: { rule: { freq: 'DAILY', interval: 1 }, atHour: part.atHour }, next: at + 1 };
}

/** "every 27th", "every 1st and 15th", "every 27". */
function readEveryMonthDay(scan: Scan, at: number): Found<Cycle> | undefined {
  const days = readMonthDays(scan, at, true);
  const follows = days && scan.tokens[days.next];
  // "every 5 pages" is nothing of ours.
  const isEnd = follows === undefined || follows.kind === 'mark' || follows.newLine || isTailAt(scan, days?.next ?? at);
  return days && isEnd ? { value: { rule: monthly(days.value) }, next: days.next } : undefined;
}

function isTailAt(scan: Scan, at: number): boolean {
  return (
    isA(scan, at, 'at') ||
    isA(scan, at, 'of') ||
    isA(scan, at, 'until') ||
    isA(scan, at, 'starting') ||
    isA(scan, at, 'for')
  );
}

/** "every january", "every jan and jul". */
function readEveryMonth(scan: Scan, at: number): Found<Cycle> | undefined {
  const months = readMonths(scan, at);
  return months && { value: { rule: { freq: 'YEARLY', interval: 1, ...months.value } }, next: months.next };
}

/** "every 5 january", "every jan 5th", "every christmas". */
function readEveryYearDay(scan: Scan, at: number): Found<Cycle> | undefined {
  const day = readYearDay(scan, at);
  return day && { value: { rule: { freq: 'YEARLY', interval: 1, ...day.value } }, next: day.next };
}

/** "every 3rd friday", "every last day of the month", "every first monday of march"; "every second friday" is every other. */
function readEveryNth(scan: Scan, at: number): Found<Cycle> | undefined {
  const nth = readNth(scan, at);
  if (!nth) return undefined;
  const [day] = nth.value.byDay ?? [];
  const isOther = isA(scan, at, 'other') && nth.value.bySetPos === undefined && nth.value.byDay?.length === 1;
  if (isOther && day?.nth === 2 && nth.next === at + 2) return undefined;
  return { value: { rule: monthly(nth.value) }, next: nth.next };
}

/** Days of months go by months, also when the months are named; one month of the year makes it yearly. */
function monthly(days: DayParts): Rule {
  return { freq: days.byMonth?.length === 1 ? 'YEARLY' : 'MONTHLY', interval: 1, ...days };
}

/** "last friday of every month", "1st of each month", "end of every month". */
function readOfEvery(scan: Scan, at: number): Found<Core> | undefined {
  const start = skip(scan, at, 'on');
  const edge = readEdgeDay(scan, start);
  const days = edge ?? readNth(scan, start) ?? readMonthDays(scan, start, false);
  if (!days) return undefined;
  const hasEvery = scan.tokens.slice(start, days.next).some((_, index) => isA(scan, start + index, 'every'));
  return hasEvery ? { value: { rule: monthly(days.value), anchor: 'due' }, next: days.next } : undefined;
}

/** "weekly", "daily at 9": first or last in what is said, or before the words of a time. "the weekly report" is a report. */
function readFrequency(scan: Scan, at: number): Found<Core> | undefined {
  const frequency = scan.lexicon.frequencies.get(wordAt(scan, at));
  if (!frequency || !isAtEdge(scan, at, at + 1) || isAdjective(scan, at)) return undefined;
  return {
    value: { rule: { freq: frequency.freq, interval: frequency.interval }, anchor: 'due' },
    next: at + 1,
  };
}

/** "weekly report" names a report; "daily standup at 9" says when. */
function isAdjective(scan: Scan, at: number): boolean {
  const after = scan.tokens[at + 1];
  if (
    after?.kind !== 'word' ||
    after.newLine ||
    scan.lexicon.datePrepositions.has(after.word) ||
    isA(scan, at + 1, 'at')
  )
    return false;
  for (let index = at + 2; index < at + 8; index += 1) {
    const token = scan.tokens[index];
    if (token === undefined || token.newLine || /^[,;]$/.test(token.word)) return true;
    if (isA(scan, index, 'at') || scan.lexicon.weekdayPlurals.has(token.word)) return false;
  }
  return true;
}

function isAtEdge(scan: Scan, at: number, next: number): boolean {
  const [before, after] = [scan.tokens[at - 1], scan.tokens[next]];
  const isFirst = before === undefined || before.kind === 'mark' || scan.tokens[at]?.newLine === true;
  const isLast =
    after === undefined ||
    after.kind === 'mark' ||
    after.newLine ||
    scan.lexicon.datePrepositions.has(after.word) ||
    isA(scan, next, 'at');
  return isFirst || isLast;
}

/** "on mondays and thursdays", "weekdays at 8", "weekends". */
function readPlural(scan: Scan, at: number): Found<Core> | undefined {
  const start = skip(scan, at, 'on');
  const isWeekdays = scan.lexicon.weekdayPlurals.has(wordAt(scan, start));
  const isNamed = (isA(scan, start, 'weekday') || isA(scan, start, 'weekend')) && wordAt(scan, start).endsWith('s');
  if (!isWeekdays && !(isNamed && (start > at || isAtEdge(scan, start, start + 1) || readClock(scan, start + 1))))
    return undefined;
  const days = readWeekdays(scan, start);
  return days && { value: { rule: { freq: 'WEEKLY', interval: 1, ...days.value }, anchor: 'due' }, next: days.next };
}

/** "3 days after completion", "2 weeks after finishing". */
function readAfterCompletion(scan: Scan, at: number): Found<Core> | undefined {
  const count = readCount(scan, at);
  const unit = count && scan.lexicon.units.get(wordAt(scan, count.next));
  if (!count || !unit || unit === 'second' || !Number.isInteger(count.value.value) || count.value.value < 1)
    return undefined;
  const end = completionEnd(scan, count.next + 1);
  return end === undefined
    ? undefined
    : { value: { rule: unitRule(unit, count.value.value), anchor: 'completion' }, next: end };
}

/** The index after "after completion", "when done", "after i finish", "from completion". */
function completionEnd(scan: Scan, at: number): number | undefined {
  if (!/^(after|when|from|since|once)$/.test(wordAt(scan, at))) return undefined;
  let next = at + 1;
  while (next < at + 4 && /^(i|it|it's|is|have|the|last|being)$/.test(wordAt(scan, next))) next += 1;
  if (!isA(scan, next, 'completion')) return undefined;
  return wordAt(scan, next + 1) === 'it' || wordAt(scan, next + 1) === 'them' ? next + 2 : next + 1;
}

/** What may follow the core, in any order: days, times, start, end, count, "after completion". */
function readTails(scan: Scan, core: Found<Core>): Found<Recurrence> {
  let value: Recurrence = { ...core.value, clocks: core.value.clocks ?? [] };
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
  const end = completionEnd(scan, at);
  if (end !== undefined) return { value: { ...so, anchor: 'completion' }, next: end };
  if (so.clocks.length === 0) {
    const clocks = readClocks(scan, at);
    if (clocks) return { value: { ...so, clocks: clocks.value }, next: clocks.next };
    const partAt = skip(scan, skip(scan, skip(scan, at, 'of'), 'at'), 'the');
    const part = so.atHour === undefined ? scan.lexicon.dayParts.get(wordAt(scan, partAt)) : undefined;
    if (part) return { value: { ...so, atHour: part.atHour }, next: partAt + 1 };
  }
  if (isA(scan, at, 'for')) {
    const duration = readDuration(scan, skip(scan, at + 1, 'the'));
    const isLong = duration && duration.value.months + duration.value.days > 0;
    if (isLong)
      return { value: { ...so, forDuration: (start) => addDuration(start, duration.value) }, next: duration.next };
  }
  return readTimes(scan, at, so) ?? readBounds(scan, at, so);
}

/** "10 times", "for 5 occurrences". */
function readTimes(scan: Scan, at: number, so: Recurrence): Found<Recurrence> | undefined {
  const count = readCount(scan, skip(scan, at, 'for'));
  const isCount =
    count && isA(scan, count.next, 'times') && Number.isInteger(count.value.value) && count.value.value > 0;
  return isCount ? { value: { ...so, count: count.value.value }, next: count.next + 1 } : undefined;
}

/** "starting friday", "until 5 may". */
function readBounds(scan: Scan, at: number, so: Recurrence): Found<Recurrence> | undefined {
  const isUntil = isA(scan, at, 'until');
  if (!isUntil && !isA(scan, at, 'starting')) return undefined;
  const isOnAt = wordAt(scan, at + 1) === 'at' && !isUntil;
  const moment = readMoment(scan, isOnAt ? at + 1 : skip(scan, at + 1, 'on'));
  if (!moment) return undefined;
  const { date, clock } = moment.value;
  if (isUntil) return date ? { value: { ...so, until: date.period.end - DAY }, next: moment.next } : undefined;
  if (!date && !clock) return undefined;
  return {
    value: { ...so, ...(date ? { starts: date.period.start } : {}), clocks: clock ? [clock] : so.clocks },
    next: moment.next,
  };
}

/** "on monday and friday", "on the 1st and 15th", "on the 2nd wednesday", "on the 4th last", "on 5 january", "in march". */
function readOnDays(scan: Scan, at: number, so: Recurrence): Found<Recurrence> | undefined {
  const { rule } = so;
  if (rule.freq === 'DAILY' && rule.interval === 1 && !rule.byDay) {
    const left = readExcept(scan, at);
    if (left) return { value: { ...so, rule: { ...rule, freq: 'WEEKLY', ...left.value } }, next: left.next };
  }
  const add = (days: Found<DayParts>): Found<Recurrence> => ({
    value: { ...so, rule: { ...rule, ...days.value } },
    next: days.next,
  });
  const isYearly = rule.freq === 'YEARLY';
  const isMonthly = rule.freq === 'MONTHLY';
  if (isYearly && !rule.byMonth && isA(scan, at, 'of')) {
    const months = readMonths(scan, at + 1);
    if (months) return add(months);
  }
  if (rule.byDay || rule.byMonthDay) return undefined;
  const isOn = isA(scan, at, 'on');
  // "chaque année le 1er janvier" has no word for "on".
  const start = isOn ? at + 1 : at;
  if (!isOn && !(isYearly && isA(scan, at, 'the'))) return undefined;
  const yearDay = isYearly && !rule.byMonth ? readYearDay(scan, start) : undefined;
  if (yearDay) return add(yearDay);
  if (!isOn) return undefined;
  const list = rule.freq === 'WEEKLY' ? readWeekdayList(scan, skip(scan, start, 'the')) : undefined;
  if (list) return add({ value: { byDay: list.value.map((weekday) => ({ weekday })) }, next: list.next });
  if (!isMonthly && !isYearly) return undefined;
  const nth = readNth(scan, start);
  if (nth && (isMonthly || nth.value.byDay)) return add(nth);
  return isMonthly || rule.byMonth ? addMaybe(readMonthDays(scan, start, true), add) : undefined;
}

function addMaybe<T, R>(found: Found<T> | undefined, add: (found: Found<T>) => R): R | undefined {
  return found && add(found);
}

/** "at 10, 12 and 17", "7am": times at one minute of the hour; a rule has no word for "8:30 and 17:00". */
function readClocks(scan: Scan, at: number): Found<readonly Clock[]> | undefined {
  const first = readClock(scan, at);
  if (!first) return undefined;
  const clocks = [first.value];
  let { next } = first;
  for (;;) {
    const and = afterAnd(scan, next);
    const more =
      and > next
        ? (readClock(scan, and) ?? (scan.tokens[and]?.kind === 'number' ? readBareHour(scan, and) : undefined))
        : undefined;
    const isClosed =
      more && (scan.tokens[more.next]?.kind !== 'word' || isA(scan, more.next, 'and') || isTailAt(scan, more.next));
    if (!more || !isClosed || more.value.seconds % 3600 !== first.value.seconds % 3600) return { value: clocks, next };
    clocks.push(more.value);
    next = more.next;
  }
}
