// Scripts that put no spaces between words: each character becomes a token of its own, and a search for several of them a
// phrase. Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar, Hangul (syllables are searched inside words too).
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hangul}]/gu;
const HAS_UNSPACED = new RegExp(UNSPACED.source, 'u');

/** A text as the index reads it: characters of unspaced scripts set apart. Deterministic; also applied to queries. */
export function searchText(text: string): string {
  return HAS_UNSPACED.test(text) ? text.replace(UNSPACED, ' $& ') : text;
}
