import type { PlanInstance, PlanResult, ProposedBlock } from '#contract/plan';
import { planCost } from './objective.ts';
import { problemOf } from './problem.ts';
import { BlockReasons } from './reasons.ts';
import type { PlacedBlock } from './reasons.ts';
import { search } from './search.ts';
import { UnplacedReasons } from './unplaced-reasons.ts';

/** What an ordinary machine does in a millisecond, rounded down, so that steps end the search there and not the clock. */
const STEPS_PER_MS = 50_000;

/**
 * Gives tasks their time: blocks in free working hours that cost as little as possible by the plan's objective, each
 * with its reason, and for each task that found no place the reason for that.
 *
 * The same instance gives the same plan. Impossible wishes (no working hours, a deadline that has passed, tasks that
 * wait for each other) are answered with reasons, not with errors.
 *
 * @param options.now a clock in milliseconds that also ends the search after `budgetMs`, for machines so slow that the
 *   step count would take longer; without it only steps count
 * @throws RangeError when the zone is unknown
 */
export function solvePlan(instance: PlanInstance, options: { readonly now?: () => number } = {}): PlanResult {
  const { now } = options;
  // A tenth of a second does for fifty tasks; a thousand get a little over half of one.
  const budgetMs = instance.budgetMs ?? Math.min(600, Math.max(100, 2 * instance.tasks.length));
  const startedMs = now?.() ?? 0;
  const problem = problemOf(instance);
  const { pieces } = search(problem, {
    steps: budgetMs * STEPS_PER_MS,
    ...(now ? { timeShare: () => (now() - startedMs) / budgetMs } : {}),
  });
  const placed = pieces.map(({ job, startMin, lengthMin }): PlacedBlock => {
    const startMs = problem.baseMs + startMin * 60_000;
    return { task: job.task.id, startMs, endMs: startMs + lengthMin * 60_000 };
  });
  const pinned = instance.tasks.flatMap((task) => (task.pinned ?? []).map((block) => ({ task: task.id, ...block })));
  const blocks = [...placed, ...pinned].toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
  return {
    blocks: explained(instance, blocks),
    unplaced: unplacedOf(instance, blocks, problem.circular),
    cost: planCost(instance, blocks),
  };
}

function explained(instance: PlanInstance, blocks: readonly PlacedBlock[]): ProposedBlock[] {
  const tasks = new Map(instance.tasks.map((task) => [task.id, task]));
  const reasons = new BlockReasons(instance, blocks);
  return blocks.flatMap((block) => {
    const task = tasks.get(block.task);
    return task ? [{ ...block, reason: reasons.reasonFor(block, task) }] : [];
  });
}

function unplacedOf(
  instance: PlanInstance,
  blocks: readonly PlacedBlock[],
  circular: ReturnType<typeof problemOf>['circular'],
): PlanResult['unplaced'] {
  const placedMin = new Map<string, number>();
  for (const { task, startMs, endMs } of blocks) {
    placedMin.set(task, (placedMin.get(task) ?? 0) + (endMs - startMs) / 60_000);
  }
  const missing = new Map<string, number>();
  for (const task of instance.tasks) {
    const missingMin = Math.ceil(task.durationMin - (placedMin.get(task.id) ?? 0));
    if (missingMin > 0) missing.set(task.id, missingMin);
  }
  if (missing.size === 0) return [];
  const reasons = new UnplacedReasons(instance, blocks, circular, missing);
  return instance.tasks.flatMap((task) => {
    const missingMin = missing.get(task.id);
    return missingMin === undefined ? [] : [reasons.unplaced(task, missingMin)];
  });
}
