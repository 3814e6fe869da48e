import type { NameKind } from '#contract/journal';
import { shortened } from '#main/domain/text/shortened';

/** A word, or one character of a script that puts no spaces between words. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** How many words a Markdown text has; takes time in proportion to its length. */
export function countWords(text: string): number {
  // Where an attached file lies is nothing anyone wrote.
  const words = text.includes('](attachments/')
    ? text.replaceAll(/\]\(attachments\/[0-9a-f]{32}\.[a-z0-9]{1,8}\)/g, ']')
    : text;
  let count = 0;
  WORD.lastIndex = 0;
  while (WORD.test(words)) count += 1;
  return count;
}

/** The first line that has words in it, without its Markdown, cut at 200 characters. */
export function firstLineOf(text: string): string {
  for (const line of text.split(/\r\n?|\n/, 50)) {
    const plain = withoutMarkdown(line);
    if (/[\p{L}\p{N}]/u.test(plain)) return shortened(plain, 200);
  }
  return '';
}

function withoutMarkdown(line: string): string {
  return line
    .replace(/^\s*(?:#{1,6}\s+|>\s?|(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?)+/u, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/\[\[([^\]]*)\]\]/gu, '$1')
    .replace(/[*_~`]{1,3}(\S(?:.*?\S)?)[*_~`]{1,3}/gu, '$1')
    .trim();
}

const NAMES = {
  tags: /(?<=^|[\s(])#([\p{L}\p{M}\p{N}_/-]{1,60})/gmu,
  people: /(?<=^|[\s(])@([\p{L}\p{M}\p{N}_.'’-]{1,60})/gmu,
  links: /\[\[([^[\]|\n]{1,100})/gu,
} satisfies Record<NameKind, RegExp>;

/** The `#tags`, `@people` or `[[links]]` of a text, as they were written and in their order. */
export function namesIn(text: string, kind: NameKind): string[] {
  return Array.from(text.matchAll(NAMES[kind]), (match) => match[1]!.replace(/[.'’-]+$/u, '').trim()).filter(
    (name) => name !== '',
  );
}
