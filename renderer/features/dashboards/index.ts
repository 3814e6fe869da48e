import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { ChartNoAxesColumn } from 'lucide-react';

export const dashboardsWindow: WindowFeature = {
  name: 'dashboards',
  routes: [{ path: '/insights', load: () => import('./dashboards-screen.tsx') }],
  rail: [{ to: '/insights', label: 'Insights', icon: ChartNoAxesColumn, place: 'look-back', order: 50, keys: 'g i' }],
  commands: [
    {
      id: 'dashboards.open',
      title: 'Go to Insights',
      group: 'Go to',
      keys: 'g i',
      keywords: ['dashboard', 'statistics', 'charts', 'report', 'streak', 'time', 'mood', 'words'],
      run: (app) => app.goTo('/insights'),
    },
  ],
  keys: [
    {
      title: 'Insights',
      shortcuts: [
        { keys: '[', label: 'The time before' },
        { keys: ']', label: 'The time after' },
        { keys: 'w', label: 'Week' },
        { keys: 'm', label: 'Month' },
        { keys: 'q', label: 'Quarter' },
        { keys: 'y', label: 'Year' },
        { keys: 't', label: 'This week, month, quarter or year' },
      ],
    },
  ],
  tables: {
    task: [['dashboards']],
    task_tag: [['dashboards']],
    tag: [['dashboards']],
    project: [['dashboards']],
    block: [['dashboards']],
    entry: [['dashboards']],
    focus_session: [['dashboards']],
    focus_part: [['dashboards']],
    setting: [['dashboards']],
  },
};
