import { readDateAt, type DateFound } from './dates.ts';
import { minutesOf, readDuration } from './durations.ts';
import { isA, isGlued, skip, wordAt, type Found, type Scan } from './scan.ts';

/** When to tell about a thing: so long before its time, or at moments of their own. */
export interface Reminder {
  readonly minutesBefore: readonly number[];
  readonly moments: readonly DateFound[];
}

/**
 * "remind me 15 min before", "reminder 1 hour and 1 day before", "alert 10m", "with a 30 minute reminder", "remind me the
 * day before", "!30m before", and after the thing itself ", remind me on monday at 8".
 */
export function readReminder(scan: Scan, at: number): Found<Reminder> | undefined {
  return readLength(scan, at) ?? readAsked(scan, at) ?? readExclaimed(scan, at);
}

/** "with a 30 minute reminder". */
function readLength(scan: Scan, at: number): Found<Reminder> | undefined {
  if (!isA(scan, at, 'with')) return undefined;
  const start = scan.lexicon.articles.has(wordAt(scan, at + 1)) && wordAt(scan, at + 2) !== 'half' ? at + 2 : at + 1;
  const length = readDuration(scan, start);
  const minutes = length && minutesOf(length.value);
  return length && minutes !== undefined && isA(scan, length.next, 'reminder')
    ? { value: { minutesBefore: [minutes], moments: [] }, next: length.next + 1 }
    : undefined;
}

function readAsked(scan: Scan, at: number): Found<Reminder> | undefined {
  const start = isA(scan, at, 'with') ? (scan.lexicon.articles.has(wordAt(scan, at + 1)) ? at + 2 : at + 1) : at;
  const isRemind = isA(scan, start, 'remind') && wordAt(scan, start + 1) === 'me';
  if (!isRemind && !isA(scan, start, 'reminder')) return undefined;
  const next = isRemind ? start + 2 : skip(scan, start + 1, 'at');
  return readBefore(scan, next, isRemind) ?? (isRemind ? readMomentAsked(scan, at, next) : undefined);
}

/** "!30m before": the mark that Todoist uses. */
function readExclaimed(scan: Scan, at: number): Found<Reminder> | undefined {
  if (wordAt(scan, at) !== '!' || scan.tokens[at]?.spaced !== true || !isGlued(scan, at + 1)) return undefined;
  return readBefore(scan, at + 1, true);
}

/** "15 min", "1 hour and 1 day before", "the day before". `isStrict` when "before" must be said. */
function readBefore(scan: Scan, at: number, isStrict: boolean): Found<Reminder> | undefined {
  let next = at;
  const minutesBefore: number[] = [];
  for (;;) {
    const one = readOne(scan, next, isStrict);
    if (!one) break;
    minutesBefore.push(one.value);
    next = one.next;
    const joint = wordAt(scan, next) === ',' ? next + 1 : next;
    const and = isA(scan, joint, 'and') ? joint + 1 : joint;
    if (and === next || !readOne(scan, and, isStrict)) break;
    next = and;
  }
  return minutesBefore.length > 0 ? { value: { minutesBefore, moments: [] }, next } : undefined;
}

function readOne(scan: Scan, at: number, isStrict: boolean): Found<number> | undefined {
  const duration = readDuration(scan, at, true) ?? readTheDay(scan, at);
  const minutes = duration && minutesOf(duration.value);
  if (!duration || minutes === undefined) return undefined;
  const isBefore = isBeforeAt(scan, duration.next);
  // "1 hour and 1 day before": what is said last holds for all of them.
  if (isStrict && !isBefore && !isA(scan, duration.next, 'and') && wordAt(scan, duration.next) !== ',')
    return undefined;
  return { value: minutes, next: isBefore ? duration.next + 1 : duration.next };
}

function isBeforeAt(scan: Scan, at: number): boolean {
  return isA(scan, at, 'before') || /^(ahead|earlier|prior|early|beforehand)$/.test(wordAt(scan, at));
}

/** "the day before", "the week before". */
function readTheDay(scan: Scan, at: number): ReturnType<typeof readDuration> {
  if (!isA(scan, at, 'the')) return undefined;
  const unit = scan.lexicon.units.get(wordAt(scan, at + 1));
  if ((unit !== 'day' && unit !== 'week' && unit !== 'hour') || !isBeforeAt(scan, at + 2)) return undefined;
  const days = unit === 'day' ? 1 : unit === 'week' ? 7 : 0;
  const ms = unit === 'hour' ? 3_600_000 : 0;
  const value = { months: 0, days, ms, smallest: unit, largest: unit, count: 1, isArticle: false, isCompact: false };
  return { value, next: at + 2 };
}

/** ", remind me on monday at 8": behind the thing itself, and with nothing to do after it. */
function readMomentAsked(scan: Scan, at: number, next: number): Found<Reminder> | undefined {
  const before = scan.tokens[at - 1];
  const isFirst = before === undefined || scan.tokens[at]?.newLine === true || /^[.;!?]$/.test(before.word);
  if (isFirst) return undefined;
  const start = isA(scan, next, 'at') || isA(scan, next, 'on') ? next : skip(scan, next, 'the');
  const date = readDateAt(scan, start);
  const after = date && scan.tokens[date.next];
  const isEnd = after === undefined || after.newLine || (after.kind === 'mark' && !isGlued(scan, date?.next ?? at));
  const isClosed = isEnd || /^[.,;!?)]$/.test(after.word);
  return date && isClosed ? { value: { minutesBefore: [], moments: [date] }, next: date.next } : undefined;
}
