import { getTableConfig, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { LedgeredTable } from '../schema/ledgered.ts';

/** Docids are `(minute << 20) + n`: room for a million things a minute, exact in a double until the year 9999. */
const DOCS_PER_MINUTE = 1_048_576;
const LAST_MINUTE = 4_223_000_000;

const quote = (name: string): string => `'${name}'`;

/**
 * The triggers that record each change of a table in the ledger and keep search in step, as SQL.
 *
 * They call `ledger_seq()`, which refuses outside a ledger transaction: no row changes unrecorded. Undo, import and sync
 * write rows through the same triggers, so neither the history nor the index can be forgotten.
 */
export function triggersOf(spec: LedgeredTable): string {
  const { name, columns } = getTableConfig(spec.table);
  const names = columns.map((column) => column.name);
  const longText = new Set((spec.longText ?? []).map((column) => column.name));
  const whole = (row: 'OLD' | 'NEW'): string =>
    `json_object(${names.map((column) => `${quote(column)}, ${row}."${column}"`).join(', ')})`;
  const changed = (row: 'OLD' | 'NEW', other: 'OLD' | 'NEW'): string => {
    const parts = names.map((column) => {
      const value = longText.has(column)
        ? `CASE WHEN typeof(OLD."${column}") = 'text' AND typeof(NEW."${column}") = 'text' THEN text_cut(${row}."${column}", ${other}."${column}") ELSE json_quote(${row}."${column}") END`
        : `json_quote(${row}."${column}")`;
      return `CASE WHEN OLD."${column}" IS NOT NEW."${column}" THEN ',"${column}":' || ${value} ELSE '' END`;
    });
    return `'{' || substr(${parts.join(' || ')}, 2) || '}'`;
  };
  const record = (op: string, row: 'OLD' | 'NEW', before: string, after: string): string =>
    `INSERT INTO ledger_change (commit_seq, table_name, row_id, op, before, after) VALUES (ledger_seq(), ${quote(name)}, ${row}.id, ${quote(op)}, ${before}, ${after});`;
  const differs = names.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(' OR ');
  const index = spec.search ? indexing(spec.search) : null;
  return [
    `CREATE TRIGGER "ledger_${name}_insert" AFTER INSERT ON "${name}" BEGIN ${record('insert', 'NEW', 'NULL', whole('NEW'))} ${index?.add ?? ''} END;`,
    `CREATE TRIGGER "ledger_${name}_update" AFTER UPDATE ON "${name}" WHEN ${differs} BEGIN ${record('update', 'NEW', changed('OLD', 'NEW'), changed('NEW', 'OLD'))} END;`,
    `CREATE TRIGGER "ledger_${name}_delete" AFTER DELETE ON "${name}" BEGIN ${record('delete', 'OLD', whole('OLD'), 'NULL')} ${index?.remove ?? ''} END;`,
    ...(index
      ? [
          `CREATE TRIGGER "search_${name}_update" AFTER UPDATE ON "${name}" WHEN ${index.differs} BEGIN ${index.remove} ${index.add} END;`,
        ]
      : []),
  ].join('\n');
}

function indexing(search: NonNullable<LedgeredTable['search']>): { add: string; remove: string; differs: string } {
  const text = (column: SQLiteColumn | undefined): string =>
    column ? `search_text(coalesce(NEW."${column.name}", ''))` : `''`;
  const base = `(min(max(0, NEW."${search.atMs.name}" / 60000), ${LAST_MINUTE}) * ${DOCS_PER_MINUTE})`;
  const columns = [search.title, search.body, search.atMs].filter((column) => column !== undefined);
  return {
    add:
      `INSERT INTO search_doc (docid, kind, ref) VALUES (coalesce((SELECT max(docid) + 1 FROM search_doc WHERE docid >= ${base} AND docid < ${base} + ${DOCS_PER_MINUTE}), ${base}), ${quote(search.kind)}, NEW.id);` +
      ` INSERT INTO search_fts (rowid, title, body) SELECT docid, ${text(search.title)}, ${text(search.body)} FROM search_doc WHERE ref = NEW.id AND NOT search_later(docid);`,
    remove:
      `DELETE FROM search_fts WHERE rowid = (SELECT docid FROM search_doc WHERE ref = OLD.id);` +
      ` DELETE FROM search_doc WHERE ref = OLD.id;`,
    differs: columns.map((column) => `OLD."${column.name}" IS NOT NEW."${column.name}"`).join(' OR '),
  };
}
