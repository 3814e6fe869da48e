import type { PaletteColor } from '#contract/tasks';
import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LedgeredTable } from './ledgered.ts';

export const task = sqliteTable('task', {
  id: text().primaryKey(),
  title: text().notNull(),
  notes: text().notNull().default(''),
  status: text({ enum: ['open', 'done', 'dropped'] })
    .notNull()
    .default('open'),
  inInbox: integer('in_inbox', { mode: 'boolean' }).notNull().default(false),
  priority: integer().notNull().default(3),
  dueDay: text('due_day'),
  dueTime: text('due_time'),
  doDay: text('do_day'),
  estimateMin: integer('estimate_min'),
  energy: text({ enum: ['high', 'low'] }),
  project: text(),
  recurrence: text(),
  position: real().notNull(),
  entryId: text('entry_id'),
  entryQuote: text('entry_quote'),
  createdAtMs: integer('created_at_ms').notNull(),
  closedAtMs: integer('closed_at_ms'),
});

export const tag = sqliteTable('tag', {
  id: text().primaryKey(),
  name: text().notNull(),
  color: text().$type<PaletteColor>().notNull(),
});

export const taskTag = sqliteTable('task_tag', {
  id: text().primaryKey(),
  taskId: text('task_id').notNull(),
  tagId: text('tag_id').notNull(),
});

export const tasksTables: readonly LedgeredTable[] = [
  {
    table: task,
    longText: [task.notes],
    search: { kind: 'task', title: task.title, body: task.notes, atMs: task.createdAtMs },
  },
  { table: tag },
  { table: taskTag },
];
