import type { Exported } from '#contract/data';
import { allCalendars } from '#db/queries/calendar';
import { atOneMoment, daysOfJournal, rowsOf, tableNames } from '#db/queries/data';
import type { ReadHandle } from '#db/store/handles';
import { attachmentLinks } from '#main/features/attachments/index';
import { calendarFile } from '#main/features/calendar/index';
import { dayFile, readDay } from '#main/features/journal/index';
import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from '../refusal.ts';
import { csvFile, jsonFile } from './table-files.ts';

/** Tables that people open in a spreadsheet. */
const FOR_SPREADSHEETS: ReadonlySet<string> = new Set(['expense', 'focus_session', 'task']);

const WRITE_AT_LENGTH = 1 << 20;

const READ_ME = `This folder holds everything Braindump kept for you on the day it was exported.

data/         every table as JSON, a row on each line; times that end in _ms are milliseconds since 1970 (UTC)
journal/      a Markdown file for each day you wrote
attachments/  the pictures and files those link to
calendar/     an iCalendar file (.ics) for each calendar
tables/       the same as in data/ for spreadsheets, as CSV

It is not encrypted. Keep it where only you can read it.
`;

interface ExportOptions {
  /** An absolute path; a new or an empty folder. */
  readonly folder: string;
  readonly zone: string;
  readonly today: string;
  /** Where the attached files lie. */
  readonly dataDir: string;
}

/**
 * Writes one state of the data into a folder, readable by its owner only. It is written under another name beside it first:
 * a folder with the name that was asked for is complete.
 *
 * @throws Refusal FOLDER_NOT_ABSOLUTE, FOLDER_NOT_EMPTY, FOLDER_NOT_WRITABLE; what the disk reports
 */
export function exportFolder(handle: ReadHandle, { folder, zone, today, dataDir }: ExportOptions): Exported {
  if (!path.isAbsolute(folder)) throw new Refusal('FOLDER_NOT_ABSOLUTE');
  const whole = path.resolve(folder);
  const part = partBeside(whole);
  try {
    const report = atOneMoment(handle, () => {
      const written = writeFiles(handle, part, zone, today);
      return { ...written, files: written.files + copyAttachedFiles(handle, dataDir, part) };
    });
    if (fs.existsSync(whole)) fs.rmdirSync(whole);
    fs.renameSync(part, whole);
    return { folder: whole, ...report };
  } catch (error) {
    fs.rmSync(part, { recursive: true, force: true });
    throw error;
  }
}

/** A new folder, only its owner's, beside one that does not exist or is empty. */
function partBeside(folder: string): string {
  try {
    if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0) throw new Refusal('FOLDER_NOT_EMPTY');
    fs.mkdirSync(path.dirname(folder), { recursive: true });
    return fs.mkdtempSync(`${folder}.part-`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^(EACCES|EPERM|EROFS|ENOTDIR|ENAMETOOLONG|EINVAL)$/.test(code)) throw new Refusal('FOLDER_NOT_WRITABLE');
    throw error;
  }
}

function writeFiles(handle: ReadHandle, root: string, zone: string, today: string): { files: number; rows: number } {
  let files = 0;
  let rows = 0;
  const write = (name: string, pieces: Iterable<string>): void => {
    writeFile(path.join(root, name), pieces);
    files += 1;
  };
  write('README.txt', [READ_ME]);
  for (const table of tableNames(handle)) {
    const { all, count } = counted(rowsOf(handle, table));
    write(`data/${table}.json`, jsonFile(all));
    rows += count();
    if (FOR_SPREADSHEETS.has(table) && count() > 0) write(`tables/${table}.csv`, csvFile(rowsOf(handle, table)));
  }
  for (const day of daysOfJournal(handle))
    write(`journal/${day.slice(0, 4)}/${day}.md`, dayFile(readDay(handle, day, today), zone, '../../'));
  const names = new Set<string>();
  for (const { id, name } of allCalendars(handle)) {
    write(`calendar/${fileName(name, names)}.ics`, calendarFile(handle, id, zone));
  }
  return { files, rows };
}

/** Copies every attached file that is there. @returns how many */
function copyAttachedFiles(handle: ReadHandle, dataDir: string, root: string): number {
  let files = 0;
  for (const link of attachmentLinks(handle)) {
    const from = path.join(dataDir, link);
    if (!fs.existsSync(from)) continue;
    const to = path.join(root, link);
    fs.mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
    fs.copyFileSync(from, to, fs.constants.COPYFILE_FICLONE);
    files += 1;
  }
  return files;
}

function counted<T>(items: Iterable<T>): { all: Iterable<T>; count: () => number } {
  let count = 0;
  return {
    all: (function* () {
      for (const item of items) {
        count += 1;
        yield item;
      }
    })(),
    count: () => count,
  };
}

function writeFile(file: string, pieces: Iterable<string>): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const descriptor = fs.openSync(file, 'wx', 0o600);
  try {
    let text = '';
    for (const piece of pieces) {
      text += piece;
      if (text.length < WRITE_AT_LENGTH) continue;
      fs.writeFileSync(descriptor, text);
      text = '';
    }
    fs.writeFileSync(descriptor, text);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Names Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name every file system takes, and that no other file of the folder has. */
function fileName(name: string, taken: Set<string>): string {
  const safe = name
    .replaceAll(/[^\p{L}\p{N} _-]+/gu, '-')
    .trim()
    .slice(0, 60)
    .toWellFormed();
  const base = safe === '' || RESERVED.test(safe) ? `calendar ${safe}`.trim() : safe;
  let unique = base;
  for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${base} ${number}`;
  taken.add(unique.toLowerCase());
  return unique;
}
