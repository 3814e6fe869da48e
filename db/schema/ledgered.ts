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
  /** Columns that were dropped; the ledger still holds what they held. */
  readonly formerly?: readonly FormerColumn[];
  /**
   * For rows that are made in passing, by the first use of a name: where they are used. Undoing what made one leaves it in
   * place while others use it.
   */
  readonly usedBy?: readonly SQLiteColumn[];
}

/** A text that became a reference: changes from before name the row by its name. */
export interface FormerColumn {
  readonly name: string;
  readonly now: SQLiteColumn;
  /** The name of the rows it refers to, in their table. */
  readonly of: SQLiteColumn;
  /** A row for a name that no row has any more: its columns beside id, name and `created_at_ms`, as the database spells them. */
  make(): Readonly<Record<string, unknown>>;
}
