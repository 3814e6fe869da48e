import type { Text } from '@codemirror/state';

/**
 * CodeMirror counts every line break as one character and joins lines with one separator. A text whose breaks are all
 * alike comes back byte for byte by choosing that separator; in a mixed text the lines are split at `\n` and each `\r`
 * stays where it was as a character (drawn as nothing).
 */
export type LineSeparator = '\n' | '\r\n' | '\r';

/** The separator under which CodeMirror gives `text` back unchanged. */
export function separatorOf(text: string): LineSeparator {
  const feeds = text.includes('\n');
  if (!text.includes('\r')) return '\n';
  if (!feeds) return '\r';
  return /\r(?!\n)|(?<!\r)\n/.test(text) ? '\n' : '\r\n';
}

/** Foreign text (a paste) with the breaks of the document it goes into. */
export function withSeparator(text: string, separator: LineSeparator): string {
  return text.replaceAll(/\r\n?|\n/g, separator);
}

/**
 * Turns an offset into the text as the app knows it (UTF-16 units of the string, breaks as they are) into a position in
 * the document. They differ only in a `\r\n` text, by one for each line before; found by halving, not by reading.
 */
export function positionOf(doc: Text, separator: LineSeparator, offset: number): number {
  if (separator !== '\r\n') return Math.max(0, Math.min(offset, doc.length));
  let low = 1;
  let high = doc.lines;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (doc.line(middle).from + middle - 1 <= offset) low = middle;
    else high = middle - 1;
  }
  const line = doc.line(low);
  return Math.max(line.from, Math.min(offset - (low - 1), line.to));
}
