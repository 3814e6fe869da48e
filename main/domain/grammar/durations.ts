import type { Unit } from './lexicon.ts';
import { readCount, readInteger } from './quantities.ts';
import { isA, isGlued, skip, wordAt, type Found, type Scan } from './scan.ts';
import { addMonths, DAY, HOUR, MINUTE, SECOND, type Wall } from './wall.ts';

/** A length of time. Months and days are kept apart from milliseconds: they are not always equally long. */
export interface Duration {
  readonly months: number;
  readonly days: number;
  readonly ms: number;
  readonly smallest: Unit;
  readonly largest: Unit;
  /** How many of `largest`, when only one unit was said. */
  readonly count: number;
  /** Whether it was only "a day", "an hour": too little to be a date by itself. */
  readonly isArticle: boolean;
  /** Whether it was written without a space, as "90m" and "1h30". */
  readonly isCompact: boolean;
}

const ORDER: readonly Unit[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'];
const MARK_UNITS: ReadonlyMap<string, Unit> = new Map([
  ["'", 'minute'],
  ['’', 'minute'],
  ['"', 'second'],
]);

/** "2 hours", "1h 30m", "an hour and a half", "1 hour and fifteen", "3 years, 2 weeks", "2'". With `isListed` a comma or "and" parts two lengths. */
export function readDuration(scan: Scan, at: number, isListed = false): Found<Duration> | undefined {
  const first = readPart(scan, at);
  if (!first) return undefined;
  const parts = [first.value];
  let { next } = first;
  for (;;) {
    if (isListed && (wordAt(scan, next) === ',' || isA(scan, next, 'and'))) break;
    const more = readNextPart(scan, next, parts.at(-1)?.unit ?? 'second');
    if (!more) break;
    parts.push(more.value);
    next = more.next;
  }
  return { value: sum(parts, !parts.some((part) => part.isApart)), next };
}

/** Adds a duration to a wall-clock time, or takes it away with `sign` -1. */
export function addDuration(wall: Wall, duration: Duration, sign: 1 | -1 = 1): Wall {
  return addMonths(wall, sign * duration.months) + sign * (duration.days * DAY + duration.ms);
}

/** Whole minutes of a duration; a month counts 30 days. Undefined when it is shorter than a minute. */
export function minutesOf(duration: Duration): number | undefined {
  const minutes = Math.round(((duration.months * 30 + duration.days) * DAY + duration.ms) / MINUTE);
  return minutes > 0 ? minutes : undefined;
}

/** Whether a unit is a piece of a day. */
export function isClockUnit(unit: Unit): boolean {
  return unit === 'second' || unit === 'minute' || unit === 'hour';
}

interface Part {
  readonly value: number;
  readonly unit: Unit;
  readonly isArticle: boolean;
  readonly isApart: boolean;
}

function readPart(scan: Scan, at: number): Found<Part> | undefined {
  const found = readCount(scan, at);
  if (!found || isMilitary(scan, at, found.next)) return undefined;
  let { value } = found.value;
  let next = skip(scan, found.next, 'more');
  const half = readAndHalf(scan, next);
  if (half && !found.value.isArticle) {
    const unit = readUnit(scan, half.next);
    if (unit) {
      value += half.value;
      next = half.next;
    }
  }
  if (isA(scan, next, 'fortnight')) return { value: fortnights(value, found.value.isArticle), next: next + 1 };
  const unit = readUnit(scan, next);
  if (!unit) return undefined;
  const trailing = readAndHalf(scan, unit.next);
  const isTail = trailing !== undefined && !readUnit(scan, trailing.next);
  const end = isTail ? trailing.next : unit.next;
  return {
    value: {
      value: value + (isTail ? trailing.value : 0),
      unit: unit.value,
      isArticle: found.value.isArticle && !isTail,
      isApart: !isGlued(scan, next) || scan.tokens[at]?.kind !== 'number',
    },
    next: end,
  };
}

/** "0800 hrs", "1500 hours" are times of day. */
function isMilitary(scan: Scan, at: number, next: number): boolean {
  const digits = wordAt(scan, at);
  return next === at + 1 && /^([01]\d|2[0-3])[0-5]\d$/.test(digits) && /^(hours|hrs|h)$/.test(wordAt(scan, next));
}

function fortnights(count: number, isArticle: boolean): Part {
  return { value: count * 2, unit: 'week', isArticle, isApart: true };
}

/** "and a half", "and a quarter of": the fraction it adds. */
function readAndHalf(scan: Scan, at: number): Found<number> | undefined {
  if (!isA(scan, at, 'and')) return undefined;
  const next = scan.lexicon.articles.has(wordAt(scan, at + 1)) ? at + 2 : at + 1;
  if (isA(scan, next, 'half')) return { value: 0.5, next: next + 1 };
  const quarter = readCount(scan, at + 1);
  return quarter && quarter.value.value < 1 ? { value: quarter.value.value, next: quarter.next } : undefined;
}

function readUnit(scan: Scan, at: number): Found<Unit> | undefined {
  const word = wordAt(scan, at);
  // "1 d" is more often a list mark than a day; "an h" is an hour.
  if (word.length === 1 && word !== 'h' && !isGlued(scan, at)) return undefined;
  const unit = scan.lexicon.units.get(word) ?? (isGlued(scan, at) ? MARK_UNITS.get(word) : undefined);
  return unit ? { value: unit, next: at + 1 } : undefined;
}

function readNextPart(scan: Scan, at: number, after: Unit): Found<Part> | undefined {
  let next = at;
  if (wordAt(scan, next) === ',') next += 1;
  const hasAnd = isA(scan, next, 'and');
  if (hasAnd) next += 1;
  const part = readPart(scan, next);
  if (part && !part.value.isArticle && ORDER.indexOf(part.value.unit) < ORDER.indexOf(after)) return part;
  // "1h30" and "1 hour and fifteen" leave the minutes unsaid.
  const bare = after === 'hour' && (hasAnd || isGlued(scan, next)) ? readInteger(scan, next) : undefined;
  if (!bare || bare.value >= 60 || scan.tokens[bare.next]?.spaced === false) return undefined;
  return { value: { value: bare.value, unit: 'minute', isArticle: false, isApart: hasAnd }, next: bare.next };
}

function sum(parts: readonly Part[], isCompact: boolean): Duration {
  let [months, days, ms] = [0, 0, 0];
  for (const { value, unit } of parts) {
    const whole = Math.floor(value);
    const rest = value - whole;
    if (unit === 'year' || unit === 'quarter' || unit === 'month') {
      const each = unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1;
      const inMonths = value * each;
      months += Math.floor(inMonths);
      days += Math.round((inMonths - Math.floor(inMonths)) * 30);
    } else if (unit === 'week' || unit === 'day') {
      const each = unit === 'week' ? 7 : 1;
      days += whole * each;
      ms += Math.round(rest * each * DAY);
    } else {
      ms += Math.round(value * (unit === 'hour' ? HOUR : unit === 'minute' ? MINUTE : SECOND));
    }
  }
  const smallest = parts.at(-1);
  const largest = parts[0];
  return {
    months,
    days,
    ms,
    smallest: ms > 0 && smallest && !isClockUnit(smallest.unit) ? 'hour' : (smallest?.unit ?? 'second'),
    largest: largest?.unit ?? 'second',
    count: parts.length === 1 ? (largest?.value ?? 0) : 0,
    isArticle: parts.every((part) => part.isArticle),
    isCompact,
  };
}
