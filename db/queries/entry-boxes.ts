import { eq, sql } from 'drizzle-orm';
import { entryBox } from '../schema/journal.ts';
import { type ReadHandle, type WriteHandle, prepared, preparedSql } from '../store/handles.ts';
import { insertRow, updateById } from '../store/rows.ts';

export type EntryBoxRow = typeof entryBox.$inferSelect;

const ofEntry = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(entryBox)
    .where(eq(entryBox.entryId, sql.placeholder('entryId')))
    .orderBy(entryBox.id)
    .prepare(),
);
const ofTask = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(entryBox)
    .where(eq(entryBox.taskId, sql.placeholder('taskId')))
    .prepare(),
);
const lastToldSql = preparedSql<[string], { told: number | null }>(
  'SELECT max(told_ms) AS told FROM entry_box WHERE entry_id = ?',
);
const isUsedSql = preparedSql<{ id: string }, { used: number }>(
  `SELECT EXISTS (SELECT 1 FROM block WHERE task_id = @id) OR EXISTS (SELECT 1 FROM focus_session WHERE task_id = @id) AS used`,
);
const foundInEntrySql = preparedSql<[string], { id: string; quote: string }>(
  `SELECT id, entry_quote AS quote FROM task
   WHERE entry_id = ? AND entry_quote IS NOT NULL AND status = 'open'
   AND NOT EXISTS (SELECT 1 FROM entry_box b WHERE b.task_id = task.id)`,
);

/** In the order they were made. */
export const boxesOfEntry = (handle: ReadHandle, entryId: string): EntryBoxRow[] => ofEntry(handle).all({ entryId });
export const boxesOfTask = (handle: ReadHandle, taskId: string): EntryBoxRow[] => ofTask(handle).all({ taskId });
/** When the state of a task was last written into the text of an entry; null: never. */
export const lastToldMs = (handle: ReadHandle, entryId: string): number | null =>
  lastToldSql(handle).get(entryId)?.told ?? null;
/** Whether time was planned for a task or spent on it. */
export const isTaskUsed = (handle: ReadHandle, id: string): boolean => isUsedSql(handle).get({ id })?.used === 1;
/** Open tasks that were made of other words of an entry: a noticed to-do that was accepted. */
export const tasksFoundIn = (handle: ReadHandle, entryId: string): { id: string; quote: string }[] =>
  foundInEntrySql(handle).all(entryId);

export function insertBox(handle: WriteHandle, row: EntryBoxRow): void {
  insertRow(handle, entryBox, row);
}

export function updateBox(handle: WriteHandle, id: string, values: Partial<EntryBoxRow>): void {
  updateById(handle, entryBox, id, values);
}

export function deleteBox(handle: WriteHandle, id: string): void {
  handle.orm.delete(entryBox).where(eq(entryBox.id, id)).run();
}
