import { markdownLanguage, commonmarkLanguage } from '@codemirror/lang-markdown';
import { Language } from '@codemirror/language';
import { GFM, MarkdownParser } from '@lezer/markdown';
import type { InlineContext, LeafBlock, MarkdownConfig } from '@lezer/markdown';

/**
 * A paragraph is parsed as a whole on every key press inside it. Past this many characters it is not prose but a pasted
 * dump: it keeps its text and loses its inline marks, so that typing stays quick.
 */
const longestMarkedParagraph = 20_000;

const wikiLinkPattern = /\[\[([^[\]\n|]+)(?:\|([^[\]\n]+))?\]\]/y;
const hashtagPattern = /#(?=[^\s]*\p{L})[\p{L}\p{M}\p{N}_]+(?:[-/][\p{L}\p{M}\p{N}_]+)*/uy;
const mentionPattern = /@\p{L}[\p{L}\p{M}\p{N}_]*(?:[-.'’][\p{L}\p{N}][\p{L}\p{M}\p{N}_]*)*/uy;
const wordBefore = /[\p{L}\p{M}\p{N}_/&@#.+-]$/u;

function matchAt(pattern: RegExp, cx: InlineContext, pos: number): RegExpExecArray | null {
  pattern.lastIndex = pos - cx.offset;
  return pattern.exec(cx.text);
}

function startsWord(cx: InlineContext, pos: number): boolean {
  return pos === cx.offset || !wordBefore.test(cx.slice(Math.max(cx.offset, pos - 2), pos));
}

const wikiLinks: MarkdownConfig = {
  defineNodes: ['WikiLink', 'WikiLinkMark', 'WikiLinkTarget'],
  parseInline: [
    {
      name: 'WikiLink',
      before: 'Link',
      parse(cx, next, pos) {
        if (next !== 91 /* [ */ || cx.char(pos + 1) !== 91) return -1;
        const match = matchAt(wikiLinkPattern, cx, pos);
        if (match === null) return -1;
        const [whole, target = ''] = match;
        const end = pos + whole.length;
        const targetEnd = pos + 2 + target.length;
        return cx.addElement(
          cx.elt('WikiLink', pos, end, [
            cx.elt('WikiLinkMark', pos, pos + 2),
            cx.elt('WikiLinkTarget', pos + 2, targetEnd),
            // `[[target|words]]`: the bar is a mark, and the target too as soon as there are other words for it.
            ...(match[2] === undefined ? [] : [cx.elt('WikiLinkMark', targetEnd, targetEnd + 1)]),
            cx.elt('WikiLinkMark', end - 2, end),
          ]),
        );
      },
    },
  ],
};

/** `[^1]`: without this it would read as a link without a target. */
const footnotes: MarkdownConfig = {
  defineNodes: ['Footnote'],
  parseInline: [
    {
      name: 'Footnote',
      before: 'Link',
      parse(cx, next, pos) {
        if (next !== 91 /* [ */ || cx.char(pos + 1) !== 94 /* ^ */) return -1;
        const match = matchAt(/\[\^[^\]\s^[]{1,60}\](?!\()/y, cx, pos);
        return match === null ? -1 : cx.addElement(cx.elt('Footnote', pos, pos + match[0].length));
      },
    },
  ],
};

const tagsAndPeople: MarkdownConfig = {
  defineNodes: ['Hashtag', 'Mention'],
  parseInline: [
    {
      name: 'Hashtag',
      parse(cx, next, pos) {
        if (next !== 35 /* # */ || !startsWord(cx, pos)) return -1;
        const match = matchAt(hashtagPattern, cx, pos);
        return match === null ? -1 : cx.addElement(cx.elt('Hashtag', pos, pos + match[0].length));
      },
    },
    {
      name: 'Mention',
      parse(cx, next, pos) {
        if (next !== 64 /* @ */ || !startsWord(cx, pos)) return -1;
        const match = matchAt(mentionPattern, cx, pos);
        return match === null ? -1 : cx.addElement(cx.elt('Mention', pos, pos + match[0].length));
      },
    },
  ],
};

const longParagraphs: MarkdownConfig = {
  parseBlock: [
    {
      name: 'LongParagraph',
      before: 'LinkReference',
      leaf: () => ({
        nextLine: (cx, _line, leaf) => closeIfLong(cx, leaf),
        finish: (cx, leaf) => closeIfLong(cx, leaf),
      }),
    },
  ],
};

type BlockContext = Parameters<NonNullable<NonNullable<MarkdownConfig['parseBlock']>[number]['leaf']>>[0];

function closeIfLong(cx: BlockContext, leaf: LeafBlock): boolean {
  if (leaf.content.length <= longestMarkedParagraph) return false;
  cx.addLeafElement(leaf, cx.elt('Paragraph', leaf.start, leaf.start + leaf.content.length));
  return true;
}

const base = commonmarkLanguage.parser;
if (!(base instanceof MarkdownParser)) throw new TypeError('The Markdown language has no Markdown parser');

/**
 * CommonMark with tables, task lists, strikethrough and bare addresses (GFM), and the journal's own `[[links]]`, `#tags`
 * and `@people`. Nothing is parsed inside code, and HTML stays plain text.
 *
 * It shares `markdownLanguage`'s data, because the list commands of lang-markdown only act where that is active.
 */
export const journalLanguage = new Language(
  markdownLanguage.data,
  base.configure([GFM, wikiLinks, footnotes, tagsAndPeople, longParagraphs]),
  [],
  'markdown',
);
