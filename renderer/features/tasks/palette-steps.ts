import type { Task, TaskChange } from '#contract/tasks';
import type { Day } from '#contract/time';
import { client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { offerUndo } from '#renderer/data/use-command.ts';
import type { PaletteChoice, PaletteMode, PaletteStep, SteppedCommand } from '#renderer/data/window-feature.ts';
import { addDays } from '#renderer/ui/days.ts';
import { formatDay, formatRelativeDay } from '#renderer/ui/format.ts';
import { parseDay } from '#renderer/ui/parse-day.ts';
import { showToast } from '#renderer/ui/toasts.tsx';
import { CalendarDays, CircleCheck, Folder, List, Shapes } from 'lucide-react';
import { tasksInHand } from './in-hand.ts';
import { taskLists, tasksRoute } from './lists.ts';
import { type DropPlace, changeFor, movedWords } from './places.ts';
import { namesOf, updateTasks } from './use-task-commands.ts';

const OFFERED = 12;

const has = (name: string, words: string): boolean => name.toLowerCase().includes(words.trim().toLowerCase());

/** Says what came of it: the words with an undo, or why it could not be. */
async function told(words: string, change: Promise<unknown>): Promise<void> {
  try {
    await change;
    await offerUndo(words);
  } catch (error) {
    showToast({ message: failureOf(error).message, tone: 'alert' });
  }
}

const update = (tasks: readonly Task[], change: TaskChange, words: string): Promise<void> =>
  told(words, updateTasks({ ids: tasks.map(({ id }) => id), change }));

/** First which task, unless one is in hand; then what about it. */
function aboutTasks(title: string, then: (tasks: readonly Task[]) => Omit<PaletteChoice, 'id' | 'title'>): PaletteStep {
  const held = tasksInHand();
  return {
    title,
    placeholder: 'Which task?',
    keepsOrder: true,
    given: held.length === 0 ? undefined : { id: 'in-hand', title: namesOf(held), ...then(held) },
    async choices(words) {
      const tasks = await client.tasks.list({ list: 'all', query: words.trim().slice(0, 500), limit: OFFERED });
      const today = (await client.today.now()).day;
      return tasks.map((task) => ({
        id: `task:${task.id}`,
        title: task.title,
        detail: [task.project, task.dueDay && `due ${formatRelativeDay(task.dueDay, today)}`]
          .filter(Boolean)
          .join(', '),
        icon: CircleCheck,
        ...then([task]),
      }));
    },
  };
}

interface Destination {
  readonly label: string;
  readonly icon: PaletteChoice['icon'];
  readonly place: DropPlace;
}

async function destinations(): Promise<readonly Destination[]> {
  const projects = await client.projects.list();
  return [
    ...(['inbox', 'today', 'upcoming', 'anytime', 'someday'] as const).map((list): Destination => ({
      label: taskLists.find((one) => one.list === list)!.label,
      icon: List,
      place: { kind: 'list', list },
    })),
    ...projects
      .filter(({ status }) => status === 'open' || status === 'someday')
      .map(({ id, name }): Destination => ({ label: name, icon: Folder, place: { kind: 'project', id } })),
  ];
}

const whereStep = (tasks: readonly Task[]): PaletteStep => ({
  title: namesOf(tasks),
  placeholder: 'Where to? A new name makes a project',
  async choices(words) {
    const places = await destinations();
    const today = (await client.today.now()).day;
    const found = places.filter(({ label }) => has(label, words));
    const name = words.trim();
    const isNew = name !== '' && !places.some(({ label }) => label.toLowerCase() === name.toLowerCase());
    return [
      ...found.map(({ label, icon, place }) => ({
        id: `to:${place.kind === 'list' ? place.list : label}`,
        title: label,
        icon,
        run: async () => {
          const change = changeFor(place, today);
          if (change !== null && change !== 'complete') await update(tasks, change, movedWords(tasks, label));
        },
      })),
      ...(isNew
        ? [
            {
              id: 'to:new',
              title: `New project “${name}”`,
              icon: Folder,
              run: () => update(tasks, { project: name }, movedWords(tasks, name)),
            },
          ]
        : []),
    ];
  },
});

function whenStep(tasks: readonly Task[], field: 'dueDay' | 'doDay'): PaletteStep {
  const verb = field === 'dueDay' ? 'due' : 'to do';
  const choice = (day: Day, today: Day): PaletteChoice => ({
    id: `day:${day}`,
    title: formatRelativeDay(day, today),
    detail: formatDay(day, 'full'),
    icon: CalendarDays,
    run: () =>
      update(
        tasks,
        field === 'doDay' ? { doDay: day, someday: false } : { dueDay: day },
        `${namesOf(tasks)} is ${verb} ${formatRelativeDay(day, today)}`,
      ),
  });
  return {
    title: namesOf(tasks),
    placeholder: 'When? fri, 13 nov, +3',
    keepsOrder: true,
    async choices(words) {
      const today = (await client.today.now()).day;
      const day = parseDay(words, today);
      if (day !== undefined) return [choice(day, today)];
      if (words.trim() !== '') return [];
      return [
        ...[0, 1, 2, 7].map((days) => choice(addDays(today, days), today)),
        {
          id: 'day:none',
          title: 'No day',
          icon: CalendarDays,
          run: () => update(tasks, { [field]: null }, `${namesOf(tasks)} has no day`),
        },
      ];
    },
  };
}

/** What can be done to a task from anywhere: which one, then where or when. */
export const taskSteps: readonly SteppedCommand[] = [
  {
    id: 'tasks.moveTo',
    title: 'Move a task to…',
    group: 'Tasks',
    keywords: ['project', 'list', 'file'],
    step: () => aboutTasks('Move', (tasks) => ({ next: whereStep(tasks) })),
  },
  {
    id: 'tasks.doOn',
    title: 'Do a task on…',
    group: 'Tasks',
    keywords: ['when', 'schedule', 'day', 'start'],
    step: () => aboutTasks('Do', (tasks) => ({ next: whenStep(tasks, 'doDay') })),
  },
  {
    id: 'tasks.dueOn',
    title: 'Set the due day of a task…',
    group: 'Tasks',
    keywords: ['deadline'],
    step: () => aboutTasks('Due', (tasks) => ({ next: whenStep(tasks, 'dueDay') })),
  },
  {
    id: 'tasks.completeOne',
    title: 'Complete a task…',
    group: 'Tasks',
    keywords: ['done', 'check', 'finish'],
    step: () => ({
      ...aboutTasks('Complete', (tasks) => ({
        run: () => told(`Completed ${namesOf(tasks)}`, client.tasks.complete({ ids: tasks.map(({ id }) => id) })),
      })),
      // One that is in hand is completed by its own key; here another one is meant.
      given: undefined,
    }),
  },
];

/** `/`: lists, projects and areas. */
export const placesMode: PaletteMode = {
  sign: '/',
  title: 'Lists and projects',
  async choices(words) {
    const [projects, areas, views] = await Promise.all([
      client.projects.list(),
      client.projects.areas(),
      client.tasks.views(),
    ]);
    return [
      ...taskLists.map(({ list, label }) => ({ id: `list:${list}`, title: label, icon: List, place: { list } })),
      ...projects
        .filter(({ status }) => status === 'open' || status === 'someday')
        .map(({ id, name }) => ({ id: `project:${id}`, title: name, icon: Folder, place: { project: id } })),
      ...areas.map(({ id, name }) => ({ id: `area:${id}`, title: name, icon: Shapes, place: { area: id } })),
      ...views.map(({ id, name }) => ({ id: `view:${id}`, title: name, icon: List, place: { view: id } })),
    ]
      .filter(({ title }) => has(title, words))
      .map(({ place, ...choice }) => ({ ...choice, run: (app) => app.goTo(tasksRoute(place)) }));
  },
};
