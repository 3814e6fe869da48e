import { client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { showToast } from '#renderer/ui/toasts.tsx';
import { desk } from '../desk.ts';
import type { Pages } from './print-pages.ts';

/** How long a browser may take to begin reading what it saves. */
const HELD_MS = 60_000;

/** Saves pages as Markdown where the browser saves files; says why when it can't. */
export async function savePages(pages: Pages): Promise<void> {
  try {
    desk.settleAll();
    const file = await client.journal.exportMarkdown(pages);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), HELD_MS);
    showToast({ message: `Saved ${file.name}` });
  } catch (error) {
    showToast({ message: failureOf(error).message, tone: 'alert' });
  }
}
