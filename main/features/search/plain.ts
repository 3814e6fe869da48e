import type { TextRange } from '#contract/search';

/** A text without the marks of Markdown, and the same stretches of it. */
export interface Plain {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/**
 * What is not read aloud: marks of headings, lists, boxes and quotations at the beginning of a line, of emphasis and code,
 * the address of a link, and the brackets around a name.
 */
const LINE_START = /^[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|>[ \t]?)/gmu;
const FENCE = /^[ \t]*(?:`{3,}|~{3,})[^\n]*\n?/gmu;
const RULE = /^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/gmu;
const LINK_START = /!?\[(?=[^\]\n]*\]\([^)\n]*\))/gu;
const LINK_END = /(?<=\[[^\]\n]*)\]\([^)\n]*\)/gu;
const NAME = /\[\[|\]\]/gu;
const EMPHASIS = /(?<![\p{L}\p{N}\\])(?:\*{1,3}|_{1,3}|~~|==)(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3}|~~|==)(?![\p{L}\p{N}])/gu;
const CODE = /`+/gu;

const MARKS = [FENCE, RULE, LINE_START, LINK_START, LINK_END, NAME, EMPHASIS, CODE];

/** Takes the marks of Markdown out of a text. What was found in it stays, also within an address if it is nowhere else. */
export function withoutMarks(text: string, found: readonly TextRange[]): Plain {
  const addresses = Array.from(text.matchAll(LINK_END), ({ index, 0: piece }) => ({
    from: index,
    to: index + piece.length,
  }));
  const seen = found.filter((range) => !addresses.some(({ from, to }) => from <= range.from && range.to <= to));
  const ranges = seen.length > 0 ? seen : found;
  const cuts = MARKS.flatMap((mark) =>
    Array.from(text.matchAll(mark), ({ index, 0: piece }) => ({ from: index, to: index + piece.length })),
  )
    .filter((cut) => cut.to > cut.from && !ranges.some((range) => range.from < cut.to && cut.from < range.to))
    .toSorted((one, other) => one.from - other.from || other.to - one.to);
  if (cuts.length === 0) return { text, ranges };
  let plain = '';
  let at = 0;
  /** Where the text goes on behind each cut, and how much was taken out up to there. */
  const shifts: { from: number; by: number }[] = [];
  let by = 0;
  for (const { from, to } of cuts) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    plain += text.slice(at, start);
    by += to - start;
    shifts.push({ from: start, by });
    at = to;
  }
  plain += text.slice(at);
  const moved = (offset: number): number => offset - (shifts.findLast((shift) => shift.from < offset)?.by ?? 0);
  return { text: plain, ranges: ranges.map((range) => ({ from: moved(range.from), to: moved(range.to) })) };
}
