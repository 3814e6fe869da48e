import { z } from 'zod';
import { NOT_FOUND, call, id, title, userText } from './refusals.ts';
import { day, instantMs, timeOfDay } from './time.ts';

/** The twelve colours of tags and calendars. */
export const paletteColor = z.enum([
  'rose',
  'red',
  'orange',
  'amber',
  'lime',
  'green',
  'teal',
  'cyan',
  'blue',
  'indigo',
  'violet',
  'slate',
]);

export const tag = z.object({ id, name: z.string(), color: paletteColor });

export const taskStatus = z.enum(['open', 'done', 'dropped']);

export const task = z.object({
  id,
  title: z.string(),
  notes: z.string(),
  status: taskStatus,
  inInbox: z.boolean(),
  /** 1 is the highest. */
  priority: z.int().min(1).max(4),
  dueDay: day.nullable(),
  dueTime: timeOfDay.nullable(),
  /** The day the person wants to do it, apart from when it is due. */
  doDay: day.nullable(),
  estimateMin: z.int().nullable(),
  energy: z.enum(['high', 'low']).nullable(),
  project: z.string().nullable(),
  tags: z.array(tag),
  /** The entry it was found in, and the words there. */
  entryId: id.nullable(),
  entryQuote: z.string().nullable(),
  createdAtMs: instantMs,
  closedAtMs: instantMs.nullable(),
});

const tagNames = z.array(z.string().regex(/^[^\s#,]{1,60}$/u, 'A tag is one word.')).max(30);

const fields = {
  title,
  notes: userText(200_000),
  inInbox: z.boolean(),
  priority: z.int().min(1).max(4),
  dueDay: day.nullable(),
  dueTime: timeOfDay.nullable(),
  doDay: day.nullable(),
  estimateMin: z
    .int()
    .min(1)
    .max(60 * 24 * 14)
    .nullable(),
  energy: z.enum(['high', 'low']).nullable(),
  project: userText(200).nullable(),
  /** Names; a name never seen makes a tag. */
  tags: tagNames,
};

export const newTask = z
  .object({ ...fields, entryId: id.nullable(), entryQuote: userText(5_000).nullable() })
  .partial()
  .required({ title: true });

/** `tags` replaces what is there; `addTags` and `removeTags` leave the others of each task alone. */
export const taskChange = z.object({ ...fields, addTags: tagNames, removeTags: tagNames }).partial();

/** The lists of the task screen. */
export const taskList = z.enum(['inbox', 'today', 'upcoming', 'anytime', 'done', 'all']);

/** How many tasks each list holds; `overdue` is a part of `today`. */
export const taskCounts = z.object({
  inbox: z.int(),
  today: z.int(),
  overdue: z.int(),
  upcoming: z.int(),
  anytime: z.int(),
  done: z.int(),
  all: z.int(),
});

/** One commit tells an event per task, and what follows from it; a ledger that holds thousands in one would take them for a loop. */
const ids = z.array(id).min(1).max(5_000, 'Change 5,000 tasks at most at once.');
const missing = call.errors({ NOT_FOUND });
const badDue = { DUE_DAY_MISSING: { message: 'A due time needs a due day. Give the day first.' } } as const;

export const tasksContract = {
  list: call
    .input(z.object({ list: taskList, tag: z.string().optional(), limit: z.int().min(1).max(5_000).default(1_000) }))
    .output(z.array(task)),
  get: missing.input(z.object({ id })).output(task),
  /** The page of the entry it came from; null when there is none, or none any more. */
  source: missing.input(z.object({ id })).output(z.object({ day }).nullable()),
  counts: call.output(taskCounts),
  create: call.errors(badDue).input(newTask).output(task),
  update: missing
    .errors(badDue)
    .input(z.object({ ids, change: taskChange }))
    .output(z.array(task)),
  complete: missing.input(z.object({ ids })).output(z.array(task)),
  drop: missing.input(z.object({ ids })).output(z.array(task)),
  reopen: missing.input(z.object({ ids })).output(z.array(task)),
  remove: missing.input(z.object({ ids })).output(z.object({ removed: z.int() })),
  /** Puts a task before another one of its list, or at the end. */
  move: missing.input(z.object({ id, beforeId: id.nullable() })).output(z.void()),
  tags: call.output(z.array(tag.extend({ openTasks: z.int() }))),
  updateTag: missing
    .errors({ NAME_TAKEN: { message: 'Another tag has this name already.' } })
    .input(
      z.object({
        id,
        name: z
          .string()
          .regex(/^[^\s#,]{1,60}$/u, 'A tag is one word.')
          .optional(),
        color: paletteColor.optional(),
      }),
    )
    .output(tag),
  /** Takes it off every task; undo puts it back on all of them. */
  removeTag: missing.input(z.object({ id })).output(z.void()),
};

export type Task = z.infer<typeof task>;
export type NewTask = z.input<typeof newTask>;
export type TaskChange = z.input<typeof taskChange>;
export type TaskList = z.infer<typeof taskList>;
export type TaskStatus = z.infer<typeof taskStatus>;
export type Tag = z.infer<typeof tag>;
export type TaskCounts = z.infer<typeof taskCounts>;
export type PaletteColor = z.infer<typeof paletteColor>;
