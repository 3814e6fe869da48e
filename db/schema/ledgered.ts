import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';

/** How the rows of a table are found by search. */
export interface Searchable {
  /** What a hit is called: `entry`, `task`, `event`, ... */
  readonly kind: string;
  readonly title?: SQLiteColumn;
  readonly body?: SQLiteColumn;
  /** The moment a row belongs to, in epoch milliseconds; newer rows are found first. */
  readonly atMs: SQLiteColumn;
}

/**
 * A table whose every change is recorded in the ledger. Its primary key is one text column named `id`. The triggers that
 * record and index its rows are generated from this (see db/store/triggers.ts).
 */
export interface LedgeredTable {
  readonly table: SQLiteTable;
  /** Long text columns: an update records only the stretch that changed. */
  readonly longText?: readonly SQLiteColumn[];
  readonly search?: Searchable;
}
