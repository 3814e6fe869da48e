import type { MissedRule } from '#contract/recurrence';
import type { Task } from '#contract/tasks';
import type { Day } from '#contract/time';
import { repeatingBefore } from '#db/queries/repeating-tasks';
import { partsOf } from '#db/queries/task-links';
import { positionsBefore, taskAfter } from '#db/queries/task-order';
import { type TaskRow, type WholeTask, tasksByIds, updateTasks } from '#db/queries/tasks';
import { readBoxes, writeBoxes } from '#main/domain/checklist/boxes';
import { type NextTime, alongWith, missedDays, nextTime } from '#main/domain/recurrence/task-series';
import type { LedgerTx, Reaction } from '#main/ledger/ledger';
import { Refusal } from '../refusal.ts';
import { readSettings, todayOf } from '../settings/index.ts';
import { asTask, createTask, requireTasks, setTaskStatus } from './commands.ts';
import { NO_REPEAT, ownDay, seriesOf } from './repeat.ts';

/** Occurrences that are made at once at most: who was away for a year of a daily task does not want three hundred. */
const MOST_MISSED = 60;

/** Closing an occurrence makes the next one, in the same transaction: one undo takes back both. */
export const tasksReactions: readonly Reaction[] = (['task.completed', 'task.dropped'] as const).map((on) => ({
  on,
  run: (tx, event) => renew(tx, String(event.payload['taskId'])),
}));

function renew(tx: LedgerTx, id: string): void {
  const [row] = tasksByIds(tx, [id]);
  const series = row && seriesOf(row);
  if (!row || !series || row.status === 'open') return;
  // A part of a task that was closed comes again with the whole.
  const [parent] = row.parentId === null ? [] : tasksByIds(tx, [row.parentId]);
  if (parent && parent.status !== 'open') return;
  const next = nextTime(series, series.occurrence, todayOf(tx));
  if (next) makeNext(tx, row, next);
  updateTasks(tx, [id], NO_REPEAT);
}

/** What an occurrence holds beside its days: as this one, except for what was changed for this one only. */
type Kept = Partial<
  Pick<TaskRow, 'title' | 'notes' | 'priority' | 'dueTime' | 'estimateMin' | 'energy' | 'projectId' | 'minChunkMin'>
> & { readonly tags?: readonly string[] };

const keptOf = (row: TaskRow): Kept => (row.recurrenceKept === null ? {} : (JSON.parse(row.recurrenceKept) as Kept));

function makeNext(tx: LedgerTx, row: WholeTask, next: NextTime): string {
  const id = copyAlong(tx, row, row.parentId, row.occurrence ?? ownDay(row) ?? next.day, next.day);
  updateTasks(tx, [id], {
    recurrence: next.rule,
    seriesId: row.seriesId ?? row.id,
    recurrenceAnchor: row.recurrenceAnchor ?? 'due',
    recurrenceStart: next.start,
    occurrence: next.day,
    recurrenceMissed: row.recurrenceMissed,
    recurrenceExcept: row.recurrenceExcept,
  });
  const after = taskAfter(tx, row.id);
  const [position] = after === undefined || after === id ? [] : (positionsBefore(tx, after, [id]) ?? []);
  if (position !== undefined) updateTasks(tx, [id], { position });
  return id;
}

/** A copy whose days are as far from the new occurrence as they should be, open, its checklist cleared, its parts with it. */
function copyAlong(tx: LedgerTx, row: WholeTask, parentId: string | null, from: Day, to: Day): string {
  const kept = keptOf(row);
  const isWhole = row.recurrence !== null;
  // Moving one occurrence does not move the others: the day its rule gives is where it stands.
  const own = isWhole ? ownDay(row) : null;
  const moved = (day: Day | null): Day | null =>
    day === null ? null : own === null ? alongWith(day, from, to) : alongWith(day, own, to);
  const { id } = createTask(
    tx,
    {
      title: kept.title ?? row.title,
      notes: withoutTicks(kept.notes ?? row.notes),
      priority: kept.priority ?? row.priority,
      dueDay: isWhole && own === null ? to : moved(row.dueDay),
      dueTime: kept.dueTime === undefined ? row.dueTime : kept.dueTime,
      doDay: moved(row.doDay),
      estimateMin: kept.estimateMin === undefined ? row.estimateMin : kept.estimateMin,
      energy: kept.energy === undefined ? row.energy : kept.energy,
      projectId: kept.projectId === undefined ? row.projectId : kept.projectId,
      someday: row.someday,
      minChunkMin: kept.minChunkMin === undefined ? row.minChunkMin : kept.minChunkMin,
      parentId,
      tags: [...(kept.tags ?? row.tags.map((tag) => tag.name))],
      entryId: row.entryId,
      entryQuote: row.entryQuote,
    },
    { copyOf: row.id },
  );
  for (const part of requireTasks(tx, partsOf(tx, row.id))) copyAlong(tx, part, id, own ?? from, to);
  return id;
}

function withoutTicks(notes: string): string {
  const ticked = readBoxes(notes).filter(({ isDone }) => isDone);
  return writeBoxes(
    notes,
    ticked.map(({ mark }) => ({ mark, isDone: false })),
  );
}

/**
 * Leaves occurrences out: each goes on to the day its rule gives next, or is dropped when it was the last one.
 *
 * @throws Refusal NOT_FOUND, DOES_NOT_REPEAT
 */
export function skipOccurrences(tx: LedgerTx, ids: readonly string[]): Task[] {
  for (const row of requireTasks(tx, ids)) {
    const series = seriesOf(row);
    if (!series || row.status !== 'open') throw new Refusal('DOES_NOT_REPEAT');
    const next = nextTime({ ...series, anchor: 'due' }, series.occurrence, series.occurrence);
    if (next) moveHead(tx, row, next.day);
    else setTaskStatus(tx, [row.id], 'dropped');
  }
  return requireTasks(tx, ids).map(asTask);
}

/** @throws Refusal NOT_FOUND, DOES_NOT_REPEAT */
export function exceptDay(tx: LedgerTx, id: string, day: Day, isOut: boolean): Task {
  const row = requireTasks(tx, [id])[0]!;
  const series = seriesOf(row);
  if (!series) throw new Refusal('DOES_NOT_REPEAT');
  const days = new Set(series.except);
  if (isOut) days.add(day);
  else days.delete(day);
  updateTasks(tx, [id], { recurrenceExcept: [...days].toSorted().join(' ') });
  tx.emit({ type: 'task.updated', version: 1, payload: { taskId: id } });
  if (isOut && day === series.occurrence) return skipOccurrences(tx, [id])[0]!;
  return asTask(requireTasks(tx, [id])[0]!);
}

function moveHead(tx: LedgerTx, row: WholeTask, to: Day, start?: Day): void {
  const own = ownDay(row) ?? to;
  const moved = (day: Day | null): Day | null => (day === null ? null : alongWith(day, own, to));
  updateTasks(tx, [row.id], {
    occurrence: to,
    dueDay: row.dueDay === null && row.doDay === null ? to : moved(row.dueDay),
    doDay: moved(row.doDay),
    ...(start === undefined ? {} : { recurrenceStart: start }),
  });
  tx.emit({ type: 'task.updated', version: 1, payload: { taskId: row.id } });
}

/**
 * What a new day makes of the occurrences that nobody did. Asked again on the same day it changes nothing, and after several days
 * it does what it would have done day by day.
 *
 * @returns how many tasks it changed or made
 */
export function rollOver(tx: LedgerTx): number {
  const today = todayOf(tx);
  const { missedTasks } = readSettings(tx);
  let changed = 0;
  for (const row of tasksByIds(tx, repeatingBefore(tx, today))) changed += rollOne(tx, row, today, missedTasks);
  return changed;
}

function rollOne(tx: LedgerTx, row: WholeTask, today: Day, usual: MissedRule): number {
  const series = seriesOf(row);
  const rule = row.recurrenceMissed ?? usual;
  if (!series || rule === 'keep-one') return 0;
  if (rule === 'reschedule') {
    // One that was moved ahead by hand is where it should be.
    if ((ownDay(row) ?? today) >= today) return 0;
    moveHead(tx, row, today, /BY(DAY|MONTHDAY|YEARDAY|WEEKNO|MONTH)=|COUNT=/i.test(series.rule) ? undefined : today);
    return 1;
  }
  const missed = readMissed(series, today);
  const last = missed.at(-1);
  if (last === undefined) return 0;
  if (rule === 'skip') {
    moveHead(tx, row, last);
    return 1;
  }
  let head = row;
  for (const day of missed) {
    const next = makeNext(tx, head, { day, rule: series.rule, start: series.start });
    updateTasks(tx, [head.id], NO_REPEAT);
    head = requireTasks(tx, [next])[0]!;
  }
  return missed.length;
}

/** The newest ones when there are more than anybody wants. A rule that can't be read misses nothing. */
function readMissed(series: NonNullable<ReturnType<typeof seriesOf>>, today: Day): Day[] {
  try {
    return missedDays(series, series.occurrence, today, 20_000).slice(-MOST_MISSED);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
