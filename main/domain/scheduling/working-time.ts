import type { WorkingHours } from '#contract/plan';
import { addDays, instantOf, logicalDay } from '#main/domain/time/zoned';
import { Temporal } from 'temporal-polyfill';

/** From `startMs` up to, but not including, `endMs`. */
export interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

/** One day's working hours, merged and in order. */
export interface WorkingDay {
  /** The day on which its hours begin. */
  readonly day: string;
  readonly stretches: readonly Stretch[];
  /** The instant at which 45 % of the day's working time is over: demanding work belongs before it. */
  readonly freshUntilMs: number;
}

/** A plan further ahead than this is cut off: nobody's calendar is known that far, and the day loop must end. */
const LONGEST_HORIZON_MS = 1100 * 86_400_000;
const FRESH_SHARE = 0.45;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * The whole working days that touch a horizon. Hours that end before they begin (`22:00` to `06:00`) run into the next
 * day; hours that overlap are counted once.
 *
 * @throws RangeError when the zone is unknown
 */
export function workingDays(zone: string, fromMs: number, toMs: number, hours: WorkingHours): WorkingDay[] {
  if (toMs <= fromMs) return [];
  const lastDay = logicalDay(Math.min(toMs, fromMs + LONGEST_HORIZON_MS), zone);
  const days: WorkingDay[] = [];
  let takenUntilMs = Number.NEGATIVE_INFINITY;
  // A night shift that began the day before the horizon may still run when it opens.
  for (let day = addDays(logicalDay(fromMs, zone), -1); day <= lastDay; day = addDays(day, 1)) {
    const stretches: Stretch[] = [];
    for (const { startMs, endMs } of hoursOfDay(day, zone, hours)) {
      const last = stretches.at(-1);
      if (last && startMs <= last.endMs) {
        stretches[stretches.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, endMs) };
      } else if (endMs > takenUntilMs) {
        stretches.push({ startMs: Math.max(startMs, takenUntilMs), endMs });
      }
    }
    const last = stretches.at(-1);
    if (!last) continue;
    takenUntilMs = last.endMs;
    days.push({ day, stretches, freshUntilMs: instantAtShare(stretches, FRESH_SHARE) });
  }
  return days;
}

/**
 * A clock that runs only in working hours.
 *
 * @returns minutes of working time between `fromMs` and an instant; 0 for instants before
 */
export function workingClock(days: readonly WorkingDay[], fromMs: number): (instantMs: number) => number {
  const stretches = days.flatMap((day) => day.stretches).filter((stretch) => stretch.endMs > fromMs);
  const minutesBefore: number[] = [];
  let total = 0;
  for (const stretch of stretches) {
    minutesBefore.push(total);
    total += (stretch.endMs - Math.max(stretch.startMs, fromMs)) / 60_000;
  }
  return (instantMs) => {
    let low = 0;
    let high = stretches.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((stretches[middle]?.startMs ?? 0) < instantMs) low = middle + 1;
      else high = middle;
    }
    const stretch = stretches[low - 1];
    if (!stretch) return 0;
    const workedMs = Math.min(instantMs, stretch.endMs) - Math.max(stretch.startMs, fromMs);
    return (minutesBefore[low - 1] ?? 0) + Math.max(0, workedMs) / 60_000;
  };
}

function hoursOfDay(day: string, zone: string, hours: WorkingHours): Stretch[] {
  const weekday = WEEKDAYS[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? 'mon';
  return (hours[weekday] ?? [])
    .filter(([from, to]) => from !== to && from !== '24:00')
    .map(([from, to]) => ({
      startMs: instantOf(`${day}T${from}`, zone),
      endMs:
        to === '24:00'
          ? instantOf(`${addDays(day, 1)}T00:00`, zone)
          : instantOf(`${to < from ? addDays(day, 1) : day}T${to}`, zone),
    }))
    .filter(({ startMs, endMs }) => startMs < endMs)
    .toSorted((a, b) => a.startMs - b.startMs);
}

function instantAtShare(stretches: readonly Stretch[], share: number): number {
  let leftMs = share * stretches.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  for (const { startMs, endMs } of stretches) {
    if (leftMs <= endMs - startMs) return startMs + leftMs;
    leftMs -= endMs - startMs;
  }
  return stretches.at(-1)?.endMs ?? 0;
}
