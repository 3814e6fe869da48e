import type { Task } from '#contract/tasks';

let inHand: readonly Task[] = [];

/** The tasks that a command of the palette is about without asking: those selected in the list, or the one the keys are on. */
export const tasksInHand = (): readonly Task[] => inHand;

/** @returns lays them down again */
export function takeInHand(tasks: readonly Task[]): () => void {
  inHand = tasks;
  return () => {
    if (inHand === tasks) inHand = [];
  };
}
