import { api } from '#renderer/data/api.ts';
import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';

function useTasksBadge(): { text: string; label: string } | undefined {
  const counts = useQuery(api.tasks.counts.queryOptions());
  const today = counts.data?.today ?? 0;
  return today === 0 ? undefined : { text: String(today), label: `${today} for today` };
}

export const tasksWindow: WindowFeature = {
  name: 'tasks',
  routes: [{ path: '/tasks', load: () => import('./tasks-screen.tsx') }],
  rail: [{ to: '/tasks', label: 'Tasks', icon: CircleCheck, place: 'day', order: 40, keys: 'g t', useBadge: useTasksBadge }],
  commands: [
    { id: 'tasks.open', title: 'Go to Tasks', group: 'Go to', keys: 'g t', run: (app) => app.goTo('/tasks') },
  ],
  tables: { task: [['tasks']], tag: [['tasks']], task_tag: [['tasks']], setting: [['tasks']] },
};
