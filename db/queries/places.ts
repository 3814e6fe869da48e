import { type ReadHandle, type WriteHandle, preparedSql } from '../store/handles.ts';

/** The tables a person puts in order by hand; each holds few rows, so that every move may number them anew. */
type Ordered = 'project' | 'area' | 'task_view' | 'saved_search';

const statementsFor = (table: Ordered) => ({
  ordered: preparedSql<[], { id: string }>(`SELECT id FROM ${table} ORDER BY position, id`),
  last: preparedSql<[], { position: number | null }>(`SELECT max(position) AS position FROM ${table}`),
  place: preparedSql<[number, string], never>(`UPDATE ${table} SET position = ? WHERE id = ?`),
});
const STATEMENTS: Readonly<Record<Ordered, ReturnType<typeof statementsFor>>> = {
  project: statementsFor('project'),
  area: statementsFor('area'),
  task_view: statementsFor('task_view'),
  saved_search: statementsFor('saved_search'),
};

/** Puts a row before another one of its table, or last. */
export function placeBefore(handle: WriteHandle, table: Ordered, id: string, beforeId: string | null): void {
  const { ordered, place } = STATEMENTS[table];
  const others = ordered(handle)
    .all()
    .map((row) => row.id)
    .filter((one) => one !== id);
  const at = beforeId === null ? -1 : others.indexOf(beforeId);
  const order = at < 0 ? [...others, id] : others.toSpliced(at, 0, id);
  for (const [index, one] of order.entries()) place(handle).run(index + 1, one);
}

/** A position after all others of a table. */
export const lastPlace = (handle: ReadHandle, table: Ordered): number =>
  (STATEMENTS[table].last(handle).get()?.position ?? 0) + 1;
