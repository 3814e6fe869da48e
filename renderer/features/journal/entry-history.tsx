import type { EntryVersion } from '#contract/journal';
import { api, client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatCount, formatTime } from '#renderer/ui/format.ts';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import styles from './entry-history.module.css';
import type { Now } from './use-now.ts';
import { withoutLongStretches, wordChanges } from './word-changes.ts';

export interface EntryHistoryProps {
  readonly id: string;
  readonly now: Now;
  readonly onClose: () => void;
}

/** Every version of an entry, what changed in it, and a way back to it. Arrows step, Enter restores. */
export function EntryHistory({ id, now, onClose }: EntryHistoryProps) {
  const versions = useQuery(api.journal.versions.queryOptions({ input: { id } }));
  const [chosen, setChosen] = useState<number>();
  const [view, setView] = useState<'changes' | 'text'>('changes');
  const listed = versions.data ?? [];
  const version = listed.find((one) => one.seq === chosen) ?? listed[0];
  const restore = useCommand(client.journal.restore, {
    done: () => 'Went back to an earlier version',
    onDone: onClose,
  });
  const isNow = version !== undefined && version === listed[0] && !version.isDeleted;
  const goBack = (): void => {
    if (version !== undefined && !isNow) restore.mutate({ id, seq: version.seq });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Versions of this entry"
      width="wide"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Close
          </Button>
          <Button variant="primary" disabled={version === undefined || isNow} onClick={goBack}>
            {version?.isDeleted === true ? 'Bring it back' : 'Restore this version'}
          </Button>
        </>
      }
    >
      {versions.isPending && <Skeleton label="Reading the versions" rows={6} />}
      {versions.isError && (
        <ErrorNotice title="The versions could not be read" advice={failureOf(versions.error).message} />
      )}
      {version !== undefined && (
        <div className={styles.history}>
          <VirtualList
            label="Versions, newest first"
            role="listbox"
            className={styles.versions}
            items={listed}
            itemKey={(one) => String(one.seq)}
            activeKey={String(version.seq)}
            selectedKeys={new Set([String(version.seq)])}
            estimateHeight={() => 48}
            onActiveChange={(one) => setChosen(one.seq)}
            onOpen={goBack}
            renderItem={(one) => <VersionRow version={one} now={now} isCurrent={one === version} />}
          />
          <div className={styles.shown}>
            <SegmentedControl
              label="Show"
              value={view}
              options={[
                { value: 'changes', label: 'What changed' },
                { value: 'text', label: 'The whole text' },
              ]}
              onChange={setView}
            />
            <VersionText id={id} version={version} view={view} />
          </div>
        </div>
      )}
    </Dialog>
  );
}

function VersionRow({
  version,
  now,
  isCurrent,
}: {
  readonly version: EntryVersion;
  readonly now: Now;
  readonly isCurrent: boolean;
}) {
  return (
    <span className={styles.version} data-current={isCurrent || undefined}>
      <span>
        {formatMoment(version.atMs, now.zone)} {formatTime(version.atMs, now.zone)}
      </span>
      <span className={styles.counts}>{tell(version)}</span>
    </span>
  );
}

/** "3 words added, 1 taken out" */
function tell({ isDeleted, added, removed, command }: EntryVersion): string {
  if (isDeleted) return 'Deleted';
  const parts = [
    ...(added > 0 ? [`${formatCount(added, { one: 'word', other: 'words' })} added`] : []),
    ...(removed > 0 ? [`${removed} taken out`] : []),
  ];
  if (command === 'journal.restore') return `Restored: ${parts.join(', ')}`;
  if (command === 'tasks.complete') return 'A task was ticked';
  return parts.length === 0 ? 'Marks only' : parts.join(', ');
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** "21 Nov 2026" in the user's zone. */
function formatMoment(atMs: number, zone: string): string {
  let format = dayFormats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat(navigator.language, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: zone,
    });
    dayFormats.set(zone, format);
  }
  return format.format(atMs);
}

interface VersionTextProps {
  readonly id: string;
  readonly version: EntryVersion;
  readonly view: 'changes' | 'text';
}

function VersionText({ id, version, view }: VersionTextProps) {
  const text = useQuery({
    ...api.journal.version.queryOptions({ input: { id, seq: version.seq } }),
    placeholderData: (last) => last,
  });
  const changes = useMemo(
    () => (text.data ? withoutLongStretches(wordChanges(text.data.before, text.data.body)) : []),
    [text.data],
  );
  if (!text.data) return <Skeleton label="Reading the version" rows={4} />;
  const whole = version.isDeleted ? text.data.before : text.data.body;
  return (
    // It scrolls, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div tabIndex={0} role="region" aria-label="Text of the version" dir="auto" className={styles.text}>
      {view === 'text'
        ? whole
        : changes.map(({ kind, text: words }, at) =>
            kind === 'same' ? (
              // oxlint-disable-next-line react/no-array-index-key -- stretches have no name but their place
              <span key={at}>{words}</span>
            ) : kind === 'added' ? (
              // oxlint-disable-next-line react/no-array-index-key -- as above
              <ins key={at} className={styles.added}>
                {words}
              </ins>
            ) : (
              // oxlint-disable-next-line react/no-array-index-key -- as above
              <del key={at} className={styles.removed}>
                {words}
              </del>
            ),
          )}
    </div>
  );
}
