import type { RankedHit, SearchHit, SearchKind } from '#contract/search';
import {
  COUNTED,
  type MatchTerms,
  NEWEST,
  docsWith,
  exactScores,
  indexSize,
  lastTouched,
  matchOf,
  matchTerms,
  newestMatches,
  sourceRows,
  sourceTexts,
} from '#db/queries/search';
import type { ReadHandle } from '#db/store/handles';
import { hitOf } from './hits.ts';
import { type Question, readQuestion } from './question.ts';
import { TITLE_WEIGHT, inverseFrequency, scoreOf } from './score.ts';

/** Rounds of looking through at a key press: each reaches back four times as far as the one before. */
const FIRST_REACH = 2_000;
const REACH_GROWTH = 4;
const LAST_REACH = 32_000;

/** How many of the newest hits are ranked. */
const CANDIDATES = 2_000;
/** Of how many the text is read to score them. */
const READ = 500;
/** With FTS5's own scores to choose them by, so many suffice for the first places. */
const READ_CHOSEN = 120;
const RANKED_REACH = 8_000;
/** To tell whether words follow one another costs ten times as much as whether both are there. */
const PHRASE_REACH = 1_500;

interface Asked {
  readonly query: string;
  readonly limit: number;
  readonly kinds?: readonly SearchKind[] | undefined;
}

/** The newest things that hold all words of a query. */
export function findAsYouType(
  handle: ReadHandle,
  { query, limit, kinds }: Asked,
): { hits: SearchHit[]; isComplete: boolean } {
  const question = readQuestion(query);
  if (!question) return { hits: [], isComplete: true };
  const terms = matchTerms(handle, question);
  const docids: number[] = [];
  let before: number | null = NEWEST;
  for (
    let reach = FIRST_REACH;
    before !== null && docids.length < limit && reach <= LAST_REACH;
    reach *= REACH_GROWTH
  ) {
    const step = newestMatches(handle, terms, { before, limit: limit - docids.length, reach, kinds });
    docids.push(...step.docids);
    before = step.nextBefore;
  }
  const hits = sourceRows(handle, docids).map((row) => hitOf(handle, row, question.required, 1));
  return { hits, isComplete: before === null || docids.length === limit };
}

/** The best of the newest things before a docid that hold all words of a query, in bounded time. */
export function findRanked(
  handle: ReadHandle,
  { query, limit, kinds, before = NEWEST }: Asked & { readonly before?: number | undefined },
): { hits: RankedHit[]; nextBefore: number | null } {
  const question = readQuestion(query);
  if (!question) return { hits: [], nextBefore: null };
  const terms = matchTerms(handle, question);
  const hasPhrase = question.required.some((term) => term.tokens.length > 1);
  const reach = hasPhrase ? PHRASE_REACH : RANKED_REACH;
  const step = newestMatches(handle, terms, { before, limit: CANDIDATES, reach, kinds });
  const { docs, averageTokens } = indexSize(handle);
  const frequencies = frequenciesOf(handle, question, terms, docs);
  const weights = frequencies.map((frequency) => inverseFrequency(docs, frequency));
  const chosen = worthReading(handle, question, terms, frequencies, step.docids);
  const best = sourceTexts(handle, chosen)
    .map((text) => scoreOf(text, question.required, weights, averageTokens))
    .toSorted((one, other) => other.score - one.score || other.docid - one.docid)
    .slice(0, limit);
  const counts = new Map(best.map((scored) => [scored.docid, scored.counts]));
  const rows = sourceRows(
    handle,
    best.map((scored) => scored.docid),
  );
  return {
    hits: rows.map((row) => ({
      ...hitOf(handle, row, question.required, 3),
      found: counts.get(row.docid)!.map((count, at) => ({ word: question.words[at]!, ...count })),
    })),
    nextBefore: step.nextBefore,
  };
}

/** In how many things each term stands; of a phrase as many as have its rarest word. */
function frequenciesOf(handle: ReadHandle, question: Question, terms: MatchTerms, docs: number): number[] {
  return question.required.map(({ tokens }, at) => {
    const words =
      tokens.length === 1
        ? [terms.required[at]!]
        : tokens.map((token) => matchOf(handle, { tokens: [token], isPrefix: false }));
    return Math.min(...words.map((word) => docsWith(handle, word, docs)));
  });
}

/** Of many candidates those whose text is read: the best by the words that are not common, else the newest. */
function worthReading(
  handle: ReadHandle,
  question: Question,
  terms: MatchTerms,
  frequencies: readonly number[],
  docids: readonly number[],
): readonly number[] {
  if (docids.length <= READ_CHOSEN) return docids;
  const uncommon = terms.required.filter(
    (_, at) => frequencies[at]! <= COUNTED && question.required[at]!.tokens.length === 1,
  );
  if (uncommon.length === 0) return docids.slice(0, READ);
  const range = { from: docids.at(-1)!, to: docids[0]!, titleWeight: TITLE_WEIGHT };
  const scores = exactScores(handle, uncommon, range);
  return docids
    .toSorted((one, other) => (scores.get(other) ?? 0) - (scores.get(one) ?? 0) || other - one)
    .slice(0, READ_CHOSEN);
}

/** What was touched last. */
export const findRecent = (handle: ReadHandle, limit: number): SearchHit[] =>
  sourceRows(handle, lastTouched(handle, limit)).map((row) => hitOf(handle, row, [], 0));
