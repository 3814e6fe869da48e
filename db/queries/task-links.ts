import { and, eq, inArray } from 'drizzle-orm';
import { taskDependency } from '../schema/tasks.ts';
import { type ReadHandle, type WriteHandle, preparedSql } from '../store/handles.ts';

const partsSql = preparedSql<[string], { id: string }>(
  `WITH RECURSIVE part (id, depth) AS (
     SELECT id, 1 FROM task WHERE parent_id IN (SELECT value FROM json_each(?))
     UNION SELECT t.id, depth + 1 FROM task t JOIN part ON t.parent_id = part.id
   )
   SELECT id FROM part GROUP BY id ORDER BY min(depth)`,
);
const ownPartsSql = preparedSql<[string], { id: string }>('SELECT id FROM task WHERE parent_id = ? ORDER BY position');
const waitsThroughSql = preparedSql<{ from: string; to: string }, { found: number }>(
  `WITH RECURSIVE awaited (id) AS (
     SELECT @from UNION SELECT d.after_id FROM task_dependency d JOIN awaited a ON d.task_id = a.id
   )
   SELECT 1 AS found FROM awaited WHERE id = @to`,
);

/** The sub-tasks of tasks, theirs too, and so on; those above first. */
export const partsBelow = (handle: ReadHandle, ids: readonly string[]): string[] =>
  partsSql(handle)
    .all(JSON.stringify(ids))
    .map((row) => row.id);

/** The sub-tasks of one task in their order. */
export const partsOf = (handle: ReadHandle, id: string): string[] =>
  ownPartsSql(handle)
    .all(id)
    .map((row) => row.id);

/** Whether a task is, or waits for, another one, over any number of tasks between. */
export const waitsThrough = (handle: ReadHandle, from: string, to: string): boolean =>
  waitsThroughSql(handle).get({ from, to }) !== undefined;

export function insertWait(handle: WriteHandle, row: typeof taskDependency.$inferInsert): void {
  handle.orm.insert(taskDependency).values(row).onConflictDoNothing().run();
}

export function deleteWaits(handle: WriteHandle, taskId: string, afterIds: readonly string[]): void {
  handle.orm
    .delete(taskDependency)
    .where(and(eq(taskDependency.taskId, taskId), inArray(taskDependency.afterId, [...afterIds])))
    .run();
}
