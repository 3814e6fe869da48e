/** A piece of a text: a word, a run of digits, any other single character, or an opaque address. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark' | 'opaque';
  /** UTF-16 offsets into the text; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  /** Lower case, with straight apostrophes. */
  readonly word: string;
  /** Whether white space, or the beginning of the text, stands before it. */
  readonly spaced: boolean;
  /** Whether a line break stands before it. */
  readonly newLine: boolean;
  /** Whether it stands for a short everyday word of its language: French "mer", German "so". */
  readonly isEveryday?: boolean;
}

/**
 * How much of a text is read for dates and marks; the rest is kept as plain words. A capture is a sentence, not a
 * book: this bounds the time a pasted file can take.
 */
export const READ_LIMIT = 20_000;

const ADDRESS = /(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}.-]{1,190}/uy;
const PIECE = /(\p{L}[\p{L}\p{M}]*(?:['’][\p{L}\p{M}]+)*)|(\p{Nd}+)|\s+|./suy;

/**
 * Cuts a text into tokens, in order and without white space. Web and mail addresses stay whole, so that nothing inside
 * one is read as a date or a mark.
 */
export function tokenise(text: string): readonly Token[] {
  const read = text.slice(0, READ_LIMIT);
  const tokens: Token[] = [];
  let at = 0;
  let spaced = true;
  let newLine = false;
  while (at < read.length) {
    const address = spaced ? matchAt(ADDRESS, read, at) : undefined;
    const match = address ?? matchAt(PIECE, read, at);
    const piece = match?.[0] ?? read.charAt(at);
    if (address === undefined && /^\s/u.test(piece)) {
      spaced = true;
      newLine ||= /[\n\r\u2028\u2029]/.test(piece);
    } else {
      tokens.push({
        kind: address ? 'opaque' : kindOf(match),
        from: at,
        to: at + piece.length,
        word: piece.toLowerCase().replaceAll('’', "'"),
        spaced,
        newLine,
      });
      spaced = false;
      newLine = false;
    }
    at += piece.length;
  }
  return tokens;
}

function kindOf(match: RegExpExecArray | undefined): Token['kind'] {
  if (match?.[1] !== undefined) return 'word';
  // Only ASCII digits have a value here; other scripts' digits stay words until a lexicon needs them.
  if (match?.[2] !== undefined) return /^[0-9]+$/.test(match[2]) ? 'number' : 'word';
  return 'mark';
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
