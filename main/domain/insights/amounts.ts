import type { Money } from '#contract/money';
import { CURRENCY_WORDS, NO_MINOR, ZONE_CURRENCY } from './lexicon/spending.ts';
import { type Word, wordsOf } from './words.ts';

/** A sum of money in a text; `to` is exclusive. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  readonly money: Money;
  /** No currency was written: a plain number such as "64.99". */
  readonly bare: boolean;
}

const NUMBER = String.raw`\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?![\d])`;
const SIGN = String.raw`(?:US|AU|NZ|HK|CA|[ACSR])?\$|[€£¥₹₱₩₽₺₦₴₪฿₫]`;
const BEFORE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${SIGN}|R|Rs\.?|CHF|EUR|USD|GBP|KES|Ksh|NOK|SEK|DKK|kr|zł)\s?(${NUMBER})(k\b)?`,
  'gu',
);
const AFTER = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,:/#-])(${NUMBER})(k)?\s?(${SIGN}|zł|\p{L}{1,9})(?![\p{L}\p{N}])`,
  'giu',
);
const BARE =
  /(?<![\p{L}\p{N}.,:/$€£¥#-])(\d{1,4}[.,]\d{2})(?![\p{L}\p{N}]|[.,:/]\d|\s?(?:am|pm|km|kg|mm|cm|m|h|hrs?|hours?|miles?|tonnes?|percent|°|x)\b|%)/giu;

/** The sums of money in a stretch of text, in order. The zone says what a bare `$`, "kr" or "pesos" is. */
export function amountsIn(text: string, from: number, zone: string): Amount[] {
  const found: Amount[] = [];
  const add = (at: number, length: number, digits: string, unit: string | undefined, thousand: boolean) => {
    const currency = currencyOf(unit, zone);
    if (currency === undefined || found.some((other) => from + at < other.to && other.from < from + at + length))
      return;
    const minor = minorOf(digits, currency, thousand);
    if (minor > 0)
      found.push({ from: from + at, to: from + at + length, money: { minor, currency }, bare: unit === undefined });
  };
  for (const match of text.matchAll(BEFORE))
    add(match.index, match[0].length, match[2] ?? '', match[1] ?? '', match[3] !== undefined);
  for (const match of text.matchAll(AFTER)) {
    const unit = match[3] ?? '';
    if (unit.toLowerCase() === 'r' || !CURRENCY_WORDS.has(unit.toLowerCase())) continue;
    add(match.index, match[0].length, match[1] ?? '', unit, match[2] !== undefined);
  }
  for (const amount of spelledIn(text)) add(amount.at, amount.length, amount.digits, amount.unit, false);
  for (const match of text.matchAll(BARE)) add(match.index, match[0].length, match[1] ?? '', undefined, false);
  return found.sort((a, b) => a.from - b.from);
}

function currencyOf(unit: string | undefined, zone: string): string | undefined {
  const local = localCurrency(zone);
  if (unit === undefined) return local;
  const currency = CURRENCY_WORDS.get(unit.toLowerCase().replace(/\.$/u, ''));
  switch (currency) {
    case 'local-dollar':
      return /^(?:USD|CAD|AUD|NZD|SGD|HKD|TWD|MXN|ARS|CLP|COP|JMD|TTD|FJD)$/u.test(local) ? local : 'USD';
    case 'local-crown':
      return /^(?:SEK|NOK|DKK|CZK|ISK)$/u.test(local) ? local : 'SEK';
    case 'local-peso':
      return /^(?:MXN|PHP|ARS|CLP|COP|UYU)$/u.test(local) ? local : 'MXN';
    case 'local-shilling':
      return /^(?:KES|UGX|TZS)$/u.test(local) ? local : 'KES';
    case 'local-dirham':
      return local === 'MAD' ? 'MAD' : 'AED';
    default:
      return currency;
  }
}

/** The currency people use in a zone: by the zone, else by its continent. */
function localCurrency(zone: string): string {
  const listed = ZONE_CURRENCY[zone];
  if (listed !== undefined) return listed;
  if (zone.startsWith('Australia/')) return 'AUD';
  if (zone.startsWith('America/') || zone === 'UTC') return 'USD';
  return zone.startsWith('Europe/') || zone === 'Atlantic/Canary' ? 'EUR' : 'USD';
}

function minorOf(digits: string, currency: string, thousand: boolean): number {
  const decimals = /[.,](\d{1,2})$/u.exec(digits);
  const whole = Number((decimals ? digits.slice(0, decimals.index) : digits).replaceAll(/\D/gu, ''));
  const fraction = Number((decimals?.[1] ?? '0').padEnd(2, '0'));
  const value = (whole * 100 + fraction) * (thousand ? 1000 : 1);
  return NO_MINOR.has(currency) ? Math.round(value / 100) : value;
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function spelledValue(lower: string): number | undefined {
  const [ten, unit] = lower.split('-');
  const tens = TENS.indexOf(ten ?? '');
  if (tens !== -1) return (tens + 2) * 10 + (unit === undefined ? 0 : Math.max(0, UNITS.indexOf(unit)));
  const units = UNITS.indexOf(lower);
  return units === -1 ? undefined : units;
}

/** "forty six dollars", "nine pounds eighty", "a hundred and twelve fifty". */
function spelledIn(text: string): { at: number; length: number; digits: string; unit: string | undefined }[] {
  const words = wordsOf(text);
  const found: { at: number; length: number; digits: string; unit: string | undefined }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const run = spelledRun(words, at);
    if (run === undefined) continue;
    const first = words[at];
    const unit = words[run.next];
    const last = words[run.next - 1];
    if (first === undefined || last === undefined) continue;
    if (unit !== undefined && CURRENCY_WORDS.has(unit.lower) && unit.lower.length > 3) {
      const cents = spelledRun(words, run.next + 1);
      const end = cents === undefined || cents.value > 99 || cents.hundreds ? unit : (words[cents.next - 1] ?? unit);
      const fraction = end === unit ? 0 : (cents?.value ?? 0);
      found.push({
        at: first.from,
        length: end.to - first.from,
        digits: `${run.value}.${pad(fraction)}`,
        unit: unit.lower,
      });
    } else if (run.cents !== undefined) {
      found.push({
        at: first.from,
        length: last.to - first.from,
        digits: `${run.value}.${pad(run.cents)}`,
        unit: undefined,
      });
    }
    at = run.next - 1;
  }
  return found;
}

const pad = (fraction: number): string => String(fraction).padStart(2, '0');

/** A spelled number that begins at a word; `cents` when a second one follows a hundred ("a hundred and twelve fifty"). */
function spelledRun(
  words: readonly Word[],
  at: number,
): { value: number; next: number; hundreds: boolean; cents?: number } | undefined {
  let value = 0;
  let next = at;
  let hundreds = false;
  if (words[at]?.lower === 'a' && /^(?:hundred|thousand)$/u.test(words[at + 1]?.lower ?? '')) {
    value = 1;
    next = at + 1;
  }
  let room = 1000;
  for (; next < words.length; next += 1) {
    const lower = words[next]?.lower ?? '';
    const part = spelledValue(lower);
    if (lower === 'hundred' && value > 0 && !hundreds) {
      value *= 100;
      hundreds = true;
      room = 100;
    } else if (lower === 'thousand' && value > 0) {
      value *= 1000;
      hundreds = true;
      room = 1000;
    } else if (lower === 'and' && hundreds && spelledValue(words[next + 1]?.lower ?? '') !== undefined) {
      continue;
    } else if (part !== undefined && part < room) {
      value += part;
      room = part >= 20 && part % 10 === 0 ? 10 : 1;
    } else if (part !== undefined && hundreds && part >= 5) {
      return { value, next: next + 1, hundreds, cents: part };
    } else break;
  }
  return next === at || value === 0 ? undefined : { value, next, hundreds };
}
