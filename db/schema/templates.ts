import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LedgeredTable } from './ledgered.ts';

/** What entries can begin with; the user's own. */
export const template = sqliteTable('template', {
  id: text().primaryKey(),
  name: text().notNull(),
  body: text().notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
});

export const templatesTables: readonly LedgeredTable[] = [{ table: template, longText: [template.body] }];
