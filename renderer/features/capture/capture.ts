import type { FiledThing, TextRange } from '#contract/capture';
import { client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { showToast } from '#renderer/ui/toasts.tsx';
import { useSyncExternalStore } from 'react';
import { type CaptureState, type FilingAs, createCaptureSession } from './capture-session.ts';

/** What is being captured in this window: the line and the bar show the same text. */
export const capture = createCaptureSession(client.capture);

export function useCapture(): CaptureState {
  return useSyncExternalStore(capture.subscribe, capture.state);
}

/** Files the text, says what was made and offers to take it back. @returns whether it was filed */
export async function fileCapture(as: FilingAs): Promise<boolean> {
  const { text, ignored } = capture.state();
  const filing = await capture.file(as);
  if (!filing) return false;
  showToast({ message: filedWords(filing.filed), undo: () => void takeBack(filing.seq, text, ignored) });
  return true;
}

/** Takes the whole filing back, also when something else was done since, and gives the text back to the bar. */
async function takeBack(seq: number, text: string, ignored: readonly TextRange[]): Promise<void> {
  try {
    const { words } = await client.history.undoCommit({ seq });
    capture.restore(text, ignored);
    showToast({ message: words });
  } catch (error) {
    showToast({ message: failureOf(error).message, tone: 'alert' });
  }
}

const NOUNS = {
  calendar: { one: 'event', other: 'events' },
  tasks: { one: 'task', other: 'tasks' },
  money: { one: 'expense', other: 'expenses' },
  journal: { one: 'journal entry', other: 'journal entries' },
  inbox: { one: 'to the inbox', other: 'to the inbox' },
} as const satisfies Record<FiledThing['place'], { one: string; other: string }>;

/** "Filed: 1 event, 2 tasks" */
export function filedWords(filed: readonly FiledThing[]): string {
  const counts = Map.groupBy(filed, ({ place }) => place);
  const parts = (['calendar', 'tasks', 'money', 'journal', 'inbox'] as const).flatMap((place) => {
    const count = counts.get(place)?.length ?? 0;
    return count === 0 ? [] : [formatCount(count, NOUNS[place])];
  });
  return `Filed: ${parts.join(', ')}`;
}

let openField: HTMLTextAreaElement | null = null;

/** Tells which field of the page captures, while it is shown. @returns ends it */
export function registerField(field: HTMLTextAreaElement): () => void {
  openField = field;
  return () => {
    if (openField === field) openField = null;
  };
}

/** Focuses the field of the page. @returns false when there is none to be reached */
export function focusField(): boolean {
  if (!openField || openField.closest('[inert], [aria-hidden="true"]')) return false;
  openField.focus();
  return true;
}
