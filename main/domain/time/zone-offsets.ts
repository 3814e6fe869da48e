/** A stretch of time in which a zone's clocks are not set; the clocks may run on alike before and after it. */
export interface Steady {
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
  readonly offsetMs: number;
  /**
   * The wall-clock times, as if in UTC, that are meant to lie in it: of those that happen twice the first is meant, so they
   * belong to the stretch before; those that are skipped belong to none.
   */
  readonly wallFromMs: number;
  /** Exclusive. */
  readonly wallToMs: number;
}

interface ZoneTable {
  readonly format: Intl.DateTimeFormat;
  /** In order; with holes where nobody asked. */
  readonly stretches: Steady[];
  latest: Steady;
}

const tables = new Map<string, ZoneTable>();
/** More stretches of a zone than this are forgotten: fifty years have two hundred and fifty. */
const MOST_STRETCHES = 2_000;

/**
 * A stretch without a change of the clocks that an instant lies in. Remembers what it found: a calendar asks it for thousands
 * of times that lie close together, and Temporal takes milliseconds for each change.
 *
 * @throws RangeError when there is no such zone
 */
export function steadyAt(zone: string, instantMs: number): Steady {
  if (zone === 'UTC') return UTC;
  let table = tables.get(zone);
  if (!table) {
    const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
    tables.set(zone, (table = { format, stretches: [], latest: NOWHERE }));
  }
  if (contains(table.latest, instantMs)) return table.latest;
  const { stretches, format } = table;
  let low = placeIn(stretches, instantMs);
  const before = stretches[low - 1];
  if (before && contains(before, instantMs)) return (table.latest = before);
  if (stretches.length >= MOST_STRETCHES) {
    stretches.length = 0;
    low = 0;
  }
  const block = stretchesOfBlock(format, Math.floor(instantMs / BLOCK_MS));
  stretches.splice(low, 0, ...block);
  return (table.latest = block.findLast(({ fromMs }) => fromMs <= instantMs)!);
}

/** How many of the stretches begin at an instant or before it. */
function placeIn(stretches: readonly Steady[], instantMs: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.fromMs <= instantMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

const contains = ({ fromMs, toMs }: Steady, instantMs: number): boolean => fromMs <= instantMs && instantMs < toMs;

const steady = (fromMs: number, toMs: number, formerMs: number, offsetMs: number): Steady => ({
  fromMs,
  toMs,
  offsetMs,
  wallFromMs: fromMs + Math.max(formerMs, offsetMs),
  wallToMs: toMs + offsetMs,
});

const UTC = steady(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0);
const NOWHERE = steady(0, 0, 0, 0);

const DAY_MS = 86_400_000;
/** Offsets are looked up for this much at a time. */
const BLOCK_MS = 128 * DAY_MS;
/** No zone ever set its clocks twice in so short a time and back again. */
const PROBE_MS = 8 * DAY_MS;

function stretchesOfBlock(format: Intl.DateTimeFormat, number: number): Steady[] {
  const startMs = number * BLOCK_MS;
  const endMs = startMs + BLOCK_MS;
  const found: Steady[] = [];
  let fromMs = startMs;
  let formerMs = readOffset(format, startMs - 1_000);
  let offsetMs = readOffset(format, startMs);
  for (let atMs = startMs; atMs < endMs; atMs += PROBE_MS) {
    const nextMs = readOffset(format, atMs + PROBE_MS);
    if (nextMs === offsetMs) continue;
    const changeMs = changeBetween(format, atMs, atMs + PROBE_MS, offsetMs);
    if (changeMs >= endMs) break;
    found.push(steady(fromMs, changeMs, formerMs, offsetMs));
    [fromMs, formerMs, offsetMs] = [changeMs, offsetMs, nextMs];
  }
  return [...found, steady(fromMs, endMs, formerMs, offsetMs)];
}

/** The first moment, to the second, at which an offset does not hold any more. */
function changeBetween(format: Intl.DateTimeFormat, fromMs: number, toMs: number, offsetMs: number): number {
  let [low, high] = [fromMs / 1_000, toMs / 1_000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (readOffset(format, middle * 1_000) === offsetMs) low = middle;
    else high = middle;
  }
  return high * 1_000;
}

/** The furthest moment a Date can hold. */
const FURTHEST_DATE_MS = 8.64e15;

/** `GMT-04:56:02` in milliseconds. Temporal would take sixty times as long. */
function readOffset(format: Intl.DateTimeFormat, instantMs: number): number {
  const text = format.format(Math.max(-FURTHEST_DATE_MS, Math.min(FURTHEST_DATE_MS, instantMs)));
  const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(text);
  if (!match) return 0;
  const [, sign, hours, minutes, seconds = '0'] = match;
  const size = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
  return sign === '-' ? -size : size;
}

/**
 * What a zone adds to UTC at an instant, in milliseconds.
 *
 * @throws RangeError when there is no such zone
 */
export function offsetAt(zone: string, instantMs: number): number {
  return zone === 'UTC' ? 0 : steadyAt(zone, instantMs).offsetMs;
}

/** No wall-clock time is further from UTC than this. */
const FURTHEST_WALL_MS = 36 * 3_600_000;

/**
 * The instant of a wall-clock time, given as if in UTC: of one that happens twice the first, one that is skipped shifted
 * forward by the gap (RFC 5545 section 3.3.5).
 *
 * @throws RangeError when there is no such zone
 */
export function instantOfWall(wallMs: number, zone: string): number {
  if (zone === 'UTC') return wallMs;
  const latest = tables.get(zone)?.latest;
  if (latest && latest.wallFromMs <= wallMs && wallMs < latest.wallToMs) return wallMs - latest.offsetMs;
  let own = steadyAt(zone, wallMs - FURTHEST_WALL_MS);
  while (wallMs >= own.wallToMs) {
    const next = steadyAt(zone, own.toMs);
    // Skipped: what the clocks showed before goes on counting.
    if (wallMs < next.wallFromMs) return wallMs - own.offsetMs;
    own = next;
  }
  return wallMs - own.offsetMs;
}

/** The wall-clock time of an instant in a zone to the minute, `YYYY-MM-DDTHH:mm`, for the years 0 to 9999. */
export function minuteOf(instantMs: number, zone: string): string {
  return new Date(instantMs + offsetAt(zone, instantMs)).toISOString().slice(0, 16);
}
