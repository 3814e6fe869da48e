import type { SearchTerm, SearchTerms } from '#db/queries/search';
import { foldText, standsAlone, tokensOf } from '#db/store/search-text';

/** A question as it was understood. */
export interface Question extends SearchTerms {
  /** How each required term was typed. */
  readonly words: readonly string[];
}

/** More words than this are a paste, and the first ones find it. */
const MOST_TERMS = 32;

/** A phrase in quotes, closed or not yet, or a word; each with a minus before it perhaps. */
const PART = /-?"[^"]*"?|\S+/gu;
const QUOTES = /[“”„«»]/gu;

/**
 * Reads a question: words that are all required, "phrases", -without. The last word may be unfinished unless a space or
 * quote ends it; `word*` may be everywhere. Whatever else is typed parts words, as it does in the index.
 *
 * @returns null when there is nothing to look for
 */
export function readQuestion(query: string): Question | null {
  const text = query.replace(QUOTES, '"');
  const required = new Map<string, SearchTerm & { word: string }>();
  const excluded: SearchTerm[] = [];
  for (const part of text.matchAll(PART)) {
    const isExcluded = part[0].startsWith('-') && part[0].length > 1;
    const typed = isExcluded ? part[0].slice(1) : part[0];
    const tokens = tokensOf(foldText(typed));
    const last = tokens.at(-1);
    if (last === undefined) continue;
    const isClosed = typed.length > 1 && typed.startsWith('"') && typed.endsWith('"');
    const isLast = part.index + part[0].length === text.length;
    const isPrefix = !standsAlone(last) && (typed.endsWith('*') || (isLast && !isClosed && !isExcluded));
    if (isExcluded) excluded.push({ tokens, isPrefix });
    else required.set(`${tokens.join(' ')}${isPrefix ? '*' : ''}`, { tokens, isPrefix, word: bare(typed) });
    if (required.size + excluded.length === MOST_TERMS) break;
  }
  if (required.size === 0) return null;
  const terms = [...required.values()];
  return {
    required: terms.map(({ tokens, isPrefix }) => ({ tokens, isPrefix })),
    excluded,
    words: terms.map(({ word }) => word),
  };
}

const bare = (typed: string): string => typed.replaceAll('"', '').replace(/\*$/u, '').trim();
