import type { PlanInstance } from '#contract/plan';
import { logicalDay } from '#main/domain/time/zoned';
import { freeTimeBesideLunch } from './free-time.ts';
import type { Stretch, WorkingDay } from './working-time.ts';

/** What each working day may still take by the person's limits, in minutes; infinite without a limit. */
export interface DailyRoom {
  readonly planned: Float64Array;
  readonly demanding: Float64Array;
}

/** Without limits nothing has to be counted. */
const NO_LIMITS: DailyRoom = { planned: new Float64Array(0), demanding: new Float64Array(0) };

/**
 * The room of each working day: its limits less what is pinned to it or was worked on it.
 *
 * @returns empty arrays when the instance has no limits, so that nothing has to be counted
 */
export function dailyRoom(instance: PlanInstance, days: readonly WorkingDay[]): DailyRoom {
  const { daily, zone } = instance;
  const { plannedMin = Number.POSITIVE_INFINITY, demandingMin = Number.POSITIVE_INFINITY, freeShare = 0 } = daily ?? {};
  if (plannedMin === Number.POSITIVE_INFINITY && demandingMin === Number.POSITIVE_INFINITY && freeShare === 0) {
    return NO_LIMITS;
  }
  // The share is one of all that events leave, so what is pinned is open time as well.
  const open = freeShare === 0 ? [] : freeTimeBesideLunch({ ...instance, tasks: [] }, days, []);
  const pinned = instance.tasks.flatMap((task) =>
    (task.pinned ?? []).map((block) => ({ ...block, isDemanding: task.energy === 'high' })),
  );
  const worked = (instance.worked ?? []).map((block) => ({ ...block, isDemanding: block.energy === 'high' }));
  const byDay = Map.groupBy([...pinned, ...worked], (block) => logicalDay(block.startMs, zone));
  const planned = new Float64Array(days.length);
  const demanding = new Float64Array(days.length);
  for (const [index, { day, stretches }] of days.entries()) {
    const own = byDay.get(day) ?? [];
    const openMin = stretches.reduce((sum, working) => sum + overlapMin(open, working), 0);
    const byLimit = plannedMin - minutesOf(own);
    // What was worked already is over: of what is left, the share stays free.
    const byShare =
      freeShare === 0
        ? byLimit
        : openMin * (1 - freeShare) - minutesOf(pinned.filter((block) => logicalDay(block.startMs, zone) === day));
    planned[index] = Math.min(byLimit, byShare);
    demanding[index] = demandingMin - minutesOf(own.filter((block) => block.isDemanding));
  }
  return { planned, demanding };
}

function overlapMin(stretches: readonly Stretch[], { startMs, endMs }: Stretch): number {
  return stretches.reduce(
    (sum, other) => sum + Math.max(0, Math.min(endMs, other.endMs) - Math.max(startMs, other.startMs)) / 60_000,
    0,
  );
}

function minutesOf(blocks: readonly Stretch[]): number {
  return blocks.reduce((sum, { startMs, endMs }) => sum + (endMs - startMs) / 60_000, 0);
}
