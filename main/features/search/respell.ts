import { docsWithWord, isWord, wordsBeginning } from '#db/queries/vocabulary';
import type { ReadHandle } from '#db/store/handles';
import { foldText, standsAlone, tokensOf } from '#db/store/search-text';
import { distanceWithin } from '#main/domain/text/distance';
import type { Question } from './question.ts';

/** Words with the same first letters that are compared. */
const NEIGHBOURS = 2_500;
/** Of the nearest so many are counted, to take the commonest. */
const COUNTED_WORDS = 12;
const SHORTEST = 4;
/** A word this long may be two letters off. */
const LONG = 8;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');

/**
 * A question with words that stand nowhere in place of which are near them, by spelling. Looks at a bounded part of the
 * index: words that begin with the same two letters, and those with one slip in the first two.
 *
 * @returns null when every word is known or nothing is near
 */
export function respell(handle: ReadHandle, query: string, { parts }: Question): string | null {
  let respelled = query;
  let isChanged = false;
  for (const { from, to, role, isExcluded } of parts.toReversed()) {
    if (role !== 'words' || isExcluded) continue;
    const typed = query.slice(from, to).replace(/\*+$/u, '');
    const [token, ...others] = tokensOf(foldText(typed));
    if (token === undefined || others.length > 0 || standsAlone(token) || Array.from(token).length < SHORTEST) continue;
    const isUnfinished = to === query.length;
    if (isUnfinished ? wordsBeginning(handle, token, 1).length > 0 : isWord(handle, token)) continue;
    const near = nearestWord(handle, token);
    if (near === null) continue;
    respelled = `${respelled.slice(0, from)}${near}${respelled.slice(to)}`;
    isChanged = true;
  }
  return isChanged ? respelled : null;
}

/** The word of the index that was probably meant: the nearest, and of equally near ones the commonest. */
function nearestWord(handle: ReadHandle, token: string): string | null {
  const most = Array.from(token).length >= LONG ? 2 : 1;
  const start = Array.from(token).slice(0, 2).join('');
  const candidates = [
    ...wordsBeginning(handle, start, NEIGHBOURS),
    ...slipsAtTheStart(token).filter((word) => isWord(handle, word)),
  ];
  const near = candidates.flatMap((word) => {
    const distance = distanceWithin(token, word, most);
    return distance === null ? [] : [{ word, distance }];
  });
  const nearest = near.toSorted((one, other) => one.distance - other.distance).slice(0, COUNTED_WORDS);
  const counted = nearest.map((one) => ({ ...one, docs: docsWithWord(handle, one.word) }));
  const best = counted.toSorted((one, other) => one.distance - other.distance || other.docs - one.docs)[0];
  return best && best.docs > 0 ? best.word : null;
}

/** What becomes of a word with one letter of the first two changed, left out or added, or both swapped. */
function slipsAtTheStart(token: string): string[] {
  const letters = Array.from(token);
  const [first = '', second = '', ...rest] = letters;
  const tail = rest.join('');
  return [
    `${second}${first}${tail}`,
    `${second}${tail}`,
    `${first}${tail}`,
    `${first}${rest[0] ?? ''}${second}${rest.slice(1).join('')}`,
    ...LETTERS.flatMap((letter) => [
      `${letter}${second}${tail}`,
      `${first}${letter}${tail}`,
      `${letter}${token}`,
      `${first}${letter}${second}${tail}`,
    ]),
  ];
}
