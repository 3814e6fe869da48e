import type { CalendarEvent } from '#contract/calendar';
import { eventsWithWords } from '#db/queries/calendar';
import type { ReadHandle } from '#db/store/handles';
import { Refusal } from '../refusal.ts';
import type { Around } from './events.ts';
import { asEvent, requireInstance } from './instances.ts';

/**
 * Events that have every word in their title, place, guests or notes: what lies ahead first, soonest first, and then what is
 * past, newest first. Of a series its next occurrence stands for all.
 */
export function searchEvents(
  handle: ReadHandle,
  { text, limit }: { readonly text: string; readonly limit: number },
  around: Around,
): CalendarEvent[] {
  const found = eventsWithWords(handle, text).flatMap((id) => {
    try {
      return [asEvent(requireInstance(handle, id, around), around.zone)];
    } catch (error) {
      // A series whose every occurrence was taken out.
      if (error instanceof Refusal) return [];
      throw error;
    }
  });
  const ahead = found.filter(({ endMs }) => endMs > around.nowMs);
  const past = found.filter(({ endMs }) => endMs <= around.nowMs);
  return [
    ...ahead.toSorted((one, other) => one.startMs - other.startMs),
    ...past.toSorted((one, other) => other.startMs - one.startMs),
  ].slice(0, limit);
}
