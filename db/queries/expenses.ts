import { and, desc, eq, gte, lte, sql } from 'drizzle-orm';
import { expense } from '../schema/expenses.ts';
import { type ReadHandle, type WriteHandle, prepared, preparedSql } from '../store/handles.ts';

export type ExpenseRow = typeof expense.$inferSelect;

interface Total {
  readonly minor: number;
  readonly currency: string;
}

const between = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(expense)
    .where(and(gte(expense.day, sql.placeholder('from')), lte(expense.day, sql.placeholder('to'))))
    .orderBy(desc(expense.day), desc(expense.id))
    .prepare(),
);
const byId = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(expense)
    .where(eq(expense.id, sql.placeholder('id')))
    .prepare(),
);
const totals = preparedSql<[string, string], Total & { category: string }>(
  `SELECT category, currency, sum(amount_minor) AS minor FROM expense WHERE day BETWEEN ? AND ?
   GROUP BY category, currency ORDER BY currency, minor DESC`,
);
const categories = preparedSql<[], { category: string }>(
  `SELECT category FROM expense WHERE category <> '' GROUP BY category ORDER BY count(*) DESC, category LIMIT 100`,
);

/** Expenses of the days `from` to `to` (both counted), newest first. */
export const expensesBetween = (handle: ReadHandle, from: string, to: string): ExpenseRow[] =>
  between(handle).all({ from, to });
/** What was spent on each category, by currency. */
export const totalsByCategory = (handle: ReadHandle, from: string, to: string): (Total & { category: string })[] =>
  totals(handle).all(from, to);
export const expenseById = (handle: ReadHandle, id: string): ExpenseRow | undefined => byId(handle).get({ id });
export const usedCategories = (handle: ReadHandle): string[] =>
  categories(handle)
    .all()
    .map((row) => row.category);

export function insertExpense(handle: WriteHandle, row: ExpenseRow): void {
  handle.orm.insert(expense).values(row).run();
}

/** @returns how many rows there were */
export function updateExpense(handle: WriteHandle, id: string, values: Partial<ExpenseRow>): number {
  return handle.orm.update(expense).set(values).where(eq(expense.id, id)).run().changes;
}

/** @returns how many rows there were */
export function deleteExpense(handle: WriteHandle, id: string): number {
  return handle.orm.delete(expense).where(eq(expense.id, id)).run().changes;
}
