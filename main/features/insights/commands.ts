import type { InsightKind } from '#contract/insights';
import { saveDecision } from '#db/queries/insights';
import type { LedgerTx } from '#main/ledger/ledger';
import { createTask, requireTasks } from '../tasks/index.ts';

interface Seen {
  readonly entryId: string;
  /** The words it was seen in. */
  readonly quote: string;
}

interface Wanted extends Seen {
  readonly title: string;
  readonly dueDay: string | null;
  readonly dueTime: string | null;
}

/** Makes a task of a to-do that was seen, as the person worded it. @returns its id */
export function acceptTodo(tx: LedgerTx, { entryId, quote, title, dueDay, dueTime }: Wanted): { taskId: string } {
  const task = createTask(tx, { title, dueDay, dueTime: dueDay === null ? null : dueTime, entryId, entryQuote: quote });
  acceptAs(tx, { entryId, quote }, task.id);
  return { taskId: task.id };
}

/** Takes a task that exists for a to-do that was seen. @throws Refusal NOT_FOUND */
export function linkTodo(tx: LedgerTx, seen: Seen, taskId: string): void {
  requireTasks(tx, [taskId]);
  acceptAs(tx, seen, taskId);
}

function acceptAs(tx: LedgerTx, { entryId, quote }: Seen, taskId: string): void {
  const target = { state: 'accepted', targetTable: 'task', targetId: taskId } as const;
  saveDecision(tx, { id: tx.newId(), entryId, kind: 'todo', quote, ...target, decidedAtMs: tx.nowMs });
  tx.emit({ type: 'insight.accepted', version: 1, payload: { entryId, kind: 'todo', targetId: taskId } });
}

export function refuseInsight(tx: LedgerTx, { entryId, quote }: Seen, kind: InsightKind): void {
  const target = { state: 'refused', targetTable: null, targetId: null } as const;
  saveDecision(tx, { id: tx.newId(), entryId, kind, quote, ...target, decidedAtMs: tx.nowMs });
  tx.emit({ type: 'insight.refused', version: 1, payload: { entryId, kind } });
}
