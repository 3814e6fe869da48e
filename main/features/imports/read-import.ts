import type { ColumnMap, ImportCounts, ImportFormat, ImportPreview, ImportRefused, Skipped } from '#contract/imports';
import { importItemByKey, importItemsByHash } from '#db/queries/imports';
import type { ReadHandle } from '#db/store/handles';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { readCalendars } from './calendar-files.ts';
import { detect } from './detect.ts';
import { type Found, type FormatContext, type Problem, type ReadingFrame, problem } from './found.ts';
import { columnsOf } from './formats/csv.ts';
import { MARKDOWN } from './formats/markdown.ts';
import { JobCounter } from '../job-counter.ts';
import { type Source, type SourceFile, openSource } from './source.ts';
import { textOf } from './text-of.ts';
import { writeThings } from './things-file.ts';
import { BadZip } from './zip.ts';

/** What the reading of an import is told; it can be handed to another thread. */
export interface ReadImportInput {
  /** Its staging folder. */
  readonly folder: string;
  readonly frame: ReadingFrame;
  readonly columns: ColumnMap | undefined;
  readonly counter: SharedArrayBuffer;
}

/** A file that goes along, as it lies in the source. */
export interface AttachedFile {
  /** The path texts were given for it. */
  readonly link: string;
  readonly path: string;
}

/** What is left in the staging folder for the writing, beside the things themselves. */
export interface ReadingNote {
  readonly format: ImportFormat;
  readonly label: string;
  readonly things: number;
  readonly attached: readonly AttachedFile[];
  readonly skipped: readonly Skipped[];
  readonly skippedCount: number;
}

export const READ_NOTE = 'read.json';

const FIRST = 12;
/** A report is read by a person; what is more is counted. */
export const MAX_SKIPPED = 1_000;
const SHOWN_SKIPPED = 200;

type Outcome = ImportPreview | ImportRefused | { readonly outcome: 'stopped' };

/**
 * Reads everything in a staging folder, keeps it there thing by thing for the writing, and says what it would make. However
 * much it is, no more than one file and one megabyte of things are in memory.
 */
export function readImport(handle: ReadHandle, input: ReadImportInput): Outcome {
  const { folder, frame, columns, counter: shared } = input;
  const counter = new JobCounter(shared);
  const source = openSource(folder);
  try {
    const detected = detect(source);
    if ('refusal' in detected) return { outcome: 'refused', message: detected.refusal };
    if (detected.format === 'ics') {
      const read = readCalendars(handle, source, input, detected.label);
      if ('outcome' in read) return read;
      keepNote(folder, read.note);
      return read.preview;
    }
    const tally = new Tally(handle, detected.format, source.problems);
    const attached = new Map<string, AttachedFile>();
    const context: FormatContext = { ...frame, columns, attach: (file) => attach(file, attached) };
    const damaged = new Map<string, string>();
    const counted = counting(source, counter, damaged);
    const things = writeThings(folder);
    try {
      for (const found of detected.read(counted, context)) {
        if (counter.isStopped) return { outcome: 'stopped' };
        // What could not be unpacked is told below, not as empty.
        if (found.kind === 'problem' && damaged.has(found.what)) continue;
        tally.take(found);
        if (found.kind !== 'problem') things.add(found);
      }
      for (const [what, why] of damaged) tally.take(problem(what, why));
    } finally {
      things.close();
    }
    const note: ReadingNote = {
      format: detected.format,
      label: detected.label,
      things: tally.things,
      attached: [...attached.values()],
      skipped: tally.skipped,
      skippedCount: tally.skippedCount,
    };
    keepNote(folder, note);
    return {
      ...tally.preview(detected.format, detected.label),
      found: { ...tally.found, attachments: attached.size },
      notes: notesOf(detected.format, source, attached),
      columns: detected.format === 'csv' ? tableOf(source, columns) : null,
    };
  } finally {
    source.close();
  }
}

const keepNote = (folder: string, note: ReadingNote): void =>
  fs.writeFileSync(path.join(folder, READ_NOTE), JSON.stringify(note), { mode: 0o600 });

/**
 * The source, with each file that is read counted. One that can't be unpacked is read as empty and remembered, so that it
 * doesn't take the others with it.
 */
function counting(source: Source, counter: JobCounter, damaged: Map<string, string>): Source {
  counter.begin('reading', source.files.length);
  const carefully = (path: string, read: () => Buffer): Buffer => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof BadZip)) throw error;
      damaged.set(path, error.message);
      return Buffer.alloc(0);
    }
  };
  const files = source.files.map((file): SourceFile => ({
    ...file,
    read() {
      counter.step();
      return carefully(file.path, () => file.read());
    },
    readStart: (length) => carefully(file.path, () => file.readStart(length)),
  }));
  return { ...source, files };
}

/** The link is the one keepAttachment gives: the first half of the SHA-256, and the file's own extension. */
function attach(file: SourceFile, attached: Map<string, AttachedFile>): string {
  const known = attached.get(file.path);
  if (known) return known.link;
  const id = createHash('sha256').update(file.read()).digest('hex').slice(0, 32);
  const extension = /^[a-z0-9]{1,8}$/.test(file.extension) ? file.extension : 'bin';
  const link = `attachments/${id}.${extension}`;
  attached.set(file.path, { link, path: file.path });
  return link;
}

class Tally {
  readonly found: Omit<ImportCounts, 'attachments'> = { entries: 0, tasks: 0, events: 0 };
  readonly skipped: Skipped[] = [];
  skippedCount = 0;
  readonly #handle: ReadHandle;
  readonly #format: ImportFormat;
  readonly #states = { new: 0, known: 0, changed: 0 };
  readonly #first: ImportPreview['first'] = [];
  #fromDay: string | null = null;
  #toDay: string | null = null;
  #doneTasks = 0;

  constructor(handle: ReadHandle, format: ImportFormat, problems: readonly Skipped[]) {
    this.#handle = handle;
    this.#format = format;
    for (const one of problems) this.#skip(one);
  }

  get things(): number {
    return this.found.entries + this.found.tasks;
  }

  take(found: Found | Problem): void {
    if (found.kind === 'problem') return this.#skip({ what: found.what, why: found.why });
    const state = stateOf(this.#handle, this.#format, found);
    this.#states[state] += 1;
    const day = found.kind === 'entry' ? found.day : (found.dueDay ?? found.doDay);
    if (found.kind === 'entry') this.found.entries += 1;
    else {
      this.found.tasks += 1;
      if (found.isDone) this.#doneTasks += 1;
    }
    if (day !== null) {
      if (this.#fromDay === null || day < this.#fromDay) this.#fromDay = day;
      if (this.#toDay === null || day > this.#toDay) this.#toDay = day;
    }
    if (this.#first.length < FIRST)
      this.#first.push({
        kind: found.kind,
        title: found.title.slice(0, 200).toWellFormed(),
        day,
        detail: detailOf(found),
        state,
      });
  }

  preview(format: ImportFormat, label: string): Omit<ImportPreview, 'found' | 'notes' | 'columns'> {
    return {
      outcome: 'ready',
      format,
      label,
      states: this.#states,
      fromDay: this.#fromDay,
      toDay: this.#toDay,
      first: this.#first,
      skipped: this.skipped.slice(0, SHOWN_SKIPPED),
      skippedCount: this.skippedCount,
      doneTasks: this.#doneTasks,
      calendarName: null,
    };
  }

  #skip(one: Skipped): void {
    this.skippedCount += 1;
    if (this.skipped.length < MAX_SKIPPED)
      this.skipped.push({ what: one.what.slice(0, 300).toWellFormed(), why: one.why });
  }
}

/** Whether an earlier import made it. A thing that moved at its source is known by its contents. */
export function stateOf(
  handle: ReadHandle,
  format: ImportFormat,
  { key, hash }: Pick<Found, 'key' | 'hash'>,
): 'new' | 'known' | 'changed' {
  const item = importItemByKey(handle, format, key);
  if (item) return item.sourceHash === hash ? 'known' : 'changed';
  return importItemsByHash(handle, format, hash).length > 0 ? 'known' : 'new';
}

function detailOf(found: Found): string {
  if (found.kind === 'entry') return '';
  const parts = [
    found.project ?? '',
    found.tags.map((tag) => `#${tag}`).join(' '),
    found.isDone ? 'done' : '',
    found.recurrence === null ? '' : 'repeats',
  ];
  return parts
    .filter((part) => part !== '')
    .join(' · ')
    .slice(0, 200)
    .toWellFormed();
}

function notesOf(
  format: ImportFormat,
  { files, hasVault }: Source,
  attached: ReadonlyMap<string, AttachedFile>,
): string[] {
  if (format !== 'markdown') return [];
  const left = files.filter((file) => !MARKDOWN.has(file.extension) && !attached.has(file.path)).length;
  return [
    ...(left === 0
      ? []
      : [
          `${left === 1 ? 'One file that no note shows stays' : `${left.toLocaleString('en')} files that no note shows stay`} where ${left === 1 ? 'it is' : 'they are'}.`,
        ]),
    ...(hasVault ? ['Obsidian’s own settings and its trash are left out.'] : []),
  ];
}

function tableOf(source: Source, columns: ColumnMap | undefined): ImportPreview['columns'] {
  const [file] = source.files.filter(({ extension }) => extension === 'csv');
  const found = file ? columnsOf(textOf(file.readStart(100_000))?.text ?? '') : null;
  return found ? { names: found.names, map: columns ?? found.map } : null;
}
