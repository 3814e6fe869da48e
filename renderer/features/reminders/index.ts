import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { Announcer } from './announcer.tsx';
import { Bell } from './bell.tsx';
import { OverdueAndMissed } from './overdue-and-missed.tsx';

export { ReminderField } from './reminder-field.tsx';

export const remindersWindow: WindowFeature = {
  name: 'reminders',
  routes: [{ path: '/reminders', load: () => import('./reminders-screen.tsx') }],
  commands: [
    {
      id: 'reminders.open',
      title: 'Show the reminders that wait',
      group: 'Go to',
      keys: 'g b',
      keywords: ['notifications', 'bell', 'missed', 'snoozed'],
      run: () => void window.dispatchEvent(new Event('braindump:reminders')),
    },
    {
      id: 'reminders.all',
      title: 'Go to Reminders',
      group: 'Go to',
      keywords: ['notifications', 'deliveries', 'stuck'],
      run: (app) => app.goTo('/reminders'),
    },
  ],
  keys: [
    {
      title: 'Reminders that wait',
      shortcuts: [
        { keys: 'ArrowDown', label: 'From one to the next' },
        { keys: 'Enter', label: 'Open the thing' },
        { keys: 'd', label: 'Complete the task' },
        { keys: 's', label: 'Put it off 10 minutes' },
        { keys: 'x', label: 'Clear it' },
      ],
    },
    {
      title: 'Overdue and missed, on Today',
      shortcuts: [
        { keys: '1', label: 'To today' },
        { keys: '2', label: 'To tomorrow' },
        { keys: '3', label: 'In a week' },
        { keys: 'd', label: 'Done' },
        { keys: 'x', label: 'Let it go' },
      ],
    },
  ],
  tables: {
    reminder: [['reminders']],
    reminder_answer: [['reminders']],
    reminder_alarm: [['reminders']],
    reminder_delivery: [['reminders', 'deliveries']],
    task: [['reminders']],
    event: [['reminders']],
    setting: [['reminders']],
  },
  HeaderEnd: Bell,
  todaySections: [{ order: 5, Section: OverdueAndMissed }],
  Background: Announcer,
};
