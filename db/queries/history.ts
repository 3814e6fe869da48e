import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { ledgeredTables } from '../schema/index.ts';
import { type ReadHandle, preparedSql } from '../store/handles.ts';

const NAMING = ['title', 'name'];

/** Per table the statement that reads what its rows are called; tables whose rows have no name are not in it. */
const standingNames = new Map(
  ledgeredTables.flatMap(({ table }) => {
    const { name, columns } = getTableConfig(table);
    const naming = columns.find((column) => NAMING.includes(column.name));
    if (!naming) return [];
    return [
      [name, preparedSql<[string], { name: string }>(`SELECT "${naming.name}" AS name FROM "${name}" WHERE id = ?`)],
    ];
  }),
);

const lastName = preparedSql<[string, string], { name: string | null }>(
  `SELECT coalesce(before ->> 'title', before ->> 'name') AS name FROM ledger_change
   WHERE row_id = ? AND table_name = ? AND op = 'delete' ORDER BY id DESC LIMIT 1`,
);

/** What a row is called now or, when it is gone, was called at the end; null for rows without a name. */
export function nameOfRow(handle: ReadHandle, table: string, id: string): string | null {
  const standing = standingNames.get(table);
  if (!standing) return null;
  return standing(handle).get(id)?.name ?? lastName(handle).get(id, table)?.name ?? null;
}
