import { z } from 'zod';
import { money } from './money.ts';
import { when } from './time.ts';

/** The exact words an insight was seen in; UTF-16 offsets into the text, `to` exclusive. */
const quoted = z.object({ from: z.int().min(0), to: z.int().min(0), quote: z.string() });

/** Five steps, as people say them. */
export const moodLabel = z.enum(['low', 'tense', 'even', 'light', 'bright']);

/** What the built-in engine notices in a journal text. Everything points at its sentence. */
export const textInsights = z.object({
  todos: z.array(quoted.extend({ title: z.string(), due: when.optional(), person: z.string().optional(), confidence: z.number() })),
  events: z.array(quoted.extend({ title: z.string(), start: when.optional(), end: when.optional() })),
  expenses: z.array(quoted.extend({ title: z.string(), amount: money, category: z.string().optional() })),
  people: z.array(quoted.extend({ name: z.string() })),
  topics: z.array(quoted.extend({ name: z.string(), score: z.number() })),
  dates: z.array(quoted.extend({ start: when, end: when.optional() })),
  mood: z.object({ label: moodLabel, score: z.number().min(-1).max(1), evidence: quoted.optional() }).optional(),
});

export type MoodLabel = z.infer<typeof moodLabel>;
export type TextInsights = z.infer<typeof textInsights>;
export type FoundTodo = TextInsights['todos'][number];
