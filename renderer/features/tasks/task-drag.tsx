import type { Task } from '#contract/tasks';
import {
  DndContext,
  DragOverlay,
  type DragEndEvent,
  MouseSensor,
  pointerWithin,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type ReactNode, createContext, use, useState } from 'react';
import type { TaskGroup } from './arrange.ts';
import type { DropPlace } from './places.ts';
import styles from './task-drag.module.css';
import { namesOf } from './use-task-commands.ts';

/** Where tasks can be dropped: a place of the sidebar, before or after a task of the list, or a group of it. */
export type TaskDrop =
  | { readonly kind: 'place'; readonly place: DropPlace; readonly label: string }
  | { readonly kind: 'task'; readonly task: Task; readonly group: TaskGroup; readonly nextId: string | null }
  | { readonly kind: 'group'; readonly group: TaskGroup };

interface Dragged {
  readonly task: Task;
  /** The group it is taken from. */
  readonly group: TaskGroup | undefined;
}

interface TaskDragProps {
  /** The tasks that go along with one: all that are selected, or it alone. */
  readonly alongWith: (task: Task) => readonly Task[];
  readonly onDrop: (tasks: readonly Task[], drop: TaskDrop, isBelow: boolean, from: TaskGroup | undefined) => void;
  readonly children: ReactNode;
}

const DraggingContext = createContext<Task | null>(null);

/** What is being dragged, if anything. */
export const useDragging = (): Task | null => use(DraggingContext);

/**
 * Makes tasks below it draggable by the pointer. The keyboard has its own ways (Alt+arrows, "Move to"), so that no row is
 * announced as something to be dragged.
 */
export function TaskDrag({ alongWith, onDrop, children }: TaskDragProps) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  // A press and a small slip is still a press.
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 6 } }));

  function finish({ over, active }: DragEndEvent): void {
    const drop = over?.data.current as TaskDrop | undefined;
    if (dragged && drop && over) {
      const middle = over.rect.top + over.rect.height / 2;
      const at = active.rect.current.translated;
      const isBelow = at !== null && at.top + at.height / 2 > middle;
      onDrop(alongWith(dragged.task), drop, isBelow, dragged.group);
    }
    setDragged(null);
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={{ screenReaderInstructions: { draggable: '' } }}
      onDragStart={({ active }) => setDragged((active.data.current as Dragged | undefined) ?? null)}
      onDragEnd={finish}
      onDragCancel={() => setDragged(null)}
    >
      <DraggingContext value={dragged?.task ?? null}>{children}</DraggingContext>
      <DragOverlay dropAnimation={null}>
        {dragged && <div className={styles.overlay}>{namesOf(alongWith(dragged.task))}</div>}
      </DragOverlay>
    </DndContext>
  );
}

/** A task that can be taken, and on which others can be put. */
export function DraggableTask(props: {
  readonly task: Task;
  readonly group: TaskGroup;
  readonly nextId: string | null;
  readonly children: ReactNode;
}) {
  const { task, group, nextId, children } = props;
  const drag = useDraggable({ id: task.id, data: { task, group } satisfies Dragged });
  const drop = useDroppable({
    id: `task ${task.id}`,
    data: { kind: 'task', task, group, nextId } satisfies TaskDrop,
    disabled: drag.isDragging,
  });
  return (
    <div
      ref={(element) => {
        drag.setNodeRef(element);
        drop.setNodeRef(element);
      }}
      className={styles.task}
      data-over={drop.isOver || undefined}
      data-dragging={drag.isDragging || undefined}
      {...drag.listeners}
    >
      {children}
    </div>
  );
}

/** Something on which tasks can be put. */
export function TaskDropZone(props: {
  readonly id: string;
  readonly drop: TaskDrop;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}) {
  const { id, drop, children, className } = props;
  const { setNodeRef, isOver } = useDroppable({ id, data: drop });
  return (
    <div ref={setNodeRef} className={className} data-over={isOver || undefined}>
      {children}
    </div>
  );
}
