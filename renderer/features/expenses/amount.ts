import type { Money } from '#contract/money';

/** How many minor units a currency has: 2 for EUR, 0 for JPY (ISO 4217, by way of Intl). */
function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount as it is typed into a field again: 12.50 */
export function amountText({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
}

/**
 * Reads a typed amount: `12`, `12.5`, `12,50`, `1.234,50`, `1,234.50`. The last separator counts as the decimal one when one
 * or two digits follow it.
 *
 * @returns null when it is no amount, or has more decimals than the currency
 */
export function parseAmount(text: string, currency: string): Money | null {
  const compact = text.replace(/[\s'’]/gu, '');
  const match = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*|\d+)(?:[.,](\d{1,3}))?$/.exec(compact);
  if (!match) return null;
  const digits = minorDigits(currency);
  const [, whole = '', , decimals = ''] = match;
  if (decimals.length > digits) return null;
  const minor = Number(whole.replace(/[.,]/g, '')) * 10 ** digits + Number(decimals.padEnd(digits, '0') || 0);
  return Number.isSafeInteger(minor) ? { minor, currency } : null;
}
