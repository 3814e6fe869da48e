import { seededRandom } from '#main/domain/scheduling/random';

/** The words one meets most, in about their order; what comes after them is made of syllables. */
const COMMON =
  `the and to of a in i it was that is for my on with but not be at so this have as we had me you they are he she
from what about all there when one out up just then day time work today if or will can her his more like get no some do been
by would how after really went home good still them need think back an now only over week feel before much people going were
could know next your because did long got little last new again well made two see too into than very want morning first`.split(
    /\s+/,
  );
const STARTS = 'b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sk st t th tr v w'.split(' ');
const VOWELS = 'a e i o u ai ea oo ou ie'.split(' ');
const ENDS = ['', '', '', 'n', 'r', 'l', 's', 't', 'm', 'nd', 'ck', 'st'];
const ACCENTED = ['café', 'Zürich', 'déjà', 'naïve', 'Ångström', 'jalapeño', 'Übung', 'crème', 'São'];
const UNSPACED = ['東京で会議', '日曜日の朝', '今天天气很好', '我想去北京', 'ขอบคุณมาก', '안녕하세요'];
const PICTURES = ['🙂', '🎉', '👩🏽‍💻', '🇦🇹', '❤️'];

/** A seeded source of prose whose words are as unevenly spread as a language's (Zipf's law). */
export interface WordSource {
  /** Every word, the most frequent first. */
  readonly words: readonly string[];
  word(): string;
  /** Sentences and paragraphs of about this many words, now and then with accents, emoji or a script without spaces. */
  prose(length: number): string;
  /** A few words that begin with a capital. */
  title(length: number): string;
}

/** @param random gives numbers from 0 up to, but not including, 1 */
export function createWordSource(random: () => number, size = 40_000): WordSource {
  const words = vocabulary(size);
  const shares = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank += 1) shares[rank] = sum += 1 / (rank + 2.7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

  function word(): string {
    const wanted = random() * sum;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (shares[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low]!;
  }

  function rareWord(): string | null {
    const chance = random();
    if (chance > 0.01) return null;
    return pick(chance < 0.004 ? ACCENTED : chance < 0.007 ? PICTURES : UNSPACED);
  }

  return {
    words,
    word,
    prose(length) {
      let text = '';
      for (let left = length; left > 0;) {
        const sentence = Math.min(left, 5 + Math.floor(random() * 14));
        const parts = Array.from({ length: sentence }, () => rareWord() ?? word());
        text += `${capital(parts.join(' '))}.${random() < 0.15 ? '\n\n' : ' '}`;
        left -= sentence;
      }
      return text.trimEnd();
    },
    title: (length) => capital(Array.from({ length }, word).join(' ')),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The same words for every seed, so that two fillings can be asked the same questions. */
function vocabulary(size: number): string[] {
  const random = seededRandom(7);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  const words = new Set(COMMON);
  while (words.size < size) {
    const syllables = words.size < 1_000 ? 2 : 2 + Math.floor(random() * 2.4);
    words.add(Array.from({ length: syllables }, () => pick(STARTS) + pick(VOWELS) + pick(ENDS)).join(''));
  }
  return [...words];
}
