import { indexInBulk } from '#db/store/index-in-bulk';
import type { ChangeRow } from '#db/queries/ledger';
import { changesOfCommit, commitBySeq, isCommitUndone, redoableCommit, undoableCommit } from '#db/queries/ledger';
import { type TextCut, applyCut } from '#db/store/text-cut';
import type { Actor, Ledger, LedgerTx } from './ledger.ts';
import { setsStates, unsetCommit } from './moments.ts';
import { accessByTable } from './row-tables.ts';

/** A row that somebody changed since; it is shown, never overwritten. */
export interface UndoConflict {
  readonly table: string;
  readonly id: string;
  readonly columns: readonly string[];
}

export type UndoResult =
  | {
      readonly outcome: 'done';
      readonly undone: { readonly seq: number; readonly command: string };
      readonly seq: number;
    }
  | { readonly outcome: 'nothing' }
  | { readonly outcome: 'conflict'; readonly conflicts: readonly UndoConflict[] };

/** Told how many rows there are to take back, and then after each of them. */
export interface UndoSteps {
  begin(total: number): void;
  step(): void;
}

const UNTOLD: UndoSteps = { begin: () => {}, step: () => {} };

/** Takes back the newest commit of the user that stands, among those older than `before` when it is given. */
export function undoLast(ledger: Ledger, actor: Actor, steps = UNTOLD, before?: number): UndoResult {
  const commit = undoableCommit(ledger.read, before);
  return commit ? revert(ledger, actor, { command: 'history.undo', seq: commit.seq, steps }) : { outcome: 'nothing' };
}

/** Takes back the newest undo, when nothing was done since. */
export function redoLast(ledger: Ledger, actor: Actor, steps = UNTOLD): UndoResult {
  const commit = redoableCommit(ledger.read);
  return commit ? revert(ledger, actor, { command: 'history.redo', seq: commit.seq, steps }) : { outcome: 'nothing' };
}

/** Takes back any one commit; rows changed since are a conflict and then nothing is undone. */
export function undoCommit(ledger: Ledger, actor: Actor, seq: number, steps = UNTOLD): UndoResult {
  const commit = commitBySeq(ledger.read, seq);
  if (!commit || isCommitUndone(ledger.read, seq)) return { outcome: 'nothing' };
  const command = commit.command === 'history.undo' ? 'history.redo' : 'history.undo';
  return revert(ledger, actor, { command, seq, steps });
}

class Conflicts extends Error {
  readonly conflicts: readonly UndoConflict[];
  constructor(conflicts: readonly UndoConflict[]) {
    super('rows changed since');
    this.conflicts = conflicts;
  }
}

/** From so many rows on the search index gathers what changes before it writes. */
const BULK = 1_000;

function revert(
  ledger: Ledger,
  actor: Actor,
  { command, seq, steps }: { readonly command: string; readonly seq: number; readonly steps: UndoSteps },
): UndoResult {
  const commit = commitBySeq(ledger.read, seq);
  if (!commit) return { outcome: 'nothing' };
  try {
    const undoSeq = ledger.write({ actor, command, undoes: seq }, (tx) => {
      tx.sqlite.prepare('PRAGMA defer_foreign_keys = ON').run();
      const conflicts: UndoConflict[] = [];
      if (setsStates(tx, commit)) conflicts.push(...unsetCommit(tx, seq));
      else {
        const changes = changesOfCommit(tx, seq).toReversed();
        steps.begin(changes.length);
        if (changes.length > BULK) indexInBulk(tx, true);
        for (const change of changes) {
          const columns = revertChange(tx, change);
          if (columns.length > 0) conflicts.push({ table: change.tableName, id: change.rowId, columns });
          steps.step();
        }
        if (changes.length > BULK) indexInBulk(tx, false);
      }
      if (conflicts.length > 0) throw new Conflicts(conflicts);
      tx.emit({ type: command === 'history.redo' ? 'history.redone' : 'history.undone', version: 1, payload: { seq } });
      return tx.seq;
    });
    return { outcome: 'done', undone: { seq, command: commit.command }, seq: undoSeq };
  } catch (error) {
    if (error instanceof Conflicts) return { outcome: 'conflict', conflicts: error.conflicts };
    throw error;
  }
}

type Row = Record<string, unknown>;

/** @returns the columns that no longer hold what the change left there; empty when it was taken back */
function revertChange(tx: LedgerTx, change: ChangeRow): readonly string[] {
  const access = accessByTable.get(change.tableName);
  if (!access) throw new Error(`no ledgered table ${change.tableName}`);
  const current = access.find(tx, change.rowId);
  const makeNamed = (table: string, row: Row): string => {
    const id = tx.newId();
    accessByTable.get(table)!.insert(tx, { id, created_at_ms: tx.nowMs, ...row });
    return id;
  };
  const before = change.before === null ? null : access.present(tx, JSON.parse(change.before) as Row, makeNamed);
  const after = change.after === null ? null : access.present(tx, JSON.parse(change.after) as Row);
  if (change.op === 'delete') {
    if (current) return ['id'];
    access.insert(tx, before!);
    return [];
  }
  if (!current) return ['id'];
  const stale: string[] = [];
  const values: Row = {};
  for (const [column, left] of Object.entries(after!)) {
    const now = current[column];
    if (Array.isArray(left) && typeof now === 'string') {
      const text = applyCut(now, left as unknown as TextCut, before![column] as TextCut);
      if (text === null) stale.push(column);
      else values[column] = text;
    } else if (now !== left) stale.push(column);
    else values[column] = before?.[column];
  }
  if (stale.length > 0) return stale;
  if (change.op === 'insert') {
    if (!access.isUsed(tx, change.rowId)) access.remove(tx, change.rowId);
  } else if (Object.keys(values).length > 0) access.update(tx, change.rowId, values);
  return [];
}
