/**
 * A change of a long text, kept as the stretch that differs: `[at, text, length]` = at UTF-16 offset `at` stood `text`, in a
 * text of `length` units.
 */
export type TextCut = readonly [at: number, text: string, length: number];

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** The bounds of what differs between two texts. Never splits a surrogate pair: SQLite could not store the halves. */
function differing(before: string, after: string): { start: number; endBefore: number; endAfter: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start -= 1;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail += 1;
  if (tail > 0 && isHigh(before.charCodeAt(before.length - tail - 1))) tail -= 1;
  return { start, endBefore: before.length - tail, endAfter: after.length - tail };
}

/** What `before` had where it differs from `after`. */
export function cutOf(before: string, after: string): TextCut {
  const { start, endBefore } = differing(before, after);
  return [start, before.slice(start, endBefore), before.length];
}

/**
 * Puts `to` where `from` stands.
 *
 * @returns the text, or null when `text` no longer holds `from` there: somebody changed it since
 */
export function applyCut(text: string, from: TextCut, to: TextCut): string | null {
  const [at, expected, length] = from;
  if (text.length !== length || text.slice(at, at + expected.length) !== expected) return null;
  return text.slice(0, at) + to[1] + text.slice(at + expected.length);
}
