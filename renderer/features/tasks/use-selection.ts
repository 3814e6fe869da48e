import type { Task } from '#contract/tasks';
import { showToast } from '#renderer/ui/toasts.tsx';
import { useRef, useState } from 'react';

/** Which tasks of a list are chosen together. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** In the order of the list; what has left the list is not chosen any more. */
  readonly chosen: readonly Task[];
  clear(): void;
  all(): void;
  toggle(task: Task): void;
  /** From where it began to the neighbour of a task. @returns the neighbour */
  extend(task: Task, step: 1 | -1): Task | undefined;
  /** From where it began, or from `fromId`, to a task. */
  extendTo(task: Task, fromId: string | undefined): void;
  /** Says what the list shows, in its order: that is what can be chosen from. */
  show(tasks: readonly Task[]): void;
}

/** As many as one command changes (contract). */
const MAX_CHOSEN = 5_000;

const none: ReadonlySet<string> = new Set();

/**
 * A selection as lists have it: Shift extends it from where it began, Mod adds and takes single ones.
 *
 * @param tasks those there are, in any order
 */
export function useSelection(tasks: readonly Task[]): Selection {
  const [ids, setIds] = useState(none);
  const anchor = useRef<string>(undefined);
  const shown = useRef(tasks);
  const indexOf = (id: string | undefined): number => shown.current.findIndex((task) => task.id === id);

  function choose(wanted: readonly Task[]): void {
    if (wanted.length > MAX_CHOSEN)
      showToast({ message: `${MAX_CHOSEN} tasks are selected, the most that can be changed at once` });
    setIds(new Set(wanted.slice(0, MAX_CHOSEN).map((task) => task.id)));
  }

  function span(from: number, to: number): void {
    const [low, high] = from < to ? [from, to] : [to, from];
    choose(shown.current.slice(Math.max(0, low), high + 1));
  }

  return {
    ids,
    chosen: ids.size === 0 ? [] : tasks.filter((task) => ids.has(task.id)),
    clear() {
      setIds(none);
      anchor.current = undefined;
    },
    all: () => choose(shown.current),
    toggle(task) {
      anchor.current = task.id;
      setIds(new Set(ids.has(task.id) ? [...ids].filter((id) => id !== task.id) : [...ids, task.id]));
    },
    extend(task, step) {
      if (ids.size === 0 || indexOf(anchor.current) < 0) anchor.current = task.id;
      const next = shown.current[indexOf(task.id) + step];
      span(indexOf(anchor.current), indexOf((next ?? task).id));
      return next;
    },
    extendTo(task, fromId) {
      if (indexOf(anchor.current) < 0) anchor.current = indexOf(fromId) < 0 ? task.id : fromId;
      span(indexOf(anchor.current), indexOf(task.id));
    },
    show(listed) {
      shown.current = listed;
    },
  };
}
