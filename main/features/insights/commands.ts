import type { NewExpense } from '#contract/expenses';
import type { InsightKind } from '#contract/insights';
import { saveDecision } from '#db/queries/insights';
import { addDays, instantOf, localOf } from '#main/domain/time/zoned';
import type { LedgerTx } from '#main/ledger/ledger';
import { createEvent } from '../calendar/index.ts';
import { createExpense } from '../expenses/index.ts';
import { Refusal } from '../refusal.ts';
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
  accept(tx, { entryId, quote }, { kind: 'todo', targetTable: 'task', targetId: task.id });
  return { taskId: task.id };
}

interface WantedEvent extends Seen {
  readonly title: string;
  readonly day: string;
  /** Null for a whole day. */
  readonly time: string | null;
  readonly durationMin: number;
}

/** Puts a meeting that was seen on the calendar, at its time in `zone`. @returns its id */
export function acceptEvent(
  tx: LedgerTx,
  { entryId, quote, ...wanted }: WantedEvent,
  zone: string,
): { eventId: string } {
  const { id } = createEvent(tx, { title: wanted.title, zone, ...timeOf(wanted, zone) });
  accept(tx, { entryId, quote }, { kind: 'event', targetTable: 'event', targetId: id });
  return { eventId: id };
}

/** @throws Refusal NO_SUCH_TIME */
function timeOf({ day, time, durationMin }: Omit<WantedEvent, keyof Seen>, zone: string) {
  try {
    if (time === null) return { allDay: true, startLocal: day, endLocal: addDays(day, 1) };
    const startLocal = `${day}T${time}`;
    const endMs = instantOf(startLocal, zone) + durationMin * 60_000;
    return { allDay: false, startLocal, endLocal: localOf(endMs, zone).slice(0, 16) };
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('NO_SUCH_TIME');
    throw error;
  }
}

/** Keeps money that was seen spent, as the person worded it. @returns its id */
export function acceptExpense(tx: LedgerTx, seen: Seen, expense: NewExpense): { expenseId: string } {
  const { id } = createExpense(tx, expense);
  accept(tx, seen, { kind: 'expense', targetTable: 'expense', targetId: id });
  return { expenseId: id };
}

/** Takes a task that exists for a to-do that was seen. @throws Refusal NOT_FOUND */
export function linkTodo(tx: LedgerTx, seen: Seen, taskId: string): void {
  requireTasks(tx, [taskId]);
  accept(tx, seen, { kind: 'todo', targetTable: 'task', targetId: taskId });
}

interface Target {
  readonly kind: InsightKind;
  readonly targetTable: string;
  readonly targetId: string;
}

function accept(tx: LedgerTx, { entryId, quote }: Seen, target: Target): void {
  saveDecision(tx, { id: tx.newId(), entryId, quote, state: 'accepted', ...target, decidedAtMs: tx.nowMs });
  const { kind, targetId } = target;
  tx.emit({ type: 'insight.accepted', version: 1, payload: { entryId, kind, targetId } });
}

export function refuseInsight(tx: LedgerTx, { entryId, quote }: Seen, kind: InsightKind): void {
  const target = { state: 'refused', targetTable: null, targetId: null } as const;
  saveDecision(tx, { id: tx.newId(), entryId, kind, quote, ...target, decidedAtMs: tx.nowMs });
  tx.emit({ type: 'insight.refused', version: 1, payload: { entryId, kind } });
}
