import { type ReadHandle, preparedSql } from '../store/handles.ts';
import { type WholeTask, tasksByIds } from './tasks.ts';

const soon = preparedSql<{ today: string; until: string; limit: number }, { id: string }>(
  `SELECT id FROM task
   WHERE status = 'open' AND someday = 0 AND in_inbox = 0 AND (due_day > @today OR due_day IS NULL)
     AND (do_day > @today OR do_day IS NULL) AND (due_day <= @until OR (due_day IS NULL AND do_day IS NULL AND priority <= 2))
   ORDER BY due_day IS NULL, due_day, priority, position LIMIT @limit`,
);
const doneBetween = preparedSql<{ from: number; to: number; limit: number }, { id: string }>(
  `SELECT id FROM task WHERE status = 'done' AND closed_at_ms >= @from AND closed_at_ms < @to AND status <> 'open'
   ORDER BY closed_at_ms LIMIT @limit`,
);

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** Open tasks due after `today` and by `until`, then the urgent ones without any day. */
export const soonTasks = (handle: ReadHandle, today: string, until: string, limit: number): WholeTask[] =>
  tasksByIds(handle, idsOf(soon(handle).all({ today, until, limit })));
/** Tasks done in `[from, to)`, in the order they were. */
export const tasksDoneBetween = (handle: ReadHandle, from: number, to: number, limit: number): WholeTask[] =>
  tasksByIds(handle, idsOf(doneBetween(handle).all({ from, to, limit })));
