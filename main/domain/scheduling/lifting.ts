import type { PlanInstance, PlanRule, PlanTask } from '#contract/plan';
import { problemOf } from './problem.ts';
import type { PlacedBlock } from './reasons.ts';
import { search } from './search.ts';

/** The rules that may stand in a task's way and that a person can lift, in the order in which they are offered. */
export const RULES: readonly PlanRule[] = ['limits', 'lunch', 'buffer', 'travel', 'refusals'];

/** The instance as it is when one of the person's rules does not hold. */
export function lifted(instance: PlanInstance, rule: PlanRule): PlanInstance {
  switch (rule) {
    case 'limits':
      return { ...instance, daily: undefined };
    case 'lunch':
      return { ...instance, lunch: undefined };
    case 'buffer':
      return { ...instance, bufferMin: 0 };
    case 'travel':
      return { ...instance, busy: instance.busy.filter((stretch) => stretch.isTravel !== true) };
    case 'refusals':
      return { ...instance, tasks: instance.tasks.map((task) => ({ ...task, avoid: undefined })) };
  }
}

/** The rules of which one alone, when lifted, gives a task more of its time while the rest of the plan stays. */
export function rulesInTheWay(instance: PlanInstance, blocks: readonly PlacedBlock[], task: PlanTask): PlanRule[] {
  return RULES.filter((rule) => holds(instance, rule, task)).filter((rule) =>
    findsPlace(lifted(instance, rule), blocks, task),
  );
}

function holds({ daily, lunch, bufferMin = 0, busy }: PlanInstance, rule: PlanRule, { avoid }: PlanTask): boolean {
  switch (rule) {
    case 'limits':
      return daily !== undefined;
    case 'lunch':
      return lunch !== undefined;
    case 'buffer':
      return bufferMin > 0 && busy.length > 0;
    case 'travel':
      return busy.some((stretch) => stretch.isTravel === true);
    case 'refusals':
      return (avoid ?? []).length > 0;
  }
}

/** Whether more of a task finds a place in an instance while all blocks of a plan stay where they are. */
export function findsPlace(instance: PlanInstance, blocks: readonly PlacedBlock[], { id }: PlanTask): boolean {
  const task = instance.tasks.find((other) => other.id === id);
  if (!task) return false;
  const awaited = blocks.filter((block) => task.after?.includes(block.task)).map((block) => block.endMs);
  const others = (isDemanding: boolean): PlanTask[] => {
    const names = new Set(
      instance.tasks.filter((other) => (other.energy === 'high') === isDemanding && other.id !== id).map((o) => o.id),
    );
    const pinned = blocks.filter((block) => names.has(block.task));
    const frame = { id: isDemanding ? 'demanding' : 'others', title: '', priority: 4, durationMin: 1, pinned };
    return pinned.length === 0 ? [] : [isDemanding ? { ...frame, energy: 'high' } : frame];
  };
  const alone: PlanTask = {
    ...task,
    after: [],
    earliestMs: Math.max(instance.fromMs, task.earliestMs ?? instance.fromMs, ...awaited),
    pinned: blocks.filter((block) => block.task === id),
  };
  const problem = problemOf({ ...instance, tasks: [alone, ...others(false), ...others(true)] });
  return search(problem, { steps: 1 }).pieces.some((piece) => piece.job.task.id === id);
}
