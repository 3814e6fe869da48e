import type { PlanInstance, PlanQuestion, PlanTask } from '#contract/plan';
import { type BlockTaskRow, blocksBetween } from '#db/queries/calendar';
import { type PlanTaskRow, openTasksByIds, openTasksUntil, openTasksWithoutDay } from '#db/queries/plan';
import type { ReadHandle } from '#db/store/handles';
import { addDays, instantOf } from '#main/domain/time/zoned';
import { eventsFor, overlap } from '../calendar/index.ts';
import { Refusal } from '../refusal.ts';
import { type Period, type Surroundings, hoursFor } from './period.ts';
import type { ProposalInput } from './solve-proposal.ts';

/** Plans start on the quarter of an hour, as people make appointments. */
const GRID_MIN = 15;
/** How far past its end a plan looks for what is due soon after. */
const LOOK_AHEAD_DAYS = { day: 2, week: 7, until: 0 } as const;
/** Blocks further ahead than this say nothing about a plan. */
const BLOCKS_AHEAD_MS = 400 * 86_400_000;

/** Everything a proposal is worked out from. */
export interface PlanMaterial {
  readonly input: ProposalInput;
  readonly tasks: ReadonlyMap<string, PlanTaskRow>;
  /** Blocks the plan may move: those it made before, that lie in its days and ahead of now. */
  readonly movable: readonly BlockTaskRow[];
  /** Those of them that can stay where they are. */
  readonly standing: ReadonlySet<string>;
}

/** @throws Refusal NOT_FOUND when a task that was asked for is not open any more */
export function planMaterial(
  handle: ReadHandle,
  question: PlanQuestion,
  period: Period,
  around: Surroundings,
): PlanMaterial {
  const rows = candidates(handle, question, period);
  const tasks = new Map(rows.map((row) => [row.id, row]));
  const busy = busyStretches(handle, period, around.zone);
  const blocks = blocksBetween(handle, around.nowMs, around.nowMs + BLOCKS_AHEAD_MS);
  const isMovable = (block: BlockTaskRow): boolean =>
    !block.pinned &&
    tasks.has(block.taskId) &&
    block.startMs >= around.nowMs &&
    block.startMs < period.toMs &&
    block.startMs >= period.fromMs;
  const movable = blocks.filter(isMovable);
  const fixed = blocks.filter((block) => !isMovable(block));

  const planTasks = rows.map((row) => planTaskOf(row, question, around));
  const standing = standingBlocks(movable, planTasks, [...busy, ...fixed], fixed);
  const others = fullyPlanned(fixed.filter((block) => !tasks.has(block.taskId)));
  const instanceWith = (pinned: readonly BlockTaskRow[]): PlanInstance => {
    const byTask = Map.groupBy(pinned, (block) => block.taskId);
    return {
      zone: around.zone,
      nowMs: around.nowMs,
      fromMs: period.fromMs,
      toMs: period.toMs,
      workingHours: hoursFor(around.settings, question.allowWeekdays),
      bufferMin: around.settings.bufferMin,
      gridMin: GRID_MIN,
      busy,
      tasks: [...planTasks.map((task) => withPinned(task, byTask.get(task.id) ?? [])), ...others],
    };
  };
  return {
    input: {
      settled: instanceWith([...fixed, ...movable.filter((block) => standing.has(block.id))]),
      free: instanceWith(fixed),
      movable: standing.size,
    },
    tasks,
    movable,
    standing,
  };
}

/** What events take of a period. */
export function busyStretches(
  handle: ReadHandle,
  period: { fromMs: number; toMs: number },
  zone: string,
): { startMs: number; endMs: number }[] {
  return eventsFor(handle, period, zone)
    .filter((event) => event.busy)
    .map(({ startMs, endMs }) => ({ startMs, endMs }));
}

function candidates(handle: ReadHandle, question: PlanQuestion, period: Period): PlanTaskRow[] {
  if (question.taskIds !== undefined) {
    const rows = openTasksByIds(handle, question.taskIds);
    if (rows.length < new Set(question.taskIds).size) throw new Refusal('NOT_FOUND', { what: 'task' });
    return rows;
  }
  const dated = openTasksUntil(handle, addDays(period.toDay, LOOK_AHEAD_DAYS[question.scope]));
  return question.scope === 'until' ? dated : [...dated, ...openTasksWithoutDay(handle)];
}

function planTaskOf(row: PlanTaskRow, question: PlanQuestion, { settings, zone }: Surroundings): PlanTask {
  const durationMin = row.estimateMin ?? settings.defaultEstimateMin;
  return {
    id: row.id,
    title: row.title,
    durationMin,
    priority: row.priority,
    ...(row.energy === null ? {} : { energy: row.energy }),
    ...(row.doDay === null ? {} : { earliestMs: instantOf(`${row.doDay}T00:00`, zone) }),
    ...(row.dueDay === null ? {} : { deadlineMs: deadlineOf(row.dueDay, row.dueTime, zone) }),
    ...(question.splitTaskIds?.includes(row.id) === true ? { minChunkMin: durationMin >= 60 ? 30 : GRID_MIN } : {}),
  };
}

/** Without a time a task is due at the end of its day. */
function deadlineOf(day: string, time: string | null, zone: string): number {
  return time === null || time === '24:00'
    ? instantOf(`${addDays(day, 1)}T00:00`, zone)
    : instantOf(`${day}T${time}`, zone);
}

/** Of the blocks that may move those that need not: nothing lies over them and their task still wants them. */
function standingBlocks(
  movable: readonly BlockTaskRow[],
  tasks: readonly PlanTask[],
  taken: readonly { startMs: number; endMs: number }[],
  fixed: readonly BlockTaskRow[],
): Set<string> {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const leftMin = new Map(tasks.map((task) => [task.id, task.durationMin]));
  const spend = (block: BlockTaskRow): void => {
    leftMin.set(block.taskId, (leftMin.get(block.taskId) ?? 0) - minutesOf(block));
  };
  fixed.forEach(spend);
  const stays: BlockTaskRow[] = [];
  for (const block of movable) {
    const task = byId.get(block.taskId)!;
    const isWanted =
      minutesOf(block) <= leftMin.get(block.taskId)! && block.startMs >= (task.earliestMs ?? block.startMs);
    const isInTime = block.endMs <= (task.deadlineMs ?? block.endMs);
    if (!isWanted || !isInTime || [...taken, ...stays].some((other) => overlap(block, other))) continue;
    spend(block);
    stays.push(block);
  }
  return new Set(stays.map((block) => block.id));
}

/** Tasks outside the question whose blocks take time all the same. */
function fullyPlanned(blocks: readonly BlockTaskRow[]): PlanTask[] {
  return [...Map.groupBy(blocks, (block) => block.taskId)].map(([id, own]) => {
    const { title, priority } = own[0]!.task;
    const durationMin = own.reduce((sum, block) => sum + minutesOf(block), 0);
    return withPinned({ id, title, priority, durationMin }, own);
  });
}

function withPinned(task: PlanTask, blocks: readonly BlockTaskRow[]): PlanTask {
  return blocks.length === 0 ? task : { ...task, pinned: blocks.map(({ startMs, endMs }) => ({ startMs, endMs })) };
}

const minutesOf = ({ startMs, endMs }: { startMs: number; endMs: number }): number =>
  Math.max(1, Math.ceil((endMs - startMs) / 60_000));
