import { gte, sql } from 'drizzle-orm';
import { task } from '../schema/tasks.ts';
import { type ReadHandle, type WriteHandle, preparedSql } from '../store/handles.ts';

const edgesSql = preparedSql<[string, string], { before: number | null; at: number }>(
  `SELECT (SELECT max(p.position) FROM task p WHERE p.position < t.position AND p.id NOT IN (SELECT value FROM json_each(?))) AS before,
     t.position AS at FROM task t WHERE t.id = ?`,
);
const lastSql = preparedSql<[], { position: number | null }>('SELECT max(position) AS position FROM task');
const nextSql = preparedSql<[string], { id: string }>(
  'SELECT id FROM task WHERE position > (SELECT position FROM task WHERE id = ?) ORDER BY position LIMIT 1',
);

/** A position after all others. */
export const positionAtEnd = (handle: ReadHandle): number => (lastSql(handle).get()?.position ?? 0) + 1;

/** The task that stands right after another one, whatever lists they are in; undefined at the end. */
export const taskAfter = (handle: ReadHandle, id: string): string | undefined => nextSql(handle).get(id)?.id;

/**
 * Positions for tasks in a row, between a task and the one before it; undefined when that task is gone. Halving a gap some
 * fifty times uses it up: then everything from the task on moves down.
 *
 * @param moving the tasks that are to stand there; where they stand now does not count
 */
export function positionsBefore(
  handle: WriteHandle,
  beforeId: string,
  moving: readonly string[],
): number[] | undefined {
  const edges = edgesSql(handle).get(JSON.stringify(moving), beforeId);
  if (!edges) return undefined;
  const { at } = edges;
  const before = edges.before ?? at - moving.length - 1;
  const step = (at - before) / (moving.length + 1);
  const positions = moving.map((_, index) => before + step * (index + 1));
  const isOrdered =
    positions.every((position, index) => position > (positions[index - 1] ?? before)) && positions.at(-1)! < at;
  if (isOrdered) return positions;
  handle.orm
    .update(task)
    .set({ position: sql`${task.position} + ${moving.length}` })
    .where(gte(task.position, at))
    .run();
  return moving.map((_, index) => at + index);
}
