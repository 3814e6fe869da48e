import type { Gaps } from './gaps.ts';
import type { LunchRoom } from './lunch-room.ts';
import { canCut } from './pieces.ts';
import type { Job, Problem } from './problem.ts';
import { UNIT_MIN } from './objective.ts';

/** How a demanding job may be treated by a plan; the search decides. */
export const Patience = {
  /** Whatever is cheaper for the job itself. */
  Own: 0,
  /** The first place, at any time of day. */
  None: 1,
  /** The first place in the fresh part of a day, or any where there is none. */
  Fresh: 2,
} as const;
export type Patience = (typeof Patience)[keyof typeof Patience];

/** What placing a job takes, in about the ratio of the time it takes. */
const STEPS_A_JOB = 6;
const STEPS_A_GAP = 0.25;

/** Finds where one job would go, and what that would cost. One place at a time: each question overwrites the last answer. */
export class Placement {
  /** How many pieces were found; 0 when the job is left out. */
  count = 0;
  readonly gap: Int32Array;
  readonly start: Int32Array;
  readonly length: Int32Array;
  cost = 0;
  /** The exact minute at which the job is complete; infinite while part of it is missing. */
  completeMin = 0;
  /** The measure of work done so far. */
  steps = 0;
  readonly #problem: Problem;

  constructor(problem: Problem) {
    this.#problem = problem;
    const mostPieces = Math.max(1, ...problem.jobs.map((job) => Math.ceil(job.rule.totalMin / job.rule.minMin) + 1));
    this.gap = new Int32Array(mostPieces);
    this.start = new Int32Array(mostPieces);
    this.length = new Int32Array(mostPieces);
  }

  /** Finds the place for a job that may start at `earliestMin`. */
  find(job: Job, earliestMin: number, gaps: Gaps, patience: Patience): void {
    if (!job.isDemanding) {
      this.#find(job, earliestMin, gaps, false);
    } else if (patience === Patience.Own) {
      this.#find(job, earliestMin, gaps, true);
      const freshCost = this.cost;
      this.#find(job, earliestMin, gaps, false);
      if (freshCost < this.cost) this.#find(job, earliestMin, gaps, true);
    } else {
      this.#find(job, earliestMin, gaps, patience === Patience.Fresh);
      if (patience === Patience.Fresh && this.completeMin === Number.POSITIVE_INFINITY) {
        this.#find(job, earliestMin, gaps, false);
      }
    }
    // So late that leaving it out costs less; but never at the expense of what waits for it.
    if (this.cost > job.leftOutCost && !job.hasFollowers) this.#leaveOut(job);
  }

  #find(job: Job, earliestMin: number, gaps: Gaps, isFresh: boolean): void {
    const { isSplit, totalMin, maxMin } = job.rule;
    if (!isSplit) return this.#findWhole(job, earliestMin, gaps, isFresh);
    this.#findPieces(job, earliestMin, gaps, isFresh);
    if (this.#problem.fragment === 0 || this.count < 2 || totalMin > maxMin) return;
    const inPieces = this.cost;
    this.#findWhole(job, earliestMin, gaps, isFresh);
    if (inPieces < this.cost) this.#findPieces(job, earliestMin, gaps, isFresh);
  }

  #findWhole(job: Job, earliestMin: number, gaps: Gaps, isFresh: boolean): void {
    const { gridMin, spans } = this.#problem;
    const { totalMin, trimMin } = job.rule;
    const { start, end, span, count } = gaps;
    this.count = 0;
    for (let gap = 0; gap < count; gap += 1) {
      const endMin = end[gap] as number;
      if (endMin < earliestMin + totalMin) continue;
      let startMin = start[gap] as number;
      if (startMin < earliestMin) startMin += Math.ceil((earliestMin - startMin) / gridMin) * gridMin;
      if (job.avoid.length > 0 || gaps.lunch !== null) {
        startMin = this.#allowedStart(job, startMin, totalMin, gaps.lunch);
      }
      if (startMin + totalMin > endMin) continue;
      const at = spans[span[gap] as number];
      if (at === undefined) continue;
      if (gaps.hasLimits && totalMin > gaps.roomOn(at.day, job.task.energy === 'high')) continue;
      const isTired = startMin + totalMin - trimMin > at.freshUntilMin;
      if (isFresh && isTired) continue;
      this.steps += STEPS_A_JOB + gap * STEPS_A_GAP;
      this.count = 1;
      this.gap[0] = gap;
      this.start[0] = startMin;
      this.length[0] = totalMin;
      this.completeMin = startMin + totalMin - trimMin;
      this.#price(job, this.completeMin + at.toWorkedMin, isTired, 0);
      return;
    }
    this.steps += STEPS_A_JOB + count * STEPS_A_GAP;
    this.#leaveOut(job);
  }

  /** As early as possible, as much as possible at a time; pieces of one job keep a cell apart, or they would be one. */
  #findPieces(job: Job, earliestMin: number, gaps: Gaps, isFresh: boolean): void {
    const { gridMin, spans } = this.#problem;
    const { minMin, maxMin, totalMin, trimMin } = job.rule;
    let leftMin = totalMin;
    let isTired = false;
    let workedMin = 0;
    let roomDay = -1;
    let roomMin = Number.POSITIVE_INFINITY;
    this.count = 0;
    for (let gap = 0; gap < gaps.count && leftMin > 0; gap += 1) {
      this.steps += STEPS_A_GAP;
      const at = spans[gaps.span[gap] as number];
      if (at === undefined) continue;
      let endMin = gaps.end[gap] as number;
      if (isFresh) endMin = Math.min(endMin, Math.floor(at.freshUntilMin));
      let startMin = gaps.start[gap] as number;
      if (startMin < earliestMin) startMin += Math.ceil((earliestMin - startMin) / gridMin) * gridMin;
      if (gaps.hasLimits && at.day !== roomDay) {
        roomDay = at.day;
        roomMin = gaps.roomOn(roomDay, job.task.energy === 'high');
      }
      while (leftMin > 0) {
        let untilMin = endMin;
        if (job.avoid.length > 0 || gaps.lunch !== null) {
          startMin = this.#allowedStart(job, startMin, minMin, gaps.lunch);
          untilMin = Math.min(endMin, this.#allowedEnd(job, startMin, gaps.lunch));
        }
        const mostMin = Math.min(untilMin - startMin, maxMin, leftMin, roomMin);
        const pieceMin = this.#longestPiece(mostMin, leftMin, minMin, maxMin);
        if (pieceMin === 0) {
          // What is refused may end within the gap.
          if (untilMin === endMin || roomMin < minMin) break;
          startMin += Math.ceil((untilMin - startMin) / gridMin) * gridMin;
          continue;
        }
        roomMin -= pieceMin;
        this.gap[this.count] = gap;
        this.start[this.count] = startMin;
        this.length[this.count] = pieceMin;
        this.count += 1;
        leftMin -= pieceMin;
        const trim = leftMin === 0 ? trimMin : 0;
        this.completeMin = startMin + pieceMin - trim;
        workedMin = this.completeMin + at.toWorkedMin;
        isTired ||= this.completeMin > at.freshUntilMin;
        startMin += pieceMin + gridMin;
      }
    }
    this.steps += STEPS_A_JOB;
    if (this.count === 0) this.#leaveOut(job);
    else this.#price(job, workedMin, isTired, leftMin);
  }

  /**
   * The first start from `startMin` on, on the grid, at which `lengthMin` lies in no time that the job may not have and
   * leaves room for lunch.
   */
  #allowedStart({ avoid }: Job, startMin: number, lengthMin: number, lunch: LunchRoom | null): number {
    const { gridMin } = this.#problem;
    let at = startMin;
    for (let isSettled = false; !isSettled;) {
      isSettled = true;
      for (let index = 0; index < avoid.length; index += 2) {
        const from = avoid[index] as number;
        const to = avoid[index + 1] as number;
        if (from < at + lengthMin && to > at) at += Math.ceil((to - at) / gridMin) * gridMin;
      }
      const last = lunch === null ? -1 : lunch.lastOfItsDay(at, at + lengthMin, this.count > 0);
      if (lunch === null || last < 0) continue;
      const need = lunch.need[last] as number;
      const freeFrom = this.#lunchFrom(lunch, last);
      if (at - freeFrom >= need || (lunch.end[last] as number) - at - lengthMin >= need) continue;
      at += Math.ceil((freeFrom + need - at) / gridMin) * gridMin;
      isSettled = false;
    }
    return at;
  }

  /** Where work from an allowed start on must end at the latest. */
  #allowedEnd({ avoid }: Job, startMin: number, lunch: LunchRoom | null): number {
    let endMin = Number.POSITIVE_INFINITY;
    for (let index = 0; index < avoid.length; index += 2) {
      if ((avoid[index] as number) >= startMin) endMin = Math.min(endMin, avoid[index] as number);
    }
    const last = lunch === null ? -1 : lunch.lastOfItsDay(startMin, endMin, this.count > 0);
    if (lunch === null || last < 0) return endMin;
    const need = lunch.need[last] as number;
    return startMin - this.#lunchFrom(lunch, last) >= need
      ? endMin
      : Math.min(endMin, (lunch.end[last] as number) - need);
  }

  /** Where a stretch for lunch is still free from, after the pieces of this job so far; minus infinity when they left it one. */
  #lunchFrom(lunch: LunchRoom, index: number): number {
    let freeFrom = lunch.start[index] as number;
    for (let piece = 0; piece < this.count; piece += 1) {
      const startMin = this.start[piece] as number;
      const endMin = startMin + (this.length[piece] as number);
      if (endMin <= freeFrom || startMin >= (lunch.end[index] as number)) continue;
      if (startMin - freeFrom >= (lunch.need[index] as number)) return Number.NEGATIVE_INFINITY;
      freeFrom = endMin;
    }
    return freeFrom;
  }

  #longestPiece(availableMin: number, leftMin: number, minMin: number, maxMin: number): number {
    const { gridMin } = this.#problem;
    let pieceMin = Math.floor(availableMin / gridMin) * gridMin;
    while (pieceMin >= minMin && !canCut(leftMin - pieceMin, minMin, maxMin)) pieceMin -= gridMin;
    return pieceMin >= minMin ? pieceMin : 0;
  }

  #price(job: Job, workedMin: number, isTired: boolean, leftMin: number): void {
    const { wait, late, energy, unplaced, fragment } = this.#problem;
    const completed = Math.max(job.pinnedUntil, workedMin / UNIT_MIN);
    const unfoundMin = leftMin > 0 ? leftMin - job.rule.trimMin : 0;
    const missingShare = job.missingShare + unfoundMin / job.task.durationMin;
    const tired = isTired && job.isDemanding ? energy : 0;
    this.cost =
      job.sunkCost +
      job.weight *
        (wait * completed +
          late * Math.max(0, completed - job.due) +
          tired +
          unplaced * missingShare +
          fragment * (job.pinnedCount + this.count - 1));
    this.completeMin = missingShare > 0 ? Number.POSITIVE_INFINITY : Math.max(this.completeMin, job.pinnedEndMin);
  }

  #leaveOut(job: Job): void {
    this.count = 0;
    this.cost = job.leftOutCost;
    this.completeMin = Number.POSITIVE_INFINITY;
  }
}
