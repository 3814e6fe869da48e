import type { Task, TaskStatus } from '#contract/tasks';
import { useState } from 'react';
import type { Lingering } from './lists.ts';

/** How long a task that was checked stays in its place, struck through. */
const LINGER_MS = 600;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface LingeringTasks {
  readonly lingering: ReadonlyMap<string, Lingering>;
  /** Shows tasks with a new status at once and keeps them in their places until that is true, and a moment longer. */
  linger(tasks: readonly Task[], list: readonly Task[], status: TaskStatus, work: Promise<unknown>): Promise<void>;
}

/** Tasks that were just checked: they stay where they were for a moment. */
export function useLingering(): LingeringTasks {
  const [lingering, setLingering] = useState<ReadonlyMap<string, Lingering>>(new Map());
  return {
    lingering,
    async linger(tasks, list, status, work) {
      const places = new Map(list.map((task, index) => [task.id, index]));
      setLingering((current) => {
        const next = new Map(current);
        for (const task of tasks) next.set(task.id, { task: { ...task, status }, index: places.get(task.id) ?? 0 });
        return next;
      });
      try {
        await Promise.all([work, wait(LINGER_MS)]);
      } catch {
        // The failure is told where the work was begun; the tasks go back to what they were.
      }
      setLingering((current) => {
        const next = new Map(current);
        for (const task of tasks) next.delete(task.id);
        return next;
      });
    },
  };
}
