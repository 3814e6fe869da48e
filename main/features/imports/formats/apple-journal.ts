import { dayOfName, placeAt, placeOn } from '../days-of.ts';
import { type FormatContext, type FoundEntry, type ReadFormat, blocks, hashOf, problem, titleLine } from '../found.ts';
import type { SourceFile } from '../source.ts';
import { textOf } from '../text-of.ts';

export const isAppleJournal = (text: string): boolean =>
  /class=['"]pageHeader['"]/.test(text) && /class=['"](pageContainer|assetGrid|bodyText)['"]/.test(text);

/** Apple's Journal: a page for each entry, its pictures in `Resources`. */
export const readAppleJournal: ReadFormat = function* (source, context) {
  const byName = new Map(source.files.map((file) => [file.name.toLowerCase(), file]));
  for (const file of source.files) {
    if (!/^html?$/.test(file.extension) || /^index\.html?$/i.test(file.name)) continue;
    const text = textOf(file.read())?.text ?? '';
    yield isAppleJournal(text)
      ? (entryOf(file, text, byName, context) ?? problem(file.path, 'It is empty.'))
      : problem(file.path, 'It is no entry of Apple’s Journal.');
  }
};

function entryOf(
  file: SourceFile,
  html: string,
  byName: ReadonlyMap<string, SourceFile>,
  context: FormatContext,
): FoundEntry | null {
  const header = plainText(/class=['"]pageHeader['"]>([^<]*)</.exec(html)?.[1] ?? '');
  const day = dayOfName(header) ?? dayOfName(file.name.slice(0, 10));
  const title = titleLine(plainText(/<div class=['"]title['"]>([\s\S]*?)<\/div>/.exec(html)?.[1] ?? ''));
  const from = html.search(/class=['"]bodyText['"]>/);
  const words = from < 0 ? '' : paragraphs(html.slice(html.indexOf('>', from) + 1));
  const grid = html.slice(0, from < 0 ? html.length : from);
  const mood = [...grid.matchAll(/assetType_stateOfMind[\s\S]*?gridItemOverlayHeader['"]>([^<]*)</g)].map(
    (match) => `State of mind: ${plainText(match[1]!)}`,
  );
  const pictures = [
    ...grid.matchAll(/assetType_(?:photo|video|audio|livePhoto)[\s\S]*?src=['"][^'"]*?([^/'"]+)['"]/g),
  ].map((match) => {
    const found = byName.get(decodeURIComponent(match[1]!).toLowerCase());
    return found ? `![](${context.attach(found)})` : `*(${match[1]}, which is not in the export)*`;
  });
  const body = blocks(title === '' ? '' : `# ${title}`, words, pictures.join('\n\n'), mood.join('\n'));
  if (body === '') return null;
  return {
    kind: 'entry',
    key: file.name,
    hash: hashOf(html),
    title: title || titleLine(words.slice(0, 100)) || header,
    ...(day === null ? placeAt(file.modifiedMs, context) : placeOn(day, context)),
    mood: null,
    body,
  };
}

function paragraphs(html: string): string {
  return html
    .slice(0, 5_000_000)
    .split(/<\/p>|<br\s*\/?>\s*<br\s*\/?>|<\/div>|<\/li>/i)
    .map((part) => `${/<li[\s>]/i.test(part) ? '- ' : ''}${plainText(part.replaceAll(/<br\s*\/?>/gi, '\n'))}`.trim())
    .filter((part) => part !== '' && part !== '-')
    .join('\n\n');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function plainText(html: string): string {
  return html
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    )
    .trim();
}
