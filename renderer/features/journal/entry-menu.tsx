import type { Entry } from '#contract/journal';
import { client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { formatTime } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { CalendarArrowUp, Ellipsis, FileDown, History, Printer, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { EntryHistory } from './entry-history.tsx';
import styles from './entry-page.module.css';
import { MoveEntryDialog } from './move-entry-dialog.tsx';
import { printPages } from './pages/print-pages.ts';
import { savePages } from './pages/save-pages.ts';
import type { Now } from './use-now.ts';

/** What can be done with an entry as a whole. */
export function EntryMenu({ entry, now }: { readonly entry: Entry; readonly now: Now }) {
  const [isMoving, setIsMoving] = useState(false);
  const pages = { first: entry.day, last: entry.day, entryId: entry.id };
  const [showsHistory, setShowsHistory] = useState(false);
  const remove = useCommand(client.journal.remove, { done: () => 'Entry deleted' });
  return (
    <>
      <Menu
        trigger={
          <IconButton
            icon={Ellipsis}
            label={`Entry of ${formatTime(entry.atMs, now.zone)}: more`}
            className={styles.more}
          />
        }
        entries={[
          { label: 'Versions', icon: History, onSelect: () => setShowsHistory(true) },
          { label: 'Change day or time', icon: CalendarArrowUp, onSelect: () => setIsMoving(true) },
          { label: 'Print entry', icon: Printer, onSelect: () => void printPages(pages, now.zone) },
          { label: 'Save entry as Markdown', icon: FileDown, onSelect: () => void savePages(pages) },
          { label: 'Delete entry', icon: Trash2, tone: 'danger', onSelect: () => remove.mutate({ id: entry.id }) },
        ]}
      />
      {showsHistory && <EntryHistory id={entry.id} now={now} onClose={() => setShowsHistory(false)} />}
      {isMoving && (
        <MoveEntryDialog
          entryId={entry.id}
          day={entry.day}
          time={timeOfDay(entry.atMs, now.zone)}
          today={now.today}
          onClose={() => setIsMoving(false)}
        />
      )}
    </>
  );
}

/** The clock of `zone` at an instant, as `HH:mm`. */
function timeOfDay(atMs: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(atMs);
}
