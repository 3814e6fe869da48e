import type { RankedHit, SearchHit, SearchKind } from '#contract/search';
import { type MatchTerms, matchTerms } from '#db/queries/search-terms';
import {
  NEWEST,
  type Step,
  docsWith,
  exactScores,
  indexSize,
  lastTouched,
  newestMatches,
  newestWithout,
  sourceRows,
  sourceTexts,
} from '#db/queries/search';
import type { ReadHandle } from '#db/store/handles';
import { hitOf } from './hits.ts';
import { type AskedAt, type Question, readQuestion, whereOf } from './question.ts';
import { respell } from './respell.ts';
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
/** Things looked at for each answer where no words are asked for. */
const BROWSED = 20_000;
/** To tell whether words follow one another costs ten times as much as whether both are there. */
const PHRASE_REACH = 1_500;

interface Asked extends AskedAt {
  readonly query: string;
  readonly limit: number;
  readonly kinds?: readonly SearchKind[] | undefined;
}

interface AsYouType {
  readonly hits: SearchHit[];
  readonly isComplete: boolean;
  readonly respelled: string | null;
}

/** The newest things that a query asks for; when there are none, those of it with the spelling set right. */
export function findAsYouType(handle: ReadHandle, asked: Asked): AsYouType {
  const question = readQuestion(asked.query, asked);
  if (!question) return { hits: [], isComplete: true, respelled: null };
  const found = newestOf(handle, asked, question);
  const respelled = found.hits.length === 0 && found.isComplete ? respell(handle, asked.query, question) : null;
  const instead = respelled === null ? null : readQuestion(respelled, asked);
  return respelled === null || !instead
    ? { ...found, respelled: null }
    : { ...newestOf(handle, asked, instead), respelled };
}

function newestOf(handle: ReadHandle, asked: Asked, question: Question): Omit<AsYouType, 'respelled'> {
  const { limit } = asked;
  const stepBack = stepsOf(handle, question, asked);
  const docids: number[] = [];
  let before: number | null = NEWEST;
  for (
    let reach = FIRST_REACH;
    before !== null && docids.length < limit && reach <= LAST_REACH;
    reach *= REACH_GROWTH
  ) {
    const step: Step = stepBack({ before, limit: limit - docids.length, reach });
    docids.push(...step.docids);
    before = step.nextBefore;
  }
  const marked = question.wanted.map(({ term }) => term);
  const hits = sourceRows(handle, docids).map((row) => hitOf(handle, row, marked, 1));
  return { hits, isComplete: before === null || docids.length === limit };
}

/** One step back through what a question asks for. */
type StepBack = (options: { before: number; limit: number; reach: number }) => Step;

const NOTHING: Step = { docids: [], nextBefore: null, spreads: null };

function stepsOf(handle: ReadHandle, question: Question, asked: Asked): StepBack {
  const where = whereOf(handle, question.filter, asked.kinds, asked);
  if (where?.sql === '0') return () => NOTHING;
  if (question.terms) {
    const terms = matchTerms(handle, question.terms);
    return (options) => newestMatches(handle, terms, { ...options, where });
  }
  return where ? (options) => newestWithout(handle, where, options) : () => NOTHING;
}

interface AskedRanked extends Asked {
  readonly before?: number | undefined;
}

interface Ranked {
  readonly hits: RankedHit[];
  readonly nextBefore: number | null;
  readonly respelled: string | null;
}

/**
 * The best of the newest things before a docid that a query asks for, in bounded time; without words the newest. Where
 * nothing at all holds the words, those of the query with the spelling set right.
 */
export function findRanked(handle: ReadHandle, asked: AskedRanked): Ranked {
  const question = readQuestion(asked.query, asked);
  if (!question) return { hits: [], nextBefore: null, respelled: null };
  const found = bestOf(handle, asked, question);
  const isNowhere = found.hits.length === 0 && found.nextBefore === null && asked.before === undefined;
  const respelled = isNowhere ? respell(handle, asked.query, question) : null;
  const instead = respelled === null ? null : readQuestion(respelled, asked);
  return respelled === null || !instead
    ? { ...found, respelled: null }
    : { ...bestOf(handle, asked, instead), respelled };
}

function bestOf(handle: ReadHandle, asked: AskedRanked, question: Question): Omit<Ranked, 'respelled'> {
  const { before = NEWEST, limit } = asked;
  const stepBack = stepsOf(handle, question, asked);
  if (!question.terms) {
    const { docids, nextBefore } = stepBack({ before, limit, reach: BROWSED });
    return { hits: sourceRows(handle, docids).map((row) => ({ ...hitOf(handle, row, [], 1), found: [] })), nextBefore };
  }
  const { required, excluded, groups = [] } = question.terms;
  const terms = matchTerms(handle, question.terms);
  const hasPhrase = required.some((term) => term.tokens.length > 1);
  const reach = hasPhrase
    ? PHRASE_REACH
    : Math.ceil(RANKED_PLACES / (required.length + excluded.length + groups.length));
  const step = stepBack({ before, limit: CANDIDATES, reach });
  const { docs, averageTokens } = indexSize(handle);
  const frequencies = frequenciesOf(handle, terms, step, { docs, before, reach });
  const rarities = frequencies.map(({ docs: found }) => inverseFrequency(docs, found));
  const uncommon = terms.required.filter((_, at) => frequencies[at]!.isCounted && required[at]!.tokens.length === 1);
  const chosen = worthReading(handle, uncommon, step.docids);
  // Words of which one suffices weigh as much as their group.
  const groupWeight = Math.max(0, ...rarities.slice(required.length));
  const wanted = question.wanted.map((one, at) => ({
    ...one,
    weight: rarities[at < required.length ? at : -1] ?? groupWeight,
  }));
  const best = sourceTexts(handle, chosen)
    .map((text) => scoreOf(text, wanted, averageTokens))
    .toSorted((one, other) => other.score - one.score || other.docid - one.docid)
    .slice(0, limit);
  const counts = new Map(best.map((scored) => [scored.docid, scored.counts]));
  const rows = sourceRows(
    handle,
    best.map((scored) => scored.docid),
  );
  const marked = wanted.map(({ term }) => term);
  return {
    hits: rows.map((row) => ({
      ...hitOf(handle, row, marked, 3),
      found: counts
        .get(row.docid)!
        .map((count, at) => ({ word: wanted[at]!.typed, ...count }))
        .filter(({ inTitle, inBody }) => inTitle + inBody > 0),
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
