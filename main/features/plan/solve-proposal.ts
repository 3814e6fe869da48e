import type { PlanInstance, PlanResult, PlanRule } from '#contract/plan';
import { rulesInTheWay } from '#main/domain/scheduling/lifting';
import { leastDisturbed } from '#main/domain/scheduling/replan';

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

export interface SolvedProposal {
  readonly result: PlanResult;
  /** By task without a place: the rules of which one alone, when lifted, would make room. */
  readonly rules: Readonly<Record<string, readonly PlanRule[]>>;
}

/** More tasks without a place are not listed. */
const MOST_EXAMINED = 24;

const now = (): number => performance.now();

/**
 * Plans round the blocks that stand; moves those only when something would else be late or without a place, and only if
 * that is worth the disturbance. A job of the worker.
 */
export function solveProposal({ instance, accepted }: ProposalInput): SolvedProposal {
  const result = leastDisturbed(instance, accepted, { now });
  const rules = result.unplaced.slice(0, MOST_EXAMINED).map(({ task: id }) => {
    const task = instance.tasks.find((other) => other.id === id);
    return [id, task ? rulesInTheWay(instance, result.blocks, task) : []] as const;
  });
  return { result, rules: Object.fromEntries(rules) };
}

/** What a block is known by: its task and its time. */
export function placeKey({ task, startMs, endMs }: PlacedBlock): string {
  return `${task} ${startMs} ${endMs}`;
}
