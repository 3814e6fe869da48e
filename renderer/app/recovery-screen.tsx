import type { Status } from '#contract/system';
import { api, client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import styles from './recovery-screen.module.css';

type Reason = NonNullable<Status['storage']['reason']>;

const WORDS: Readonly<Record<Reason, { title: string; kept: string; advice: string }>> = {
  CORRUPT: {
    title: 'The data file is damaged.',
    kept: 'Nothing was changed, and the damaged file will be kept.',
    advice: 'Restore a backup to go on. What was written after it may still be recovered from the damaged file.',
  },
  NEWER: {
    title: 'A newer version of Braindump wrote this data.',
    kept: 'Nothing was changed.',
    advice: 'Please update this one and start it again.',
  },
  FOREIGN: {
    title: 'The data file in this folder belongs to another program.',
    kept: 'Nothing was changed.',
    advice: 'Start Braindump with another folder: --data-dir FOLDER.',
  },
  READ_ONLY: {
    title: 'There is no data here yet, and the folder can’t be written.',
    kept: 'Nothing was changed.',
    advice: 'Allow writing to the folder, or start Braindump with another one: --data-dir FOLDER.',
  },
  FULL: {
    title: 'The disk is full, so the data can’t be opened.',
    kept: 'Everything saved is still there.',
    advice: 'Free some room and start Braindump again.',
  },
  BUSY: {
    title: 'Another program is holding the data file.',
    kept: 'Everything saved is still there.',
    advice: 'Close the other program and start Braindump again.',
  },
  FAILED: {
    title: 'The disk reported an error while the data was opened.',
    kept: 'Nothing was changed.',
    advice: 'Check the disk and start Braindump again, or restore a backup.',
  },
};

const writtenAt = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Instead of everything else while the data can't be opened: what happened, and the backups. */
export function RecoveryScreen({ reason }: { readonly reason: Reason }) {
  const status = useQuery(api.system.status.queryOptions());
  const backups = useQuery(api.system.backups.queryOptions());
  const restore = useCommand(client.system.restore, { onDone: () => window.location.reload() });
  const { title, kept, advice } = WORDS[reason];
  const canRestore = reason === 'CORRUPT' || reason === 'FAILED';
  return (
    <main className={styles.screen}>
      <h1 className={styles.heading}>Braindump can’t open your data</h1>
      <ErrorNotice title={title} kept={kept} advice={advice} />
      <p className={styles.folder}>
        Data folder: <code>{status.data?.dataDir}</code>
      </p>
      {canRestore && (
        <section aria-labelledby="backups">
          <h2 id="backups" className={styles.subheading}>
            Backups
          </h2>
          {backups.data?.length === 0 && <p>There is no backup in this folder.</p>}
          <ul className={styles.list}>
            {backups.data?.map((backup) => (
              <li key={backup.name}>
                <span>
                  {writtenAt.format(backup.atMs)}, {(backup.bytes / 1e6).toFixed(1)} MB
                </span>
                <Button size="small" onClick={() => restore.mutate({ name: backup.name })} disabled={restore.isPending}>
                  Restore
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}
