import { showToast } from '#renderer/ui/toasts.tsx';
import { entryInHand } from './open-entries.ts';

/** Asks the day on screen for its find bar. */
export const FIND = 'braindump:find-on-page';

export const findOnPage = (): void => void window.dispatchEvent(new Event(FIND));

/** Attaches files to the entry that was written in last. */
export function attachToEntry(): void {
  const entry = entryInHand();
  if (entry === undefined) showToast({ message: 'Open a day of the journal first; the file goes into its entry.' });
  else entry.chooseFiles();
}
