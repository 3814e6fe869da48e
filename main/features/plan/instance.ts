import type { PlanInstance, PlanQuestion, PlanTask } from '#contract/plan';
import { type BlockTaskRow, blocksBetween } from '#db/queries/calendar';
import { type PlanTaskRow, openTasksByIds, openTasksUntil, openTasksWithoutDay } from '#db/queries/plan';
import type { ReadHandle } from '#db/store/handles';
import { shortestPieceMin } from '#main/domain/scheduling/pieces';
import { addDays, instantOf } from '#main/domain/time/zoned';
import { eventsFor } from '../calendar/index.ts';
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
  const blocks = blocksBetween(handle, around.nowMs, around.nowMs + BLOCKS_AHEAD_MS);
  const isMovable = (block: BlockTaskRow): boolean =>
    !block.pinned && tasks.has(block.taskId) && block.startMs >= period.fromMs && block.startMs < period.toMs;
  const movable = blocks.filter(isMovable);
  const fixed = Map.groupBy(
    blocks.filter((block) => !isMovable(block)),
    (block) => block.taskId,
  );
  const others = [...fixed].filter(([taskId]) => !tasks.has(taskId)).map(([, own]) => fullyPlanned(own));
  const instance: PlanInstance = {
    zone: around.zone,
    nowMs: around.nowMs,
    fromMs: period.fromMs,
    toMs: period.toMs,
    workingHours: hoursFor(around.settings, question.allowWeekdays),
    bufferMin: around.settings.bufferMin,
    gridMin: GRID_MIN,
    busy: busyStretches(handle, period, around.zone),
    tasks: [...rows.map((row) => withPinned(planTaskOf(row, question, around), fixed.get(row.id) ?? [])), ...others],
  };
  const accepted = movable.map(({ taskId, startMs, endMs }) => ({ task: taskId, startMs, endMs }));
  return { input: { instance, accepted }, tasks, movable };
}

/** What events take of a period. */
export function busyStretches(
  handle: ReadHandle,
  period: { fromMs: number; toMs: number },
  zone: string,
): { startMs: number; endMs: number }[] {
  return eventsFor(handle, period, zone)
    .filter((event) => event.busy && event.status !== 'cancelled')
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
    ...(question.splitTaskIds?.includes(row.id) === true ? { minChunkMin: shortestPieceMin(durationMin) } : {}),
  };
}

/** Without a time a task is due at the end of its day. */
function deadlineOf(day: string, time: string | null, zone: string): number {
  return time === null || time === '24:00'
    ? instantOf(`${addDays(day, 1)}T00:00`, zone)
    : instantOf(`${day}T${time}`, zone);
}

/** A task outside the question whose blocks take time all the same. */
function fullyPlanned(blocks: readonly BlockTaskRow[]): PlanTask {
  const { taskId, task } = blocks[0]!;
  const durationMin = blocks.reduce((sum, { startMs, endMs }) => sum + Math.ceil((endMs - startMs) / 60_000), 0);
  return withPinned({ id: taskId, title: task.title, priority: task.priority, durationMin }, blocks);
}

function withPinned(task: PlanTask, blocks: readonly BlockTaskRow[]): PlanTask {
  return blocks.length === 0 ? task : { ...task, pinned: blocks.map(({ startMs, endMs }) => ({ startMs, endMs })) };
}
