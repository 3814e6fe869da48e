/** A word and where it stands; `to` is exclusive. */
export interface Word {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Lower case, with a straight apostrophe. */
  readonly lower: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.:,&/-][\p{L}\p{M}\p{N}]+)*/gu;
const GLUED = /^(?=.*[.,:/])(?!.*\d)/u;

/**
 * The words of `text` between two offsets. An apostrophe, a hyphen and the point, comma or colon of a number stay inside
 * a word ("I'd", "re-order", "12.50", "11:59pm"); between letters a comma or point parts two words.
 */
export function wordsOf(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(from, to).matchAll(WORD)) {
    const at = from + match.index;
    if (!GLUED.test(match[0])) {
      words.push(wordAt(match[0], at));
      continue;
    }
    let offset = 0;
    for (const piece of match[0].split(/[.,:/]/u)) {
      if (piece !== '') words.push(wordAt(piece, at + offset));
      offset += piece.length + 1;
    }
  }
  return words;
}

function wordAt(text: string, from: number): Word {
  return { from, to: from + text.length, text, lower: text.toLowerCase().replaceAll('’', "'") };
}

/** Phrases by their first word, the longest first. */
export type Phrases<Value> = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly value: Value }[]
>;

/** Prepares a table of phrases ("need to" -> value) for {@link phraseAt}. */
export function phrases<Value>(table: Readonly<Record<string, Value>>): Phrases<Value> {
  const byFirst = new Map<string, { words: readonly string[]; value: Value }[]>();
  for (const [phrase, value] of Object.entries(table)) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, value }]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

/** The longest phrase that begins at word `index`, if any. */
export function phraseAt<Value>(
  table: Phrases<Value>,
  words: readonly Word[],
  index: number,
): { readonly value: Value; readonly length: number } | undefined {
  const first = words[index];
  if (first === undefined) return undefined;
  const found = table
    .get(first.lower)
    ?.find((entry) => entry.words.every((word, k) => words[index + k]?.lower === word));
  return found && { value: found.value, length: found.words.length };
}

/** A rough English stem: plural, -ing and -ed endings are taken off. Good for comparing, not for showing. */
export function stemOf(lower: string): string {
  const word = lower.replace(/'s$|'$/u, '');
  if (word.length <= 3) return word;
  if (/(?:ss|us|is)$/u.test(word)) return word;
  if (/[^aeiou]ies$/u.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/u.test(word)) return word.slice(0, -2);
  if (word.endsWith('s')) return word.slice(0, -1);
  const bare = word.length > 5 ? word.replace(/(?:ing|ed)$/u, '') : word;
  return bare === word ? word.replace(/e$/u, '') : bare.replace(/([bdgklmnprt])\1$/u, '$1');
}
