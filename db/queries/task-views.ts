import { asc, eq, sql } from 'drizzle-orm';
import { taskView } from '../schema/tasks.ts';
import { type ReadHandle, type WriteHandle, prepared } from '../store/handles.ts';

export type TaskViewRow = typeof taskView.$inferSelect;

const inOrder = prepared((orm: ReadHandle['orm']) =>
  orm.select().from(taskView).orderBy(asc(taskView.position)).prepare(),
);
const byName = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(taskView)
    .where(sql`${taskView.name} = ${sql.placeholder('name')} COLLATE NOCASE`)
    .prepare(),
);

export const allViews = (handle: ReadHandle): TaskViewRow[] => inOrder(handle).all();
export const findViewNamed = (handle: ReadHandle, name: string): TaskViewRow | undefined =>
  byName(handle).get({ name });

export function insertView(handle: WriteHandle, row: typeof taskView.$inferInsert): void {
  handle.orm.insert(taskView).values(row).run();
}

/** @returns how many rows there were */
export function updateViewRow(handle: WriteHandle, id: string, values: Partial<TaskViewRow>): number {
  return handle.orm.update(taskView).set(values).where(eq(taskView.id, id)).run().changes;
}

/** @returns how many rows there were */
export function deleteView(handle: WriteHandle, id: string): number {
  return handle.orm.delete(taskView).where(eq(taskView.id, id)).run().changes;
}
