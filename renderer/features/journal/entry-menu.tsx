import type { Entry } from '#contract/journal';
import { client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { formatTime } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { CalendarArrowUp, Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import styles from './entry-page.module.css';
import { MoveEntryDialog } from './move-entry-dialog.tsx';
import type { Now } from './use-now.ts';

/** What can be done with an entry as a whole. */
export function EntryMenu({ entry, now }: { readonly entry: Entry; readonly now: Now }) {
  const [isMoving, setIsMoving] = useState(false);
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
          { label: 'Move to another day', icon: CalendarArrowUp, onSelect: () => setIsMoving(true) },
          { label: 'Delete entry', icon: Trash2, tone: 'danger', onSelect: () => remove.mutate({ id: entry.id }) },
        ]}
      />
      {isMoving && (
        <MoveEntryDialog entryId={entry.id} day={entry.day} today={now.today} onClose={() => setIsMoving(false)} />
      )}
    </>
  );
}
