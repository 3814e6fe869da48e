import type { CalendarEvent } from '#contract/calendar';
import type { PlanInstance, PlanQuestion, PlanTask } from '#contract/plan';
import { type BlockTaskRow, blocksBetween } from '#db/queries/calendar';
import {
  type PlanTaskRow,
  awaitedBy,
  energiesOf,
  openTasksByIds,
  openTasksUntil,
  openTasksWithoutDay,
} from '#db/queries/plan';
import type { ReadHandle } from '#db/store/handles';
import { PERSONAL_WEIGHTS } from '#main/domain/scheduling/objective';
import { lifted } from '#main/domain/scheduling/lifting';
import { shortestPieceMin } from '#main/domain/scheduling/pieces';
import { addDays, dayBounds, instantOf } from '#main/domain/time/zoned';
import { eventsFor } from '../calendar/index.ts';
import { Refusal } from '../refusal.ts';
import { type Learning, learningOf } from './learning.ts';
import { type Period, type Surroundings, hoursFor } from './period.ts';
import { avoidedBy } from './refused.ts';
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
  readonly events: readonly CalendarEvent[];
  /** Tasks without an estimate whose length is what those like it took. */
  readonly learning: Learning;
}

/** @throws Refusal NOT_FOUND when a task that was asked for is not open any more */
export function planMaterial(
  handle: ReadHandle,
  question: PlanQuestion,
  period: Period,
  around: Surroundings,
): PlanMaterial {
  const left = new Set(question.withoutTaskIds);
  const rows = withAwaited(handle, question, candidates(handle, question, period))
    .filter((row) => !left.has(row.id))
    .map((row) => supposed(row, question));
  const tasks = new Map(rows.map((row) => [row.id, row]));
  const blocks = blocksBetween(handle, around.nowMs, around.nowMs + BLOCKS_AHEAD_MS);
  const isMovable = (block: BlockTaskRow): boolean =>
    !block.pinned && tasks.has(block.taskId) && block.startMs >= period.fromMs && block.startMs < period.toMs;
  const movable = blocks.filter(isMovable);
  const fixed = Map.groupBy(
    blocks.filter((block) => !isMovable(block)),
    (block) => block.taskId,
  );
  const events = eventsFor(handle, period, around.zone).filter(
    (event) => takesTime(event) && question.withoutEventIds?.includes(event.id) !== true,
  );
  const learning = learningOf(
    handle,
    rows.filter((row) => row.estimateMin === null),
    around.nowMs,
  );
  const waits = Map.groupBy(awaitedBy(handle, [...tasks.keys()]), ({ taskId }) => taskId);
  const planned = Map.groupBy(question.keep ?? [], (place) => place.taskId);
  const others = [...fixed].filter(([taskId]) => !tasks.has(taskId)).map(([, own]) => fullyPlanned(own));
  const instance: PlanInstance = {
    zone: around.zone,
    nowMs: around.nowMs,
    fromMs: period.fromMs,
    toMs: period.toMs,
    workingHours: hoursFor(around.settings, question.allowWeekdays),
    bufferMin: around.settings.bufferMin,
    gridMin: GRID_MIN,
    busy: events.flatMap(busyOf),
    ...rulesOf(handle, around),
    objective: PERSONAL_WEIGHTS,
    tasks: [
      ...rows.map((row) => {
        const task = planTaskOf(row, question, around, learning);
        const after = waits.get(row.id)?.map(({ afterId }) => afterId) ?? [];
        const avoid = avoidedBy(question.refused ?? [], row.id, period, around);
        return withPinned({ ...task, ...(after.length > 0 ? { after } : {}), ...(avoid.length > 0 ? { avoid } : {}) }, [
          ...(fixed.get(row.id) ?? []),
          ...(planned.get(row.id) ?? []),
        ]);
      }),
      ...others,
    ],
  };
  const accepted =
    question.anew === true ? [] : movable.map(({ taskId, startMs, endMs }) => ({ task: taskId, startMs, endMs }));
  return { input: { instance: withoutLifted(instance, question), accepted }, tasks, movable, events, learning };
}

/** What the person's settings ask of every day, and the work of today that is over and counts against it. */
function rulesOf(
  handle: ReadHandle,
  { settings, zone, today, nowMs }: Surroundings,
): Pick<PlanInstance, 'lunch' | 'daily' | 'worked'> {
  const { lunch, mostPlannedMin, mostDemandingMin, keepFreePercent } = settings;
  const hasLimit = mostPlannedMin !== null || mostDemandingMin !== null || keepFreePercent > 0;
  const begunMs = dayBounds(today, zone, settings.dayStartMin).startMs;
  const over = hasLimit ? blocksBetween(handle, begunMs, nowMs).filter((block) => block.endMs <= nowMs) : [];
  const energies = new Map(energiesOf(handle, [...new Set(over.map((block) => block.taskId))]));
  return {
    ...(lunch === null ? {} : { lunch }),
    ...(hasLimit
      ? {
          daily: {
            ...(mostPlannedMin === null ? {} : { plannedMin: mostPlannedMin }),
            ...(mostDemandingMin === null ? {} : { demandingMin: mostDemandingMin }),
            ...(keepFreePercent === 0 ? {} : { freeShare: keepFreePercent / 100 }),
          },
          worked: over.map(({ taskId, startMs, endMs }) => {
            const energy = energies.get(taskId);
            return { startMs, endMs, ...(energy ? { energy } : {}) };
          }),
        }
      : {}),
  };
}

function withoutLifted(instance: PlanInstance, { lift = [] }: PlanQuestion): PlanInstance {
  return lift.reduce(lifted, instance);
}

/** The task as it is in a what-if. */
function supposed(row: PlanTaskRow, { lengths, dueDays }: PlanQuestion): PlanTaskRow {
  const length = lengths?.find((other) => other.taskId === row.id);
  const due = dueDays?.find((other) => other.taskId === row.id);
  return {
    ...row,
    ...(length ? { estimateMin: length.minutes } : {}),
    ...(due ? { dueDay: due.dueDay, dueTime: null } : {}),
  };
}

const takesTime = ({ busy, status }: CalendarEvent): boolean => busy && status !== 'cancelled';

/** What an event takes: its own time, and the way there and back. */
function busyOf({ startMs, endMs, travelMin }: CalendarEvent): PlanInstance['busy'] {
  const travelMs = travelMin * 60_000;
  return [
    ...(travelMs > 0 ? [{ startMs: startMs - travelMs, endMs: startMs, isTravel: true }] : []),
    { startMs, endMs },
    ...(travelMs > 0 ? [{ startMs: endMs, endMs: endMs + travelMs, isTravel: true }] : []),
  ];
}

/** What events take of a period. */
export function busyStretches(
  handle: ReadHandle,
  period: { fromMs: number; toMs: number },
  zone: string,
): { startMs: number; endMs: number }[] {
  return eventsFor(handle, period, zone).filter(takesTime).flatMap(busyOf);
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

/** The tasks with those they wait for, however far: a plan that left these out would put the others too early. */
function withAwaited(handle: ReadHandle, question: PlanQuestion, rows: readonly PlanTaskRow[]): PlanTaskRow[] {
  const found = new Map(rows.map((row) => [row.id, row]));
  if (question.taskIds !== undefined) return [...rows];
  for (let fresh = [...found.keys()]; fresh.length > 0;) {
    const missing = awaitedBy(handle, fresh)
      .map(({ afterId }) => afterId)
      .filter((id) => !found.has(id));
    const awaited = openTasksByIds(handle, [...new Set(missing)]);
    for (const row of awaited) found.set(row.id, row);
    fresh = awaited.map((row) => row.id);
  }
  return [...found.values()];
}

function planTaskOf(
  row: PlanTaskRow,
  question: PlanQuestion,
  { settings, zone }: Surroundings,
  learning: Learning,
): PlanTask {
  const durationMin = row.estimateMin ?? learning.get(row.id)?.middleMin ?? settings.defaultEstimateMin;
  return {
    id: row.id,
    title: row.title,
    durationMin,
    priority: row.priority,
    ...(row.energy === null ? {} : { energy: row.energy }),
    ...(row.doDay === null ? {} : { earliestMs: instantOf(`${row.doDay}T00:00`, zone) }),
    ...(row.dueDay === null ? {} : { deadlineMs: deadlineOf(row.dueDay, row.dueTime, zone) }),
    ...(row.minChunkMin === null ? {} : { minChunkMin: row.minChunkMin }),
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

function withPinned(task: PlanTask, blocks: readonly { startMs: number; endMs: number }[]): PlanTask {
  return blocks.length === 0 ? task : { ...task, pinned: blocks.map(({ startMs, endMs }) => ({ startMs, endMs })) };
}
