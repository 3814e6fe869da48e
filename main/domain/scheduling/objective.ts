import type { PlanInstance, PlanObjective, PlanTask } from '#contract/plan';
import { workingClock, workingDays } from './working-time.ts';
import type { Stretch, WorkingDay } from './working-time.ts';

/** The weights used for measuring (objective.md), and unless the instance brings its own. */
export const DEFAULT_OBJECTIVE: PlanObjective = {
  wait: 0.05,
  late: 1,
  energy: 1.5,
  unplaced: 400,
  fragment: 0,
  priority: [8, 4, 2, 1],
};

/** What people get beyond the measured objective: fewer fragments, and a plan that stays when it can (objective.md). */
export const PERSONAL_WEIGHTS = { fragment: 0.4 } satisfies Partial<PlanObjective>;
export const MOVE_COST = 4;

/** Completion and deadline are counted in half-hours of working time. */
export const UNIT_MIN = 30;

/** The weights of an instance, the missing ones filled in. */
export function objectiveOf(instance: PlanInstance): PlanObjective {
  const own = instance.objective ?? {};
  return {
    wait: own.wait ?? DEFAULT_OBJECTIVE.wait,
    late: own.late ?? DEFAULT_OBJECTIVE.late,
    energy: own.energy ?? DEFAULT_OBJECTIVE.energy,
    unplaced: own.unplaced ?? DEFAULT_OBJECTIVE.unplaced,
    fragment: own.fragment ?? DEFAULT_OBJECTIVE.fragment,
    priority: own.priority ?? DEFAULT_OBJECTIVE.priority,
  };
}

/** What a task weighs by its priority. */
export function weightOf(task: PlanTask, objective: PlanObjective): number {
  return objective.priority[task.priority - 1] ?? 1;
}

/**
 * The cost of a plan by the written objective, computed from the blocks alone: the judge of the solver.
 *
 * Read as follows where the formula leaves room. Working time is all time inside working hours, busy or not. A deadline
 * that has passed counts as the start of the horizon. The energy term falls due once, when any part of a high-energy task
 * lies after 45 % of its day's working time. A partly placed task pays for what is placed and for what is missing.
 *
 * @param blocks every block of the plan, the pinned ones included, in any order
 */
export function planCost(instance: PlanInstance, blocks: readonly (Stretch & { readonly task: string })[]): number {
  const days = workingDays(instance.zone, instance.fromMs, instance.toMs, instance.workingHours);
  const workedMin = workingClock(days, instance.fromMs);
  const objective = objectiveOf(instance);
  const blocksOf = Map.groupBy(blocks, (block) => block.task);
  let cost = 0;
  for (const task of instance.tasks) {
    const weight = weightOf(task, objective);
    const own = blocksOf.get(task.id) ?? [];
    const placedMin = own.reduce((sum, { startMs, endMs }) => sum + (endMs - startMs) / 60_000, 0);
    const missingShare = Math.max(0, task.durationMin - placedMin) / task.durationMin;
    cost += weight * objective.unplaced * missingShare;
    if (own.length === 0) continue;
    const completed = workedMin(Math.max(...own.map((block) => block.endMs))) / UNIT_MIN;
    const due = task.deadlineMs === undefined ? Number.POSITIVE_INFINITY : workedMin(task.deadlineMs) / UNIT_MIN;
    const isTired = task.energy === 'high' && own.some((block) => endsTired(block, days));
    cost += weight * (objective.wait * completed + objective.late * Math.max(0, completed - due));
    if (isTired) cost += weight * objective.energy;
    cost += weight * objective.fragment * (own.length - 1);
  }
  return cost;
}

/** Whether a block runs past the fresh part of the working day it lies in; outside working hours there is none. */
export function endsTired(block: Stretch, days: readonly WorkingDay[]): boolean {
  const day = days.find(({ stretches }) =>
    stretches.some((working) => block.startMs < working.endMs && block.endMs > working.startMs),
  );
  return day !== undefined && block.endMs > day.freshUntilMs;
}
