import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { NOT_FOUND, call, id } from './refusals.ts';
import { day, instantMs } from './time.ts';

/** What is sent at once at most; a larger file comes in several pieces. */
export const MAX_PIECE_BYTES = 8 * 1024 * 1024;
/** Files of one import, those inside archives not counted. */
export const MAX_IMPORT_FILES = 200_000;

/** The kinds of export that can be read. */
export const importFormat = z.enum([
  'markdown',
  'todoist',
  'todo-txt',
  'day-one',
  'text-bundle',
  'google-keep',
  'apple-journal',
  'kindle',
  'csv',
  'ics',
]);

/** `new` will be made; `known` is here from an earlier import; `changed` is, and the source changed since. */
export const importState = z.enum(['new', 'known', 'changed']);

/** Which column of a table says what; null is not used. */
export const columnMap = z.object({
  kind: z.enum(['entry', 'task']),
  title: z.string().nullable(),
  body: z.string().nullable(),
  day: z.string().nullable(),
  done: z.string().nullable(),
  priority: z.string().nullable(),
  project: z.string().nullable(),
  tags: z.string().nullable(),
});

export const importOptions = z.object({
  /** Tasks without a project of their own go there. */
  project: z.string().trim().max(200).nullable().default(null),
  /** Whether tasks that are done already come too. */
  withDone: z.boolean().default(true),
  /** Whether what changed at the source since the last import is brought up to date here. */
  updateChanged: z.boolean().default(false),
  /** The calendar that events go to; without it a new one. */
  calendarId: id.nullable().default(null),
});

/** Something that is not made, and why, in a sentence. */
const skipped = z.object({ what: z.string(), why: z.string() });

const counts = z.object({ entries: z.int(), tasks: z.int(), events: z.int(), attachments: z.int() });

export const importPreview = z.object({
  outcome: z.literal('ready'),
  format: importFormat,
  /** "Obsidian vault", as the person knows it. */
  label: z.string(),
  /** What is found, whether it is here already or not. */
  found: counts,
  states: z.object({ new: z.int(), known: z.int(), changed: z.int() }),
  /** The days it covers. */
  fromDay: day.nullable(),
  toDay: day.nullable(),
  /** The first things of it. */
  first: z.array(
    z.object({
      kind: z.enum(['entry', 'task', 'event']),
      title: z.string(),
      day: day.nullable(),
      detail: z.string(),
      state: importState,
    }),
  ),
  /** At most 200 of them. */
  skipped: z.array(skipped),
  skippedCount: z.int(),
  /** What a person should know before: "12 pictures are not in the folder". */
  notes: z.array(z.string()),
  /** For a table: its columns and what they are taken for. */
  columns: z.object({ names: z.array(z.string()), map: columnMap }).nullable(),
  doneTasks: z.int(),
  /** Of a calendar file: the name a new calendar for it would have. */
  calendarName: z.string().nullable(),
});

/** What was chosen can't be read, in a sentence that names it. */
export const importRefused = z.object({ outcome: z.literal('refused'), message: z.string() });

const progress = z.object({
  outcome: z.literal('working'),
  phase: z.enum(['reading', 'files', 'writing']),
  done: z.int(),
  /** 0 while it is not known. */
  total: z.int(),
  perSecond: z.number(),
});

const stopped = z.object({ outcome: z.literal('stopped') });

export const importReport = z.object({
  id,
  atMs: instantMs,
  format: importFormat,
  label: z.string(),
  /** What was chosen: a folder's or a file's name. */
  source: z.string(),
  made: counts,
  updated: z.int(),
  known: z.int(),
  skipped: z.array(skipped),
  skippedCount: z.int(),
  /** The commit to take back; null when nothing was made. */
  seq: z.int().nullable(),
  isUndone: z.boolean(),
});

const GONE = {
  message: 'These files are not held any more. Choose them again; nothing was imported.',
} as const;
const session = call.errors({ GONE });

export const importsContract = {
  /** Opens a place for files; it is emptied by `end`, and when the program ends. @param name what was chosen */
  begin: call.input(z.object({ name: z.string().max(1_000) })).output(z.object({ id })),
  /**
   * Hands files over. `data` is their bytes one after another; a `part` of a file continues with the next call's first one.
   */
  add: session
    .errors({
      TOO_MUCH: { message: 'That is more than can be imported at once. Import it in several parts.' },
    })
    .input(
      z.object({
        id,
        files: z
          .array(
            z.object({
              /** Within what was chosen, with `/`; only a name, never a place on the disk. */
              path: z.string().min(1).max(4_096),
              modifiedMs: instantMs,
              bytes: z.int().min(0),
              isPart: z.boolean().default(false),
            }),
          )
          .max(5_000),
        data: z.file(),
      }),
    )
    .output(z.void()),
  /** Reads the files and says what would be made. Writes nothing. Ending the stream stops it. */
  preview: session
    .input(z.object({ id, columns: columnMap.optional() }))
    .output(eventIterator(z.union([progress, importPreview, importRefused, stopped]))),
  /** Makes it all in one commit. Ending the stream stops it, and then nothing was made. */
  run: session
    .errors({
      NOT_FOUND,
      NOT_READ: { message: 'Look at what would be imported first.' },
      READ_ONLY_CALENDAR: {
        message: 'This calendar is subscribed to: what is in it comes from its address. Choose another.',
      },
    })
    .input(z.object({ id, options: importOptions }))
    .output(
      eventIterator(z.union([progress, z.object({ outcome: z.literal('done'), report: importReport }), stopped])),
    ),
  /** Lets the files go. */
  end: call.input(z.object({ id })).output(z.void()),
  /** Imports that were made, newest first. */
  list: call.output(z.array(importReport.omit({ skipped: true }))),
  report: call.errors({ NOT_FOUND }).input(z.object({ id })).output(importReport),
};

export type ImportFormat = z.infer<typeof importFormat>;
export type ImportState = z.infer<typeof importState>;
export type ImportOptions = z.infer<typeof importOptions>;
export type ImportPreview = z.infer<typeof importPreview>;
export type ImportRefused = z.infer<typeof importRefused>;
export type ImportReport = z.infer<typeof importReport>;
export type ImportCounts = z.infer<typeof counts>;
export type ColumnMap = z.infer<typeof columnMap>;
export type Skipped = z.infer<typeof skipped>;
export type ImportProgress = z.infer<typeof progress>;
