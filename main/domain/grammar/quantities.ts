import { isA, isGlued, skip, wordAt, type Found, type Scan } from './scan.ts';

/** A count and whether it was only an article ("a day"). */
export interface Count {
  readonly value: number;
  readonly isArticle: boolean;
}

/**
 * A number: "12", "1.5", "3/4", "twenty five", "a couple of", "half a", "an".
 * Digits glued to a word are fine ("2h"); digits beyond nine places are no count.
 */
export function readCount(scan: Scan, at: number): Found<Count> | undefined {
  const start = skip(scan, skip(scan, at, 'approximately'), 'approximately');
  return readDigits(scan, start) ?? readHalf(scan, start) ?? readWords(scan, start) ?? readArticle(scan, start);
}

/** A whole number in digits or words, without fractions: "3", "twenty five". */
export function readInteger(scan: Scan, at: number): Found<number> | undefined {
  const token = scan.tokens[at];
  if (token?.kind === 'number' && token.word.length <= 9) return { value: Number(token.word), next: at + 1 };
  const words = readWords(scan, at);
  return words && Number.isInteger(words.value.value) ? { value: words.value.value, next: words.next } : undefined;
}

/** An ordinal: "3rd", "third", "twenty first". */
export function readOrdinal(scan: Scan, at: number): Found<number> | undefined {
  const { numbers, ordinals, ordinalSuffixes } = scan.lexicon;
  const token = scan.tokens[at];
  if (token?.kind === 'number' && token.word.length <= 4 && isGlued(scan, at + 1)) {
    return ordinalSuffixes.has(wordAt(scan, at + 1)) ? { value: Number(token.word), next: at + 2 } : undefined;
  }
  const single = ordinals.get(wordAt(scan, at));
  if (single !== undefined) return { value: single, next: at + 1 };
  const tens = numbers.get(wordAt(scan, at));
  if (tens === undefined || tens < 20 || tens % 10 !== 0) return undefined;
  const unitAt = wordAt(scan, at + 1) === '-' ? at + 2 : at + 1;
  const unit = ordinals.get(wordAt(scan, unitAt));
  return unit !== undefined && unit < 10 ? { value: tens + unit, next: unitAt + 1 } : undefined;
}

function readDigits(scan: Scan, at: number): Found<Count> | undefined {
  const token = scan.tokens[at];
  if (token?.kind !== 'number' || token.word.length > 9) return undefined;
  const whole = Number(token.word);
  const mark = wordAt(scan, at + 1);
  const second = scan.tokens[at + 2];
  if (isGlued(scan, at + 1) && isGlued(scan, at + 2) && second?.kind === 'number' && second.word.length <= 4) {
    if (mark === '.' || (mark === ',' && scan.language !== undefined))
      return count(Number(`${whole}.${second.word}`), at + 3);
    if (mark === '/' && Number(second.word) > whole) return count(whole / Number(second.word), at + 3);
  }
  return count(whole, at + 1);
}

function readHalf(scan: Scan, at: number): Found<Count> | undefined {
  const { articles } = scan.lexicon;
  if (isA(scan, at, 'half')) {
    return count(0.5, articles.has(wordAt(scan, at + 1)) ? at + 2 : at + 1);
  }
  const quarters = scan.lexicon.numbers.get(wordAt(scan, at)) ?? (articles.has(wordAt(scan, at)) ? 1 : undefined);
  const quarterAt = wordAt(scan, at + 1) === '-' ? at + 2 : at + 1;
  const isQuarters = isA(scan, quarterAt, 'quarter') || wordAt(scan, quarterAt) === 'quarters';
  // "three-quarters of an hour", but "three quarters" is nine months.
  if (quarters === undefined || quarters > 3 || !isQuarters || !isA(scan, quarterAt + 1, 'of')) return undefined;
  const unitAt = quarterAt + 2;
  return count(quarters / 4, articles.has(wordAt(scan, unitAt)) ? unitAt + 1 : unitAt);
}

function readWords(scan: Scan, at: number): Found<Count> | undefined {
  const { numbers, articles } = scan.lexicon;
  let next = articles.has(wordAt(scan, at)) && (numbers.get(wordAt(scan, at + 1)) ?? 0) > 1 ? at + 1 : at;
  let total = numbers.get(wordAt(scan, next));
  if (total === undefined) return undefined;
  next += 1;
  if (total >= 20) {
    const unitAt = wordAt(scan, next) === '-' ? next + 1 : next;
    const unit = numbers.get(wordAt(scan, unitAt));
    if (unit !== undefined && unit > 0 && unit < 10) {
      total += unit;
      next = unitAt + 1;
    }
  }
  const isVague = total <= 3 && wordAt(scan, next) === 'of';
  return count(total, isVague ? next + 1 : next);
}

function readArticle(scan: Scan, at: number): Found<Count> | undefined {
  return scan.lexicon.articles.has(wordAt(scan, at))
    ? { value: { value: 1, isArticle: true }, next: at + 1 }
    : undefined;
}

function count(value: number, next: number): Found<Count> {
  return { value: { value, isArticle: false }, next };
}
