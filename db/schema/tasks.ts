import type { PaletteColor } from '#contract/palette';
import type { TaskGrouping, TaskSort, ViewIcon } from '#contract/task-views';
import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LedgeredTable } from './ledgered.ts';
import { project } from './projects.ts';

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
  projectId: text('project_id'),
  parentId: text('parent_id'),
  someday: integer({ mode: 'boolean' }).notNull().default(false),
  minChunkMin: integer('min_chunk_min'),
  recurrence: text(),
  seriesId: text('series_id'),
  recurrenceAnchor: text('recurrence_anchor', { enum: ['due', 'completion'] }),
  recurrenceStart: text('recurrence_start'),
  occurrence: text(),
  recurrenceMissed: text('recurrence_missed', { enum: ['skip', 'keep-one', 'keep-all', 'reschedule'] }),
  recurrenceExcept: text('recurrence_except').notNull().default(''),
  recurrenceKept: text('recurrence_kept'),
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

/** `taskId` waits for `afterId`. */
export const taskDependency = sqliteTable('task_dependency', {
  id: text().primaryKey(),
  taskId: text('task_id').notNull(),
  afterId: text('after_id').notNull(),
});

export const taskView = sqliteTable('task_view', {
  id: text().primaryKey(),
  name: text().notNull(),
  icon: text().$type<ViewIcon>().notNull(),
  color: text().$type<PaletteColor>().notNull(),
  query: text().notNull(),
  sort: text().$type<TaskSort>().notNull(),
  grouping: text().$type<TaskGrouping>().notNull(),
  layout: text({ enum: ['list', 'board'] }).notNull(),
  position: real().notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
});

export const tasksTables: readonly LedgeredTable[] = [
  {
    table: task,
    longText: [task.notes],
    search: { kind: 'task', title: task.title, body: task.notes, atMs: task.createdAtMs },
    formerly: [
      {
        name: 'project',
        now: task.projectId,
        of: project.name,
        make: () => ({ color: 'slate', position: 0 }),
      },
    ],
  },
  {
    table: project,
    longText: [project.notes],
    usedBy: [task.projectId],
    search: { kind: 'project', title: project.name, body: project.notes, atMs: project.createdAtMs },
  },
  { table: tag, usedBy: [taskTag.tagId] },
  { table: taskTag },
  { table: taskDependency },
  { table: taskView },
];
