import { z } from 'zod';
import { money } from './money.ts';
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
  remindersMin: z.array(z.int().min(0)).optional(),
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
export const readingContext = z.object({ nowMs: z.int(), zone: zoneName, locale: z.string().optional() });

export type SpanRole = z.infer<typeof spanRole>;
export type Span = z.infer<typeof span>;
export type ItemKind = z.infer<typeof itemKind>;
export type Item = z.infer<typeof item>;
export type DateSpan = z.infer<typeof dateSpan>;
export type Reading = z.infer<typeof reading>;
export type ReadingContext = z.infer<typeof readingContext>;
