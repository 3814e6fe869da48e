import type { ImportFormat } from '#contract/imports';
import { isAppleJournal, readAppleJournal } from './formats/apple-journal.ts';
import { columnsOf, readCsv } from './formats/csv.ts';
import { isDayOne, readDayOne } from './formats/day-one.ts';
import { isKeepNote, readKeep } from './formats/google-keep.ts';
import { isKindle, readKindle } from './formats/kindle.ts';
import { MARKDOWN, readMarkdown } from './formats/markdown.ts';
import { isBundleText, readTextBundle } from './formats/text-bundle.ts';
import { isTodoTxt, readTodoTxt } from './formats/todo-txt.ts';
import { isTodoist, readTodoist } from './formats/todoist.ts';
import type { ReadFormat } from './found.ts';
import type { Source, SourceFile } from './source.ts';
import { textOf } from './text-of.ts';

/** What a choice of files turned out to be. */
export type Detected =
  | { readonly format: Exclude<ImportFormat, 'ics'>; readonly label: string; readonly read: ReadFormat }
  | { readonly format: 'ics'; readonly label: string }
  | { readonly refusal: string };

/** Beginnings this long tell every format there is. */
const HEAD_BYTES = 16_384;

/** How many files are looked at before the kind of a folder is decided. */
const LOOKED_AT = 60;

/** Tells by its contents what was chosen, or names what can't be read. */
export function detect(source: Source): Detected {
  const { files } = source;
  if (files.length === 0)
    return { refusal: source.problems[0]?.why ?? 'There is nothing in it that could be imported.' };
  if (files.some(isBundleText)) {
    const isBear = files.some(({ path }) => /\.bear2bk\//i.test(path));
    return { format: 'text-bundle', label: isBear ? 'Bear notes' : 'TextBundle', read: readTextBundle };
  }
  return (
    ofKind(files, /^json$/, [
      [isDayOne, 'day-one', 'Day One journal', readDayOne],
      [isKeepNote, 'google-keep', 'Google Keep', readKeep],
    ]) ??
    ofKind(files, /^html?$/, [[isAppleJournal, 'apple-journal', 'Apple Journal', readAppleJournal]]) ??
    notesOf(source) ??
    calendarsOf(files) ??
    ofKind(files, /^csv$/, [
      [isTodoist, 'todoist', 'Todoist', readTodoist],
      [(text) => columnsOf(text) !== null, 'csv', 'Table (CSV)', readCsv],
    ]) ??
    ofKind(files, /^txt$/, [
      [isKindle, 'kindle', 'Kindle highlights', readKindle],
      [isTodoTxt, 'todo-txt', 'todo.txt', readTodoTxt],
    ]) ??
    refused(files) ??
    (files.some((file) => file.extension === 'txt' && textOf(file.readStart(HEAD_BYTES)) !== null)
      ? { format: 'markdown', label: files.length === 1 ? 'Text file' : 'Text files', read: readMarkdown }
      : { refusal: unknownWords(files) })
  );
}

type Test = readonly [
  is: (text: string, file: SourceFile) => boolean,
  format: Exclude<ImportFormat, 'ics'>,
  label: string,
  read: ReadFormat,
];

function ofKind(files: readonly SourceFile[], extension: RegExp, tests: readonly Test[]): Detected | null {
  for (const file of files.filter((one) => extension.test(one.extension)).slice(0, LOOKED_AT)) {
    const text = headOf(file);
    const found = text === null ? undefined : tests.find(([is]) => is(text, file));
    if (found) return { format: found[1], label: found[2], read: found[3] };
  }
  return null;
}

function notesOf({ files, hasVault }: Source): Detected | null {
  const notes = files.filter(({ extension }) => extension !== 'txt' && MARKDOWN.has(extension));
  if (notes.length === 0) return null;
  const isVault = hasVault || notes.slice(0, LOOKED_AT).some((file) => /\[\[[^\]\n]+\]\]/.test(headOf(file) ?? ''));
  const isNotion = notes.filter(({ name }) => / [0-9a-f]{32}\.md$/.test(name)).length > notes.length / 2;
  const label = isNotion
    ? 'Notion export'
    : notes.length === 1
      ? 'Markdown note'
      : isVault
        ? 'Obsidian vault'
        : 'Markdown notes';
  return { format: 'markdown', label, read: readMarkdown };
}

/** By what they begin with, and a file that says it is one: then why it can't be read is told. */
export const isCalendarFile = (file: SourceFile): boolean =>
  /^(ics|ical|icalendar|ifb)$/.test(file.extension) || /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(headOf(file) ?? '');

function calendarsOf(files: readonly SourceFile[]): Detected | null {
  const count = files.slice(0, LOOKED_AT).filter(isCalendarFile).length;
  return count === 0 ? null : { format: 'ics', label: count === 1 ? 'Calendar file' : 'Calendar files' };
}

function headOf(file: SourceFile): string | null {
  try {
    return textOf(file.readStart(HEAD_BYTES))?.text ?? null;
  } catch {
    return null;
  }
}

/** What is known by name but not read; each as "This is …". */
const UNREAD: readonly (readonly [name: string, extension: RegExp, contents: RegExp | null])[] = [
  ['an Evernote export', /^enex$/, null],
  ['an Evernote export', /^xml$/, /<en-export/],
  ['a file of contacts (vCard)', /^(vcf|vcard)$/, null],
  ['a file of contacts (vCard)', /^/, /^BEGIN:VCARD/m],
  ['a OneNote notebook', /^(one|onetoc2|onepkg)$/, null],
  ['an export of Roam Research', /^json$/, /^\s*\[[\s\S]*"(uid|create-time|children)"\s*:/],
  ['a Trello board', /^json$/, /"(idBoard|idOrganization)"\s*:/],
  ['a Tomboy or Gnote note', /^(note|xml)$/, /tomboy/i],
  ['a Joplin archive', /^jex$/, null],
  ['a bank statement (OFX)', /^(ofx|qfx)$/, null],
  ['a bank statement (OFX)', /^/, /^(OFXHEADER:|<\?OFX|<OFX>)/m],
  ['a bank statement (QIF)', /^qif$/, null],
  ['a bank statement (QIF)', /^/, /^!Type:/m],
  ['a bank statement (MT940)', /^(mt940x?|sta)$/, null],
  ['a bank statement (MT940)', /^/, /^:20:[\s\S]*^:25:/m],
  ['an e-mail', /^(eml|emlx|msg|mbox)$/, null],
  ['an e-mail', /(^$|,$)/, /^(Return-Path|Received|From|Message-ID|Date|Delivered-To|MIME-Version|Subject): /im],
  ['an outline (OPML)', /^opml$/, null],
  ['a Notion page (HTML)', /^html?$/, /notion|table\.properties|class="page sans"/i],
  ['a web page (HTML)', /^(x?html?|mhtml?|webarchive)$/, null],
  ['a Word document', /^(docx?|odt|rtf|pages)$/, null],
  ['a spreadsheet', /^(xlsx?|ods|numbers)$/, null],
  ['a presentation', /^(pptx?|odp|key)$/, null],
  ['a PDF', /^pdf$/, null],
  ['a book (EPUB)', /^epub$/, null],
  ['a picture', /^(png|jpe?g|gif|webp|heic|tiff?|svg|avif|bmp)$/, null],
  ['a recording', /^(mp3|m4a|wav|ogg|aac|flac|mp4|mov|webm|mkv|avi)$/, null],
  ['a packed folder of another kind than ZIP', /^(tar|gz|tgz|bz2|xz|7z|rar|zst)$/, null],
  ['a Things database', /^thingsdatabase$/, null],
  ['a database (SQLite)', /^/, /^SQLite format 3/],
  ['a JSON file', /^json$/, null],
  ['a table without a title or a text in it', /^(csv|tsv)$/, null],
];

function refused(files: readonly SourceFile[]): Detected | null {
  for (const file of files.slice(0, LOOKED_AT)) {
    const text = rawHeadOf(file);
    const found = UNREAD.find(
      ([, extension, contents]) => extension.test(file.extension) && (contents === null || contents.test(text)),
    );
    if (found) return { refusal: `This is ${found[0]}; Braindump can’t read it yet.` };
  }
  return null;
}

function rawHeadOf(file: SourceFile): string {
  try {
    const bytes = file.readStart(HEAD_BYTES);
    return textOf(bytes)?.text ?? bytes.toString('latin1');
  } catch {
    return '';
  }
}

function unknownWords(files: readonly SourceFile[]): string {
  const [file] = files;
  const extension = file?.extension ?? '';
  return extension === ''
    ? 'Braindump doesn’t know this kind of file, so nothing was read.'
    : `Braindump doesn’t know files that end in .${extension}, so nothing was read.`;
}
