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
        { keys: 'd', label: 'Day' },
        { keys: '3', label: '3 days' },
        { keys: '5', label: 'Work week' },
        { keys: 'w', label: 'Week' },
        { keys: 'm', label: 'Month' },
        { keys: 'a', label: 'Agenda' },
        { keys: 'y', label: 'Year' },
        { keys: 't', label: 'Today' },
        { keys: 'k', label: 'Before' },
        { keys: 'j', label: 'After' },
        { keys: '.', label: 'Go to a day, said in words' },
        { keys: '/', label: 'Find an event of any date' },
        { keys: 'c', label: 'New event' },
        { keys: 'b', label: 'To plan: a time for a task' },
        { keys: 'ArrowDown', label: 'From one thing to the next' },
        { keys: 'Enter', label: 'Open what is selected' },
        { keys: 'Alt+ArrowDown', label: 'Move it' },
        { keys: 'Alt+Shift+ArrowDown', label: 'Make it longer' },
        { keys: 'm', label: 'Move it to a day and time' },
        { keys: 'Mod+D', label: 'Duplicate it' },
        { keys: 'Delete', label: 'Delete it' },
      ],
    },
    {
      title: 'Planning in the calendar',
      shortcuts: [
        { keys: 'p', label: 'Plan what is shown' },
        { keys: 'f', label: 'Focus on the open block' },
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
    task: [
      ['calendar', 'range'],
      ['calendar', 'toPlan'],
    ],
    project: [['calendar', 'toPlan']],
    setting: [['calendar']],
  },
};
