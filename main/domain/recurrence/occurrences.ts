import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../time/zoned.ts';
import { minuteOf } from '../time/zone-offsets.ts';
import { expandRecurrence } from './expand.ts';
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
  const { stretches, startMs, longestMs: longest } = keptOf(series, series.zone ?? userZone);
  const first = Math.max(fromMs - longest, startMs - DAY_MS);
  const found: Occurrence[] = [];
  for (let number = Math.floor(first / STRETCH_MS); number * STRETCH_MS < toMs; number += 1) {
    let own = stretches.get(number);
    if (own === undefined) stretches.set(number, (own = expandStretch(series, number, userZone)));
    for (const occurrence of own) if (occurrence.startMs < toMs && occurrence.endMs > fromMs) found.push(occurrence);
  }
  return found;
}

function keptOf(series: SeriesTime, zone: string): Kept {
  const { id, startLocal, endLocal, allDay, recurrence } = series;
  const signature = `${startLocal} ${endLocal} ${zone} ${series.zone === null} ${allDay} ${recurrence}`;
  let entry = kept.get(id);
  if (entry?.signature === signature) kept.delete(id);
  else entry = { signature, stretches: new Map(), startMs: instantOf(startLocal, zone), longestMs: longestMs(series) };
  kept.set(id, entry);
  if (kept.size > MOST_SERIES) kept.delete(kept.keys().next().value!);
  return entry;
}

function expandStretch(series: SeriesTime, number: number, userZone: string): Occurrence[] {
  const from = number * STRETCH_MS;
  const zone = series.zone ?? userZone;
  // A series without a zone is asked by wall-clock times, up to a day beside the instants.
  const marginMs = series.zone === null ? DAY_MS : 0;
  const bounds = { from: from - marginMs, to: from + STRETCH_MS - 1 + marginMs };
  return expandSeries(series, { ...bounds, limit: MOST_IN_STRETCH })
    .map((time) => placed(series, time, zone))
    .filter(({ startMs }) => startMs >= from && startMs < from + STRETCH_MS);
}

/** A time of a series, as the engine gives it, and its own end where an RDATE named a period. */
interface Time {
  readonly text: string;
  readonly end?: string | undefined;
}

/**
 * The times of a series in order.
 *
 * @param bounds instants, or wall-clock times as if in UTC for a series without a zone
 */
function expandSeries(
  series: SeriesTime,
  bounds: { readonly from?: number; readonly to?: number; readonly limit: number },
): Time[] {
  const { zone, allDay } = series;
  const { rules, exrules, rdates, exdates } = readSeriesLines(series.recurrence.split('\n'), zone);
  const bound = (ms: number | undefined): string | undefined => {
    if (ms === undefined) return undefined;
    const text = Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'second' });
    return zone === null ? text.slice(0, allDay ? 10 : 19) : text;
  };
  const base = {
    dtstart: allDay ? series.startLocal.slice(0, 10) : series.startLocal,
    zone,
    allDay,
    from: bound(bounds.from),
    to: bound(bounds.to),
    limit: bounds.limit,
  };
  const without = [...exdates, ...exrules.flatMap((rrule) => expandRecurrence({ ...base, rrule }))];
  const expand = (rrule: string | undefined, singles: readonly string[]): string[] =>
    expandRecurrence({ ...base, rrule, rdates: singles, exdates: without });
  const singles = rdates.map(({ at }) => at);
  const texts =
    rules.length > 1
      ? [...new Set(rules.flatMap((rrule, index) => expand(rrule, index === 0 ? singles : [])))].toSorted()
      : expand(rules[0], singles);
  const periods = new Map(
    rdates
      .filter(({ end }) => end !== undefined)
      .map(({ at, end }) => [expandRecurrence({ dtstart: at, zone, allDay })[0]!, end]),
  );
  return texts.slice(0, bounds.limit).map((text) => ({ text, end: periods.get(text) }));
}

function placed(series: SeriesTime, { text, end }: Time, zone: string): Occurrence {
  if (series.allDay) {
    const startLocal = text.slice(0, 10);
    const endLocal = new Date(Date.parse(startLocal) + lengthMs(series)).toISOString().slice(0, 10);
    return { startLocal, endLocal, startMs: instantOf(startLocal, zone), endMs: instantOf(endLocal, zone) };
  }
  const startLocal = text.slice(0, 16);
  const startMs = series.zone === null ? instantOf(startLocal, zone) : Date.parse(text);
  const endMs = startMs + (end === undefined ? lengthMs(series) : periodMs(text, end, series.zone, lengthMs(series)));
  return { startLocal, endLocal: minuteOf(endMs, zone), startMs, endMs };
}

/** The same exact length for each (RFC 5545 section 3.8.5.3): a night shift ends an hour off when the clocks are set. */
function lengthMs({ startLocal, endLocal, zone, allDay }: SeriesTime): number {
  const own = allDay ? 'UTC' : (zone ?? 'UTC');
  const length = instantOf(endLocal, own) - instantOf(startLocal, own);
  return length > 0 ? length : instantOf(endLocal, 'UTC') - instantOf(startLocal, 'UTC');
}

function periodMs(start: string, end: string, zone: string | null, otherwise: number): number {
  try {
    const from = Temporal.Instant.from(zone === null ? `${start}Z` : start);
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
  const lines = readSeriesLines(series.recurrence.split('\n'), series.zone);
  const lengthOrMore = longestMs(series);
  const first = expandSeries(series, { limit: 1 });
  if (first.length === 0) return null;
  const isCounted = (rule: string): boolean => /(^|;)COUNT=/i.test(rule);
  const until = (rule: string): string | undefined => /(?:^|;)UNTIL=(\d{8})/i.exec(rule)?.[1];
  const ends = lines.rules.map((rule) => {
    const day = until(rule);
    if (day !== undefined) return Date.parse(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`) + 2 * DAY_MS;
    const count = Number(/(?:^|;)COUNT=(\d+)/i.exec(rule)?.[1] ?? Number.POSITIVE_INFINITY);
    if (!isCounted(rule) || count > MOST_COUNTED) return ENDLESS_MS;
    const times = expandSeries({ ...series, recurrence: `RRULE:${rule}` }, { limit: MOST_COUNTED });
    return times.length === 0 ? 0 : momentOf(times.at(-1)!.text) + DAY_MS;
  });
  const singles = [
    ...lines.rdates.map(({ at }) => momentOf(at.replace(/\[.*/, '')) + DAY_MS),
    momentOf(first[0]!.text),
  ];
  const last = [...ends, ...singles].filter((ms) => !Number.isNaN(ms)).reduce((most, ms) => Math.max(most, ms));
  return Math.min(ENDLESS_MS, last + lengthOrMore);
}

const momentOf = (text: string): number =>
  Date.parse(/T.*(Z|[+-]\d\d:\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`);
