import { type ReadHandle, preparedSql } from '../store/handles.ts';

/** Beyond this many things a word is simply common. */
export const COUNTED = 200;

const nextSql = preparedSql<[string, string], { term: string }>(
  'SELECT term FROM search_word WHERE term >= ? AND term < ? LIMIT 1',
);
const hasSql = preparedSql<[string], { term: string }>('SELECT term FROM search_word WHERE term = ? LIMIT 1');
const docsSql = preparedSql<[string, number], { docs: number }>(
  'SELECT count(*) AS docs FROM (SELECT 1 FROM search_fts WHERE search_fts MATCH ? LIMIT ?)',
);

/** The different words of the index that begin so, at most `most` of them. */
export function wordsBeginning(handle: ReadHandle, start: string, most: number): string[] {
  const words: string[] = [];
  const to = `${start}\u{10ffff}`;
  // From just behind a word, so that the index skips the places it stands in.
  for (let from = start; words.length < most; from = `${words.at(-1)!}\u{1}`) {
    const next = nextSql(handle).get(from, to);
    if (!next) break;
    words.push(next.term);
  }
  return words;
}

export const isWord = (handle: ReadHandle, word: string): boolean => hasSql(handle).get(word) !== undefined;

export const docsWithWord = (handle: ReadHandle, word: string): number =>
  docsSql(handle).get(`"${word}"`, COUNTED)!.docs;
