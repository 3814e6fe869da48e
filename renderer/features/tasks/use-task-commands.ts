import type { Task, TaskChange } from '#contract/tasks';
import { api, client, queryClient } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { formatCount } from '#renderer/ui/format.ts';

const nounOf = (count: number): string => (count === 1 ? 'Task' : formatCount(count, { one: 'task', other: 'tasks' }));

/** Shows a change in every list and pane before the core has answered; what the core says then replaces it. */
function showAtOnce(ids: readonly string[], change: Partial<Task>): void {
  const wanted = new Set(ids);
  const changed = <T extends Task>(task: T): T => (wanted.has(task.id) ? { ...task, ...change } : task);
  queryClient.setQueriesData<Task[]>({ queryKey: api.tasks.list.key() }, (tasks) => tasks?.map(changed));
  queryClient.setQueriesData<Task>({ queryKey: api.tasks.get.key() }, (task) => task && changed(task));
}

/** What of a change can be shown before it is made: a new tag's colour, for one, is not known yet. */
function foreseeable({ tags: _tags, addTags: _added, removeTags: _removed, ...change }: TaskChange): Partial<Task> {
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

interface Ids {
  readonly ids: string[];
}

/** What is done to tasks, each with its words and its undo. Edits of a single task are quiet: Mod+Z takes them back too. */
export function useTaskCommands() {
  const done =
    (verb: string) =>
    (_: unknown, { ids }: Ids): string =>
      `${nounOf(ids.length)} ${verb}`;
  return {
    complete: useCommand((input: Ids) => client.tasks.complete(input), { done: done('completed') }),
    drop: useCommand((input: Ids) => client.tasks.drop(input), { done: done('dropped') }),
    reopen: useCommand((input: Ids) => client.tasks.reopen(input), { done: done('reopened') }),
    remove: useCommand((input: Ids) => client.tasks.remove(input), { done: done('deleted') }),
    move: useCommand((input: { ids: string[]; beforeId: string | null }) => client.tasks.move(input)),
    update: useCommand(updateTasks, {
      done: (_, { ids }) => (ids.length === 1 ? null : `${nounOf(ids.length)} changed`),
    }),
  };
}

export type TaskCommands = ReturnType<typeof useTaskCommands>;
