import type { PlanInstance, WorkingHours } from '#contract/plan';
import { localOf } from '#main/domain/time/zoned';
import { lunchBreaks } from './lunch.ts';
import { workingDays } from './working-time.ts';
import type { Stretch, WorkingDay } from './working-time.ts';

/** When a person works, and what already fills that time. */
interface FreeTimeQuestion {
  readonly zone: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly workingHours: WorkingHours;
  readonly busy: readonly Stretch[];
  /** Taken as well, but without a buffer. */
  readonly pinned?: readonly Stretch[];
  /** Minutes to keep free before and after everything busy; none by default. */
  readonly bufferMin?: number | undefined;
  /** Stretches begin and end on multiples of this many minutes after local midnight; 5 by default. */
  readonly gridMin?: number | undefined;
}

export const DEFAULT_GRID_MIN = 5;

/** The free time of an instance: its working hours from now on, without what is busy or pinned. Lunch lies in it. */
export function freeTimeOf(instance: PlanInstance): Stretch[] {
  const fromMs = Math.max(instance.fromMs, instance.nowMs);
  return freeStretches({ ...instance, fromMs, pinned: instance.tasks.flatMap((task) => task.pinned ?? []) });
}

/** The same without lunch, which lies round the blocks of a plan: what is left for others when they stand. */
export function freeTimeBesideLunch(
  instance: PlanInstance,
  days: readonly WorkingDay[],
  blocks: readonly Stretch[],
): Stretch[] {
  const fromMs = Math.max(instance.fromMs, instance.nowMs);
  const pinned = instance.tasks.flatMap((task) => task.pinned ?? []);
  return freeStretches({ ...instance, fromMs, pinned: [...pinned, ...lunchBreaks(instance, days, blocks)] });
}

/**
 * The stretches of working time that nothing fills, in order, on the grid.
 *
 * @throws RangeError when the zone is unknown
 */
export function freeStretches(question: FreeTimeQuestion): Stretch[] {
  const { zone, fromMs, toMs, bufferMin = 0, gridMin = DEFAULT_GRID_MIN } = question;
  const busy = merged([...padded(question.busy, bufferMin * 60_000), ...(question.pinned ?? [])]);
  const free: Stretch[] = [];
  let firstBusy = 0;
  for (const { stretches } of workingDays(zone, fromMs, toMs, question.workingHours)) {
    for (const working of stretches) {
      const midnightMs = localMidnightMs(working.startMs, zone);
      const endMs = Math.min(working.endMs, toMs);
      let startMs = Math.max(working.startMs, fromMs);
      while ((busy[firstBusy]?.endMs ?? Number.POSITIVE_INFINITY) <= startMs) firstBusy += 1;
      for (let index = firstBusy; startMs < endMs; index += 1) {
        const next = busy[index];
        pushOnGrid(free, startMs, Math.min(next?.startMs ?? endMs, endMs), midnightMs, gridMin * 60_000);
        startMs = next?.endMs ?? endMs;
      }
    }
  }
  return free;
}

function padded(busy: readonly Stretch[], bufferMs: number): Stretch[] {
  return busy
    .filter(({ startMs, endMs }) => startMs < endMs)
    .map(({ startMs, endMs }) => ({ startMs: startMs - bufferMs, endMs: endMs + bufferMs }));
}

function merged(stretches: readonly Stretch[]): Stretch[] {
  const apart: Stretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = apart.at(-1);
    if (last && stretch.startMs <= last.endMs) {
      apart[apart.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, stretch.endMs) };
    } else {
      apart.push(stretch);
    }
  }
  return apart;
}

function pushOnGrid(free: Stretch[], fromMs: number, toMs: number, anchorMs: number, gridMs: number): void {
  const startMs = anchorMs + Math.ceil((fromMs - anchorMs) / gridMs) * gridMs;
  const endMs = anchorMs + Math.floor((toMs - anchorMs) / gridMs) * gridMs;
  if (startMs < endMs) free.push({ startMs, endMs });
}

/** The grid is the wall clock's: in Nepal (UTC+05:45) a half-hour grid is not that of UTC. */
function localMidnightMs(instantMs: number, zone: string): number {
  const local = localOf(instantMs, zone);
  const minutes = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
  return instantMs - minutes * 60_000;
}
