import { z } from 'zod';
import { NOT_FOUND, call, id, userText } from './refusals.ts';
import { money } from './money.ts';
import { day, instantMs } from './time.ts';

export const expense = z.object({
  id,
  amount: money,
  category: z.string(),
  day,
  note: z.string(),
  createdAtMs: instantMs,
});

/** One line without line breaks; may be empty. */
const line = userText(500).transform((text) => text.replace(/\s+/gu, ' ').trim());

const amount = money.extend({
  minor: z
    .int('An amount is a number.')
    .min(1, 'An amount is more than nothing.')
    .max(1e12, 'That is more than can be kept.'),
});

export const newExpense = z.object({ amount, category: line.default(''), day, note: line.default('') });

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'A month looks like 2026-11.');
const missing = call.errors({ NOT_FOUND });

export const expensesContract = {
  /** What was spent in a month, newest first, with its sums. Currencies are never added to each other. */
  month: call.input(z.object({ month })).output(
    z.object({
      expenses: z.array(expense),
      totals: z.array(money),
      byCategory: z.array(z.object({ category: z.string(), total: money })),
    }),
  ),
  /** Categories used before, the most used first. */
  categories: call.output(z.array(z.string())),
  create: call.input(newExpense).output(expense),
  update: missing
    .input(z.object({ id, change: z.object({ amount, category: line, day, note: line }).partial() }))
    .output(expense),
  remove: missing.input(z.object({ id })).output(z.void()),
};

export type Expense = z.infer<typeof expense>;
export type NewExpense = z.input<typeof newExpense>;
