import type { NewTask, Task, TaskChange, TaskList } from '#contract/tasks';
import type { Day } from '#contract/time';
import { addDays } from '#renderer/ui/days.ts';
import { belonging } from './lists.ts';

/** Where tasks are looked at: one of the lists, or the page of a project, an area or a saved view. */
export type TaskPlace =
  | { readonly kind: 'list'; readonly list: TaskList }
  | { readonly kind: 'project' | 'area' | 'view'; readonly id: string };

/** Stable, to tell places apart. */
export const placeKey = (place: TaskPlace): string =>
  place.kind === 'list' ? place.list : `${place.kind} ${place.id}`;

/** A place as the address spells it. */
export const placeParams = (place: TaskPlace): Record<string, string> =>
  place.kind === 'list' ? { list: place.list } : { [place.kind]: place.id };

/** What a task needs to belong to the place it is added in. */
export function belongingIn(place: TaskPlace, today: Day, tag: string | undefined): Omit<NewTask, 'title'> {
  const rest = belonging(place.kind === 'list' ? place.list : 'all', today, tag);
  return place.kind === 'project' ? { ...rest, projectId: place.id } : rest;
}

/** Where a task can be put besides a list: what is named in the sidebar. */
export type DropPlace = TaskPlace | { readonly kind: 'tag'; readonly name: string };

/**
 * What changes about a task that is put somewhere; `complete` for Done, null where nothing can be put (an area holds
 * projects, a view asks a question).
 */
export function changeFor(place: DropPlace, today: Day): TaskChange | 'complete' | null {
  switch (place.kind) {
    case 'project':
      return { projectId: place.id };
    case 'tag':
      return { addTags: [place.name] };
    case 'area':
    case 'view':
      return null;
    case 'list':
      return changeForList(place.list, today);
  }
}

function changeForList(list: TaskList, today: Day): TaskChange | 'complete' | null {
  switch (list) {
    case 'inbox':
      return { inInbox: true, doDay: null, projectId: null, someday: false };
    case 'today':
      return { doDay: today };
    case 'upcoming':
      return { doDay: addDays(today, 1) };
    case 'anytime':
      return { doDay: null, someday: false, inInbox: false };
    case 'someday':
      return { someday: true };
    case 'done':
      return 'complete';
    case 'all':
      return null;
  }
}

/** "Moved to Someday", for one or many. */
export function movedWords(tasks: readonly Task[], place: string): string {
  const [first] = tasks;
  return tasks.length === 1 && first ? `Moved “${first.title}” to ${place}` : `Moved ${tasks.length} tasks to ${place}`;
}
