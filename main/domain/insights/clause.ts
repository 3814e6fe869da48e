import type { JournalText } from './journal-text.ts';
import { BREAKERS, CARRIERS, SUBJECTS } from './lexicon/cues.ts';
import { ACTION_VERBS, NOUN_LIKE, OBJECT_STARTS } from './lexicon/verbs.ts';
import type { Word } from './words.ts';

/** A deed longer than this many words is cut: dictation without points would run on for ever. */
const MAX_WORDS = 28;
const DEADLINE_START =
  /^(?:by|before|until|till|due|on|at|no|not|this|next|today|tonight|tomorrow|tmrw|mon|tues?|wed|thu|thur?s?|fri|sat|sun|\p{L}+day|\d.*|first|asap)$/u;
const GATHERING = /^(?:buy|get|bring|pack|order|pick|need|invite|call|email|text|ask|chase|return|tell)$/u;

/** The index of the last word of the clause whose verb is word `deed`. */
export function clauseEnd(journal: JournalText, words: readonly Word[], deed: number): number {
  const verb = words[deed];
  for (let at = deed + 1; at < words.length; at += 1) {
    const before = words[at - 1];
    const word = words[at];
    if (before === undefined || word === undefined || at - deed >= MAX_WORDS) return at - 1;
    const gap = journal.text.slice(before.to, word.from);
    if (/[;.!?()→\n]|:\s|\s[-–—]+\s|—|\p{Extended_Pictographic}/u.test(gap)) return at - 1;
    if (gap.includes(',') && !goesOn(words, at, verb)) return at - 1;
    if (BREAKERS.has(word.lower) && !/^(?:just|not)$/u.test(before.lower)) return at - 1;
    if (SUBJECTS.has(word.lower) && startsClause(words, at))
      return /^(?:and|or)$/u.test(before.lower) ? at - 2 : at - 1;
    if (word.lower === 'and' && startsAnew(journal, words, at + 1)) return at - 1;
    if (word.lower === 'then' && ACTION_VERBS.has(words[at + 1]?.lower ?? '')) return at - 1;
  }
  return words.length - 1;
}

function goesOn(words: readonly Word[], at: number, verb: Word | undefined): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (DEADLINE_START.test(word.lower) && !/^(?:no|not)$/u.test(word.lower))
    return !SUBJECTS.has(words[at + 1]?.lower ?? '');
  if (word.lower === 'no' && words[at + 1]?.lower === 'later') return true;
  const listing = verb !== undefined && GATHERING.test(verb.lower);
  return (
    listing &&
    !SUBJECTS.has(word.lower) &&
    !BREAKERS.has(word.lower) &&
    !ACTION_VERBS.has(word.lower) &&
    hasAnd(words, at)
  );
}

/** "milk, eggs and bread": the list ends within a few words. */
function hasAnd(words: readonly Word[], at: number): boolean {
  return words.slice(at, at + 6).some((word) => word.lower === 'and');
}

function startsClause(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.lower ?? '';
  const after = words[at + 1]?.lower ?? '';
  if (before === 'and' || before === 'or') return true;
  if (CARRIERS.has(before)) return false;
  if (/^(?:you|it|there)$/u.test(words[at]?.lower ?? ''))
    return /^(?:is|was|has|will|can|could|might|would)$/u.test(after) && before !== 'for';
  return !/^(?:of|for|to|with|from|about)$/u.test(before);
}

/** After "and": a subject or another deed of its own, not a pronoun's ("sign it and get it in"). */
function startsAnew(journal: JournalText, words: readonly Word[], at: number): boolean {
  let next = at;
  while (/^(?:then|also|maybe|now|still)$/u.test(words[next]?.lower ?? '')) next += 1;
  const word = words[next];
  if (word === undefined) return false;
  if (SUBJECTS.has(word.lower) || /^(?:must|should|need|have|gotta|remember|don't)$/u.test(word.lower)) return true;
  if (!ACTION_VERBS.has(word.lower))
    return words
      .slice(next + 1, next + 4)
      .some((other) => /^(?:is|are|was|has|will|needs|keeps|wants|said|says)$/u.test(other.lower));
  return !/^(?:it|them)$/u.test(words[next + 1]?.lower ?? '') && hasObject(journal, words, next);
}

/** Whether a bare verb reads as a command: an object, a name or a number follows, or nothing could be mistaken. */
export function hasObject(journal: JournalText, words: readonly Word[], verbAt: number): boolean {
  const verb = words[verbAt];
  const next = words[verbAt + 1];
  if (verb === undefined) return false;
  if (next === undefined) return !NOUN_LIKE.has(verb.lower);
  const gap = journal.text.slice(verb.to, next.from);
  if (/[,;.!?:()]/u.test(gap)) return false;
  if (/..ed$|^(?:paid|sent|done|day|time|week)$/u.test(next.lower)) return false;
  if (/^(?:me|is|was|are|were|has|had|of|and|or|club|will|went|said|i|we|he|she|they|you|ran)$/u.test(next.lower))
    return false;
  if (!NOUN_LIKE.has(verb.lower)) return true;
  return (
    OBJECT_STARTS.has(next.lower) ||
    /^[\p{Lu}\d]/u.test(next.text) ||
    gap.includes('@') ||
    objectNoun(words, verbAt + 1)
  );
}

/** "call bank re: card", "finish deck for Ricardo": a noun and then a preposition. */
function objectNoun(words: readonly Word[], at: number): boolean {
  return /^(?:for|re|about|before|by|to|from|on|at|in|tonight|tomorrow|today)$/u.test(words[at + 1]?.lower ?? '');
}

/** "Return the Salt by Monday", "Call Before You Leave": three capitals in a row are a title. */
export function isTitleCased(words: readonly Word[], at: number): boolean {
  const run = words.slice(at, at + 4);
  const capitals = run.filter((word) => /^\p{Lu}\p{Ll}/u.test(word.text)).length;
  return (
    capitals >= 3 ||
    (capitals >= 2 && run[0]?.text !== run[0]?.lower && /^(?:called|titled|named)$/u.test(words[at - 1]?.lower ?? ''))
  );
}
