import type { Task } from '#contract/tasks';
import { colorClass } from '#renderer/ui/colors.ts';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import type { MenuEntry } from '#renderer/ui/menu.tsx';
import { showToast } from '#renderer/ui/toasts.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import { clsx } from 'clsx';
import {
  CalendarDays,
  ChevronsUp,
  CircleCheck,
  CircleMinus,
  Copy,
  FolderInput,
  PanelRight,
  Sun,
  Tag,
  Timer,
  Trash2,
} from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { type Grouping, type Surroundings, type TaskGroup, type TaskLine, groupsOf, linesOf } from './arrange.ts';
import { BulkBar } from './bulk-bar.tsx';
import { editKeys } from './edit-keys.ts';
import type { EditKind } from './edit-popover.tsx';
import { takeInHand } from './in-hand.ts';
import { withLingering } from './lists.ts';
import { DraggableTask, TaskDropZone } from './task-drag.tsx';
import { TaskRow } from './task-row.tsx';
import styles from './tasks-screen.module.css';
import type { LingeringTasks } from './use-lingering.ts';
import type { Selection } from './use-selection.ts';
import type { TaskCommands } from './use-task-commands.ts';

interface TaskListProps {
  readonly label: string;
  readonly tasks: readonly Task[];
  readonly grouping: Grouping;
  readonly around: Surroundings;
  readonly commands: TaskCommands;
  readonly selection: Selection;
  readonly lingering: LingeringTasks;
  /** Whether the person gives this list its order. */
  readonly isOrdered: boolean;
  /** A project's own page need not name it on every row. */
  readonly hidesProject: boolean;
  readonly openId: string | undefined;
  readonly onOpen: (task: Task) => void;
  readonly onClosePane: () => void;
  /** Begins a new task below this one. */
  readonly onAddBelow: (task: Task, nextId: string | null) => void;
  /** Instead of a list without tasks. */
  readonly empty: ReactNode;
}

/** The tasks of a list, with the keys that work on them: one, or all that are selected. */
export function TaskList(props: TaskListProps) {
  const { label, grouping, around, commands, selection, isOrdered, hidesProject, openId } = props;
  const { onOpen, onClosePane, onAddBelow, empty } = props;
  const { lingering, linger } = props.lingering;
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(
    () => linesOf(groupsOf(withLingering(props.tasks, lingering), grouping, around), collapsed),
    [props.tasks, lingering, grouping, around, collapsed],
  );
  const tasks = useMemo(() => lines.flatMap((line) => (line.kind === 'task' ? [line.task] : [])), [lines]);
  const colors = useMemo(() => new Map(around.projects.map(({ id, color }) => [id, color])), [around]);
  const [activeId, setActiveId] = useState(openId);
  const [editing, setEditing] = useState<{ id: string; kind: EditKind }>();
  const [menuTask, setMenuTask] = useState<Task>();
  const { frame, focusActive, keepFocus } = useListFocus();
  useEffect(() => selection.show(tasks));
  const chosen = selection.chosen;
  useEffect(
    () => takeInHand(chosen.length > 0 ? chosen : tasks.filter(({ id }) => id === activeId)),
    [chosen, tasks, activeId],
  );
  const targetsOf = (task: Task): readonly Task[] => (chosen.length > 0 ? chosen : [task]);

  function check(targets: readonly Task[]): void {
    const isClosing = targets.some((task) => task.status === 'open');
    const command = isClosing ? commands.complete : commands.reopen;
    const changing = targets.filter((task) => (task.status === 'open') === isClosing);
    void linger(changing, tasks, isClosing ? 'done' : 'open', command.mutateAsync({ tasks: changing }));
    selection.clear();
  }

  function remove(targets: readonly Task[]): void {
    commands.remove.mutate({ tasks: targets });
    selection.clear();
    keepFocus();
    if (targets.some((task) => task.id === openId)) onClosePane();
  }

  function edit(task: Task, kind: EditKind | undefined): void {
    setEditing(kind && { id: task.id, kind });
    if (kind === undefined) focusActive();
  }

  /** The tasks that stand beside one: in its group, below the same parent. */
  function siblingsOf(task: Task): readonly Task[] {
    const own = lines.find((line) => line.key === task.id);
    return lines.flatMap((line) =>
      line.kind === 'task' && own?.kind === 'task' && line.group === own.group && line.depth === own.depth
        ? line.depth === 0 || line.task.parentId === task.parentId
          ? [line.task]
          : []
        : [],
    );
  }

  /** Moves a task one place up or down in an order that is the person's own. */
  function shift(task: Task, step: 1 | -1): void {
    const siblings = siblingsOf(task);
    const at = siblings.findIndex(({ id }) => id === task.id);
    const before = step === -1 ? siblings[at - 1] : siblings[at + 2];
    const isAtEdge = step === -1 ? at <= 0 : at === siblings.length - 1;
    if (isAtEdge) return;
    if (!isOrdered) {
      showToast({ message: 'This list sorts itself. Sort it by hand to give it your own order.' });
      return;
    }
    commands.move.mutate({ tasks: [task], beforeId: before?.id ?? null }, { onSettled: () => keepFocus() });
  }

  function toggle(task: Task, isExpanded: boolean): void {
    setCollapsed((current) => {
      const next = new Set(current);
      if (isExpanded) next.delete(task.id);
      else next.add(task.id);
      return next;
    });
  }

  function nextIdOf(task: Task): string | null {
    const siblings = siblingsOf(task);
    return siblings[siblings.findIndex(({ id }) => id === task.id) + 1]?.id ?? null;
  }

  function handleKey(event: KeyboardEvent, line: TaskLine): boolean {
    if (line.kind === 'heading') return false;
    const { task } = line;
    const isMod = event.ctrlKey || event.metaKey;
    const step =
      event.key === 'ArrowDown' || event.key === 'J' ? 1 : event.key === 'ArrowUp' || event.key === 'K' ? -1 : 0;
    if (isMod && event.key === 'a') return (selection.all(), true);
    if (isMod && event.key === 'd') return (commands.duplicate.mutate({ tasks: targetsOf(task) }), true);
    if (isMod) return false;
    if (event.altKey) return step === 0 ? false : (shift(task, step), true);
    if (step !== 0) {
      const next = selection.extend(task, step);
      if (next) setActiveId(next.id);
      keepFocus();
      return true;
    }
    const kind = editKeys[event.key];
    if (kind) return (edit(task, kind), true);
    switch (event.key) {
      case 'x':
      case ' ':
        return (check(targetsOf(task)), true);
      case 'X':
        return (selection.toggle(task), true);
      case 'e':
        return (onOpen(task), true);
      case 'Enter':
        return event.shiftKey && (onAddBelow(task, nextIdOf(task)), true);
      case 'ArrowRight':
      case 'ArrowLeft':
        return line.isExpanded !== undefined && (toggle(task, event.key === 'ArrowRight'), true);
      case 'Delete':
      case 'Backspace':
        return (remove(targetsOf(task)), true);
      default:
        return false;
    }
  }

  function press(event: MouseEvent, task: Task): void {
    setActiveId(task.id);
    if (event.shiftKey) selection.extendTo(task, activeId);
    else if (event.ctrlKey || event.metaKey) selection.toggle(task);
    else {
      selection.clear();
      onOpen(task);
    }
  }

  useShortcuts([
    { keys: 'Mod+A', run: () => selection.all() },
    {
      keys: 'Escape',
      inFields: true,
      run() {
        if (chosen.length > 0) selection.clear();
        else onClosePane();
        focusActive();
      },
    },
    { keys: 'j', run: () => focusActive() },
    { keys: 'k', run: () => focusActive() },
    { keys: 'ArrowDown', run: () => focusActive() },
  ]);

  return (
    <>
      {tasks.length === 0 && empty}
      <ContextMenu
        entries={menuTask ? menuEntries(menuTask, targetsOf(menuTask), { check, remove, edit, onOpen, commands }) : []}
      >
        <div
          ref={frame}
          className={styles.list}
          onContextMenuCapture={(event) => {
            const index = (event.target as Element).closest<HTMLElement>('[data-index]')?.dataset['index'];
            const line = index === undefined ? undefined : lines[Number(index)];
            if (line?.kind !== 'task') event.stopPropagation();
            else {
              setMenuTask(line.task);
              setActiveId(line.task.id);
            }
          }}
        >
          <VirtualList
            label={label}
            items={lines}
            itemKey={(line) => line.key}
            isHeading={isHeading}
            estimateHeight={heightOf}
            activeKey={activeId}
            onActiveChange={(line) => setActiveId(line.key)}
            selectedKeys={selection.ids}
            onOpen={(line) => line.kind === 'task' && onOpen(line.task)}
            onKey={handleKey}
            renderItem={(line, { isSelected }) =>
              line.kind === 'heading' ? (
                <GroupHeading group={line.group} />
              ) : (
                <DraggableTask task={line.task} group={line.group} nextId={nextIdOf(line.task)}>
                  <TaskRow
                    task={line.task}
                    today={around.today}
                    depth={line.depth}
                    isExpanded={line.isExpanded}
                    onToggle={() => toggle(line.task, line.isExpanded !== true)}
                    projectColor={line.task.projectId === null ? undefined : colors.get(line.task.projectId)}
                    hidesProject={hidesProject || grouping === 'project'}
                    isSelected={isSelected || line.task.id === openId}
                    editing={editing?.id === line.task.id ? editing.kind : undefined}
                    targets={targetsOf(line.task)}
                    commands={commands}
                    onCheck={() => check([line.task])}
                    onPress={(event) => press(event, line.task)}
                    onEdit={(kind) => edit(line.task, kind)}
                  />
                </DraggableTask>
              )
            }
          />
        </div>
      </ContextMenu>
      {chosen.length > 0 && (
        <BulkBar
          tasks={chosen}
          today={around.today}
          commands={commands}
          onCheck={() => check(chosen)}
          onRemove={() => remove(chosen)}
          onClear={() => {
            selection.clear();
            focusActive();
          }}
        />
      )}
    </>
  );
}

const isHeading = (line: TaskLine): boolean => line.kind === 'heading';
const heightOf = (line: TaskLine): number => (line.kind === 'heading' ? 44 : 32);

function GroupHeading({ group }: { readonly group: TaskGroup }) {
  return (
    <TaskDropZone id={`group ${group.key}`} drop={{ kind: 'group', group }} className={styles.groupHeading}>
      {group.color && <span className={clsx(styles.groupDot, colorClass(group.color))} />}
      <h2 className={styles.groupName}>
        <bdi>{group.label}</bdi>
      </h2>
      <span className={styles.count}>{formatNumber(group.tasks.length)}</span>
    </TaskDropZone>
  );
}

interface MenuActions {
  readonly check: (targets: readonly Task[]) => void;
  readonly remove: (targets: readonly Task[]) => void;
  readonly edit: (task: Task, kind: EditKind) => void;
  readonly onOpen: (task: Task) => void;
  readonly commands: TaskCommands;
}

function menuEntries(task: Task, targets: readonly Task[], actions: MenuActions): readonly MenuEntry[] {
  const isOpen = targets.some(({ status }) => status === 'open');
  const open = targets.filter(({ status }) => status === 'open');
  return [
    { label: 'Open', icon: PanelRight, keys: 'Enter', onSelect: () => actions.onOpen(task) },
    { label: isOpen ? 'Complete' : 'Reopen', icon: CircleCheck, keys: 'x', onSelect: () => actions.check(targets) },
    { kind: 'separator', label: 'edit' },
    { label: 'Do on', icon: Sun, keys: 's', onSelect: () => actions.edit(task, 'do') },
    { label: 'Due day', icon: CalendarDays, keys: 'd', onSelect: () => actions.edit(task, 'due') },
    { label: 'Move to…', icon: FolderInput, keys: 'm', onSelect: () => actions.edit(task, 'move') },
    { label: 'Tags', icon: Tag, keys: 't', onSelect: () => actions.edit(task, 'tags') },
    { label: 'Priority', icon: ChevronsUp, keys: 'p', onSelect: () => actions.edit(task, 'priority') },
    { label: 'Estimate', icon: Timer, keys: 'w', onSelect: () => actions.edit(task, 'estimate') },
    { kind: 'separator', label: 'end' },
    {
      label: 'Duplicate',
      icon: Copy,
      keys: 'Mod+D',
      onSelect: () => actions.commands.duplicate.mutate({ tasks: targets }),
    },
    {
      label: 'Drop',
      icon: CircleMinus,
      disabled: !isOpen,
      onSelect: () => actions.commands.drop.mutate({ tasks: open }),
    },
    { label: 'Delete', icon: Trash2, keys: 'Delete', tone: 'danger', onSelect: () => actions.remove(targets) },
  ];
}

/** Keeps the focus in the list while rows come and go under it: a row that is completed takes the focus with it. */
function useListFocus() {
  const frame = useRef<HTMLDivElement>(null);
  const isWanted = useRef(false);
  const focusActive = (): void => frame.current?.querySelector<HTMLElement>('[data-index][tabindex="0"]')?.focus();

  useEffect(() => {
    const list = frame.current;
    if (list === null) return undefined;
    let isInside = false;
    const follow = (event: FocusEvent): void => {
      isInside = list.contains(event.target as Node);
      list.dataset['held'] = String(isInside);
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, []);

  useEffect(() => {
    const isLost = frame.current?.dataset['held'] === 'true' && document.activeElement === document.body;
    if (isLost || isWanted.current) focusActive();
    isWanted.current = false;
  });

  return {
    frame,
    focusActive,
    /** The active row takes the focus once the list has changed. */
    keepFocus: (): void => {
      isWanted.current = true;
    },
  };
}
