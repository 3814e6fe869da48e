import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type ReadHandle, type WriteHandle, preparedSql } from './handles.ts';

type Statement = ReturnType<typeof preparedSql<unknown[], never>>;
const statements = new Map<string, Statement>();

/** One statement for each set of columns that is ever written together; there are few. */
function statementOf(key: string, source: () => string): Statement {
  let statement = statements.get(key);
  if (!statement) statements.set(key, (statement = preparedSql<unknown[], never>(source())));
  return statement;
}

/** The columns given and their values as SQLite keeps them. Undefined means not given; null is a value. */
function given(table: SQLiteTable, values: Readonly<Record<string, unknown>>): { names: string[]; params: unknown[] } {
  const columns = getTableColumns(table);
  const names: string[] = [];
  const params: unknown[] = [];
  for (const [key, value] of Object.entries(values)) {
    const column = columns[key];
    if (!column || value === undefined) continue;
    names.push(column.name);
    params.push(value === null ? null : column.mapToDriverValue(value));
  }
  return { names, params };
}

/**
 * Changes one row, with a statement prepared once: drizzle builds an update anew at each call, which costs more than the
 * update.
 *
 * @returns how many rows there were, 0 or 1
 */
export function updateById<T extends SQLiteTable>(
  handle: WriteHandle,
  table: T,
  id: string,
  values: Partial<T['$inferSelect']>,
): number {
  const { names, params } = given(table, values);
  if (names.length === 0) return rowExists(handle, table, id) ? 1 : 0;
  const name = getTableName(table);
  const statement = statementOf(
    `update ${name} ${names.join()}`,
    () => `UPDATE "${name}" SET ${names.map((column) => `"${column}" = ?`).join(', ')} WHERE id = ?`,
  );
  return statement(handle).run(...params, id).changes;
}

/** Adds one row, with a statement prepared once. */
export function insertRow<T extends SQLiteTable>(handle: WriteHandle, table: T, values: T['$inferInsert']): void {
  const { names, params } = given(table, values);
  const name = getTableName(table);
  const statement = statementOf(
    `insert ${name} ${names.join()}`,
    () =>
      `INSERT INTO "${name}" (${names.map((column) => `"${column}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  statement(handle).run(...params);
}

function rowExists(handle: ReadHandle, table: SQLiteTable, id: string): boolean {
  const name = getTableName(table);
  return statementOf(`exists ${name}`, () => `SELECT 1 FROM "${name}" WHERE id = ?`)(handle).get(id) !== undefined;
}
