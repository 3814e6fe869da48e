import type { PaletteColor } from '#contract/tasks';
import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LedgeredTable } from './ledgered.ts';

export const calendar = sqliteTable('calendar', {
  id: text().primaryKey(),
  name: text().notNull(),
  color: text().$type<PaletteColor>().notNull(),
  position: real().notNull(),
});

export const event = sqliteTable('event', {
  id: text().primaryKey(),
  calendarId: text('calendar_id').notNull(),
  title: text().notNull(),
  notes: text().notNull().default(''),
  place: text().notNull().default(''),
  /** `YYYY-MM-DDTHH:mm:ss`, or a day when it is all-day. */
  startLocal: text('start_local').notNull(),
  /** Exclusive. */
  endLocal: text('end_local').notNull(),
  /** Null floats: the same wall-clock time wherever the person is. */
  zone: text(),
  allDay: integer('all_day', { mode: 'boolean' }).notNull().default(false),
  busy: integer({ mode: 'boolean' }).notNull().default(true),
  /** Derived: the instants in its zone; a floating event is kept as if in UTC, at most a day from where it will be. */
  startMs: integer('start_ms').notNull(),
  endMs: integer('end_ms').notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
});

export const block = sqliteTable('block', {
  id: text().primaryKey(),
  taskId: text('task_id').notNull(),
  startMs: integer('start_ms').notNull(),
  endMs: integer('end_ms').notNull(),
  pinned: integer({ mode: 'boolean' }).notNull().default(false),
  reason: text().notNull().default(''),
  createdAtMs: integer('created_at_ms').notNull(),
});

export const calendarTables: readonly LedgeredTable[] = [
  { table: calendar },
  {
    table: event,
    longText: [event.notes],
    search: { kind: 'event', title: event.title, body: event.notes, atMs: event.startMs },
  },
  { table: block },
];
