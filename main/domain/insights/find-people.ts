import type { TextInsights } from '#contract/insights';
import type { JournalText } from './journal-text.ts';
import { COMMON_NOUNS } from './lexicon/common-nouns.ts';
import {
  DETERMINERS,
  FIRST_NAMES,
  KINSHIP,
  NOT_PEOPLE,
  OPENING_WORDS,
  PERSON_AFTER,
  PERSON_BEFORE,
  PLACE_BEFORE,
  SPEAKING,
  TITLES,
  WORD_NAMES,
  WORD_TITLES,
} from './lexicon/names.ts';
import { ACTION_VERBS } from './lexicon/verbs.ts';
import type { Word } from './words.ts';

type FoundPerson = TextInsights['people'][number];

interface Mention {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly score: number;
}

/** Signs below this are no person. */
const ENOUGH = 2;
const PET = /\b(?:dog|cat|puppy|kitten|hamster|rabbit|horse|pony|parrot|goldfish|fish|vet|budgie|guinea pig)\b/iu;

/** The people a text names, each once, in the fullest form that stands there. */
export function findPeople(journal: JournalText): FoundPerson[] {
  const lowered = new Set<string>();
  for (const sentence of journal.sentences)
    for (const word of sentence.words) if (word.text === word.lower) lowered.add(word.lower);
  const best = new Map<string, Mention>();
  for (const sentence of journal.sentences) {
    const { words } = sentence;
    for (let at = 0; at < words.length;) {
      const mention = mentionAt(journal, words, at, lowered);
      if (mention === undefined) {
        at += 1;
        continue;
      }
      at += mention.length;
      const key = mention.name.toLowerCase().replace(/^(?:mrs?|ms|dr|prof|mme)\.?\s+/iu, '');
      const known = best.get(key);
      const score = mention.score + (known?.score ?? 0);
      const fuller = known === undefined || mention.name.length > known.name.length;
      best.set(key, { ...(fuller ? mention : known), score });
    }
  }
  const mentions = [...best.values()].filter((mention) => mention.score >= ENOUGH && !isPet(journal, mention));
  const fullest = mentions.filter(
    (mention) => !mentions.some((other) => other !== mention && includesName(other.name, mention.name)),
  );
  return fullest
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, name }) => ({ from, to, quote: journal.text.slice(from, to), name }));
}

function includesName(whole: string, part: string): boolean {
  return whole.length > part.length && whole.toLowerCase().split(/\s+/u).includes(part.toLowerCase());
}

/** The fish with the name tag, the dog that ate the sock: their sentence or the next says what they are. */
function isPet(journal: JournalText, mention: Mention): boolean {
  const around = journal.text.slice(Math.max(0, mention.from - 30), mention.to + 40);
  return PET.test(around) && !FIRST_NAMES.has(mention.name.toLowerCase());
}

function mentionAt(
  journal: JournalText,
  words: readonly Word[],
  at: number,
  lowered: ReadonlySet<string>,
): (Mention & { length: number }) | undefined {
  const word = words[at];
  if (word === undefined || journal.isQuoted(word.from)) return undefined;
  if (journal.isDate(word.from)) return undefined;
  const before = words[at - 1];
  if (journal.text[word.from - 1] === '@') return mention(journal, word, word, 5, 1);
  const titled = titledAt(journal, words, at);
  if (titled) return titled;
  const bare = word.lower.replace(/'s$/u, '');
  if (KINSHIP.has(bare)) return kinAt(journal, words, at);
  if (/^\p{Lu}[\p{Ll}\p{Lu}\p{M}'’-]*$/u.test(word.text)) return capitalisedAt(journal, words, at, lowered);
  if (
    FIRST_NAMES.has(bare) &&
    word.text === word.lower &&
    !/^(?:june|jun|iris|holly|robin|penny|rob|jesus|dale|wanda|jean)$/u.test(bare)
  ) {
    if (before !== undefined && DETERMINERS.has(before.lower)) return undefined;
    return mention(journal, word, word, 2, 1);
  }
  return undefined;
}

function titledAt(
  journal: JournalText,
  words: readonly Word[],
  at: number,
): (Mention & { length: number }) | undefined {
  const word = words[at];
  const name = words[at + 1];
  if (word === undefined || name === undefined || !TITLES.has(word.lower)) return undefined;
  if (!/^\.?\s$/u.test(journal.text.slice(word.to, name.from))) return undefined;
  const isCapital = /^\p{Lu}\p{L}/u.test(name.text);
  const isTitle = /^\p{Lu}/u.test(word.text);
  if (WORD_TITLES.has(word.lower) && !(isCapital && isTitle)) return undefined;
  if (!isCapital && !/^(?:mrs?|ms|miss|dr)$/u.test(word.lower)) return undefined;
  if (!isCapital && word.lower === 'miss' && !FIRST_NAMES.has(name.lower)) return undefined;
  const surname = words[at + 2];
  const longer =
    isCapital && surname !== undefined && isName(surname) && journal.text.slice(name.to, surname.from) === ' ';
  return mention(journal, word, longer ? surname : name, 5, longer ? 3 : 2);
}

function isName(word: Word): boolean {
  return /^\p{Lu}\p{Ll}+/u.test(word.text) && !NOT_PEOPLE.has(word.lower) && !OPENING_WORDS.has(word.lower);
}

function kinAt(journal: JournalText, words: readonly Word[], at: number): (Mention & { length: number }) | undefined {
  const word = words[at];
  const before = words[at - 1];
  if (word === undefined) return undefined;
  if (before !== undefined && (DETERMINERS.has(before.lower) || /['’]s$/u.test(before.lower))) return undefined;
  const next = words[at + 1];
  if (
    next !== undefined &&
    isName(next) &&
    /^\p{Lu}/u.test(word.text) &&
    journal.text.slice(word.to, next.from) === ' '
  ) {
    return mention(journal, word, next, 4, 2);
  }
  return mention(journal, word, word, 3, 1);
}

function capitalisedAt(
  journal: JournalText,
  words: readonly Word[],
  at: number,
  lowered: ReadonlySet<string>,
): (Mention & { length: number }) | undefined {
  const word = words[at];
  if (word === undefined || /^\p{Lu}+$/u.test(word.text) || word.text.length < 2) return undefined;
  const bare = word.lower.replace(/'s$|s'$/u, '');
  const known = FIRST_NAMES.has(bare);
  const before = words[at - 1];
  const starts = before === undefined || /[.!?:;"“]|^\s*[-–—]\s*$/u.test(journal.text.slice(before.to, word.from));
  const score0 = known ? 3 : 0;
  const after = words[at + 1];
  if (!known && (NOT_PEOPLE.has(bare) || (starts && OPENING_WORDS.has(bare)) || OPENING_WORDS.has(bare))) {
    if (!WORD_NAMES.has(bare) || !(isPersonVerb(after) || (!starts && PERSON_BEFORE.has(before.lower))))
      return undefined;
  }
  if (starts && !known && (ACTION_VERBS.has(bare) || /(?:ed|ing|ly)$/u.test(bare))) return undefined;
  const surname =
    after !== undefined && isName(after) && journal.text.slice(word.to, after.from) === ' ' ? after : undefined;
  const last = surname ?? word;
  const following = words[at + (surname ? 2 : 1)];
  let score = score0;
  const adjacent = following !== undefined && /^\s*$/u.test(journal.text.slice(last.to, following.from));
  if (
    adjacent &&
    (known || !starts || !COMMON_NOUNS.has(bare) ? isPersonVerb(following) : SPEAKING.has(following.lower))
  )
    score += 2;
  if (
    adjacent &&
    starts &&
    following.lower === 'from' &&
    /^(?:next|work|school|the|down|across)$/u.test(words[at + (surname ? 3 : 2)]?.lower ?? '')
  )
    score += 2;
  if (before !== undefined && !starts) {
    if (PERSON_BEFORE.has(before.lower)) score += 2;
    if (/^(?:told|tell|ask|asked|with|text|called|call)$/u.test(before.lower)) score += 1;
    if (PLACE_BEFORE.has(before.lower)) score -= 2;
    if (
      /^(?:and|or)$/u.test(before.lower) &&
      words[at - 2] !== undefined &&
      FIRST_NAMES.has(words[at - 2]?.lower ?? '')
    )
      score += 2;
    if (
      /^(?:to)$/u.test(before.lower) &&
      /^(?:talk|talked|speak|spoke|said|wrote|write|gave|give|sent)$/u.test(words[at - 2]?.lower ?? '')
    )
      score += 3;
  }
  if (/['’]s?$/u.test(word.text.slice(-2)) && !starts) score += known ? 0 : 1;
  if (!known && lowered.has(bare)) score -= 3;
  if (
    following !== undefined &&
    adjacent &&
    /^(?:day|street|road|park|station|avenue|church|school|university|company|bank|hotel|cup|league)$/u.test(
      following.lower,
    )
  )
    score -= 3;
  if (score <= 0) return score < 0 ? undefined : mention(journal, word, last, 0.5, surname ? 2 : 1);
  return mention(journal, word, last, score, surname ? 2 : 1);
}

function isPersonVerb(word: Word | undefined): boolean {
  return (
    word !== undefined && word.text === word.lower && (PERSON_AFTER.has(word.lower) || /[a-z]{2}ed$/u.test(word.lower))
  );
}

function mention(
  journal: JournalText,
  first: Word,
  last: Word,
  score: number,
  length: number,
): Mention & { length: number } {
  const possessive = /(?:['’]s|(?<=s)['’])$/u.exec(journal.text.slice(first.from, last.to))?.[0].length ?? 0;
  const to = last.to - possessive;
  return { from: first.from, to, name: journal.text.slice(first.from, to), score, length };
}
