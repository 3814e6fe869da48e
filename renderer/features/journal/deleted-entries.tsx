import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState } from 'react';
import { EntryHistory } from './entry-history.tsx';
import type { Now } from './use-now.ts';

/** Entries of a day that were deleted, each with a way back; nothing where there are none. */
export function DeletedEntries({ day, now }: { readonly day: Day; readonly now: Now }) {
  const deleted = useQuery(api.journal.deleted.queryOptions({ input: { day } }));
  const [shownId, setShownId] = useState<string>();
  const entries = (deleted.data ?? []).filter((entry) => entry.firstLine !== '');
  if (entries.length === 0) return null;
  return (
    <ul aria-label="Deleted on this day">
      {entries.map(({ id, firstLine }) => (
        <li key={id}>
          <Button variant="quiet" size="small" icon={History} onClick={() => setShownId(id)}>
            Deleted: {firstLine.length > 60 ? `${firstLine.slice(0, 60).toWellFormed()}…` : firstLine}
          </Button>
        </li>
      ))}
      {shownId !== undefined && <EntryHistory id={shownId} now={now} onClose={() => setShownId(undefined)} />}
    </ul>
  );
}
