import type { MomentThing } from '#contract/history';
import { api, client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatCount, formatTime } from '#renderer/ui/format.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { columnName, dayOfInstant, tableName } from './change-words.ts';
import styles from './moment-dialog.module.css';

interface MomentDialogProps {
  /** The commit to go back to; null while the dialog is closed. */
  readonly seq: number | null;
  readonly zone: string;
  readonly onClose: () => void;
}

const FATES: Readonly<Record<MomentThing['fate'], string>> = {
  returns: 'comes back',
  changes: 'becomes what it was',
  goes: 'goes, it was not there yet',
};

/** What going back to right after a commit would do, and the button that does it. */
export function MomentDialog({ seq, zone, onClose }: MomentDialogProps) {
  const preview = useQuery({
    ...api.history.moment.queryOptions({ input: { seq: seq ?? 0 } }),
    enabled: seq !== null,
  });
  const goBack = useCommand((to: number) => client.history.goBack({ seq: to }), {
    done: (went) => went?.words ?? 'Everything is as it was then already',
    onDone: onClose,
  });
  const { data } = preview;
  const when =
    data === undefined || data.atMs === null ? '' : `${dayOfInstant(data.atMs, zone)} ${formatTime(data.atMs, zone)}`;
  return (
    <Dialog
      open={seq !== null}
      onClose={onClose}
      width="wide"
      title="Go back to this moment"
      description={
        data?.words ? `Everything but the settings becomes what it was on ${when}, after: ${data.words}.` : undefined
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={data === undefined || data.total === 0 || goBack.isPending}
            onClick={() => seq !== null && goBack.mutate(seq)}
          >
            {goBack.isPending ? 'Going back' : 'Go back'}
          </Button>
        </>
      }
    >
      {preview.isPending && seq !== null && <Skeleton label="Looking what would change" />}
      {preview.isError && <ErrorNotice title={failureOf(preview.error).message} kept="Nothing was changed." />}
      {data?.total === 0 && <p>Everything is as it was then already.</p>}
      {data !== undefined && data.total > 0 && (
        <>
          <ul className={styles.counts}>
            {data.counts.map(({ table, returning, changing, going }) => (
              <li key={table}>
                <b>{tableName(table)}</b>:{' '}
                {[
                  ...(changing > 0 ? [formatCount(changing, { one: 'changes', other: 'change' })] : []),
                  ...(returning > 0 ? [formatCount(returning, { one: 'comes back', other: 'come back' })] : []),
                  ...(going > 0 ? [formatCount(going, { one: 'goes', other: 'go' })] : []),
                ].join(', ')}
              </li>
            ))}
          </ul>
          <ul aria-label="What would change" className={styles.things}>
            {data.things.map((thing) => (
              <li key={`${thing.table} ${thing.id}`} data-fate={thing.fate}>
                <span className={styles.name} dir="auto">
                  {thing.name === '' ? tableName(thing.table) : thing.name}
                </span>
                <span className={styles.fate}>
                  {FATES[thing.fate]}
                  {thing.fate === 'changes' && `: ${thing.columns.map(({ name }) => columnName(name)).join(', ')}`}
                </span>
              </li>
            ))}
          </ul>
          <p className={styles.fate}>One undo brings everything back to how it is now.</p>
        </>
      )}
    </Dialog>
  );
}
