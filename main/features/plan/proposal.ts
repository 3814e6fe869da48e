import type {
  PlanInstance,
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
import { fitsInPieces } from '#main/domain/scheduling/pieces';
import { addDays } from '#main/domain/time/zoned';
import type { PlanMaterial } from './instance.ts';
import { type Period, weekdayOf } from './period.ts';
import { placeKey } from './solve-proposal.ts';

/** So many tasks without a place are listed; the rest is counted. */
const MOST_LISTED = 12;

/** The plan as a difference to the blocks there are. */
export function asProposal(
  scope: Proposal['scope'],
  period: Period,
  material: PlanMaterial,
  result: PlanResult,
): Proposal {
  const { tasks, movable } = material;
  const { instance } = material.input;
  const pinned = new Set(
    instance.tasks.flatMap((task) => (task.pinned ?? []).map((block) => placeKey({ task: task.id, ...block }))),
  );
  const placed = result.blocks.filter((block) => tasks.has(block.task) && !pinned.has(placeKey(block)));
  const { blocks, removed } = difference(placed, movable, tasks);
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
        remedies: remediesFor(entry, task, instance, result, scope, period),
      };
    }),
    waiting: result.unplaced.length - listed.length,
  };
}

/** Matches new places with old blocks of the same task: the same place is kept, others are moved, in order of time. */
function difference(
  placed: readonly ProposedBlock[],
  loose: readonly BlockTaskRow[],
  tasks: PlanMaterial['tasks'],
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
  const blocks = placed.map((place): PlannedBlock => {
    const { title, priority } = tasks.get(place.task)!;
    const { task: taskId, startMs, endMs, reason } = place;
    const shape = { taskId, title, priority, startMs, endMs, reason };
    const unchanged = same.get(place);
    if (unchanged) return { change: 'kept', id: unchanged.id, ...shape, reason: unchanged.reason || reason };
    const old = take((block) => block.taskId === taskId);
    if (!old) return { change: 'new', ...shape };
    return { change: 'moved', id: old.id, from: { startMs: old.startMs, endMs: old.endMs }, ...shape };
  });
  return { blocks, removed: [...left] };
}

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
  if (task.minChunkMin === undefined && fitsInPieces(task.durationMin, missingMin, freeStretches(question)))
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
