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

/** The wall-clock time of an instant in a zone to the minute, `YYYY-MM-DDTHH:mm`, for the years 0 to 9999. */
export function minuteOf(instantMs: number, zone: string): string {
  return new Date(instantMs + offsetAt(zone, instantMs)).toISOString().slice(0, 16);
}
