import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What is known of the files in `attachments/`. Outside the ledger: a row says what a file is and never changes, as the file
 * itself never does, so there is nothing to undo. What the user changes is the text that links to it, and undo, history and a
 * restored backup bring such texts back at any time.
 */
export const attachment = sqliteTable('attachment', {
  id: text().primaryKey(),
  name: text().notNull(),
  mime: text().notNull(),
  extension: text().notNull(),
  bytes: integer().notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
});
