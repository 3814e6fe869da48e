import { type ReadHandle, preparedSql } from '../store/handles.ts';

const overdueSql = preparedSql<[string], { id: string }>(
  `SELECT id FROM task WHERE recurrence IS NOT NULL AND status = 'open' AND occurrence < ? ORDER BY occurrence, id`,
);
const seriesSql = preparedSql<[string], { id: string }>(
  'SELECT id FROM task WHERE series_id = ? ORDER BY occurrence, id',
);

/** The open occurrences that carry a rule and whose day passed before another one. */
export const repeatingBefore = (handle: ReadHandle, day: string): string[] =>
  overdueSql(handle)
    .all(day)
    .map(({ id }) => id);

/** Every occurrence of a series that was made. */
export const tasksOfSeries = (handle: ReadHandle, seriesId: string): string[] =>
  seriesSql(handle)
    .all(seriesId)
    .map(({ id }) => id);
