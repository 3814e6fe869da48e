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
import { canBegin, isA, longestOf, skip, wordAt, type Found, type Scan } from './scan.ts';
import { DAY, dayOf, dayPeriod, fromLocal, HOUR, partsOf, SECOND, toLocal, type Wall } from './wall.ts';

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
  return offset && offset.next > (other ?? 0) ? offset : readDateAndTime(scan, at, start);
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
    const day = (period?.start ?? dayOf(after)) + (isDayEnd ? DAY : 0);
    const said = inReadersZone(scan, day + clock.seconds * SECOND, clock.zone);
    if (said === undefined) return undefined;
    const isPast = !period && !moment.part && said < after;
    return { start: isPast ? said + DAY : said, grain: clock.grain };
  }
  if (moment.part) {
    const day = period?.start ?? dayOf(scan.now);
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
  if (moment.clock === undefined && (first === undefined || first.period.grain === 'day')) {
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
  return longestOf(scan, at, [readHoliday, readNumericDate, readNamedDate, readRelativeDate]);
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
    return { value: { ...moment, date, part: named }, next: lateAt + 2 };
  }
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
  if (!part || (moment.date && moment.date.period.grain !== 'day')) return undefined;
  return {
    value: { ...moment, date: moment.date ?? today, part: isEarly ? { ...part, toHour: 9 } : part },
    next: hoursAt + 1,
  };
}

/** "in 5 minutes", "2 weeks ago", "3 days from now", "5 hours before noon", "+1h", "two fridays from now". */
function readOffset(scan: Scan, at: number): Found<Moment> | undefined {
  const sign = wordAt(scan, at);
  const isSigned = (sign === '+' || sign === '-') && scan.tokens[at + 1]?.kind === 'number';
  const hasIn = isA(scan, at, 'in') || (isA(scan, at, 'after') && wordAt(scan, at) === 'after');
  const start = skip(scan, isSigned || hasIn ? at + 1 : at, 'the');
  const fridays = hasIn ? undefined : readWeekdaysAhead(scan, start);
  if (fridays) return fridays;
  const duration = readDuration(scan, start);
  if (!duration) return readRelativeUnit(scan, at);
  const { next } = duration;
  const move = (direction: 1 | -1, end: number, base?: Resolved): Found<Moment> => {
    const from = base?.start ?? scan.now;
    const wall = addDuration(from, duration.value, direction);
    const isClock = isClockUnit(duration.value.smallest) || (base !== undefined && isClockUnit(base.grain));
    const grain = duration.value.smallest === 'second' ? 'second' : 'minute';
    const period = dayPeriod(dayOf(wall));
    return { value: isClock ? { exact: { wall, grain } } : { date: { period } }, next: end };
  };
  if (isSigned) return move(sign === '-' ? -1 : 1, next);
  if (isA(scan, next, 'ago')) return move(-1, next + 1);
  if (isA(scan, next, 'later')) return move(1, next + 1);
  const isFrom = isA(scan, next, 'from') || (isA(scan, next, 'after') && wordAt(scan, next) !== 'since');
  if (isFrom || isA(scan, next, 'before')) {
    const anchor = readAnchor(scan, next + 1);
    if (anchor) return move(isFrom ? 1 : -1, anchor.next, anchor.value);
    return !isFrom && isWholeEnd(scan, next + 1) ? move(-1, next + 1) : undefined;
  }
  if (hasIn) return move(1, next);
  const isWhole = at === 0 && next === scan.tokens.length;
  const isRealCount = !duration.value.isArticle || isClockUnit(duration.value.smallest);
  return isWhole && isRealCount ? move(1, next) : undefined;
}

/** "the min after", "a week tomorrow". */
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
