import { z } from 'zod';
import { call, id } from './refusals.ts';
import { day, instantMs } from './time.ts';

/** What can be found. */
export const searchKind = z.enum(['entry', 'task', 'event', 'expense']);

/** Longer questions are cut here: nobody types them, and a 10 MB paste must not be searched for. */
export const MAX_QUERY_LENGTH = 1_000;

/** A stretch of a text, as UTF-16 offsets. */
export const textRange = z.object({ from: z.int(), to: z.int() });

/** A piece of a text with what was found in it. */
export const snippet = z.object({ text: z.string(), ranges: z.array(textRange) });

export const searchHit = z.object({
  kind: searchKind,
  id,
  /** Its name; of an entry the first line. */
  title: z.string(),
  titleRanges: z.array(textRange),
  /** Pieces of its text; together they show each word that the title does not. */
  snippets: z.array(snippet),
  atMs: instantMs,
  /** The day it belongs to; a task without one has none. */
  day: day.nullable(),
  /** Opens it in the window, at the passage. */
  route: z.string(),
});

export const rankedHit = searchHit.extend({
  /** Why it was found: each word of the question as typed, and how often it stands in the title and in the text. */
  found: z.array(z.object({ word: z.string(), inTitle: z.int(), inBody: z.int() })),
});

const query = z
  .string()
  .transform((text) => text.slice(0, MAX_QUERY_LENGTH).toWellFormed())
  .pipe(z.string());
const kinds = z.array(searchKind).min(1).max(20).optional();

/** Where to look on, as an answer said. */
const before = z.int().optional();

export const searchContract = {
  /** Newest first. All words are required, the last one may be unfinished; "a phrase" in quotes, -without. */
  asYouType: call.input(z.object({ query, kinds, limit: z.int().min(1).max(100).default(20) })).output(
    z.object({
      hits: z.array(searchHit),
      /** False when older things may hold the words too, beyond what is looked through at each key press. */
      isComplete: z.boolean(),
    }),
  ),
  /**
   * Best first, of the newest things that hold the words. One answer takes a bounded time; `nextBefore` looks on further
   * back and is null at the end.
   */
  ranked: call
    .input(z.object({ query, kinds, before, limit: z.int().min(1).max(200).default(50) }))
    .output(z.object({ hits: z.array(rankedHit), nextBefore: z.int().nullable() })),
  /** What was touched last, newest first. */
  recent: call.input(z.object({ limit: z.int().min(1).max(50).default(8) })).output(z.array(searchHit)),
};

export type SearchKind = z.infer<typeof searchKind>;
export type TextRange = z.infer<typeof textRange>;
export type Snippet = z.infer<typeof snippet>;
export type SearchHit = z.infer<typeof searchHit>;
export type RankedHit = z.infer<typeof rankedHit>;
