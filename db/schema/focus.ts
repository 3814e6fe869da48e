import type { FocusMode, FocusPartKind } from '#contract/focus';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LedgeredTable } from './ledgered.ts';

/** A stretch of work and breaks. At most one is not finished. */
export const focusSession = sqliteTable('focus_session', {
  id: text().primaryKey(),
  /** No foreign keys: a session outlives its task and block, and finds them again when they come back by undo. */
  taskId: text('task_id'),
  blockId: text('block_id'),
  /** What the person means to do; the task's title as it was at the start. */
  intention: text().notNull(),
  mode: text().$type<FocusMode>().notNull(),
  /** `ready`: a break is over and the next work waits for the person. */
  state: text({ enum: ['running', 'paused', 'ready', 'finished'] }).notNull(),
  workMin: integer('work_min').notNull(),
  breakMin: integer('break_min').notNull(),
  longBreakMin: integer('long_break_min').notNull(),
  /** Work parts before the long break. */
  rounds: integer().notNull(),
  startedAtMs: integer('started_at_ms').notNull(),
  endedAtMs: integer('ended_at_ms'),
  /** Set when it is finished: the work in it, and the name it goes by in the log. */
  workMs: integer('work_ms'),
  loggedAs: text('logged_as'),
});

/** One work or break of a session; only the last one of a session may not have ended. */
export const focusPart = sqliteTable('focus_part', {
  id: text().primaryKey(),
  sessionId: text('session_id').notNull(),
  /** Its place in the session, from 1. */
  number: integer().notNull(),
  kind: text().$type<FocusPartKind>().notNull(),
  /** Null has no planned end. */
  plannedMs: integer('planned_ms'),
  startedAtMs: integer('started_at_ms').notNull(),
  endedAtMs: integer('ended_at_ms'),
  /** All pauses that are over. */
  pausedMs: integer('paused_ms').notNull().default(0),
  pausedAtMs: integer('paused_at_ms'),
});

/** What came to mind meanwhile. It lies in the inbox as a task; this is the record of when. */
export const focusNote = sqliteTable('focus_note', {
  id: text().primaryKey(),
  sessionId: text('session_id').notNull(),
  taskId: text('task_id').notNull(),
  atMs: integer('at_ms').notNull(),
  text: text().notNull(),
});

export const focusTables: readonly LedgeredTable[] = [
  {
    table: focusSession,
    search: { kind: 'session', title: focusSession.intention, atMs: focusSession.startedAtMs },
  },
  { table: focusPart },
  { table: focusNote },
];
