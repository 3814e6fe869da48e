import { type ReadHandle, preparedSql } from '../store/handles.ts';
import { type WholeTask, tasksByIds } from './tasks.ts';

const dueSoon = preparedSql<{ today: string; until: string; limit: number }, { id: string }>(
  `SELECT id FROM task
   WHERE status = 'open' AND someday = 0 AND in_inbox = 0 AND due_day > @today AND due_day <= @until
     AND (do_day > @today OR do_day IS NULL)
   ORDER BY due_day, priority, position LIMIT @limit`,
);
const urgent = preparedSql<{ limit: number }, { id: string }>(
  `SELECT id FROM task
   WHERE status = 'open' AND someday = 0 AND in_inbox = 0 AND due_day IS NULL AND do_day IS NULL AND priority <= 2
   ORDER BY priority, position LIMIT @limit`,
);
const doneBetween = preparedSql<{ from: number; to: number; limit: number }, { id: string }>(
  `SELECT id FROM task WHERE status = 'done' AND closed_at_ms >= @from AND closed_at_ms < @to AND status <> 'open'
   ORDER BY closed_at_ms LIMIT @limit`,
);

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** Open tasks due after `today` and by `until`, then the urgent ones without any day. */
export function soonTasks(handle: ReadHandle, today: string, until: string, limit: number): WholeTask[] {
  const due = idsOf(dueSoon(handle).all({ today, until, limit }));
  const others = due.length < limit ? idsOf(urgent(handle).all({ limit: limit - due.length })) : [];
  return tasksByIds(handle, [...due, ...others]);
}
/** Tasks done in `[from, to)`, in the order they were. */
export const tasksDoneBetween = (handle: ReadHandle, from: number, to: number, limit: number): WholeTask[] =>
  tasksByIds(handle, idsOf(doneBetween(handle).all({ from, to, limit })));
