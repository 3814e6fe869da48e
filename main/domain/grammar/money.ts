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

/**
 * "€12.50", "850 eur", "$9", "12 euros", "4,50 €", "EUR 1.234,50", "A$30", "Rs. 500", "$1.2k", "2 euros 50", "50 cents";
 * amounts in the currency's minor units.
 */
export function readMoney(scan: Scan, at: number): Found<Money> | undefined {
  const before = currencyBefore(scan, at);
  if (before) {
    const number = readAmount(scan, before.next);
    return number && moneyOf(before.value, number);
  }
  const number = readAmount(scan, at);
  if (!number) return undefined;
  const cents = readCents(scan, number);
  if (cents) return cents;
  const currency = currencyAt(scan, number.next);
  if (currency === undefined) return undefined;
  // "2 pounds of apples" are weighed, not paid.
  if (isA(scan, number.next + 1, 'of') && wordAt(scan, number.next + 1) === 'of') return undefined;
  const end = number.next + 1;
  // "2 euros 50" leaves the cents unsaid.
  const rest = scan.tokens[end];
  const isRest =
    number.fraction === '' &&
    rest?.kind === 'number' &&
    rest.word.length === 2 &&
    scan.tokens[number.next]?.kind === 'word';
  const isClosed =
    isRest &&
    (scan.tokens[end + 1] === undefined || scan.tokens[end + 1]?.kind === 'mark' || isA(scan, end + 1, 'for'));
  return isClosed
    ? moneyOf(currency, { ...number, fraction: rest.word, next: end + 1 })
    : moneyOf(currency, { ...number, next: end });
}

/** A currency before its amount: a symbol, a code, "A$", "Rs."; "won 3" and "pounds 5" are sentences. */
function currencyBefore(scan: Scan, at: number): Found<string> | undefined {
  const prefixed =
    isGlued(scan, at + 1) && wordAt(scan, at + 1) === '$' ? DOLLAR_PREFIXES.get(wordAt(scan, at)) : undefined;
  if (prefixed !== undefined) return { value: prefixed, next: at + 2 };
  const short = SHORT_NAMES.get(wordAt(scan, at));
  if (short !== undefined)
    return { value: short, next: wordAt(scan, at + 1) === '.' && isGlued(scan, at + 1) ? at + 2 : at + 1 };
  const currency = currencyAt(scan, at);
  if (currency === undefined) return undefined;
  const isSymbol = scan.tokens[at]?.kind === 'mark';
  return isSymbol || wordAt(scan, at) === currency.toLowerCase() ? { value: currency, next: at + 1 } : undefined;
}

const DOLLAR_PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us: 'USD',
    a: 'AUD',
    au: 'AUD',
    c: 'CAD',
    ca: 'CAD',
    nz: 'NZD',
    s: 'SGD',
    hk: 'HKD',
    r: 'BRL',
    mx: 'MXN',
  }),
);

/** Names that stand before an amount, and are too short to be one after it. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['rs', 'INR'],
  ['fr', 'CHF'],
  ['sfr', 'CHF'],
]);

/** "50 cents", "99 pence": pieces of the currency of the place. */
function readCents(scan: Scan, { whole, fraction, next }: Amount): Found<Money> | undefined {
  const word = wordAt(scan, next);
  const currency = /^(pence|penny)$/.test(word)
    ? 'GBP'
    : /^(cent|cents|ct|centimes|céntimos)$/.test(word)
      ? centsOf(scan)
      : undefined;
  return currency !== undefined && fraction === ''
    ? { value: { minor: Number(whole), currency }, next: next + 1 }
    : undefined;
}

function centsOf(scan: Scan): string {
  return scan.zone.startsWith('Europe/') ? 'EUR' : dollarOf(scan);
}

function currencyAt(scan: Scan, at: number): string | undefined {
  const word = wordAt(scan, at);
  if (word === '$') return dollarOf(scan);
  // Three kingdoms have a crown: the zone tells which.
  if (word === 'kr') return KRONOR.get(scan.zone) ?? 'SEK';
  return scan.lexicon.currencyWords.get(word);
}

const KRONOR: ReadonlyMap<string, string> = new Map([
  ['Europe/Oslo', 'NOK'],
  ['Europe/Copenhagen', 'DKK'],
  ['Atlantic/Reykjavik', 'ISK'],
]);

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
  // "1 234,56 €" parts its thousands by spaces.
  while (whole.length <= 9 && first.word.length <= 3 && isSpacedGroup(scan, next)) {
    whole += wordAt(scan, next);
    next += 1;
  }
  while (fraction === '' && isSeparator(scan, next)) {
    const digits = wordAt(scan, next + 1);
    if (digits.length === 3 && whole.length <= 9) whole += digits;
    else if (digits.length <= 2) fraction = digits;
    else break;
    next += 2;
  }
  if (whole.length > 12) return undefined;
  // "$1.2k", "12k eur"
  if (/^[km]$/.test(wordAt(scan, next)) && isGlued(scan, next) && !isGlued(scan, next + 1)) {
    const thousands = Number(`${whole}.${fraction || '0'}`) * (wordAt(scan, next) === 'k' ? 1000 : 1_000_000);
    return Number.isSafeInteger(Math.round(thousands))
      ? { whole: String(Math.round(thousands)), fraction: '', next: next + 1 }
      : undefined;
  }
  return { whole, fraction, next };
}

/** Three digits behind a space, before a decimal comma or a currency. */
function isSpacedGroup(scan: Scan, at: number): boolean {
  const group = scan.tokens[at];
  if (group?.kind !== 'number' || group.word.length !== 3 || !group.spaced || group.newLine) return false;
  const after = wordAt(scan, at + 1);
  const isDecimal = after === ',' && isGlued(scan, at + 1) && scan.tokens[at + 2]?.kind === 'number';
  return isDecimal || currencyAt(scan, at + 1) !== undefined || isSpacedGroup(scan, at + 1);
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
