import type { ReadingContext } from '#contract/capture';
import type { Comparison, QueryCondition, QueryTree } from '#contract/query';
import { minutesOf, readDuration } from '../grammar/durations.ts';
import { minorDigits, readMoney } from '../grammar/money.ts';
import { scanOf } from '../grammar/scan.ts';
import { allOf } from './trees.ts';

const COMPARED = /^(<=|>=|=<|=>|<|>|=|≤|≥)?\s*(.+)$/su;
const RANGE = /^(.+?)(?:\.\.+|…)(.+)$/su;
/** "4" and "4.5", and "4,5" as it is written elsewhere. */
const DECIMAL = /^\d{1,9}(?:[.,]\d{1,3})?$/u;

const SIGNS: Readonly<Record<string, Comparison>> = { '=<': '<=', '≤': '<=', '=>': '>=', '≥': '>=' };

/** "3", ">3", "2..4" of numbers between two bounds. */
export function readNumbers(
  field: 'priority' | 'mood',
  value: string,
  [least, most]: readonly [number, number],
): QueryTree | null {
  return readCompared(value, (typed) => {
    const number = decimalOf(typed);
    return number === null || number < least || number > most ? null : { field, value: number };
  });
}

/** "30m", "<1h30", "15m..45m"; a number alone counts minutes. */
export function readMinutes(value: string, context: ReadingContext): QueryTree | null {
  return readCompared(value, (typed) => {
    const number = decimalOf(typed);
    if (number !== null) return { field: 'estimate', value: Math.round(number) };
    const scan = scanOf(typed, context);
    const found = readDuration(scan, 0);
    const minutes = found && found.next === scan.tokens.length ? minutesOf(found.value) : undefined;
    return minutes === undefined ? null : { field: 'estimate', value: minutes };
  });
}

/** "20", ">=12.50eur", "$5..$10"; without a currency of any. */
export function readAmounts(value: string, context: ReadingContext): QueryTree | null {
  return readCompared(value, (typed) => {
    const number = decimalOf(typed);
    if (number !== null) return { field: 'amount', value: number, currency: null };
    const scan = scanOf(typed, context);
    const found = readMoney(scan, 0);
    if (!found || found.next !== scan.tokens.length) return null;
    const { minor, currency } = found.value;
    return { field: 'amount', value: minor / 10 ** minorDigits(currency), currency };
  });
}

type Valued =
  | { readonly field: 'priority' | 'mood' | 'estimate'; readonly value: number }
  | { readonly field: 'amount'; readonly value: number; readonly currency: string | null };

function readCompared(value: string, read: (typed: string) => Valued | null): QueryTree | null {
  const range = RANGE.exec(value);
  const [first, last] = range ? [read(range[1]!.trim()), read(range[2]!.trim())] : [null, null];
  if (first && last) {
    const [low, high] = first.value <= last.value ? [first, last] : [last, first];
    return allOf([compared(low, '>='), compared(high, '<=')]);
  }
  const [, sign = '=', typed = ''] = COMPARED.exec(value.trim()) ?? [];
  const found = read(typed.trim());
  return found && compared(found, SIGNS[sign] ?? (sign as Comparison));
}

function compared(valued: Valued, comparison: Comparison): QueryTree {
  return { kind: 'condition', condition: { ...valued, comparison } satisfies QueryCondition };
}

function decimalOf(typed: string): number | null {
  return DECIMAL.test(typed) ? Number(typed.replace(',', '.')) : null;
}
