import { api, client, queryClient } from '#renderer/data/api.ts';
import { connection, sendLast } from '#renderer/data/connection.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useEffect, useSyncExternalStore } from 'react';
import { type SaveState, WritingDesk } from './writing-desk.ts';

/** The window's one desk: text outlives the screen it was written on. */
export const desk = new WritingDesk({
  saveDraft: (writing) => client.journal.saveDraft(writing),
  saveLast: (writing) => sendLast(['journal', 'saveDraft'], writing),
  write: (writing) => client.journal.write(writing),
  failureOf,
  onSaved({ id, day, body }, entry) {
    const queryKey = api.journal.day.queryKey({ input: { day } });
    const held = queryClient.getQueryData(queryKey);
    if (!held?.entries.some((one) => one.id === id)) {
      // Its moment and its place in the day are the core's to say.
      if (entry !== null) void queryClient.invalidateQueries({ queryKey });
      return;
    }
    const entries = held.entries.flatMap((one) => {
      if (one.id !== id) return [one];
      return entry === undefined ? [{ ...one, body, isDraft: true }] : entry === null ? [] : [entry];
    });
    queryClient.setQueryData(queryKey, { ...held, entries });
    // An answer on its way was read before these words were kept: taken for the newest, it would take them off the page.
    if (queryClient.isFetching({ queryKey }) > 0) void queryClient.invalidateQueries({ queryKey });
  },
});

/** Renders anew whenever something of the desk but the texts changed. */
export function useDeskVersion(): number {
  return useSyncExternalStore(desk.subscribe, desk.version);
}

/** How safe the text of a day is. */
export function useSaveState(day: string): SaveState {
  useDeskVersion();
  return desk.saveStateOf(day);
}

/** Keeps text from being lost with the window: saves what is left when it is hidden, and asks before it closes on unsaved text. */
export function DeskKeeper() {
  useEffect(() => {
    const settle = (): void => desk.settleAll();
    const part = (): void => desk.part();
    const retry = (): void => {
      if (connection.state() === 'open') desk.retry();
    };
    const hold = (event: BeforeUnloadEvent): void => {
      desk.part();
      if (desk.hasUnsaved() && (desk.hasFailed() || connection.state() !== 'open')) event.preventDefault();
    };
    document.addEventListener('visibilitychange', settle);
    window.addEventListener('pagehide', part);
    window.addEventListener('beforeunload', hold);
    const stop = connection.subscribe(retry);
    return () => {
      document.removeEventListener('visibilitychange', settle);
      window.removeEventListener('pagehide', part);
      window.removeEventListener('beforeunload', hold);
      stop();
    };
  }, []);
  return null;
}
