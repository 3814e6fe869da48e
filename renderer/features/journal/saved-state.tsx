import type { Day } from '#contract/time';
import { connection } from '#renderer/data/connection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatTime } from '#renderer/ui/format.ts';
import { useSyncExternalStore } from 'react';
import styles from './day-page.module.css';
import { desk, useSaveState } from './desk.ts';

/** How safe the day's text is, in two words: for the bar. */
export function SavedState({ day, zone }: { readonly day: Day; readonly zone: string }) {
  const { status, savedAtMs } = useSaveState(day);
  const isConnected = useSyncExternalStore(connection.subscribe, connection.state) === 'open';
  const words =
    status === 'failed' || (status === 'saving' && !isConnected)
      ? 'Not saved yet'
      : status === 'saving'
        ? 'Saving'
        : savedAtMs === null
          ? ''
          : `Saved ${formatTime(savedAtMs, zone)}`;
  return <span role="status">{words}</span>;
}

/** What went wrong with saving, what was kept, and a way to try again; nothing while all is well. */
export function SaveFailure({ day }: { readonly day: Day }) {
  const { status, failure } = useSaveState(day);
  if (status !== 'failed' || failure === null) return null;
  return (
    <div className={styles.failure}>
      <ErrorNotice
        title="What you wrote is not saved yet"
        kept={failure.message}
        reference={failure.reference}
        // What is wrong with the text itself, trying again does not mend.
        action={
          failure.reason === 'INVALID' ? undefined : (
            <Button size="small" onClick={() => desk.retry()}>
              Try again
            </Button>
          )
        }
      />
    </div>
  );
}
