import type { ReadItem, TextRange } from '#contract/capture';

/**
 * Where ranges of a text are after an edit, the first place of difference to the last. Those before and behind it move
 * along, one around it grows or shrinks with it, and one it cuts into is gone.
 */
export function carryRanges<T extends TextRange>(ranges: readonly T[], before: string, after: string): T[] {
  const { from, to, grownBy } = editOf(before, after);
  return ranges.flatMap((range) => {
    if (range.to <= from) return [range];
    if (range.from >= to) return [{ ...range, from: range.from + grownBy, to: range.to + grownBy }];
    if (range.from <= from && range.to >= to && range.to + grownBy > range.from)
      return [{ ...range, to: range.to + grownBy }];
    return [];
  });
}

/** The same for items and the spans in them. */
export function carryItems(items: readonly ReadItem[], before: string, after: string): ReadItem[] {
  return carryRanges(items, before, after).map((item) => ({ ...item, spans: carryRanges(item.spans, before, after) }));
}

function editOf(before: string, after: string): { from: number; to: number; grownBy: number } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < shorter - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { from, to: before.length - tail, grownBy: after.length - before.length };
}

/** A stretch of the text: plain, or an item with the words in it that were understood. */
export interface Stretch {
  readonly from: number;
  readonly item: ReadItem | null;
  readonly parts: readonly { readonly from: number; readonly text: string; readonly isSpan: boolean }[];
}

/** Cuts a text at its items and their spans; the stretches together are the text. */
export function stretchesOf(text: string, items: readonly ReadItem[]): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const item of items) {
    if (item.from < at || item.to > text.length) continue;
    if (item.from > at) stretches.push({ from: at, item: null, parts: partsOf(text, at, item.from, []) });
    stretches.push({ from: item.from, item, parts: partsOf(text, item.from, item.to, item.spans) });
    at = item.to;
  }
  if (at < text.length) stretches.push({ from: at, item: null, parts: partsOf(text, at, text.length, []) });
  return stretches;
}

function partsOf(text: string, from: number, to: number, spans: readonly TextRange[]): Stretch['parts'] {
  const parts: { from: number; text: string; isSpan: boolean }[] = [];
  let at = from;
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    if (span.from < at || span.to > to) continue;
    if (span.from > at) parts.push({ from: at, text: text.slice(at, span.from), isSpan: false });
    parts.push({ from: span.from, text: text.slice(span.from, span.to), isSpan: true });
    at = span.to;
  }
  if (at < to) parts.push({ from: at, text: text.slice(at, to), isSpan: false });
  return parts;
}

/** What was understood where the caret stands, its end included. */
export function spanAt(items: readonly ReadItem[], caret: number): TextRange | undefined {
  return items.flatMap((item) => item.spans).find(({ from, to }) => from <= caret && caret <= to);
}
