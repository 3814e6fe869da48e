import type { PlanInstance, PlanTask } from '#contract/plan';
import { dailyRoom } from './daily-room.ts';
import type { DailyRoom } from './daily-room.ts';
import { DEFAULT_GRID_MIN, freeTimeOf } from './free-time.ts';
import { lunchRooms } from './lunch.ts';
import type { LunchSpan } from './lunch-room.ts';
import { endsTired, objectiveOf, UNIT_MIN, weightOf } from './objective.ts';
import { pieceRule } from './pieces.ts';
import type { PieceRule } from './pieces.ts';
import { workingClock, workingDays } from './working-time.ts';
import type { Stretch, WorkingDay } from './working-time.ts';

/** Free time as the search sees it: minutes since the start of the horizon. */
export interface FreeSpan {
  readonly startMin: number;
  readonly endMin: number;
  /** Working time at a minute of this span is the minute plus this. */
  readonly toWorkedMin: number;
  /** Demanding work should end by this minute. */
  readonly freshUntilMin: number;
  /** Index of its working day in the {@link DailyRoom}. */
  readonly day: number;
}

/** A task with work left to place. */
export interface Job {
  readonly task: PlanTask;
  readonly rule: PieceRule;
  readonly earliestMin: number;
  /** In half-hours of working time; infinite without a deadline. */
  readonly due: number;
  readonly weight: number;
  /** High energy and not already tired by a pinned block. */
  readonly isDemanding: boolean;
  /** Cost that a pinned block has already caused, which only counts once something of the task is placed. */
  readonly sunkCost: number;
  /** Where the pinned part completes, in half-hours of working time; 0 when nothing is pinned. */
  readonly pinnedUntil: number;
  /** The same as a minute: what waits for the job waits for this as well. */
  readonly pinnedEndMin: number;
  /** Share of the duration that stays missing even when all of the rule's total is placed. */
  readonly missingShare: number;
  /** Cost when nothing more of it is placed. */
  readonly leftOutCost: number;
  /** Indices of jobs that must be complete before this one starts. */
  readonly before: readonly number[];
  readonly hasFollowers: boolean;
  /** How many blocks of it are pinned. */
  readonly pinnedCount: number;
  /** Pairs of minutes, in order: from and to of the times it may not have. */
  readonly avoid: readonly number[];
}

/** An instance made ready for the search. */
export interface Problem {
  readonly gridMin: number;
  /** Minute 0, in epoch milliseconds. */
  readonly baseMs: number;
  readonly spans: readonly FreeSpan[];
  readonly jobs: readonly Job[];
  readonly room: DailyRoom;
  /** Where the breaks may lie; empty without lunch. */
  readonly lunches: readonly LunchSpan[];
  /** Tasks that wait for themselves, or for one that does: they cannot be placed. */
  readonly circular: readonly PlanTask[];
  readonly wait: number;
  readonly late: number;
  readonly energy: number;
  readonly unplaced: number;
  readonly fragment: number;
}

/** Translates an instance into minutes and indices. */
export function problemOf(instance: PlanInstance): Problem {
  const { zone, fromMs, toMs, nowMs, workingHours } = instance;
  const gridMin = instance.gridMin ?? DEFAULT_GRID_MIN;
  const baseMs = Math.floor(fromMs / 60_000) * 60_000;
  const days = workingDays(zone, fromMs, toMs, workingHours);
  const workedMin = workingClock(days, fromMs);
  const objective = objectiveOf(instance);
  const free = freeTimeOf(instance);
  const open = instance.tasks.filter((task) => remainingMinOf(task) > 0);
  const { inOrder, circular } = byDependency(open);
  const indexOf = new Map(inOrder.map((task, index) => [task.id, index]));
  const pinnedEndMs = new Map(
    instance.tasks.filter((task) => remainingMinOf(task) <= 0).map((task) => [task.id, lastPinnedMs(task)]),
  );
  const awaited = new Set(inOrder.flatMap((task) => task.after ?? []));

  function jobOf(task: PlanTask): Job {
    const remainingMin = remainingMinOf(task);
    const rule = pieceRule(task, remainingMin, gridMin);
    const weight = weightOf(task, objective);
    const pinned = task.pinned ?? [];
    const after = task.after ?? [];
    const earliestMs = Math.max(
      nowMs,
      fromMs,
      task.earliestMs ?? fromMs,
      ...after.map((id) => pinnedEndMs.get(id) ?? fromMs),
    );
    const due = task.deadlineMs === undefined ? Number.POSITIVE_INFINITY : workedMin(task.deadlineMs) / UNIT_MIN;
    const isTired = task.energy === 'high' && pinned.some((block) => endsTired(block, days));
    const pinnedUntil = pinned.length === 0 ? 0 : workedMin(lastPinnedMs(task)) / UNIT_MIN;
    const sunkCost = isTired ? weight * objective.energy : 0;
    const pinnedCost =
      pinned.length === 0
        ? 0
        : sunkCost +
          weight *
            (objective.wait * pinnedUntil +
              objective.late * Math.max(0, pinnedUntil - due) +
              objective.fragment * (pinned.length - 1));
    return {
      task,
      rule,
      earliestMin: Math.ceil((earliestMs - baseMs) / 60_000),
      due,
      weight,
      isDemanding: task.energy === 'high' && !isTired,
      sunkCost,
      pinnedUntil,
      pinnedEndMin: pinned.length === 0 ? 0 : Math.ceil((lastPinnedMs(task) - baseMs) / 60_000),
      missingShare: Math.max(0, remainingMin - rule.totalMin) / task.durationMin,
      leftOutCost: pinnedCost + (weight * objective.unplaced * remainingMin) / task.durationMin,
      before: after.map((id) => indexOf.get(id)).filter((index) => index !== undefined),
      hasFollowers: awaited.has(task.id),
      pinnedCount: pinned.length,
      avoid: (task.avoid ?? [])
        .toSorted((one, other) => one.startMs - other.startMs)
        .flatMap(({ startMs, endMs }) => [
          Math.floor((startMs - baseMs) / 60_000),
          Math.ceil((endMs - baseMs) / 60_000),
        ]),
    };
  }

  return {
    gridMin,
    baseMs,
    spans: spansOf(free, days, baseMs, workedMin),
    jobs: inOrder.map(jobOf),
    room: dailyRoom(instance, days),
    lunches: lunchRooms(instance, days).flatMap(({ stretches, lengthMs }, day) =>
      stretches.map(({ startMs, endMs }) => ({
        startMin: Math.ceil((startMs - baseMs) / 60_000),
        endMin: Math.floor((endMs - baseMs) / 60_000),
        day,
        needMin: Math.floor(lengthMs / 60_000),
      })),
    ),
    circular,
    wait: objective.wait,
    late: objective.late,
    energy: objective.energy,
    unplaced: objective.unplaced,
    fragment: objective.fragment,
  };
}

/** Minutes of a task that are neither done nor pinned. */
export function remainingMinOf(task: PlanTask): number {
  const pinnedMin = (task.pinned ?? []).reduce((sum, { startMs, endMs }) => sum + (endMs - startMs) / 60_000, 0);
  return Math.max(0, Math.ceil(task.durationMin - pinnedMin));
}

function lastPinnedMs(task: PlanTask): number {
  return Math.max(...(task.pinned ?? []).map((block) => block.endMs));
}

function spansOf(
  free: readonly Stretch[],
  days: readonly WorkingDay[],
  baseMs: number,
  workedMin: (instantMs: number) => number,
): FreeSpan[] {
  let dayIndex = 0;
  return free.map(({ startMs, endMs }) => {
    while ((days[dayIndex]?.stretches.at(-1)?.endMs ?? Number.POSITIVE_INFINITY) <= startMs) dayIndex += 1;
    const startMin = (startMs - baseMs) / 60_000;
    return {
      startMin,
      endMin: (endMs - baseMs) / 60_000,
      toWorkedMin: workedMin(startMs) - startMin,
      freshUntilMin: ((days[dayIndex]?.freshUntilMs ?? endMs) - baseMs) / 60_000,
      day: Math.min(dayIndex, days.length - 1),
    };
  });
}

/** Kahn's algorithm: every task after those it waits for, otherwise in the order given. */
function byDependency(tasks: readonly PlanTask[]): { inOrder: PlanTask[]; circular: PlanTask[] } {
  const open = new Set(tasks.map((task) => task.id));
  const waiting = new Map(tasks.map((task) => [task, new Set((task.after ?? []).filter((id) => open.has(id)))]));
  const followers = new Map<string, PlanTask[]>();
  for (const [task, awaited] of waiting) {
    for (const id of awaited) followers.set(id, [...(followers.get(id) ?? []), task]);
  }
  const inOrder = tasks.filter((task) => waiting.get(task)?.size === 0);
  for (let index = 0; index < inOrder.length; index += 1) {
    const done = inOrder[index];
    for (const follower of followers.get(done?.id ?? '') ?? []) {
      const awaited = waiting.get(follower);
      awaited?.delete(done?.id ?? '');
      if (awaited?.size === 0) inOrder.push(follower);
    }
  }
  const placed = new Set(inOrder);
  return { inOrder, circular: tasks.filter((task) => !placed.has(task)) };
}
