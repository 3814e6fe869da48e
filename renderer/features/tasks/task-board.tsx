import type { Task } from '#contract/tasks';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Tag } from '#renderer/ui/chip.tsx';
import { colorClass } from '#renderer/ui/colors.ts';
import { formatDuration, formatNumber } from '#renderer/ui/format.ts';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import { clsx } from 'clsx';
import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { type Grouping, type Surroundings, type TaskGroup, groupsOf } from './arrange.ts';
import { editKeys } from './edit-keys.ts';
import { EditPopover, type EditKind } from './edit-popover.tsx';
import { withLingering } from './lists.ts';
import { movedWords } from './places.ts';
import { PriorityMark } from './priority-mark.tsx';
import styles from './task-board.module.css';
import { DraggableTask, TaskDropZone } from './task-drag.tsx';
import { dueOf } from './task-row.tsx';
import type { LingeringTasks } from './use-lingering.ts';
import type { Selection } from './use-selection.ts';
import type { TaskCommands } from './use-task-commands.ts';

interface TaskBoardProps {
  readonly tasks: readonly Task[];
  readonly grouping: Grouping;
  readonly around: Surroundings;
  readonly commands: TaskCommands;
  readonly selection: Selection;
  readonly lingering: LingeringTasks;
  readonly openId: string | undefined;
  readonly onOpen: (task: Task) => void;
  readonly onClosePane: () => void;
  readonly empty: ReactNode;
}

/**
 * The groups side by side. A card is dragged into another column, or taken there by Alt+Left and Alt+Right: that changes what
 * the columns stand for.
 */
export function TaskBoard(props: TaskBoardProps) {
  const { grouping, around, commands, selection, openId, onOpen, onClosePane, empty } = props;
  const { lingering, linger } = props.lingering;
  const groups = useMemo(
    () => groupsOf(withLingering(props.tasks, lingering), grouping, around, true),
    [props.tasks, lingering, grouping, around],
  );
  const [activeId, setActiveId] = useState(openId);
  const [editing, setEditing] = useState<{ id: string; kind: EditKind }>();
  const frame = useRef<HTMLDivElement>(null);
  const wanted = useRef<string>(undefined);
  useEffect(() => selection.show(groups.flatMap((group) => group.tasks)));
  useEffect(() => {
    if (wanted.current === undefined) return;
    const card = frame.current?.querySelector<HTMLElement>(`[data-card="${wanted.current}"]`);
    card?.closest<HTMLElement>('[data-index]')?.focus();
    wanted.current = undefined;
  });

  function check(task: Task): void {
    const isClosing = task.status === 'open';
    const command = isClosing ? commands.complete : commands.reopen;
    void linger([task], props.tasks, isClosing ? 'done' : 'open', command.mutateAsync({ tasks: [task] }));
  }

  /** Into the next column that stands for something a task can be given. */
  function carry(task: Task, group: TaskGroup, step: 1 | -1): void {
    let at = groups.indexOf(group) + step;
    while (groups[at]?.change === null) at += step;
    const target = groups[at];
    if (!target?.change) return;
    const removeTags = group.change?.addTags;
    wanted.current = task.id;
    setActiveId(task.id);
    commands.update.mutate({
      tasks: [task],
      change: { ...target.change, ...(removeTags ? { removeTags } : {}) },
      words: movedWords([task], target.label),
    });
  }

  function goAcross(task: Task, group: TaskGroup, step: 1 | -1): void {
    const row = group.tasks.indexOf(task);
    let at = groups.indexOf(group) + step;
    while (groups[at]?.tasks.length === 0) at += step;
    const next = groups[at]?.tasks[Math.min(row, (groups[at]?.tasks.length ?? 1) - 1)];
    if (!next) return;
    wanted.current = next.id;
    setActiveId(next.id);
  }

  function handleKey(event: KeyboardEvent, task: Task, group: TaskGroup): boolean {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.ctrlKey || event.metaKey) {
      if (event.key !== 'd') return false;
      commands.duplicate.mutate({ tasks: [task] });
      return true;
    }
    if (step !== 0) {
      if (event.altKey) carry(task, group, step);
      else goAcross(task, group, step);
      return true;
    }
    const kind = editKeys[event.key];
    if (kind) return (setEditing({ id: task.id, kind }), true);
    if (event.key === 'x' || event.key === ' ') return (check(task), true);
    if (event.key === 'e') return (onOpen(task), true);
    if (event.key === 'Delete' || event.key === 'Backspace') return (commands.remove.mutate({ tasks: [task] }), true);
    return false;
  }

  const focusActive = (): void => frame.current?.querySelector<HTMLElement>('[data-index][tabindex="0"]')?.focus();
  useShortcuts([
    { keys: 'Escape', inFields: true, run: () => (onClosePane(), focusActive()) },
    { keys: 'j', run: focusActive },
    { keys: 'ArrowDown', run: focusActive },
  ]);

  if (props.tasks.length === 0) return empty;
  return (
    <div ref={frame} className={styles.board}>
      {groups.map((group) => (
        <section key={group.key} className={styles.column} aria-label={group.label}>
          <h2 className={styles.head}>
            {group.color && <span className={clsx(styles.dot, colorClass(group.color))} />}
            <bdi>{group.label}</bdi>
            <span className={styles.count}>{formatNumber(group.tasks.length)}</span>
          </h2>
          <TaskDropZone id={`column ${group.key}`} drop={{ kind: 'group', group }} className={styles.zone}>
            <VirtualList
              label={group.label}
              items={group.tasks}
              itemKey={(task) => task.id}
              estimateHeight={() => 72}
              activeKey={activeId}
              onActiveChange={(task) => setActiveId(task.id)}
              onOpen={onOpen}
              onKey={(event, task) => handleKey(event, task, group)}
              renderItem={(task) => (
                <DraggableTask task={task} group={group} nextId={null}>
                  <Card
                    task={task}
                    around={around}
                    hidesProject={grouping === 'project'}
                    isOpen={task.id === openId}
                    editing={editing?.id === task.id ? editing.kind : undefined}
                    commands={commands}
                    onPress={() => onOpen(task)}
                    onCheck={() => check(task)}
                    onEdited={() => {
                      wanted.current = task.id;
                      setEditing(undefined);
                    }}
                  />
                </DraggableTask>
              )}
            />
          </TaskDropZone>
        </section>
      ))}
    </div>
  );
}

interface CardProps {
  readonly task: Task;
  readonly around: Surroundings;
  /** Left out where the column says it. */
  readonly hidesProject: boolean;
  readonly isOpen: boolean;
  readonly editing: EditKind | undefined;
  readonly commands: TaskCommands;
  readonly onPress: () => void;
  readonly onCheck: () => void;
  readonly onEdited: () => void;
}

function Card({
  task,
  around,
  hidesProject,
  isOpen,
  editing,
  commands,
  onPress,
  onCheck,
  onEdited,
}: CardProps): ReactElement {
  const due = dueOf(task, around.today);
  const isClosed = task.status !== 'open';
  const facts = (
    <span className={styles.facts}>
      {task.tags.map((tag) => (
        <Tag key={tag.id} name={tag.name} color={tag.color} />
      ))}
      {task.subTasks.total > 0 && (
        <span>
          {task.subTasks.closed}/{task.subTasks.total}
        </span>
      )}
      {task.estimateMin !== null && <span>{formatDuration(task.estimateMin)}</span>}
      {due && <span className={due.isLate ? styles.late : undefined}>{due.words}</span>}
      {task.priority !== 3 && <PriorityMark priority={task.priority} />}
    </span>
  );
  return (
    // The row around it has the keys; a press opens it as a press on a row does.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      className={styles.card}
      data-card={task.id}
      data-open={isOpen || undefined}
      data-blocked={task.blockedBy.length > 0 || undefined}
      onClick={(event) => {
        if (event.currentTarget.contains(event.target as Node)) onPress();
      }}
    >
      <span onClick={(event) => event.stopPropagation()} role="presentation">
        <Checkbox
          checked={task.status === 'done'}
          indeterminate={task.status === 'dropped'}
          onChange={onCheck}
          label={`${isClosed ? 'Reopen' : 'Complete'}: ${task.title}`}
          tabIndex={-1}
        />
      </span>
      <span className={styles.text}>
        <span className={styles.title} dir="auto">
          {task.title}
        </span>
        {task.project !== null && !hidesProject && <bdi className={styles.project}>{task.project}</bdi>}
        {editing === undefined ? (
          facts
        ) : (
          <EditPopover
            kind={editing}
            targets={[task]}
            today={around.today}
            commands={commands}
            open
            onOpenChange={(isShown) => !isShown && onEdited()}
            trigger={
              <button type="button" tabIndex={-1} className={styles.anchor}>
                {facts}
              </button>
            }
          />
        )}
      </span>
    </div>
  );
}
