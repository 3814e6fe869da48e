import type { ReadingContext } from '#contract/capture';
import { localOf } from '../time/zoned.ts';
import { english } from './english/english.ts';
import type { Language } from './language.ts';
import { languages } from './languages.ts';
import { nameStem, type Lexicon, type WordClass } from './lexicon.ts';
import { tokenise, type Token } from './tokens.ts';
import { evidenceFor, translate } from './translate.ts';
import { fromLocal, type Wall } from './wall.ts';
import { inOrder } from './word-order.ts';

/** A text made ready for reading: its tokens, its language, and what "now" is on the reader's clock. */
export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  /** The language the text is in, where it is not English. */
  readonly language: Language | undefined;
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
  const { tokens, language: written } = understood(tokenise(text), context.languages ?? [language]);
  return {
    text,
    tokens,
    lexicon: english,
    language: written,
    now: fromLocal(localOf(context.nowMs, context.zone)),
    zone: context.zone,
    isDayFirst: language !== 'en' || !MONTH_FIRST_REGIONS.has(region),
    region,
  };
}

/**
 * The tokens in the words the parsers know. Of the languages a person writes in the one is taken whose words the text shows
 * the most; where English words outweigh it, the text stays English and only what can be no English word is translated.
 */
function understood(
  tokens: readonly Token[],
  codes: readonly string[],
): { readonly tokens: readonly Token[]; readonly language: Language | undefined } {
  let best: { language: Language; own: number; english: number } | undefined;
  for (const code of codes) {
    const language = languages.get(code.split(/[-_]/)[0]?.toLowerCase() ?? '');
    if (!language) continue;
    const evidence = evidenceFor(tokens, language, english);
    if (!best || evidence.own > best.own) best = { language, ...evidence };
  }
  if (!best) return { tokens, language: undefined };
  const isFirst = best.language.code === codes[0]?.slice(0, 2).toLowerCase();
  const isOwn = best.own > 0 ? best.own * 2 > best.english : isFirst && best.english === 0;
  if (!isOwn && best.own === 0) return { tokens, language: undefined };
  const translated = inOrder(translate(tokens, best.language, !isOwn), best.language, english);
  return { tokens: translated, language: isOwn ? best.language : undefined };
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
