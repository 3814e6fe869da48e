import type { PlanInstance, PlanResult, PlanTask } from '#contract/plan';
import { freeTimeOf } from './free-time.ts';
import type { PlacedBlock } from './reasons.ts';
import { MOVE_COST } from './objective.ts';
import { remainingMinOf } from './problem.ts';
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
  const plan = solvePlan({ ...instance, tasks, ...budgetFor(instance, tasks, kept) }, options);
  const blocks = plan.blocks.map((block) => {
    const isKept = kept.get(block.task)?.some((own) => own.startMs === block.startMs && own.endMs === block.endMs);
    return isKept ? { ...block, reason: 'Stays where it was' } : block;
  });
  return { ...plan, blocks };
}

/** Where most blocks stay there is little to search: a new meeting is answered at once. */
function budgetFor(
  { budgetMs }: PlanInstance,
  tasks: readonly PlanTask[],
  kept: ReadonlyMap<string, readonly Stretch[]>,
): { readonly budgetMs?: number } {
  if (kept.size === 0) return {};
  const open = tasks.filter((task) => remainingMinOf(task) > 0).length;
  const enoughMs = Math.max(LEAST_BUDGET_MS, MS_A_TASK * open);
  return { budgetMs: Math.min(enoughMs, budgetMs ?? Math.min(MOST_BUDGET_MS, enoughMs)) };
}

const LEAST_BUDGET_MS = 4;
const MS_A_TASK = 2;
const MOST_BUDGET_MS = 400;

/** Blocks whose moving is tried one at a time, and how long each may take. */
const MOST_TRIED = 12;
const TRIAL_MS = 3;
const MOST_ROUNDS = 3;

/**
 * A new plan for which no more of the accepted one is moved than it is worth: first nothing that still fits; where that
 * leaves something late or without a place, one block at a time is let go of as long as that pays; and at last everything.
 *
 * @param options as for `solvePlan`
 * @throws RangeError when the zone is unknown
 */
export function leastDisturbed(
  instance: PlanInstance,
  accepted: readonly PlacedBlock[],
  options: { readonly now?: () => number } = {},
): PlanResult {
  const calm = replan(instance, accepted, options);
  if (accepted.length === 0 || isGood(calm, instance)) return calm;
  const price = (plan: PlanResult): number => plan.cost + MOVE_COST * movedCount(plan, accepted);
  const quick = { ...instance, budgetMs: Math.min(TRIAL_MS, instance.budgetMs ?? TRIAL_MS) };
  let best = calm;
  let held = [...accepted];
  for (let round = 0; round < MOST_ROUNDS && !isGood(best, instance); round += 1) {
    const trials = held.slice(0, MOST_TRIED).map((loose) => {
      const rest = held.filter((block) => block !== loose);
      return { rest, plan: replan(quick, rest, options) };
    });
    const cheapest = trials.toSorted((one, other) => price(one.plan) - price(other.plan))[0];
    if (!cheapest || price(cheapest.plan) >= price(best)) break;
    best = cheapest.plan;
    held = cheapest.rest;
  }
  const anew = solvePlan(instance, options);
  return price(anew) < price(best) ? anew : best;
}

/** How many accepted blocks are not where they were. */
export function movedCount(plan: PlanResult, accepted: readonly PlacedBlock[]): number {
  const places = new Set(plan.blocks.map(placeKey));
  return accepted.filter((block) => !places.has(placeKey(block))).length;
}

function placeKey({ task, startMs, endMs }: PlacedBlock): string {
  return `${task} ${startMs} ${endMs}`;
}

/** Everything has its place, in time. */
function isGood(plan: PlanResult, { tasks }: PlanInstance): boolean {
  const deadlines = new Map(tasks.map((task) => [task.id, task.deadlineMs ?? Number.POSITIVE_INFINITY]));
  return plan.unplaced.length === 0 && plan.blocks.every((block) => block.endMs <= (deadlines.get(block.task) ?? 0));
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
    if (task.avoid?.some((refused) => refused.startMs < endMs && startMs < refused.endMs) === true) continue;
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
