import { UNIT_MIN } from './objective.ts';
import type { Job, Problem } from './problem.ts';
import { seededRandom } from './random.ts';
import { Sequence } from './sequence.ts';
import type { Piece } from './sequence.ts';

/** How long to search. Counted in steps, so that the same instance gives the same plan on any machine. */
export interface SearchBudget {
  readonly steps: number;
  /** Share of the time that is used up, 0 to 1; the search ends at 1 even if steps are left. */
  readonly timeShare?: () => number;
}

/** Bold to careful: how readily the dispatch rule looks past what is not yet urgent (Vepsalainen and Morton 1987). */
const FORESIGHTS = [0.5, 1.5, 4];
const SEED = 20_261_121;
/** Of the changes tried, so many ask a demanding job for more or less patience; up to `MOVE_SHARE` move a job; the rest swap two. */
const PATIENCE_SHARE = 0.1;
const MOVE_SHARE = 0.8;

/**
 * A plan of low cost: the best of a few dispatch rules, improved by simulated annealing over the order of the jobs.
 *
 * @returns the pieces placed and their cost by the search's own count
 */
export function search(problem: Problem, budget: SearchBudget): { pieces: Piece[]; cost: number } {
  if (problem.jobs.length === 0) return { pieces: [], cost: 0 };
  const sequence = new Sequence(problem);
  let best: Candidate = { order: sequence.order.slice(), patience: sequence.patience.slice(), cost: sequence.start() };
  for (const foresight of problem.jobs.length > 300 ? FORESIGHTS.slice(1, 2) : FORESIGHTS) {
    sequence.order.set(dispatch(problem, foresight));
    const cost = sequence.start();
    if (cost < best.cost) best = { ...best, order: sequence.order.slice(), cost };
  }
  if (problem.jobs.length > 1) best = anneal(problem, sequence, best, budget);
  sequence.order.set(best.order);
  sequence.patience.set(best.patience);
  return { pieces: sequence.pieces(), cost: best.cost };
}

interface Candidate {
  order: Int32Array;
  patience: Uint8Array;
  cost: number;
}

function anneal(problem: Problem, sequence: Sequence, start: Candidate, budget: SearchBudget): Candidate {
  const { jobs } = problem;
  const { order, patience } = sequence;
  const count = jobs.length;
  const random = seededRandom(SEED);
  const demanding = jobs.flatMap((job, index) => (job.isDemanding ? [index] : []));
  const best: Candidate = { order: start.order.slice(), patience: start.patience.slice(), cost: start.cost };
  order.set(start.order);
  patience.set(start.patience);
  let cost = sequence.start();
  const before = order.slice();
  const hottest = (start.cost / count) * 0.3;
  const coldest = hottest * 0.01;
  const firstStep = sequence.steps;
  let temperature = hottest;
  for (let round = 0; ; round += 1) {
    if (round % 32 === 0) {
      const timeShare = budget.timeShare?.() ?? 0;
      const stepShare = (sequence.steps - firstStep) / budget.steps;
      // A slow machine must cool down in time too; a fast one follows the steps alone and stays reproducible.
      const share = Math.max(stepShare, (timeShare - 0.25) / 0.75);
      if (share >= 1 || timeShare >= 1) break;
      temperature = hottest * (coldest / hottest) ** share;
    }
    const limit = cost - temperature * Math.log(1 - random());
    const draw = random();
    let low = 0;
    let high = -1;
    let flipped = -1;
    let formerPatience = 0;
    if (draw < PATIENCE_SHARE && demanding.length > 0) {
      flipped = demanding[Math.floor(random() * demanding.length)] as number;
      formerPatience = patience[flipped] as number;
      patience[flipped] = (formerPatience + 1 + Math.floor(random() * 2)) % 3;
      low = order.indexOf(flipped);
      high = low;
    } else {
      const from = Math.floor(random() * count);
      const reach = 1 + Math.floor(random() ** 2 * Math.min(count - 1, 40));
      const to = Math.min(count - 1, Math.max(0, random() < 0.5 ? from - reach : from + reach));
      low = Math.min(from, to);
      high = Math.max(from, to);
      if (low === high) continue;
      for (let at = low; at <= high; at += 1) before[at] = order[at] as number;
      if (draw < MOVE_SHARE) {
        moveJob(order, jobs, from, to);
      } else {
        swapJobs(order, from, to);
      }
      if (draw >= MOVE_SHARE && !isInDependencyOrder(order, jobs, low, high)) {
        for (let at = low; at <= high; at += 1) order[at] = before[at] as number;
        continue;
      }
    }
    const tried = sequence.try(low, high, limit);
    if (tried <= limit) {
      sequence.keep();
      cost = tried;
      if (cost < best.cost - 1e-9) {
        best.order.set(order);
        best.patience.set(patience);
        best.cost = cost;
      }
    } else {
      sequence.drop();
      if (flipped >= 0) patience[flipped] = formerPatience;
      else for (let at = low; at <= high; at += 1) order[at] = before[at] as number;
    }
  }
  return best;
}

/** Moves a job, and takes along whatever in between must come before it (going forward) or after it (going back). */
function moveJob(order: Int32Array, jobs: readonly Job[], from: number, to: number): void {
  const step = from < to ? 1 : -1;
  const moved = [order[from] as number];
  let write = from;
  for (let at = from + step; at !== to + step; at += step) {
    const index = order[at] as number;
    const goesAlong =
      step < 0
        ? moved.some((member) => jobs[member]?.before.includes(index))
        : jobs[index]?.before.some((awaited) => moved.includes(awaited));
    if (goesAlong) {
      moved.push(index);
    } else {
      order[write] = index;
      write += step;
    }
  }
  // The job that was asked for lies nearest to where it came from.
  for (const member of moved) {
    order[write] = member;
    write += step;
  }
}

function swapJobs(order: Int32Array, from: number, to: number): void {
  const job = order[from] as number;
  order[from] = order[to] as number;
  order[to] = job;
}

/** Whether no job between two positions comes before one it waits for. */
function isInDependencyOrder(order: Int32Array, jobs: readonly Job[], low: number, high: number): boolean {
  for (let at = low; at < high; at += 1) {
    const { before } = jobs[order[at] as number] as Job;
    for (const awaited of before) {
      for (let later = at + 1; later <= high; later += 1) if (order[later] === awaited) return false;
    }
  }
  return true;
}

/** Apparent tardiness cost: again and again the job with the most to lose per minute of its length goes next. */
function dispatch(problem: Problem, foresight: number): Int32Array {
  const { jobs, wait, late } = problem;
  const meanUnits = jobs.reduce((sum, job) => sum + job.rule.totalMin / UNIT_MIN, 0) / jobs.length;
  const order = new Int32Array(jobs.length);
  const isPlaced = new Uint8Array(jobs.length);
  let elapsed = 0;
  for (let position = 0; position < jobs.length; position += 1) {
    let chosen = -1;
    let highest = Number.NEGATIVE_INFINITY;
    for (const [index, job] of jobs.entries()) {
      if (isPlaced[index] === 1 || job.before.some((awaited) => isPlaced[awaited] === 0)) continue;
      const units = Math.max(job.rule.totalMin, 1) / UNIT_MIN;
      const slack = Math.max(0, job.due - units - elapsed);
      const urgency = (job.weight / units) * (wait + late * Math.exp(-slack / (foresight * meanUnits)));
      if (urgency > highest) {
        highest = urgency;
        chosen = index;
      }
    }
    order[position] = chosen;
    isPlaced[chosen] = 1;
    elapsed += (jobs[chosen]?.rule.totalMin ?? 0) / UNIT_MIN;
  }
  return order;
}
