import type { PlanInstance, PlanResult, PlanTask } from '#contract/plan';
import { freeTimeOf } from './problem.ts';
import type { PlacedBlock } from './reasons.ts';
import { solvePlan } from './solve-plan.ts';
import type { Stretch } from './working-time.ts';

/**
 * A new plan that disturbs the accepted one least: every accepted block that still fits stays, and only the rest is
 * placed anew. A block stays when its time is still free working time, its task still needs it and what the task waits
 * for is complete before it. A block that is running stays; one that has passed does not count, so let `durationMin`
 * be what is left to do.
 *
 * @param accepted the blocks of the plan that the user lives by, in any order
 * @param options as for `solvePlan`
 * @throws RangeError when the zone is unknown
 */
export function replan(
  instance: PlanInstance,
  accepted: readonly PlacedBlock[],
  options: { readonly now?: () => number } = {},
): PlanResult {
  const kept = keptBlocks(instance, accepted);
  const tasks = instance.tasks.map((task): PlanTask => {
    const own = kept.get(task.id) ?? [];
    return own.length === 0 ? task : { ...task, pinned: [...(task.pinned ?? []), ...own] };
  });
  const plan = solvePlan({ ...instance, tasks }, options);
  const blocks = plan.blocks.map((block) => {
    const isKept = kept.get(block.task)?.some((own) => own.startMs === block.startMs && own.endMs === block.endMs);
    return isKept ? { ...block, reason: 'Stays where it was' } : block;
  });
  return { ...plan, blocks };
}

function keptBlocks(instance: PlanInstance, accepted: readonly PlacedBlock[]): ReadonlyMap<string, Stretch[]> {
  // From the start of the horizon and not from now: a block that is running began before now.
  const free = freeTimeOf({ ...instance, nowMs: instance.fromMs });
  const tasks = new Map(instance.tasks.map((task) => [task.id, task]));
  const kept = new Map<string, Stretch[]>();
  let takenUntilMs = Number.NEGATIVE_INFINITY;
  // In order of time, what a block waits for has been decided before it.
  for (const { task: id, startMs, endMs } of accepted.toSorted((a, b) => a.startMs - b.startMs)) {
    const task = tasks.get(id);
    if (!task || endMs <= startMs || endMs <= instance.nowMs || startMs < takenUntilMs) continue;
    if (startMs < (task.earliestMs ?? startMs)) continue;
    if (!free.some((stretch) => stretch.startMs <= startMs && endMs <= stretch.endMs)) continue;
    const own = [...(task.pinned ?? []), ...(kept.get(id) ?? [])];
    if (minutesOf(own) + (endMs - startMs) / 60_000 > task.durationMin) continue;
    if (!(task.after ?? []).every((awaited) => isCompleteBy(startMs, tasks.get(awaited), kept.get(awaited)))) continue;
    kept.set(id, [...(kept.get(id) ?? []), { startMs, endMs }]);
    takenUntilMs = endMs;
  }
  return kept;
}

/** A task that is not in the instance is done. */
function isCompleteBy(instantMs: number, task: PlanTask | undefined, kept: readonly Stretch[] = []): boolean {
  if (!task) return true;
  const own = [...(task.pinned ?? []), ...kept];
  return minutesOf(own) >= task.durationMin && own.every((block) => block.endMs <= instantMs);
}

function minutesOf(blocks: readonly Stretch[]): number {
  return blocks.reduce((sum, { startMs, endMs }) => sum + (endMs - startMs) / 60_000, 0);
}
