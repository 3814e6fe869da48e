import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LedgeredTable } from './ledgered.ts';

/** Where an imported thing came from. */
export const importItem = sqliteTable('import_item', {
  id: text().primaryKey(),
  runId: text('run_id').notNull(),
  format: text().notNull(),
  /** What the source knows it by: an id of its own, else its path. */
  sourceKey: text('source_key').notNull(),
  sourceHash: text('source_hash').notNull(),
  targetTable: text('target_table').notNull(),
  targetId: text('target_id').notNull(),
  /** Of what was made of it: another one means that it was changed here. */
  madeHash: text('made_hash').notNull(),
});

export const importsTables: readonly LedgeredTable[] = [{ table: importItem }];
