import type { AnswerKind, ReminderAnchor } from '#contract/reminders';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LedgeredTable } from './ledgered.ts';

/** Wanted: so long before a task or event (`anchor`, `offsetMin`), or at a wall-clock time (`atLocal`). */
export const reminder = sqliteTable('reminder', {
  id: text().primaryKey(),
  taskId: text('task_id'),
  /** A series by its own row; which of its occurrences says `occurrence`. */
  eventId: text('event_id'),
  /** The start its series gave the one occurrence that is meant; null means each. */
  occurrence: text(),
  anchor: text().$type<ReminderAnchor>(),
  offsetMin: integer('offset_min'),
  /** `YYYY-MM-DDTHH:mm` */
  atLocal: text('at_local'),
  /** Of `atLocal`; null follows the person. */
  zone: text(),
  createdAtMs: integer('created_at_ms').notNull(),
});

/** What the person said when they were told. */
export const reminderAnswer = sqliteTable('reminder_answer', {
  id: text().primaryKey(),
  reminderId: text('reminder_id').notNull(),
  alarmId: text('alarm_id').notNull(),
  kind: text().$type<AnswerKind>().notNull(),
  untilMs: integer('until_ms'),
  createdAtMs: integer('created_at_ms').notNull(),
});

/** A moment at which to tell. Derived, outside the ledger; that it was told outlives everything it was derived from. */
export const reminderAlarm = sqliteTable('reminder_alarm', {
  /** The reminder and the entered time it was derived from: a change of zone or clock makes no new one. */
  id: text().primaryKey(),
  reminderId: text('reminder_id').notNull(),
  taskId: text('task_id'),
  eventId: text('event_id'),
  occurrence: text(),
  dueMs: integer('due_ms').notNull(),
  /** When the thing itself is; null when it has no time. */
  thingMs: integer('thing_ms'),
  thingAllDay: integer('thing_all_day', { mode: 'boolean' }).notNull(),
  state: text({ enum: ['waiting', 'told'] }).notNull(),
  toldAtMs: integer('told_at_ms'),
});

export const remindersTables: readonly LedgeredTable[] = [{ table: reminder }, { table: reminderAnswer }];
