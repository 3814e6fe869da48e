import { type ReadHandle, preparedSql } from '../store/handles.ts';
import { foldText, indexTerm, standsAlone, tokensOf } from '../store/search-text.ts';

/** A word or phrase of a question, as folded tokens that must follow one another. */
export interface SearchTerm {
  readonly tokens: readonly string[];
  /** Whether the last token may go on: it is still being typed. */
  readonly isPrefix: boolean;
}

export interface SearchTerms {
  /** All of them. */
  readonly required: readonly SearchTerm[];
  /** None of them. */
  readonly excluded: readonly SearchTerm[];
  /** Each of them too: words of which one suffices. */
  readonly groups?: readonly TermGroup[];
}

/** Words with "or" between them, to any depth. */
export interface TermGroup {
  readonly of: 'any' | 'all';
  readonly parts: readonly (TermGroup | SearchTerm)[];
}

/** Typed words as a term of the index; null when there is no word among them. */
export function termOf({ text, isPrefix }: { readonly text: string; readonly isPrefix: boolean }): SearchTerm | null {
  const tokens = tokensOf(foldText(text));
  const last = tokens.at(-1);
  return last === undefined ? null : { tokens, isPrefix: isPrefix && !standsAlone(last) };
}

const nextWordSql = preparedSql<{ from: string; to: string }, { term: string }>(
  'SELECT term FROM search_word WHERE term >= @from AND term < @to LIMIT 1',
);
/** FTS5 keeps lists for prefixes of up to this many characters; longer ones it collects from every word that begins so. */
const INDEXED_PREFIX = 5;
/** Beyond this many words FTS5's own collecting is not slower. */
const MOST_WORDS = 48;

/**
 * The FTS5 expression of a term.
 *
 * A long unfinished word becomes the words of the index that begin so: FTS5 reads those newest-first and stops, where for
 * `word*` it first merges every place they stand in (5 ms for a common word at 100,000 entries, and ten times that at a
 * million).
 */
export function matchOf(handle: ReadHandle, term: SearchTerm): string {
  const phrase = `"${term.tokens.map(indexTerm).join(' ')}"`;
  const last = term.tokens.at(-1)!;
  if (!term.isPrefix || standsAlone(last)) return phrase;
  const isLong = Array.from(last).length > INDEXED_PREFIX;
  if (term.tokens.length > 1 || !isLong) return `${phrase} *`;
  const words = wordsFrom(handle, last);
  return words ? words.map((word) => `"${word}"`).join(' OR ') || phrase : `${phrase} *`;
}

/** The words of the index that begin so, or null when there are too many. */
function wordsFrom(handle: ReadHandle, prefix: string): string[] | null {
  const words: string[] = [];
  const to = `${prefix}\u{10ffff}`;
  // From just behind a word, so that the index skips the places it stands in.
  for (let from = prefix; ; from = `${words.at(-1)!}\u{1}`) {
    const next = nextWordSql(handle).get({ from, to });
    if (!next) return words;
    if (words.length === MOST_WORDS) return null;
    words.push(next.term);
  }
}

/** Terms as FTS5 expressions. */
export interface MatchTerms {
  /** The whole question. */
  readonly whole: string;
  /** Each required term. */
  readonly required: readonly string[];
  /** Of each required term the lists that hold everything it is found in: of a phrase each of its words. */
  readonly parts: readonly (readonly string[])[];
  /** Whether not all that one of the lists holds is found. */
  readonly isSparse: boolean;
}

/** Builds the FTS5 expressions of a question; every token stands in quotes, so no input is ever an operator. */
export function matchTerms(handle: ReadHandle, { required, excluded, groups = [] }: SearchTerms): MatchTerms {
  const matches = required.map((term) => matchOf(handle, term));
  const grouped = groups.map((group) => matchOfGroup(handle, group));
  const without = excluded.map((term) => `(${matchOf(handle, term)})`);
  const all = [...matches, ...grouped].map((match) => `(${match})`).join(' AND ');
  const parts = required.map((term, at) => {
    if (term.tokens.length === 1) return [matches[at]!];
    const whole = term.isPrefix ? term.tokens.slice(0, -1) : term.tokens;
    return [...new Set(whole)].map((token) => `"${indexTerm(token)}"`);
  });
  return {
    whole: without.length === 0 ? all : `(${all}) NOT (${without.join(' OR ')})`,
    required: matches,
    parts: [...parts, ...grouped.map((match) => [match])],
    isSparse: excluded.length > 0 || groups.length > 0 || required.length > 1 || required[0]!.tokens.length > 1,
  };
}

function matchOfGroup(handle: ReadHandle, group: TermGroup | SearchTerm): string {
  if ('tokens' in group) return matchOf(handle, group);
  return group.parts.map((part) => `(${matchOfGroup(handle, part)})`).join(group.of === 'any' ? ' OR ' : ' AND ');
}
