import type { DateSpan, ReadingContext } from '#contract/capture';
import { whenOf } from '../time/zoned.ts';
import { readBareHour, settle, settleBefore, type Clock } from './clocks.ts';
import { readMoment, resolve, type Moment, type Resolved } from './moments.ts';
import { readMonthDayNumber, readNamedDate, readYearNumber } from './named-dates.ts';
import { readNumericDate } from './numeric-dates.ts';
import { canBegin, isA, isGlued, scanOf, skip, wordAt, type Found, type Scan } from './scan.ts';
import { DAY, dayOf, dayPeriod, partsOf, toLocal, wallOf } from './wall.ts';

/** A date found in a scanned text: which tokens it takes, and where it lies on the reader's clock. */
export interface DateFound {
  /** Indices of its first token and of the one after its last. */
  readonly at: number;
  readonly next: number;
  readonly moment: Moment;
  readonly resolved: Resolved;
  /** "by friday": any time from now until then is meant. */
  readonly isUntil?: boolean;
}

/**
 * The dates and times of a text, in order and never overlapping. Never throws; words that only look like dates
 * ("may I", "sun is out") stay words. Past {@link READ_LIMIT} characters the text is not read.
 */
export function findDates(text: string, context: ReadingContext): readonly DateSpan[] {
  const scan = scanOf(text, context);
  return datesIn(scan).flatMap((found) => dateSpanOf(scan, found) ?? []);
}

/** As {@link findDates}, where "by friday" tells of friday alone: the word before it is the reader's own. */
export function findNamedDates(text: string, context: ReadingContext): readonly DateSpan[] {
  const scan = scanOf(text, context);
  return datesIn(scan).flatMap((found) => {
    const named = found.isUntil ? readDateAt(scan, skip(scan, found.at + 1, 'at')) : found;
    return (named && dateSpanOf(scan, named)) ?? [];
  });
}

/** The dates of a scanned text; tokens for which `isTaken` says so are passed over. */
function datesIn(scan: Scan, isTaken: (at: number) => boolean = () => false): readonly DateFound[] {
  const found: DateFound[] = [];
  let at = 0;
  while (at < scan.tokens.length) {
    const date = isTaken(at) || !canBegin(scan, at) ? undefined : readDateAt(scan, at);
    if (date && !rangeHas(date.at, date.next, isTaken)) {
      found.push(date);
      at = date.next;
    } else {
      at += 1;
    }
  }
  return found;
}

/** A found date in the words of the contract; undefined outside the years 1 to 9999. */
export function dateSpanOf(scan: Scan, found: DateFound): DateSpan | undefined {
  const { at, next } = found;
  const resolved = found.isUntil ? untilOf(scan, found.resolved) : found.resolved;
  const [first, last] = [scan.tokens[at], scan.tokens[next - 1]];
  const start = toLocal(resolved.start);
  const end = resolved.end === undefined ? undefined : toLocal(resolved.end);
  if (!first || !last || start === undefined) return undefined;
  return {
    from: first.from,
    to: last.to,
    text: scan.text.slice(first.from, last.to),
    start: whenOf(start, scan.zone, resolved.grain),
    ...(end === undefined ? {} : { end: whenOf(end, scan.zone, resolved.grain) }),
  };
}

/** From now to the end of what was said; what is over stays as it is. */
function untilOf(scan: Scan, resolved: Resolved): Resolved {
  const end = resolved.end ?? (resolved.grain === 'day' ? resolved.start + DAY : resolved.start);
  return end > scan.now ? { start: scan.now, end, grain: 'second' } : resolved;
}

/** Whether two days were said, a first and a last one: no stretch with a name, such as "this weekend". */
export function isDayRange({ moment, resolved: { end, grain } }: Pick<DateFound, 'moment' | 'resolved'>): boolean {
  const said = moment.date?.period;
  return grain === 'day' && said?.grain === 'day' && end !== undefined && end > said.end;
}

/** The date that begins at a token, if one does. */
export function readDateAt(scan: Scan, at: number): DateFound | undefined {
  const isNow = isA(scan, at, 'now') && isNowMeant(scan, at);
  if (isNow) return { at, next: at + 1, moment: {}, resolved: { start: scan.now, grain: 'second' } };
  if (wordAt(scan, at) === 'by') {
    const until = readDateAt(scan, skip(scan, at + 1, 'at'));
    return until && until.at > at && !until.isUntil ? { ...until, at, isUntil: true } : undefined;
  }
  const range = readDayRange(scan, at) ?? readTwoDates(scan, at) ?? readRange(scan, at);
  const single = range ? undefined : readMoment(scan, at);
  const resolved = range ? range.value.resolved : single && resolve(scan, single.value);
  const next = range?.next ?? single?.next;
  if (!resolved || next === undefined || !isClean(scan, at, next) || isOnlyWord(scan, at, next)) return undefined;
  return { at, next, moment: range?.value.moment ?? single?.value ?? {}, resolved };
}

interface Range {
  readonly moment: Moment;
  readonly resolved: Resolved;
}

/** "from 3 to 4pm", "fri 1-2pm", "mon to wed", "9:30 - 11:00 on thursday", "aug 10 - nov 12, 2011". */
function readRange(scan: Scan, at: number): Found<Range> | undefined {
  const isOpened = isA(scan, at, 'from') || isA(scan, at, 'between');
  const begin = isOpened ? at + 1 : at;
  if (!canBegin(scan, begin)) return undefined;
  const first = readMoment(scan, begin) ?? bareTime(scan, begin);
  if (!first || first.value.exact) return undefined;
  const inner = readInnerFrom(scan, first);
  const from = inner ?? first;
  const isAnd = isOpened && isA(scan, from.next, 'and');
  if (!isA(scan, from.next, 'to') && !isAnd) return undefined;
  const second = readRangeEnd(scan, from.next + 1, from.value);
  if (!second) return undefined;
  const value = joined(scan, from.value, second.value);
  return value && { value, next: second.next };
}

/** The end of a range that opened with a time is first of all a time: "3-4pm" before "3 - 4 July". */
function readRangeEnd(scan: Scan, at: number, first: Moment): Found<Moment> | undefined {
  const moment = readMoment(scan, at);
  if (moment && (!first.clock || moment.value.clock)) return moment;
  const bare = first.clock ? readBareHour(scan, at) : undefined;
  if (
    !bare ||
    // "4pm - 3 days"
    scan.lexicon.units.has(wordAt(scan, bare.next)) ||
    (bare.value.grain === 'hour' && !bare.value.isPlain && !first.clock?.isPlain && !isBareRangeSure(scan, bare.next))
  )
    return moment;
  // A date after the times belongs to both: "9:30 - 11:00 on thursday".
  const tail = first.date ? undefined : readMoment(scan, bare.next);
  const date = tail && tail.value.date && !tail.value.clock ? tail.value.date : undefined;
  return date && tail
    ? { value: { clock: bare.value, date }, next: tail.next }
    : { value: { clock: bare.value }, next: bare.next };
}

/** "thursday from 9:30": the time that opens a range after its date. */
function readInnerFrom(scan: Scan, first: Found<Moment>): Found<Moment> | undefined {
  if (first.value.clock) return undefined;
  const opened = isA(scan, first.next, 'from') || isA(scan, first.next, 'between') ? first.next + 1 : first.next;
  const start = wordAt(scan, opened) === ',' ? opened + 1 : opened;
  const clock = readBareHour(scan, start);
  if (!clock) return undefined;
  // "monday 7 to 9am" is a range; "monday 7 apples" is not.
  const isRange = isA(scan, clock.next, 'to') || (opened > first.next && isA(scan, clock.next, 'and'));
  const closes = isRange ? readBareHour(scan, clock.next + 1) : undefined;
  return closes ? { value: { ...first.value, clock: clock.value }, next: clock.next } : undefined;
}

function bareTime(scan: Scan, at: number): Found<Moment> | undefined {
  const clock = readBareHour(scan, at);
  if (!clock) return undefined;
  const isAfterFrom = isA(scan, at - 1, 'from') || isA(scan, at - 1, 'between');
  const end = isA(scan, clock.next, 'to') || isAfterFrom ? readBareHour(scan, clock.next + 1) : undefined;
  if (!end) return undefined;
  // "3-4" alone is a score or a page; one side must be written as a time.
  return end.value.isPlain ||
    clock.value.isPlain ||
    (isAfterFrom && end.value.seconds !== clock.value.seconds && isBareRangeSure(scan, end.next))
    ? { value: { clock: clock.value }, next: clock.next }
    : undefined;
}

/** "from 3 to 4": two bare numbers are times only where the sentence ends or a date follows. */
function isBareRangeSure(scan: Scan, next: number): boolean {
  const token = scan.tokens[next];
  return token === undefined || token.newLine || token.kind === 'mark' || readMoment(scan, next) !== undefined;
}

function joined(scan: Scan, first: Moment, second: Moment): Range | undefined {
  if (first.clock && second.clock) return joinedTimes(scan, first, second, first.clock, second.clock);
  if (second.clock && !first.clock) return undefined;
  const end = second.exact ? undefined : resolve(scan, second);
  if (!end || (first.clock && !second.date)) return undefined;
  const shared = sharedYear(first, second);
  const start = resolve(scan, shared);
  if (!start || start.grain === 'second') return undefined;
  let close = end.end ?? (end.grain === 'day' ? end.start + DAY : end.start);
  // "mon to wed", "december to may": the end comes after the start.
  if (close <= start.start && second.date?.weekday !== undefined)
    close += 7 * DAY * Math.ceil((start.start - close + 1) / (7 * DAY));
  if (close <= start.start && second.date?.inYear)
    close = second.date.inYear(partsOf(start.start).year + 1)?.end ?? close;
  if (close <= start.start) return undefined;
  return { moment: shared, resolved: { start: start.start, end: close, grain: start.grain } };
}

function joinedTimes(scan: Scan, first: Moment, second: Moment, opens: Clock, closes: Clock): Range | undefined {
  const date = first.date ?? second.date;
  const base: Moment = {
    ...first,
    ...(date ? { date } : {}),
    clock: { ...(closes.zone ? { zone: closes.zone } : {}), ...settleBefore(opens, closes) },
  };
  const start = resolve(scan, base);
  if (!start) return undefined;
  const endDate = second.date ?? first.date;
  const settledEnd = closes.isHalfOpen && !first.part ? settle(closes) : closes;
  const part = second.part ?? first.part;
  const close = resolve(
    scan,
    { clock: settledEnd, ...(endDate ? { date: endDate } : {}), ...(part ? { part } : {}) },
    start.start,
  );
  if (!close) return undefined;
  let end = close.start;
  // "11pm-3" ends at the first 3 o'clock after it.
  if (closes.isHalfOpen && !part && !second.date) {
    const raw = (closes.seconds % 43_200) * 1000;
    end = dayOf(start.start) + raw;
    while (end <= start.start) end += DAY / 2;
  }
  // At 10:30 "10:00 to 13:30" is the range that is running, not tomorrow's.
  const isWithinDay = dayOf(start.start) === dayOf(end - 1);
  const isRunning = isWithinDay && start.start - DAY <= scan.now && start.start > scan.now && end - DAY > scan.now;
  if (!date && !first.part && isRunning)
    return { moment: base, resolved: { start: start.start - DAY, end: end - DAY, grain: start.grain } };
  if (end <= start.start) end += closes.isHalfOpen && end + DAY / 2 > start.start ? DAY / 2 : DAY;
  const grain = start.grain === 'hour' ? close.grain : start.grain;
  return { moment: base, resolved: { start: start.start, end, grain } };
}

/** "aug 10 - nov 12, 2011": the year said last holds for both. */
function sharedYear(first: Moment, second: Moment): Moment {
  if (!first.date?.inYear || !second.date || second.date.inYear || second.date.weekday !== undefined) return first;
  const { start } = second.date.period;
  const { year } = partsOf(start);
  const period = [first.date.inYear(year), first.date.inYear(year - 1)].find(
    (one) => one !== undefined && one.start <= start,
  );
  return period ? { ...first, date: { period } } : first;
}

/** "17 August 2013 19 August 2013": two full dates side by side are a first and a last day. */
function readTwoDates(scan: Scan, at: number): Found<Range> | undefined {
  if (!isFullDate(scan, at)) return undefined;
  const first = readNamedDate(scan, at) ?? readNumericDate(scan, at);
  if (!first || first.value.inYear || first.value.period.grain !== 'day' || !isFullDate(scan, first.next))
    return undefined;
  const second = readNamedDate(scan, first.next) ?? readNumericDate(scan, first.next);
  if (!second || second.value.inYear || second.value.period.grain !== 'day') return undefined;
  const [start, end] = [first.value.period.start, second.value.period.end];
  if (end <= start + DAY) return undefined;
  return { value: { moment: { date: first.value }, resolved: { start, end, grain: 'day' } }, next: second.next };
}

function isFullDate(scan: Scan, at: number): boolean {
  return scan.tokens[at]?.kind === 'number' || scan.lexicon.months.has(wordAt(scan, at));
}

/** "july 13-15", "from 13th to 15th july", "june 10 - 12, 2022": two days of one month. */
function readDayRange(scan: Scan, at: number): Found<Range> | undefined {
  const start = isA(scan, at, 'from') || isA(scan, at, 'between') || isA(scan, at, 'on') ? at + 1 : at;
  const monthFirst = scan.lexicon.months.get(wordAt(scan, start));
  const afterMonth = wordAt(scan, start + 1) === '.' ? start + 2 : start + 1;
  const from = readMonthDayNumber(scan, skip(scan, monthFirst === undefined ? start : afterMonth, 'the'));
  if (!from || !(isA(scan, from.next, 'to') || (start > at && isA(scan, from.next, 'and')))) return undefined;
  const to = readMonthDayNumber(scan, skip(scan, from.next + 1, 'the'));
  if (!to) return undefined;
  const monthAt = skip(scan, to.next, 'of');
  const month = monthFirst ?? scan.lexicon.months.get(wordAt(scan, monthAt));
  const isTime =
    wordAt(scan, to.next) === ':' ||
    scan.lexicon.classes.get('pm')?.has(wordAt(scan, to.next)) === true ||
    isA(scan, to.next, 'am');
  if (month === undefined || isTime) return undefined;
  const end = monthFirst === undefined ? monthAt + 1 : to.next;
  const year = readYearNumber(scan, end);
  const inYear = (in_: number): { start: number; end: number } => ({
    start: wallOf(in_, month, from.value),
    end: wallOf(in_, month, to.value) + DAY,
  });
  const now = partsOf(scan.now).year;
  const days = year ? inYear(year.value) : [inYear(now), inYear(now + 1)].find((one) => one.end > scan.now);
  if (!days || partsOf(days.end - DAY).month !== month || days.end <= days.start) return undefined;
  const moment: Moment = { date: { period: dayPeriod(days.start) } };
  return { value: { moment, resolved: { ...days, grain: 'day' } }, next: year?.next ?? end };
}

/** Whether nothing is stuck to either side that makes it a number, a price or a part of a longer word. */
function isClean(scan: Scan, at: number, next: number): boolean {
  const first = scan.tokens[at];
  const before = scan.tokens[at - 1];
  if (before && first && !first.spaced) {
    if (before.kind !== 'mark' || /^[$€£¥#%&_]$/.test(before.word)) return false;
    const isStuck = /^[./:,+-]$/.test(before.word) && isGlued(scan, at - 1) && scan.tokens[at - 2]?.kind !== 'mark';
    if (isStuck && scan.tokens[at - 2] !== undefined && scan.tokens[at - 2]?.kind === 'number') return false;
    if (before.word === '-' && isStuck) return false;
  }
  const after = scan.tokens[next];
  // "June 10 - 31, 2022": no such end, so no such beginning.
  if (
    /^[-–]$/.test(after?.word ?? '') &&
    scan.lexicon.months.has(first?.word ?? '') &&
    scan.tokens[next + 1]?.kind === 'number' &&
    wordAt(scan, next + 2) !== ':'
  ) {
    return false;
  }
  if (!after || after.spaced) return true;
  if (after.kind !== 'mark') return false;
  if (/^[%€$£¥_]$/.test(after.word)) return false;
  const beyond = scan.tokens[next + 1];
  // "monday.com"
  if (after.word === '.' && beyond && !beyond.spaced && beyond.kind === 'word') return false;
  return !(/^[./:,+-]$/.test(after.word) && beyond && !beyond.spaced && beyond.kind === 'number');
}

/** Whether it is one everyday word with no sign that a date is meant: "may", "sun", "march", "mon". */
function isOnlyWord(scan: Scan, at: number, next: number): boolean {
  const token = scan.tokens[at];
  if (next !== at + 1 || !token) return false;
  if (isAddressed(scan, at)) return true;
  const isAmbiguous = token.isEveryday === true || scan.lexicon.ambiguous.has(token.word);
  if (!isAmbiguous) return isMonthOfThing(scan, at, next);
  if (scan.tokens.length === 1 || scan.lexicon.datePrepositions.has(wordAt(scan, at - 1))) return false;
  const isMonth = scan.lexicon.months.has(token.word);
  const raw = scan.text.slice(token.from, token.to);
  const after = scan.tokens[next];
  const isLast = after === undefined || after.newLine || (after.kind === 'mark' && after.word !== "'");
  // A weekday's short form at the end of what was said: "gym sat", "dentist mon".
  return (
    isMonth ||
    !isLast ||
    at === 0 ||
    (raw !== raw.toLowerCase() && scan.tokens[at - 1]?.kind === 'word' && token.word === 'tom')
  );
}

/** "talk to April", "ask June": after such a verb the name of a month is a person's. */
function isAddressed(scan: Scan, at: number): boolean {
  if (!scan.lexicon.months.has(wordAt(scan, at))) return false;
  const verb = wordAt(scan, wordAt(scan, at - 1) === 'to' || wordAt(scan, at - 1) === 'with' ? at - 2 : at - 1);
  return /^(talk|speak|write|listen|reply|respond|apologise|apologize|explain|say|give|lend|show|tell|ask|call|meet|help|thank|invite|email|text|message|visit|see|hug|chat)$/.test(
    verb,
  );
}

/** "october revenue report" is about October: a lone month is a date at the end, or behind a word that says so. */
function isMonthOfThing(scan: Scan, at: number, next: number): boolean {
  const after = scan.tokens[next];
  if (!scan.lexicon.months.has(wordAt(scan, at)) || after?.kind !== 'word' || after.newLine) return false;
  return !scan.lexicon.datePrepositions.has(wordAt(scan, at - 1)) && !scan.lexicon.beginners.has(after.word);
}

/** "now" is a time only where something is said to be due or at it. */
function isNowMeant(scan: Scan, at: number): boolean {
  const after = scan.tokens[at + 1];
  if (at === 0) return after === undefined;
  return /^(is|right|by|from|until)$/.test(wordAt(scan, at - 1)) && (after === undefined || after.kind === 'mark');
}

function rangeHas(from: number, to: number, test: (at: number) => boolean): boolean {
  for (let at = from; at < to; at += 1) if (test(at)) return true;
  return false;
}
