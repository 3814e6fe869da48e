import type { ReadingContext } from '#contract/capture';
import { localOf } from '../time/zoned.ts';
import { english } from './english/english.ts';
import { nameStem, type Lexicon, type WordClass } from './lexicon.ts';
import { tokenise, type Token } from './tokens.ts';
import { fromLocal, type Wall } from './wall.ts';

/** A text made ready for reading: its tokens, its language, and what "now" is on the reader's clock. */
export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  readonly now: Wall;
  readonly zone: string;
  /** Whether 3/4 is the third of April. */
  readonly isDayFirst: boolean;
  /** The region of the locale ("GB"), or an empty string. */
  readonly region: string;
}

/** What a parser found; `next` is the index of the first token after it. */
export interface Found<T> {
  readonly value: T;
  readonly next: number;
}

/** A parser looks at one place and either finds its thing there or does not; it never moves back. */
export type Parser<T> = (scan: Scan, at: number) => Found<T> | undefined;

const MONTH_FIRST_REGIONS = new Set(['', 'US', 'CA', 'PH', 'ZA']);

/** Cuts the text into tokens and works out the clock and the conventions of the context. */
export function scanOf(text: string, context: ReadingContext): Scan {
  const [language = 'en', ...rest] = (context.locale ?? 'en').split(/[-_]/);
  const region = rest.findLast((part) => /^[A-Za-z]{2}$/.test(part))?.toUpperCase() ?? '';
  return {
    text,
    tokens: tokenise(text),
    lexicon: english,
    now: fromLocal(localOf(context.nowMs, context.zone)),
    zone: context.zone,
    isDayFirst: language !== 'en' || !MONTH_FIRST_REGIONS.has(region),
    region,
  };
}

/** The word at an index; an empty string beyond the text. */
export function wordAt(scan: Scan, at: number): string {
  return scan.tokens[at]?.word ?? '';
}

/** Whether anything can begin at a token: most words begin nothing, and one look tells. */
export function canBegin(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  if (token === undefined || token.kind === 'opaque') return false;
  return (
    token.kind !== 'word' ||
    scan.lexicon.beginners.has(token.word) ||
    scan.lexicon.holidayStarts.has(nameStem(token.word))
  );
}

/** Whether the token follows the one before it without white space. */
export function isGlued(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  return token !== undefined && !token.spaced && at > 0;
}

/** Whether the word at an index belongs to a class. */
export function isA(scan: Scan, at: number, wordClass: WordClass): boolean {
  return scan.lexicon.classes.get(wordClass)?.has(wordAt(scan, at)) === true;
}

/** The index after an optional word of a class. */
export function skip(scan: Scan, at: number, wordClass: WordClass): number {
  return isA(scan, at, wordClass) ? at + 1 : at;
}

/** What the first of several parsers to succeed finds. */
export function firstOf<T>(scan: Scan, at: number, parsers: readonly Parser<T>[]): Found<T> | undefined {
  for (const parser of parsers) {
    const found = parser(scan, at);
    if (found) return found;
  }
  return undefined;
}

/** What the parser that reads the most finds; of equals the first. */
export function longestOf<T>(scan: Scan, at: number, parsers: readonly Parser<T>[]): Found<T> | undefined {
  let best: Found<T> | undefined;
  for (const parser of parsers) {
    const found = parser(scan, at);
    if (found && found.next > (best?.next ?? at)) best = found;
  }
  return best;
}
