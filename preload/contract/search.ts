import { z } from 'zod';
import { queryPart, queryProblem } from './query.ts';
import { NOT_FOUND, call, id, userText } from './refusals.ts';
import { day, instantMs } from './time.ts';

/** What can be found. */
export const searchKind = z.enum(['entry', 'task', 'event', 'expense', 'project', 'session']);

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

/**
 * The query with words that stand nowhere replaced by what was probably meant; the hits are those of it. Null when the query
 * was answered as it was typed.
 */
const respelled = z.string().nullable();

/** A name that things go by: found beside the things themselves. */
export const foundName = z.object({
  kind: z.enum(['tag', 'person', 'project', 'area']),
  name: z.string(),
  /** Of how many things. */
  uses: z.int(),
  /** The query that finds them. */
  query: z.string(),
});

/** What can be written in place of what is being typed. */
export const completion = z.object({
  /** Takes the place of the stretch the answer names. */
  text: z.string(),
  label: z.string(),
  detail: z.string().nullable(),
  kind: z.enum(['operator', 'value', 'tag', 'person', 'project', 'area']),
});

export const savedSearch = z.object({ id, name: z.string(), query: z.string() });

const searchName = userText(100).pipe(z.string().trim().min(1, 'Give it a name.'));
const NAME_TAKEN = { message: 'Another saved search has this name already.' } as const;

export const searchContract = {
  /** Newest first. All words are required, the last one may be unfinished; operators as main/domain/query reads them. */
  asYouType: call.input(z.object({ query, kinds, limit: z.int().min(1).max(100).default(20) })).output(
    z.object({
      hits: z.array(searchHit),
      /** False when older things may hold the words too, beyond what is looked through at each key press. */
      isComplete: z.boolean(),
      respelled,
    }),
  ),
  /**
   * Best first, of the newest things that hold the words. One answer takes a bounded time; `nextBefore` looks on further
   * back and is null at the end. After a respelled answer the respelled query is looked on with.
   */
  ranked: call
    .input(z.object({ query, kinds, before, limit: z.int().min(1).max(200).default(50) }))
    .output(z.object({ hits: z.array(rankedHit), nextBefore: z.int().nullable(), respelled })),
  /** How a query is understood, part by part. */
  understand: call
    .input(z.object({ query }))
    .output(z.object({ parts: z.array(queryPart), problems: z.array(queryProblem) })),
  /** What could be written at a place of the query (a UTF-16 offset). */
  complete: call
    .input(z.object({ query, at: z.int().min(0) }))
    .output(z.object({ from: z.int(), to: z.int(), options: z.array(completion) })),
  /** Tags, people, projects and areas whose names begin with the words. */
  names: call.input(z.object({ query, limit: z.int().min(1).max(50).default(6) })).output(z.array(foundName)),
  /** One found thing in full (its first 20,000 characters), without Markdown, with what was asked for marked. */
  preview: call
    .errors({ NOT_FOUND })
    .input(z.object({ id, query }))
    .output(
      z.object({
        kind: searchKind,
        title: z.string(),
        titleRanges: z.array(textRange),
        text: z.string(),
        ranges: z.array(textRange),
        day: day.nullable(),
        atMs: instantMs,
      }),
    ),
  /** What was touched last, newest first. */
  recent: call.input(z.object({ limit: z.int().min(1).max(50).default(8) })).output(z.array(searchHit)),
  saved: call.output(z.array(savedSearch)),
  save: call
    .errors({ NAME_TAKEN })
    .input(z.object({ name: searchName, query: userText(MAX_QUERY_LENGTH) }))
    .output(savedSearch),
  updateSaved: call
    .errors({ NAME_TAKEN, NOT_FOUND })
    .input(z.object({ id, name: searchName.optional(), query: userText(MAX_QUERY_LENGTH).optional() }))
    .output(savedSearch),
  removeSaved: call.errors({ NOT_FOUND }).input(z.object({ id })).output(z.void()),
  /** What was asked lately, newest first. */
  asked: call.input(z.object({ limit: z.int().min(1).max(50).default(10) })).output(z.array(z.string())),
  /** Remembers that a query led somewhere. */
  noteAsked: call.input(z.object({ query })).output(z.void()),
  /** Forgets one query, or with null all of them. */
  forgetAsked: call.input(z.object({ query: z.string().nullable() })).output(z.void()),
  /** How often and lately things of the palette were chosen: greater comes first. */
  uses: call.output(z.record(z.string(), z.number())),
  noteUse: call.input(z.object({ item: z.string().min(1).max(200) })).output(z.void()),
  /** Forgets what was chosen in the palette. */
  forgetUses: call.output(z.void()),
};

export type SearchKind = z.infer<typeof searchKind>;
export type TextRange = z.infer<typeof textRange>;
export type Snippet = z.infer<typeof snippet>;
export type SearchHit = z.infer<typeof searchHit>;
export type RankedHit = z.infer<typeof rankedHit>;
export type FoundName = z.infer<typeof foundName>;
export type Completion = z.infer<typeof completion>;
export type SavedSearch = z.infer<typeof savedSearch>;
