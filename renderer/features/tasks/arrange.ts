import type { PaletteColor } from '#contract/palette';
import type { Area, Project } from '#contract/projects';
import type { TaskGrouping } from '#contract/task-views';
import type { Task, TaskChange } from '#contract/tasks';
import type { Day } from '#contract/time';
import { addDays } from '#renderer/ui/days.ts';
import { formatDay, formatRelativeDay } from '#renderer/ui/format.ts';
import { priorities } from './priority-mark.tsx';

/** How a list is parted; by day as Upcoming is, and by the day of closing as Done is. */
export type Grouping = TaskGrouping | 'day' | 'closed';

/** Tasks that stand together under a heading. */
export interface TaskGroup {
  readonly key: string;
  readonly label: string;
  readonly color?: PaletteColor | undefined;
  readonly tasks: readonly Task[];
  /** What makes a task belong here; null where that can't be said (late, later). */
  readonly change: TaskChange | null;
}

export interface Surroundings {
  readonly today: Day;
  readonly projects: readonly Project[];
  readonly areas: readonly Area[];
}

interface Slot extends Omit<TaskGroup, 'tasks'> {
  /** Whether it stands there while it is empty: a board shows where something could go. */
  readonly isFixed?: boolean;
}

/**
 * Parts tasks, each group in the order the tasks came in. A task with several tags stands with the first of them.
 *
 * @param withEmpty keeps the groups nothing is in, where they are known: the columns of a board
 */
export function groupsOf(
  tasks: readonly Task[],
  grouping: Grouping,
  around: Surroundings,
  withEmpty = false,
): readonly TaskGroup[] {
  if (grouping === 'none') return [{ key: 'all', label: '', tasks, change: null }];
  const slotOf = SLOTS[grouping];
  const byKey = new Map<string, { slot: Slot; tasks: Task[] }>();
  for (const slot of slotOf.known(around)) byKey.set(slot.key, { slot, tasks: [] });
  for (const task of tasks) {
    const slot = slotOf.of(task, around);
    const group = byKey.get(slot.key);
    if (group) group.tasks.push(task);
    else byKey.set(slot.key, { slot, tasks: [task] });
  }
  return [...byKey.values()]
    .filter((group) => group.tasks.length > 0 || (withEmpty && group.slot.isFixed === true))
    .map(({ slot, tasks: own }) => ({
      key: slot.key,
      label: slot.label,
      color: slot.color,
      change: slot.change,
      tasks: own,
    }));
}

interface SlotKind {
  readonly known: (around: Surroundings) => readonly Slot[];
  readonly of: (task: Task, around: Surroundings) => Slot;
}

const NO_PROJECT: Slot = { key: 'none', label: 'No project', change: { projectId: null }, isFixed: true };
const NO_AREA: Slot = { key: 'none', label: 'No area', change: null };
const NO_TAG: Slot = { key: 'none', label: 'No tag', change: null, isFixed: true };

const projectSlot = ({ id, name, color }: Project): Slot => ({
  key: id,
  label: name,
  color,
  change: { projectId: id },
  isFixed: true,
});

const dueSlots = (today: Day): Record<'late' | 'today' | 'tomorrow' | 'week' | 'later' | 'none', Slot> => ({
  late: { key: 'late', label: 'Late', change: null },
  today: { key: 'today', label: 'Today', change: { dueDay: today }, isFixed: true },
  tomorrow: { key: 'tomorrow', label: 'Tomorrow', change: { dueDay: addDays(today, 1) }, isFixed: true },
  week: { key: 'week', label: 'Within a week', change: { dueDay: addDays(today, 7) }, isFixed: true },
  later: { key: 'later', label: 'Later', change: { dueDay: addDays(today, 14) }, isFixed: true },
  none: { key: 'none', label: 'No due day', change: { dueDay: null }, isFixed: true },
});

function dueSlot(task: Task, today: Day): Slot {
  const slots = dueSlots(today);
  if (task.dueDay === null) return slots.none;
  if (task.dueDay < today) return slots.late;
  if (task.dueDay === today) return slots.today;
  if (task.dueDay === addDays(today, 1)) return slots.tomorrow;
  return task.dueDay <= addDays(today, 7) ? slots.week : slots.later;
}

const SLOTS: Readonly<Record<Exclude<Grouping, 'none'>, SlotKind>> = {
  project: {
    known: ({ projects }) => [...projects.filter(({ status }) => status === 'open').map(projectSlot), NO_PROJECT],
    of(task, { projects }) {
      if (task.projectId === null) return NO_PROJECT;
      const project = projects.find(({ id }) => id === task.projectId);
      return project ? projectSlot(project) : { key: task.projectId, label: task.project ?? '', change: null };
    },
  },
  area: {
    known: ({ areas }) => [
      ...areas.map(({ id, name, color }) => ({ key: id, label: name, color, change: null })),
      NO_AREA,
    ],
    of(task, { projects, areas }) {
      const areaId = projects.find(({ id }) => id === task.projectId)?.areaId;
      const area = areas.find(({ id }) => id === areaId);
      return area ? { key: area.id, label: area.name, color: area.color, change: null } : NO_AREA;
    },
  },
  tag: {
    known: () => [],
    of(task) {
      const [tag] = task.tags;
      return tag
        ? { key: tag.id, label: tag.name, color: tag.color, change: { addTags: [tag.name] }, isFixed: true }
        : NO_TAG;
    },
  },
  due: {
    known: ({ today }) => Object.values(dueSlots(today)),
    of: (task, { today }) => dueSlot(task, today),
  },
  priority: {
    known: () =>
      priorities.map(({ priority, label }) => ({ key: String(priority), label, change: { priority }, isFixed: true })),
    of: (task) => ({ key: String(task.priority), label: '', change: { priority: task.priority } }),
  },
  day: {
    known: () => [],
    of(task, { today }) {
      const days = [task.dueDay, task.doDay].filter((day) => day !== null).toSorted();
      const [day] = days;
      if (day === undefined) return { key: 'none', label: 'No day', change: { dueDay: null, doDay: null } };
      return { key: day, label: dayLabel(day, today), change: { doDay: day } };
    },
  },
  closed: {
    known: () => [],
    of(task, { today }) {
      if (task.closedAtMs === null) return { key: 'open', label: 'Open', change: null };
      const day = new Date(task.closedAtMs).toLocaleDateString('en-CA');
      return { key: day, label: dayLabel(day, today), change: null };
    },
  },
};

/** "Tomorrow, 28 November": by its name where it has one, and always by its date. */
function dayLabel(day: Day, today: Day): string {
  const near = formatRelativeDay(day, today);
  const full = formatDay(day, 'full');
  return Math.abs(daysBetween(today, day)) <= 1 ? `${near}, ${full}` : full;
}

const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** A line of a list: a heading, or a task at its depth below the task it is a part of. */
export type TaskLine =
  | { readonly kind: 'heading'; readonly key: string; readonly group: TaskGroup }
  | {
      readonly kind: 'task';
      readonly key: string;
      readonly task: Task;
      readonly depth: number;
      readonly group: TaskGroup;
      /** Whether its sub-tasks stand below it in this list; undefined when none are in it. */
      readonly isExpanded: boolean | undefined;
    };

/** The lines of a list: headings where there are groups, and sub-tasks below the tasks they are parts of. */
export function linesOf(groups: readonly TaskGroup[], collapsed: ReadonlySet<string>): readonly TaskLine[] {
  const lines: TaskLine[] = [];
  for (const group of groups) {
    if (group.label !== '') lines.push({ kind: 'heading', key: `heading ${group.key}`, group });
    const present = new Set(group.tasks.map(({ id }) => id));
    const parts = Map.groupBy(
      group.tasks.filter(({ parentId }) => parentId !== null && present.has(parentId)),
      ({ parentId }) => parentId!,
    );
    const put = (task: Task, depth: number): void => {
      const own = parts.get(task.id);
      const isExpanded = own && !collapsed.has(task.id);
      lines.push({ kind: 'task', key: task.id, task, depth, group, isExpanded });
      if (isExpanded) for (const part of own) put(part, depth + 1);
    };
    for (const task of group.tasks) if (task.parentId === null || !present.has(task.parentId)) put(task, 0);
  }
  return lines;
}
