import { ABBREVIATIONS } from './lexicon/abbreviations.ts';
import { type Word, wordsOf } from './words.ts';

/** A sentence, a list line or a heading, with its place in the text; `to` is exclusive. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly kind: 'prose' | 'item' | 'heading';
  /** The state of the box of a `- [ ]` line. */
  readonly box?: 'open' | 'done';
  /** Rises by one with each paragraph or list. */
  readonly paragraph: number;
  readonly words: readonly Word[];
}

const MARKER = /^[ \t>]*(?:[-*+•·–—][ \t]+|\d{1,3}[.)][ \t]+)/u;
const BOX = /^[-*+•]?[ \t]*\[([ xX])\][ \t]*/u;
const HEADING = /^[ \t]*#{1,6}[ \t]+/u;
const FENCE = /^[ \t]*(?:```|~~~)/u;
/** A prose line this long that stops without punctuation was broken by the writer's editor, not by the writer. */
const WRAPPED_AT = 50;

/**
 * Splits Markdown text into sentences; every list line and heading is a sentence of its own and code blocks are left
 * out. Points of abbreviations, initials, decimals and addresses end nothing; lines broken in the middle of a sentence
 * are joined.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  let fenced = false;
  let open: { from: number; to: number } | undefined;
  const flush = () => {
    if (open) for (const part of prose(text, open.from, open.to)) sentences.push(made(text, part, 'prose', paragraph));
    open = undefined;
  };
  for (let at = 0; at <= text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(at, end);
    if (FENCE.test(line)) {
      flush();
      fenced = !fenced;
    } else if (line.trim() === '') {
      flush();
      paragraph += 1;
    } else if (!fenced) {
      const heading = HEADING.exec(line)?.[0];
      const marker = MARKER.exec(line)?.[0] ?? '';
      const box = BOX.exec(line.slice(marker.length));
      if (heading !== undefined || marker !== '' || box !== null) {
        flush();
        const skip = heading?.length ?? marker.length + (box?.[0].length ?? 0);
        const state = box === null ? undefined : box[1] === ' ' ? 'open' : 'done';
        const kind = heading === undefined ? 'item' : 'heading';
        for (const part of kind === 'item' ? prose(text, at + skip, end) : [{ from: at + skip, to: end }]) {
          sentences.push(made(text, part, kind, paragraph, state));
        }
      } else if (open && open.to - open.from >= WRAPPED_AT && continues(text, open, at)) {
        open.to = end;
      } else {
        flush();
        open = { from: at, to: end };
      }
    }
    at = end + 1;
  }
  flush();
  return sentences.filter((sentence) => sentence.words.length > 0);
}

function continues(text: string, open: { from: number; to: number }, at: number): boolean {
  return (
    !/[.!?:…]["'’”)]*\s*$/u.test(text.slice(Math.max(open.from, open.to - 8), open.to)) &&
    /^\s*\p{Ll}/u.test(text.slice(at, at + 8))
  );
}

function made(
  text: string,
  { from, to }: { from: number; to: number },
  kind: Sentence['kind'],
  paragraph: number,
  box?: Sentence['box'],
): Sentence {
  while (from < to && /\s/u.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/u.test(text[to - 1] ?? '')) to -= 1;
  const words = wordsOf(text, from, to);
  return box === undefined ? { from, to, kind, paragraph, words } : { from, to, kind, box, paragraph, words };
}

const END = /[.!?…]+["'’”»)\]]*(?=\s|$)/gu;

function prose(text: string, from: number, to: number): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  const slice = text.slice(from, to);
  let start = 0;
  for (const match of slice.matchAll(END)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && isAbbreviation(slice, match.index)) continue;
    if (/^(?:\.{2,}|…)$/u.test(match[0]) && /^\s+\p{Ll}/u.test(slice.slice(end, end + 4))) continue;
    if (match[0].startsWith('?') && /['’"”]$/u.test(match[0]) && /^\s+\p{Ll}/u.test(slice.slice(end, end + 4)))
      continue;
    parts.push({ from: from + start, to: from + end });
    start = end;
  }
  if (start < slice.length) parts.push({ from: from + start, to });
  return parts.flatMap((part) => cutLong(text, part));
}

/** Longer ones are cut at a blank, so that no text without points makes the finders slow. */
const MAX_SENTENCE = 1500;

function cutLong(text: string, part: { from: number; to: number }): { from: number; to: number }[] {
  const pieces: { from: number; to: number }[] = [];
  let { from } = part;
  while (part.to - from > MAX_SENTENCE) {
    const blank = text.lastIndexOf(' ', from + MAX_SENTENCE);
    const cut = blank > from ? blank : from + MAX_SENTENCE;
    pieces.push({ from, to: cut });
    from = cut;
  }
  return [...pieces, { from, to: part.to }];
}

function isAbbreviation(slice: string, point: number): boolean {
  const before = /[\p{L}.]+$/u.exec(slice.slice(Math.max(0, point - 12), point))?.[0] ?? '';
  if (ABBREVIATIONS.has(before.toLowerCase())) return /^\.\s+\S/u.test(slice.slice(point, point + 4));
  return /^\p{Lu}$/u.test(before) && before !== 'I' && /^\.\s+\p{Lu}/u.test(slice.slice(point, point + 4));
}
