import type { Task } from '#contract/tasks';
import { showToast } from '#renderer/ui/toasts.tsx';
import { useRef, useState } from 'react';

/** Which tasks of a list are chosen together. */
interface Selection {
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
}

/** As many as one command changes (contract). */
const MAX_CHOSEN = 5_000;

const none: ReadonlySet<string> = new Set();

/** A selection as lists have it: Shift extends it from where it began, Mod adds and takes single ones. */
export function useSelection(tasks: readonly Task[]): Selection {
  const [ids, setIds] = useState(none);
  const anchor = useRef<string>(undefined);
  const indexOf = (id: string | undefined): number => tasks.findIndex((task) => task.id === id);

  function choose(wanted: readonly Task[]): void {
    if (wanted.length > MAX_CHOSEN)
      showToast({ message: `${MAX_CHOSEN} tasks are selected, the most that can be changed at once` });
    setIds(new Set(wanted.slice(0, MAX_CHOSEN).map((task) => task.id)));
  }

  function span(from: number, to: number): void {
    const [low, high] = from < to ? [from, to] : [to, from];
    choose(tasks.slice(Math.max(0, low), high + 1));
  }

  return {
    ids,
    chosen: ids.size === 0 ? [] : tasks.filter((task) => ids.has(task.id)),
    clear() {
      setIds(none);
      anchor.current = undefined;
    },
    all: () => choose(tasks),
    toggle(task) {
      anchor.current = task.id;
      setIds(new Set(ids.has(task.id) ? [...ids].filter((id) => id !== task.id) : [...ids, task.id]));
    },
    extend(task, step) {
      if (ids.size === 0 || indexOf(anchor.current) < 0) anchor.current = task.id;
      const next = tasks[indexOf(task.id) + step];
      span(indexOf(anchor.current), indexOf((next ?? task).id));
      return next;
    },
    extendTo(task, fromId) {
      if (indexOf(anchor.current) < 0) anchor.current = indexOf(fromId) < 0 ? task.id : fromId;
      span(indexOf(anchor.current), indexOf(task.id));
    },
  };
}
