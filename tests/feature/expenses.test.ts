import { describe, expect, it } from 'vitest';
import { amountText, parseAmount } from '../../renderer/features/expenses/amount.ts';
import { testCore } from '../support/test-core.ts';

const lunch = { amount: { minor: 1250, currency: 'EUR' }, category: 'Food', day: '2026-11-20', note: 'lunch' };

describe('expenses', () => {
  it('keeps, lists by month, changes, deletes and brings back', async () => {
    const { client } = testCore();
    const kept = await client.expenses.create(lunch);
    await client.expenses.create({ ...lunch, amount: { minor: 900, currency: 'USD' }, category: '' });
    await client.expenses.create({ ...lunch, day: '2026-10-31' });
    const november = await client.expenses.month({ month: '2026-11' });
    expect(november.expenses.map(({ note }) => note)).toEqual(['lunch', 'lunch']);
    expect(november.totals).toEqual([
      { minor: 1250, currency: 'EUR' },
      { minor: 900, currency: 'USD' },
    ]);
    await client.expenses.update({ id: kept.id, change: { amount: { minor: 1300, currency: 'EUR' } } });
    await client.expenses.remove({ id: kept.id });
    await expect(client.expenses.remove({ id: kept.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await client.history.undo()).words).toBe('Took back: Deleted an expense, “lunch”');
    expect((await client.expenses.month({ month: '2026-11' })).totals[0]).toEqual({ minor: 1300, currency: 'EUR' });
  });

  it('refuses nothing and less with a sentence', async () => {
    const { client } = testCore();
    await expect(client.expenses.create({ ...lunch, amount: { minor: 0, currency: 'EUR' } })).rejects.toMatchObject({
      data: { issues: [{ path: ['amount', 'minor'], message: 'An amount is more than nothing.' }] },
    });
  });

  it('reads amounts as people type them', () => {
    const minor = (text: string, currency = 'EUR'): number | undefined => parseAmount(text, currency)?.minor;
    expect(['12', '12.5', '12,50', '1.234,50', '1,234.50', "1'234.50"].map((text) => minor(text))).toEqual([
      1200, 1250, 1250, 123450, 123450, 123450,
    ]);
    expect(['', 'twelve', '-3', '1.2.3', '12.345,678', '12.505'].map((text) => minor(text))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      1250500,
    ]);
    expect(minor('1500', 'JPY')).toBe(1500);
    expect(minor('15.5', 'JPY')).toBe(undefined);
    expect(amountText({ minor: 1250, currency: 'EUR' })).toBe('12.50');
  });
});
