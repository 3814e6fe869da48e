import type { Day } from '#contract/time';

const DAY_MS = 86_400_000;

/** The wall-clock time of an instant, `YYYY-MM-DDTHH:mm`. */
export function localOf(instantMs: number, zone: string): string {
  return new Date(Math.floor(instantMs + offsetOf(instantMs, zone))).toISOString().slice(0, -8);
}

/** The day an instant falls on. */
export function dayOf(instantMs: number, zone: string): Day {
  return localOf(instantMs, zone).slice(0, -6);
}

/**
 * The instant of a wall-clock time; one the clock skips is shifted forward, of one it repeats the first is meant.
 *
 * @throws RangeError when it is no time
 */
export function instantOf(local: string, zone: string): number {
  const wallMs = Date.parse(local.length > 10 ? `${local}Z` : local);
  if (Number.isNaN(wallMs)) throw new RangeError('This is no time of the wall clock.');
  const before = offsetOf(wallMs - DAY_MS, zone);
  const after = offsetOf(wallMs + DAY_MS, zone);
  const first = Math.max(before, after);
  if (offsetOf(wallMs - first, zone) === first) return wallMs - first;
  const second = Math.min(before, after);
  return offsetOf(wallMs - second, zone) === second ? wallMs - second : wallMs - before;
}

/** Minutes after midnight that the wall clock shows. */
export function wallMinute(instantMs: number, zone: string): number {
  const wallMs = Math.floor(instantMs + offsetOf(instantMs, zone));
  return Math.floor((((wallMs % DAY_MS) + DAY_MS) % DAY_MS) / 60_000);
}

/** Moments between two others at which the clock is put forward or back. */
export function clockChanges(fromMs: number, toMs: number, zone: string): number[] {
  const changes: number[] = [];
  for (let startMs = fromMs; startMs < toMs; startMs += DAY_MS) {
    const endMs = Math.min(startMs + DAY_MS, toMs - 1);
    const before = offsetOf(startMs, zone);
    if (offsetOf(endMs, zone) === before) continue;
    let [still, changed] = [startMs, endMs];
    while (changed - still > 1) {
      const middle = Math.floor((still + changed) / 2);
      if (offsetOf(middle, zone) === before) still = middle;
      else changed = middle;
    }
    changes.push(changed);
  }
  return changes;
}

const starts = new Map<string, number>();

/** The instant at which a day begins. */
export function startOfDay(day: Day, zone: string): number {
  const key = `${day} ${zone}`;
  const kept = starts.get(key);
  if (kept !== undefined) return kept;
  if (starts.size > 5_000) starts.clear();
  const startMs = instantOf(`${day}T00:00`, zone);
  starts.set(key, startMs);
  return startMs;
}

/** Offsets from UTC by its days, and null for a day in which the clock is changed. */
const offsets = new Map<string, Map<number, number | null>>();

/** What is to be added to an instant to have UTC show its wall clock. A screen asks for hundreds at once: the zone is asked once a day. */
function offsetOf(instantMs: number, zone: string): number {
  let ofZone = offsets.get(zone);
  if (!ofZone) offsets.set(zone, (ofZone = new Map<number, number | null>()));
  const utcDay = Math.floor(instantMs / DAY_MS);
  let offsetMs = ofZone.get(utcDay);
  if (offsetMs === undefined) {
    const atStart = askedOffset(utcDay * DAY_MS, zone);
    offsetMs = atStart === askedOffset((utcDay + 1) * DAY_MS, zone) ? atStart : null;
    if (ofZone.size > 5_000) ofZone.clear();
    ofZone.set(utcDay, offsetMs);
  }
  return offsetMs ?? askedOffset(instantMs, zone);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The platform's own tables, read by what its clock shows: a library that knows zones would be half of the calendar's code. */
function askedOffset(instantMs: number, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) clocks.set(zone, (clock = clockIn(zone)));
  const wall = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of clock.formatToParts(instantMs))
    if (type in wall) wall[type as keyof typeof wall] = Number(value);
  const shown = new Date(0);
  shown.setUTCFullYear(wall.year, wall.month - 1, wall.day);
  shown.setUTCHours(wall.hour, wall.minute, wall.second);
  return shown.getTime() - Math.floor(instantMs / 1_000) * 1_000;
}

const clockIn = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
