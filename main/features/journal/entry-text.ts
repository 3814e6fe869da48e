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

/** The words of a text, as they are counted. */
export const wordsOf = (text: string): string[] => text.match(WORD) ?? [];

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
