import type { Grain } from '#contract/time';
import { instantOf, localOf } from '../time/zoned.ts';
import { readBareHour, readClock, settle, type Clock } from './clocks.ts';
import type { DatePiece } from './date-piece.ts';
import { addDuration, isClockUnit, readDuration } from './durations.ts';
import { readHoliday } from './holidays.ts';
import type { DayPart } from './lexicon.ts';
import { readNamedDate } from './named-dates.ts';
import { readNumericDate } from './numeric-dates.ts';
import { readCount } from './quantities.ts';
import { readRelativeDate } from './relative-dates.ts';
import { readNumberedDate } from './weeks-and-quarters.ts';
import { canBegin, isA, longestOf, skip, wordAt, type Found, type Scan } from './scan.ts';
import { DAY, dayOf, dayPeriod, fromLocal, HOUR, partsOf, periodOf, SECOND, toLocal, type Wall } from './wall.ts';

/** A moment as it was said: a date, a time, a part of the day, or an exact instant ("in 5 minutes"). */
export interface Moment {
  readonly date?: DatePiece;
  readonly clock?: Clock;
  readonly part?: DayPart;
  readonly exact?: { readonly wall: Wall; readonly grain: Grain };
}

/** A moment on the reader's clock; `end` (exclusive) where more than one point was said. */
export interface Resolved {
  readonly start: Wall;
  readonly end?: Wall;
  readonly grain: Grain;
}

/** Reads a date with its time, in either order: "fri 1pm", "3pm on friday", "tomorrow evening at 8", "in 2 hours". */
export function readMoment(scan: Scan, at: number): Found<Moment> | undefined {
  const start = skipLead(scan, at);
  const offset = canBegin(scan, start) ? readOffset(scan, start) : undefined;
  const other = offset && Math.max(readDate(scan, start)?.next ?? 0, readClock(scan, start)?.next ?? 0);
  // "a quarter past 3" is a time and "15h15" no length: the count must read more than they do.
  if (offset && offset.next > (other ?? 0)) return offset;
  const sameTime =
    /^(this|same)$/.test(wordAt(scan, at)) && wordAt(scan, at + 1) === 'time' ? readDate(scan, at + 2) : undefined;
  if (sameTime && (sameTime.value.period.grain === 'day' || sameTime.value.period.grain === 'week')) {
    // "this time next week" is a day and a time, seven days from now.
    const isWeek = sameTime.value.period.grain === 'week';
    const ahead = isWeek ? sameTime.value.period.start - periodOf(scan.now, 'week').start : 0;
    const day = isWeek ? dayOf(scan.now) + ahead : sameTime.value.period.start;
    return { value: { exact: { wall: day + (scan.now - dayOf(scan.now)), grain: 'minute' } }, next: sameTime.next };
  }
  const moment = readDateAndTime(scan, at, start);
  return moment ? (readShift(scan, moment) ?? moment) : readLoneTime(scan, at);
}

/** "4pm - 3 days", "friday + 2 weeks": days taken from or added to what was said. */
function readShift(scan: Scan, { value, next }: Found<Moment>): Found<Moment> | undefined {
  const sign = wordAt(scan, next);
  if (sign !== '+' && sign !== '-') return undefined;
  const length = readDuration(scan, next + 1);
  if (!length || length.value.ms !== 0) return undefined;
  const day = value.date?.period.start ?? dayOf(scan.now);
  const period = dayPeriod(addDuration(day, length.value, sign === '+' ? 1 : -1));
  return { value: { ...value, date: { period } }, next: length.next };
}

/** "ten thirty", "twelve oh three", "173000": a time where it is all that is said. */
function readLoneTime(scan: Scan, at: number): Found<Moment> | undefined {
  if (at !== 0) return undefined;
  const digits = wordAt(scan, 0);
  if (scan.tokens.length === 1 && /^([01]\d|2[0-3])[0-5]\d[0-5]\d$/.test(digits)) {
    const [hours, minutes, rest] = [0, 2, 4].map((from) => Number(digits.slice(from, from + 2))) as [
      number,
      number,
      number,
    ];
    const seconds = hours * 3600 + minutes * 60 + rest;
    return { value: { clock: { seconds, grain: 'second', isHalfOpen: false, isPlain: true } }, next: 1 };
  }
  if (scan.tokens[0]?.kind !== 'word' || !scan.lexicon.numbers.has(digits)) return undefined;
  const clock = readBareHour(scan, 0);
  return clock?.next === scan.tokens.length && clock.value.grain === 'minute'
    ? { value: { clock: clock.value }, next: clock.next }
    : undefined;
}

/** A moment that does not count from another one: counting from counts would go on for ever. */
function readDateAndTime(scan: Scan, at: number, start: number): Found<Moment> | undefined {
  let moment: Moment = {};
  let next = start;
  for (;;) {
    const joint = skipJoint(scan, next, at);
    const piece = readPiece(scan, joint, moment) ?? (joint > next ? readPiece(scan, next, moment) : undefined);
    if (!piece) break;
    moment = piece.value;
    next = piece.next;
  }
  return isEmpty(moment) ? undefined : { value: moment, next };
}

/** Places a moment on the clock: a time alone is the next one, a date alone the whole day. */
export function resolve(scan: Scan, moment: Moment, after: Wall = scan.now): Resolved | undefined {
  if (moment.exact) return { start: moment.exact.wall, grain: moment.exact.grain };
  const period = moment.date?.period;
  if (moment.clock) {
    const clock = settle(moment.clock, moment.part);
    const isDayEnd = clock.seconds === 0 && moment.part !== undefined && moment.part.fromHour >= 12;
    const day = (moment.date?.days?.start ?? period?.start ?? dayOf(after)) + (isDayEnd ? DAY : 0);
    const said = inReadersZone(scan, day + clock.seconds * SECOND, clock.zone);
    if (said === undefined) return undefined;
    const isPast = !period && !moment.part && said < after;
    return { start: isPast ? said + DAY : said, grain: clock.grain };
  }
  if (moment.part) {
    const day = moment.date?.days?.start ?? period?.start ?? dayOf(scan.now);
    return { start: day + moment.part.fromHour * HOUR, end: day + moment.part.toHour * HOUR, grain: 'hour' };
  }
  if (!period) return undefined;
  const isLong = period.isSpan || (!isClockUnit(period.grain) && period.grain !== 'day');
  return { start: period.start, ...(isLong ? { end: period.end } : {}), grain: period.grain };
}

function readPiece(scan: Scan, at: number, moment: Moment): Found<Moment> | undefined {
  if (!canBegin(scan, at)) return undefined;
  const { date: first } = moment;
  const canMove = first?.weekday !== undefined || (first?.inYear !== undefined && isYearWord(scan, at));
  const found = first === undefined || canMove ? readDate(scan, at) : undefined;
  // A whole month has no time of day: "meet Jan at noon" is about a person.
  const date = found && moment.clock && found.value.period.grain !== 'day' && !first ? undefined : found;
  if (moment.clock === undefined && (first === undefined || first.period.grain === 'day' || first.days)) {
    const clock = readClock(scan, at) ?? (canTakeBareHour(scan, at, moment) ? readBareHour(scan, at) : undefined);
    if (clock && clock.next > (date?.next ?? 0)) return { value: { ...moment, clock: clock.value }, next: clock.next };
  }
  const part = moment.part === undefined ? readDayPart(scan, at, moment) : undefined;
  if (part || !date) return part;
  return first
    ? withSecondDate(scan, at, moment, first, date)
    : { value: { ...moment, date: date.value }, next: date.next };
}

/** "Mon, February 18": the full date wins over the weekday; "fri, tomorrow" are two days, unless they are one. "march of next year": the year moves the month. */
function withSecondDate(
  scan: Scan,
  at: number,
  moment: Moment,
  first: DatePiece,
  second: Found<DatePiece>,
): Found<Moment> | undefined {
  const { period } = second.value;
  const isNumbered = scan.tokens.slice(at, second.next).some(({ kind }) => kind === 'number');
  const isOther = !isNumbered && first.weekday !== partsOf(period.start).weekday;
  if (first.weekday !== undefined && isOther && period.grain === 'day') return undefined;
  if (first.weekday !== undefined && period.grain === 'day' && second.value.weekday === undefined && !period.isSpan) {
    return { value: { ...moment, date: second.value }, next: second.next };
  }
  const moved = period.grain === 'year' ? first.inYear?.(partsOf(period.start).year) : undefined;
  return moved && { value: { ...moment, date: { period: moved } }, next: second.next };
}

function isYearWord(scan: Scan, at: number): boolean {
  return (
    scan.lexicon.units.get(wordAt(scan, at + 1)) === 'year' || scan.lexicon.units.get(wordAt(scan, at + 2)) === 'year'
  );
}

/** Any one date, the longest reading of it. */
export function readDate(scan: Scan, at: number): Found<DatePiece> | undefined {
  return longestOf(scan, at, [readHoliday, readNumericDate, readNamedDate, readRelativeDate, readNumberedDate]);
}

/** "9 tomorrow", "8 tonight": a bare hour right before the words of a day; "1730" by itself. */
function canTakeBareHour(scan: Scan, at: number, moment: Moment): boolean {
  if (!isEmpty(moment) || scan.tokens[at]?.kind !== 'number') return false;
  // "1730" and nothing else, unless it is rather a year.
  if (scan.tokens.length === 1 && wordAt(scan, at).length > 2) return !/^(19|20)\d\d$/.test(wordAt(scan, at));
  if (wordAt(scan, at).length > 2) return false;
  const isTonight = scan.lexicon.todayParts.has(wordAt(scan, at + 1));
  const isDayWord = scan.lexicon.dayWords.has(wordAt(scan, at + 1));
  const previous = scan.tokens[at - 1];
  return isTonight || (isDayWord && (previous === undefined || previous.kind === 'mark'));
}

/** "in the morning", "this evening", "last night", "tonight", "late tonight"; alone only with a word that places it. */
function readDayPart(scan: Scan, at: number, moment: Moment): Found<Moment> | undefined {
  const { dayParts, todayParts } = scan.lexicon;
  const today: DatePiece = { period: dayPeriod(dayOf(scan.now)) };
  const isLate = isA(scan, at, 'late');
  const lateAt = isLate || isA(scan, at, 'early') ? at + 1 : at;
  const tonight = todayParts.get(wordAt(scan, lateAt));
  if (tonight && (!moment.date || moment.date.period.start === today.period.start)) {
    return {
      value: { ...moment, date: today, part: isLate ? { ...tonight, fromHour: 21 } : tonight },
      next: lateAt + 1,
    };
  }
  const isThis = wordAt(scan, lateAt) === 'this';
  const isLast = wordAt(scan, lateAt) === 'last';
  if ((isThis || isLast) && !moment.date) {
    const named = dayParts.get(wordAt(scan, lateAt + 1));
    if (!named || (isLast && named.fromHour < 12)) return undefined;
    const date = isLast ? { period: dayPeriod(dayOf(scan.now) - DAY) } : today;
    return { value: { ...moment, date, part: isLate ? { ...named, fromHour: 21 } : named }, next: lateAt + 2 };
  }
  const edge = readDayEnd(scan, at);
  if (edge) return { value: { ...moment, part: edge.value }, next: edge.next };
  const ahead = moment.date ? undefined : readPartAhead(scan, at);
  if (ahead) return { value: { ...moment, part: ahead.value }, next: ahead.next };
  if (!moment.date && !(at === 0 && scan.tokens.length === 1)) return undefined;
  const isOf = isA(scan, lateAt, 'of') || wordAt(scan, lateAt) === 'at';
  const named = skip(scan, isOf ? lateAt + 1 : lateAt, 'the');
  const isEarly = isA(scan, named, 'early');
  const hoursAt =
    isEarly && wordAt(scan, named + 1) === 'hours'
      ? skip(scan, skip(scan, named + 2, 'of'), 'the')
      : isEarly
        ? named + 1
        : named;
  const part = dayParts.get(wordAt(scan, hoursAt));
  if (!part || (moment.date && moment.date.period.grain !== 'day' && !moment.date.days)) return undefined;
  return {
    value: { ...moment, date: moment.date ?? today, part: isEarly ? { ...part, toHour: 9 } : part },
    next: hoursAt + 1,
  };
}

/** "EOD", "end of day", "close of business", "after work", "after lunch": a part of the day by what it comes after. */
function readDayEnd(scan: Scan, at: number): Found<DayPart> | undefined {
  const word = wordAt(scan, at);
  if (word === 'eod') return { value: DAY_END, next: at + 1 };
  if (word === 'cob' || word === 'eob') return { value: CLOSE_OF_BUSINESS, next: at + 1 };
  if (word === 'after' && wordAt(scan, at + 1) === 'work') return { value: AFTER_WORK, next: at + 2 };
  if (word === 'after' && wordAt(scan, at + 1) === 'lunch') return { value: AFTER_LUNCH, next: at + 2 };
  const start = skip(scan, at, 'the');
  if (!/^(end|close)$/.test(wordAt(scan, start)) || wordAt(scan, start + 1) !== 'of') return undefined;
  const nounAt = skip(scan, start + 2, 'the');
  if (wordAt(scan, nounAt) === 'business') return { value: CLOSE_OF_BUSINESS, next: nounAt + 1 };
  return wordAt(scan, nounAt) === 'day' ? { value: DAY_END, next: nounAt + 1 } : undefined;
}

const DAY_END: DayPart = { fromHour: 16, toHour: 24, atHour: 17 };
const CLOSE_OF_BUSINESS: DayPart = { fromHour: 17, toHour: 18, atHour: 17 };
const AFTER_WORK: DayPart = { fromHour: 17, toHour: 21, atHour: 18 };
const AFTER_LUNCH: DayPart = { fromHour: 13, toHour: 17, atHour: 13 };

/** "early morning next sunday", "the evening of the 5th": a part whose day comes right behind it. */
function readPartAhead(scan: Scan, at: number): Found<DayPart> | undefined {
  const start = skip(scan, at, 'the');
  const isEarly = isA(scan, start, 'early');
  const named = scan.lexicon.dayParts.get(wordAt(scan, isEarly || isA(scan, start, 'late') ? start + 1 : start));
  const next = isEarly || isA(scan, start, 'late') ? start + 2 : start + 1;
  if (!named) return undefined;
  const dayAt = wordAt(scan, next) === 'of' || isA(scan, next, 'on') ? next + 1 : next;
  const date = readDate(scan, dayAt);
  // "abends um 5"
  const isClock =
    !date &&
    isA(scan, next, 'at') &&
    (wordAt(scan, next) === 'at' || wordAt(scan, next) === '~to') &&
    readClock(scan, next);
  if (isClock) return { value: named, next };
  if (!date || date.value.period.grain !== 'day' || date.value.period.isSpan) return undefined;
  return { value: isEarly ? { ...named, toHour: 9 } : named, next };
}

/** "in 5 minutes", "2 weeks ago", "3 days from now", "5 hours before noon", "+1h", "two fridays from now". */
function readOffset(scan: Scan, at: number): Found<Moment> | undefined {
  const sign = wordAt(scan, at);
  const isSigned = (sign === '+' || sign === '-') && scan.tokens[at + 1]?.kind === 'number';
  // "vor 3 Tagen", "il y a 3 jours"
  const hasAgo = sign === '~ago';
  const hasIn = isA(scan, at, 'in') || (isA(scan, at, 'after') && wordAt(scan, at) === 'after');
  const start = skip(scan, isSigned || hasIn || hasAgo ? at + 1 : at, 'the');
  const fridays = hasIn ? undefined : readWeekdaysAhead(scan, start);
  if (fridays) return fridays;
  const duration = readDuration(scan, start);
  if (!duration) return readRelativeUnit(scan, at);
  const { next } = duration;
  const move = (direction: 1 | -1, end: number, base?: Resolved): Found<Moment> => {
    const from = base?.start ?? scan.now;
    const wall = addDuration(from, duration.value, direction);
    // "a day from now" is this time tomorrow, "3 weeks from now" a day.
    const isFromNow = base?.start === scan.now && base.grain === 'second';
    const isFar = isFromNow && !isClockUnit(duration.value.smallest) && duration.value.smallest !== 'day';
    const isClock = isClockUnit(duration.value.smallest) || (base !== undefined && isClockUnit(base.grain) && !isFar);
    const grain = duration.value.smallest === 'second' ? 'second' : 'minute';
    const period = dayPeriod(dayOf(wall));
    return { value: isClock ? { exact: { wall, grain } } : { date: { period } }, next: end };
  };
  if (hasAgo) return move(-1, next);
  if (isSigned) return move(sign === '-' ? -1 : 1, next);
  if (isA(scan, next, 'ago')) {
    const isToday = scan.lexicon.dayWords.get(wordAt(scan, next + 1)) === 0 && duration.value.ms === 0;
    return move(-1, isToday ? next + 2 : next + 1);
  }
  if (isA(scan, next, 'later')) return move(1, next + 1);
  // "a week on friday", "a week tomorrow"
  const isWeeks = duration.value.months === 0 && duration.value.ms === 0 && duration.value.days % 7 === 0;
  const dayAt = skip(scan, next, 'on');
  const fromDay =
    isWeeks && !hasIn && !isSigned && isWeekdayOrDayWord(scan, dayAt) ? readAnchor(scan, dayAt) : undefined;
  if (fromDay && fromDay.value.grain === 'day') return move(1, fromDay.next, fromDay.value);
  const isFrom = isA(scan, next, 'from') || (isA(scan, next, 'after') && wordAt(scan, next) !== 'since');
  if (isFrom || isA(scan, next, 'before')) {
    const anchor = readAnchor(scan, next + 1);
    if (anchor) return move(isFrom ? 1 : -1, anchor.next, anchor.value);
    return !isFrom && isWholeEnd(scan, next + 1) ? move(-1, next + 1) : undefined;
  }
  if (hasIn && isWeeks) {
    // "in two weeks on monday"
    const weekday = isA(scan, next, 'on') ? scan.lexicon.weekdays.get(wordAt(scan, next + 1)) : undefined;
    const week = periodOf(scan.now, 'week', duration.value.days / 7);
    if (weekday !== undefined)
      return { value: { date: { period: dayPeriod(week.start + (weekday - 1) * DAY) } }, next: next + 2 };
  }
  if (hasIn) return move(1, next);
  const isWhole = at === 0 && next === scan.tokens.length;
  const isRealCount = !duration.value.isArticle || isClockUnit(duration.value.smallest);
  return isWhole && isRealCount ? move(1, next) : undefined;
}

function isWeekdayOrDayWord(scan: Scan, at: number): boolean {
  return scan.lexicon.weekdays.has(wordAt(scan, at)) || (scan.lexicon.dayWords.get(wordAt(scan, at)) ?? -1) >= 0;
}

/** "the min after". */
function readRelativeUnit(scan: Scan, at: number): Found<Moment> | undefined {
  const unit = isA(scan, at, 'the') ? scan.lexicon.units.get(wordAt(scan, at + 1)) : undefined;
  if (unit === undefined || !isClockUnit(unit) || !isWholeEnd(scan, at + 3)) return undefined;
  const direction = wordAt(scan, at + 2) === 'after' ? 1 : wordAt(scan, at + 2) === 'before' ? -1 : 0;
  const ms = unit === 'hour' ? HOUR : unit === 'minute' ? HOUR / 60 : SECOND;
  return direction === 0
    ? undefined
    : { value: { exact: { wall: scan.now + direction * ms, grain: 'minute' } }, next: at + 3 };
}

/** What an offset counts from: now, a day, a holiday or a time. */
function readAnchor(scan: Scan, at: number): Found<Resolved> | undefined {
  const rightAt = wordAt(scan, at) === 'right' ? at + 1 : at;
  if (isA(scan, rightAt, 'now')) return { value: { start: scan.now, grain: 'second' }, next: rightAt + 1 };
  const moment = readDateAndTime(scan, at, skipLead(scan, at));
  const resolved = moment && resolve(scan, moment.value, dayOf(scan.now));
  return moment && resolved && { value: resolved, next: moment.next };
}

/** "two sundays from now". */
function readWeekdaysAhead(scan: Scan, at: number): Found<Moment> | undefined {
  const count = readCount(scan, at);
  if (!count || count.value.isArticle || !Number.isInteger(count.value.value) || count.value.value < 1)
    return undefined;
  const { weekdays, weekdayPlurals } = scan.lexicon;
  const weekday = weekdayPlurals.get(wordAt(scan, count.next)) ?? weekdays.get(wordAt(scan, count.next));
  if (weekday === undefined || !isA(scan, count.next + 1, 'from') || !isA(scan, count.next + 2, 'now'))
    return undefined;
  const today = dayOf(scan.now);
  const ahead = (weekday - partsOf(today).weekday + 7) % 7 || 7;
  const day = today + (ahead + (count.value.value - 1) * 7) * DAY;
  return { value: { date: { period: dayPeriod(day) } }, next: count.next + 3 };
}

/** Whether a sentence ends at an index. */
function isWholeEnd(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  return token === undefined || token.newLine || /^[.,;!?)]$/.test(token.word);
}

/** A time said in another zone, on the reader's own clock. */
function inReadersZone(scan: Scan, wall: Wall, zone: string | undefined): Wall | undefined {
  if (zone === undefined) return wall;
  const local = toLocal(wall);
  return local === undefined ? undefined : fromLocal(localOf(instantOf(local, zone), scan.zone));
}

function isEmpty(moment: Moment): boolean {
  return !moment.date && !moment.clock && !moment.part && !moment.exact;
}

/** "on", "around": words before a date that belong to it. */
function skipLead(scan: Scan, at: number): number {
  const next = skip(scan, at, 'on');
  return skip(scan, skip(scan, next, 'approximately'), 'approximately');
}

/** What may stand between a date and its time: a comma, "on", "of", a dash or a dot. */
function skipJoint(scan: Scan, next: number, start: number): number {
  if (next === start) return next;
  if (/^[,∙·|]$/.test(wordAt(scan, next))) return skip(scan, next + 1, 'on');
  return isA(scan, next, 'on') || isA(scan, next, 'of') || isA(scan, next, 'for') || wordAt(scan, next) === 'after'
    ? next + 1
    : next;
}
