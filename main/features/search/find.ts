import type { RankedHit, SearchHit, SearchKind } from '#contract/search';
import {
  type MatchTerms,
  NEWEST,
  type Step,
  docsWith,
  exactScores,
  indexSize,
  lastTouched,
  matchTerms,
  newestMatches,
  sourceRows,
  sourceTexts,
} from '#db/queries/search';
import type { ReadHandle } from '#db/store/handles';
import { hitOf } from './hits.ts';
import { readQuestion } from './question.ts';
import { TITLE_WEIGHT, inverseFrequency, scoreOf } from './score.ts';

/** Rounds of looking through at a key press: each reaches back four times as far as the one before. */
const FIRST_REACH = 2_000;
const REACH_GROWTH = 4;
const LAST_REACH = 32_000;

/** How many of the newest hits are ranked. */
const CANDIDATES = 1_600;
/** Of how many the text is read to score them. */
const READ = 240;
/** With FTS5's own scores to choose them by, so many suffice for the first places. */
const READ_CHOSEN = 80;
/** Places looked through for each answer, shared by the words. */
const RANKED_PLACES = 8_000;
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
  const reach = hasPhrase
    ? PHRASE_REACH
    : Math.ceil(RANKED_PLACES / (question.required.length + question.excluded.length));
  const step = newestMatches(handle, terms, { before, limit: CANDIDATES, reach, kinds });
  const { docs, averageTokens } = indexSize(handle);
  const frequencies = frequenciesOf(handle, terms, step, { docs, before, reach });
  const weights = frequencies.map(({ docs: found }) => inverseFrequency(docs, found));
  const uncommon = terms.required.filter(
    (_, at) => frequencies[at]!.isCounted && question.required[at]!.tokens.length === 1,
  );
  const chosen = worthReading(handle, uncommon, step.docids);
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

interface Frequency {
  readonly docs: number;
  /** Whether that is exact, so that its places are not too many to walk through. */
  readonly isCounted: boolean;
}

/** In how many things each term stands; of a phrase as many as have its rarest word. */
function frequenciesOf(
  handle: ReadHandle,
  terms: MatchTerms,
  { docids, spreads }: Step,
  { docs, before, reach }: { docs: number; before: number; reach: number },
): Frequency[] {
  // A single word: what was found of it is how often it stands. Its weight changes no order.
  if (!spreads) return [{ docs: docids.length, isCounted: docids.length < CANDIDATES }];
  return spreads.map((parts, term) => {
    const each = parts.map(({ count }, at) => ({
      docs: count < reach ? count : docsWith(handle, terms.parts[term]![at]!, docs, before),
      isCounted: count < reach,
    }));
    return each.reduce((rarest, other) => (other.docs < rarest.docs ? other : rarest));
  });
}

/** Of many candidates those whose text is read: the best by the words that are not common, else the newest. */
function worthReading(handle: ReadHandle, uncommon: readonly string[], docids: readonly number[]): readonly number[] {
  if (docids.length <= READ) return docids;
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
