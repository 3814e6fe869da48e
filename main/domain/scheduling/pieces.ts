import type { PlanTask } from '#contract/plan';
import type { Stretch } from './working-time.ts';

/** How a task's remaining work may be cut, in minutes; lengths are whole cells of the grid. */
export interface PieceRule {
  /** Whether more than one piece is allowed. */
  readonly isSplit: boolean;
  readonly minMin: number;
  readonly maxMin: number;
  /** What the pieces together occupy at most: less than the remaining work when it cannot be cut to fit. */
  readonly totalMin: number;
  /** How much of the last cell stays unused, because the work is no multiple of the grid. */
  readonly trimMin: number;
}

/** Without a wish of the user's a longer task may be cut, but not into crumbs. */
const DEFAULT_MIN_CHUNK_MIN = 60;

/**
 * The rule for what is left of a task. With `maxChunkMin` at or above the duration a task is not split; without it a
 * task is split where it must be, into pieces of at least `minChunkMin` (an hour unless said).
 *
 * @param remainingMin the duration less what is pinned; positive
 */
export function pieceRule(task: PlanTask, remainingMin: number, gridMin: number): PieceRule {
  const wholeMin = Math.ceil(remainingMin / gridMin) * gridMin;
  const trimMin = wholeMin - remainingMin;
  const whole = { isSplit: false, minMin: wholeMin, maxMin: wholeMin, totalMin: wholeMin, trimMin };
  if (task.maxChunkMin !== undefined && task.maxChunkMin >= task.durationMin) return whole;
  const maxMin = Math.max(gridMin, Math.floor((task.maxChunkMin ?? wholeMin) / gridMin) * gridMin);
  // Raised by the trim, so that whichever piece comes last may be trimmed.
  const wishedMin = Math.ceil(((task.minChunkMin ?? DEFAULT_MIN_CHUNK_MIN) + trimMin) / gridMin) * gridMin;
  const minMin = Math.min(wishedMin, maxMin);
  if (wholeMin <= maxMin && wholeMin < 2 * minMin) return whole;
  if (wholeMin <= minMin) return whole;
  let totalMin = wholeMin;
  while (totalMin > 0 && !canCut(totalMin, minMin, maxMin)) totalMin -= gridMin;
  return { isSplit: true, minMin, maxMin, totalMin, trimMin: totalMin === wholeMin ? trimMin : 0 };
}

/** Whether `totalMin` is a sum of pieces between `minMin` and `maxMin`; nothing is the sum of no pieces. */
export function canCut(totalMin: number, minMin: number, maxMin: number): boolean {
  return Math.ceil(totalMin / maxMin) * minMin <= totalMin;
}

/** The shortest piece that a person is advised to cut a task into, in minutes. */
export function shortestPieceMin(durationMin: number): number {
  return durationMin >= 60 ? 30 : 15;
}

/**
 * Whether work would find its place cut as small as is sensible: no advice to split is worth giving otherwise.
 *
 * @param durationMin of the whole task
 * @param missingMin what has no place yet
 * @param free what is left free where the task may lie
 */
export function fitsInPieces(durationMin: number, missingMin: number, free: readonly Stretch[]): boolean {
  const pieceMin = shortestPieceMin(durationMin);
  if (durationMin < 2 * pieceMin) return false;
  const longestFirst = free
    .map(({ startMs, endMs }) => Math.floor((endMs - startMs) / 60_000))
    .toSorted((one, other) => other - one);
  let room = 0;
  return longestFirst.some((lengthMin, index) => {
    room += lengthMin;
    return missingMin <= room && (index + 1) * pieceMin <= missingMin;
  });
}
