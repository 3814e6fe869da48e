import type { HistoryFilter, HistoryItem } from '#contract/history';
import { api, client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useSearchParam } from '#renderer/data/navigation.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useToday } from '#renderer/features/today/index.ts';
import { Bar } from '#renderer/ui/bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { showToast } from '#renderer/ui/toasts.tsx';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { dayOfInstant } from './change-words.ts';
import { HistoryLine } from './history-line.tsx';
import { FilterBar } from './history-filter.tsx';
import styles from './history-screen.module.css';
import { MomentDialog } from './moment-dialog.tsx';
import { VerifyResult, useVerify } from './verify.tsx';

const PAGE = 100;

/** The ledger in words, newest first: who changed what, to look into and to take back. */
export default function HistoryScreen() {
  const today = useToday();
  const verify = useVerify();
  const thing = useSearchParam('thing');
  const [filter, setFilter] = useState<HistoryFilter>(thing === undefined ? {} : { thing });
  const isFiltered = Object.keys(filter).length > 0;
  const history = useInfiniteQuery(
    api.history.list.infiniteOptions({
      input: (before: number | undefined) => ({ limit: PAGE, filter, ...(before === undefined ? {} : { before }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextBefore ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Bar
        title="History"
        end={
          <Button size="small" onClick={() => verify.mutate(undefined)} disabled={verify.isPending}>
            {verify.isPending ? 'Verifying' : 'Verify the ledger'}
          </Button>
        }
      />
      {today !== undefined && <FilterBar filter={filter} today={today.day} onChange={setFilter} />}
      {verify.data !== undefined && <VerifyResult {...verify.data} />}
      {history.isError && (
        <div className={styles.notice}>
          <ErrorNotice
            title="The history could not be read"
            advice={failureOf(history.error).message}
            reference={failureOf(history.error).reference}
            action={
              <Button size="small" onClick={() => void history.refetch()}>
                Try again
              </Button>
            }
          />
        </div>
      )}
      {history.isPending && (
        <div className={styles.waiting}>
          <Skeleton label="Loading the history" rows={10} />
        </div>
      )}
      {history.data !== undefined && items.length === 0 && isFiltered && (
        <EmptyState
          title="Nothing like that has happened"
          action={
            history.hasNextPage ? (
              <Button onClick={() => void history.fetchNextPage()} disabled={history.isFetching}>
                Look further back
              </Button>
            ) : undefined
          }
        >
          Take a condition away, or use fewer words.
        </EmptyState>
      )}
      {history.data !== undefined && items.length === 0 && !isFiltered && (
        <EmptyState title="Nothing has happened yet">
          Everything you add, change or delete is told here, and can be taken back from here.
        </EmptyState>
      )}
      {items.length > 0 && today !== undefined && (
        <HistoryList
          items={items}
          zone={today.zone}
          today={today.day}
          onEnd={() => {
            if (history.hasNextPage && !history.isFetching) void history.fetchNextPage();
          }}
        />
      )}
    </>
  );
}

interface HistoryListProps {
  readonly items: readonly HistoryItem[];
  readonly zone: string;
  readonly today: string;
  /** Called when the oldest item is in view. */
  readonly onEnd: () => void;
}

function HistoryList({ items, zone, today, onEnd }: HistoryListProps) {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [problems, setProblems] = useState<Readonly<Record<number, string>>>({});
  const [momentSeq, setMomentSeq] = useState<number | null>(null);
  const undo = useCommand(client.history.undoCommit, {
    onDone: ({ words }) => showToast({ message: words }),
    onFailure: ({ message }, { seq }) => setProblems((current) => ({ ...current, [seq]: message })),
  });
  const firstOfDay = new Map<number, string>();
  for (const [at, item] of items.entries()) {
    const day = dayOfInstant(item.atMs, zone);
    const newer = items[at - 1];
    if (newer === undefined || dayOfInstant(newer.atMs, zone) !== day) firstOfDay.set(item.seq, day);
  }

  function toggle({ seq }: HistoryItem): void {
    setOpen((current) => new Set(current.has(seq) ? [...current].filter((one) => one !== seq) : [...current, seq]));
  }
  function takeBack({ seq, isUndone }: HistoryItem): void {
    if (isUndone) return;
    // What was wrong is said in the details.
    setOpen((current) => new Set([...current, seq]));
    setProblems(({ [seq]: _told, ...others }) => others);
    undo.mutate({ seq });
  }

  return (
    <div className={styles.list}>
      <VirtualList
        label="History"
        items={items}
        itemKey={(item) => String(item.seq)}
        estimateHeight={(item) => (firstOfDay.has(item.seq) ? 76 : 32)}
        onOpen={toggle}
        onKey={(event, item) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return false;
          if (event.key === 'u') takeBack(item);
          else if (event.key === 'b') setMomentSeq(item.seq);
          else return false;
          return true;
        }}
        renderItem={(item) => (
          <>
            <HistoryLine
              item={item}
              zone={zone}
              day={firstOfDay.get(item.seq)}
              today={today}
              isOpen={open.has(item.seq)}
              problem={problems[item.seq]}
              onToggle={() => toggle(item)}
              onUndo={() => takeBack(item)}
              onGoBack={() => setMomentSeq(item.seq)}
            />
            {item === items.at(-1) && <Seen onSeen={onEnd} />}
          </>
        )}
      />
      <MomentDialog seq={momentSeq} zone={zone} onClose={() => setMomentSeq(null)} />
    </div>
  );
}

/** Tells that it came into view: only what is in view exists in the list. */
function Seen({ onSeen }: { readonly onSeen: () => void }) {
  useEffect(() => onSeen());
  return null;
}
