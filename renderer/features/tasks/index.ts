import { api } from '#renderer/data/api.ts';
import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Inbox } from 'lucide-react';
import { DueSection } from './due-section.tsx';
import { tasksRoute } from './lists.ts';

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
  ],
  keys: [
    {
      title: 'Tasks',
      shortcuts: [
        { keys: 'n', label: 'Add a task' },
        { keys: 'j', label: 'Next' },
        { keys: 'k', label: 'The one before' },
        { keys: 'x', label: 'Complete, or reopen' },
        { keys: 'e', label: 'Open the details' },
        { keys: 'f', label: 'Focus on the open task' },
        { keys: 'd', label: 'Due day' },
        { keys: 't', label: 'Tags' },
        { keys: 'p', label: 'Priority' },
        { keys: 'Delete', label: 'Delete' },
        { keys: 'Shift+ArrowDown', label: 'Select more' },
        { keys: 'Mod+A', label: 'Select all' },
        { keys: 'Alt+ArrowDown', label: 'Move down in the list' },
        { keys: 'Alt+ArrowUp', label: 'Move up in the list' },
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
