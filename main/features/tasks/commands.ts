import type { NewTask, PaletteColor, Task, TaskChange, TaskStatus } from '#contract/tasks';
import { newTask, paletteColor } from '#contract/tasks';
import type { TaskRow, TaskWithTags } from '#db/queries/tasks';
import {
  deleteTasks,
  findTag,
  insertTag,
  insertTask,
  positionAtEnd,
  positionBefore,
  setTaskTags,
  tasksByIds,
  updateTasks,
} from '#db/queries/tasks';
import type { ReadHandle } from '#db/store/handles';
import type { LedgerTx } from '#main/ledger/ledger';
import { Refusal } from '../refusal.ts';

/** A row as the contract shows it. */
export const asTask = ({ recurrence: _recurrence, position: _position, ...row }: TaskWithTags): Task => row;

/** @throws Refusal NOT_FOUND when one of them is gone */
export function requireTasks(handle: ReadHandle, ids: readonly string[]): TaskWithTags[] {
  const rows = tasksByIds(handle, ids);
  if (rows.length < new Set(ids).size) throw new Refusal('NOT_FOUND', { what: 'task' });
  return rows;
}

/**
 * Adds a task at the end of its list. Tag names never seen before make tags.
 *
 * @throws Refusal DUE_DAY_MISSING when there is a due time without its day
 */
export function createTask(tx: LedgerTx, input: NewTask): Task {
  const { tags = [], ...fields } = newTask.parse(input);
  if (fields.dueTime && !fields.dueDay) throw new Refusal('DUE_DAY_MISSING');
  const id = tx.newId();
  const position = positionAtEnd(tx);
  const row = { ...definedOnly(fields), id, title: fields.title, position, createdAtMs: tx.nowMs };
  insertTask(tx, row);
  setTags(tx, id, tags);
  tx.emit({ type: 'task.created', version: 1, payload: { taskId: id } });
  return asTask(requireTasks(tx, [id])[0]!);
}

/** @throws Refusal NOT_FOUND when one is gone, DUE_DAY_MISSING when a due time would stand without its day */
export function updateTask(tx: LedgerTx, ids: readonly string[], change: TaskChange): Task[] {
  const rows = requireTasks(tx, ids);
  const { tags, addTags = [], removeTags = [], ...fields } = change;
  if (fields.dueTime && !(fields.dueDay ?? (fields.dueDay === undefined && rows.every((row) => row.dueDay !== null))))
    throw new Refusal('DUE_DAY_MISSING');
  // A time without its day means nothing.
  const values: Partial<TaskRow> = definedOnly(fields.dueDay === null ? { ...fields, dueTime: null } : fields);
  if (Object.keys(values).length > 0) updateTasks(tx, ids, values);
  const removed = new Set(removeTags.map((name) => name.toLowerCase()));
  for (const { id, tags: standing } of rows) {
    const kept = (tags ?? standing.map((tag) => tag.name)).filter((name) => !removed.has(name.toLowerCase()));
    if (tags || addTags.length + removed.size > 0) setTags(tx, id, [...kept, ...addTags]);
    tx.emit({ type: 'task.updated', version: 1, payload: { taskId: id } });
  }
  return requireTasks(tx, ids).map(asTask);
}

const EVENT_OF_STATUS = { done: 'task.completed', dropped: 'task.dropped', open: 'task.reopened' } as const;

/** Completes, drops or reopens tasks; those that are so already stay as they are. */
export function setTaskStatus(tx: LedgerTx, ids: readonly string[], status: TaskStatus): Task[] {
  const changing = requireTasks(tx, ids).filter((row) => row.status !== status);
  if (changing.length > 0) {
    const values = { status, closedAtMs: status === 'open' ? null : tx.nowMs };
    updateTasks(
      tx,
      changing.map((row) => row.id),
      values,
    );
  }
  for (const row of changing) tx.emit({ type: EVENT_OF_STATUS[status], version: 1, payload: { taskId: row.id } });
  return requireTasks(tx, ids).map(asTask);
}

/** Deletes tasks; undo brings them back whole. */
export function removeTasks(tx: LedgerTx, ids: readonly string[]): number {
  requireTasks(tx, ids);
  for (const id of ids) tx.emit({ type: 'task.deleted', version: 1, payload: { taskId: id } });
  return deleteTasks(tx, ids);
}

/** Puts a task before another, or last. */
export function moveTask(tx: LedgerTx, id: string, beforeId: string | null): void {
  requireTasks(tx, beforeId === null ? [id] : [id, beforeId]);
  const position = beforeId === null ? positionAtEnd(tx) : positionBefore(tx, beforeId)!;
  updateTasks(tx, [id], { position });
  tx.emit({ type: 'task.moved', version: 1, payload: { taskId: id } });
}

function setTags(tx: LedgerTx, taskId: string, names: readonly string[]): void {
  const ids = new Set<string>();
  for (const name of names) {
    const known = findTag(tx, name);
    if (known) {
      ids.add(known.id);
      continue;
    }
    const id = tx.newId();
    insertTag(tx, { id, name, color: colorOf(name) });
    ids.add(id);
  }
  setTaskTags(tx, taskId, [...ids]);
}

/** A new tag's colour: the same name always gets the same one. */
function colorOf(name: string): PaletteColor {
  let sum = 0;
  for (const character of name.toLowerCase()) sum = (sum * 31 + character.codePointAt(0)!) % 9973;
  return paletteColor.options[sum % paletteColor.options.length]!;
}

/** Leaves out what was not given; null is a value. */
function definedOnly<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
