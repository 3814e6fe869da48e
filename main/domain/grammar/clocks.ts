import type { DayPart } from './lexicon.ts';
import { readInteger } from './quantities.ts';
import { isA, isGlued, skip, wordAt, type Found, type Scan } from './scan.ts';
import { readZone } from './zones.ts';

type Half = 'am' | 'pm';

/** A time of day as it was said. */
export interface Clock {
  /** Seconds after midnight. */
  readonly seconds: number;
  readonly grain: 'hour' | 'minute' | 'second';
  /** Whether half of the day was left unsaid: "at 3" may be 15:00. */
  readonly isHalfOpen: boolean;
  /** Whether it can stand without "at": it has a colon, am or pm, or is a word such as "noon". */
  readonly isPlain: boolean;
  /** The half that was said, with "am", "pm" or a part of the day. */
  readonly half?: Half;
  /** Zone it was said in, an IANA name or an offset. */
  readonly zone?: string;
}

/**
 * A time of day: "3pm", "15:30", "15h30", "half past 3", "a quarter to noon", "ten thirty am", "at 9", "10 o'clock",
 * each with a zone ("8:00 GMT"). A bare number is only a time after "at".
 */
export function readClock(scan: Scan, at: number): Found<Clock> | undefined {
  const hasAt = isA(scan, at, 'at');
  const start = skip(scan, skip(scan, hasAt ? at + 1 : at, 'approximately'), 'approximately');
  const found = readMinutesFrom(scan, start) ?? readHour(scan, start, hasAt);
  if (!found) return undefined;
  const zone = readZone(scan, found.next);
  if (!found.value.isPlain && !hasAt && !(zone && found.next > start + 1)) return undefined;
  return zone ? { value: { ...found.value, zone: zone.value }, next: zone.next } : found;
}

/** A bare hour beside a date or in a range: "9 tomorrow", "3-4pm". The caller knows that a time is meant. */
export function readBareHour(scan: Scan, at: number): Found<Clock> | undefined {
  const start = skip(scan, at, 'approximately');
  const found = readMinutesFrom(scan, start) ?? readHour(scan, start, true);
  if (!found) return undefined;
  const zone = readZone(scan, found.next);
  return zone ? { value: { ...found.value, zone: zone.value }, next: zone.next } : found;
}

/** Gives a half-open time its half: by the part of the day it stands beside, else by what people mean. */
export function settle(clock: Clock, part?: DayPart): Clock {
  if (!clock.isHalfOpen) return clock;
  const hour = Math.floor(clock.seconds / 3600);
  // Nobody has lunch at 1 in the morning: small hours are the afternoon's unless "morning" was said.
  const isAfternoon = part ? part.fromHour >= 12 : hour >= 1 && hour <= 6;
  const seconds = isAfternoon && hour < 12 ? clock.seconds + 12 * 3600 : clock.seconds;
  return { ...clock, seconds, isHalfOpen: false };
}

/** Lets the start of a range share the half of its end: "from 3:30 to 6pm", but "11-1pm" begins in the morning. */
export function settleBefore(start: Clock, end: Clock): Clock {
  if (!start.isHalfOpen || end.isHalfOpen) return start;
  // "6:30 to 23:00" is said by the 24-hour clock.
  if (end.half === undefined && end.seconds >= 13 * 3600) return { ...start, isHalfOpen: false };
  if (end.half === 'am') {
    // "12-3am" begins at midnight, "10-2am" in the evening.
    const isNoon = start.seconds >= 12 * 3600;
    const seconds = isNoon
      ? start.seconds - 12 * 3600
      : start.seconds >= end.seconds
        ? start.seconds + 12 * 3600
        : start.seconds;
    return { ...start, seconds, isHalfOpen: false };
  }
  if (end.seconds < 12 * 3600) return start;
  const shifted = start.seconds < 12 * 3600 ? start.seconds + 12 * 3600 : start.seconds;
  return { ...start, seconds: shifted < end.seconds ? shifted : start.seconds, isHalfOpen: false };
}

/** "half past 3", "quarter to noon", "15 minutes past 3pm". */
function readMinutesFrom(scan: Scan, at: number): Found<Clock> | undefined {
  const { articles, units } = scan.lexicon;
  let minutes: number | undefined;
  let next = at;
  // "halb drei" is half an hour before three.
  if (wordAt(scan, at) === '~halfto') {
    const hour = readHour(scan, at + 1, true);
    if (!hour || hour.value.grain !== 'hour') return undefined;
    const seconds = (hour.value.seconds - 1800 + 86_400) % 86_400;
    return { value: { ...hour.value, seconds, grain: 'minute', isPlain: true }, next: hour.next };
  }
  if (isA(scan, next, 'half')) {
    minutes = 30;
    next += 1;
    // "half three" is half past three to the British.
    const british = isA(scan, at - 1, 'at') || at === 0 ? readSpelled(scan, next, true) : undefined;
    if (british && british.value.grain === 'hour' && isEndOrDate(scan, british.next))
      return {
        value: { ...british.value, seconds: british.value.seconds + 1800, grain: 'minute', isPlain: true },
        next: british.next,
      };
  } else {
    if (articles.has(wordAt(scan, next))) next += 1;
    if (isA(scan, next, 'quarter')) {
      minutes = 15;
      next += 1;
    } else {
      const count = readInteger(scan, at);
      if (!count || count.value < 1 || count.value > 59) return undefined;
      minutes = count.value;
      next = units.get(wordAt(scan, count.next)) === 'minute' ? count.next + 1 : count.next;
    }
  }
  const isPast =
    isA(scan, next, 'minutesPast') || (isA(scan, next, 'from') && units.get(wordAt(scan, next - 1)) === 'minute');
  if (!isPast && !isA(scan, next, 'minutesTo')) return undefined;
  const hour = readHour(scan, next + 1, true);
  if (!hour || hour.value.grain !== 'hour') return undefined;
  // "3 to 4pm" is a range and "15 to 20" two numbers: digits alone need "minutes", a noon, or more than a clock's hours.
  const isWordy = scan.tokens[at]?.kind === 'word' || units.get(wordAt(scan, next - 1)) === 'minute';
  const isNoon = scan.lexicon.clockWords.has(wordAt(scan, next + 1));
  if (!isPast && !isWordy && !isNoon && !(minutes > 12 && hour.value.isPlain)) return undefined;
  const seconds = (hour.value.seconds + (isPast ? minutes : -minutes) * 60 + 86_400) % 86_400;
  return { value: { ...hour.value, seconds, grain: 'minute', isPlain: true }, next: hour.next };
}

function isEndOrDate(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  return (
    token === undefined ||
    token.newLine ||
    token.kind === 'mark' ||
    scan.lexicon.dayWords.has(token.word) ||
    scan.lexicon.datePrepositions.has(token.word)
  );
}

/** An hour with or without minutes. `isTime` when the words before it say that a time is meant. */
function readHour(scan: Scan, at: number, isTime: boolean): Found<Clock> | undefined {
  const word = scan.lexicon.clockWords.get(wordAt(scan, at));
  if (word !== undefined) return { value: clockAt(word, 0, 0, 'hour', false, true), next: at + 1 };
  const token = scan.tokens[at];
  const found = token?.kind === 'number' ? readDigits(scan, at, isTime) : readSpelled(scan, at, isTime);
  if (!found || found.next <= at) return undefined;
  return found;
}

interface Reading {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly grain: Clock['grain'];
  /** Written so that it can only be a time. */
  readonly isSure: boolean;
  /** Written with a leading zero or as 15h: the 24-hour clock is meant. */
  readonly is24: boolean;
}

function readDigits(scan: Scan, at: number, isTime: boolean): Found<Clock> | undefined {
  const digits = wordAt(scan, at);
  const hour = Number(digits);
  const isPadded = digits.length === 2 && digits.startsWith('0');
  const separator = isGlued(scan, at + 1) ? wordAt(scan, at + 1) : '';
  const minutes = isGlued(scan, at + 2) ? sexagesimal(scan, at + 2) : undefined;
  if (digits.length <= 2 && separator === ':' && minutes !== undefined) {
    const seconds = wordAt(scan, at + 3) === ':' && isGlued(scan, at + 4) ? sexagesimal(scan, at + 4) : undefined;
    let next = seconds === undefined ? at + 3 : at + 5;
    if (
      seconds !== undefined &&
      wordAt(scan, next) === '.' &&
      isGlued(scan, next + 1) &&
      scan.tokens[next + 1]?.kind === 'number'
    )
      next += 2;
    return finish(
      scan,
      {
        hour,
        minute: minutes,
        second: seconds ?? 0,
        grain: seconds === undefined ? 'minute' : 'second',
        isSure: true,
        is24: isPadded,
      },
      next,
    );
  }
  if (digits.length <= 2 && separator === 'h') {
    return finish(
      scan,
      {
        hour,
        minute: minutes ?? 0,
        second: 0,
        grain: minutes === undefined ? 'hour' : 'minute',
        // "1h30" and "2h" are lengths of time, "15h30" is a time; "at 8h" and "8h GMT" are too.
        isSure: minutes !== undefined && hour >= 6,
        is24: true,
      },
      minutes === undefined ? at + 2 : secondsEnd(scan, at + 3),
    );
  }
  if (digits.length <= 2 && separator === '.' && minutes !== undefined) {
    const found = finish(
      scan,
      { hour, minute: minutes, second: 0, grain: 'minute', isSure: false, is24: isPadded },
      at + 3,
    );
    if (found && (isTime || found.value.isPlain)) return found;
  }
  // "20271112T103000"
  if (digits.length === 6 && wordAt(scan, at - 1) === 't' && isGlued(scan, at)) {
    const [h, m, second] = [0, 2, 4].map((from) => Number(digits.slice(from, from + 2))) as [number, number, number];
    return finish(scan, { hour: h, minute: m, second, grain: 'second', isSure: true, is24: true }, at + 1);
  }
  if (digits.length === 3 || digits.length === 4) {
    const [h, m] = [Math.floor(hour / 100), hour % 100];
    // "0800 hrs", "1730h": as armies and railways say it.
    const isMilitary = digits.length === 4 && h < 24 && m < 60 && /^(hours|hrs|h)$/.test(wordAt(scan, at + 1));
    if (isMilitary)
      return finish(scan, { hour: h, minute: m, second: 0, grain: 'minute', isSure: true, is24: true }, at + 2);
    const found = finish(
      scan,
      { hour: h, minute: m, second: 0, grain: 'minute', isSure: false, is24: digits.startsWith('0') },
      at + 1,
    );
    return found && (found.value.isPlain || isTime) && m < 60 ? found : undefined;
  }
  if (digits.length > 2) return undefined;
  const reading: Reading = { hour, minute: 0, second: 0, grain: 'hour', isSure: false, is24: isPadded };
  return readParted(scan, reading, at + 1, isTime) ?? finish(scan, reading, at + 1);
}

/** "14 Uhr 30", "à 14 heures 30", "las tres y media", "huit heures moins le quart": the minutes apart from their hour. */
function readParted(scan: Scan, reading: Reading, at: number, isTime: boolean): Found<Clock> | undefined {
  if (scan.language === undefined) return undefined;
  const isHours = isTime && wordAt(scan, at) === 'hours';
  const isOClock = isHours || isA(scan, at, 'oclock');
  const next = isOClock ? at + 1 : at;
  const sign = wordAt(scan, next) === '~past' ? 1 : wordAt(scan, next) === '~less' ? -1 : 0;
  const countAt = sign === 0 ? next : next + 1;
  const count = isA(scan, countAt, 'half')
    ? { value: 30, next: countAt + 1 }
    : isA(scan, countAt, 'quarter')
      ? { value: 15, next: countAt + 1 }
      : readInteger(scan, countAt);
  const isMinutes =
    count !== undefined &&
    count.value < 60 &&
    (sign !== 0 || (isOClock && count.value >= 5 && !scan.lexicon.units.has(wordAt(scan, count.next))));
  if (!isMinutes) return isHours ? finish(scan, { ...reading, isSure: true }, next) : undefined;
  const hour = sign < 0 ? (reading.hour + 23) % 24 : reading.hour;
  const minute = sign < 0 ? (60 - count.value) % 60 : count.value;
  return finish(
    scan,
    { ...reading, hour: hour === 0 && reading.hour === 1 ? 12 : hour, minute, grain: 'minute', isSure: true },
    count.next,
  );
}

/** "8h10m00s": the index after what follows the minutes; seconds of such a time are not kept. */
function secondsEnd(scan: Scan, at: number): number {
  if (wordAt(scan, at) !== 'm' || !isGlued(scan, at)) return at;
  const isSeconds = sexagesimal(scan, at + 1) !== undefined && wordAt(scan, at + 2) === 's' && isGlued(scan, at + 2);
  return isSeconds ? at + 3 : at + 1;
}

/** "ten thirty", "seven oh five", "six". */
function readSpelled(scan: Scan, at: number, isTime: boolean): Found<Clock> | undefined {
  const hour = scan.lexicon.numbers.get(wordAt(scan, at));
  if (hour === undefined || hour > (scan.language ? 20 : 12) || /^(couple|few|several|dozen)$/.test(wordAt(scan, at)))
    return undefined;
  const after = wordAt(scan, at + 1) === '-' ? at + 2 : at + 1;
  const zeroAt =
    isA(scan, after, 'oh') || wordAt(scan, after) === 'zero'
      ? wordAt(scan, after + 1) === '-'
        ? after + 2
        : after + 1
      : after;
  const minutes = readInteger(scan, zeroAt);
  const isMinutes =
    minutes !== undefined && (zeroAt > after ? minutes.value < 10 : minutes.value >= 10 && minutes.value < 60);
  if (isMinutes && scan.tokens[zeroAt]?.kind === 'word') {
    const found = finish(
      scan,
      { hour, minute: minutes.value, second: 0, grain: 'minute', isSure: false, is24: false },
      minutes.next,
    );
    if (found && (isTime || found.value.isPlain)) return found;
  }
  const reading: Reading = { hour, minute: 0, second: 0, grain: 'hour', isSure: false, is24: false };
  return readParted(scan, reading, at + 1, isTime) ?? finish(scan, reading, at + 1);
}

/** Adds "ish", "o'clock" and the half of the day, and checks that there is such a time. */
function finish(scan: Scan, reading: Reading, at: number): Found<Clock> | undefined {
  let next = at;
  if (wordAt(scan, next) === 'ish') next += 1;
  const isOClock = isA(scan, next, 'oclock');
  if (isOClock) next += 1;
  else if (isA(scan, next, 'oh') && wordAt(scan, next + 1) === 'clock') next += 2;
  const half = readHalf(scan, next);
  const { minute, second, grain } = reading;
  let { hour } = reading;
  if (minute > 59 || second > 59 || hour > 24 || (hour === 24 && minute + second > 0)) return undefined;
  if (half && hour <= 12) hour = (hour % 12) + (half.value === 'pm' ? 12 : 0);
  const isPlain = reading.isSure || isOClock || half !== undefined || next > at;
  // Where the 24-hour clock is the usual one, "6:00" is meant as it is written.
  const isLiteral = scan.language !== undefined && reading.isSure && grain !== 'hour';
  const isHalfOpen = !half && !reading.is24 && !isLiteral && hour >= 1 && hour <= 12;
  if (half && reading.hour === 0 && half.value === 'pm') return undefined;
  const clock = clockAt(hour % 24, minute, second, grain, isHalfOpen, isPlain);
  return { value: half ? { ...clock, half: half.value } : clock, next: half?.next ?? next };
}

/** "am", "p.m.", "p m", "in the morning", "in the pm". */
function readHalf(scan: Scan, at: number): Found<Half> | undefined {
  const letter = wordAt(scan, at);
  if (letter === 'a' || letter === 'p') {
    const half: Half = letter === 'a' ? 'am' : 'pm';
    const dot = wordAt(scan, at + 1) === '.' && isGlued(scan, at + 1) ? at + 2 : at + 1;
    if (wordAt(scan, dot) === 'm') {
      const hasClosingDot = dot > at + 1 && wordAt(scan, dot + 1) === '.' && isGlued(scan, dot + 1);
      return { value: half, next: hasClosingDot ? dot + 2 : dot + 1 };
    }
    return isGlued(scan, at) ? { value: half, next: at + 1 } : undefined;
  }
  if (letter === 'am' || letter === 'pm') {
    return { value: letter, next: at + 1 };
  }
  if (!isA(scan, at, 'of')) return undefined;
  const noun = skip(scan, at + 1, 'the');
  const named = wordAt(scan, noun);
  if (named === 'am' || named === 'pm') return { value: named, next: noun + 1 };
  const part = scan.lexicon.dayParts.get(named);
  return part ? { value: part.fromHour >= 12 ? 'pm' : 'am', next: noun + 1 } : undefined;
}

function sexagesimal(scan: Scan, at: number): number | undefined {
  const token = scan.tokens[at];
  return token?.kind === 'number' && token.word.length === 2 && Number(token.word) < 60
    ? Number(token.word)
    : undefined;
}

function clockAt(
  hour: number,
  minute: number,
  second: number,
  grain: Clock['grain'],
  isHalfOpen: boolean,
  isPlain: boolean,
): Clock {
  return { seconds: hour * 3600 + minute * 60 + second, grain, isHalfOpen, isPlain };
}
