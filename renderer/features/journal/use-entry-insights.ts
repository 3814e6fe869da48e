import type { EntryInsights } from '#contract/insights';
import { api, client, queryClient } from '#renderer/data/api.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { desk } from './desk.ts';
import { type Note, notesOf } from './notes.ts';

/** Typing must rest this long before a text is read again. */
const READ_PAUSE_MS = 700;

/** A save that is under way is over after about this long; after so many readings the text is left to rest first. */
const SAVE_MS = 150;
const MOST_READINGS = 4;

export interface Reading {
  readonly insights: EntryInsights;
  readonly notes: readonly Note[];
  /** The text that was read: where the offsets fit. */
  readonly text: string;
}

const keyOf = (entryId: string) => api.insights.ofEntry.queryKey({ input: { entryId } });
const readingKeyOf = (entryId: string) => [...keyOf(entryId), 'reading'];

/**
 * What is noticed in an entry, read again when its saved text changed and rested. Undefined until the core has the text.
 *
 * @param savedText the text the core has, or undefined
 */
export function useEntryInsights(entryId: string, savedText: string | undefined): Reading | undefined {
  const reading = useQuery({
    queryKey: readingKeyOf(entryId),
    enabled: savedText !== undefined,
    queryFn: ({ signal }) => readEntry(entryId, signal),
  });
  const read = reading.data;
  useEffect(() => {
    if (savedText === undefined || read === undefined || read?.text === savedText) return undefined;
    const timer = setTimeout(() => void readAgain(entryId), READ_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [savedText, read, entryId]);
  return read ?? undefined;
}

/** Reads an entry's words anew. Resolves when its notes are the new ones. */
export const readAgain = (entryId: string): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: keyOf(entryId) });

/**
 * A note as the text says it now: what was noticed in half a sentence is decided in the whole one, so that it does not come
 * back as another. Undefined when its words are gone.
 */
export async function noteAsWritten(entryId: string, note: Note): Promise<Note | undefined> {
  const held = queryClient.getQueryData<Reading | null>(readingKeyOf(entryId));
  if (held && held.text === desk.textOf(entryId)) return held.notes.find(({ id }) => id === note.id);
  desk.settle(entryId);
  await readAgain(entryId);
  const reading = queryClient.getQueryData<Reading | null>(readingKeyOf(entryId));
  return reading ? reading.notes.find(({ id }) => id === note.id) : note;
}

/** @returns null when nothing can be said of the text as it stands */
async function readEntry(entryId: string, signal: AbortSignal): Promise<Reading | null> {
  for (let attempt = 1; ; attempt += 1) {
    const text = desk.savedTextOf(entryId);
    // One reading after the other: each waits for a save that was under way during the one before.
    // oxlint-disable-next-line no-await-in-loop
    const insights = await client.insights.ofEntry({ entryId }, { signal });
    // Meanwhile the notes of the text before stand, so that neither they nor the focus among them go and come back.
    const before = queryClient.getQueryData<Reading | null>(readingKeyOf(entryId)) ?? null;
    if (text?.length === insights.textLength) return { insights, notes: notesOf(insights, before?.notes), text };
    if (attempt === MOST_READINGS) return before;
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, SAVE_MS));
  }
}
