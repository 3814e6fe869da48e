import { type Expense, type NewExpense, newExpense } from '#contract/expenses';
import { type ExpenseRow, expenseById, insertExpense } from '#db/queries/expenses';
import type { ReadHandle } from '#db/store/handles';
import type { LedgerTx } from '#main/ledger/ledger';
import { Refusal } from '../refusal.ts';

export const asExpense = ({ amountMinor, currency, ...row }: ExpenseRow): Expense => ({
  ...row,
  amount: { minor: amountMinor, currency },
});

/** @throws Refusal NOT_FOUND */
export function requireExpense(handle: ReadHandle, id: string): Expense {
  const row = expenseById(handle, id);
  if (!row) throw new Refusal('NOT_FOUND', { what: 'expense' });
  return asExpense(row);
}

/** Keeps what was spent. */
export function createExpense(tx: LedgerTx, input: NewExpense): Expense {
  const { amount, ...fields } = newExpense.parse(input);
  const id = tx.newId();
  insertExpense(tx, { ...fields, id, amountMinor: amount.minor, currency: amount.currency, createdAtMs: tx.nowMs });
  tx.emit({ type: 'expense.created', version: 1, payload: { expenseId: id } });
  return requireExpense(tx, id);
}
