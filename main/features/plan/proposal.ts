import type {
  OverdueTask,
  PlanInstance,
  PlanQuestion,
  PlanResult,
  PlannedBlock,
  Proposal,
  ProposedBlock,
  Remedy,
  UnplacedTask,
  Weekday,
} from '#contract/plan';
import type { BlockTaskRow } from '#db/queries/calendar';
import { freeStretches } from '#main/domain/scheduling/free-time';
import { lunchBreaks } from '#main/domain/scheduling/lunch';
import { fitsInPieces, shortestPieceMin } from '#main/domain/scheduling/pieces';
import { type WorkingDay, workingDays } from '#main/domain/scheduling/working-time';
import { addDays } from '#main/domain/time/zoned';
import type { PlanMaterial } from './instance.ts';
import { overlap } from '../calendar/index.ts';
import { type Period, type Surroundings, weekdayOf } from './period.ts';
import { type SolvedProposal, placeKey } from './solve-proposal.ts';

/** So many tasks without a place are listed; the rest is counted. */
const MOST_LISTED = 12;

/** The plan as a difference to the blocks there are. */
export function asProposal(
  { scope, keep: kept = [] }: PlanQuestion,
  period: Period,
  material: PlanMaterial,
  { result, rules }: SolvedProposal,
  around: Surroundings,
  overdue: readonly OverdueTask[],
): Proposal {
  const { tasks, movable, learning } = material;
  const { instance } = material.input;
  const pinned = new Set(
    instance.tasks.flatMap((task) => (task.pinned ?? []).map((block) => placeKey({ task: task.id, ...block }))),
  );
  const keep = new Set(kept.map(({ taskId, startMs, endMs }) => placeKey({ task: taskId, startMs, endMs })));
  const placed = result.blocks
    .filter((block) => tasks.has(block.task) && (!pinned.has(placeKey(block)) || keep.has(placeKey(block))))
    .map((block) => ({ ...block, reason: keep.has(placeKey(block)) ? 'You kept it here' : block.reason }))
    .map((block) => withLength(block, learning));
  const { blocks, removed } = difference(placed, movable, material);
  const listed = listedOf(result.unplaced, period, material);
  return {
    scope,
    ...period,
    blocks,
    removed: removed.map(({ id, taskId, startMs, endMs, task: { title, priority } }) => {
      return { id, taskId, title, priority, startMs, endMs, reason: 'No place is left for it in this plan' };
    }),
    unplaced: listed.map((entry) => {
      const task = instance.tasks.find((candidate) => candidate.id === entry.task)!;
      return {
        taskId: entry.task,
        title: task.title,
        durationMin: task.durationMin,
        missingMin: entry.missingMin,
        reason: entry.reason,
        remedies: [
          ...remediesFor(entry, task, instance, result, scope, period),
          ...(rules[entry.task] ?? []).map((rule): Remedy => ({ kind: 'lift', rule })),
        ],
      };
    }),
    waiting: result.unplaced.length - listed.length,
    lateTaskIds: lateOf(result, instance, tasks),
    lunches: lunchBreaks(instance, daysOf(instance), result.blocks)
      .filter((lunch) => lunch.endMs > around.nowMs && lunch.startMs < period.toMs)
      .map(({ startMs, endMs }) => ({ startMs, endMs })),
    overdue: [...overdue],
  };
}

/** Matches new places with old blocks of the same task: the same place is kept, others are moved, in order of time. */
function difference(
  placed: readonly ProposedBlock[],
  loose: readonly BlockTaskRow[],
  { tasks, events }: PlanMaterial,
): { blocks: PlannedBlock[]; removed: BlockTaskRow[] } {
  const left = new Set(loose);
  const take = (match: (block: BlockTaskRow) => boolean): BlockTaskRow | undefined => {
    const found = [...left].find(match);
    if (found) left.delete(found);
    return found;
  };
  const same = new Map(
    placed.map((place) => [place, take((block) => placeKey({ ...block, task: block.taskId }) === placeKey(place))]),
  );
  const whyMoved = (from: { startMs: number; endMs: number }, taskId: string): string => {
    const event = events.find((other) => overlap(other, from));
    if (event) return `“${event.title}” now lies where it was`;
    const other = placed.find((place) => place.task !== taskId && overlap(place, from));
    if (other) return `“${tasks.get(other.task)!.title}” takes its old place, as the whole plan is better so`;
    return 'Where it was, it no longer fits what you set for it';
  };
  const blocks = placed.map((place): PlannedBlock => {
    const { title, priority } = tasks.get(place.task)!;
    const { task: taskId, startMs, endMs, reason } = place;
    const shape = { taskId, title, priority, startMs, endMs, reason };
    const unchanged = same.get(place);
    if (unchanged) return { change: 'kept', id: unchanged.id, ...shape, reason: unchanged.reason || reason };
    const old = take((block) => block.taskId === taskId);
    if (!old) return { change: 'new', ...shape };
    const from = { startMs: old.startMs, endMs: old.endMs };
    return { change: 'moved', id: old.id, from, movedBecause: whyMoved(from, taskId), ...shape };
  });
  return { blocks, removed: [...left] };
}

/** Says where the length comes from when the person gave none. */
function withLength(block: ProposedBlock, learning: PlanMaterial['learning']): ProposedBlock {
  const learned = learning.get(block.task);
  if (!learned) return block;
  const { lowMin, highMin, middleMin, count } = learned;
  return {
    ...block,
    reason: `${block.reason}; planned with ${middleMin} min, as ${count} like it took ${lowMin} to ${highMin} min`,
  };
}

function lateOf({ blocks }: PlanResult, { tasks: all }: PlanInstance, tasks: PlanMaterial['tasks']): string[] {
  const deadlines = new Map(all.map((task) => [task.id, task.deadlineMs ?? Number.POSITIVE_INFINITY]));
  return [...new Set(blocks.filter(({ task, endMs }) => endMs > deadlines.get(task)!).map(({ task }) => task))].filter(
    (id) => tasks.has(id),
  );
}

const daysOf = ({ zone, fromMs, toMs, workingHours }: PlanInstance): WorkingDay[] =>
  workingDays(zone, fromMs, toMs, workingHours);

/** What is due in the period first; of the rest as many as fit the list. */
function listedOf(unplaced: readonly UnplacedTask[], period: Period, { tasks }: PlanMaterial): UnplacedTask[] {
  const own = unplaced.filter(({ task }) => tasks.has(task));
  const isPressing = ({ task }: UnplacedTask): boolean => {
    const { dueDay, doDay } = tasks.get(task)!;
    return (dueDay !== null && dueDay <= period.toDay) || (doDay !== null && doDay <= period.toDay);
  };
  const pressing = own.filter(isPressing);
  const others = own.filter((entry) => !isPressing(entry));
  return [...pressing, ...others.slice(0, Math.max(0, MOST_LISTED - pressing.length))];
}

function remediesFor(
  { missingMin }: UnplacedTask,
  task: PlanInstance['tasks'][number],
  instance: PlanInstance,
  result: PlanResult,
  scope: Proposal['scope'],
  period: Period,
): Remedy[] {
  const earliestMs = task.earliestMs ?? 0;
  const question = { ...instance, fromMs: Math.max(instance.fromMs, earliestMs), pinned: result.blocks };
  const longestMin = (hours: PlanInstance['workingHours']): number =>
    Math.max(
      0,
      ...freeStretches({ ...question, workingHours: hours }).map(({ startMs, endMs }) => (endMs - startMs) / 60_000),
    );
  const remedies: Remedy[] = [];
  if (
    (task.minChunkMin ?? task.durationMin) > shortestPieceMin(task.durationMin) &&
    fitsInPieces(task.durationMin, missingMin, freeStretches(question))
  )
    remedies.push({ kind: 'split' });
  const offDay = offDays(period, instance.workingHours).find(
    (weekday) => longestMin({ [weekday]: [['09:00', '17:00']] }) >= Math.min(missingMin, task.durationMin),
  );
  if (offDay !== undefined) remedies.push({ kind: 'allow', weekday: offDay });
  if (scope !== 'until' || earliestMs >= instance.toMs)
    remedies.push({ kind: 'further', untilDay: addDays(period.toDay, 7) });
  return remedies;
}

/** Weekdays of the period without working hours, in order. */
function offDays({ fromDay, toDay }: Period, hours: PlanInstance['workingHours']): Weekday[] {
  const found: Weekday[] = [];
  for (let day = fromDay; day <= toDay && found.length < 7; day = addDays(day, 1)) {
    const weekday = weekdayOf(day);
    if ((hours[weekday] ?? []).length === 0 && !found.includes(weekday)) found.push(weekday);
    if (day > addDays(fromDay, 6)) break;
  }
  return found;
}
