import { z } from 'zod';
import { newExpense } from './expenses.ts';
import { money } from './money.ts';
import { NOT_FOUND, call, id, title, userText } from './refusals.ts';
import { taskStatus } from './tasks.ts';
import { day, timeOfDay, when } from './time.ts';

/** The exact words an insight was seen in; UTF-16 offsets into the text, `to` exclusive. */
const quoted = z.object({ from: z.int().min(0), to: z.int().min(0), quote: z.string() });

/** Five steps, as people say them. */
export const moodLabel = z.enum(['low', 'tense', 'even', 'light', 'bright']);

/** What the built-in engine notices in a journal text. Everything points at its sentence. */
export const textInsights = z.object({
  todos: z.array(
    quoted.extend({ title: z.string(), due: when.optional(), person: z.string().optional(), confidence: z.number() }),
  ),
  events: z.array(quoted.extend({ title: z.string(), start: when.optional(), end: when.optional() })),
  expenses: z.array(quoted.extend({ title: z.string(), amount: money, category: z.string().optional() })),
  people: z.array(quoted.extend({ name: z.string() })),
  topics: z.array(quoted.extend({ name: z.string(), score: z.number() })),
  dates: z.array(quoted.extend({ start: when, end: when.optional() })),
  mood: z.object({ label: moodLabel, score: z.number().min(-1).max(1), evidence: quoted.optional() }).optional(),
});

/** What can be decided about. */
export const insightKind = z.enum(['todo', 'event', 'expense', 'person', 'topic', 'mood']);

/** A to-do seen in an entry: offered, or accepted and then a task. */
export const noticedTodo = quoted.extend({
  title: z.string(),
  dueDay: day.nullable(),
  dueTime: timeOfDay.nullable(),
  person: z.string().nullable(),
  /** The task it became or was linked to. */
  task: z.object({ id, title: z.string(), status: taskStatus }).nullable(),
  /** An open task that says the same; offered before a new one is made. */
  similar: z.object({ id, title: z.string() }).nullable(),
});

/** A meeting seen in an entry: offered, or accepted and then on the calendar. */
export const noticedEvent = quoted.extend({
  title: z.string(),
  /** Null where the words tell none: then it has to be given. */
  day: day.nullable(),
  /** Null for a whole day. */
  time: timeOfDay.nullable(),
  durationMin: z.int().min(1),
  /** The event it became. */
  event: z.object({ id }).nullable(),
});

/** Money seen spent in an entry: offered, or accepted and then an expense. */
export const noticedExpense = quoted.extend({
  title: z.string(),
  amount: money,
  category: z.string(),
  /** The entry's own until it is kept. */
  day,
  /** The expense it became. */
  expense: z.object({ id }).nullable(),
});

/** What is noticed in an entry as it reads now, without what was refused. In the order of the text. */
export const entryInsights = z.object({
  /** Length of the text that was read, UTF-16 units: offsets fit only this text. */
  textLength: z.int(),
  todos: z.array(noticedTodo),
  events: z.array(noticedEvent),
  expenses: z.array(noticedExpense),
  people: textInsights.shape.people,
  topics: textInsights.shape.topics,
  mood: z.object({ label: moodLabel, evidence: quoted.nullable() }).nullable(),
});

const quote = userText(5_000).refine((text) => text.trim() !== '', 'The words it was seen in are missing.');
const missing = call.errors({ NOT_FOUND });

export const insightsContract = {
  ofEntry: missing.input(z.object({ entryId: id })).output(entryInsights),
  /** Makes the task and marks the to-do as accepted, in one commit: one undo takes back both. */
  accept: missing
    .input(z.object({ entryId: id, quote, title, dueDay: day.nullable(), dueTime: timeOfDay.nullable() }))
    .output(z.object({ taskId: id })),
  /** The same for a meeting, in the person's zone. */
  acceptEvent: missing
    .errors({ NO_SUCH_TIME: { message: 'The calendar has no such day or time.' } })
    .input(
      z.object({
        entryId: id,
        quote,
        title,
        day,
        time: timeOfDay.nullable(),
        durationMin: z
          .int()
          .min(1)
          .max(60 * 24 * 14),
      }),
    )
    .output(z.object({ eventId: id })),
  /** The same for money that was spent. */
  acceptExpense: missing
    .input(z.object({ entryId: id, quote, expense: newExpense }))
    .output(z.object({ expenseId: id })),
  /** Accepts a to-do as a task that exists already. */
  link: missing.input(z.object({ entryId: id, quote, taskId: id })).output(z.void()),
  /** It is not offered again in this entry. */
  refuse: missing.input(z.object({ entryId: id, kind: insightKind, quote })).output(z.void()),
};

export type InsightKind = z.infer<typeof insightKind>;
export type NoticedEvent = z.infer<typeof noticedEvent>;
export type NoticedExpense = z.infer<typeof noticedExpense>;
export type NoticedTodo = z.infer<typeof noticedTodo>;
export type EntryInsights = z.infer<typeof entryInsights>;
export type MoodLabel = z.infer<typeof moodLabel>;
export type TextInsights = z.infer<typeof textInsights>;
export type FoundTodo = TextInsights['todos'][number];
