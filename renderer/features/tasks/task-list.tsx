import type { Task } from '#contract/tasks';
import type { Day } from '#contract/time';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import type { MenuEntry } from '#renderer/ui/menu.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import { CalendarDays, ChevronsUp, CircleCheck, CircleMinus, PanelRight, Tag, Trash2 } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { BulkBar } from './bulk-bar.tsx';
import type { EditKind } from './edit-popover.tsx';
import { withLingering } from './lists.ts';
import { TaskRow } from './task-row.tsx';
import styles from './tasks-screen.module.css';
import { useLingering } from './use-lingering.ts';
import { useSelection } from './use-selection.ts';
import type { TaskCommands } from './use-task-commands.ts';

interface TaskListProps {
  readonly label: string;
  readonly tasks: readonly Task[];
  readonly today: Day;
  readonly commands: TaskCommands;
  /** Whether the person gives this list its order. */
  readonly isOrdered: boolean;
  readonly openId: string | undefined;
  readonly onOpen: (task: Task) => void;
  readonly onClosePane: () => void;
  /** Instead of a list without tasks. */
  readonly empty: ReactNode;
}

/** The tasks of a list, with the keys that work on them: one, or all that are selected. */
export function TaskList(props: TaskListProps) {
  const { label, today, commands, isOrdered, openId, onOpen, onClosePane, empty } = props;
  const { lingering, linger } = useLingering();
  const tasks = withLingering(props.tasks, lingering);
  const [activeId, setActiveId] = useState(openId);
  const [editing, setEditing] = useState<{ id: string; kind: EditKind }>();
  const [menuTask, setMenuTask] = useState<Task>();
  const selection = useSelection(tasks);
  const { frame, focusActive, keepFocus } = useListFocus();

  const targetsOf = (task: Task): readonly Task[] => (selection.chosen.length > 0 ? selection.chosen : [task]);

  function check(targets: readonly Task[]): void {
    const isClosing = targets.some((task) => task.status === 'open');
    const command = isClosing ? commands.complete : commands.reopen;
    const ids = targets.filter((task) => (task.status === 'open') === isClosing).map((task) => task.id);
    const work = command.mutateAsync({ ids });
    void linger(
      targets.filter((task) => ids.includes(task.id)),
      tasks,
      isClosing ? 'done' : 'open',
      work,
    );
    selection.clear();
  }

  function remove(targets: readonly Task[]): void {
    commands.remove.mutate({ ids: targets.map((task) => task.id) });
    selection.clear();
    keepFocus();
    if (targets.some((task) => task.id === openId)) onClosePane();
  }

  function edit(task: Task, kind: EditKind | undefined): void {
    setEditing(kind && { id: task.id, kind });
    if (kind === undefined) focusActive();
  }

  /** Moves a task one place up or down in an order that is the person's own. */
  function shift(task: Task, step: 1 | -1): void {
    const at = tasks.findIndex(({ id }) => id === task.id);
    const before = step === -1 ? tasks[at - 1] : tasks[at + 2];
    const isAtEdge = step === -1 ? at <= 0 : at === tasks.length - 1;
    if (!isOrdered || isAtEdge) return;
    commands.move.mutate({ ids: [task.id], beforeId: before?.id ?? null }, { onSettled: () => keepFocus() });
  }

  function handleKey(event: KeyboardEvent, task: Task): boolean {
    const isMod = event.ctrlKey || event.metaKey;
    const step =
      event.key === 'ArrowDown' || event.key === 'J' ? 1 : event.key === 'ArrowUp' || event.key === 'K' ? -1 : 0;
    if (isMod && event.key === 'a') return (selection.all(), true);
    if (isMod) return false;
    if (event.altKey) return step === 0 ? false : (shift(task, step), true);
    if (step !== 0) {
      const next = selection.extend(task, step);
      if (next) setActiveId(next.id);
      keepFocus();
      return true;
    }
    switch (event.key) {
      case 'x':
      case ' ':
        return (check(targetsOf(task)), true);
      case 'e':
        return (onOpen(task), true);
      case 'd':
        return (edit(task, 'due'), true);
      case 't':
        return (edit(task, 'tags'), true);
      case 'p':
        return (edit(task, 'priority'), true);
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
        if (selection.chosen.length > 0) selection.clear();
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
            const task = index === undefined ? undefined : tasks[Number(index)];
            if (task === undefined) event.stopPropagation();
            else {
              setMenuTask(task);
              setActiveId(task.id);
            }
          }}
        >
          <VirtualList
            label={label}
            items={tasks}
            itemKey={(task) => task.id}
            activeKey={activeId}
            onActiveChange={(task) => setActiveId(task.id)}
            selectedKeys={selection.ids}
            onOpen={onOpen}
            onKey={handleKey}
            renderItem={(task, { isSelected }) => (
              <TaskRow
                task={task}
                today={today}
                isSelected={isSelected || task.id === openId}
                editing={editing?.id === task.id ? editing.kind : undefined}
                targets={targetsOf(task)}
                commands={commands}
                onCheck={() => check([task])}
                onPress={(event) => press(event, task)}
                onEdit={(kind) => edit(task, kind)}
              />
            )}
          />
        </div>
      </ContextMenu>
      {selection.chosen.length > 0 && (
        <BulkBar
          tasks={selection.chosen}
          today={today}
          commands={commands}
          onCheck={() => check(selection.chosen)}
          onRemove={() => remove(selection.chosen)}
          onClear={() => {
            selection.clear();
            focusActive();
          }}
        />
      )}
    </>
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
  const ids = targets.map(({ id }) => id);
  const isOpen = targets.some(({ status }) => status === 'open');
  return [
    { label: 'Open', icon: PanelRight, keys: 'e', onSelect: () => actions.onOpen(task) },
    { label: isOpen ? 'Complete' : 'Reopen', icon: CircleCheck, keys: 'x', onSelect: () => actions.check(targets) },
    { kind: 'separator', label: 'edit' },
    { label: 'Due day', icon: CalendarDays, keys: 'd', onSelect: () => actions.edit(task, 'due') },
    { label: 'Tags', icon: Tag, keys: 't', onSelect: () => actions.edit(task, 'tags') },
    { label: 'Priority', icon: ChevronsUp, keys: 'p', onSelect: () => actions.edit(task, 'priority') },
    { kind: 'separator', label: 'end' },
    { label: 'Drop', icon: CircleMinus, disabled: !isOpen, onSelect: () => actions.commands.drop.mutate({ ids }) },
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
