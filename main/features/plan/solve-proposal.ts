import type { PlanInstance, PlanResult } from '#contract/plan';
import { solvePlan } from '#main/domain/scheduling/solve-plan';

/** Two ways to see the same work: with what was planned before left where it is, and free to move. */
export interface ProposalInput {
  readonly settled: PlanInstance;
  readonly free: PlanInstance;
  /** How many blocks the second way may move. */
  readonly movable: number;
}

/** Moving one block costs as much as half an hour's delay of a task of priority 2: plans that keep changing are not believed. */
const MOVE_COST = 4;

const now = (): number => performance.now();

/**
 * Plans round the blocks that stand; moves those only when something would else be late or without a place, and only if
 * that is worth the disturbance. A job of the worker.
 *
 * @returns the plan, and whether the standing blocks were left alone
 */
export function solveProposal({ settled, free, movable }: ProposalInput): { result: PlanResult; isSettled: boolean } {
  const result = solvePlan(settled, { now });
  const deadlines = new Map(settled.tasks.map((task) => [task.id, task.deadlineMs ?? Number.POSITIVE_INFINITY]));
  const isGood =
    result.unplaced.length === 0 && result.blocks.every((block) => block.endMs <= deadlines.get(block.task)!);
  if (movable === 0 || isGood) return { result, isSettled: true };
  const other = solvePlan(free, { now });
  return other.cost + movable * MOVE_COST < result.cost
    ? { result: other, isSettled: false }
    : { result, isSettled: true };
}
