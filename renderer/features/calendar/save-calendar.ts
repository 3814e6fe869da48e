import { client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { showToast } from '#renderer/ui/toasts.tsx';

/** How long a browser may take to begin reading what it saves. */
const HELD_MS = 60_000;

/** Saves a calendar, or one event of it, as .ics where the browser saves files; says why when it can't. */
export async function saveCalendar(wanted: { readonly calendarId: string; readonly eventId?: string }): Promise<void> {
  try {
    const { fileName, text } = await client.calendar.exportIcs(wanted);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), HELD_MS);
    showToast({ message: `Saved ${fileName}` });
  } catch (error) {
    showToast({ message: failureOf(error).message, tone: 'alert' });
  }
}
