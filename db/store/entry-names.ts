import { foldText } from './search-text.ts';

/** A `[[link]]`, `#tag` or `@person` of a text. */
export interface EntryName {
  readonly kind: 'link' | 'tag' | 'person';
  /** As it was written, without its signs. */
  readonly name: string;
  /** What the name is known by: without case, accents and width. */
  readonly key: string;
  /** Where the name itself stands, as UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
}

// The same names that the editor draws as such (renderer/features/journal/editor/markdown-language.ts).
const LINK = /\[\[([^[\]\n|]{1,200})(?:\|[^[\]\n]+)?\]\]/gu;
const TAG = /(?<![\p{L}\p{M}\p{N}_/&@#.+-])#(?=[^\s]*\p{L})([\p{L}\p{M}\p{N}_]+(?:[-/][\p{L}\p{M}\p{N}_]+)*)/gu;
const PERSON = /(?<![\p{L}\p{M}\p{N}_/&@#.+-])@(\p{L}[\p{L}\p{M}\p{N}_]*(?:[-.'’][\p{L}\p{N}][\p{L}\p{M}\p{N}_]*)*)/gu;
/** Longer is no name but a string of something. */
const LONGEST_NAME = 200;

/** What a name is known by, whoever wrote it how. */
export const nameKey = (name: string): string => foldText(name.trim().replace(/\s+/gu, ' '));

/** The names in a Markdown text in the order of their kinds and places; code holds none. */
export function entryNames(text: string): EntryName[] {
  const isAny = text.includes('[[') || text.includes('#') || text.includes('@');
  if (!isAny) return [];
  const prose = text.includes('`') || text.includes('~~~') ? withoutCode(text) : text;
  return [
    ...found(prose, 'link', LINK, '[['),
    ...found(prose, 'tag', TAG, '#'),
    ...found(prose, 'person', PERSON, '@'),
  ];
}

function found(text: string, kind: EntryName['kind'], pattern: RegExp, sign: string): EntryName[] {
  if (!text.includes(sign)) return [];
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const written = match[1]!;
    const name = written.trim();
    if (name === '' || name.length > LONGEST_NAME) return [];
    const from = match.index + sign.length + (written.length - written.trimStart().length);
    return [{ kind, name, key: nameKey(name), from, to: from + name.length }];
  });
}

/** The text with its code blanked out, every offset kept. */
export function withoutCode(text: string): string {
  let fence: string | null = null;
  return text.replace(/[^\r\n]+/gu, (line) => {
    const mark = /^(?:[ \t]*>)*[ \t]*(`{3,}|~{3,})/u.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) === true) fence = null;
      return ' '.repeat(line.length);
    }
    if (mark !== undefined && !line.slice(line.indexOf(mark) + mark.length).includes('`')) {
      fence = mark;
      return ' '.repeat(line.length);
    }
    return line.includes('`')
      ? line.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/gu, (code) => ' '.repeat(code.length))
      : line;
  });
}
