import type { Money } from '#contract/money';
import { isA, isGlued, wordAt, type Found, type Scan } from './scan.ts';

/** Digits after the point of currencies that have not two (ISO 4217). */
const MINOR_DIGITS: ReadonlyMap<string, number> = new Map([
  ...['JPY', 'KRW', 'ISK', 'CLP', 'VND', 'XAF', 'XOF', 'UGX'].map((code) => [code, 0] as const),
  ...['KWD', 'BHD', 'OMR', 'JOD', 'TND', 'IQD', 'LYD'].map((code) => [code, 3] as const),
]);

/** How many digits a currency's minor unit takes: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return MINOR_DIGITS.get(currency) ?? 2;
}

/** "€12.50", "850 eur", "$9", "12 euros", "4,50 €", "EUR 1.234,50"; amounts in the currency's minor units. */
export function readMoney(scan: Scan, at: number): Found<Money> | undefined {
  const before = currencyAt(scan, at);
  if (before !== undefined) {
    const isSymbol = scan.tokens[at]?.kind === 'mark';
    const number = readAmount(scan, at + 1);
    // "eur 12" is money; "won 3" and "pounds 5" are sentences.
    return number && (isSymbol || wordAt(scan, at) === before.toLowerCase()) ? moneyOf(before, number) : undefined;
  }
  const number = readAmount(scan, at);
  const currency = number && currencyAt(scan, number.next);
  if (!number || currency === undefined) return undefined;
  // "2 pounds of apples" are weighed, not paid.
  if (isA(scan, number.next + 1, 'of') && wordAt(scan, number.next + 1) === 'of') return undefined;
  return moneyOf(currency, { ...number, next: number.next + 1 });
}

function currencyAt(scan: Scan, at: number): string | undefined {
  const word = wordAt(scan, at);
  if (word === '$') return dollarOf(scan);
  return scan.lexicon.currencyWords.get(word);
}

/** A bare "$" is the dollar of where the reader lives. */
function dollarOf(scan: Scan): string {
  const byRegion = DOLLARS_BY_REGION.get(scan.region);
  return byRegion ?? DOLLARS_BY_ZONE.find(([prefix]) => scan.zone.startsWith(prefix))?.[1] ?? 'USD';
}

const DOLLARS_BY_REGION: ReadonlyMap<string, string> = new Map([
  ['US', 'USD'],
  ['CA', 'CAD'],
  ['AU', 'AUD'],
  ['NZ', 'NZD'],
  ['SG', 'SGD'],
  ['HK', 'HKD'],
]);

const DOLLARS_BY_ZONE: readonly (readonly [string, string])[] = [
  ['Australia/', 'AUD'],
  ['Pacific/Auckland', 'NZD'],
  ['Asia/Singapore', 'SGD'],
  ['Asia/Hong_Kong', 'HKD'],
  ['Canada/', 'CAD'],
  ...['Toronto', 'Vancouver', 'Halifax', 'Edmonton', 'Winnipeg', 'Montreal', 'St_Johns', 'Regina'].map(
    (city) => [`America/${city}`, 'CAD'] as const,
  ),
];

interface Amount {
  readonly whole: string;
  readonly fraction: string;
  readonly next: number;
}

/** "1,234.56", "1.234,56", "4,50", "850": groups of three digits are thousands, one or two after the last mark cents. */
function readAmount(scan: Scan, at: number): Amount | undefined {
  const first = scan.tokens[at];
  if (first?.kind !== 'number') return undefined;
  let whole = first.word;
  let fraction = '';
  let next = at + 1;
  while (fraction === '' && isSeparator(scan, next)) {
    const digits = wordAt(scan, next + 1);
    if (digits.length === 3 && whole.length <= 9) whole += digits;
    else if (digits.length <= 2) fraction = digits;
    else break;
    next += 2;
  }
  return whole.length <= 12 ? { whole, fraction, next } : undefined;
}

function isSeparator(scan: Scan, at: number): boolean {
  return (
    /^[.,]$/.test(wordAt(scan, at)) &&
    isGlued(scan, at) &&
    isGlued(scan, at + 1) &&
    scan.tokens[at + 1]?.kind === 'number'
  );
}

function moneyOf(currency: string, { whole, fraction, next }: Amount): Found<Money> {
  const digits = minorDigits(currency);
  const minor = Number(whole) * 10 ** digits + Number(fraction.padEnd(digits, '0').slice(0, digits) || 0);
  return { value: { minor, currency }, next };
}
