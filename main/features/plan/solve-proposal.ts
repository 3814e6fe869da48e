import type { PlanInstance, PlanResult } from '#contract/plan';
import { replan } from '#main/domain/scheduling/replan';
import { solvePlan } from '#main/domain/scheduling/solve-plan';

interface PlacedBlock {
  readonly task: string;
  readonly startMs: number;
  readonly endMs: number;
}

export interface ProposalInput {
  readonly instance: PlanInstance;
  /** The blocks of an earlier plan that may move but had better not. */
  readonly accepted: readonly PlacedBlock[];
}

/** Moving one block costs as much as half an hour's delay of a task of priority 2: plans that keep changing are not believed. */
const MOVE_COST = 4;

const now = (): number => performance.now();

/**
 * Plans round the blocks that stand; moves those only when something would else be late or without a place, and only if
 * that is worth the disturbance. A job of the worker.
 */
export function solveProposal({ instance, accepted }: ProposalInput): PlanResult {
  const calm = replan(instance, accepted, { now });
  const deadlines = new Map(instance.tasks.map((task) => [task.id, task.deadlineMs ?? Number.POSITIVE_INFINITY]));
  const isGood = calm.unplaced.length === 0 && calm.blocks.every((block) => block.endMs <= deadlines.get(block.task)!);
  if (accepted.length === 0 || isGood) return calm;
  const anew = solvePlan(instance, { now });
  const moves = (plan: PlanResult): number => {
    const places = new Set(plan.blocks.map(placeKey));
    return accepted.filter((block) => !places.has(placeKey(block))).length;
  };
  return anew.cost + MOVE_COST * moves(anew) < calm.cost + MOVE_COST * moves(calm) ? anew : calm;
}

/** What a block is known by: its task and its time. */
export function placeKey({ task, startMs, endMs }: PlacedBlock): string {
  return `${task} ${startMs} ${endMs}`;
}
