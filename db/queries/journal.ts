import { eq, sql } from 'drizzle-orm';
import { draft, entry } from '../schema/journal.ts';
import { type ReadHandle, type WriteHandle, prepared, preparedSql } from '../store/handles.ts';
import { insertRow, updateById } from '../store/rows.ts';

export type EntryRow = typeof entry.$inferSelect;
export type DraftRow = typeof draft.$inferSelect;

/** What a list says of a day; `opening` is the beginning of its first entry. */
export interface DayRow {
  readonly day: string;
  readonly entries: number;
  readonly words: number;
  readonly mood: number | null;
  readonly atMs: number;
  readonly opening: string;
}

/** What a calendar shows of a day. */
export type DayMark = Pick<DayRow, 'day' | 'entries' | 'words' | 'mood'>;

const byId = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(entry)
    .where(eq(entry.id, sql.placeholder('id')))
    .prepare(),
);
const ofDay = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(entry)
    .where(eq(entry.day, sql.placeholder('day')))
    .orderBy(entry.atMs, entry.id)
    .prepare(),
);
const draftById = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(draft)
    .where(eq(draft.entryId, sql.placeholder('id')))
    .prepare(),
);
const newDraftsOfDay = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(draft)
    .where(
      sql`${draft.day} = ${sql.placeholder('day')} AND ${draft.baseMs} IS NULL
      AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.id = ${draft.entryId})`,
    )
    .orderBy(draft.atMs, draft.entryId)
    .prepare(),
);
const draftIds = preparedSql<[], { id: string }>('SELECT entry_id AS id FROM draft ORDER BY updated_at_ms');
const putDraft = preparedSql<{ id: string; day: string; atMs: number; nowMs: number; body: string }, never>(
  `INSERT INTO draft (entry_id, day, at_ms, base_ms, updated_at_ms, body)
   VALUES (@id, @day, @atMs, (SELECT updated_at_ms FROM entry WHERE id = @id), @nowMs, @body)
   ON CONFLICT (entry_id) DO UPDATE SET
     day = excluded.day, base_ms = excluded.base_ms, updated_at_ms = excluded.updated_at_ms, body = excluded.body`,
);
const dropDraft = preparedSql<[string], never>('DELETE FROM draft WHERE entry_id = ?');

/** A day counts as written once it has words or a mood. */
const IS_WRITTEN = '(word_count > 0 OR mood IS NOT NULL)';
/** Of the days in `picked (day)`. A mood's order is that of the entries, so the last one told wins. */
const SUMMARY = `
  SELECT p.day,
    (SELECT d.written FROM journal_day d WHERE d.day = p.day) AS entries,
    (SELECT d.words FROM journal_day d WHERE d.day = p.day) AS words,
    (SELECT e.mood FROM entry e WHERE e.day = p.day AND e.mood IS NOT NULL ORDER BY e.at_ms DESC LIMIT 1) AS mood,
    (SELECT e.at_ms FROM entry e WHERE e.day = p.day AND ${IS_WRITTEN} ORDER BY e.at_ms LIMIT 1) AS atMs,
    coalesce((SELECT substr(e.body, 1, 400) FROM entry e WHERE e.day = p.day AND e.word_count > 0 ORDER BY e.at_ms LIMIT 1), '') AS opening
  FROM picked p ORDER BY p.day DESC`;

const daysBefore = preparedSql<{ before: string; limit: number }, DayRow>(
  `WITH picked AS MATERIALIZED (
     SELECT day FROM journal_day WHERE day < @before AND written > 0 ORDER BY day DESC LIMIT @limit)${SUMMARY}`,
);
const daysAmong = preparedSql<[string], DayRow>(
  `WITH picked AS MATERIALIZED (
     SELECT day FROM journal_day WHERE day IN (SELECT value FROM json_each(?)) AND written > 0)${SUMMARY}`,
);
/** No texts are read for it: a year has thousands. */
const daysBetween = preparedSql<[string, string], DayMark>(
  `SELECT d.day, d.written AS entries, d.words,
     (SELECT e.mood FROM entry e WHERE e.day = d.day AND e.mood IS NOT NULL ORDER BY e.at_ms DESC LIMIT 1) AS mood
   FROM journal_day d WHERE d.day BETWEEN ? AND ? AND d.written > 0 ORDER BY d.day`,
);
const runAtSql = preparedSql<{ day: string }, RunRow>(
  'SELECT first_day AS first, last_day AS last FROM writing_run WHERE first_day <= @day ORDER BY first_day DESC LIMIT 1',
);
const longestRunSql = preparedSql<[], RunRow>(
  `SELECT first_day AS first, last_day AS last FROM writing_run
   ORDER BY julianday(last_day) - julianday(first_day) DESC, first_day LIMIT 1`,
);
const totalsSql = preparedSql<[], { days: number; words: number; entries: number }>(
  `SELECT coalesce(sum(texts > 0), 0) AS days, coalesce(sum(words), 0) AS words, coalesce(sum(entries), 0) AS entries
   FROM journal_day`,
);
const newestBodies = preparedSql<{ length: number; limit: number }, { body: string }>(
  'SELECT substr(body, 1, @length) AS body FROM entry ORDER BY at_ms DESC LIMIT @limit',
);

export const entryById = (handle: ReadHandle, id: string): EntryRow | undefined => byId(handle).get({ id });
/** In the order of their moments. */
export const entriesOfDay = (handle: ReadHandle, day: string): EntryRow[] => ofDay(handle).all({ day });

/** Any draft of an entry, also one the entry has outlived; compare its `baseMs`. */
export const draftOf = (handle: ReadHandle, id: string): DraftRow | undefined => draftById(handle).get({ id });
/** Drafts of a day that have no entry yet. */
export const draftsWithoutEntry = (handle: ReadHandle, day: string): DraftRow[] => newDraftsOfDay(handle).all({ day });
export const idsWithDraft = (handle: ReadHandle): string[] =>
  draftIds(handle)
    .all()
    .map((row) => row.id);

/** Keeps a draft over whatever its entry holds now; a first draft also keeps its moment. */
export function saveDraft(
  handle: WriteHandle,
  row: { id: string; day: string; atMs: number; nowMs: number; body: string },
): void {
  putDraft(handle).run(row);
}

export function deleteDraft(handle: WriteHandle, id: string): void {
  dropDraft(handle).run(id);
}

/** Written days before `before`, newest first. */
export const writtenDays = (handle: ReadHandle, before: string, limit: number): DayRow[] =>
  daysBefore(handle).all({ before, limit });
export const writtenDaysAmong = (handle: ReadHandle, days: readonly string[]): DayRow[] =>
  daysAmong(handle).all(JSON.stringify(days));
/** In the order of the days. */
export const writtenDaysBetween = (handle: ReadHandle, first: string, last: string): DayMark[] =>
  daysBetween(handle).all(first, last);

/** Days in a row that have words. Kept as such by triggers: nobody counts the days of ten years. */
export interface RunRow {
  readonly first: string;
  readonly last: string;
}

/** The run that a day is in, up to its end; undefined when the day has no words. */
export function writingRunAt(handle: ReadHandle, day: string): RunRow | undefined {
  const run = runAtSql(handle).get({ day });
  return run && run.last >= day ? run : undefined;
}

/** The longest of all runs, the first of them among equals. */
export const longestWritingRun = (handle: ReadHandle): RunRow | undefined => longestRunSql(handle).get();
export const journalTotals = (handle: ReadHandle): { days: number; words: number; entries: number } =>
  totalsSql(handle).get()!;

/** The beginnings of the newest entries, for what was named in them. */
export const newestOpenings = (handle: ReadHandle, limit: number, length: number): string[] =>
  newestBodies(handle)
    .all({ limit, length })
    .map((row) => row.body);

export function insertEntry(handle: WriteHandle, row: EntryRow): void {
  insertRow(handle, entry, row);
}

/** @returns how many rows there were */
export function updateEntry(handle: WriteHandle, id: string, values: Partial<EntryRow>): number {
  return updateById(handle, entry, id, values);
}

export function deleteEntry(handle: WriteHandle, id: string): number {
  return handle.orm.delete(entry).where(eq(entry.id, id)).run().changes;
}
