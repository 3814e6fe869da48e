import { sqliteTable, integer, text } from 'drizzle-orm/sqlite-core';
import type { LedgeredTable } from './ledgered.ts';

/** What the person decided about something noticed in an entry; the words in it are its name. */
export const insightDecision = sqliteTable('insight_decision', {
  id: text().primaryKey(),
  entryId: text('entry_id').notNull(),
  kind: text({ enum: ['todo', 'event', 'expense', 'person', 'topic', 'mood'] }).notNull(),
  quote: text().notNull(),
  state: text({ enum: ['accepted', 'refused'] }).notNull(),
  /** What accepting made or linked. */
  targetTable: text('target_table'),
  targetId: text('target_id'),
  decidedAtMs: integer('decided_at_ms').notNull(),
});

export const insightsTables: readonly LedgeredTable[] = [{ table: insightDecision }];
