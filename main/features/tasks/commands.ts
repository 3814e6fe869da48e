import type { NewTask, Task, TaskChange, TaskStatus } from '#contract/tasks';
import { newTask } from '#contract/tasks';
import { findProject } from '#db/queries/projects';
import { deleteWaits, insertWait, partsBelow, waitsThrough } from '#db/queries/task-links';
import { tasksOfSeries } from '#db/queries/repeating-tasks';
import { positionAtEnd } from '#db/queries/task-order';
import type { TaskRow, WholeTask } from '#db/queries/tasks';
import { deleteTasks, insertTask, statusOf, tasksByIds, updateTasks } from '#db/queries/tasks';
import type { ReadHandle } from '#db/store/handles';
import type { LedgerTx } from '#main/ledger/ledger';
import { Refusal } from '../refusal.ts';
import { definedOnly } from './given.ts';
import { NO_REPEAT, repeatColumns, repeatOf } from './repeat.ts';
import { projectNamed, setTags } from './named.ts';

/** A row as the contract shows it. */
export function asTask(row: WholeTask): Task {
  const {
    recurrence: _recurrence,
    recurrenceAnchor: _anchor,
    recurrenceStart: _start,
    recurrenceMissed: _missed,
    recurrenceExcept: _except,
    recurrenceKept: _kept,
    occurrence: _occurrence,
    position: _position,
    ...rest
  } = row;
  return { ...rest, repeat: repeatOf(row) };
}

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
  const { tags = [], waitsFor = [], project, repeat, ...fields } = newTask.parse(input);
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
  const days = { dueDay: fields.dueDay ?? null, doDay: fields.doDay ?? null };
  const unrepeated = { id, seriesId: null, recurrenceExcept: '', recurrenceMissed: null, ...days };
  insertTask(tx, { ...row, ...(repeat ? repeatColumns(repeat, unrepeated) : {}) });
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
 * @throws Refusal NOT_FOUND when one is gone, NO_SUCH_RULE, DUE_DAY_MISSING when a due time would stand without its day, DEPENDENCY_LOOP,
 *   PARENT_LOOP
 */
export function updateTask(
  tx: LedgerTx,
  ids: readonly string[],
  change: TaskChange,
  scope: EditScope = 'following',
): Task[] {
  const rows = requireTasks(tx, ids);
  const {
    tags,
    addTags = [],
    removeTags = [],
    addWaitsFor = [],
    removeWaitsFor = [],
    project,
    repeat,
    ...fields
  } = change;
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
  if (scope === 'one') keepForNext(tx, rows, change);
  if (Object.keys(values).length > 0) updateTasks(tx, ids, values);
  if (repeat !== undefined)
    for (const row of rows)
      updateTasks(tx, [row.id], repeat ? repeatColumns(repeat, { ...row, ...values }) : NO_REPEAT);
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
  if (scope === 'all') changeClosed(tx, rows, change);
  return requireTasks(tx, ids).map(asTask);
}

/** How far a change of a repeating task goes. */
export type EditScope = 'one' | 'following' | 'all';

/** What the occurrences of a series share; their days are their own. */
const SHARED = ['title', 'notes', 'priority', 'dueTime', 'estimateMin', 'energy', 'projectId', 'minChunkMin'] as const;

/** Remembers what this occurrence alone is to differ in, so that the next one is as it would have been. */
function keepForNext(tx: LedgerTx, rows: readonly WholeTask[], change: TaskChange): void {
  for (const row of rows) {
    if (row.recurrence === null) continue;
    const before = row.recurrenceKept === null ? {} : (JSON.parse(row.recurrenceKept) as Record<string, unknown>);
    const changed = SHARED.filter(
      (name) => change[name] !== undefined || (name === 'projectId' && change.project !== undefined),
    );
    const own = Object.fromEntries(changed.map((name) => [name, row[name]]));
    const hasTags = [change.tags, change.addTags, change.removeTags].some((list) => list !== undefined);
    const kept = { ...(hasTags ? { tags: row.tags.map((tag) => tag.name) } : {}), ...own, ...before };
    if (Object.keys(kept).length > 0) updateTasks(tx, [row.id], { recurrenceKept: JSON.stringify(kept) });
  }
}

/** Makes a change on the other occurrences of the series too, those that were done before. */
function changeClosed(tx: LedgerTx, rows: readonly WholeTask[], change: TaskChange): void {
  const {
    dueDay: _due,
    doDay: _do,
    repeat: _repeat,
    parentId: _parent,
    inInbox: _inbox,
    someday: _someday,
    ...shared
  } = change;
  for (const row of rows) {
    const others = row.seriesId === null ? [] : tasksOfSeries(tx, row.seriesId).filter((id) => id !== row.id);
    const dated = tasksByIds(tx, others).filter(({ dueDay }) => dueDay !== null || !shared.dueTime);
    if (dated.length > 0)
      updateTask(
        tx,
        dated.map(({ id }) => id),
        shared,
      );
  }
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
