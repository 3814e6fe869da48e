import type { RankedHit, SearchHit, SearchKind } from '#contract/search';
import {
  type FoundDoc,
  NEWEST,
  type SourceRow,
  docsWith,
  indexSize,
  lastTouched,
  matchTerms,
  newestMatches,
  sourceRows,
} from '#db/queries/search';
import type { ReadHandle } from '#db/store/handles';
import { hitOf } from './hits.ts';
import { readQuestion } from './question.ts';
import { inverseFrequency, scoreOf } from './score.ts';

/** Rounds of looking through at a key press: each reaches back four times as far as the one before. */
const FIRST_REACH = 2_000;
const REACH_GROWTH = 4;
const LAST_REACH = 32_000;

/** How many of the newest hits are scored when there are more. */
const CANDIDATES = 2_000;
const RANKED_REACH = 10_000;
const RANKED_STEPS = 2;

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
  const docs: FoundDoc[] = [];
  let before: number | null = NEWEST;
  for (let reach = FIRST_REACH; before !== null && docs.length < limit && reach <= LAST_REACH; reach *= REACH_GROWTH) {
    const step = newestMatches(handle, terms, { before, limit: limit - docs.length, reach, kinds });
    docs.push(...step.docs);
    before = step.nextBefore;
  }
  const hits = sourceRows(handle, docs).map((row) => hitOf(handle, row, question.required, 1));
  return { hits, isComplete: before === null || docs.length === limit };
}

/** The best of the newest things before a docid that hold all words of a query. */
export function findRanked(
  handle: ReadHandle,
  { query, limit, kinds, before: start }: Asked & { readonly before?: number | undefined },
): { hits: RankedHit[]; nextBefore: number | null } {
  const question = readQuestion(query);
  if (!question) return { hits: [], nextBefore: null };
  const terms = matchTerms(handle, question);
  const docs: FoundDoc[] = [];
  let before: number | null = start ?? NEWEST;
  for (let step = 0; step < RANKED_STEPS && before !== null && docs.length < Math.min(limit, CANDIDATES); step += 1) {
    const found = newestMatches(handle, terms, {
      before,
      limit: CANDIDATES - docs.length,
      reach: RANKED_REACH,
      kinds,
    });
    docs.push(...found.docs);
    before = found.nextBefore;
  }
  const { docs: total, averageTokens } = indexSize(handle);
  // Of a single word it changes nothing: all are measured by the same.
  const weights =
    terms.required.length === 1
      ? [1]
      : terms.required.map((match) => inverseFrequency(total, docsWith(handle, match, total)));
  const scored = sourceRows(handle, docs)
    .map((row) => scoreOf(row, question.required, weights, averageTokens))
    .toSorted((one, other) => other.score - one.score || other.row.docid - one.row.docid)
    .slice(0, limit);
  return {
    hits: scored.map(({ row, counts }) => ({
      ...hitOf(handle, row, question.required, 3),
      found: counts.map((count, at) => ({ word: question.words[at]!, ...count })),
    })),
    nextBefore: before,
  };
}

/** What was touched last. */
export function findRecent(handle: ReadHandle, limit: number): SearchHit[] {
  const rows: SourceRow[] = sourceRows(handle, lastTouched(handle, limit));
  return rows.map((row) => hitOf(handle, row, [], 0));
}
