import { Changes } from './changes.ts';
import { dispatch } from './dispatch.ts';
import type { Problem } from './problem.ts';
import { seededRandom } from './random.ts';
import { Sequence } from './sequence.ts';
import type { Piece } from './sequence.ts';

/** How long to search. Counted in steps, so that the same instance gives the same plan on any machine. */
interface SearchBudget {
  readonly steps: number;
  /** Share of the time that is used up; the search ends at 1 even if steps are left, all but the first tenth of them. */
  readonly timeShare?: () => number;
}

interface Candidate {
  readonly order: Int32Array;
  readonly patience: Uint8Array;
  readonly cost: number;
}

const SEED = 20_261_121;
const FORESIGHTS = [0.5, 1.5, 4];
/** Dispatching is quadratic: a long list gets one. */
const FORESIGHTS_OF_MANY = [1.5];
/** Temperatures as shares of what a job costs on average; tuned on instances that HiGHS solved. */
const HOTTEST = 0.3;
const COLDEST = 0.003;
/** Fewer steps than this share of the budget give a plan that is visibly poor; then the time is overrun a little instead. */
const LEAST_SHARE = 0.1;
/** Reading the clock costs more than trying a change. */
const CHANGES_A_READING = 32;

/**
 * A plan of low cost: the best of a few dispatch rules, improved by simulated annealing over the order of the jobs.
 *
 * @returns the pieces placed and their cost by the search's own count
 */
export function search(problem: Problem, budget: SearchBudget): { pieces: Piece[]; cost: number } {
  if (problem.jobs.length === 0) return { pieces: [], cost: 0 };
  const sequence = new Sequence(problem);
  const best = anneal(problem, sequence, bestDispatch(problem, sequence), budget);
  sequence.order.set(best.order);
  sequence.patience.set(best.patience);
  return { pieces: sequence.pieces(), cost: best.cost };
}

function bestDispatch(problem: Problem, sequence: Sequence): Candidate {
  const candidates = (problem.jobs.length > 300 ? FORESIGHTS_OF_MANY : FORESIGHTS).map((foresight): Candidate => {
    sequence.order.set(dispatch(problem, foresight));
    return { order: sequence.order.slice(), patience: sequence.patience.slice(), cost: sequence.start() };
  });
  return candidates.reduce((best, candidate) => (candidate.cost < best.cost ? candidate : best));
}

function anneal(problem: Problem, sequence: Sequence, start: Candidate, budget: SearchBudget): Candidate {
  const { order, patience } = sequence;
  const random = seededRandom(SEED);
  const changes = new Changes(problem.jobs, order, patience, random);
  const meanCost = start.cost / problem.jobs.length;
  order.set(start.order);
  let cost = sequence.start();
  let best = start;
  let temperature = 0;
  const { leastCost } = sequence;
  const firstStep = sequence.steps;
  for (let round = 0; best.cost > leastCost + 1e-9; round += 1) {
    if (round % CHANGES_A_READING === 0) {
      const share = shareUsed(budget, sequence.steps - firstStep, round);
      if (share >= 1) break;
      temperature = meanCost * HOTTEST * (COLDEST / HOTTEST) ** share;
    }
    if (!changes.make()) continue;
    const limit = cost - temperature * Math.log(1 - random());
    const tried = sequence.try(changes.low, changes.high, limit);
    if (tried > limit) {
      sequence.drop();
      changes.undo();
      continue;
    }
    sequence.keep();
    cost = tried;
    if (cost < best.cost - 1e-9) best = { order: order.slice(), patience: patience.slice(), cost };
  }
  return best;
}

/**
 * How far the search is, 0 to 1. A fast machine follows the steps alone, so that plans are reproducible; a slow or busy
 * one cools down with the time, but never in less than `LEAST_SHARE` of the steps.
 */
function shareUsed(budget: SearchBudget, steps: number, rounds: number): number {
  // A change that is not allowed takes no step, and there may be no other.
  const stepShare = (steps + rounds) / budget.steps;
  const timeShare = budget.timeShare?.() ?? 0;
  return Math.max(stepShare, Math.min((timeShare - 0.25) / 0.75, stepShare / LEAST_SHARE));
}
