import { getTableName } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { ledgerChange, ledgerCommit, ledgerEvent } from '../schema/ledger.ts';
import type { LedgeredTable } from '../schema/ledgered.ts';
import { type ReadHandle, type WriteHandle, preparedSql } from '../store/handles.ts';

export type CommitRow = typeof ledgerCommit.$inferSelect;
export type ChangeRow = typeof ledgerChange.$inferSelect;
/** Which row a change is of, without what it held: texts are not read for it. */
export type ChangedRow = Pick<ChangeRow, 'id' | 'tableName' | 'rowId' | 'op'>;
export type EventRow = typeof ledgerEvent.$inferSelect;

const COMMIT = 'c.seq, c.id, c.at_ms AS atMs, c.actor, c.command, c.undoes, c.prev_hash AS prevHash, c.hash';
const CHANGE = 'id, commit_seq AS commitSeq, table_name AS tableName, row_id AS rowId, op, before, after';
const EVENT = 'id, commit_seq AS commitSeq, type, version, payload';

const lastCommitSql = preparedSql<[], CommitRow>(`SELECT ${COMMIT} FROM ledger_commit c ORDER BY seq DESC LIMIT 1`);
const commitSql = preparedSql<[number], CommitRow>(`SELECT ${COMMIT} FROM ledger_commit c WHERE seq = ?`);
const insertCommitSql = preparedSql<[number, string, number, string, string, number | null, string, string], never>(
  'INSERT INTO ledger_commit (seq, id, at_ms, actor, command, undoes, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
);
const changesSql = preparedSql<[number], ChangeRow>(
  `SELECT ${CHANGE} FROM ledger_change WHERE commit_seq = ? ORDER BY id`,
);
const firstChangesSql = preparedSql<[number, number], ChangeRow>(
  `SELECT ${CHANGE} FROM ledger_change WHERE commit_seq = ? ORDER BY id LIMIT ?`,
);
const changeCountSql = preparedSql<[number], { count: number }>(
  'SELECT count(*) AS count FROM ledger_change WHERE commit_seq = ?',
);
/** What writing the changes again would cost, in rows of a plain table; long texts cost more. Read no further than it matters. */
const weightSql = preparedSql<{ seq: number; limit: number }, { weight: number }>(
  `SELECT coalesce(sum(CASE table_name WHEN 'entry' THEN 10 ELSE 1 END), 0) AS weight
   FROM (SELECT table_name FROM ledger_change WHERE commit_seq = @seq LIMIT @limit)`,
);
const weightSinceSql = preparedSql<{ seq: number; limit: number }, { weight: number }>(
  `SELECT coalesce(sum(CASE table_name WHEN 'entry' THEN 10 ELSE 1 END), 0) AS weight
   FROM (SELECT table_name FROM ledger_change WHERE commit_seq > @seq LIMIT @limit)`,
);
const changedRowsSql = preparedSql<[number], ChangedRow>(
  'SELECT id, table_name AS tableName, row_id AS rowId, op FROM ledger_change WHERE commit_seq = ? ORDER BY id',
);
const changeValuesSql = preparedSql<[number], Pick<ChangeRow, 'before' | 'after'>>(
  'SELECT before, after FROM ledger_change WHERE id = ?',
);
const eventsSql = preparedSql<[number], EventRow>(`SELECT ${EVENT} FROM ledger_event WHERE commit_seq = ? ORDER BY id`);
const insertEventSql = preparedSql<[number, string, number, string], never>(
  'INSERT INTO ledger_event (commit_seq, type, version, payload) VALUES (?, ?, ?, ?)',
);
// A commit is undone when an undo of it stands, that is, was not itself taken back by a redo.
const UNDONE = `EXISTS (SELECT 1 FROM ledger_commit u WHERE u.undoes = c.seq
  AND NOT EXISTS (SELECT 1 FROM ledger_commit r WHERE r.undoes = u.seq))`;
const undoableSql = preparedSql<[number], CommitRow>(
  `SELECT ${COMMIT} FROM ledger_commit c WHERE c.seq < ? AND c.undoes IS NULL AND (c.actor IN ('user', 'assistant') OR c.actor GLOB 'import:*')
   AND NOT ${UNDONE} ORDER BY c.seq DESC LIMIT 1`,
);
const redoableSql = preparedSql<[], CommitRow>(
  // Only what is newer than the last new work is looked at, not every commit there ever was.
  `SELECT ${COMMIT} FROM ledger_commit c
   WHERE c.seq > coalesce((SELECT n.seq FROM ledger_commit n WHERE n.undoes IS NULL AND n.actor = 'user' ORDER BY n.seq DESC LIMIT 1), 0)
   AND c.command = 'history.undo' AND NOT EXISTS (SELECT 1 FROM ledger_commit r WHERE r.undoes = c.seq)
   ORDER BY c.seq DESC LIMIT 1`,
);
const isUndoneSql = preparedSql<[number], { undone: number }>(
  `SELECT ${UNDONE} AS undone FROM ledger_commit c WHERE c.seq = ?`,
);
const walkSql = preparedSql<[number, number], CommitRow>(
  `SELECT ${COMMIT} FROM ledger_commit c WHERE seq > ? ORDER BY seq LIMIT ?`,
);
const changesSinceSql = preparedSql<[number], { tableName: string; rowId: string; commitSeq: number }>(
  'SELECT DISTINCT table_name AS tableName, row_id AS rowId, commit_seq AS commitSeq FROM ledger_change WHERE commit_seq > ? ORDER BY commit_seq',
);

const changesBackSql = preparedSql<{ seq: number; before: number; limit: number }, ChangeRow>(
  `SELECT ${CHANGE} FROM ledger_change WHERE commit_seq > @seq AND id < @before ORDER BY id DESC LIMIT @limit`,
);
const commitAtSql = preparedSql<[number], CommitRow>(
  `SELECT ${COMMIT} FROM ledger_commit c WHERE at_ms <= ? ORDER BY seq DESC LIMIT 1`,
);

/** Which commits, beside what only their words tell. */
export interface CommitFilter {
  readonly actors?: string | undefined;
  readonly table?: string | undefined;
  readonly thing?: string | undefined;
  readonly fromMs?: number | undefined;
  readonly beforeMs?: number | undefined;
}

const filteredSql = preparedSql<
  {
    before: number;
    limit: number;
    actors: string | null;
    tableName: string | null;
    thing: string | null;
    linked: string | null;
    fromMs: number;
    beforeMs: number;
  },
  CommitRow
>(
  `SELECT ${COMMIT} FROM ledger_commit c WHERE c.seq < @before AND c.at_ms >= @fromMs AND c.at_ms < @beforeMs
   AND (@actors IS NULL OR c.actor GLOB @actors)
   AND (@tableName IS NULL OR EXISTS (SELECT 1 FROM ledger_change h WHERE h.commit_seq = c.seq AND h.table_name = @tableName))
   AND (@thing IS NULL OR c.seq IN (
     SELECT h.commit_seq FROM ledger_change h WHERE h.row_id = @thing
       OR h.row_id IN (SELECT value FROM json_each(@linked))))
   ORDER BY c.seq DESC LIMIT @limit`,
);
/** Rows that name another one in a column: the tags of a task, the parts of a session. */
const linkedSql = preparedSql<[string], { rowId: string }>(
  `SELECT DISTINCT row_id AS rowId FROM ledger_change
   WHERE table_name IN ('task_tag', 'task_dependency', 'focus_part', 'focus_note', 'block', 'entry_box')
     AND instr(coalesce(before, '') || coalesce(after, ''), ?) > 0`,
);
const tablesSql = preparedSql<[], { tableName: string }>('SELECT name AS tableName FROM ledger_table');
const noteTableSql = preparedSql<[string], never>('INSERT OR IGNORE INTO ledger_table (name) VALUES (?)');

/** Commits older than `before` that fit, newest first. */
export function commitsThatFit(
  handle: ReadHandle,
  filter: CommitFilter,
  { before, limit }: { before: number; limit: number },
): CommitRow[] {
  const { actors = null, table = null, thing = null, fromMs = -8.64e15, beforeMs = 8.64e15 } = filter;
  const linked =
    thing === null
      ? null
      : JSON.stringify(
          linkedSql(handle)
            .all(`"${thing}"`)
            .map((row) => row.rowId),
        );
  return filteredSql(handle).all({ before, limit, actors, tableName: table, thing, linked, fromMs, beforeMs });
}

/** Keeps that a commit changed rows of these tables. */
export function noteChangedTables(handle: WriteHandle, tables: Iterable<string>): void {
  for (const table of tables) noteTableSql(handle).run(table);
}
export const changedTables = (handle: ReadHandle): string[] =>
  tablesSql(handle)
    .all()
    .map((row) => row.tableName);

/** The last commit up to a moment. */
export const commitAt = (handle: ReadHandle, atMs: number): CommitRow | undefined => commitAtSql(handle).get(atMs);
export const lastCommit = (handle: ReadHandle): CommitRow | undefined => lastCommitSql(handle).get();
export const commitBySeq = (handle: ReadHandle, seq: number): CommitRow | undefined => commitSql(handle).get(seq);
export const changesOfCommit = (handle: ReadHandle, seq: number): ChangeRow[] => changesSql(handle).all(seq);
/** The first changes of a commit: an import makes tens of thousands. */
export const firstChangesOfCommit = (handle: ReadHandle, seq: number, limit: number): ChangeRow[] =>
  firstChangesSql(handle).all(seq, limit);
export const changeCountOf = (handle: ReadHandle, seq: number): number => changeCountSql(handle).get(seq)!.count;
/** @returns how heavy a commit is, in rows; beyond `limit` nobody counts */
export const weightOf = (handle: ReadHandle, seq: number, limit: number): number =>
  weightSql(handle).get({ seq, limit })!.weight;
/** The same of everything after a commit. */
export const weightSince = (handle: ReadHandle, seq: number, limit: number): number =>
  weightSinceSql(handle).get({ seq, limit })!.weight;
export const changedRowsOf = (handle: ReadHandle, seq: number): ChangedRow[] => changedRowsSql(handle).all(seq);
export const changeValues = (handle: ReadHandle, id: number): Pick<ChangeRow, 'before' | 'after'> =>
  changeValuesSql(handle).get(id)!;
export const eventsOfCommit = (handle: ReadHandle, seq: number): EventRow[] => eventsSql(handle).all(seq);
/** The newest commit of the user that stands, among those older than `before`. */
export const undoableCommit = (handle: ReadHandle, before = Number.MAX_SAFE_INTEGER): CommitRow | undefined =>
  undoableSql(handle).get(before);
export const redoableCommit = (handle: ReadHandle): CommitRow | undefined => redoableSql(handle).get();
export const isCommitUndone = (handle: ReadHandle, seq: number): boolean => isUndoneSql(handle).get(seq)?.undone === 1;
/** Commits newer than `seq`, oldest first. */
export const commitsAfter = (handle: ReadHandle, seq: number, limit: number): CommitRow[] =>
  walkSql(handle).all(seq, limit);
/** What was changed after a commit, newest first, page by page: there may be very many. */
export function* changesAfterNewestFirst(handle: ReadHandle, seq: number): Generator<ChangeRow> {
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const page = changesBackSql(handle).all({ seq, before, limit: 1_000 });
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    before = last.id;
  }
}
/** Which rows changed after `seq`: how one process learns what another one wrote. */
export const rowsChangedSince = (
  handle: ReadHandle,
  seq: number,
): { tableName: string; rowId: string; commitSeq: number }[] => changesSinceSql(handle).all(seq);

export function insertCommit(handle: WriteHandle, row: CommitRow): void {
  insertCommitSql(handle).run(row.seq, row.id, row.atMs, row.actor, row.command, row.undoes, row.prevHash, row.hash);
}

/** @returns the event's id, growing with time */
export function insertEvent(handle: WriteHandle, row: Omit<EventRow, 'id'>): number {
  return Number(insertEventSql(handle).run(row.commitSeq, row.type, row.version, row.payload).lastInsertRowid);
}

/** The generic row access that undo needs; tables come from the schema, never from outside. */
export interface RowAccess {
  /**
   * What a change recorded, in the columns of today. A name that no row has any more gets one when `make` is given, and is
   * left out otherwise.
   */
  present(
    handle: ReadHandle,
    recorded: Record<string, unknown>,
    make?: (table: string, row: Record<string, unknown>) => string,
  ): Record<string, unknown>;
  /** Whether other rows use one that was made in passing. */
  isUsed(handle: ReadHandle, id: string): boolean;
  find(handle: ReadHandle, id: string): Record<string, unknown> | undefined;
  insert(handle: WriteHandle, row: Record<string, unknown>): void;
  update(handle: WriteHandle, id: string, values: Record<string, unknown>): void;
  remove(handle: WriteHandle, id: string): void;
}

export function rowAccess({ table, formerly = [], usedBy = [] }: LedgeredTable): RowAccess {
  const { name, columns } = getTableConfig(table);
  const known = new Set(columns.map((column) => column.name));
  const named = (values: Record<string, unknown>): string[] =>
    Object.keys(values).filter((column) => known.has(column));
  // Prepared once: an import's undo reverts ten thousand rows.
  const findRow = preparedSql<[string], Record<string, unknown>>(`SELECT * FROM "${name}" WHERE id = ?`);
  const removeRow = preparedSql<[string], never>(`DELETE FROM "${name}" WHERE id = ?`);
  const users = usedBy.map((column) =>
    preparedSql<[string], unknown>(`SELECT 1 FROM "${getTableName(column.table)}" WHERE "${column.name}" = ? LIMIT 1`),
  );
  const writes = new Map<string, ReturnType<typeof preparedSql<Record<string, unknown>, never>>>();
  const written = (sql: string): ReturnType<typeof preparedSql<Record<string, unknown>, never>> => {
    let statement = writes.get(sql);
    if (!statement) writes.set(sql, (statement = preparedSql<Record<string, unknown>, never>(sql)));
    return statement;
  };
  return {
    present(handle, recorded, make) {
      const row = { ...recorded };
      for (const column of formerly) {
        const text = recorded[column.name];
        if (text === undefined) continue;
        delete row[column.name];
        const named = typeof text === 'string' ? text.trim() : '';
        if (named === '') row[column.now.name] = null;
        else {
          const table = getTableName(column.of.table);
          const found = handle.sqlite
            .prepare<[string], { id: string }>(`SELECT id FROM "${table}" WHERE "${column.of.name}" = ?`)
            .get(named);
          const id = found?.id ?? make?.(table, { ...column.make(), [column.of.name]: named });
          if (id !== undefined) row[column.now.name] = id;
        }
      }
      return row;
    },
    isUsed: (handle, id) => users.some((user) => user(handle).get(id) !== undefined),
    find: (handle, id) => findRow(handle).get(id),
    insert(handle, row) {
      const keys = named(row);
      written(
        `INSERT INTO "${name}" (${keys.map((key) => `"${key}"`).join(', ')}) VALUES (${keys.map((key) => `@${key}`).join(', ')})`,
      )(handle).run(row);
    },
    update(handle, id, values) {
      const keys = named(values);
      written(`UPDATE "${name}" SET ${keys.map((key) => `"${key}" = @${key}`).join(', ')} WHERE id = @id`)(handle).run({
        ...values,
        id,
      });
    },
    remove(handle, id) {
      removeRow(handle).run(id);
    },
  };
}
