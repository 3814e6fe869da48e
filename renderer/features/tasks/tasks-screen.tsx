import { api } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useGoTo, useSearchParam } from '#renderer/data/navigation.ts';
import { useToday } from '#renderer/features/today/index.ts';
import { Bar } from '#renderer/ui/bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Tags } from 'lucide-react';
import { useRef, useState } from 'react';
import { taskLists, tasksRoute, wordsOf } from './lists.ts';
import { QuickAdd } from './quick-add.tsx';
import { TaskList } from './task-list.tsx';
import { TagsDialog } from './tags-dialog.tsx';
import { TaskPane } from './task-pane.tsx';
import styles from './tasks-screen.module.css';
import { useTaskCommands } from './use-task-commands.ts';

/** More than this at once is no list to work with; a tag or the search narrows it. */
const MAX_SHOWN = 5_000;

/** The task lists, with the task in hand beside them. */
export default function TasksScreen() {
  const words = wordsOf(useSearchParam('list'));
  const { list } = words;
  const tag = useSearchParam('tag');
  const openId = useSearchParam('task');
  const goTo = useGoTo();
  const today = useToday()?.day;
  const commands = useTaskCommands();
  const line = useRef<HTMLInputElement>(null);
  const tasks = useQuery(
    api.tasks.list.queryOptions({ input: { list, limit: MAX_SHOWN, ...(tag === undefined ? {} : { tag }) } }),
  );
  const open = (task: string | undefined): void => goTo(tasksRoute({ list, tag, task }), { replace: true });
  const focusLine = (): void => line.current?.focus();
  useShortcuts([{ keys: 'n', run: focusLine }]);

  return (
    <>
      <Bar title="Tasks" end={<TagFilter list={list} tag={tag} />} />
      <Tabs list={list} tag={tag} />
      {today !== undefined && words.add !== null && (
        <div className={styles.add}>
          <QuickAdd key={list} list={list} tag={tag} today={today} inputRef={line} />
        </div>
      )}
      {tasks.isError && <TasksFailure error={tasks.error} onRetry={() => void tasks.refetch()} />}
      {tasks.isPending && (
        <div className={styles.waiting}>
          <Skeleton label="Loading tasks" rows={8} />
        </div>
      )}
      {tasks.data !== undefined && today !== undefined && (
        <TaskList
          key={`${list} ${tag ?? ''}`}
          label={words.label}
          tasks={tasks.data}
          today={today}
          commands={commands}
          isOrdered={(list === 'inbox' || list === 'anytime') && tag === undefined}
          openId={openId}
          onOpen={(task) => open(task.id)}
          onClosePane={() => open(undefined)}
          empty={
            <EmptyState
              title={tag === undefined ? words.emptyTitle : `Nothing here is tagged ${tag}`}
              action={
                tag !== undefined ? (
                  <Button onClick={() => goTo(tasksRoute({ list }))}>Show every tag</Button>
                ) : words.add === null ? undefined : (
                  <Button keys="n" onClick={focusLine}>
                    {words.add}
                  </Button>
                )
              }
            >
              {words.emptyText}
            </EmptyState>
          }
        />
      )}
      {(tasks.data?.length ?? 0) >= MAX_SHOWN && (
        <p className={styles.more}>
          The first {formatNumber(MAX_SHOWN)} are shown. A tag or the search finds the others.
        </p>
      )}
      {openId !== undefined && today !== undefined && (
        <TaskPane key={openId} id={openId} today={today} commands={commands} onClose={() => open(undefined)} />
      )}
    </>
  );
}

function TasksFailure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { message, reference } = failureOf(error);
  return (
    <ErrorNotice
      title="The tasks could not be read"
      kept={message}
      reference={reference}
      action={
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      }
    />
  );
}

function Tabs({ list, tag }: { readonly list: string; readonly tag: string | undefined }) {
  const counts = useQuery(api.tasks.counts.queryOptions()).data;
  return (
    <nav className={styles.tabs} aria-label="Task lists">
      {taskLists.map((one) => (
        <Link
          key={one.list}
          to="/tasks"
          search={tag === undefined ? { list: one.list } : { list: one.list, tag }}
          className={styles.tab}
          aria-current={one.list === list ? 'page' : undefined}
        >
          {one.label}
          {counts !== undefined && counts[one.list] > 0 && (
            <span className={styles.count}>{formatNumber(counts[one.list])}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}

function TagFilter({ list, tag }: { readonly list: string; readonly tag: string | undefined }) {
  const tags = useQuery(api.tasks.tags.queryOptions()).data ?? [];
  const goTo = useGoTo();
  const [isManaging, setManaging] = useState(false);
  return (
    <>
      {tags.length > 0 && (
        <Select
          className={styles.filter}
          label="Tag"
          hidesLabel
          value={tag === undefined ? 'every tag' : tag}
          options={[
            { value: 'every tag', label: 'Every tag' },
            ...tags.map(({ name, color }) => ({ value: name, label: name, color })),
          ]}
          onChange={(name) => goTo(tasksRoute({ list, tag: name === 'every tag' ? undefined : name }))}
        />
      )}
      {tags.length > 0 && <IconButton icon={Tags} label="Tags: names and colours" onClick={() => setManaging(true)} />}
      <TagsDialog open={isManaging} onClose={() => setManaging(false)} />
    </>
  );
}
