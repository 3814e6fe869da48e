// One tokenizer for both sides: the index is given words this file has already folded, so that SQLite's own (Unicode 6.1)
// rules never decide what a word is, and what is marked in a result is what the index found.

/** Scripts that put no spaces between words, and Hangul, whose syllables are searched inside words too. */
const UNSPACED_SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Hangul'] as const;
const UNSPACED = UNSPACED_SCRIPTS.map((script) => String.raw`\p{Script=${script}}`).join('');
const PICTURE = String.raw`\p{Extended_Pictographic}\p{Regional_Indicator}`;
/** A character that is a token of its own; several of them are searched as a phrase. */
const ALONE = String.raw`[[${UNSPACED}]&&[\p{L}\p{N}]]|[${PICTURE}]`;
/** What words are made of. Variation selectors only say how the character before them looks. */
const IN_WORD = String.raw`[[\p{L}\p{N}\p{M}\p{Co}]--[${UNSPACED}${PICTURE}\u{fe00}-\u{fe0f}]]`;
const TOKEN = new RegExp(`${ALONE}|${IN_WORD}+`, 'gv');
const IS_ALONE = new RegExp(`^(?:${ALONE})$`, 'v');
const IS_IN_WORD = new RegExp(`^${IN_WORD}$`, 'v');
const IS_PICTURE = new RegExp(`^[${PICTURE}]$`, 'v');

/** Not `u`: with it the same search takes five times as long. */
// oxlint-disable-next-line no-control-regex -- everything beyond ASCII is meant
const BEYOND_ASCII = /[^\u0000-\u007f]/;
const RUNS_BEYOND_ASCII = new RegExp(`${BEYOND_ASCII.source}+`, 'g');
/** Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic; not the marks that make another kana or vowel. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]/gu;
/** Letters that people type without their stroke or ligature, and that Unicode does not take apart. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i', ς: 'σ' };
/** The unicode61 tokenizer keeps private-use characters, but not all pictures: those are indexed under their number. */
const PICTURE_SIGN = '\u{e000}';

const foldedCharacters = new Map<string, string>();

/** A character without case, accents and width. */
function foldCharacter(character: string): string {
  let folded = foldedCharacters.get(character);
  if (folded === undefined) {
    const plain = character.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase();
    folded = PLAIN[plain] ?? plain;
    foldedCharacters.set(character, folded);
  }
  return folded;
}

function foldRun(run: string): string {
  let folded = '';
  for (const character of run) folded += foldCharacter(character);
  return folded;
}

/** A text as it is compared: without case, accents and width. */
export const foldText = (text: string): string => text.replace(RUNS_BEYOND_ASCII, foldRun).toLowerCase();

/** A folded text and where each of its UTF-16 units (and its end) stood in the original. */
export interface FoldedText {
  readonly text: string;
  original(at: number): number;
}

/** As {@link foldText}, remembering where everything was. */
export function foldWithOffsets(text: string): FoldedText {
  const folded = foldText(text);
  if (!BEYOND_ASCII.test(text)) return { text: folded, original: (at) => at };
  // Where folding changed the length: from folded offset `ends[i]` on, the original is at `originals[i]`.
  const ends: number[] = [];
  const originals: number[] = [];
  let shift = 0;
  for (const run of text.matchAll(RUNS_BEYOND_ASCII)) {
    let at = run.index;
    for (const character of run[0]) {
      const length = foldCharacter(character).length;
      at += character.length;
      if (length === character.length) continue;
      shift += length - character.length;
      ends.push(at + shift);
      originals.push(at);
    }
  }
  return {
    text: folded,
    original(at) {
      let index = ends.length;
      while (index > 0 && ends[index - 1]! > at) index -= 1;
      const plain = index === 0 ? at : originals[index - 1]! + at - ends[index - 1]!;
      return Math.min(plain, originals[index] ?? text.length);
    },
  };
}

/** The tokens of a folded text. */
export const tokensOf = (folded: string): string[] => folded.match(TOKEN) ?? [];

/** Whether a token is a character that stands for itself: of a script without spaces, or a picture. */
export const standsAlone = (token: string): boolean => IS_ALONE.test(token);

/** A token as the index knows it. */
export function indexTerm(token: string): string {
  return IS_PICTURE.test(token) ? `${PICTURE_SIGN}${token.codePointAt(0)!.toString(16)}` : token;
}

const indexedCharacters = new Map<string, string>();

/** A character beyond ASCII as the index reads it: what is no part of a word, or stands alone, parts its neighbours. */
function indexCharacter(character: string): string {
  let indexed = indexedCharacters.get(character);
  if (indexed === undefined) {
    indexed = '';
    for (const folded of foldCharacter(character))
      indexed += IS_IN_WORD.test(folded) ? folded : IS_ALONE.test(folded) ? ` ${indexTerm(folded)} ` : ' ';
    indexedCharacters.set(character, indexed);
  }
  return indexed;
}

function indexRun(run: string): string {
  let indexed = '';
  for (const character of run) indexed += indexCharacter(character);
  return indexed;
}

/** A text as the index reads it, see the generated triggers. Deterministic. */
export const searchText = (text: string): string => text.replace(RUNS_BEYOND_ASCII, indexRun);

const ASCII_IN_WORD = Array.from({ length: 128 }, (_, code) => IS_IN_WORD.test(String.fromCharCode(code)));
const beyondAsciiInWord = new Map<number, boolean>();

function isInWord(code: number | undefined): boolean {
  if (code === undefined) return false;
  if (code < 128) return ASCII_IN_WORD[code]!;
  let known = beyondAsciiInWord.get(code);
  if (known === undefined) beyondAsciiInWord.set(code, (known = IS_IN_WORD.test(String.fromCodePoint(code))));
  return known;
}

/** Whether a token may begin or end at an offset of a folded text: the characters around it are not of one word. */
export function isTokenEdge(folded: string, at: number): boolean {
  if (at <= 0 || at >= folded.length) return true;
  const before = folded.charCodeAt(at - 1);
  const isLow = before >= 0xdc00 && before <= 0xdfff;
  return !(isInWord(isLow ? folded.codePointAt(at - 2) : before) && isInWord(folded.codePointAt(at)));
}

/** The first offset at or after `at` where a token may begin. */
export function nextToken(folded: string, at: number): number {
  for (let place = at; place < folded.length;) {
    const code = folded.codePointAt(place)!;
    if (isInWord(code) || IS_ALONE.test(String.fromCodePoint(code))) return place;
    place += code > 0xffff ? 2 : 1;
  }
  return folded.length;
}
