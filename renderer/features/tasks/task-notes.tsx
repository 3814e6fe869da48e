import { NotesEditor } from '#renderer/features/journal/index.ts';
import { Suspense, useState } from 'react';
import styles from './task-notes.module.css';

interface TaskNotesProps {
  readonly id: string;
  readonly notes: string;
  readonly error: string | undefined;
  /** Resolves to whether it was saved. */
  readonly onSave: (notes: string) => Promise<boolean>;
}

/** A task's notes, written as the journal is: Markdown that reads as it will be read. The editor comes when it is needed. */
export function TaskNotes({ id, notes, error, onSave }: TaskNotesProps) {
  const [page, setPage] = useState({ saved: notes, written: notes, revision: 0 });
  // Changed elsewhere, as by an undo: the page begins anew with what it is now.
  if (page.saved !== notes)
    setPage({ saved: notes, written: notes, revision: page.revision + (page.written === notes ? 0 : 1) });

  return (
    <div className={styles.notes}>
      <Suspense fallback={<div className={styles.plain}>{notes}</div>}>
        <NotesEditor
          documentId={`${id}:${page.revision}`}
          value={notes}
          ariaLabel="Notes"
          placeholder="Notes"
          onChange={(text) => {
            if (text === page.written) return;
            setPage((current) => ({ ...current, written: text }));
            void onSave(text);
          }}
          onOpenLink={(target) => window.open(target, '_blank', 'noopener')}
        />
      </Suspense>
      {error !== undefined && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
