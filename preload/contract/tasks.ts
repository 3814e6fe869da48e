import { z } from 'zod';
import { type PaletteColor, paletteColor } from './palette.ts';
import { NOT_FOUND, call, id, title, userText } from './refusals.ts';
import { taskSort, taskViewsContract } from './task-views.ts';
import { NO_SUCH_RULE, newRepeat, repeat } from './recurrence.ts';
import { day, instantMs, timeOfDay } from './time.ts';

export { paletteColor };
export type { PaletteColor };

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
  /** The name of its project. */
  project: z.string().nullable(),
  projectId: id.nullable(),
  /** The task it is a part of. */
  parentId: id.nullable(),
  /** How many of its own parts there are, and how many of them are not open any more. */
  subTasks: z.object({ closed: z.int(), total: z.int() }),
  /** Put off without a day. */
  someday: z.boolean(),
  /** The shortest piece it can be done in; null leaves that to the plan. */
  minChunkMin: z.int().nullable(),
  /** What it waits for, done or not. */
  waitsFor: z.array(z.object({ id, title: z.string(), isOpen: z.boolean() })),
  /** The open ones among what it waits for. */
  blockedBy: z.array(id),
  tags: z.array(tag),
  /** The entry it was found in, and the words there. */
  entryId: id.nullable(),
  entryQuote: z.string().nullable(),
  /** How it comes again, in words too, and the day the rule gave it; null when it does not, or when a later one carries the rule. */
  repeat: repeat.extend({ words: z.string(), occurrence: day, nextDay: day.nullable() }).nullable(),
  /** What it shares with the other occurrences of its series. */
  seriesId: id.nullable(),
  createdAtMs: instantMs,
  closedAtMs: instantMs.nullable(),
});

const tagNames = z.array(z.string().regex(/^[^\s#,]{1,60}$/u, 'A tag is one word.')).max(30);

const waits = z.array(id).max(50);

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
  /** A name; a name never seen makes a project. */
  project: userText(200).nullable(),
  /** The project itself; goes before `project`. */
  projectId: id.nullable(),
  parentId: id.nullable(),
  someday: z.boolean(),
  minChunkMin: z
    .int()
    .min(5)
    .max(60 * 24)
    .nullable(),
  /** Names; a name never seen makes a tag. */
  tags: tagNames,
  /** Null ends the repetition. A task without a day gets the first day of its rule. */
  repeat: newRepeat.nullable(),
};

export const newTask = z
  .object({
    ...fields,
    /** Tasks that must be done first. */
    waitsFor: waits,
    entryId: id.nullable(),
    entryQuote: userText(5_000).nullable(),
  })
  .partial()
  .required({ title: true });

/** `tags` replaces what is there; `addTags` and `removeTags` leave the others of each task alone. */
export const taskChange = z
  .object({ ...fields, addTags: tagNames, removeTags: tagNames, addWaitsFor: waits, removeWaitsFor: waits })
  .partial();

/** The lists of the task screen. */
export const taskList = z.enum(['inbox', 'today', 'upcoming', 'anytime', 'someday', 'done', 'all']);

/** How many tasks each list of open ones holds; `overdue` is a part of `today`. */
export const taskCounts = z.object({
  inbox: z.int(),
  today: z.int(),
  overdue: z.int(),
  upcoming: z.int(),
  anytime: z.int(),
  someday: z.int(),
  all: z.int(),
});

/** One commit tells an event per task, and what follows from it; a ledger that holds thousands in one would take them for a loop. */
const ids = z.array(id).min(1).max(5_000, 'Change 5,000 tasks at most at once.');
const missing = call.errors({ NOT_FOUND });
const DUE_DAY_MISSING = { message: 'A due time needs a due day. Give the day first.' } as const;
const DEPENDENCY_LOOP = {
  message: 'Those would wait for each other, so neither could ever begin. Take the other wait away first.',
} as const;
const PARENT_LOOP = { message: 'A task can’t be a part of itself or of its own sub-tasks.' } as const;
const DOES_NOT_REPEAT = { message: 'That task does not repeat.' } as const;
const saving = missing.errors({ NO_SUCH_RULE, DUE_DAY_MISSING, DEPENDENCY_LOOP, PARENT_LOOP });

export const tasksContract = {
  list: call
    .input(
      z.object({
        list: taskList,
        tag: z.string().optional(),
        projectId: id.optional(),
        /** Those of the projects of an area. */
        areaId: id.optional(),
        /** Words and conditions, as main/domain/query reads them. One about closed tasks looks among them too. */
        query: userText(500).optional(),
        /** The list's own order unless said. */
        sort: taskSort.optional(),
        limit: z.int().min(1).max(5_000).default(1_000),
      }),
    )
    .output(z.array(task)),
  get: missing.input(z.object({ id })).output(task),
  /** The page of the entry it came from; null when there is none, or none any more. */
  source: missing.input(z.object({ id })).output(z.object({ day }).nullable()),
  counts: call.output(taskCounts),
  /** The parts of a task, open and closed, in their order. */
  subTasks: missing.input(z.object({ id })).output(z.array(task)),
  create: saving.input(newTask).output(task),
  /** What a line would become, in words; null when it is all title. Writes nothing. */
  readLine: call
    .input(z.object({ text: z.string().max(2_000) }))
    .output(z.object({ title: z.string(), words: z.string().nullable() })),
  /** Adds a task for each line as it is read ("call Ana tomorrow p1 #home"), in this order and as one commit. */
  addLines: saving
    .input(
      z.object({
        lines: z.array(title).min(1, 'Write what is to be done.').max(500, 'Add 500 tasks at most at once.'),
        /** Keeps every word as the title. */
        asWritten: z.boolean().default(false),
        /** What they get where their words say nothing about it. */
        place: newTask.omit({ title: true }).default({}),
        /** The task they stand before; the end unless said. */
        beforeId: id.nullable().default(null),
      }),
    )
    .output(z.array(task)),
  /**
   * `scope` is asked of repeating tasks: changes of `one` are not taken over by the occurrences that come, those of `all` are made
   * on the closed ones too. Another day always means this occurrence alone.
   */
  update: saving
    .input(z.object({ ids, change: taskChange, scope: z.enum(['one', 'following', 'all']).default('following') }))
    .output(z.array(task)),
  /** Leaves occurrences out and goes on to the next ones. @returns the tasks as they are now, or closed where there is no next */
  skip: missing.errors({ DOES_NOT_REPEAT }).input(z.object({ ids })).output(z.array(task)),
  /** Takes a day that is still to come out of a repeating task, or puts it back. */
  exceptDay: missing
    .errors({ DOES_NOT_REPEAT })
    .input(z.object({ id, day, isOut: z.boolean() }))
    .output(task),
  /** Copies, each right after its original, with sub-tasks, tags and waits; all of them open. */
  duplicate: missing.input(z.object({ ids: ids.max(200) })).output(z.array(task)),
  /** A task takes its open sub-tasks with it. @returns all that were asked for, and the sub-tasks that went with them */
  complete: missing.input(z.object({ ids })).output(z.array(task)),
  drop: missing.input(z.object({ ids })).output(z.array(task)),
  reopen: missing.input(z.object({ ids })).output(z.array(task)),
  remove: missing.input(z.object({ ids })).output(z.object({ removed: z.int() })),
  /** Puts tasks, in the order given, before another one or at the end, and changes what the new place asks for. */
  move: saving.input(z.object({ ids, beforeId: id.nullable(), change: taskChange.optional() })).output(z.void()),
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
  ...taskViewsContract,
};

export type Task = z.infer<typeof task>;
export type NewTask = z.input<typeof newTask>;
export type TaskChange = z.input<typeof taskChange>;
export type TaskList = z.infer<typeof taskList>;
export type TaskStatus = z.infer<typeof taskStatus>;
export type Tag = z.infer<typeof tag>;
export type TaskCounts = z.infer<typeof taskCounts>;
