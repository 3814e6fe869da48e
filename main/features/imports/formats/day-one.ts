import { localOf } from '#main/domain/time/zoned';
import { placeAt, placeOf } from '../days-of.ts';
import {
  type FormatContext,
  type FoundEntry,
  type ReadFormat,
  blocks,
  hashOf,
  problem,
  tagLine,
  titleLine,
} from '../found.ts';
import type { SourceFile } from '../source.ts';
import { textOf } from '../text-of.ts';

interface Moment {
  readonly identifier?: string;
  readonly md5?: string;
  readonly type?: string;
  readonly format?: string;
}
interface DayOneEntry {
  readonly uuid?: string;
  readonly creationDate?: string;
  readonly timeZone?: string;
  readonly text?: string;
  readonly tags?: readonly string[];
  readonly starred?: boolean;
  readonly location?: Readonly<Record<string, unknown>>;
  readonly weather?: Readonly<Record<string, unknown>>;
  readonly photos?: readonly Moment[];
  readonly videos?: readonly Moment[];
  readonly audios?: readonly Moment[];
  readonly pdfAttachments?: readonly Moment[];
}

/** A journal of Day One: `{"metadata":{…},"entries":[{"uuid":…,"creationDate":…}]}`. */
export const isDayOne = (text: string): boolean =>
  /^\s*\{/.test(text) && /"entries"\s*:\s*\[/.test(text) && /"(creationDate|uuid)"\s*:/.test(text);

/** Journals exported as JSON: a file for each journal, its pictures beside it. */
export const readDayOne: ReadFormat = function* (source, context) {
  const media = new Map(source.files.map((file) => [file.name.replace(/\.[^.]+$/, '').toLowerCase(), file]));
  for (const file of source.files) {
    if (file.extension !== 'json') continue;
    const entries = entriesOf(file);
    if (!entries) {
      yield problem(file.path, 'It is no journal of Day One, or it is damaged.');
      continue;
    }
    for (const [at, entry] of entries.entries())
      yield (
        entryOf(entry, context, media) ??
        problem(`${file.name}, entry ${at + 1}`, 'It has no words and no picture, or no date.')
      );
  }
};

function entriesOf(file: SourceFile): readonly DayOneEntry[] | null {
  const read = textOf(file.read());
  if (!read) return null;
  try {
    const value = JSON.parse(read.text) as { readonly entries?: unknown };
    return Array.isArray(value.entries)
      ? value.entries.filter((one): one is DayOneEntry => typeof one === 'object' && one !== null)
      : null;
  } catch {
    return null;
  }
}

function entryOf(
  entry: DayOneEntry,
  context: FormatContext,
  media: ReadonlyMap<string, SourceFile>,
): FoundEntry | null {
  const told = placeOf(entry.creationDate, context);
  if (!told) return null;
  // The day is that of the place it was written in.
  const { day } = typeof entry.timeZone === 'string' ? placeAt(told.atMs, context, entry.timeZone) : told;
  const moments = [entry.photos, entry.videos, entry.audios, entry.pdfAttachments].flatMap(
    (list) => (Array.isArray(list) ? list : []) as Moment[],
  );
  const shown = new Set<string>();
  const linkOf = (identifier: string): string | null => {
    const moment = moments.find((one) => one.identifier === identifier);
    const file = media.get((moment?.md5 ?? identifier).toLowerCase());
    if (!file) return null;
    shown.add(identifier);
    const isPicture = /^(png|jpe?g|gif|webp|avif|heic)$/.test(file.extension);
    return `${isPicture ? '!' : ''}[${isPicture ? '' : file.name}](${context.attach(file)})`;
  };
  const text = unescaped(typeof entry.text === 'string' ? entry.text : '').replaceAll(
    /!?\[[^\]\n]*\]\(dayone-moment:\/(?:\w+)?\/([\w-]+)\)/g,
    (whole, identifier: string) =>
      linkOf(identifier) ?? whole.replace(/^!\[.*$/, '*(a picture that is not in the export)*'),
  );
  const beside = moments.flatMap(({ identifier }) =>
    identifier === undefined || shown.has(identifier) || text.includes(identifier) ? [] : (linkOf(identifier) ?? []),
  );
  const facts = [placeLine(entry.location), weatherLine(entry.weather)].filter((line) => line !== '').join('\n');
  const names = (Array.isArray(entry.tags) ? entry.tags : []).filter((tag) => typeof tag === 'string');
  const body = blocks(
    text,
    beside.join('\n\n'),
    facts,
    tagLine(text, [...names, ...(entry.starred === true ? ['starred'] : [])]),
  );
  if (body === '') return null;
  return {
    kind: 'entry',
    key: typeof entry.uuid === 'string' ? entry.uuid : `${entry.creationDate} ${hashOf(text)}`,
    hash: hashOf(entry),
    title:
      titleLine(
        text
          .replace(/^[#\s]+/, '')
          .split('\n', 1)[0]!
          .slice(0, 200),
      ) || localOf(told.atMs, context.zone).slice(0, 10),
    day,
    atMs: told.atMs,
    mood: null,
    body,
  };
}

/** Day One escapes what Markdown might take for a mark; what is none without its backslash loses it. */
function unescaped(text: string): string {
  return text.replaceAll(/\\([.!()\-+{}])/g, (whole, mark: string, at: number) =>
    (mark === '-' || mark === '+' || mark === '.') && /(^|\n)[ \t]*\d*$/.test(text.slice(Math.max(0, at - 12), at))
      ? whole
      : mark,
  );
}

function placeLine(location: DayOneEntry['location']): string {
  if (typeof location !== 'object' || location === null) return '';
  const names = ['placeName', 'localityName', 'administrativeArea', 'country'].flatMap((field) => {
    const value = location[field];
    return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
  });
  const at =
    typeof location['latitude'] === 'number' && typeof location['longitude'] === 'number'
      ? `${location['latitude']}, ${location['longitude']}`
      : '';
  const line = [[...new Set(names)].join(', '), at === '' ? '' : `(${at})`].filter((part) => part !== '').join(' ');
  return line === '' ? '' : `Place: ${line}`;
}

function weatherLine(weather: DayOneEntry['weather']): string {
  if (typeof weather !== 'object' || weather === null) return '';
  const words = weather['conditionsDescription'];
  const degrees = weather['temperatureCelsius'];
  const parts = [
    typeof words === 'string' ? words : '',
    typeof degrees === 'number' ? `${Math.round(degrees)} °C` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `Weather: ${parts.join(', ')}`;
}
