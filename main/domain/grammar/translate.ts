import type { Language, Phrase } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/**
 * Gives the tokens of a text the words the parsers know, by the tables of a language. Offsets stay those of the text. With
 * `isGuest` the text is English: only words that are none in English count, and what stands beside them.
 */
export function translate(tokens: readonly Token[], language: Language, isGuest: boolean): readonly Token[] {
  const split = language.elisions.size > 0 ? tokens.flatMap((token) => elided(token, language)) : tokens;
  const out: Token[] = [];
  let wasTranslated = false;
  let at = 0;
  while (at < split.length) {
    const token = split[at];
    if (!token) break;
    // "9am" is a time in every language, "um 9 am Freitag" is not.
    const isHalf = token.word === 'am' && !token.spaced && split[at - 1]?.kind === 'number';
    const phrase = token.kind === 'opaque' || isHalf ? undefined : phraseAt(split, at, language);
    const isEveryday = phrase?.words.length === 1 && language.everyday.has(token.word);
    if (phrase && !(isGuest && isEveryday && !wasTranslated)) {
      const meant = spoken(split.slice(at, at + phrase.words.length), phrase.meaning);
      const isShort = isEveryday && token.word.length <= SHORT;
      out.push(...(isShort ? meant.map((one) => ({ ...one, isEveryday: true })) : meant));
      at += phrase.words.length;
      wasTranslated = true;
    } else {
      const isMasked = !isGuest && token.kind === 'word' && language.plain.has(token.word);
      out.push(isMasked ? { ...token, word: `~${token.word}` } : token);
      at += 1;
      wasTranslated = false;
    }
  }
  return out;
}

/** Of everyday words only short ones are as easily something else. */
const SHORT = 4;

/** How many tokens are words of the language and of no other, and how many are of English alone. */
export function evidenceFor(
  tokens: readonly Token[],
  language: Language,
  english: Lexicon,
): { readonly own: number; readonly english: number } {
  let own = 0;
  let theirs = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const phrase = phraseAt(tokens, at, language);
    const isKnown = phrase !== undefined || hasElision(token, language);
    const isOwn = isKnown && !language.everyday.has(token.word) && !english.beginners.has(token.word);
    const { taskVerbs, entryOpenings } = english.kinds;
    const isTheirs = english.beginners.has(token.word) || taskVerbs.has(token.word) || entryOpenings.has(token.word);
    if (isOwn) own += 1;
    else if (!isKnown && isTheirs && !isEither(token.word, language, english)) theirs += 1;
  }
  return { own, english: theirs };
}

/** "pm", "PST" and words that every language writes speak for none. */
function isEither(word: string, language: Language, english: Lexicon): boolean {
  const halves = [english.classes.get('am'), english.classes.get('pm')];
  return (
    language.plain.has(word) ||
    english.zones.has(word) ||
    halves.some((words) => words?.has(word) === true) ||
    word.length < 2
  );
}

function phraseAt(tokens: readonly Token[], at: number, { phrases }: Language): Phrase | undefined {
  return phrases.get(tokens[at]?.word ?? '')?.find(({ words }) =>
    words.every((word, index) => {
      const token = tokens[at + index];
      return token?.word === word && (index === 0 || !token.newLine);
    }),
  );
}

/** The tokens of a phrase with the words they stand for: the last takes what is left, words too many take no room. */
function spoken(tokens: readonly Token[], meaning: readonly string[]): readonly Token[] {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (!first || !last) return [];
  const extra = Math.max(0, meaning.length - tokens.length);
  return meaning.map((word, index): Token => {
    const isLast = index === meaning.length - 1;
    const own = tokens[Math.max(0, index - extra)] ?? last;
    const isEmpty = index < extra;
    return {
      kind: /^\d+$/.test(word) ? 'number' : /^[\p{L}~]/u.test(word) ? 'word' : 'mark',
      from: own.from,
      to: isEmpty ? own.from : isLast ? last.to : own.to,
      word,
      spaced: index === 0 ? first.spaced : isEmpty || index <= extra || own.spaced,
      newLine: index === 0 && first.newLine,
    };
  });
}

function hasElision(token: Token, { elisions }: Language): boolean {
  const cut = token.word.indexOf("'");
  return cut > 0 && elisions.has(token.word.slice(0, cut));
}

/** "l'année" as "l'" and "année"; a word with a meaning of its own ("aujourd'hui") stays whole. */
function elided(token: Token, language: Language): readonly Token[] {
  if (!hasElision(token, language) || language.phrases.has(token.word)) return [token];
  const cut = token.word.indexOf("'") + 1;
  const middle = token.from + cut;
  return [
    { ...token, to: middle, word: token.word.slice(0, cut - 1) },
    { ...token, from: middle, word: token.word.slice(cut), spaced: true, newLine: false },
  ];
}
