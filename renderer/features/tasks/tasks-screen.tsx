import type { Project } from '#contract/projects';
import type { TaskView } from '#contract/task-views';
import type { Task } from '#contract/tasks';
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
import { Menu } from '#renderer/ui/menu.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Grouping, Surroundings, TaskGroup } from './arrange.ts';
import { DisplayMenu } from './display-menu.tsx';
import { boardGrouping, displayOf, isOrderedByHand, ownGrouping, sortFor } from './display.ts';
import { FilterBar } from './filter-bar.tsx';
import { nameCondition, withCondition } from './filter-words.ts';
import { taskLists, tasksRoute, wordsOf } from './lists.ts';
import { NameDialog, type Naming } from './name-dialog.tsx';
import { type TaskPlace, belongingIn, changeFor, movedWords, placeKey, placeParams } from './places.ts';
import { ProjectHead } from './project-head.tsx';
import { QuickAdd } from './quick-add.tsx';
import { TagsDialog } from './tags-dialog.tsx';
import { TaskBoard } from './task-board.tsx';
import { TaskDrag, type TaskDrop } from './task-drag.tsx';
import { TaskList } from './task-list.tsx';
import { TaskPane } from './task-pane.tsx';
import { TaskSidebar, useProjectCommands } from './task-sidebar.tsx';
import styles from './tasks-screen.module.css';
import { useLingering } from './use-lingering.ts';
import { useSelection } from './use-selection.ts';
import { useTaskCommands } from './use-task-commands.ts';

/** More than this at once is no list to work with; a filter narrows it. */
const MAX_SHOWN = 5_000;

const NONE: readonly Task[] = [];
const NO_PROJECTS: readonly Project[] = [];
const NO_AREAS: Surroundings['areas'] = [];

/** The places tasks are looked at, the tasks of one of them, and the task in hand beside them. */
export default function TasksScreen() {
  const params = useTaskParams();
  const { place, openId } = params;
  const goTo = useGoTo();
  const today = useToday()?.day;
  const commands = useTaskCommands();
  const line = useRef<HTMLInputElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const [below, setBelow] = useState<{ task: Task; nextId: string | null }>();
  const [naming, setNaming] = useState<Naming>();
  const [isManagingTags, setManagingTags] = useState(false);
  const projects = useQuery(api.projects.list.queryOptions()).data ?? NO_PROJECTS;
  const areas = useQuery(api.projects.areas.queryOptions()).data ?? NO_AREAS;
  const views = useQuery(api.tasks.views.queryOptions());
  const project = place.kind === 'project' ? projects.find(({ id }) => id === place.id) : undefined;
  const view = place.kind === 'view' ? views.data?.find(({ id }) => id === place.id) : undefined;
  const projectCommands = useProjectCommands(setNaming);
  const display = displayOf(params, view);
  const query = params.q ?? view?.query ?? '';
  const tasks = useQuery({
    ...api.tasks.list.queryOptions({
      input: {
        list: place.kind === 'list' ? place.list : 'all',
        limit: MAX_SHOWN,
        ...(place.kind === 'project' ? { projectId: place.id } : {}),
        ...(place.kind === 'area' ? { areaId: place.id } : {}),
        ...given('tag', params.tag),
        ...given('query', query === '' ? undefined : query),
        ...given('sort', sortFor(place, display.sort)),
      },
    }),
    enabled: place.kind !== 'view' || views.isSuccess,
    placeholderData: (previous, before) =>
      isSamePlace(before?.queryKey, place) ? keepPreviousData(previous) : undefined,
  });
  const shown = tasks.data ?? NONE;
  const selection = useSelection(shown);
  const lingering = useLingering();
  const around = useMemo(() => ({ today: today ?? '', projects, areas }), [today, projects, areas]);

  const change = (next: Partial<Record<'q' | 'sort' | 'group' | 'layout' | 'task' | 'tag', string | null>>): void => {
    const kept = {
      q: params.q,
      sort: params.sort,
      group: params.group,
      layout: params.layout,
      tag: params.tag,
      task: openId,
    };
    const route = Object.entries({ ...kept, ...next }).flatMap(([name, value]) => (value ? [[name, value]] : []));
    goTo(tasksRoute({ ...placeParams(place), ...Object.fromEntries(route) }), { replace: true });
  };
  const open = (task: string | null): void => change({ task });
  const focusLine = (): void => line.current?.focus();
  const focusList = (): void => document.querySelector<HTMLElement>('[data-index][tabindex="0"]')?.focus();
  const goBeside = (step: 1 | -1): void => {
    const at = taskLists.findIndex(({ list }) => place.kind === 'list' && list === place.list);
    const next = taskLists[(at + step + taskLists.length) % taskLists.length];
    if (next) goTo(tasksRoute({ list: next.list }));
  };
  useShortcuts([
    { keys: 'n', run: () => (setBelow(undefined), focusLine()) },
    { keys: '/', run: () => filter.current?.focus() },
    { keys: '[', run: () => goBeside(-1) },
    { keys: ']', run: () => goBeside(1) },
    { keys: 'b', run: () => change({ layout: display.layout === 'board' ? 'list' : 'board' }) },
  ]);

  function drop(dropped: readonly Task[], target: TaskDrop, isBelow: boolean, from: TaskGroup | undefined): void {
    if (today === undefined) return;
    if (target.kind === 'place') {
      const wanted = changeFor(target.place, today);
      if (wanted === 'complete') commands.complete.mutate({ tasks: dropped.filter(({ status }) => status === 'open') });
      else if (wanted)
        commands.update.mutate({ tasks: dropped, change: wanted, words: movedWords(dropped, target.label) });
      return selection.clear();
    }
    const { group } = target;
    const isOther = from !== undefined && from.key !== group.key;
    const moved = isOther ? regrouped(group, from) : undefined;
    if (target.kind === 'group' || !isOrderedByHand(place, display.sort)) {
      if (moved) commands.update.mutate({ tasks: dropped, change: moved, words: movedWords(dropped, group.label) });
      return;
    }
    const beforeId = isBelow ? target.nextId : target.task.id;
    if (dropped.some(({ id }) => id === beforeId) && !moved) return;
    commands.move.mutate({ tasks: dropped, beforeId, ...(moved ? { change: moved } : {}) });
  }

  const words = titleOf(place, project, view, areas);
  const own = place.kind === 'list' ? wordsOf(place.list) : undefined;
  const canAdd = own === undefined ? place.kind === 'project' : own.add !== null;
  const addLabel = below ? `Add below “${below.task.title}”` : (own?.add ?? `Add to ${words}`);
  const grouping: Grouping =
    display.layout === 'board' ? boardGrouping(display.group, place) : (display.group ?? ownGrouping(place));
  const isFiltered = query !== '' || params.tag !== undefined;
  const shared = { tasks: shown, grouping, around, commands, selection, lingering, openId } as const;

  const empty = (
    <EmptyState
      title={isFiltered ? 'No task here is like that' : (own?.emptyTitle ?? 'Nothing is open here')}
      action={
        isFiltered && place.kind !== 'view' ? (
          <Button onClick={() => change({ q: null, tag: null })}>Show all of them</Button>
        ) : canAdd ? (
          <Button keys="n" onClick={focusLine}>
            {addLabel}
          </Button>
        ) : undefined
      }
    >
      {isFiltered
        ? 'Take a word or a condition away to see more.'
        : (own?.emptyText ?? 'What is to be done stands here.')}
    </EmptyState>
  );

  return (
    <TaskDrag alongWith={(task) => (selection.ids.has(task.id) ? selection.chosen : [task])} onDrop={drop}>
      <div className={styles.columns} data-pane={openId !== undefined || undefined}>
        <TaskSidebar place={place} onTag={(name) => change({ q: withCondition(query, nameCondition('tag', name)) })} />
        <div className={styles.page}>
          <Bar
            title={<bdi>{words}</bdi>}
            end={
              <>
                {project && (
                  <Menu
                    align="end"
                    entries={projectCommands.entriesOf(project)}
                    trigger={<IconButton icon={Ellipsis} label="More about the project" />}
                  />
                )}
                <DisplayMenu
                  display={display}
                  onChange={change}
                  onTags={() => setManagingTags(true)}
                  onSave={() =>
                    setNaming({
                      kind: 'new view',
                      draft: {
                        query: [query, placeCondition(place, project)].filter((one) => one !== '').join(' '),
                        sort: display.sort ?? 'due',
                        grouping: display.group ?? 'none',
                        layout: display.layout,
                      },
                    })
                  }
                />
              </>
            }
          />
          <FilterBar
            query={query}
            onChange={(q) => change({ q: q === (view?.query ?? '') ? null : q })}
            inputRef={filter}
            onLeave={focusList}
          />
          {project && today !== undefined && <ProjectHead key={project.id} project={project} today={today} />}
          {today !== undefined && canAdd && (
            <div className={styles.add}>
              <QuickAdd
                key={placeKey(place)}
                label={addLabel}
                place={{
                  ...belongingIn(place, today, params.tag),
                  ...(below?.task.parentId ? { parentId: below.task.parentId } : {}),
                }}
                beforeId={below?.nextId ?? null}
                inputRef={line}
                onLeave={() => {
                  setBelow(undefined);
                  focusList();
                }}
              />
            </div>
          )}
          {tasks.isError && <TasksFailure error={tasks.error} onRetry={() => void tasks.refetch()} />}
          {tasks.isPending && (
            <div className={styles.waiting}>
              <Skeleton label="Loading tasks" rows={8} />
            </div>
          )}
          {tasks.data !== undefined &&
            today !== undefined &&
            (display.layout === 'board' ? (
              <TaskBoard {...shared} onOpen={(task) => open(task.id)} onClosePane={() => open(null)} empty={empty} />
            ) : (
              <TaskList
                {...shared}
                key={placeKey(place)}
                label={words}
                isOrdered={isOrderedByHand(place, display.sort)}
                hidesProject={place.kind === 'project'}
                onOpen={(task) => open(task.id)}
                onClosePane={() => open(null)}
                onAddBelow={(task, nextId) => {
                  setBelow({ task, nextId });
                  focusLine();
                }}
                empty={empty}
              />
            ))}
          {shown.length >= MAX_SHOWN && (
            <p className={styles.more}>The first {formatNumber(MAX_SHOWN)} are shown. A filter finds the others.</p>
          )}
        </div>
      </div>
      {openId !== undefined && today !== undefined && (
        <TaskPane
          key={openId}
          id={openId}
          today={today}
          commands={commands}
          onOpen={(id) => open(id)}
          onClose={() => open(null)}
        />
      )}
      {naming !== undefined && <NameDialog naming={naming} onClose={() => setNaming(undefined)} />}
      <TagsDialog open={isManagingTags} onClose={() => setManagingTags(false)} />
    </TaskDrag>
  );
}

/** What the address says. */
function useTaskParams() {
  const list = useSearchParam('list');
  const project = useSearchParam('project');
  const area = useSearchParam('area');
  const view = useSearchParam('view');
  const q = useSearchParam('q');
  const tag = useSearchParam('tag');
  const openId = useSearchParam('task');
  const [sort, group, layout] = [useSearchParam('sort'), useSearchParam('group'), useSearchParam('layout')];
  const place = useMemo<TaskPlace>(() => {
    if (project !== undefined) return { kind: 'project', id: project };
    if (area !== undefined) return { kind: 'area', id: area };
    if (view !== undefined) return { kind: 'view', id: view };
    return { kind: 'list', list: wordsOf(list).list };
  }, [list, project, area, view]);
  return { place, q, tag, sort, group, layout, openId };
}

/** While words are typed the list before them stays; another place begins empty. */
function isSamePlace(key: unknown, place: TaskPlace): boolean {
  const text = JSON.stringify(key ?? '');
  return place.kind === 'list'
    ? text.includes(`"list":"${place.list}"`)
    : text.includes(place.kind === 'view' ? '"query"' : place.id);
}

/** A field, or none. */
const given = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [K in Name]?: Value };

/** What dragging into another group changes; a tag is exchanged for the other one. */
function regrouped(group: TaskGroup, from: TaskGroup): TaskGroup['change'] {
  const left = from.change?.addTags;
  if (left === undefined) return group.change;
  return { ...group.change, removeTags: [...left] };
}

function titleOf(
  place: TaskPlace,
  project: Project | undefined,
  view: TaskView | undefined,
  areas: Surroundings['areas'],
): string {
  switch (place.kind) {
    case 'list':
      return wordsOf(place.list).label;
    case 'project':
      return project?.name ?? 'Project';
    case 'area':
      return areas.find(({ id }) => id === place.id)?.name ?? 'Area';
    case 'view':
      return view?.name ?? 'View';
  }
}

/** What a view must ask to show what its place does. */
function placeCondition(place: TaskPlace, project: Project | undefined): string {
  if (place.kind === 'project') return project ? nameCondition('project', project.name) : '';
  if (place.kind !== 'list') return '';
  return { inbox: 'is:inbox', someday: 'is:someday', done: 'is:done', today: '', upcoming: '', anytime: '', all: '' }[
    place.list
  ];
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
