import { tokenise } from './tokens.ts';

/**
 * A language beside English, as data. The parsers know one vocabulary, that of the English lexicon; a language says which of
 * its phrases stand for which of those words, and the few ways in which its sentences are built otherwise. Adding one is
 * writing such a table (and a line in `languages.ts`).
 *
 * Words the parsers know that no person writes begin with a tilde: `~ago` ("vor 3 Tagen", "il y a 3 jours": before what it
 * counts), `~halfto` ("halb drei"), `~past` and `~less` ("y cuarto", "moins dix"), `~de` (of or from), `~to` (at or to).
 */
export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  readonly phrases: PhraseTable;
  /** Words that are everyday English too, or mean too much: they count only beside other words of the language. */
  readonly everyday: ReadonlySet<string>;
  /** Words that would be taken for English ones and are none: French "mon", German "tod". */
  readonly plain: ReadonlySet<string>;
  /** What an apostrophe may cut off: "l'année", "dell'anno". */
  readonly elisions: ReadonlySet<string>;
  /** "vendredi prochain", "la settimana scorsa": next and last stand behind their noun. */
  readonly isAdjectiveAfter: boolean;
  /** "Oma anrufen": what is to be done stands last. */
  readonly isVerbLast: boolean;
  /** "der 3. Mai": a point makes an ordinal. */
  readonly isOrdinalPoint: boolean;
  /** "1er", "2ª": endings that make an ordinal of digits. */
  readonly ordinalSuffixes: ReadonlySet<string>;
}

/** A phrase of the language and the words it stands for. */
export interface Phrase {
  readonly words: readonly string[];
  readonly meaning: readonly string[];
}

/** Phrases by their first word, the longest first. */
export type PhraseTable = ReadonlyMap<string, readonly Phrase[]>;

/**
 * Builds a table from rows: the words the parsers know, and after them what the language says for them, parted by
 * commas. `(a|b)` in a phrase is each of its alternatives, `(a|)` may be missing.
 */
export function phraseTable(
  rows: Readonly<Record<string, string>>,
  spell: (phrase: string) => readonly string[],
): PhraseTable {
  const table = new Map<string, Phrase[]>();
  const seen = new Set<string>();
  for (const [meaning, variants] of Object.entries(rows)) {
    const known = meaning.split(' ');
    for (const phrase of variants
      .split(',')
      .flatMap((one) => alternatives(one.trim()))
      .flatMap(spell)) {
      const words = tokenise(phrase).map(({ word }) => word);
      const [first] = words;
      const key = words.join(' ');
      if (first === undefined || seen.has(key)) continue;
      seen.add(key);
      table.set(first, [...(table.get(first) ?? []), { words, meaning: known }]);
    }
  }
  for (const phrases of table.values()) phrases.sort((one, other) => other.words.length - one.words.length);
  return table;
}

function alternatives(phrase: string): readonly string[] {
  const group = /\(([^()]*)\)/.exec(phrase);
  if (!group) return [phrase.replace(/\s+/g, ' ').trim()];
  const [before, after] = [phrase.slice(0, group.index), phrase.slice(group.index + group[0].length)];
  return (group[1] ?? '').split('|').flatMap((one) => alternatives(before + one + after));
}

/** A phrase as it stands, and as it is typed on a keyboard without accents. */
export function withoutAccents(phrase: string): readonly string[] {
  // Short words differ by their accents alone: "à" and "a", "é" and "e".
  const plain = phrase
    .split(' ')
    .map((word) => (word.length > 3 ? word.normalize('NFD').replace(/\p{M}/gu, '') : word))
    .join(' ');
  return plain === phrase ? [phrase] : [phrase, plain];
}

/** A set of words. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
