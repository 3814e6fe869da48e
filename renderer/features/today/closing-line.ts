import type { Day } from '#contract/time';
import { client } from '#renderer/data/api.ts';
import { newEntryId } from '#renderer/features/journal/index.ts';

const PAUSE_MS = 400;

let begun: { readonly day: Day; readonly entryId: string; text: string } | undefined;
let pause = 0;

/**
 * The line that will close the day. From the first pause on it is a draft in the journal: closing the dialog, the window or
 * the program loses nothing of it.
 */
export const closingLine = {
  textOf: (day: Day): string => (begun?.day === day ? begun.text : ''),
  entryIdOf(day: Day): string {
    if (begun?.day !== day) begun = { day, entryId: newEntryId(Date.now()), text: '' };
    return begun.entryId;
  },
  keep(day: Day, text: string): void {
    const id = closingLine.entryIdOf(day);
    begun!.text = text;
    window.clearTimeout(pause);
    // A failure is told when the day is closed; the text stays in the field.
    pause = window.setTimeout(() => void client.journal.saveDraft({ id, day, body: text }).catch(() => {}), PAUSE_MS);
  },
  forget(): void {
    window.clearTimeout(pause);
    begun = undefined;
  },
};
