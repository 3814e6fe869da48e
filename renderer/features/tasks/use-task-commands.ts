import type { Task, TaskChange } from '#contract/tasks';
import { api, client, queryClient } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { formatCount } from '#renderer/ui/format.ts';

/** “Call Ana”, or "3 tasks". */
export function namesOf(tasks: readonly Pick<Task, 'title'>[]): string {
  const [first] = tasks;
  return tasks.length === 1 && first
    ? `“${shortTitle(first.title)}”`
    : formatCount(tasks.length, { one: 'task', other: 'tasks' });
}

/** Cut where a toast would wrap, never within a character. */
function shortTitle(title: string): string {
  const letters = [...new Intl.Segmenter().segment(title)];
  if (letters.length <= 60) return title;
  return `${letters
    .slice(0, 59)
    .map(({ segment }) => segment)
    .join('')}…`;
}

/** Shows a change in every list and pane before the core has answered; what the core says then replaces it. */
function showAtOnce(ids: readonly string[], change: Partial<Task>): void {
  const wanted = new Set(ids);
  const changed = <T extends Task>(task: T): T => (wanted.has(task.id) ? { ...task, ...change } : task);
  queryClient.setQueriesData<Task[]>({ queryKey: api.tasks.list.key() }, (tasks) => tasks?.map(changed));
  queryClient.setQueriesData<Task>({ queryKey: api.tasks.get.key() }, (task) => task && changed(task));
}

/** What of a change can be shown before it is made: a new tag's colour, for one, is not known yet. */
function foreseeable({
  tags: _tags,
  addTags: _added,
  removeTags: _removed,
  addWaitsFor: _waits,
  removeWaitsFor: _freed,
  ...change
}: TaskChange): Partial<Task> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

async function withForesight<O>(ids: readonly string[], change: Partial<Task>, call: () => Promise<O>): Promise<O> {
  showAtOnce(ids, change);
  try {
    return await call();
  } catch (error) {
    void queryClient.invalidateQueries({ queryKey: api.tasks.key() });
    throw error;
  }
}

export const updateTasks = (input: { ids: string[]; change: TaskChange }): Promise<Task[]> =>
  withForesight(input.ids, foreseeable(input.change), () => client.tasks.update(input));

interface Tasks {
  readonly tasks: readonly Task[];
}

const idsOf = ({ tasks }: Tasks): { ids: string[] } => ({ ids: tasks.map(({ id }) => id) });

/** What is done to tasks, each with its words and its undo. Edits of a single task are quiet: Mod+Z takes them back too. */
export function useTaskCommands() {
  /** "Completed “Trip” and 2 sub-tasks" */
  const closed =
    (verb: string) =>
    (changed: readonly Task[], { tasks }: Tasks): string => {
      const parts = changed.length - tasks.length;
      const along = parts <= 0 ? '' : ` and ${formatCount(parts, { one: 'sub-task', other: 'sub-tasks' })}`;
      return `${verb} ${namesOf(tasks)}${along}`;
    };
  return {
    complete: useCommand((input: Tasks) => client.tasks.complete(idsOf(input)), { done: closed('Completed') }),
    drop: useCommand((input: Tasks) => client.tasks.drop(idsOf(input)), { done: closed('Dropped') }),
    reopen: useCommand((input: Tasks) => client.tasks.reopen(idsOf(input)), { done: closed('Reopened') }),
    remove: useCommand((input: Tasks) => client.tasks.remove(idsOf(input)), {
      done: (_, { tasks }) => `Deleted ${namesOf(tasks)}`,
    }),
    duplicate: useCommand((input: Tasks) => client.tasks.duplicate(idsOf(input)), {
      done: (_, { tasks }) => `Duplicated ${namesOf(tasks)}`,
    }),
    /** Puts tasks in another order; with `words` it is told, as when they go to another place. */
    move: useCommand(
      ({ tasks, beforeId, change }: Tasks & { beforeId: string | null; change?: TaskChange; words?: string }) =>
        withForesight(idsOf({ tasks }).ids, change ? foreseeable(change) : {}, () =>
          client.tasks.move({ ...idsOf({ tasks }), beforeId, ...(change ? { change } : {}) }),
        ),
      { done: (_, { words }) => words ?? null },
    ),
    update: useCommand(
      ({ tasks, change }: Tasks & { change: TaskChange; words?: string }) =>
        updateTasks({ ...idsOf({ tasks }), change }),
      { done: (_, { tasks, words }) => words ?? (tasks.length > 1 ? `Changed ${namesOf(tasks)}` : null) },
    ),
  };
}

export type TaskCommands = ReturnType<typeof useTaskCommands>;
