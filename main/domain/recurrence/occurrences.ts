import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../time/zoned.ts';
import { instantOfWall, minuteOf } from '../time/zone-offsets.ts';
import { type ReadSeries, readSeries } from './expand.ts';
import { readSeriesLines } from './series-lines.ts';

/** What of a series says when its occurrences are. */
export interface SeriesTime {
  readonly id: string;
  readonly startLocal: string;
  readonly endLocal: string;
  readonly allDay: boolean;
  /** Null floats. */
  readonly zone: string | null;
  /** RRULE, RDATE, EXDATE and EXRULE lines, one a line. */
  readonly recurrence: string;
}

/** One time of a series. */
export interface Occurrence {
  /** As an event's own times: to the minute, days when all-day. The start names it among its series. */
  readonly startLocal: string;
  readonly endLocal: string;
  readonly startMs: number;
  readonly endMs: number;
}

const DAY_MS = 86_400_000;
/** Occurrences are worked out and kept for this much at a time: what a month or a week shows lies in two of them at most. */
const STRETCH_MS = 48 * DAY_MS;
/** A rule that happens more often than this in a stretch is cut: nobody reads such a calendar. */
const MOST_IN_STRETCH = 3_000;
/** Kept series; the least used go first. */
const MOST_SERIES = 5_000;

interface Kept {
  readonly signature: string;
  readonly lines: ReadLines;
  readonly stretches: Map<number, readonly Occurrence[]>;
  readonly startMs: number;
  readonly longestMs: number;
}

const kept = new Map<string, Kept>();

/**
 * The occurrences of a series that touch a stretch of time for somebody in `userZone`, in order. Changed occurrences are not
 * left out: their start is still a time of the series.
 *
 * What was worked out before is remembered as long as the series says the same.
 *
 * @throws RangeError when a rule is wrong
 */
export function occurrencesBetween(
  series: SeriesTime,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
  userZone: string,
): Occurrence[] {
  const { lines, stretches, startMs, longestMs: longest } = keptOf(series, series.zone ?? userZone);
  const first = Math.max(fromMs - longest, startMs - DAY_MS);
  const found: Occurrence[] = [];
  for (let number = Math.floor(first / STRETCH_MS); number * STRETCH_MS < toMs; number += 1) {
    let own = stretches.get(number);
    if (own === undefined) stretches.set(number, (own = expandStretch(series, lines, number, userZone)));
    for (const occurrence of own) if (occurrence.startMs < toMs && occurrence.endMs > fromMs) found.push(occurrence);
  }
  return found;
}

function keptOf(series: SeriesTime, zone: string): Kept {
  const { id, startLocal, endLocal, allDay, recurrence } = series;
  const signature = `${startLocal} ${endLocal} ${zone} ${series.zone === null} ${allDay} ${recurrence}`;
  let entry = kept.get(id);
  if (entry?.signature === signature) kept.delete(id);
  else
    entry = {
      signature,
      lines: readLines(series),
      stretches: new Map(),
      startMs: instantOf(startLocal, zone),
      longestMs: longestMs(series),
    };
  kept.set(id, entry);
  if (kept.size > MOST_SERIES) kept.delete(kept.keys().next().value!);
  return entry;
}

function expandStretch(series: SeriesTime, lines: ReadLines, number: number, userZone: string): Occurrence[] {
  const from = number * STRETCH_MS;
  // A series without a zone is asked by wall-clock times, up to a day beside the instants.
  const marginMs = series.zone === null || series.allDay ? DAY_MS : 0;
  const bounds = { from: from - marginMs, to: from + STRETCH_MS - 1 + marginMs, limit: MOST_IN_STRETCH };
  return keysOf(lines, bounds)
    .map((key) => placed(series, key, lines.periods.get(key), series.zone ?? userZone))
    .filter(({ startMs }) => startMs >= from && startMs < from + STRETCH_MS);
}

/** The lines of a series, read to be asked many times. Keys as in {@link ReadSeries}. */
interface ReadLines {
  /** One for each rule; the single dates are with the first. */
  readonly rules: readonly ReadSeries[];
  readonly exrules: readonly ReadSeries[];
  /** The ends of single dates that were given as periods. */
  readonly periods: ReadonlyMap<number, string>;
}

function readLines(series: SeriesTime): ReadLines {
  const { zone, allDay, startLocal, recurrence } = series;
  const { rules, exrules, rdates, exdates } = readSeriesLines(recurrence.split('\n'), zone);
  const dtstart = allDay ? startLocal.slice(0, 10) : startLocal;
  const read = (rrule: string | undefined, singles: readonly string[]): ReadSeries =>
    readSeries({ dtstart, zone, allDay, rrule, rdates: singles, exdates });
  const first = read(
    rules[0],
    rdates.map(({ at }) => at),
  );
  return {
    rules: [first, ...rules.slice(1).map((rrule) => read(rrule, []))],
    exrules: exrules.map((rrule) => readSeries({ dtstart, zone, allDay, rrule })),
    periods: new Map(rdates.flatMap(({ at, end }) => (end === undefined ? [] : [[first.scale.keyOf(at), end]]))),
  };
}

/** @param bounds keys, both included */
function keysOf(
  { rules, exrules }: ReadLines,
  { from, to, limit }: { readonly from: number; readonly to: number; readonly limit: number },
): number[] {
  const keys = rules.map((rule) => rule.keysBetween(from, to, limit));
  const without = new Set(exrules.flatMap((rule) => rule.keysBetween(from, to, limit)));
  const all = keys.length === 1 ? keys[0]! : [...new Set(keys.flat())].toSorted((one, other) => one - other);
  return (without.size === 0 ? all : all.filter((key) => !without.has(key))).slice(0, limit);
}

function placed(series: SeriesTime, key: number, end: string | undefined, zone: string): Occurrence {
  if (series.allDay) {
    const startLocal = new Date(key).toISOString().slice(0, 10);
    const endLocal = new Date(key + lengthMs(series)).toISOString().slice(0, 10);
    return { startLocal, endLocal, startMs: instantOf(startLocal, zone), endMs: instantOf(endLocal, zone) };
  }
  const startMs = series.zone === null ? instantOfWall(key, zone) : key;
  const startLocal = series.zone === null ? new Date(key).toISOString().slice(0, 16) : minuteOf(key, zone);
  const endMs = startMs + (end === undefined ? lengthMs(series) : periodMs(key, end, series.zone, lengthMs(series)));
  return { startLocal, endLocal: minuteOf(endMs, zone), startMs, endMs };
}

/** The same exact length for each (RFC 5545 section 3.8.5.3): a night shift ends an hour off when the clocks are set. */
function lengthMs({ startLocal, endLocal, zone, allDay }: SeriesTime): number {
  const own = allDay ? 'UTC' : (zone ?? 'UTC');
  const length = instantOf(endLocal, own) - instantOf(startLocal, own);
  return length > 0 ? length : instantOf(endLocal, 'UTC') - instantOf(startLocal, 'UTC');
}

function periodMs(startKey: number, end: string, zone: string | null, otherwise: number): number {
  try {
    const from = Temporal.Instant.fromEpochMilliseconds(startKey);
    const to = /^[+-]?P/i.test(end)
      ? from.add(Temporal.Duration.from(end).round({ largestUnit: 'hour', relativeTo: from.toZonedDateTimeISO('UTC') }))
      : end.endsWith('Z')
        ? Temporal.Instant.from(end)
        : Temporal.PlainDateTime.from(end)
            .toZonedDateTime(zone ?? 'UTC')
            .toInstant();
    const length = to.epochMilliseconds - from.epochMilliseconds;
    return length > 0 ? length : otherwise;
  } catch {
    return otherwise;
  }
}

/** As long as an occurrence may last; periods of single dates may be longer than the series' own. */
function longestMs(series: SeriesTime): number {
  return lengthMs(series) + (/^RDATE.*PERIOD/m.test(series.recurrence) ? 31 * DAY_MS : 0) + DAY_MS;
}

/** Later than any moment: a series without an end. */
export const ENDLESS_MS = 8.64e15;
/** A COUNT up to this is counted out to find its end. */
const MOST_COUNTED = 1_000;

/**
 * A moment no occurrence of a series ends after: with it the database finds what a window may show. As if in UTC for a series
 * without a zone, as its own instants are kept.
 *
 * @returns null when the rule never happens @throws RangeError in words when a rule is wrong
 */
export function lastMoment(series: SeriesTime): number | null {
  const { rules, rdates } = readSeriesLines(series.recurrence.split('\n'), series.zone);
  const lines = readLines(series);
  const [firstKey] = keysOf(lines, { ...ALWAYS, limit: 1 });
  if (firstKey === undefined) return null;
  const ends = rules.map((rule) => {
    const day = /(?:^|;)UNTIL=(\d{8})/i.exec(rule)?.[1];
    if (day !== undefined) return Date.parse(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`) + 2 * DAY_MS;
    const count = Number(/(?:^|;)COUNT=(\d+)/i.exec(rule)?.[1] ?? Number.POSITIVE_INFINITY);
    if (count > MOST_COUNTED) return ENDLESS_MS;
    const last = keysOf(readLines({ ...series, recurrence: `RRULE:${rule}` }), { ...ALWAYS, limit: MOST_COUNTED }).at(
      -1,
    );
    return last === undefined ? 0 : last + DAY_MS;
  });
  const { scale } = lines.rules[0]!;
  const singles = [...rdates.map(({ at }) => scale.keyOf(at) + DAY_MS), firstKey];
  const last = [...ends, ...singles].filter((ms) => !Number.isNaN(ms)).reduce((most, ms) => Math.max(most, ms));
  return Math.min(ENDLESS_MS, last + longestMs(series));
}

const ALWAYS = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY } as const;
