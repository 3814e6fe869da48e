import type { MoodLabel, TextInsights } from '#contract/insights';
import type { JournalSentence, JournalText } from './journal-text.ts';
import { FLAT_PHRASES, IDIOMS, INTENSITY, NOT_FELT, TENSE, VALENCE } from './lexicon/moods.ts';
import { type Word, wordsOf } from './words.ts';

/** How far back a "not" or a "very" reaches. */
const REACH = 3;
const NOT =
  /^(?:not|no|never|isn't|wasn't|don't|didn't|isnt|wasnt|dont|hardly|without|less|nobody|aren't|weren't|nothing|can't)$/u;
const SELF = /\b(?:i|i'm|im|i've|my|me|feel|feeling|felt|mood)\b/iu;

/** Nearer to nothing than this a score says neither the one nor the other. */
const LEAST_SCORE = 0.15;
/** Sentences of so few words ("Knackered.", "So tired.") leave out the I that they are about. */
const MOST_IN_CRY = 3;
/** A dark word about others or things says little of the writer. */
const DARK_OF_OTHERS = 0.5;
/** So much, in feeling words of full strength said of oneself, makes a low mood: one "tired" on the way does not. */
const LEAST_LOW = 0.9;
/** A low mood with more bright in it than this, in proportion, is a mixed one. */
const MOST_BRIGHT_IN_LOW = 0.35;

/**
 * How the writer feels, from the feeling words of a text; undefined when it has none, or when they are no clear sign:
 * who had a good day is not told otherwise. What is said of oneself and what comes last weigh more. The evidence
 * is the sentence that speaks most clearly for the mood found.
 */
export function findMood(journal: JournalText): TextInsights['mood'] {
  const spoken: { sentence: JournalSentence; sum: number; tense: number; weight: number; ofSelf: boolean }[] = [];
  const count = journal.sentences.length;
  for (const [index, sentence] of journal.sentences.entries()) {
    if (sentence.dreamt || sentence.kind === 'heading') continue;
    const feeling = feelingOf(journal, sentence);
    if (feeling.hits === 0) continue;
    const ofSelf = SELF.test(sentence.text) || wordsOf(sentence.text).length <= MOST_IN_CRY;
    const nearness = ofSelf ? 1.5 : feeling.sum < 0 ? DARK_OF_OTHERS : 1;
    const weight = nearness * (0.7 + (0.6 * (index + 1)) / count);
    spoken.push({ sentence, sum: feeling.sum, tense: feeling.tense, weight, ofSelf });
  }
  if (spoken.length === 0) return undefined;
  const total = spoken.reduce((sum, part) => sum + part.sum * part.weight, 0);
  const weight = spoken.reduce((sum, part) => sum + part.weight, 0);
  const bright = spoken.reduce((sum, part) => sum + Math.max(0, part.sum) * part.weight, 0);
  const dark = bright - total;
  // Where both are spoken of at length the mood is neither: it leans the way of the larger, but little.
  const both = Math.min(bright, dark) / Math.max(bright, dark, 0.01);
  const score = Math.round(Math.tanh(total / (0.6 + weight * 0.6)) * (1 - 0.6 * both) * 100) / 100;
  if (Math.abs(score) < LEAST_SCORE) return undefined;
  const isOwnDark = spoken.some((part) => part.ofSelf && part.sum < 0);
  if (score < 0 && (!isOwnDark || dark < LEAST_LOW || both > MOST_BRIGHT_IN_LOW)) return undefined;
  const tension = spoken.reduce((sum, part) => sum + part.tense * part.weight, 0);
  const direction = score < 0 ? -1 : 1;
  const clearest = spoken.reduce((best, part) =>
    part.sum * part.weight * direction > best.sum * best.weight * direction ? part : best,
  );
  const { from, to } = clearest.sentence;
  const evidence = { from, to, quote: journal.text.slice(from, to) };
  return { label: labelOf(score, tension / Math.max(0.01, Math.abs(Math.min(total, -0.01)))), score, evidence };
}

/** A low mood in which words of strain make up half is tense. */
function labelOf(score: number, strain: number): MoodLabel {
  if (score >= 0.55) return 'bright';
  if (score > 0) return 'light';
  return strain >= 0.5 ? 'tense' : 'low';
}

function feelingOf(journal: JournalText, sentence: JournalSentence): { sum: number; tense: number; hits: number } {
  const text = sentence.text.replaceAll(FLAT_PHRASES, (phrase) => ' '.repeat(phrase.length));
  const words = wordsOf(text);
  let sum = 0;
  let tense = 0;
  let hits = 0;
  for (const [index, word] of words.entries()) {
    const valence = VALENCE.get(word.lower);
    if (valence === undefined || journal.isQuoted(sentence.from + word.from)) continue;
    const value = valence * modifierOf(words, index, text);
    if (value === 0) continue;
    hits += 1;
    sum += value;
    if (value < 0 && TENSE.has(word.lower)) tense -= value;
  }
  for (const [idiom, value] of IDIOMS) {
    for (const match of text.matchAll(idiom)) {
      if (journal.isQuoted(sentence.from + match.index)) continue;
      hits += 1;
      sum += value;
    }
  }
  for (const match of text.matchAll(/[😀😃😄😁😊🙂😍🥰🔥🎉❤💕🥳😂😭😢😞😔😡😠😰😱💔]/gu)) {
    hits += 1;
    sum += '😭😢😞😔😡😠😰😱💔'.includes(match[0]) ? -0.4 : 0.5;
  }
  if (hits > 0 && /!{2,}/u.test(text)) sum *= 1.2;
  return { sum, tense, hits };
}

function modifierOf(words: readonly Word[], index: number, text: string): number {
  let factor = 1;
  for (let at = index - 1; at >= Math.max(0, index - REACH); at -= 1) {
    const word = words[at];
    if (word === undefined || /[,;:.!?]/u.test(text.slice(word.to, words[at + 1]?.from))) break;
    if (/^(?:but|and|though)$/u.test(word.lower)) break;
    if (NOT.test(word.lower)) return factor * -0.6;
    if (NOT_FELT.has(word.lower)) return 0;
    factor *= INTENSITY.get(word.lower) ?? 1;
  }
  return Math.min(factor, 2);
}
