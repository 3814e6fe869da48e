import { placeAt } from '../days-of.ts';
import { type ReadFormat, blocks, hashOf, keyMaker, problem, titleLine } from '../found.ts';
import { textOf } from '../text-of.ts';

export const isKindle = (text: string): boolean => /^={10,}\s*$/m.test(text) && /^- .*\|.*$/m.test(text);

/** "My Clippings.txt": the highlights and notes of a book on one day are one entry. */
export const readKindle: ReadFormat = function* (source, context) {
  const pages = new Map<string, { book: string; day: string; atMs: number; quotes: string[] }>();
  for (const file of source.files) {
    const read = textOf(file.read());
    if (!read || !isKindle(read.text)) {
      yield problem(file.path, 'It is no “My Clippings” of a Kindle.');
      continue;
    }
    for (const block of read.text.split(/^={10,}\s*$/m)) {
      const lines = block.trim().split('\n');
      const about = lines[1] ?? '';
      if (lines.length < 2 || !about.startsWith('-')) continue;
      const words = lines.slice(2).join('\n').trim();
      const book = titleLine(lines[0]!.replace(/^\uFEFF/, ''));
      if (words === '') {
        if (!/bookmark/i.test(about)) yield problem(book, 'The highlight has no words.');
        continue;
      }
      const { day, atMs } = placeAt(addedMs(about) ?? file.modifiedMs, context);
      const page = pages.get(`${book} ${day}`) ?? { book, day, atMs, quotes: [] };
      const where = /(page|location|seite|position)\s+([\d-]+)/i.exec(about)?.[0] ?? '';
      const quote = /note/i.test(about.split('|')[0]!)
        ? words
        : words
            .split('\n')
            .map((line) => `> ${line}`)
            .join('\n');
      page.quotes.push(`${quote}${where === '' ? '' : `\n\n${where}`}`);
      pages.set(`${book} ${day}`, page);
    }
  }
  const keyOf = keyMaker();
  for (const { book, day, atMs, quotes } of pages.values())
    yield {
      kind: 'entry',
      key: keyOf(`${book} ${day}`),
      hash: hashOf(quotes),
      title: book,
      day,
      atMs,
      mood: null,
      body: blocks(`# ${book}`, ...quotes),
    };
};

/** "Added on Tuesday, September 16, 2014 9:29:00 PM", in English; other languages go by the file. */
function addedMs(about: string): number | null {
  const told = /Added on (?:\p{L}+, )?(.+)$/u.exec(about)?.[1];
  if (told === undefined) return null;
  const at = Date.parse(`${told.replace(/(\d) (\d{1,2}:)/, '$1 $2')} UTC`);
  return Number.isNaN(at) ? null : at;
}
