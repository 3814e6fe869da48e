import { z } from 'zod';
import { NOT_FOUND, call, id, title, userText } from './refusals.ts';
import { taskStatus } from './tasks.ts';
import { day, instantMs } from './time.ts';

/** `rounds` alternates work and breaks, `countdown` is one stretch of work, `open` has no planned end. */
export const focusMode = z.enum(['rounds', 'countdown', 'open']);

export const focusPartKind = z.enum(['work', 'break', 'long-break']);

const lengths = {
  workMin: z.int(),
  breakMin: z.int(),
  longBreakMin: z.int(),
  /** Work parts before the long break. */
  rounds: z.int(),
};

export const focusPart = z.object({
  kind: focusPartKind,
  /** Null has no planned end. */
  plannedMs: z.int().nullable(),
  startedAtMs: instantMs,
  /** When it would have begun without its pauses: what has passed is `(pausedAtMs ?? now) - countsFromMs`. */
  countsFromMs: instantMs,
  pausedAtMs: instantMs.nullable(),
});

export const focusNote = z.object({ id, atMs: instantMs, text: z.string(), taskId: id });

/** The session that is not finished. */
export const focusSession = z.object({
  id,
  mode: focusMode,
  /** `ready`: a break is over and the next work waits for the person. */
  state: z.enum(['running', 'paused', 'ready']),
  /** The title of its task, or what the person wrote; empty when they said nothing. */
  name: z.string(),
  taskId: id.nullable(),
  /** Its task, while that is there. */
  task: z.object({ title: z.string(), status: taskStatus, project: z.string().nullable() }).nullable(),
  blockId: id.nullable(),
  ...lengths,
  startedAtMs: instantMs,
  /** What runs or is paused; null while the next work waits. */
  part: focusPart.nullable(),
  /** The round of the work that is on, comes next or was just done, from 1 to `rounds`. */
  round: z.int(),
  /** What comes after this; null when nothing does. */
  next: z.object({ kind: focusPartKind, plannedMs: z.int() }).nullable(),
  /** The work of its parts that have ended. */
  workMs: z.int(),
  notes: z.array(focusNote),
});

export const loggedSession = z.object({
  id,
  name: z.string(),
  taskId: id.nullable(),
  /** Null when its task is not there any more. */
  taskStatus: taskStatus.nullable(),
  mode: focusMode,
  startedAtMs: instantMs,
  endedAtMs: instantMs,
  /** The user's day on which it began. */
  day,
  workMs: z.int(),
  /** How many notes were taken in it. */
  notes: z.int(),
});

const minutes = z
  .int()
  .min(1, 'A stretch of focus has at least one minute.')
  .max(12 * 60, 'A stretch of focus has at most twelve hours.');

/** Where a page of the log begins: after this session, that is, with the one before it in time. */
const cursor = z.object({ startedAtMs: instantMs, id });

const NO_SESSION = { message: 'No focus session is on. Start one first.' } as const;
const active = call.errors({ NO_SESSION });

export const focusContract = {
  /** The session that is on, or null. */
  current: call.output(focusSession.nullable()),
  /** Starts with a part of work. The lengths are those of the settings unless said. */
  start: call
    .errors({
      NOT_FOUND,
      SESSION_ON: {
        message: 'A focus session is on already. Finish it first.',
        data: z.object({ id, name: z.string() }),
      },
    })
    .input(
      z.object({
        taskId: id.optional(),
        /** Means its task. */
        blockId: id.optional(),
        intention: userText(2_000)
          .transform((text) => text.replace(/\s+/gu, ' ').trim())
          .optional(),
        mode: focusMode.default('rounds'),
        minutes: minutes.optional(),
        breakMinutes: minutes.optional(),
      }),
    )
    .output(focusSession),
  pause: active.output(focusSession),
  /** Goes on after a pause, or with the work that waits after a break. */
  resume: active.output(focusSession),
  /** Gives what is on more time; a break that is over begins again. */
  extend: active
    .errors({ NO_END: { message: 'An open session has no end to put off.' } })
    .input(z.object({ minutes: minutes.default(5) }))
    .output(focusSession),
  /** Ends this part and begins the next one at once. */
  skip: active
    .errors({ NOTHING_NEXT: { message: 'Nothing comes after this part. Finish the session instead.' } })
    .output(focusSession),
  finish: active.output(loggedSession),
  /** Keeps a thought for later: it goes to the inbox as a task. */
  note: active.input(z.object({ text: title })).output(focusNote),
  /**
   * Finished sessions that began in these days, newest first. The totals are the ended work of every session, each minute
   * on the user's day it fell on.
   */
  log: call
    .errors({ TOO_WIDE: { message: 'That is more than 400 days at once.' } })
    .input(z.object({ fromDay: day, toDay: day, after: cursor.nullish(), limit: z.int().min(1).max(500).default(100) }))
    .output(
      z.object({
        sessions: z.array(loggedSession),
        nextAfter: cursor.nullable(),
        workMs: z.int(),
        /** Every day of the range, in order. */
        days: z.array(z.object({ day, workMs: z.int() })),
        /** By task, most work first; sessions without one go by their name. */
        subjects: z.array(z.object({ taskId: id.nullable(), name: z.string(), workMs: z.int() })),
      }),
    ),
  /** Takes a finished session out of the log. */
  remove: call.errors({ NOT_FOUND }).input(z.object({ id })).output(z.void()),
};

export type FocusMode = z.infer<typeof focusMode>;
export type FocusPartKind = z.infer<typeof focusPartKind>;
export type FocusPart = z.infer<typeof focusPart>;
export type FocusSession = z.infer<typeof focusSession>;
export type FocusNote = z.infer<typeof focusNote>;
export type LoggedSession = z.infer<typeof loggedSession>;
