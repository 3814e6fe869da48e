import type { Backup } from '#contract/system';
import { api, client, queryClient } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { AlertDialog } from '#renderer/ui/alert-dialog.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { userLocale } from '#renderer/ui/format.ts';
import { showToast } from '#renderer/ui/toasts.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import styles from './settings-screen.module.css';

const writtenAt = new Intl.DateTimeFormat(userLocale(), { dateStyle: 'medium', timeStyle: 'short' });
const sizeOf = (bytes: number): string =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** Where everything is kept, and its backups. */
export function DataFolder() {
  const goTo = useGoTo();
  const status = useQuery(api.system.status.queryOptions()).data;
  const backups = useQuery(api.system.backups.queryOptions());
  const [asked, setAsked] = useState<Backup>();
  const backUp = useCommand(client.system.backUp, {
    done: () => null,
    onDone(backup) {
      showToast({ message: `Backed up, ${sizeOf(backup.bytes)}` });
      void queryClient.invalidateQueries({ queryKey: api.system.backups.key() });
    },
  });
  const restore = useCommand(client.system.restore, { onDone: () => window.location.reload() });

  return (
    <>
      <p className={styles.label}>Folder</p>
      <p>
        <code className={styles.path}>{status?.dataDir}</code>
      </p>
      {status?.isDemo === true && (
        <p className={styles.prose}>This is the sample profile; your own data is elsewhere.</p>
      )}
      <p className={styles.prose}>
        Everything is in this folder and nowhere else. A backup is a whole copy of it at one moment, checked before it
        counts.
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => backUp.mutate(undefined)} disabled={backUp.isPending}>
          {backUp.isPending ? 'Backing up' : 'Back up now'}
        </Button>
        <Button onClick={() => goTo('/import')}>Import from another app</Button>
      </div>
      {backups.isError && (
        <p className={styles.error} role="alert">
          {failureOf(backups.error).message}
        </p>
      )}
      {backups.data?.length === 0 && <p className={styles.prose}>There is no backup yet.</p>}
      {backups.data !== undefined && backups.data.length > 0 && (
        <ul className={styles.backups} aria-label="Backups">
          {backups.data.map((backup) => (
            <li key={backup.name} className={styles.backup}>
              <span>{writtenAt.format(backup.atMs)}</span>
              <span className={styles.quiet}>{sizeOf(backup.bytes)}</span>
              <Button
                size="small"
                disabled={restore.isPending}
                aria-label={`Restore the backup of ${writtenAt.format(backup.atMs)}`}
                onClick={() => setAsked(backup)}
              >
                Restore
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AlertDialog
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title="Restore this backup?"
        description={
          asked === undefined
            ? ''
            : `Everything goes back to ${writtenAt.format(asked.atMs)}. What was changed since leaves the app; the file that holds it is kept in the data folder.`
        }
        confirmLabel="Restore"
        onConfirm={() => asked && restore.mutate({ name: asked.name })}
      />
    </>
  );
}
