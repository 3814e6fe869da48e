import { api } from '#renderer/data/api.ts';
import type { AppActions, WindowFeature } from '#renderer/data/window-feature.ts';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Inbox } from 'lucide-react';
import { DueSection } from './due-section.tsx';
import { tasksRoute } from './lists.ts';
import { placesMode, taskSteps } from './palette-steps.ts';

function useTasksBadge(): { text: string; label: string } | undefined {
  const counts = useQuery(api.tasks.counts.queryOptions());
  const today = counts.data?.today ?? 0;
  return today === 0 ? undefined : { text: String(today), label: `${today} for today` };
}

function useInboxBadge(): { text: string; label: string } | undefined {
  const counts = useQuery(api.tasks.counts.queryOptions());
  const inbox = counts.data?.inbox ?? 0;
  return inbox === 0 ? undefined : { text: String(inbox), label: `${inbox} to sort` };
}

export const tasksWindow: WindowFeature = {
  name: 'tasks',
  routes: [{ path: '/tasks', load: () => import('./tasks-screen.tsx') }],
  rail: [
    { to: '/tasks', label: 'Tasks', icon: CircleCheck, place: 'day', order: 40, keys: 'g t', useBadge: useTasksBadge },
    {
      to: '/tasks?list=inbox',
      label: 'Inbox',
      icon: Inbox,
      place: 'foot',
      order: 10,
      keys: 'g b',
      useBadge: useInboxBadge,
    },
  ],
  commands: [
    { id: 'tasks.open', title: 'Go to Tasks', group: 'Go to', keys: 'g t', run: (app) => app.goTo('/tasks') },
    {
      id: 'tasks.inbox',
      title: 'Go to the inbox',
      group: 'Go to',
      keys: 'g b',
      run: (app) => app.goTo(tasksRoute({ list: 'inbox' })),
    },
    ...(
      [
        ['upcoming', 'Go to upcoming tasks'],
        ['anytime', 'Go to tasks for any time'],
        ['someday', 'Go to tasks for someday'],
        ['done', 'Go to done tasks'],
      ] as const
    ).map(([list, title]) => ({
      id: `tasks.${list}`,
      title,
      group: 'Go to',
      run: (app: AppActions) => app.goTo(tasksRoute({ list })),
    })),
    {
      id: 'tasks.board',
      title: 'Show tasks as a board',
      group: 'Tasks',
      keywords: ['kanban', 'columns'],
      run: (app) => app.goTo(tasksRoute({ list: 'all', layout: 'board' })),
    },
  ],
  steppedCommands: taskSteps,
  paletteModes: [placesMode],
  keys: [
    {
      title: 'Tasks',
      shortcuts: [
        { keys: 'n', label: 'Add a task here; a line for each, days and marks are read' },
        { keys: 'Shift+Enter', label: 'Add a task below this one' },
        { keys: '/', label: 'Filter by words and conditions' },
        { keys: 'j', label: 'Next' },
        { keys: 'k', label: 'The one before' },
        { keys: 'x', label: 'Complete, or reopen' },
        { keys: 'Enter', label: 'Open the details' },
        { keys: 'f', label: 'Focus on the open task' },
        { keys: 's', label: 'The day to do it, or someday' },
        { keys: 'd', label: 'Due day' },
        { keys: 'm', label: 'Move to a list or project' },
        { keys: 't', label: 'Tags' },
        { keys: 'p', label: 'Priority' },
        { keys: 'w', label: 'Estimate' },
        { keys: 'Mod+D', label: 'Duplicate' },
        { keys: 'Delete', label: 'Delete' },
        { keys: 'Shift+ArrowDown', label: 'Select more' },
        { keys: 'Shift+X', label: 'Select this one too' },
        { keys: 'Mod+A', label: 'Select all' },
        { keys: 'Alt+ArrowDown', label: 'Move down in the list' },
        { keys: 'Alt+ArrowUp', label: 'Move up in the list' },
        { keys: 'Alt+ArrowRight', label: 'On a board: to the next column' },
        { keys: 'ArrowLeft', label: 'Fold the sub-tasks; on a board: the column before' },
        { keys: 'b', label: 'List or board' },
        { keys: '[', label: 'The list before' },
        { keys: ']', label: 'The next list' },
      ],
    },
  ],
  todaySections: [{ order: 30, Section: DueSection }],
  tables: {
    entry: [['tasks', 'source']],
    task: [['tasks'], ['projects']],
    task_dependency: [['tasks']],
    task_view: [['tasks', 'views']],
    area: [['projects']],
    project: [['projects'], ['tasks']],
    tag: [['tasks']],
    task_tag: [['tasks']],
    setting: [['tasks']],
  },
};
