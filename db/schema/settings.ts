import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LedgeredTable } from './ledgered.ts';

export const setting = sqliteTable('setting', {
  id: text().primaryKey(),
  /** JSON */
  value: text().notNull(),
});

export const settingsTables: readonly LedgeredTable[] = [{ table: setting }];
