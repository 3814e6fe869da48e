import type { PaletteColor } from '#contract/palette';
import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LedgeredTable } from './ledgered.ts';

export const area = sqliteTable('area', {
  id: text().primaryKey(),
  name: text().notNull(),
  color: text().$type<PaletteColor>().notNull(),
  position: real().notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
});

export const project = sqliteTable('project', {
  id: text().primaryKey(),
  name: text().notNull(),
  areaId: text('area_id'),
  color: text().$type<PaletteColor>().notNull(),
  status: text({ enum: ['open', 'someday', 'done', 'dropped'] })
    .notNull()
    .default('open'),
  notes: text().notNull().default(''),
  dueDay: text('due_day'),
  position: real().notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
  closedAtMs: integer('closed_at_ms'),
});

/** Areas only: a project is listed with the tasks, whose use of it it is bound to. */
export const projectsTables: readonly LedgeredTable[] = [{ table: area }];
