import type { EntryInsights } from '#contract/insights';
import { api, client, queryClient } from '#renderer/data/api.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { desk } from './desk.ts';

/** Typing must rest this long before a text is read again. */
const READ_PAUSE_MS = 700;

/** A save that is under way is over after about this long; after so many readings the text is left to rest first. */
const SAVE_MS = 150;
const MOST_READINGS = 4;

export interface Reading {
  readonly insights: EntryInsights;
  /** The text that was read: where the offsets fit. */
  readonly text: string;
}

/**
 * What is noticed in an entry, read again when its saved text changed and rested. Undefined until the core has the text, and
 * while the text read is not the one on the desk any more.
 *
 * @param savedText the text the core has, or undefined
 */
export function useEntryInsights(entryId: string, savedText: string | undefined): Reading | undefined {
  const reading = useQuery({
    queryKey: [...api.insights.ofEntry.queryKey({ input: { entryId } }), 'reading'],
    enabled: savedText !== undefined,
    queryFn: async ({ signal }): Promise<Reading | null> => {
      for (let attempt = 1; ; attempt += 1) {
        const text = desk.savedTextOf(entryId);
        // One reading after the other: each waits for a save that was under way during the one before.
        // oxlint-disable-next-line no-await-in-loop
        const insights = await client.insights.ofEntry({ entryId }, { signal });
        if (text?.length === insights.textLength) return { insights, text };
        // Meanwhile the notes of the text before stand, so that neither they nor the focus among them go and come back.
        if (attempt === MOST_READINGS) return null;
        // oxlint-disable-next-line no-await-in-loop
        await new Promise((resolve) => setTimeout(resolve, SAVE_MS));
      }
    },
  });
  const read = reading.data;
  useEffect(() => {
    if (savedText === undefined || read === undefined || read?.text === savedText) return undefined;
    const stale = api.insights.ofEntry.queryKey({ input: { entryId } });
    const timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey: stale }), READ_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [savedText, read, entryId]);
  return read ?? undefined;
}
