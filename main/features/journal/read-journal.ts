import type { DaySummary, Entry, JournalDay } from '#contract/journal';
import {
  type DayRow,
  type DraftRow,
  type EntryRow,
  draftOf,
  draftsWithoutEntry,
  entriesOfDay,
  entryById,
  writtenDaysAmong,
} from '#db/queries/journal';
import { daysOfJournal } from '#db/queries/data';
import type { ReadHandle } from '#db/store/handles';
import { addDays } from '#main/domain/time/zoned';
import { countWords, firstLineOf } from './entry-text.ts';
import { writingStreak } from './years.ts';

/** The draft that stands for an entry now, or undefined: one the entry has outlived is nobody's text any more. */
export function liveDraft(handle: ReadHandle, id: string, row: EntryRow | undefined): DraftRow | undefined {
  const draft = draftOf(handle, id);
  return draft && draft.baseMs === (row?.updatedAtMs ?? null) ? draft : undefined;
}

/** An entry as it reads now, its draft in place of its text; undefined when there is neither. */
export function readEntry(handle: ReadHandle, id: string): Entry | undefined {
  const row = entryById(handle, id);
  return withDraft(row, liveDraft(handle, id, row));
}

function withDraft(row: EntryRow | undefined, draft: DraftRow | undefined): Entry | undefined {
  if (!draft) {
    if (!row) return undefined;
    const { wordCount, ...fields } = row;
    return { ...fields, words: wordCount, baseMs: row.updatedAtMs, isDraft: false };
  }
  return {
    id: draft.entryId,
    day: row?.day ?? draft.day,
    body: draft.body,
    mood: row?.mood ?? null,
    atMs: row?.atMs ?? draft.atMs,
    words: countWords(draft.body),
    createdAtMs: row?.createdAtMs ?? draft.atMs,
    updatedAtMs: draft.updatedAtMs,
    baseMs: row?.updatedAtMs ?? null,
    isDraft: true,
  };
}

/** @param today the user's day: it breaks no streak until it is over */
export function readDay(handle: ReadHandle, day: string, today: string): JournalDay {
  const committed = entriesOfDay(handle, day).map((row) => withDraft(row, liveDraft(handle, row.id, row))!);
  const begun = draftsWithoutEntry(handle, day).map((draft) => withDraft(undefined, draft)!);
  const entries = [...committed, ...begun].toSorted(
    (one, other) => one.atMs - other.atMs || (one.id < other.id ? -1 : 1),
  );
  const words = entries.reduce((sum, entry) => sum + entry.words, 0);
  return {
    day,
    entries,
    words,
    streakDays: writingStreak(handle, day) || (day === today ? writingStreak(handle, addDays(day, -1)) : 0),
  };
}

/** A stretch of the journal. */
export interface Pages {
  readonly first: string;
  readonly last: string;
  /** Only this entry. */
  readonly entryId?: string | undefined;
}

/** The days of a stretch that have an entry, oldest first. */
export function readPages(handle: ReadHandle, today: string, { first, last, entryId }: Pages): JournalDay[] {
  return daysOfJournal(handle)
    .filter((day) => day >= first && day <= last)
    .map((day) => readDay(handle, day, today))
    .map((day) => (entryId === undefined ? day : { ...day, entries: day.entries.filter(({ id }) => id === entryId) }))
    .filter(({ entries }) => entries.some(({ body, mood }) => body.trim() !== '' || mood !== null));
}

export function asSummary({ opening, ...row }: DayRow): DaySummary {
  return { ...row, firstLine: firstLineOf(opening) };
}

const YEARS_BACK = 60;

/** The same date in the years before, newest first; of 29 February only leap years. */
export function readOnThisDay(handle: ReadHandle, day: string): (DaySummary & { yearsAgo: number })[] {
  const year = Number(day.slice(0, 4));
  const days = Array.from(
    { length: YEARS_BACK },
    (_, back) => `${String(year - 1 - back).padStart(4, '0')}${day.slice(4)}`,
  );
  return writtenDaysAmong(handle, days).map((row) => ({
    ...asSummary(row),
    yearsAgo: year - Number(row.day.slice(0, 4)),
  }));
}
