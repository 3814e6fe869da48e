import type { OverdueTask, PlanResult } from '#contract/plan';
import type { OverdueRow } from '#db/queries/plan';
import { addDays, logicalDay } from '#main/domain/time/zoned';
import type { Period, Surroundings } from './period.ts';

/** What waited so long, at the lowest priority, was not meant. */
const FORGOTTEN_DAYS = 28;
const LOWEST_PRIORITY = 4;

/**
 * What is proposed for each overdue task: the day the plan found for it; the week after for what found no place; and to
 * let go of what nobody has missed.
 */
export function sortedOverdue(
  overdue: readonly OverdueRow[],
  result: PlanResult,
  period: Period,
  { zone, settings, today }: Surroundings,
): OverdueTask[] {
  const firstMs = new Map<string, number>();
  for (const { task, startMs } of result.blocks) {
    firstMs.set(task, Math.min(startMs, firstMs.get(task) ?? Number.POSITIVE_INFINITY));
  }
  return overdue.map(({ id, title, priority, wasDay }): OverdueTask => {
    const task = { taskId: id, title, wasDay };
    const isForgotten = priority >= LOWEST_PRIORITY && wasDay < addDays(today, -FORGOTTEN_DAYS);
    if (isForgotten) return { ...task, act: 'drop', doDay: addDays(period.toDay, 1) };
    const startMs = firstMs.get(id);
    if (startMs === undefined) return { ...task, act: 'defer', doDay: addDays(period.toDay, 1) };
    return { ...task, act: 'plan', doDay: logicalDay(startMs, zone, settings.dayStartMin) };
  });
}
