import type { Project } from '#contract/projects';
import type { Task } from '#contract/tasks';
import { api, client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { colorClass } from '#renderer/ui/colors.ts';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu, type MenuEntry } from '#renderer/ui/menu.tsx';
import { Ring } from '#renderer/ui/ring.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { Archive, CalendarRange, CircleCheck, Inbox, Layers, List, type LucideIcon, Plus, Sun } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { taskLists } from './lists.ts';
import { NameDialog, type Naming } from './name-dialog.tsx';
import { type DropPlace, type TaskPlace, placeKey, placeParams } from './places.ts';
import { TaskDropZone, useDragging } from './task-drag.tsx';
import styles from './task-sidebar.module.css';
import { viewIcons } from './view-icons.ts';

const LIST_ICONS: Readonly<Record<string, LucideIcon>> = {
  inbox: Inbox,
  today: Sun,
  upcoming: CalendarRange,
  anytime: Layers,
  someday: Archive,
  done: CircleCheck,
  all: List,
};

/** Every place tasks are looked at, with how many are open there. Tasks can be dragged onto most of them. */
export function TaskSidebar({ place, onTag }: { readonly place: TaskPlace; readonly onTag: (name: string) => void }) {
  const counts = useQuery(api.tasks.counts.queryOptions()).data;
  const projects = useQuery(api.projects.list.queryOptions()).data ?? [];
  const areas = useQuery(api.projects.areas.queryOptions()).data ?? [];
  const views = useQuery(api.tasks.views.queryOptions()).data ?? [];
  const tags = useQuery(api.tasks.tags.queryOptions()).data ?? [];
  const [naming, setNaming] = useState<Naming>();
  const commands = useProjectCommands(setNaming);
  const standing = projects.filter(({ status }) => status === 'open' || status === 'someday');
  const closed = projects.filter(({ status }) => status === 'done' || status === 'dropped');
  const here = placeKey(place);

  const projectLine = (project: Project, isInArea: boolean): ReactNode => (
    <Line
      key={project.id}
      place={{ kind: 'project', id: project.id }}
      label={project.name}
      isHere={here === `project ${project.id}`}
      isIndented={isInArea}
      count={project.openTasks}
      menu={commands.entriesOf(project)}
      mark={
        <span className={clsx(styles.mark, colorClass(project.color))}>
          <Ring
            value={project.doneTasks === 0 ? 0 : project.doneTasks / (project.doneTasks + project.openTasks)}
            size={14}
          />
        </span>
      }
      isQuiet={project.status !== 'open'}
    />
  );

  return (
    <nav className={styles.sidebar} aria-label="Task lists" data-focus="inset">
      <ul>
        {taskLists.map(({ list, label }) => (
          <Line
            key={list}
            place={{ kind: 'list', list }}
            label={label}
            isHere={here === list}
            count={list === 'done' ? undefined : counts?.[list]}
            mark={<Icon icon={LIST_ICONS[list] ?? List} size={14} />}
          />
        ))}
      </ul>
      {views.length > 0 && (
        <Part label="Views">
          {views.map((view) => (
            <Line
              key={view.id}
              place={{ kind: 'view', id: view.id }}
              label={view.name}
              isHere={here === `view ${view.id}`}
              menu={[
                {
                  label: 'Edit the view…',
                  onSelect: () => setNaming({ kind: 'view', view }),
                },
                {
                  label: 'Delete the view',
                  tone: 'danger',
                  onSelect: () => commands.removeView.mutate({ id: view.id }),
                },
              ]}
              mark={
                <span className={clsx(styles.mark, colorClass(view.color))}>
                  <Icon icon={viewIcons[view.icon]} size={14} />
                </span>
              }
            />
          ))}
        </Part>
      )}
      <Part
        label="Projects"
        end={
          <Menu
            align="end"
            entries={[
              { label: 'New project…', onSelect: () => setNaming({ kind: 'project', areaId: null }) },
              { label: 'New area…', onSelect: () => setNaming({ kind: 'area' }) },
            ]}
            trigger={<IconButton icon={Plus} label="New project or area" />}
          />
        }
      >
        {standing.filter(({ areaId }) => areaId === null).map((project) => projectLine(project, false))}
        {areas.map((area) => (
          <li key={area.id}>
            <ul aria-label={area.name}>
              <Line
                place={{ kind: 'area', id: area.id }}
                label={area.name}
                isHere={here === `area ${area.id}`}
                isHead
                menu={[
                  { label: 'New project here…', onSelect: () => setNaming({ kind: 'project', areaId: area.id }) },
                  { label: 'Rename…', onSelect: () => setNaming({ kind: 'area', area }) },
                  {
                    label: 'Delete the area',
                    tone: 'danger',
                    onSelect: () => commands.removeArea.mutate(area),
                  },
                ]}
                mark={<span className={clsx(styles.dot, colorClass(area.color))} />}
              />
              {standing.filter(({ areaId }) => areaId === area.id).map((project) => projectLine(project, true))}
            </ul>
          </li>
        ))}
        {standing.length + areas.length === 0 && (
          <li className={styles.quiet}>A project gathers the tasks that lead to one end.</li>
        )}
      </Part>
      {closed.length > 0 && <Part label="Finished">{closed.map((project) => projectLine(project, false))}</Part>}
      {tags.length > 0 && (
        <Part label="Tags">
          {tags.map((tag) => (
            <li key={tag.id}>
              <TaskDropZone
                id={`tag ${tag.id}`}
                drop={{ kind: 'place', place: { kind: 'tag', name: tag.name }, label: `#${tag.name}` }}
                className={styles.zone}
              >
                <button type="button" className={styles.line} onClick={() => onTag(tag.name)}>
                  <span className={clsx(styles.dot, colorClass(tag.color))} />
                  <span className={styles.name} dir="auto">
                    {tag.name}
                  </span>
                  {tag.openTasks > 0 && <span className={styles.count}>{formatNumber(tag.openTasks)}</span>}
                </button>
              </TaskDropZone>
            </li>
          ))}
        </Part>
      )}
      {naming !== undefined && <NameDialog naming={naming} onClose={() => setNaming(undefined)} />}
    </nav>
  );
}

function Part({
  label,
  end,
  children,
}: {
  readonly label: string;
  readonly end?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.part} aria-label={label}>
      <div className={styles.head}>
        <h2 className={styles.label}>{label}</h2>
        {end}
      </div>
      <ul>{children}</ul>
    </section>
  );
}

interface LineProps {
  readonly place: TaskPlace;
  readonly label: string;
  readonly mark: ReactNode;
  readonly isHere: boolean;
  readonly count?: number | undefined;
  readonly isIndented?: boolean;
  readonly isHead?: boolean;
  readonly isQuiet?: boolean;
  readonly menu?: readonly MenuEntry[];
}

function Line({ place, label, mark, isHere, count, isIndented, isHead, isQuiet, menu }: LineProps) {
  const isDragging: Task | null = useDragging();
  const link = (
    <Link
      to="/tasks"
      search={placeParams(place)}
      className={styles.line}
      aria-current={isHere ? 'page' : undefined}
      data-indented={isIndented || undefined}
      data-head={isHead || undefined}
      data-quiet={isQuiet || undefined}
      draggable={false}
    >
      {mark}
      <span className={styles.name} dir="auto">
        {label}
      </span>
      {count !== undefined && count > 0 && <span className={styles.count}>{formatNumber(count)}</span>}
    </Link>
  );
  const canHold = place.kind === 'list' ? place.list !== 'all' : place.kind === 'project';
  return (
    <li>
      {canHold ? (
        <TaskDropZone
          id={`place ${placeKey(place)}`}
          drop={{ kind: 'place', place: place satisfies DropPlace, label }}
          className={clsx(styles.zone, isDragging && styles.canDrop)}
        >
          {menu === undefined ? link : <ContextMenu entries={menu}>{link}</ContextMenu>}
        </TaskDropZone>
      ) : menu === undefined ? (
        link
      ) : (
        <ContextMenu entries={menu}>{link}</ContextMenu>
      )}
    </li>
  );
}

/** What is done to projects and areas beside their lines, each with its undo. */
export function useProjectCommands(onName: (naming: Naming) => void) {
  const setStatus = useCommand(
    ({ id, status }: Project & { words: string }) => client.projects.setStatus({ id, status }),
    { done: (_, { words }) => words },
  );
  const remove = useCommand(
    ({ id, tasks }: Pick<Project, 'id' | 'name'> & { tasks: 'keep' | 'delete' }) =>
      client.projects.remove({ id, tasks }),
    {
      done: (_, { name, tasks }) =>
        tasks === 'keep'
          ? `Deleted the project “${name}”; its tasks stay`
          : `Deleted the project “${name}” and its tasks`,
    },
  );
  const removeArea = useCommand(({ id }: { id: string; name: string }) => client.projects.removeArea({ id }), {
    done: (_, { name }) => `Deleted the area “${name}”; its projects stay`,
  });
  const removeView = useCommand(client.tasks.removeView, { done: () => 'Deleted the view' });

  function entriesOf(project: Project): readonly MenuEntry[] {
    const isClosed = project.status === 'done' || project.status === 'dropped';
    const tasks = project.openTasks === 0 ? '' : ` and its ${formatNumber(project.openTasks)} open tasks`;
    const turn = (status: Project['status'], words: string) => () =>
      setStatus.mutate({ ...project, status, words: `${words} “${project.name}”` });
    return [
      { label: 'Edit the project…', onSelect: () => onName({ kind: 'project', areaId: project.areaId, project }) },
      { kind: 'separator', label: 'state' },
      ...(isClosed
        ? [{ label: 'Open it again', onSelect: turn('open', 'Opened') }]
        : [
            { label: `Complete it${tasks}`, onSelect: turn('done', 'Completed') },
            project.status === 'someday'
              ? { label: 'Take it up', onSelect: turn('open', 'Took up') }
              : { label: 'Put it off to someday', onSelect: turn('someday', 'Put off') },
            { label: `Drop it${tasks}`, onSelect: turn('dropped', 'Dropped') },
          ]),
      { kind: 'separator', label: 'end' },
      {
        label: 'Delete it, keep its tasks',
        tone: 'danger',
        onSelect: () => remove.mutate({ ...project, tasks: 'keep' }),
      },
      {
        label: 'Delete it with its tasks',
        tone: 'danger',
        onSelect: () => remove.mutate({ ...project, tasks: 'delete' }),
      },
    ];
  }
  return { entriesOf, removeArea, removeView };
}
