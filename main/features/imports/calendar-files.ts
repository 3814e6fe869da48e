import type { ImportPreview, ImportRefused, Skipped } from '#contract/imports';
import { keepImportRun } from '#db/queries/imports';
import type { ReadHandle } from '#db/store/handles';
import type { Ledger } from '#main/ledger/ledger';
import fs from 'node:fs';
import path from 'node:path';
import { MOST_BYTES, previewCalendar, readCalendarFile, writeCalendarFile } from '../calendar/index.ts';
import { isCalendarFile } from './detect.ts';
import type { JobCounter } from '../job-counter.ts';
import type { ReadImportInput, ReadingNote } from './read-import.ts';
import type { Source } from './source.ts';
import { textOf } from './text-of.ts';
import type { WriteImportInput, WrittenReport } from './write-import.ts';

// Calendar files are read and known again by the calendar itself, by their UIDs; this brings them through the same screen and
// the same reports as everything else.

/** All calendar files of an import as one, in the staging folder. */
const CALENDAR = 'calendar.ics';

const FIRST = 12;

type Read = Exclude<ReturnType<typeof readCalendarFile>, string>;

const REFUSALS = {
  empty: 'This file is empty.',
  contacts: 'This is a file of contacts (vCard); Braindump can’t read it yet.',
  page: 'This is a web page, not a calendar. Look for a link to its .ics file.',
  other: 'This ends like a calendar file, but there is no calendar in it.',
} as const;

/** Reads the calendar files of a source, keeps them for the writing and says what would become of them. */
export function readCalendars(
  handle: ReadHandle,
  source: Source,
  { folder, frame }: ReadImportInput,
  label: string,
): { readonly preview: ImportPreview; readonly note: ReadingNote } | ImportRefused {
  const files = source.files.filter(isCalendarFile);
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES)
    return { outcome: 'refused', message: 'These calendars are larger than 100 MB together. Import them one by one.' };
  // One file is left as it is, so that its lines keep their numbers and its encoding is the calendar's to tell.
  const bytes =
    files.length === 1
      ? files[0]!.read()
      : Buffer.from(files.map((file) => textOf(file.read())?.text ?? '').join('\r\n'), 'utf8');
  fs.writeFileSync(path.join(folder, CALENDAR), bytes, { mode: 0o600 });
  const read = readCalendarFile({ bytes, zone: frame.zone });
  if (typeof read === 'string') return { outcome: 'refused', message: REFUSALS[read] };
  const { events, tasks, entries, series, days, remarks, first } = previewCalendar(handle, read);
  const all = [events, tasks, entries];
  const sum = (of: 'added' | 'changed' | 'there'): number => all.reduce((total, counts) => total + counts[of], 0);
  const total = ({ added, changed, there }: typeof events): number => added + changed + there;
  const skipped: Skipped[] = [
    ...source.problems,
    ...source.files
      .filter((file) => !files.includes(file))
      .map((file) => ({ what: file.path, why: 'It is no calendar file.' })),
    ...skippedOf(read, files.length === 1),
  ];
  const note: ReadingNote = {
    format: 'ics',
    label,
    things: sum('added') + sum('changed') + sum('there'),
    attached: [],
    skipped,
    skippedCount: skipped.length,
  };
  const preview: ImportPreview = {
    outcome: 'ready',
    format: 'ics',
    label,
    found: { entries: total(entries), tasks: total(tasks), events: total(events), attachments: 0 },
    states: { new: sum('added'), known: sum('there'), changed: sum('changed') },
    fromDay: days?.first ?? null,
    toDay: days?.last ?? null,
    first: first.slice(0, FIRST).map(({ kind, title, startLocal, recurring, becomes }) => ({
      kind,
      title: title.slice(0, 200).toWellFormed(),
      day: startLocal?.slice(0, 10) ?? null,
      detail: [startLocal?.slice(11, 16) ?? '', recurring ? 'repeats' : ''].filter((part) => part !== '').join(' · '),
      state: becomes === 'added' ? 'new' : 'changed',
    })),
    skipped: skipped.slice(0, 200),
    skippedCount: skipped.length,
    notes: [
      ...(series === 0 ? [] : [series === 1 ? 'One of the events repeats.' : `${series} of the events repeat.`]),
      ...remarks.map(({ text, count }) => (count === 1 ? text : `${text} (${count} times)`)),
    ],
    columns: null,
    doneTasks: 0,
    calendarName: read.name === null || read.name === '' ? 'Imported' : read.name,
  };
  return { preview, note };
}

const PARTS: Readonly<Record<string, string>> = { VEVENT: 'Event', VTODO: 'Task', VJOURNAL: 'Journal entry' };

const skippedOf = ({ skipped }: Read, hasLines: boolean): Skipped[] =>
  skipped.map(({ component, line, why }) => {
    const part = PARTS[component] ?? (component === 'line' ? 'Line' : component);
    return { what: hasLines ? `${part}, line ${line}` : part, why: `Because ${why}.` };
  });

export class CalendarsStopped extends Error {}

/** Makes what the calendar files of an import hold, in one commit, and keeps the report. @throws CalendarsStopped */
export function writeCalendars(ledger: Ledger, note: ReadingNote, input: WriteImportInput, counter: JobCounter): void {
  const read = readCalendarFile({ bytes: fs.readFileSync(path.join(input.folder, CALENDAR)), zone: input.zone });
  if (typeof read === 'string') throw new Error('the calendar was read before and can’t be now');
  const calendarId = input.options.calendarId ?? undefined;
  writeCalendarFile(ledger, read, { calendarId, today: input.today }, (tx, { events, tasks, entries }) => {
    if (counter.isStopped) throw new CalendarsStopped();
    const all = [events, tasks, entries];
    const made = { entries: entries.added, tasks: tasks.added, events: events.added, attachments: 0 };
    const updated = all.reduce((sum, { changed }) => sum + changed, 0);
    const report: WrittenReport = {
      made,
      updated,
      known: all.reduce((sum, { there }) => sum + there, 0),
      skipped: note.skipped,
      skippedCount: note.skippedCount,
    };
    const hasMade = made.entries + made.tasks + made.events + updated > 0;
    keepImportRun(tx, {
      id: input.runId,
      atMs: tx.nowMs,
      format: 'ics',
      label: note.label,
      source: input.source,
      seq: hasMade ? tx.seq : null,
      report: JSON.stringify(report),
    });
  });
}
