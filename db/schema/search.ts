import { real, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LedgeredTable } from './ledgered.ts';

/** A question a person keeps under a name. */
export const savedSearch = sqliteTable('saved_search', {
  id: text().primaryKey(),
  name: text().notNull(),
  query: text().notNull(),
  position: real().notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
});

export const searchTables: readonly LedgeredTable[] = [{ table: savedSearch }];
