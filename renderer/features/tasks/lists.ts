import type { NewTask, Task, TaskList } from '#contract/tasks';
import type { Day } from '#contract/time';
import { addDays } from '#renderer/ui/days.ts';

interface ListWords {
  readonly list: TaskList;
  readonly label: string;
  /** What stands in the line that adds to it; null where nothing is added by hand. */
  readonly add: string | null;
  readonly emptyTitle: string;
  readonly emptyText: string;
}

/** The lists of the screen in the order of its tabs, with their words. */
export const taskLists: readonly ListWords[] = [
  {
    list: 'inbox',
    label: 'Inbox',
    add: 'Add to the inbox',
    emptyTitle: 'Nothing waits to be sorted',
    emptyText: 'What you capture in passing lands here until it has a day, a project or a tag.',
  },
  {
    list: 'today',
    label: 'Today',
    add: 'Add a task for today',
    emptyTitle: 'Nothing is planned for today',
    emptyText: 'Tasks that are late, due today or that you chose for today stand here.',
  },
  {
    list: 'upcoming',
    label: 'Upcoming',
    add: 'Add a task for tomorrow',
    emptyTitle: 'Nothing is coming up',
    emptyText: 'Tasks with a later day stand here, the next one first.',
  },
  {
    list: 'anytime',
    label: 'Anytime',
    add: 'Add a task without a day',
    emptyTitle: 'Nothing is open without a day',
    emptyText: 'Tasks that can be done at any time stand here, in the order you give them.',
  },
  {
    list: 'someday',
    label: 'Someday',
    add: 'Add something for someday',
    emptyTitle: 'Nothing is put off',
    emptyText: 'What you may do one day, but not now, waits here out of the way.',
  },
  {
    list: 'done',
    label: 'Done',
    add: null,
    emptyTitle: 'Nothing is done yet',
    emptyText: 'Tasks you complete or drop are kept here, the newest first.',
  },
  {
    list: 'all',
    label: 'All',
    add: 'Add a task',
    emptyTitle: 'No open tasks',
    emptyText: 'Add the first one above, or write in the journal: to-dos found in it can become tasks.',
  },
];

/** The words of a list; those of Today for a name there is none for. */
export function wordsOf(name: string | undefined): ListWords {
  return taskLists.find((one) => one.list === name) ?? taskLists[1]!;
}

/** What a task needs to belong to the list it is added in. */
export function belonging(list: TaskList, today: Day, tag: string | undefined): Omit<NewTask, 'title'> {
  const tags = tag === undefined ? {} : { tags: [tag] };
  switch (list) {
    case 'inbox':
      return { ...tags, inInbox: true };
    case 'today':
      return { ...tags, doDay: today };
    case 'upcoming':
      return { ...tags, doDay: addDays(today, 1) };
    case 'someday':
      return { ...tags, someday: true };
    default:
      return tags;
  }
}

/** The address of a place among the tasks, of it narrowed by words, and of a task opened in it. */
export function tasksRoute(place: {
  list?: string | undefined;
  project?: string | undefined;
  area?: string | undefined;
  view?: string | undefined;
  tag?: string | undefined;
  q?: string | undefined;
  sort?: string | undefined;
  group?: string | undefined;
  layout?: string | undefined;
  task?: string | undefined;
}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(place)) if (value !== undefined) search.set(name, value);
  const query = search.toString();
  return query === '' ? '/tasks' : `/tasks?${query}`;
}

/** A task that stays in its place for a moment after it left the list, so that one sees where it went. */
export interface Lingering {
  readonly task: Task;
  readonly index: number;
}

/** The list with those that linger in their places, as they are now. */
export function withLingering(tasks: readonly Task[], lingering: ReadonlyMap<string, Lingering>): readonly Task[] {
  if (lingering.size === 0) return tasks;
  const shown = tasks.map((task) => lingering.get(task.id)?.task ?? task);
  const present = new Set(tasks.map((task) => task.id));
  const gone = [...lingering.values()].filter(({ task }) => !present.has(task.id));
  for (const { task, index } of gone.toSorted((one, other) => one.index - other.index)) shown.splice(index, 0, task);
  return shown;
}
