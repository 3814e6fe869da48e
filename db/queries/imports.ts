import type { importItem } from '../schema/imports.ts';
import { importItem as table } from '../schema/imports.ts';
import { type ReadHandle, type WriteHandle, preparedSql } from '../store/handles.ts';
import { insertRow, updateById } from '../store/rows.ts';

export type ImportItemRow = typeof importItem.$inferSelect;

/** A row of the list of imports; `report` is JSON. */
export interface ImportRunRow {
  readonly id: string;
  readonly atMs: number;
  readonly format: string;
  readonly label: string;
  readonly source: string;
  readonly seq: number | null;
  readonly report: string;
}

const ITEM = `id, run_id AS runId, format, source_key AS sourceKey, source_hash AS sourceHash,
  target_table AS targetTable, target_id AS targetId, made_hash AS madeHash`;
const RUN = 'id, at_ms AS atMs, format, label, source, commit_seq AS seq, report';

const byKey = preparedSql<[string, string], ImportItemRow>(
  `SELECT ${ITEM} FROM import_item WHERE format = ? AND source_key = ?`,
);
const byHash = preparedSql<[string, string], ImportItemRow>(
  `SELECT ${ITEM} FROM import_item WHERE format = ? AND source_hash = ?`,
);
const bodiesOfDay = preparedSql<[string], { id: string; body: string }>('SELECT id, body FROM entry WHERE day = ?');
const insertRun = preparedSql<[ImportRunRow], never>(
  `INSERT INTO import_run (id, at_ms, format, label, source, commit_seq, report)
   VALUES (@id, @atMs, @format, @label, @source, @seq, @report)`,
);
const runs = preparedSql<[], ImportRunRow>(`SELECT ${RUN} FROM import_run ORDER BY at_ms DESC, id DESC LIMIT 200`);
const runById = preparedSql<[string], ImportRunRow>(`SELECT ${RUN} FROM import_run WHERE id = ?`);

export const importItemByKey = (handle: ReadHandle, format: string, key: string): ImportItemRow | undefined =>
  byKey(handle).get(format, key);
/** Things made of the same contents, whatever they were called. */
export const importItemsByHash = (handle: ReadHandle, format: string, hash: string): ImportItemRow[] =>
  byHash(handle).all(format, hash);
export const entryBodiesOfDay = (handle: ReadHandle, day: string): { id: string; body: string }[] =>
  bodiesOfDay(handle).all(day);

export function insertImportItem(handle: WriteHandle, row: ImportItemRow): void {
  insertRow(handle, table, row);
}

export function updateImportItem(handle: WriteHandle, id: string, values: Partial<ImportItemRow>): void {
  updateById(handle, table, id, values);
}

/** Keeps the report of an import; outside the ledger. */
export function keepImportRun(handle: WriteHandle, row: ImportRunRow): void {
  insertRun(handle).run(row);
}

export const importRuns = (handle: ReadHandle): ImportRunRow[] => runs(handle).all();
export const importRun = (handle: ReadHandle, id: string): ImportRunRow | undefined => runById(handle).get(id);
