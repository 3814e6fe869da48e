import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { CalendarDays } from 'lucide-react';

export const calendarWindow: WindowFeature = {
  name: 'calendar',
  routes: [{ path: '/calendar', load: () => import('./calendar-screen.tsx') }],
  rail: [{ to: '/calendar', label: 'Calendar', icon: CalendarDays, place: 'day', order: 30, keys: 'g c' }],
  commands: [
    { id: 'calendar.open', title: 'Go to Calendar', group: 'Go to', keys: 'g c', run: (app) => app.goTo('/calendar') },
    {
      id: 'calendar.newEvent',
      title: 'New event',
      group: 'Calendar',
      keywords: ['appointment', 'meeting'],
      run: (app) => app.goTo('/calendar?new=1'),
    },
  ],
  keys: [
    {
      title: 'In the calendar',
      shortcuts: [
        { keys: 't', label: 'Today' },
        { keys: 'd', label: 'Day' },
        { keys: 'w', label: 'Week' },
        { keys: 'ArrowLeft', label: 'Before' },
        { keys: 'ArrowRight', label: 'After' },
        { keys: 'c', label: 'New event' },
        { keys: 'Alt+ArrowDown', label: 'Move what is selected' },
        { keys: 'Alt+Shift+ArrowDown', label: 'Make it longer' },
        { keys: 'f', label: 'Focus on the open block' },
        { keys: 'm', label: 'Move to a day and time' },
        { keys: 'Delete', label: 'Delete' },
        { keys: 'p', label: 'Plan what is shown' },
        { keys: 'j', label: 'Next block of the plan' },
        { keys: 'y', label: 'Keep it' },
        { keys: 'n', label: 'Refuse it' },
        { keys: 'Mod+Enter', label: 'Accept the plan' },
      ],
    },
  ],
  tables: {
    event: [['calendar']],
    block: [['calendar']],
    calendar: [['calendar']],
    task: [['calendar', 'range']],
    setting: [['calendar']],
  },
};
