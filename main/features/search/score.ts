import type { SourceText } from '#db/queries/search';
import type { SearchTerm } from '#db/queries/search-terms';
import { foldText } from '#db/store/search-text';
import { countOccurrences } from './occurrences.ts';

/** A word in the title counts as much as this many in the text: enough to stand above nearly any text. */
export const TITLE_WEIGHT = 5;

// Okapi BM25 with FTS5's constants, https://sqlite.org/fts5.html#the_bm25_function. It is not asked for its own `rank`: that
// first walks through every hit of every word, 100 ms for a common one at 100,000 entries.
const K1 = 1.2;
const B = 0.75;

/** How much it tells that a thing has a term, by how many of the things do. */
export function inverseFrequency(docs: number, docsWithTerm: number): number {
  const value = Math.log((docs - docsWithTerm + 0.5) / (docsWithTerm + 0.5));
  return value > 0 ? value : 1e-6;
}

/** How often each term stands in a thing. */
export interface TermCount {
  readonly inTitle: number;
  readonly inBody: number;
}

export interface Scored {
  readonly docid: number;
  readonly score: number;
  readonly counts: readonly TermCount[];
}

/** A term that is scored; `weight` is its {@link inverseFrequency}. */
interface Weighed {
  readonly term: SearchTerm;
  readonly weight: number;
  /** Whether the index says that the thing holds it. */
  readonly isRequired: boolean;
}

/** Scores one thing by the terms that are looked for in it. */
export function scoreOf(source: SourceText, terms: readonly Weighed[], averageTokens: number): Scored {
  const title = foldText(source.title);
  const body = foldText(source.body);
  const length = K1 * (1 - B + (B * source.tokens) / averageTokens);
  let score = 0;
  const counts = terms.map(({ term, weight, isRequired }) => {
    const inTitle = title === '' ? 0 : countOccurrences(title, term);
    // What stands beyond the clip of a long text is at least there.
    const inBody = Math.max(countOccurrences(body, term), isRequired && inTitle === 0 ? 1 : 0);
    const frequency = TITLE_WEIGHT * inTitle + inBody;
    score += (weight * (frequency * (K1 + 1))) / (frequency + length);
    return { inTitle, inBody };
  });
  return { docid: source.docid, score, counts };
}
