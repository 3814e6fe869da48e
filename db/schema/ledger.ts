import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const ledgerCommit = sqliteTable('ledger_commit', {
  seq: integer().primaryKey(),
  id: text().notNull(),
  atMs: integer('at_ms').notNull(),
  actor: text().notNull(),
  command: text().notNull(),
  undoes: integer(),
  prevHash: text('prev_hash').notNull(),
  hash: text().notNull(),
});

export const ledgerChange = sqliteTable('ledger_change', {
  id: integer().primaryKey(),
  commitSeq: integer('commit_seq').notNull(),
  tableName: text('table_name').notNull(),
  rowId: text('row_id').notNull(),
  op: text({ enum: ['insert', 'update', 'delete'] }).notNull(),
  before: text(),
  after: text(),
});

export const ledgerEvent = sqliteTable('ledger_event', {
  id: integer().primaryKey(),
  commitSeq: integer('commit_seq').notNull(),
  type: text().notNull(),
  version: integer().notNull(),
  payload: text().notNull(),
});

export const outboxCursor = sqliteTable('outbox_cursor', {
  consumer: text().primaryKey(),
  lastEventId: integer('last_event_id').notNull(),
  attempts: integer().notNull(),
  nextTryMs: integer('next_try_ms').notNull(),
  lastError: text('last_error'),
});
