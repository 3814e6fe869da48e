import { getTableName } from 'drizzle-orm';
import { ledgeredTables } from '../schema/index.ts';
import { type ReadHandle, preparedSql } from '../store/handles.ts';

/** How the search index stands to the rows it was made of. */
export interface IndexState {
  /** Rows of the searchable tables. */
  readonly rows: number;
  /** Those of them the index holds. */
  readonly found: number;
  /** What the index holds, also of rows that are gone. */
  readonly documents: number;
}

const documentsSql = preparedSql<[], { documents: number }>(
  'SELECT max((SELECT count(*) FROM search_doc), (SELECT count(*) FROM search_fts_docsize)) AS documents',
);
const coverageSql = ledgeredTables.flatMap(({ table, search }) => {
  if (!search) return [];
  const name = getTableName(table);
  return preparedSql<[], { rows: number; found: number }>(
    `SELECT (SELECT count(*) FROM "${name}") AS rows,
       (SELECT count(*) FROM "${name}" source JOIN search_doc d ON d.ref = source.id JOIN search_fts_docsize z ON z.id = d.docid)
         AS found`,
  );
});

/** Counts what the search index holds of the rows it should hold. */
export function indexState(handle: ReadHandle): IndexState {
  const tables = coverageSql.map((statement) => statement(handle).get()!);
  return {
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    found: tables.reduce((sum, { found }) => sum + found, 0),
    documents: documentsSql(handle).get()!.documents,
  };
}
