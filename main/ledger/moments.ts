import {
  type ChangeRow,
  type CommitRow,
  changesAfterNewestFirst,
  changesOfCommit,
  commitBySeq,
} from '#db/queries/ledger';
import type { ReadHandle } from '#db/store/handles';
import { type TextCut, applyCut } from '#db/store/text-cut';
import type { Actor, Ledger, LedgerTx } from './ledger.ts';
import { accessByTable } from './row-tables.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A row that was changed since a moment: as it is now, and as it was then. Null: it is not there, or was not. */
export interface RowSince {
  readonly table: string;
  readonly id: string;
  readonly now: Row | null;
  readonly was: Row | null;
}

/** What stays as it is, whenever one goes back to: how the program looks and works is no part of what was written. */
const STAYS: ReadonlySet<string> = new Set(['setting']);

type Make = (table: string, row: Record<string, unknown>) => string;

/**
 * Every row that is not as it was right after a commit, with both states; the row changed last comes first. Walks what was
 * changed since, from now back.
 *
 * @param seq the commit; 0 is before the first one
 * @param make makes the row of a name that stood as text then and has none; without it such a name is left out
 */
export function rowsSince(handle: ReadHandle, seq: number, make?: Make): RowSince[] {
  const changed = changedSince(handle, seq, make);
  const running = new Set(changed.filter(wasRunning).map(({ id }) => id));
  return changed.filter(({ id, now, was }) => !running.has(id) && !running.has(String((was ?? now)?.['session_id'])));
}

function changedSince(handle: ReadHandle, seq: number, make?: Make): RowSince[] {
  const rows = new Map<string, { table: string; id: string; now: Row | null; was: Row | null }>();
  for (const change of changesAfterNewestFirst(handle, seq)) {
    if (STAYS.has(change.tableName)) continue;
    const key = `${change.tableName} ${change.rowId}`;
    let row = rows.get(key);
    if (!row) {
      const now = accessOf(change).find(handle, change.rowId) ?? null;
      rows.set(key, (row = { table: change.tableName, id: change.rowId, now, was: now }));
    }
    row.was = before(handle, change, row.was, make);
  }
  return [...rows.values()].filter(({ now, was }) => !isSame(now, was));
}

function accessOf({ tableName }: Pick<ChangeRow, 'tableName'>) {
  const access = accessByTable.get(tableName);
  if (!access) throw new Error(`no ledgered table ${tableName}`);
  return access;
}

/** A row as it was before one change of it. */
function before(handle: ReadHandle, change: ChangeRow, after: Row | null, make: Make | undefined): Row | null {
  if (change.op === 'insert') return null;
  const recorded = accessOf(change).present(handle, JSON.parse(change.before!) as Record<string, unknown>, make);
  if (change.op === 'delete') return recorded;
  if (!after) throw new Error(`change ${change.id} of a row that was not there`);
  const left = JSON.parse(change.after!) as Record<string, unknown>;
  const row: Record<string, unknown> = { ...after };
  for (const [column, value] of Object.entries(recorded)) {
    const text = after[column];
    if (!Array.isArray(value) || typeof text !== 'string') row[column] = value;
    else {
      const whole = applyCut(text, left[column] as TextCut, value as unknown as TextCut);
      if (whole === null) throw new Error(`change ${change.id} does not fit its text`);
      row[column] = whole;
    }
  }
  return row;
}

function isSame(one: Row | null, other: Row | null): boolean {
  if (!one || !other) return one === other;
  return Object.keys({ ...one, ...other }).every((column) => one[column] === other[column]);
}

/** A session that was running then stays as it is: nobody has sat there ever since. */
const wasRunning = ({ table, was }: RowSince): boolean =>
  table === 'focus_session' && was !== null && was['state'] !== 'finished';

/**
 * Sets everything to how it was right after a commit, as one commit that can be undone. Nothing conflicts: states are set,
 * not merged.
 *
 * @param picks which of the rows; all of them when not given
 * @returns how many rows were set, and the number of the commit; null when everything was so already
 */
export function goBackTo(
  ledger: Ledger,
  actor: Actor,
  { seq, command, picks }: { seq: number; command: string; picks?: (rows: readonly RowSince[]) => readonly RowSince[] },
): { seq: number; rows: number } | null {
  return ledger.write({ actor, command }, (tx) => {
    tx.sqlite.prepare('PRAGMA defer_foreign_keys = ON').run();
    const make: Make = (table, row) => {
      const id = tx.newId();
      accessByTable.get(table)!.insert(tx, { id, created_at_ms: tx.nowMs, ...row });
      return id;
    };
    const all = rowsSince(tx, seq, make);
    const rows = picks ? picks(all) : all;
    if (rows.length === 0) return null;
    setRows(tx, rows);
    tx.emit({ type: 'history.went-back', version: 1, payload: { toSeq: seq } });
    return { seq: tx.seq, rows: rows.length };
  });
}

const SETS_STATES: ReadonlySet<string> = new Set(['history.goBack', 'history.restoreThing']);

/** Whether a commit went back to a moment, or is an undo of one that did, and so on. */
export function setsStates(handle: ReadHandle, commit: CommitRow): boolean {
  if (commit.undoes === null) return SETS_STATES.has(commit.command);
  const undone = commitBySeq(handle, commit.undoes);
  return undone !== undefined && setsStates(handle, undone);
}

/**
 * Takes back a commit that set states by setting those before it: in any order of its many rows, no row is in the way of
 * another.
 *
 * @returns the rows that were changed since; then nothing is set
 */
export function unsetCommit(tx: LedgerTx, seq: number): { table: string; id: string; columns: string[] }[] {
  const keyOf = ({ table, id }: { readonly table: string; readonly id: string }): string => `${table} ${id}`;
  const own = new Set(changesOfCommit(tx, seq).map(({ tableName, rowId }) => keyOf({ table: tableName, id: rowId })));
  const since = changedSince(tx, seq).filter((row) => own.has(keyOf(row)));
  if (since.length > 0)
    return since.map(({ table, id, now, was }) => ({
      table,
      id,
      columns: now && was ? Object.keys(now).filter((column) => now[column] !== was[column]) : ['id'],
    }));
  setRows(
    tx,
    changedSince(tx, seq - 1).filter((row) => own.has(keyOf(row))),
  );
  return [];
}

/**
 * Rows that go are taken first, so that their names are free, and rows that are used by others last. What a deleted row took
 * along is set again with the rest.
 */
function setRows(tx: LedgerTx, rows: readonly RowSince[]): void {
  const going = rows.filter(({ was }) => was === null);
  const [usedByOthers, alone] = [going.filter(isShared), going.filter((row) => !isShared(row))];
  for (const { table, id } of alone) accessByTable.get(table)!.remove(tx, id);
  let waiting = rows.filter(({ was }) => was !== null).filter((row) => !trySet(tx, row));
  for (const { table, id } of usedByOthers) {
    const access = accessByTable.get(table)!;
    if (!access.isUsed(tx, id)) access.remove(tx, id);
  }
  // What is left wants names that others of them still have.
  for (let length = 0; waiting.length > 0 && waiting.length !== length;) {
    ({ length } = waiting);
    waiting = waiting.filter((row) => !trySet(tx, row));
  }
  // Two rows that changed names with each other: both give them up for a moment.
  for (const { table, id, now } of waiting)
    if (now && 'name' in now) accessByTable.get(table)!.update(tx, id, { name: id });
  for (const row of waiting) set(tx, row);
}

/** Whether rows of a table may be in use by rows that were not changed since. */
const isShared = ({ table }: RowSince): boolean => table === 'project' || table === 'tag' || table === 'area';

/** @returns false when another row still has what this one wants to itself */
function trySet(tx: LedgerTx, row: RowSince): boolean {
  try {
    set(tx, row);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE') return false;
    throw error;
  }
}

function set(tx: LedgerTx, { table, id, was }: RowSince): void {
  const access = accessByTable.get(table)!;
  const now = access.find(tx, id);
  if (!now) return access.insert(tx, { ...was });
  const values = Object.fromEntries(Object.entries(was!).filter(([column, value]) => now[column] !== value));
  if (Object.keys(values).length > 0) access.update(tx, id, values);
}
