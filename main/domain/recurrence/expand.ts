import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { instantOfWall, offsetAt } from '../time/zone-offsets.ts';
import { walkSimpleRule } from './simple-rule.ts';
import { type Frequency, type Rule, readRule } from './rule-text.ts';

/** A series of times: a rule, single times beside it, and times taken out of it. */
export interface Recurrence {
  /** `YYYY-MM-DDTHH:mm:ss` on the wall clock of `zone`, a day for an all-day series; an instant with its offset will do. */
  readonly dtstart: string;
  /** IANA name; null floats: the same wall-clock time wherever the person is. */
  readonly zone: string | null;
  /** Said by a `dtstart` without a time as well. */
  readonly allDay?: boolean | undefined;
  /** RFC 5545 RRULE value, also with RFC 7529's RSCALE and SKIP. */
  readonly rrule?: string | undefined;
  readonly rdates?: readonly string[] | undefined;
  /** A day without a time takes out everything on it. */
  readonly exdates?: readonly string[] | undefined;
  /** The first and the last moment that may be given, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** How many to give at most: 1,000 unless said. */
  readonly limit?: number | undefined;
}

const DEFAULT_LIMIT = 1_000;

/**
 * The engine looks at this many periods before it takes a rule for one that never happens again: every day of the 400
 * years after which the calendar repeats, and some more.
 */
const MAX_PERIODS = 150_000;

/** Nothing is given after this moment unless the series begins later still. */
const LAST_YEAR = 9999;

const DAY_MS = 86_400_000;
const PERIOD_MS: Readonly<Record<Frequency, number>> = {
  YEARLY: 366 * DAY_MS,
  MONTHLY: 31 * DAY_MS,
  WEEKLY: 7 * DAY_MS,
  DAILY: DAY_MS,
  HOURLY: 3_600_000,
  MINUTELY: 60_000,
  SECONDLY: 1_000,
};

/**
 * The occurrences of a series, in order and each once.
 *
 * - A rule gives what it matches: `dtstart` is an occurrence only if the rule says so. Without a rule it is the first one.
 * - Daylight saving: rules of days and longer keep their wall-clock time. A time the clocks skip over is shifted forward by
 *   the gap (02:30 becomes 03:30), never dropped; of a time that happens twice the first is meant. Rules of hours and less
 *   count real time.
 * - A day in UNTIL ends an all-day series with that day and another one with that day's last moment.
 *
 * @returns instants in the zone with their offset (`1997-09-02T09:00:00-04:00`), wall-clock times without one when the
 *   series floats, days when it is all-day
 * @throws RangeError in words when a time, the zone or the rule is wrong
 */
export function expandRecurrence(recurrence: Recurrence): string[] {
  const limit = recurrence.limit ?? DEFAULT_LIMIT;
  if (!Number.isSafeInteger(limit) || limit < 0) throw new RangeError('The limit is not a whole number.');
  const series = seriesOf(recurrence);
  const keys = new Set((recurrence.rdates ?? []).map((text) => series.keyOf(text)));
  if (recurrence.rrule === undefined) keys.add(series.keyOf(recurrence.dtstart));
  const excluded = new Set(series.isAllDay ? [] : (recurrence.exdates ?? []).filter(isDay));
  const excludedKeys = new Set(
    (recurrence.exdates ?? []).filter((text) => series.isAllDay || !isDay(text)).map((text) => series.keyOf(text)),
  );
  const isWanted = (key: number): boolean =>
    key >= series.fromKey &&
    key <= series.toKey &&
    !excludedKeys.has(key) &&
    (excluded.size === 0 || !excluded.has(series.textOf(key).slice(0, 10)));

  const single = [...keys].filter(isWanted);
  const found = new Set(single);
  if (recurrence.rrule !== undefined) {
    let left = limit;
    walkRule(readRule(recurrence.rrule), series, (key) => {
      if (left === 0) return false;
      if (isWanted(key) && !found.has(key)) {
        found.add(key);
        left -= 1;
      }
      return left > 0;
    });
  }
  return [...found]
    .toSorted((one, other) => one - other)
    .slice(0, limit)
    .map((key) => series.textOf(key));
}

/**
 * A series' own scale of time. A key is a number that orders its moments: epoch milliseconds, of the instant in a zone or of
 * the wall-clock time as if in UTC where there is none.
 */
interface Series {
  readonly isAllDay: boolean;
  readonly zone: string | null;
  readonly start: Temporal.PlainDateTime;
  readonly fromKey: number;
  readonly toKey: number;
  keyOf(text: string): number;
  keyOfWall(wall: Temporal.PlainDateTime): number;
  /** @param wallMs a wall-clock time as if in UTC */
  keyOfWallMs(wallMs: number): number;
  wallOfKey(key: number): Temporal.PlainDateTime;
  textOf(key: number): string;
}

function seriesOf({ dtstart, zone, allDay, from, to }: Recurrence): Series {
  const isAllDay = allDay ?? isDay(dtstart);
  const ownZone = isAllDay ? null : zone;
  if (zone !== null) assertZone(zone);
  const keyOfWall = (wall: Temporal.PlainDateTime): number =>
    wall.toZonedDateTime(ownZone ?? 'UTC', { disambiguation: 'compatible' }).epochMilliseconds;
  const zonedOf = (key: number): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(key).toZonedDateTimeISO(ownZone ?? 'UTC');
  const wallOf = (text: string): Temporal.PlainDateTime => {
    const wall = wallTime(text, zone);
    return isAllDay ? wall.withPlainTime('00:00') : wall;
  };
  const keyOf = (text: string): number =>
    ownZone !== null && hasOffset(text) ? instantOf(text).epochMilliseconds : keyOfWall(wallOf(text));
  /** A day as the end of a stretch means all of it. */
  const endKey = (text: string): number =>
    isDay(text) && !isAllDay ? keyOfWall(wallOf(text).add({ days: 1 })) - 1 : keyOf(text);
  return {
    isAllDay,
    zone: ownZone,
    start: wallOf(dtstart),
    fromKey: from === undefined ? Number.NEGATIVE_INFINITY : keyOf(from),
    toKey: to === undefined ? Number.POSITIVE_INFINITY : endKey(to),
    keyOf,
    keyOfWall,
    keyOfWallMs: (wallMs) =>
      (ownZone === null ? wallMs : instantOfWall(wallMs, ownZone)) ??
      keyOfWall(Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO('UTC').toPlainDateTime()),
    wallOfKey: (key) => zonedOf(key).toPlainDateTime(),
    textOf(key) {
      if (key >= EARLIEST_PLAIN_MS && key <= LATEST_PLAIN_MS) return plainText(key, ownZone, isAllDay);
      const zoned = zonedOf(key);
      if (isAllDay) return zoned.toPlainDate().toString();
      if (ownZone === null) return zoned.toPlainDateTime().toString({ smallestUnit: 'second' });
      return zoned.toString({ smallestUnit: 'second', timeZoneName: 'never' });
    },
  };
}

/** Between these no zone has offsets of seconds, and a year has four digits. */
const EARLIEST_PLAIN_MS = Date.UTC(1975, 0, 1);
const LATEST_PLAIN_MS = Date.UTC(9999, 0, 1);

/** As Temporal writes it, in a hundredth of the time. */
function plainText(key: number, zone: string | null, isAllDay: boolean): string {
  const offsetMs = zone === null ? 0 : offsetAt(zone, key);
  const text = new Date(key + offsetMs).toISOString();
  if (isAllDay) return text.slice(0, 10);
  if (zone === null) return text.slice(0, 19);
  const minutes = Math.abs(offsetMs) / 60_000;
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${text.slice(0, 19)}${offsetMs < 0 ? '-' : '+'}${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`;
}

/** Gives the rule's own occurrences to `visit`, in order, until it answers false or there are no more. */
function walkRule(rule: Rule, series: Series, visit: (key: number) => boolean): void {
  const lastKey = Math.min(series.toKey, lastKeyOf(series));
  const isSimple = walkSimpleRule(rule, {
    start: series.start,
    until: untilWall(rule, series),
    // What the clocks move may stand up to a day from where its wall-clock time is.
    sinceMs: series.fromKey - 2 * DAY_MS,
    visit(wallMs) {
      const key = series.keyOfWallMs(wallMs);
      return key <= lastKey + DAY_MS && visit(key);
    },
  });
  if (isSimple) return;
  // In UTC no wall-clock time is missing or doubled: days are counted there, and the zone is applied to what is found.
  const isOfDays = PERIOD_MS[rule.frequency] >= DAY_MS;
  const scale = isOfDays ? 'UTC' : (series.zone ?? 'UTC');
  const engine = engineOf(rule, series, scale);
  const keyOf = (at: Temporal.ZonedDateTime): number =>
    isOfDays ? series.keyOfWall(at.toPlainDateTime()) : at.epochMilliseconds;
  const onScale = (key: number): Temporal.ZonedDateTime => series.wallOfKey(key).toZonedDateTime(scale);
  try {
    if (rule.hasCount || series.fromKey <= series.keyOfWall(series.start)) {
      engine.all((at) => {
        const key = keyOf(at);
        // What the clocks move may stand up to an hour out of order.
        return key <= lastKey + DAY_MS && visit(key);
      });
      return;
    }
    // Far from its start a rule without COUNT is asked for one stretch after another, longer each time. The clocks move what
    // keeps its wall-clock time by less than a day.
    const marginMs = isOfDays ? DAY_MS : 0;
    let spanMs = 100 * PERIOD_MS[rule.frequency] * rule.interval;
    for (let atKey = series.fromKey - marginMs; atKey <= lastKey + marginMs; atKey += spanMs, spanMs *= 2) {
      const endKey = Math.min(atKey + spanMs - 1, lastKey + marginMs);
      for (const at of engine.between(onScale(atKey), onScale(endKey), true)) if (!visit(keyOf(at))) return;
    }
  } catch (error) {
    if (!isEndOfSearch(error)) throw error;
  }
}

/** Calendars of RFC 7529 that the engine counts in; of any other it would silently count Gregorian months. */
const CALENDARS: ReadonlySet<string> = new Set(['GREGORIAN', 'CHINESE', 'HEBREW', 'INDIAN']);

/** Refuses what the engine would answer wrongly. */
function assertSupported({ parts }: Rule): void {
  const calendar = parts.get('RSCALE') ?? 'GREGORIAN';
  if (!CALENDARS.has(calendar)) throw new RangeError(`Rules in the calendar ${calendar} are not supported yet.`);
  const skips = (parts.get('SKIP') ?? 'OMIT') !== 'OMIT' && calendar === 'GREGORIAN';
  if (skips && (parts.has('BYMONTHDAY') || parts.has('BYYEARDAY')))
    throw new RangeError('A rule with SKIP beside BYMONTHDAY or BYYEARDAY is not supported yet.');
}

function engineOf(rule: Rule, series: Series, scale: string): RRuleTemporal {
  assertSupported(rule);
  const { start, isAllDay } = series;
  const parts = [...rule.parts].filter(([name]) => !isAllDay || !/^BY(HOUR|MINUTE|SECOND)$/.test(name));
  const until = untilWall(rule, series);
  try {
    return new RRuleTemporal({
      rruleString: parts.map(([name, value]) => `${name}=${value}`).join(';'),
      dtstart: start.toZonedDateTime(scale),
      ...(until ? { until: until.toZonedDateTime(scale) } : {}),
      temporal: Temporal,
      maxIterations: MAX_PERIODS,
      cache: false,
    });
  } catch (error) {
    throw new RangeError(`The rule can't be used: ${error instanceof Error ? error.message : 'unknown'}.`, {
      cause: error,
    });
  }
}

function untilWall({ until }: Rule, { isAllDay, keyOf, wallOfKey }: Series): Temporal.PlainDateTime | null {
  return until === null ? null : untilOf(until, isAllDay, (text) => wallOfKey(keyOf(text)));
}

/** UNTIL on the series' own wall clock. */
function untilOf(
  until: string,
  isAllDay: boolean,
  wallOf: (text: string) => Temporal.PlainDateTime,
): Temporal.PlainDateTime {
  const text = until.replace(
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/,
    (_, year, month, day, hour, minute, second, mark) =>
      hour === undefined ? `${year}-${month}-${day}` : `${year}-${month}-${day}T${hour}:${minute}:${second}${mark}`,
  );
  if (isAllDay) return wallOf(text.slice(0, 10));
  return isDay(text) ? wallOf(text).add({ days: 1 }).subtract({ seconds: 1 }) : wallOf(text);
}

function lastKeyOf({ start, keyOfWall }: Series): number {
  const year = Math.max(LAST_YEAR, Math.min(start.year + 1_000, 200_000));
  return keyOfWall(Temporal.PlainDateTime.from({ year, month: 12, day: 31, hour: 23, minute: 59, second: 59 }));
}

/** The engine gives up with an Error when a rule never matches again, or when its calendar ends. */
function isEndOfSearch(error: unknown): boolean {
  return (
    error instanceof Error && /^(Maximum (iterations|candidate evaluations)|Out-of-bounds date)/.test(error.message)
  );
}

function isDay(text: string): boolean {
  return !text.includes('T');
}

function hasOffset(text: string): boolean {
  return /T.*(Z|[+-]\d\d(:?\d\d)?)$/i.test(text);
}

function instantOf(text: string): Temporal.Instant {
  return readTime(text, () => Temporal.Instant.from(text));
}

/** The wall-clock time a text means for a zone; an instant is read there, or in UTC when there is none. */
function wallTime(text: string, zone: string | null): Temporal.PlainDateTime {
  if (hasOffset(text))
    return instantOf(text)
      .toZonedDateTimeISO(zone ?? 'UTC')
      .toPlainDateTime();
  return readTime(text, () => Temporal.PlainDateTime.from(text));
}

function readTime<T>(text: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new RangeError(`There is no such time: ${text.slice(0, 40)}.`, { cause: error });
  }
}

function assertZone(zone: string): void {
  try {
    offsetAt(zone, 0);
  } catch (error) {
    throw new RangeError(`There is no such time zone: ${zone.slice(0, 64)}.`, { cause: error });
  }
}
