import type { Language } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Puts translated words in the order the parsers expect. The tokens keep their places in the text, the words move. */
export function inOrder(tokens: readonly Token[], language: Language, lexicon: Lexicon): readonly Token[] {
  const words = tokens.map((token) => ({ ...token }));
  for (let at = 0; at < words.length; at += 1) {
    if (language.isOrdinalPoint) pointOrdinal(words, at, lexicon);
    suffixOrdinal(words, at, language);
    if (language.isAdjectiveAfter) adjectiveBefore(words, at, lexicon);
    oneOfTwo(words, at, lexicon);
    dayNumber(words, at, language);
    withinOrBy(words, at, lexicon);
  }
  return words;
}

type Words = { -readonly [Key in keyof Token]: Token[Key] }[];

/** "3. Mai", "jeden 2. Freitag", "am 3.": the point of an ordinal, not of a time, a date in digits or a sentence's end. */
function pointOrdinal(words: Words, at: number, lexicon: Lexicon): void {
  const [before, number, point, after] = [words[at - 1], words[at], words[at + 1], words[at + 2]];
  if (number?.kind !== 'number' || number.word.length > 2 || point?.word !== '.' || point.spaced) return;
  if (after !== undefined && (after.kind === 'number' || !after.spaced)) return;
  const isNamed =
    after !== undefined &&
    (lexicon.months.has(after.word) || lexicon.weekdays.has(after.word) || lexicon.units.has(after.word));
  const isMarked = before !== undefined && /^(on|the|every|until|from|to|~to|of|~de)$/.test(before.word);
  if (isNamed || isMarked) {
    point.word = 'th';
    point.kind = 'word';
  }
}

/** "1er", "2ª". */
function suffixOrdinal(words: Words, at: number, { ordinalSuffixes }: Language): void {
  const [number, suffix] = [words[at], words[at + 1]];
  if (number?.kind !== 'number' || !suffix || suffix.spaced) return;
  const raw = suffix.word.replace(/^~/, '');
  if (ordinalSuffixes.has(raw)) {
    suffix.word = 'th';
    suffix.kind = 'word';
  }
}

/** "friday next" becomes "next friday", "24 hours last" "last 24 hours", "three next weeks" "next three weeks". */
function adjectiveBefore(words: Words, at: number, lexicon: Lexicon): void {
  const [noun, adjective] = [words[at], words[at + 1]];
  if (!noun || !adjective || noun.kind === 'opaque' || adjective.newLine) return;
  if (!/^(next|last|coming|following|this)$/.test(adjective.word)) return;
  const isCount =
    noun.kind === 'number' || (lexicon.numbers.has(noun.word) && lexicon.units.has(words[at + 2]?.word ?? ''));
  const isNoun =
    [lexicon.weekdays, lexicon.months, lexicon.units, lexicon.seasons].some((table) => table.has(noun.word)) ||
    noun.word === 'weekend';
  if (!isNoun && !isCount) return;
  // The noun's own count goes along: "les 24 heures passées".
  const count = words[at - 1];
  const isCounted =
    isNoun &&
    lexicon.units.has(noun.word) &&
    count !== undefined &&
    (count.kind === 'number' || lexicon.numbers.has(count.word));
  const moved = isCounted ? [count, noun, adjective] : [noun, adjective];
  const said = moved.map(({ word, kind }) => ({ word, kind }));
  for (const [index, token] of moved.entries()) Object.assign(token, said.at(index - 1));
}

/** "dia 12 de outubro", "el día 5": the word for day names the number behind it. */
function dayNumber(words: Words, at: number, { isAdjectiveAfter }: Language): void {
  const [before, day, number] = [words[at - 1], words[at], words[at + 1]];
  if (!isAdjectiveAfter || day?.word !== 'day' || number?.kind !== 'number' || number.word.length > 2) return;
  if (before?.kind !== 'number') day.word = 'the';
}

/** "entro 3 giorni" is within, "entro venerdì" by. */
function withinOrBy(words: Words, at: number, lexicon: Lexicon): void {
  const [within, after] = [words[at], words[at + 1]];
  if (within?.word !== 'within' || !after) return;
  const isCount =
    after.kind === 'number' ||
    lexicon.numbers.has(after.word) ||
    lexicon.articles.has(after.word) ||
    after.word === 'the' ||
    lexicon.classes.get('half')?.has(after.word) === true;
  if (!isCount) within.word = 'by';
}

/** "un vendredi sur deux" is "a friday ~outoftwo": every other friday. */
function oneOfTwo(words: Words, at: number, lexicon: Lexicon): void {
  const [one, day, outOfTwo] = [words[at], words[at + 1], words[at + 2]];
  if (!one || !day || outOfTwo?.word !== '~outoftwo' || !/^(a|one|the)$/.test(one.word)) return;
  if (!lexicon.weekdays.has(day.word) && !lexicon.units.has(day.word)) return;
  outOfTwo.word = day.word;
  one.word = 'every';
  day.word = 'other';
}
