import { dayOfName, placeAt, placeOf, placeOn } from '../days-of.ts';
import {
  type Found,
  type FormatContext,
  type FoundEntry,
  type Problem,
  type ReadFormat,
  blocks,
  hashOf,
  problem,
  tagLine,
  titleLine,
} from '../found.ts';
import { frontMatterOf, moodOf, wordsOf } from '../front-matter.ts';
import type { Source, SourceFile } from '../source.ts';
import { textOf } from '../text-of.ts';

export const MARKDOWN = new Set(['md', 'markdown', 'mdown', 'mkd', 'txt']);
/** As many UTF-16 units as an entry holds. */
const MAX_LENGTH = 20_000_000;
const MAX_BYTES = 60_000_000;

/** Front matter fields that become something of an entry; all others are kept as they stand. */
const DATES = ['date', 'created', 'created_at', 'createdat', 'creation date', 'date created', 'datetime', 'day'];
const UPDATED = ['updated', 'modified', 'updated_at', 'date modified', 'last modified'];
const TAGS = ['tags', 'tag', 'keywords'];

/** A folder of Markdown, or a vault: daily notes on their day, other notes on the day they were made. */
export const readMarkdown: ReadFormat = function* (source, context) {
  const links = linker(source, context);
  for (const file of source.files) if (MARKDOWN.has(file.extension)) yield readNote(file, context, links);
};

function readNote(file: SourceFile, context: FormatContext, links: Linker): Found | Problem {
  if (file.bytes > MAX_BYTES) return problem(file.path, 'It is longer than an entry can be (20 million characters).');
  if (/\.excalidraw\.md$/i.test(file.name)) return problem(file.path, 'It is a drawing of Excalidraw.');
  const read = textOf(file.read());
  if (!read) return problem(file.path, 'It is no text.');
  if (read.text.length > MAX_LENGTH)
    return problem(file.path, 'It is longer than an entry can be (20 million characters).');
  return noteOf(file, read.text, context, links) ?? problem(file.path, 'It is empty.');
}

/** A note with its front matter. @returns null for one without words */
export function noteOf(
  file: Pick<SourceFile, 'path' | 'name' | 'modifiedMs'>,
  text: string,
  context: FormatContext,
  links: Linker,
  told: {
    readonly key?: string;
    readonly atMs?: number;
    readonly tags?: readonly string[];
    readonly title?: string;
  } = {},
): FoundEntry | null {
  const { fields, source: written, body: rest } = frontMatterOf(text);
  if (rest.trim() === '' && written === '') return null;
  const name = told.title ?? file.name.replace(/\.[^.]+$/, '');
  const dailyDay = dayOfName(name);
  const dated = DATES.map((field) => placeOf(fields[field], context)).find((place) => place !== null);
  const placed =
    dailyDay !== null
      ? dated?.day === dailyDay
        ? dated
        : placeOn(dailyDay, context)
      : (dated ?? placeAt(told.atMs ?? file.modifiedMs, context));
  const mood = moodOf(fields['mood']);
  const tags = [...TAGS.flatMap((field) => wordsOf(fields[field])), ...(told.tags ?? [])];
  const taken = new Set([
    ...(dated || dailyDay !== null ? DATES : []),
    ...UPDATED,
    ...TAGS,
    ...(mood === null ? [] : ['mood']),
  ]);
  const hasMore = Object.entries(fields).some(([field, value]) => !taken.has(field) && !isEmpty(value));
  const title =
    typeof fields['title'] === 'string' && fields['title'].trim() !== '' ? titleLine(fields['title']) : name;
  const hasHeading = /^\s*#{1,2}[ \t]+\S/.test(rest);
  const text1 = links(rest, file.path);
  const body = blocks(
    dailyDay === null && !hasHeading && title !== '' ? `# ${title}` : '',
    text1,
    hasMore ? `\`\`\`yaml\n${written.replaceAll('```', "'''")}\n\`\`\`` : '',
    tagLine(text1, tags),
  );
  if (body === '') return null;
  const heading = /^\s*#{1,2}[ \t]+(.+)$/m.exec(hasHeading ? rest : '')?.[1];
  return {
    kind: 'entry',
    key: told.key ?? file.path,
    hash: hashOf(text, tags),
    title: titleLine(dailyDay ?? heading ?? title),
    ...placed,
    mood,
    body,
  };
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.every(isEmpty));

/** Makes what a text embeds or links to within its folder something it can reach here. @param path of the note */
export type Linker = (text: string, path: string) => string;

const EMBED = /!\[\[([^\]|#\n]+)(?:#[^\]|\n]*)?(?:\|([^\]\n]*))?\]\]/g;
const INLINE =
  /(!?)\[((?:[^[\]\n]|\[[^[\]\n]*\])*)\]\((?:<([^>\n]+)>|([^()\s]+(?:\([^()\s]*\)[^()\s]*)*))(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?\)/g;

/** Files are found by their path from the note, from the top, or by their name alone, as Obsidian does. */
export function linker(source: Source, context: FormatContext): Linker {
  const byPath = new Map<string, SourceFile>();
  const byName = new Map<string, SourceFile>();
  for (const file of source.files) {
    byPath.set(file.path.toLowerCase(), file);
    if (!byName.has(file.name.toLowerCase())) byName.set(file.name.toLowerCase(), file);
  }
  const root = source.files[0]?.path.split('/')[0] ?? '';
  const find = (target: string, from: string): SourceFile | undefined => {
    const wanted = target.replace(/^\.\//, '').replaceAll('\\', '/').normalize('NFC').toLowerCase();
    const folder = from.toLowerCase().split('/').slice(0, -1);
    const candidates = [joined(folder, wanted), joined([], wanted), joined([root.toLowerCase()], wanted)];
    for (const candidate of candidates) {
      const file = byPath.get(candidate);
      if (file) return file;
    }
    return byName.get(wanted.slice(wanted.lastIndexOf('/') + 1));
  };
  const linkTo = (file: SourceFile, label: string): string => {
    const isPicture = /^(png|jpe?g|gif|webp|avif|svg|bmp)$/.test(file.extension);
    return `${isPicture ? '!' : ''}[${label === '' || /^\d+(x\d+)?$/.test(label) ? file.name.replaceAll(/[[\]]/g, ' ') : label}](${context.attach(file)})`;
  };
  return (text, path) => {
    if (!text.includes('](') && !text.includes('![[')) return text;
    return text
      .replace(EMBED, (whole, target: string, label = '') => {
        const file = find(target.trim(), path);
        // Another note is shown by its link: the words live in one place.
        return !file || MARKDOWN.has(file.extension)
          ? whole.slice(file || !/\.\w{2,5}$/.test(target) ? 1 : 0)
          : linkTo(file, String(label));
      })
      .replace(INLINE, (whole, mark: string, label: string, quoted: string | undefined, bare: string | undefined) => {
        const target = quoted ?? bare ?? '';
        if (/^([a-z][a-z0-9+.-]*:|#|\/\/)/i.test(target)) return whole;
        const file = find(decoded(target.split('#')[0]!), path);
        if (!file) return whole;
        if (!MARKDOWN.has(file.extension))
          return mark === '!' ? `![${label}](${context.attach(file)})` : `[${label}](${context.attach(file)})`;
        const name = file.name.replace(/\.[^.]+$/, '');
        return /[[\]|]/.test(label + name) ? whole : label === name ? `[[${name}]]` : `[[${name}|${label}]]`;
      });
  };
}

function joined(folder: readonly string[], target: string): string {
  const parts = [...folder];
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
