import { LIST_LEADS, NOT_LEADS } from './lexicon/cues.ts';
import type { Sentence } from './sentences.ts';
import type { Word } from './words.ts';

/** Whether words announce things to do ("Still to do before Tuesday", "For tomorrow", "Homework"). */
export function announcesTodos(words: readonly Word[]): boolean {
  if (words.length > 16) return false;
  return (
    words.some((word) => LIST_LEADS.has(word.lower)) &&
    !words.some((word) => NOT_LEADS.has(word.lower) && !isToDo(words, word))
  );
}

function isToDo(words: readonly Word[], word: Word): boolean {
  return word.lower === 'not' && words.some((other) => other.lower === 'forget');
}

/** Whether a sentence or heading is followed by a list of what is done, wished or refused ("Done", "NOT doing"). */
export function isClosedLead(sentence: Sentence, next: Sentence | undefined): boolean {
  return (
    next?.kind === 'item' &&
    sentence.kind !== 'item' &&
    sentence.words.slice(-16).some((word) => NOT_LEADS.has(word.lower))
  );
}

/** Whether a sentence or heading is followed by a list of what it announces. */
export function isListLead(sentence: Sentence, next: Sentence | undefined): boolean {
  return next?.kind === 'item' && sentence.kind !== 'item' && announcesTodos(sentence.words.slice(-16));
}
