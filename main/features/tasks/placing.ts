import type { ReadingContext } from '#contract/capture';
import type { NewTask, Task, TaskChange } from '#contract/tasks';
import { partsOf } from '#db/queries/task-links';
import { positionAtEnd, positionsBefore, taskAfter } from '#db/queries/task-order';
import { type WholeTask, updateTasks } from '#db/queries/tasks';
import type { LedgerTx } from '#main/ledger/ledger';
import { asTask, createTask, requireTasks, updateTask } from './commands.ts';
import { readLine } from './read-line.ts';

/** Puts tasks, in the order given, before another one or last, and changes what the new place asks for. */
export function moveTasks(tx: LedgerTx, ids: readonly string[], beforeId: string | null, change?: TaskChange): void {
  requireTasks(tx, beforeId === null ? ids : [...ids, beforeId]);
  if (change) updateTask(tx, ids, change);
  // Before one that moves itself: where it stands is where they go.
  const moving = ids.filter((id) => id !== beforeId);
  if (moving.length > 0) place(tx, moving, beforeId);
  for (const id of ids) tx.emit({ type: 'task.moved', version: 1, payload: { taskId: id } });
}

function place(tx: LedgerTx, ids: readonly string[], beforeId: string | null): void {
  const end = positionAtEnd(tx);
  const positions = beforeId === null ? ids.map((_, index) => end + index) : positionsBefore(tx, beforeId, ids)!;
  for (const [index, id] of ids.entries()) updateTasks(tx, [id], { position: positions[index]! });
}

/** Copies tasks with their sub-tasks, each right after its original. The copies are open. */
export function duplicateTasks(tx: LedgerTx, ids: readonly string[]): Task[] {
  return requireTasks(tx, ids).map((row) => {
    const copy = copyOf(tx, row, row.parentId);
    const next = taskAfter(tx, row.id);
    if (next !== undefined && next !== copy) place(tx, [copy], next);
    return asTask(requireTasks(tx, [copy])[0]!);
  });
}

function copyOf(tx: LedgerTx, row: WholeTask, parentId: string | null): string {
  const { title, notes, inInbox, priority, dueDay, dueTime, doDay, estimateMin, energy, projectId, someday } = row;
  const copy: NewTask = {
    title,
    notes,
    inInbox,
    priority,
    dueDay,
    dueTime,
    doDay,
    estimateMin,
    energy,
    projectId,
    someday,
    parentId,
    minChunkMin: row.minChunkMin,
    tags: row.tags.map((tag) => tag.name),
    waitsFor: row.waitsFor.map((one) => one.id),
  };
  const { id } = createTask(tx, copy, { copyOf: row.id });
  for (const part of requireTasks(tx, partsOf(tx, row.id))) copyOf(tx, part, id);
  return id;
}

/** Lines of text that become tasks, and where these go. */
export interface LinesToAdd {
  readonly lines: readonly string[];
  readonly asWritten: boolean;
  readonly place: Omit<NewTask, 'title'>;
  readonly beforeId: string | null;
}

/** Adds a task for each line; what the line says goes before what its place says. */
export function addLines(
  tx: LedgerTx,
  { lines, asWritten, place: where, beforeId }: LinesToAdd,
  context: ReadingContext,
): Task[] {
  if (beforeId !== null) requireTasks(tx, [beforeId]);
  const added = lines.map((line) => {
    const read = asWritten ? null : readLine(line, context);
    const own = read?.task ?? { title: line };
    const hasDay = typeof own.dueDay === 'string' || typeof own.doDay === 'string';
    const { doDay, ...rest } = where;
    const tags = [...new Set([...(where.tags ?? []), ...(own.tags ?? [])])];
    const isSorted = hasDay || own.project !== undefined || own.tags !== undefined;
    const task = createTask(tx, {
      ...rest,
      ...(hasDay || doDay === undefined ? {} : { doDay }),
      ...(own.project === undefined ? {} : { projectId: undefined }),
      ...own,
      ...(tags.length === 0 ? {} : { tags }),
      ...(isSorted && rest.inInbox === true ? { inInbox: false } : {}),
    });
    for (const when of read?.reminders ?? [])
      tx.emit({ type: 'task.reminder-asked', version: 1, payload: { taskId: task.id, ...when } });
    return task;
  });
  const ids = added.map((task) => task.id);
  if (beforeId !== null) place(tx, ids, beforeId);
  return requireTasks(tx, ids).map(asTask);
}
