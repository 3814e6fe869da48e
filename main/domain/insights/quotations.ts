/** A stretch of text; `to` is exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const PAIRS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ["'", "'"],
  ['‘', '’'],
  ['`', '`'],
]);
/** A quotation longer than this is taken for a stray mark. */
const MAX_QUOTATION = 400;

/**
 * The stretches of a text in quotation marks or backticks: somebody else's words, titles, code. A mark inside a word is
 * an apostrophe; a quotation stays within its line.
 */
export function quotationsOf(text: string): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const close = PAIRS.get(text[at] ?? '');
    if (close === undefined || isWordy(text[at - 1]) || !/\S/u.test(text[at + 1] ?? ' ')) continue;
    const end = closing(text, at + 1, close);
    if (end === undefined) continue;
    ranges.push({ from: at, to: end + 1 });
    at = end;
  }
  return ranges;
}

function closing(text: string, from: number, close: string): number | undefined {
  const limit = Math.min(text.length, from + MAX_QUOTATION);
  for (let at = from; at < limit; at += 1) {
    const mark = text[at];
    if (mark === '\n') return undefined;
    if (mark === close && /\S/u.test(text[at - 1] ?? '') && !isWordy(text[at + 1])) return at;
  }
  return undefined;
}

function isWordy(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** Whether an offset lies in one of the (ordered) ranges. */
export function isWithin(ranges: readonly Range[], at: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined || at < range.from) high = middle - 1;
    else if (at >= range.to) low = middle + 1;
    else return true;
  }
  return false;
}
