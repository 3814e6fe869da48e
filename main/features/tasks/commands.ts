import type { NewTask, Task, TaskChange, TaskStatus } from '#contract/tasks';
import { newTask } from '#contract/tasks';
import { findProject } from '#db/queries/projects';
import { deleteWaits, insertWait, partsBelow, waitsThrough } from '#db/queries/task-links';
import { positionAtEnd } from '#db/queries/task-order';
import type { TaskRow, WholeTask } from '#db/queries/tasks';
import { deleteTasks, insertTask, statusOf, tasksByIds, updateTasks } from '#db/queries/tasks';
import type { ReadHandle } from '#db/store/handles';
import type { LedgerTx } from '#main/ledger/ledger';
import { Refusal } from '../refusal.ts';
import { definedOnly } from './given.ts';
import { projectNamed, setTags } from './named.ts';

/** A row as the contract shows it. */
export const asTask = ({ recurrence: _recurrence, position: _position, ...row }: WholeTask): Task => row;

/** @throws Refusal NOT_FOUND when one of them is gone */
export function requireTasks(handle: ReadHandle, ids: readonly string[]): WholeTask[] {
  const rows = tasksByIds(handle, ids);
  if (rows.length < new Set(ids).size) throw new Refusal('NOT_FOUND', { what: 'task' });
  return rows;
}

/**
 * Adds a task at the end of its list. Names of tags and projects never seen before make them. A sub-task is where its
 * parent is, unless something else is said.
 *
 * @param of the task it is a copy of, which others take over from what hangs on it
 * @throws Refusal DUE_DAY_MISSING when there is a due time without its day, NOT_FOUND for a parent, project or wait that is gone
 */
export function createTask(tx: LedgerTx, input: NewTask, of: { readonly copyOf?: string } = {}): Task {
  const { tags = [], waitsFor = [], project, ...fields } = newTask.parse(input);
  if (fields.dueTime && !fields.dueDay) throw new Refusal('DUE_DAY_MISSING');
  const id = tx.newId();
  const projectId = projectOf(tx, project, fields.projectId);
  const row = {
    ...(fields.parentId ? placeOf(requireTasks(tx, [fields.parentId])[0]!) : {}),
    ...definedOnly({ ...fields, projectId }),
    id,
    title: fields.title,
    position: positionAtEnd(tx),
    createdAtMs: tx.nowMs,
  };
  insertTask(tx, row);
  setTags(tx, id, tags);
  addWaits(tx, [id], waitsFor);
  tx.emit({ type: 'task.created', version: 1, payload: { taskId: id, ...of } });
  return asTask(requireTasks(tx, [id])[0]!);
}

/** What sub-tasks share with the task they are parts of. */
const placeOf = ({ projectId, someday, inInbox }: TaskRow): Pick<TaskRow, 'projectId' | 'someday' | 'inInbox'> => ({
  projectId,
  someday,
  inInbox,
});

/**
 * Changes tasks. What says where they belong (project, inbox, someday) holds for their sub-tasks too; a task that is given
 * a day, a project, a parent or a tag leaves the inbox; choosing a day takes it out of Someday, and the other way round.
 *
 * @throws Refusal NOT_FOUND when one is gone, DUE_DAY_MISSING when a due time would stand without its day, DEPENDENCY_LOOP,
 *   PARENT_LOOP
 */
export function updateTask(tx: LedgerTx, ids: readonly string[], change: TaskChange): Task[] {
  const rows = requireTasks(tx, ids);
  const { tags, addTags = [], removeTags = [], addWaitsFor = [], removeWaitsFor = [], project, ...fields } = change;
  if (fields.dueTime && !(fields.dueDay ?? (fields.dueDay === undefined && rows.every((row) => row.dueDay !== null))))
    throw new Refusal('DUE_DAY_MISSING');
  const below = partsBelow(tx, ids);
  const parent = fields.parentId ? requireTasks(tx, [fields.parentId])[0]! : null;
  if (parent && (ids.includes(parent.id) || below.includes(parent.id))) throw new Refusal('PARENT_LOOP');
  const projectId = projectOf(tx, project, fields.projectId);
  const isFiled =
    [fields.dueDay, fields.doDay, projectId].some((value) => typeof value === 'string') ||
    fields.someday === true ||
    (tags ?? addTags).length > 0;
  const values: Partial<TaskRow> = definedOnly({
    ...(isFiled ? { inInbox: false } : {}),
    ...(parent ? placeOf(parent) : {}),
    // A time without its day means nothing.
    ...(fields.dueDay === null ? { dueTime: null } : {}),
    ...(fields.someday === true ? { doDay: null } : {}),
    ...(typeof fields.doDay === 'string' ? { someday: false } : {}),
    ...definedOnly(fields),
    projectId,
  });
  if (Object.keys(values).length > 0) updateTasks(tx, ids, values);
  const shared = definedOnly({ projectId: values.projectId, someday: values.someday, inInbox: values.inInbox });
  if (below.length > 0 && Object.keys(shared).length > 0) updateTasks(tx, below, shared);
  if (projectId !== undefined && fields.parentId === undefined) leaveParents(tx, rows, projectId);
  const removed = new Set(removeTags.map((name) => name.toLowerCase()));
  for (const { id, tags: standing } of rows) {
    const kept = (tags ?? standing.map((tag) => tag.name)).filter((name) => !removed.has(name.toLowerCase()));
    if (tags || addTags.length + removed.size > 0) setTags(tx, id, [...kept, ...addTags]);
    if (removeWaitsFor.length > 0) deleteWaits(tx, id, removeWaitsFor);
    tx.emit({ type: 'task.updated', version: 1, payload: { taskId: id } });
  }
  addWaits(tx, ids, addWaitsFor);
  return requireTasks(tx, ids).map(asTask);
}

/** A sub-task that goes to another project than its parent stands there by itself. */
function leaveParents(tx: LedgerTx, rows: readonly WholeTask[], projectId: string | null): void {
  const moved = new Set(rows.map((row) => row.id));
  const parts = rows.filter((row) => row.parentId !== null && !moved.has(row.parentId));
  const parents = new Map(tasksByIds(tx, [...new Set(parts.map((row) => row.parentId!))]).map((row) => [row.id, row]));
  const leaving = parts.filter((row) => parents.get(row.parentId!)?.projectId !== projectId).map((row) => row.id);
  if (leaving.length > 0) updateTasks(tx, leaving, { parentId: null });
}

/** @returns undefined when nothing was said about it */
function projectOf(
  tx: LedgerTx,
  name: string | null | undefined,
  id: string | null | undefined,
): string | null | undefined {
  if (id === undefined) return name === undefined ? undefined : projectNamed(tx, name);
  if (id !== null && !findProject(tx, id)) throw new Refusal('NOT_FOUND', { what: 'project' });
  return id;
}

function addWaits(tx: LedgerTx, ids: readonly string[], afterIds: readonly string[]): void {
  if (afterIds.length === 0) return;
  requireTasks(tx, afterIds);
  for (const taskId of ids)
    for (const afterId of afterIds) {
      if (waitsThrough(tx, afterId, taskId)) throw new Refusal('DEPENDENCY_LOOP');
      insertWait(tx, { id: tx.newId(), taskId, afterId });
    }
}

const EVENT_OF_STATUS = { done: 'task.completed', dropped: 'task.dropped', open: 'task.reopened' } as const;

/**
 * Completes, drops or reopens tasks; those that are so already stay as they are. Closing one closes its open sub-tasks the
 * same way. @returns those that were named and the sub-tasks that went with them
 */
export function setTaskStatus(tx: LedgerTx, ids: readonly string[], status: TaskStatus): string[] {
  const named = statusOf(tx, ids);
  if (named.size < new Set(ids).size) throw new Refusal('NOT_FOUND', { what: 'task' });
  const below = status === 'open' ? [] : partsBelow(tx, ids).filter((id) => !named.has(id));
  const parts = [...statusOf(tx, below)].filter(([, now]) => now === 'open').map(([id]) => id);
  const changing = [...[...named].filter(([, now]) => now !== status).map(([id]) => id), ...parts];
  if (changing.length > 0) updateTasks(tx, changing, { status, closedAtMs: status === 'open' ? null : tx.nowMs });
  for (const taskId of changing) tx.emit({ type: EVENT_OF_STATUS[status], version: 1, payload: { taskId } });
  return [...ids, ...parts];
}

/** Deletes tasks with their sub-tasks; undo brings them back whole. @returns how many went */
export function removeTasks(tx: LedgerTx, ids: readonly string[]): number {
  requireTasks(tx, ids);
  const all = [...new Set([...ids, ...partsBelow(tx, ids)])];
  for (const id of all) tx.emit({ type: 'task.deleted', version: 1, payload: { taskId: id } });
  return deleteTasks(tx, all);
}
