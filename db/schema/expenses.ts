import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LedgeredTable } from './ledgered.ts';

export const expense = sqliteTable('expense', {
  id: text().primaryKey(),
  /** In minor units of the currency. */
  amountMinor: integer('amount_minor').notNull(),
  currency: text().notNull(),
  category: text().notNull().default(''),
  day: text().notNull(),
  note: text().notNull().default(''),
  createdAtMs: integer('created_at_ms').notNull(),
});

export const expensesTables: readonly LedgeredTable[] = [
  {
    table: expense,
    search: { kind: 'expense', title: expense.note, body: expense.category, atMs: expense.createdAtMs },
  },
];
