import type { TaskGrouping, TaskLayout, TaskSort, TaskView } from '#contract/task-views';
import type { Grouping } from './arrange.ts';
import type { TaskPlace } from './places.ts';

/** How the tasks of a place are laid out; undefined leaves it to the place. */
export interface Display {
  readonly sort: TaskSort | undefined;
  readonly group: TaskGrouping | undefined;
  readonly layout: TaskLayout;
}

const SORTS: readonly TaskSort[] = ['manual', 'due', 'priority', 'created', 'estimate', 'title'];
const GROUPINGS: readonly TaskGrouping[] = ['none', 'project', 'tag', 'due', 'priority', 'area'];

/** A sort as an address may spell it. */
export const sortNamed = (name: string | undefined): TaskSort | undefined => SORTS.find((one) => one === name);
export const groupingNamed = (name: string | undefined): TaskGrouping | undefined =>
  GROUPINGS.find((one) => one === name);

/** What the address says, and where it says nothing what the view does. */
export function displayOf(
  params: { sort: string | undefined; group: string | undefined; layout: string | undefined },
  view: TaskView | undefined,
): Display {
  return {
    sort: sortNamed(params.sort) ?? view?.sort,
    group: groupingNamed(params.group) ?? view?.grouping,
    layout: params.layout === 'board' || (params.layout === undefined && view?.layout === 'board') ? 'board' : 'list',
  };
}

/** How a place is parted by itself: Upcoming and Done are read day by day. */
export function ownGrouping(place: TaskPlace): Grouping {
  if (place.kind === 'area') return 'project';
  if (place.kind !== 'list') return 'none';
  return place.list === 'upcoming' ? 'day' : place.list === 'done' ? 'closed' : 'none';
}

/** A board without columns is none: by project, where the place names none, else by when they are due. */
export const boardGrouping = (group: TaskGrouping | undefined, place: TaskPlace): Grouping =>
  group !== undefined && group !== 'none' ? group : place.kind === 'project' ? 'due' : 'project';

/** Whether the order of a place is the person's own. */
export function isOrderedByHand(place: TaskPlace, sort: TaskSort | undefined): boolean {
  if (sort !== undefined) return sort === 'manual';
  if (place.kind === 'list') return ['inbox', 'anytime', 'someday'].includes(place.list);
  return place.kind === 'project';
}

/** The order asked for, where a place has none of its own: its tasks come from everywhere. */
export const sortFor = (place: TaskPlace, sort: TaskSort | undefined): TaskSort | undefined =>
  sort ?? (place.kind === 'project' ? 'manual' : undefined);
