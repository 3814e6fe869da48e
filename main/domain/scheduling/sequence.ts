import { Gaps } from './gaps.ts';
import { Placement } from './placement.ts';
import type { Patience } from './placement.ts';
import type { FreeSpan, Job, Problem } from './problem.ts';

/** A stretch given to a job, in minutes since the start of the horizon. */
export interface Piece {
  readonly job: Job;
  readonly startMin: number;
  readonly lengthMin: number;
}

/** The state of a build before the job at some position of the order is placed. */
interface Checkpoint {
  gaps: Gaps;
  cost: number;
  /** What the jobs from here on cost at least. */
  restCost: number;
}

/**
 * Turns an order of jobs into a plan: each in turn gets the first place it fits (a hole left earlier included). Every
 * plan in which nothing can move earlier is the plan of some order, so the search only needs to look at orders.
 *
 * A change to the order is tried from the nearest checkpoint before it, and given up as soon as it cannot be good enough.
 */
export class Sequence {
  readonly order: Int32Array;
  readonly patience: Uint8Array;
  readonly #problem: Problem;
  readonly #placement: Placement;
  readonly #gaps: Gaps;
  readonly #stride: number;
  #kept: Checkpoint[] = [];
  #tried: Checkpoint[] = [];
  readonly #keptComplete: Float64Array;
  readonly #complete: Float64Array;
  readonly #leastCost: Float64Array;
  #triedFrom = 0;
  #triedTo = 0;
  #triedCost = 0;
  #keptCost = 0;

  constructor(problem: Problem) {
    const { jobs, spans } = problem;
    const shortestMin = Math.min(...jobs.map((job) => job.rule.minMin));
    const pieces = jobs.reduce((sum, { rule }) => sum + Math.ceil(rule.totalMin / rule.minMin) + 1, 0);
    const newGaps = (): Gaps => new Gaps(spans.length + pieces + 1, shortestMin, problem.room, problem.lunches);
    this.#problem = problem;
    this.#placement = new Placement(problem);
    this.#gaps = newGaps();
    this.#gaps.reset(spans);
    this.order = Int32Array.from(jobs, (_, index) => index);
    this.patience = new Uint8Array(jobs.length);
    this.#complete = new Float64Array(jobs.length);
    this.#keptComplete = new Float64Array(jobs.length);
    this.#leastCost = Float64Array.from(jobs, (job) => {
      this.#placement.find(job, job.earliestMin, this.#gaps, 0);
      return this.#placement.cost;
    });
    this.#stride = Math.max(3, Math.ceil(Math.sqrt(jobs.length) / 2));
    for (let position = 0; position < jobs.length; position += this.#stride) {
      this.#kept.push({ gaps: newGaps(), cost: 0, restCost: 0 });
      this.#tried.push({ gaps: newGaps(), cost: 0, restCost: 0 });
    }
    this.#kept[0]?.gaps.reset(spans);
  }

  /** The measure of work done so far. */
  get steps(): number {
    return this.#placement.steps;
  }

  /** What the plan would cost if every job had all the free time to itself: no plan costs less. */
  get leastCost(): number {
    return this.#leastCost.reduce((sum, cost) => sum + cost, 0);
  }

  /** What the whole order costs; keeps it as the one that changes are tried against. */
  start(): number {
    const first = this.#kept[0];
    if (first) first.restCost = this.leastCost;
    const cost = this.try(0, this.order.length, Number.POSITIVE_INFINITY);
    this.keep();
    return cost;
  }

  /**
   * What the order costs now that it was changed from `low` to `high`. Where the build comes back to the state it had in
   * the order that is kept, the rest is known.
   *
   * @returns the cost, or infinity when it is above `limit`
   */
  try(low: number, high: number, limit: number): number {
    const stride = this.#stride;
    const jobs = this.#problem.jobs;
    const from = Math.floor(low / stride);
    const base = this.#kept[from];
    if (base === undefined) return 0;
    const gaps = this.#gaps;
    gaps.copy(base.gaps);
    let { cost, restCost } = base;
    let isSame = true;
    this.#triedFrom = from * stride;
    for (let at = this.#triedFrom; at < jobs.length; at += 1) {
      if (at % stride === 0 && at > this.#triedFrom) {
        const kept = this.#kept[at / stride] as Checkpoint;
        if (isSame && at > high && gaps.equals(kept.gaps)) return this.#finish(at, this.#keptCost + cost - kept.cost);
        this.#note(this.#tried[at / stride] as Checkpoint, cost, restCost);
      }
      const index = this.order[at] as number;
      const job = jobs[index] as Job;
      cost += this.#place(job, index);
      restCost -= this.#leastCost[index] as number;
      if (job.hasFollowers && this.#complete[index] !== this.#keptComplete[index]) isSame = false;
      if (cost + restCost > limit) return this.#finish(at + 1, Number.POSITIVE_INFINITY);
    }
    return this.#finish(jobs.length, cost);
  }

  /** Goes on from the order that was tried last. */
  keep(): void {
    const stride = this.#stride;
    const change = this.#triedCost - this.#keptCost;
    for (let index = this.#triedFrom / stride + 1; index < this.#kept.length; index += 1) {
      const kept = this.#kept[index] as Checkpoint;
      if (index * stride >= this.#triedTo) {
        kept.cost += change;
      } else {
        this.#kept[index] = this.#tried[index] as Checkpoint;
        this.#tried[index] = kept;
      }
    }
    this.#keptCost = this.#triedCost;
    this.#settle(this.#complete, this.#keptComplete);
  }

  /** Forgets what was tried last. Call it before the order is put back. */
  drop(): void {
    this.#settle(this.#keptComplete, this.#complete);
  }

  /** The pieces of the plan that the order makes, in the order of the jobs. */
  pieces(): Piece[] {
    const found: Piece[] = [];
    const placement = this.#placement;
    this.#gaps.reset(this.#problem.spans);
    for (const index of this.order) {
      const job = this.#problem.jobs[index] as Job;
      this.#place(job, index);
      for (let piece = 0; piece < placement.count; piece += 1) {
        const startMin = placement.start[piece] as number;
        const isLast = piece === placement.count - 1 && Number.isFinite(placement.completeMin);
        const trimMin = isLast ? job.rule.trimMin : 0;
        found.push({ job, startMin, lengthMin: (placement.length[piece] as number) - trimMin });
      }
    }
    return found;
  }

  #place(job: Job, index: number): number {
    const placement = this.#placement;
    let earliestMin = job.earliestMin;
    for (const before of job.before) earliestMin = Math.max(earliestMin, this.#complete[before] as number);
    if (earliestMin === Number.POSITIVE_INFINITY) {
      placement.count = 0;
      this.#complete[index] = Number.POSITIVE_INFINITY;
      return job.leftOutCost;
    }
    placement.find(job, earliestMin, this.#gaps, this.patience[index] as Patience);
    // From the last to the first, because taking from a gap moves only the gaps after it.
    for (let piece = placement.count - 1; piece >= 0; piece -= 1) {
      const gap = placement.gap[piece] as number;
      const startMin = placement.start[piece] as number;
      const lengthMin = placement.length[piece] as number;
      if (this.#gaps.hasLimits) {
        const { day } = this.#problem.spans[this.#gaps.span[gap] as number] as FreeSpan;
        this.#gaps.use(day, lengthMin, job.task.energy === 'high');
      }
      this.#gaps.take(gap, startMin, startMin + lengthMin);
    }
    this.#complete[index] = placement.completeMin;
    return placement.cost;
  }

  #finish(triedTo: number, cost: number): number {
    this.#triedTo = triedTo;
    this.#triedCost = cost;
    return cost;
  }

  #note(checkpoint: Checkpoint, cost: number, restCost: number): void {
    checkpoint.gaps.copy(this.#gaps);
    checkpoint.cost = cost;
    checkpoint.restCost = restCost;
  }

  #settle(from: Float64Array, to: Float64Array): void {
    for (let at = this.#triedFrom; at < this.#triedTo; at += 1) {
      const index = this.order[at] as number;
      to[index] = from[index] as number;
    }
  }
}
