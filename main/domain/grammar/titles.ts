import type { Annotation } from './annotations.ts';
import { wordAt, type Scan } from './scan.ts';

/**
 * The words that are left of a stretch of text when its dates and marks are taken out. Names stay ("with @ana" keeps
 * "with ana"), words that hung on a date go with it ("on", "at"), and if nothing is left the whole text is the title.
 */
export function titleOf(scan: Scan, at: number, next: number, annotations: readonly Annotation[]): string {
  const removed = new Set<number>();
  for (const one of annotations) {
    if (one.role === 'company') continue;
    const end = one.role === 'person' ? one.at + 1 : one.next;
    for (let index = one.at; index < end; index += 1) removed.add(index);
  }
  // Edges: punctuation always goes, small words only beside something that was taken out.
  let first = at;
  while (first < next && (removed.has(first) || isTrimmed(scan, first, first > at && removed.has(first - 1)))) {
    removed.add(first);
    first += 1;
  }
  let last = next - 1;
  while (last >= first && (removed.has(last) || isTrimmed(scan, last, removed.has(last + 1)))) {
    removed.add(last);
    last -= 1;
  }
  const title = join(scan, first, last, removed);
  return title === '' ? join(scan, at, next - 1, new Set()) : title;
}

function isTrimmed(scan: Scan, at: number, isBesideRemoved: boolean): boolean {
  const word = wordAt(scan, at);
  if (/^[,;:.–—&]$/.test(word) || (word === '-' && scan.tokens[at + 1]?.spaced !== false)) return true;
  return isBesideRemoved && scan.lexicon.danglingWords.has(word);
}

function join(scan: Scan, first: number, last: number, removed: ReadonlySet<number>): string {
  let title = '';
  let from: number | undefined;
  const flush = (end: number): void => {
    if (from !== undefined) title = `${title} ${scan.text.slice(from, end)}`;
    from = undefined;
  };
  for (let at = first; at <= last; at += 1) {
    const token = scan.tokens[at];
    if (!token) break;
    if (removed.has(at)) flush(scan.tokens[at - 1]?.to ?? token.from);
    else from ??= token.from;
  }
  flush(scan.tokens[last]?.to ?? 0);
  // "( )" is what a date in brackets leaves behind.
  return title
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:!?])/g, '$1')
    .replace(/\(\s*\)/g, '')
    .trim();
}
