import { z } from 'zod';
import { NOT_FOUND, call, id, userText } from './refusals.ts';
import { snippet } from './search.ts';
import { day, instantMs, timeOfDay } from './time.ts';

/** UTF-16 units one entry may hold: a 10 MB paste fits, with as much again beside it. */
export const MAX_ENTRY_LENGTH = 20_000_000;

const body = z
  .string()
  .max(
    MAX_ENTRY_LENGTH,
    'An entry holds 20 million characters at most. Split the text over several entries; it is still here.',
  )
  .pipe(userText(MAX_ENTRY_LENGTH));

/** From 1, low, to 5, bright; the words are {@link moodLabel}'s of the insights, in the same order. */
export const mood = z.int().min(1).max(5);

export const entry = z.object({
  id,
  day,
  /** Markdown, as it was typed. Holds the newest draft when there is one. */
  body: z.string(),
  mood: mood.nullable(),
  /** The moment it belongs to; orders the entries of a day. */
  atMs: instantMs,
  words: z.int(),
  createdAtMs: instantMs,
  /** When the text last changed; a mood or another day leave it. */
  updatedAtMs: instantMs,
  /** When history last had it; null for an entry that is only a draft. A writer sends it back as `seenMs`. */
  baseMs: instantMs.nullable(),
  /** Whether `body` is a draft that no commit holds yet. */
  isDraft: z.boolean(),
});

export const journalDay = z.object({
  day,
  entries: z.array(entry),
  words: z.int(),
  /** Days written in a row up to this one. Today counts once it is written and breaks nothing until it is over. */
  streakDays: z.int(),
});

/** A day of the list: enough to recognise it by. */
export const daySummary = z.object({
  day,
  /** The first line with words in it, without its Markdown; empty for a day of moods only. */
  firstLine: z.string(),
  entries: z.int(),
  words: z.int(),
  /** The last one told. */
  mood: mood.nullable(),
  /** Of its first entry. */
  atMs: instantMs,
});

/** What may be completed while writing: `[[links]]`, `#tags`, `@people`. */
export const nameKind = z.enum(['links', 'tags', 'people']);

/** A name that can be meant. `words` says a day in words: "today", "last friday". */
export const suggestion = z.object({
  name: z.string(),
  what: z.enum(['day', 'link', 'tag', 'person', 'entry', 'task', 'project']),
  words: z.string().optional(),
  mentions: z.int(),
});

/** What has a page of its own: a name in `[[links]]`, a `#tag`, a `@person`. It is what is said of it; nothing else is kept. */
export const referenceKind = z.enum(['page', 'tag', 'person']);
export const referenceName = userText(200).pipe(z.string().min(1));
const reference = z.object({ kind: referenceKind, name: referenceName });

/** A place that mentions a name; `at` is its UTF-16 offset in the entry, `mentions` how often that entry has it. */
export const passage = z.object({ entryId: id, day, atMs: instantMs, at: z.int(), mentions: z.int(), snippet });
const mentionCursor = z.object({ atMs: z.int(), entryId: z.string().max(64) });

/** A text an entry had, by the commit that gave it. */
export const entryVersion = z.object({
  seq: z.int(),
  atMs: instantMs,
  /** `journal.write`, `tasks.complete`, `history.undo`, ... */
  command: z.string(),
  /** The entry was deleted here. */
  isDeleted: z.boolean(),
  words: z.int(),
  added: z.int(),
  removed: z.int(),
});

export const deletedEntry = z.object({ id, firstLine: z.string(), deletedAtMs: instantMs });

export const journalStreaks = z.object({
  /** Days in a row up to today, or to yesterday while today is not written yet. */
  current: z.int(),
  longest: z.object({ first: day, last: day, days: z.int() }).nullable(),
  isTodayWritten: z.boolean(),
  days: z.int(),
  words: z.int(),
  entries: z.int(),
});

const renaming = reference.extend({ to: referenceName });
const NAME_UNFIT = {
  message: 'A tag is one word with a letter in it; a name holds no brackets and no bar.',
} as const;

const missing = call.errors({ NOT_FOUND });
const DAYS_AT_ONCE = 400;
const pages = z
  .object({ first: day, last: day, entryId: id.optional() })
  .refine(({ first, last }) => first <= last, { path: ['last'], error: 'The last day comes before the first.' })
  .refine(({ first, last }) => (Date.parse(last) - Date.parse(first)) / 86_400_000 < DAYS_AT_ONCE, {
    path: ['last'],
    error: `Choose ${DAYS_AT_ONCE} days at most.`,
  });
/** `seenMs` is the entry's `baseMs` that the writer knows: a box that was ticked elsewhere since is not cleared by this text. */
const draft = z.object({ id, day, body, seenMs: instantMs.nullable().optional() });

export const journalContract = {
  day: call.input(z.object({ day })).output(journalDay),
  /** Newest first; `before` is the last seen day. */
  days: call
    .input(z.object({ before: day.optional(), limit: z.int().min(1).max(500).default(100) }))
    .output(z.object({ days: z.array(daySummary), nextBefore: day.nullable() })),
  /** The days of a month (`2026-11`) that have writing or a mood. */
  month: call
    .input(z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'A month looks like 2026-11.') }))
    .output(z.array(z.object({ day, words: z.int(), mood: mood.nullable() }))),
  /** The same date in earlier years, newest first. */
  onThisDay: call.input(z.object({ day })).output(z.array(daySummary.extend({ yearsAgo: z.int() }))),
  /** The days of a year that have writing or a mood, in order. */
  year: call
    .input(z.object({ year: z.int().min(1).max(9999) }))
    .output(z.array(z.object({ day, words: z.int(), mood: mood.nullable(), entries: z.int() }))),
  streaks: call.output(journalStreaks),
  /** Names that may be meant: used before, and for links days, first lines, tasks; those begun with the query first. */
  names: call.input(z.object({ kind: nameKind, query: z.string().max(200) })).output(z.array(suggestion)),
  /** Every name of a kind that holds the query, those mentioned most first; 1,000 at most. */
  allNames: call
    .input(z.object({ kind: referenceKind, query: z.string().max(200).default('') }))
    .output(z.array(suggestion)),
  /** How often and from when to when a name is mentioned. */
  reference: call
    .input(reference)
    .output(z.object({ mentions: z.int(), entries: z.int(), firstDay: day.nullable(), lastDay: day.nullable() })),
  /** The passages that mention it, newest first, an entry each. */
  mentions: call
    .input(reference.extend({ before: mentionCursor.optional(), limit: z.int().min(1).max(100).default(30) }))
    .output(z.object({ passages: z.array(passage), nextBefore: mentionCursor.nullable() })),
  /** Entries that hold the name in plain words only, the newest. */
  unlinked: call.input(reference).output(z.array(passage)),
  /** What renaming would change; `taken` counts the mentions of the new name: both become one. */
  renamePreview: call.input(renaming).output(z.object({ mentions: z.int(), entries: z.int(), taken: z.int() })),
  /** Rewrites every mention in all entries, in one commit. */
  rename: call
    .errors({ NAME_UNFIT })
    .input(renaming)
    .output(z.object({ mentions: z.int(), entries: z.int() })),
  /** Every text an entry had, newest first; of a deleted one too. */
  versions: missing.input(z.object({ id })).output(z.array(entryVersion)),
  version: missing.input(z.object({ id, seq: z.int() })).output(z.object({ body: z.string(), before: z.string() })),
  /** Gives an entry an old text again; a deleted one comes back. */
  restore: missing.input(z.object({ id, seq: z.int() })).output(entry),
  deleted: call.input(z.object({ day })).output(z.array(deletedEntry)),
  /** Keeps the text durably without telling history: at every short pause. The writer chooses the id of a new entry. */
  saveDraft: call.input(draft).output(
    z.object({
      savedAtMs: instantMs,
      /** The text as it was kept, where boxes were ticked elsewhere in it; null: as it was sent. */
      body: z.string().nullable(),
      baseMs: instantMs.nullable(),
    }),
  ),
  /** Makes the text history: once per pause in thought. An entry without words is not begun: null. */
  write: call.input(draft).output(entry.nullable()),
  /** Also begins an entry of nothing but a mood. */
  setMood: call.input(z.object({ id, day, mood: mood.nullable() })).output(entry),
  /** The days of a stretch that have an entry, oldest first. */
  between: call.input(pages).output(z.array(journalDay)),
  /** Pages as Markdown: one file, or a zip where they link to files. */
  exportMarkdown: call
    .errors({
      NOTHING_WRITTEN: { message: 'Nothing was written in that time, so there is nothing to save.' },
      TOO_LARGE: { message: 'These pages and their files are more than 50 MB together. Choose fewer days.' },
    })
    .input(pages)
    .output(z.file()),
  /** Gives an entry another day, another time of day, or both; without a time it keeps the one it is now. */
  moveToDay: missing.input(z.object({ id, day, time: timeOfDay.optional() })).output(entry),
  remove: missing.input(z.object({ id })).output(z.object({ removed: z.int() })),
};

export type Entry = z.infer<typeof entry>;
export type JournalDay = z.infer<typeof journalDay>;
export type DaySummary = z.infer<typeof daySummary>;
export type NameKind = z.infer<typeof nameKind>;
export type Suggestion = z.infer<typeof suggestion>;
export type ReferenceKind = z.infer<typeof referenceKind>;
export type Passage = z.infer<typeof passage>;
export type EntryVersion = z.infer<typeof entryVersion>;
export type DeletedEntry = z.infer<typeof deletedEntry>;
export type JournalStreaks = z.infer<typeof journalStreaks>;
