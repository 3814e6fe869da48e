import { type Steady, steadyAt } from '../time/zone-offsets.ts';
import { type SeriesScale, isDay, seriesScale } from './series-scale.ts';
import { type Rule, readRule } from './read-rule.ts';
import { rulePeriods } from './rule-periods.ts';
import { isClockRule, walkClock } from './walk-clock.ts';
import { walkDays } from './walk-days.ts';

/** A series of times: a rule, single times beside it, and times taken out of it. */
export interface Series {
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
}

/** A series and what of it is wanted. */
export interface Recurrence extends Series {
  /** The first and the last moment that may be given, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** How many to give at most: 1,000 unless said. */
  readonly limit?: number | undefined;
}

const DEFAULT_LIMIT = 1_000;
const DAY_MS = 86_400_000;
const SECOND_MS = 1_000;
/** Nothing is given after this year unless the series begins later still. */
const LAST_YEAR = 9999;
const LAST_YEAR_MS = Date.UTC(LAST_YEAR + 1, 0, 1) - 1;

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
export function expandRecurrence({ from, to, limit = DEFAULT_LIMIT, ...series }: Recurrence): string[] {
  if (!Number.isSafeInteger(limit) || limit < 0) throw new RangeError('The limit is not a whole number.');
  const read = readSeries(series);
  const { scale } = read;
  const fromKey = from === undefined ? Number.NEGATIVE_INFINITY : scale.keyOf(from);
  const toKey = to === undefined ? Number.POSITIVE_INFINITY : scale.lastKeyOf(to);
  return read.keysBetween(fromKey, toKey, limit).map((key) => scale.textOf(key));
}

/** A series read once, to be asked for many windows. */
export interface ReadSeries {
  readonly scale: SeriesScale;
  /** The keys of the occurrences in a window, both ends included: the first `limit` of them in order. See {@link SeriesScale}. */
  keysBetween(fromKey: number, toKey: number, limit: number): number[];
}

/**
 * Reads a series.
 *
 * @throws RangeError in words when a time, the zone or the rule is wrong
 */
export function readSeries({ dtstart, zone, allDay, rrule, rdates = [], exdates = [] }: Series): ReadSeries {
  const scale = seriesScale(zone, allDay ?? isDay(dtstart));
  const startMs = scale.wallOf(dtstart);
  const singles = new Set(rdates.map((text) => scale.keyOf(text)));
  if (rrule === undefined) singles.add(scale.keyOf(dtstart));
  const isWholeDay = (text: string): boolean => !scale.isAllDay && isDay(text);
  const excluded = new Set(exdates.filter((text) => !isWholeDay(text)).map((text) => scale.keyOf(text)));
  const excludedDays = new Set(exdates.filter(isWholeDay).map((text) => Math.floor(scale.wallOf(text) / DAY_MS)));
  const isOut = (key: number): boolean =>
    excluded.has(key) || (excludedDays.size > 0 && excludedDays.has(scale.dayOf(key)));
  const walkRule = rrule === undefined ? null : ruleWalk(readRule(rrule), scale, startMs);
  return {
    scale,
    keysBetween(fromKey, toKey, limit) {
      if (limit === 0) return [];
      const apart = [...singles].filter((key) => key >= fromKey && key <= toKey && !isOut(key));
      const found: number[] = [];
      walkRule?.(fromKey, toKey, (key) => {
        if (key >= fromKey && !isOut(key)) found.push(key);
        return found.length < limit;
      });
      return apart.length === 0
        ? found
        : [...new Set([...found, ...apart])].toSorted((one, other) => one - other).slice(0, limit);
    },
  };
}

type RuleWalk = (fromKey: number, toKey: number, visit: (key: number) => boolean) => void;

/** Gives a rule's own keys up to `toKey` to a visitor, in order and each once, from near `fromKey` on. */
function ruleWalk(written: Rule, scale: SeriesScale, startMs: number): RuleWalk {
  const { rule, lastWallMs } = uncounted(scale.isAllDay ? withoutTimes(written) : written, startMs);
  const untilKey = rule.until === null ? Number.POSITIVE_INFINITY : untilKeyOf(rule.until, scale);
  const endKey = Math.min(untilKey, startMs > LAST_YEAR_MS ? Number.POSITIVE_INFINITY : LAST_YEAR_MS);
  if (isClockRule(rule)) {
    const startKey = scale.keyOfWall(startMs);
    return (fromKey, toKey, visit) => {
      let left = rule.count ?? Number.POSITIVE_INFINITY;
      let latest = Number.NaN;
      walkClock(rule, {
        zone: scale.zone ?? 'UTC',
        startMs: startKey,
        sinceMs: fromKey,
        untilMs: Math.min(toKey + (scale.isAllDay ? DAY_MS - 1 : 0), endKey, lastWallMs - startMs + startKey),
        isAllDay: scale.isAllDay,
        visit(instantMs) {
          const key = scale.isAllDay ? Math.floor(instantMs / DAY_MS) * DAY_MS : instantMs;
          if (key === latest) return true;
          latest = key;
          left -= 1;
          return visit(key) && left > 0;
        },
      });
    };
  }
  const periods = rulePeriods(rule, Math.floor(startMs / DAY_MS));
  return (fromKey, toKey, visit) => {
    const lastKey = Math.min(toKey, endKey);
    const order = inOrder(scale, lastKey, visit);
    let left = rule.count ?? Number.POSITIVE_INFINITY;
    walkDays(rule, periods, {
      startMs,
      // What the clocks move may stand a day from where its wall-clock time is.
      sinceMs: fromKey - 2 * DAY_MS,
      lastDay: Math.floor(Math.min(lastKey + 2 * DAY_MS, lastWallMs, LAST_MS) / DAY_MS),
      visit(wallMs) {
        if (wallMs > lastWallMs) return false;
        left -= 1;
        return order.take(wallMs) && left > 0;
      },
    });
    order.end();
  };
}

/** Dates further than this do not exist. */
const LAST_MS = 8.64e15 - 3 * DAY_MS;

const FLOATING = { wallFromMs: Number.NEGATIVE_INFINITY, wallToMs: Number.POSITIVE_INFINITY, offsetMs: 0 } as const;
const NEVER = { wallFromMs: 0, wallToMs: 0, offsetMs: 0 } as const;

/**
 * Brings wall-clock times in order as instants: what the clocks skip over is shifted behind later times of the same day, or onto
 * one of them.
 */
function inOrder(
  scale: SeriesScale,
  lastKey: number,
  visit: (key: number) => boolean,
): { take(wallMs: number): boolean; end(): void } {
  const { zone } = scale;
  let steady: Pick<Steady, 'wallFromMs' | 'wallToMs' | 'offsetMs'> = zone === null ? FLOATING : NEVER;
  let shifted: number[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  let isOpen = true;
  const give = (key: number): void => {
    if (key === latest || !isOpen) return;
    latest = key;
    isOpen = key <= lastKey && visit(key);
  };
  const giveBefore = (key: number): void => {
    for (const early of shifted) if (early < key) give(early);
    shifted = shifted.filter((late) => late >= key);
  };
  return {
    take(wallMs) {
      const isSteady = wallMs >= steady.wallFromMs && wallMs < steady.wallToMs;
      const key = isSteady ? wallMs - steady.offsetMs : scale.keyOfWall(wallMs);
      if (!isSteady && zone !== null) {
        steady = steadyAt(zone, key);
        if (key + steady.offsetMs !== wallMs) {
          shifted.push(key);
          return isOpen;
        }
      }
      if (shifted.length > 0) giveBefore(key);
      give(key);
      return isOpen;
    },
    end() {
      giveBefore(Number.POSITIVE_INFINITY);
    },
  };
}

/** A day has no hours (RFC 5545: BYSECOND, BYMINUTE and BYHOUR are ignored when DTSTART is a date). */
const withoutTimes = (rule: Rule): Rule => ({ ...rule, byHour: null, byMinute: null, bySecond: null });

const REGULAR_MS = {
  WEEKLY: 7 * DAY_MS,
  DAILY: DAY_MS,
  HOURLY: 3_600 * SECOND_MS,
  MINUTELY: 60 * SECOND_MS,
  SECONDLY: SECOND_MS,
} as const;

/** A rule that never leaves anything out ends at a known time instead of after a COUNT: then nobody has to count from its start. */
function uncounted(rule: Rule, startMs: number): { rule: Rule; lastWallMs: number } {
  const { frequency, count, interval } = rule;
  const isEndless = { rule, lastWallMs: Number.POSITIVE_INFINITY };
  if (count === null || frequency === 'YEARLY' || frequency === 'MONTHLY') return isEndless;
  const { byMonth, byWeekNo, byYearDay, byMonthDay, byDay, byHour, byMinute, bySecond, bySetPos } = rule;
  const parts = [byMonth, byWeekNo, byYearDay, byMonthDay, byDay, byHour, byMinute, bySecond, bySetPos];
  if (parts.some((part) => part !== null)) return isEndless;
  return { rule: { ...rule, count: null }, lastWallMs: startMs + (count - 1) * interval * REGULAR_MS[frequency] };
}

function untilKeyOf(until: string, scale: SeriesScale): number {
  const text = until.replace(
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/,
    (_, year, month, day, hour, minute, second, mark) =>
      hour === undefined ? `${year}-${month}-${day}` : `${year}-${month}-${day}T${hour}:${minute}:${second}${mark}`,
  );
  return scale.lastKeyOf(scale.isAllDay ? text.slice(0, 10) : text);
}
