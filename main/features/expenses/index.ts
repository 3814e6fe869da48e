import { expensesContract } from '#contract/expenses';
import type { Money } from '#contract/money';
import { deleteExpense, expensesBetween, totalsByCategory, updateExpense, usedCategories } from '#db/queries/expenses';
import { type CommitFacts, quoted } from '#main/ledger/commit-words';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, mapFailures } from '../feature.ts';
import { Refusal } from '../refusal.ts';
import { asExpense, createExpense, requireExpense } from './commands.ts';

export { createExpense } from './commands.ts';

const os = implement(expensesContract).$context<FeatureContext>().use(mapFailures);

const router = os.router({
  month: os.month.handler(({ input, context: { services } }) => {
    const [from, to] = [`${input.month}-01`, `${input.month}-31`];
    const byCategory = totalsByCategory(services.ledger.read, from, to).map(({ category, ...total }) => ({
      category,
      total,
    }));
    return {
      expenses: expensesBetween(services.ledger.read, from, to).map(asExpense),
      totals: sumByCurrency(byCategory.map(({ total }) => total)),
      byCategory,
    };
  }),
  categories: os.categories.handler(({ context: { services } }) => usedCategories(services.ledger.read)),
  create: os.create.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'expenses.create' }, (tx) => createExpense(tx, input)),
  ),
  update: os.update.handler(({ input: { id, change }, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'expenses.update' }, (tx) => {
      requireExpense(tx, id);
      const { amount, ...fields } = change;
      const values = { ...fields, ...(amount ? { amountMinor: amount.minor, currency: amount.currency } : {}) };
      const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
      if (Object.keys(given).length > 0) updateExpense(tx, id, given);
      return requireExpense(tx, id);
    }),
  ),
  remove: os.remove.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'expenses.remove' }, (tx) => {
      if (deleteExpense(tx, input.id) === 0) throw new Refusal('NOT_FOUND', { what: 'expense' });
    }),
  ),
});

/** Amounts of one currency added up; currencies stay apart. */
function sumByCurrency(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, number>();
  for (const { minor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  return [...sums].map(([currency, minor]) => ({ minor, currency }));
}

/** "Kept an expense, “lunch”" */
const told =
  (verb: string) =>
  (facts: CommitFacts): string => {
    const [row] = facts.rows('expense');
    const note = row?.after['note'] ?? row?.before['note'];
    return typeof note === 'string' && note !== '' ? `${verb} an expense, ${quoted(note)}` : `${verb} an expense`;
  };

export const expensesFeature = {
  name: 'expenses',
  router,
  words: { 'expenses.create': told('Kept'), 'expenses.update': told('Changed'), 'expenses.remove': told('Deleted') },
} satisfies Feature<typeof router>;
