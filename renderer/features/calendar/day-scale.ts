import type { Day } from '#contract/time';
import { addDays } from '#renderer/ui/days.ts';
import { clockChanges, instantOf, wallMinute } from './zoned.ts';

const DAY_MIN = 1440;

/** A stretch of real time that is drawn as one, minute by minute, from `topMin` of the grid. */
interface Piece {
  readonly startMs: number;
  readonly endMs: number;
  readonly topMin: number;
}

export interface DayScale {
  readonly day: Day;
  readonly startMs: number;
  readonly endMs: number;
  readonly pieces: readonly Piece[];
  /** Parts of the grid that this day does not have: the hour the clock skips, or one that another day has twice. */
  readonly skipped: readonly { readonly topMin: number; readonly lengthMin: number }[];
}

/**
 * How instants lie on a grid of days side by side. All columns share the hours at the left. A day on which the clock is put
 * back has an hour twice: the grid then has it twice, and the other days leave the second one out.
 */
export interface GridScale {
  readonly days: readonly DayScale[];
  readonly lengthMin: number;
  /** `minute` is the wall clock's. */
  readonly hours: readonly { readonly topMin: number; readonly minute: number; readonly isRepeated: boolean }[];
}

/** A stretch of the wall clock that a day goes through twice. */
interface Repeat {
  readonly fromMin: number;
  readonly toMin: number;
}

/** A stretch of real time without a change of the clock. */
interface Run {
  readonly startMs: number;
  readonly endMs: number;
  readonly startMin: number;
  /** The stretch it goes through for the second time. */
  readonly repeats: Repeat | undefined;
}

export function gridScale(days: readonly Day[], zone: string): GridScale {
  const runs = new Map(days.map((day) => [day, runsOf(day, zone)]));
  const repeats = distinct([...runs.values()].flat().flatMap((run) => run.repeats ?? []));
  const added = repeats.reduce((sum, { fromMin, toMin }) => sum + toMin - fromMin, 0);
  const lengthMin = DAY_MIN + added;
  return {
    days: days.map((day) => dayScale(day, runs.get(day)!, repeats, lengthMin)),
    lengthMin,
    hours: hoursOf(repeats),
  };
}

/** Where an instant lies on a day, in minutes of the grid; before it is 0, after it the length of the grid. */
export function topOf(scale: GridScale, day: DayScale, instantMs: number): number {
  if (instantMs < day.startMs) return 0;
  const piece = day.pieces.find(({ endMs }) => instantMs < endMs);
  return piece ? piece.topMin + (instantMs - piece.startMs) / 60_000 : scale.lengthMin;
}

/** The instant at a place of a day; in a part it does not have, the next one it has. */
export function instantAt(day: DayScale, topMin: number): number {
  for (const piece of day.pieces) {
    if (topMin < piece.topMin) return piece.startMs;
    const instantMs = piece.startMs + (topMin - piece.topMin) * 60_000;
    if (instantMs < piece.endMs) return instantMs;
  }
  return day.endMs;
}

function runsOf(day: Day, zone: string): Run[] {
  const startMs = instantOf(`${day}T00:00`, zone);
  const endMs = instantOf(`${addDays(day, 1)}T00:00`, zone);
  // The last day there is has no next one.
  const closeMs = endMs > startMs ? endMs : startMs + DAY_MIN * 60_000;
  const starts = [startMs, ...clockChanges(startMs, closeMs, zone)];
  return starts.map((start, index) => {
    const startMin = wallMinute(start, zone);
    const beforeMin = index === 0 ? startMin : wallMinute(start - 60_000, zone) + 1;
    const repeats = startMin < beforeMin ? { fromMin: startMin, toMin: beforeMin } : undefined;
    return { startMs: start, endMs: starts[index + 1] ?? closeMs, startMin, repeats };
  });
}

function distinct(repeats: readonly Repeat[]): Repeat[] {
  const byPlace = new Map(repeats.map((repeat) => [`${repeat.fromMin} ${repeat.toMin}`, repeat]));
  return [...byPlace.values()].toSorted((one, other) => one.toMin - other.toMin);
}

/** Where a minute of the wall clock lies when it comes for the first time. */
function firstTop(minute: number, repeats: readonly Repeat[]): number {
  return repeats.reduce((top, { fromMin, toMin }) => (minute >= toMin ? top + toMin - fromMin : top), minute);
}

function dayScale(day: Day, runs: readonly Run[], repeats: readonly Repeat[], lengthMin: number): DayScale {
  const pieces = runs.flatMap((run) => piecesOf(run, repeats));
  const skipped: { topMin: number; lengthMin: number }[] = [];
  let reachedMin = 0;
  for (const { topMin, startMs, endMs } of pieces) {
    if (topMin > reachedMin) skipped.push({ topMin: reachedMin, lengthMin: topMin - reachedMin });
    reachedMin = topMin + (endMs - startMs) / 60_000;
  }
  if (reachedMin < lengthMin) skipped.push({ topMin: reachedMin, lengthMin: lengthMin - reachedMin });
  return { day, startMs: runs[0]!.startMs, endMs: runs.at(-1)!.endMs, pieces, skipped };
}

function piecesOf(run: Run, repeats: readonly Repeat[]): Piece[] {
  const endMin = run.startMin + (run.endMs - run.startMs) / 60_000;
  const cuts = repeats.map((repeat) => repeat.toMin).filter((minute) => minute > run.startMin && minute < endMin);
  const starts = [run.startMin, ...cuts];
  return starts.map((minute, index) => {
    const isSecondTime = run.repeats !== undefined && minute < run.repeats.toMin;
    const extra = isSecondTime ? run.repeats.toMin - run.repeats.fromMin : 0;
    return {
      startMs: run.startMs + (minute - run.startMin) * 60_000,
      endMs: run.startMs + ((starts[index + 1] ?? endMin) - run.startMin) * 60_000,
      topMin: firstTop(minute, repeats) + extra,
    };
  });
}

function hoursOf(repeats: readonly Repeat[]): GridScale['hours'] {
  return repeats.length === 0 ? PLAIN_HOURS : hoursWith(repeats);
}

function hoursWith(repeats: readonly Repeat[]): GridScale['hours'] {
  const once = Array.from({ length: 24 }, (_, hour) => ({
    topMin: firstTop(hour * 60, repeats),
    minute: hour * 60,
    isRepeated: false,
  }));
  const again = repeats.flatMap(({ fromMin, toMin }) =>
    once
      .filter(({ minute }) => minute >= fromMin && minute < toMin)
      .map(({ topMin, minute }) => ({ topMin: topMin + toMin - fromMin, minute, isRepeated: true })),
  );
  return [...once, ...again].toSorted((one, other) => one.topMin - other.topMin);
}

/** Of days that have each hour once: always the same, so that nothing is drawn anew. */
const PLAIN_HOURS = hoursWith([]);
