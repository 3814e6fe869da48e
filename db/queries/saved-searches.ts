import { asc, eq, sql } from 'drizzle-orm';
import { savedSearch } from '../schema/search.ts';
import { type ReadHandle, type WriteHandle, prepared, preparedSql } from '../store/handles.ts';

export type SavedSearchRow = typeof savedSearch.$inferSelect;

const inOrder = prepared((orm: ReadHandle['orm']) =>
  orm.select().from(savedSearch).orderBy(asc(savedSearch.position)).prepare(),
);
const byName = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(savedSearch)
    .where(sql`${savedSearch.name} = ${sql.placeholder('name')} COLLATE NOCASE`)
    .prepare(),
);

export const allSavedSearches = (handle: ReadHandle): SavedSearchRow[] => inOrder(handle).all();
export const savedSearchNamed = (handle: ReadHandle, name: string): SavedSearchRow | undefined =>
  byName(handle).get({ name });

export function insertSavedSearch(handle: WriteHandle, row: SavedSearchRow): void {
  handle.orm.insert(savedSearch).values(row).run();
}

/** @returns how many rows there were */
export function updateSavedSearch(handle: WriteHandle, id: string, values: Partial<SavedSearchRow>): number {
  return handle.orm.update(savedSearch).set(values).where(eq(savedSearch.id, id)).run().changes;
}

/** @returns how many rows there were */
export function deleteSavedSearch(handle: WriteHandle, id: string): number {
  return handle.orm.delete(savedSearch).where(eq(savedSearch.id, id)).run().changes;
}

const KEPT_RECENT = 50;

const recentSql = preparedSql<[number], { query: string }>(
  'SELECT query FROM recent_search ORDER BY at_ms DESC LIMIT ?',
);
const noteSql = preparedSql<[string, number], never>(
  'INSERT INTO recent_search (query, at_ms) VALUES (?, ?) ON CONFLICT (query) DO UPDATE SET query = excluded.query, at_ms = excluded.at_ms',
);
const trimSql = preparedSql<[number], never>(
  'DELETE FROM recent_search WHERE query NOT IN (SELECT query FROM recent_search ORDER BY at_ms DESC LIMIT ?)',
);
const forgetSql = preparedSql<[string], never>('DELETE FROM recent_search WHERE query = ?');
const forgetAllSql = preparedSql<[], never>('DELETE FROM recent_search');

/** What was asked lately, newest first. */
export const recentSearches = (handle: ReadHandle, limit: number): string[] =>
  recentSql(handle)
    .all(limit)
    .map((row) => row.query);

export function noteSearch(handle: WriteHandle, query: string, atMs: number): void {
  noteSql(handle).run(query, atMs);
  trimSql(handle).run(KEPT_RECENT);
}

/** Forgets one question, or all of them. */
export function forgetSearch(handle: WriteHandle, query: string | null): void {
  if (query === null) forgetAllSql(handle).run();
  else forgetSql(handle).run(query);
}

const usesSql = preparedSql<[], { item: string; weight: number; atMs: number }>(
  'SELECT item, weight, at_ms AS atMs FROM palette_use',
);
const useSql = preparedSql<{ item: string; weight: number; atMs: number }, never>(
  `INSERT INTO palette_use (item, weight, at_ms) VALUES (@item, @weight, @atMs)
   ON CONFLICT (item) DO UPDATE SET weight = excluded.weight, at_ms = excluded.at_ms`,
);

const forgetUsesSql = preparedSql<[], never>('DELETE FROM palette_use');

/** How often and how lately things of the palette were chosen; the weight holds as of its moment. */
export const paletteUses = (handle: ReadHandle): { item: string; weight: number; atMs: number }[] =>
  usesSql(handle).all();

export function savePaletteUse(handle: WriteHandle, use: { item: string; weight: number; atMs: number }): void {
  useSql(handle).run(use);
}

export function forgetPaletteUses(handle: WriteHandle): void {
  forgetUsesSql(handle).run();
}
