import { z } from 'zod';
import { MAX_ENTRY_LENGTH } from './journal.ts';
import { money } from './money.ts';
import { call, id } from './refusals.ts';
import { when, zoneName } from './time.ts';

/** What a span of captured text was taken for. */
export const spanRole = z.enum([
  'date',
  'duration',
  'recurrence',
  'reminder',
  'priority',
  'tag',
  'person',
  'project',
  'amount',
  'kind',
]);

/** A stretch of the captured text; `from` and `to` are UTF-16 offsets, `to` exclusive. */
export const span = z.object({ from: z.int().min(0), to: z.int().min(0), role: spanRole });

export const itemKind = z.enum(['task', 'event', 'expense', 'entry']);

/** One thing a captured text asks for. `from`/`to` bound its own part of the text. */
export const item = z.object({
  kind: itemKind,
  title: z.string(),
  from: z.int().min(0),
  to: z.int().min(0),
  /** 0 to 1: below 0.5 the thing goes to the inbox. */
  confidence: z.number().min(0).max(1),
  start: when.optional(),
  end: when.optional(),
  due: when.optional(),
  durationMin: z.int().positive().optional(),
  /** 1 is the highest. */
  priority: z.int().min(1).max(4).optional(),
  tags: z.array(z.string()),
  people: z.array(z.string()),
  project: z.string().optional(),
  /** RFC 5545 RRULE value, without the `RRULE:` prefix. */
  recurrence: z.string().optional(),
  /** Whether the next occurrence counts from the due date or from its completion. */
  anchor: z.enum(['due', 'completion']).optional(),
  /** Minutes before the time of the thing (`start`, else `due`) at which to tell about it; 0 is the time itself. */
  remindersMin: z.array(z.int().min(0)).optional(),
  /** Moments of their own at which to tell about it. One of grain `day` leaves the time of that day to the user's habit. */
  remindAt: z.array(when).optional(),
  amount: money.optional(),
  category: z.string().optional(),
  spans: z.array(span),
});

/** A date or time found in a text, whatever it belongs to. `end` is exclusive. */
export const dateSpan = z.object({
  from: z.int().min(0),
  to: z.int().min(0),
  text: z.string(),
  start: when,
  end: when.optional(),
});

/** What a text was understood as; nothing is written. */
export const reading = z.object({ dates: z.array(dateSpan), items: z.array(item) });

/** Where and when a text is read. */
export const readingContext = z.object({
  nowMs: z.int(),
  zone: zoneName,
  /** BCP 47: the order of day and month, the region's holidays, and the language unless `languages` says others. */
  locale: z.string().optional(),
  /** The languages the person writes in, ISO 639-1, the usual one first. English is always understood. */
  languages: z.array(z.string()).optional(),
});

export type Span = z.infer<typeof span>;
export type ItemKind = z.infer<typeof itemKind>;
export type Item = z.infer<typeof item>;
export type DateSpan = z.infer<typeof dateSpan>;
export type Reading = z.infer<typeof reading>;
export type ReadingContext = z.infer<typeof readingContext>;

/** UTF-16 units of a text that are read for its items; a longer one is a journal entry, whole. */
export const MAX_READ_LENGTH = 20_000;

/** Characters SQLite can't keep give way to others of the same length, so that offsets into the text hold. */
const captured = (maxLength: number, message: string): z.ZodType<string, string> =>
  z
    .string()
    .max(maxLength, message)
    .transform((text) => text.replaceAll('\0', ' ').toWellFormed());

const capturedText = captured(
  MAX_ENTRY_LENGTH,
  'That is more than 20 million characters. File it in parts; the text is still here.',
);

/** A stretch of the text that the person wants left as words. One around a whole item sends it to the inbox as it stands. */
const range = z.object({ from: z.int().min(0), to: z.int().min(0) });
const ignored = z.array(range).max(1_000);

/** Where a thing goes. What was not understood with confidence goes to the inbox. */
export const capturePlace = z.enum(['calendar', 'tasks', 'money', 'inbox', 'journal']);

/** An item and what filing would make of it. */
export const readItem = item.extend({
  place: capturePlace,
  /** "Event, tomorrow 13:00"; "To the inbox" */
  words: z.string(),
  /** What will be kept in words only, or why it goes to the inbox; null when there is nothing to say. */
  note: z.string().nullable(),
});

/** A thing that was made. */
export const filedThing = z.object({
  kind: z.enum(['task', 'event', 'expense', 'entry']),
  id,
  place: capturePlace,
  title: z.string(),
  words: z.string(),
  /** Where the window shows it. */
  route: z.string(),
});

/** What stands in the bar and is not filed yet. */
export const captureDraft = z.object({ text: z.string(), ignored });

export const captureContract = {
  /** What a text would become; writes nothing. */
  read: call
    .input(
      z.object({
        text: captured(MAX_READ_LENGTH, 'A text this long becomes one journal entry.'),
        ignored: ignored.default([]),
      }),
    )
    .output(z.object({ items: z.array(readItem) })),
  /** Files the text in one commit, `seq`. What can't be made as it was read goes to the inbox in its own words. */
  file: call
    .errors({ EMPTY: { message: 'There is nothing to file yet. Write what is on your mind first.' } })
    .input(
      z.object({
        text: capturedText,
        ignored: ignored.default([]),
        /** `entry` files the whole text as one journal entry. */
        as: z.enum(['items', 'entry']).default('items'),
        /** Whether it is the draft that is filed, and so is no draft any more. */
        fromDraft: z.boolean().default(false),
      }),
    )
    .output(z.object({ seq: z.int(), filed: z.array(filedThing) })),
  /** What stood in the bar when it was last left; empty when it was filed. */
  draft: call.output(captureDraft),
  /** Keeps the text of the bar durably, without telling history. */
  saveDraft: call.input(z.object({ text: capturedText, ignored: ignored.default([]) })).output(z.void()),
};

export type CapturePlace = z.infer<typeof capturePlace>;
export type ReadItem = z.infer<typeof readItem>;
export type FiledThing = z.infer<typeof filedThing>;
export type CaptureDraft = z.infer<typeof captureDraft>;
export type TextRange = z.infer<typeof range>;
