import * as ledgerSchema from '#db/schema/ledger';
import { ledgeredTables } from '#db/schema/index';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { testCore } from '../support/test-core.ts';

interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

const tables = [...ledgeredTables.map(({ table }) => table), ...Object.values(ledgerSchema)];

describe.each(tables.map((table) => getTableConfig(table)))('the table $name', ({ name, columns }) => {
  it('has in the database the columns that the schema says', () => {
    const { core } = testCore();
    const { sqlite } = core.services.ledger.read;
    const found = sqlite.prepare<[], ColumnInfo>(`PRAGMA table_info("${name}")`).all();
    expect(found.map((column) => `${column.name} ${column.type}`).toSorted()).toEqual(
      columns.map((column) => `${column.name} ${column.getSQLType().toUpperCase()}`).toSorted(),
    );
    // A primary key of a rowid table is never null, whatever the pragma says.
    const required = columns.filter((column) => column.notNull && !column.primary).map((column) => column.name);
    expect(
      found
        .filter((column) => column.notnull === 1 && column.pk === 0)
        .map((column) => column.name)
        .toSorted(),
    ).toEqual(required.toSorted());
  });

  it('is STRICT', () => {
    const { core } = testCore();
    const row = core.services.ledger.read.sqlite
      .prepare<[string], { strict: number }>('SELECT strict FROM pragma_table_list WHERE name = ?')
      .get(name);
    expect(row?.strict).toBe(1);
  });
});
