import { Temporal } from 'temporal-polyfill';

/** A stretch of time in which a zone's clocks are not set. */
interface Steady {
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
  readonly offsetMs: number;
}

const steadyByZone = new Map<string, Steady[]>();
/** More stretches of a zone than this are forgotten: fifty years have a hundred. */
const MOST_STRETCHES = 400;

/**
 * What a zone adds to UTC at an instant, in milliseconds. Remembers between which moments that is so: a calendar asks it for
 * thousands of times that lie close together.
 *
 * @throws RangeError when there is no such zone
 */
export function offsetAt(zone: string, instantMs: number): number {
  if (zone === 'UTC') return 0;
  let stretches = steadyByZone.get(zone);
  if (!stretches) steadyByZone.set(zone, (stretches = []));
  for (const { fromMs, toMs, offsetMs } of stretches) if (fromMs <= instantMs && instantMs < toMs) return offsetMs;
  if (stretches.length >= MOST_STRETCHES) stretches.length = 0;
  const at = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone);
  const next = at.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  // "Previous" is strictly before: of a moment on the change it would name the change before.
  const after = at.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const offsetMs = at.offsetNanoseconds / 1_000_000;
  stretches.unshift({ fromMs: after?.epochMilliseconds ?? Number.NEGATIVE_INFINITY, toMs: next, offsetMs });
  return offsetMs;
}

const DAY_MS = 86_400_000;

/**
 * The instant of a wall-clock time, given as if in UTC: of one that happens twice the first, one that is skipped shifted
 * forward by the gap (RFC 5545 section 3.3.5).
 *
 * @returns null when the zone's clocks are set more than once around it: Temporal knows
 * @throws RangeError when there is no such zone
 */
export function instantOfWall(wallMs: number, zone: string): number | null {
  if (zone === 'UTC') return wallMs;
  const before = offsetAt(zone, wallMs - DAY_MS);
  const after = offsetAt(zone, wallMs + DAY_MS);
  const [early, late] = [wallMs - Math.max(before, after), wallMs - Math.min(before, after)];
  const isWhole = (atMs: number): boolean => atMs + offsetAt(zone, atMs) === wallMs;
  if (isWhole(early)) return early;
  if (isWhole(late)) return late;
  // Neither: the clocks skip over it. What they showed before goes on counting.
  return after > before ? wallMs - before : null;
}

/** The wall-clock time of an instant in a zone to the minute, `YYYY-MM-DDTHH:mm`, for the years 0 to 9999. */
export function minuteOf(instantMs: number, zone: string): string {
  return new Date(instantMs + offsetAt(zone, instantMs)).toISOString().slice(0, 16);
}
