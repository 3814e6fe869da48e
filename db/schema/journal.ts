import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LedgeredTable } from './ledgered.ts';

export const entry = sqliteTable('entry', {
  id: text().primaryKey(),
  day: text().notNull(),
  mood: integer(),
  atMs: integer('at_ms').notNull(),
  wordCount: integer('word_count').notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
  updatedAtMs: integer('updated_at_ms').notNull(),
  body: text().notNull(),
});

/**
 * What is being written and no commit holds yet; outside the ledger. It stands for its entry as long as the entry's
 * `updated_at_ms` is still `base_ms` (null: there was no entry), so that undo never brings an old draft back.
 */
export const draft = sqliteTable('draft', {
  entryId: text('entry_id').primaryKey(),
  day: text().notNull(),
  atMs: integer('at_ms').notNull(),
  baseMs: integer('base_ms'),
  updatedAtMs: integer('updated_at_ms').notNull(),
  body: text().notNull(),
});

/** Which task a checkbox line of an entry is. The k-th row with the same words is the k-th such line. */
export const entryBox = sqliteTable('entry_box', {
  id: text().primaryKey(),
  entryId: text('entry_id').notNull(),
  /** Null once the task was deleted elsewhere: then the line is only a line. */
  taskId: text('task_id'),
  /** What stands behind the box. */
  words: text().notNull(),
  /** The `updated_at_ms` of the entry as of which the task's state was written into the text; null: the text told it. */
  toldMs: integer('told_ms'),
});

export const journalTables: readonly LedgeredTable[] = [
  { table: entry, longText: [entry.body], search: { kind: 'entry', body: entry.body, atMs: entry.atMs } },
  { table: entryBox },
];
