import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { Timer } from 'lucide-react';
import { extendFocus, finishFocus, pauseOrGoOn, skipPart } from './focus-actions.ts';
import { FocusChip } from './focus-chip.tsx';
import { FocusKeeper } from './focus-keeper.tsx';
import { spokenTime } from './focus-time.ts';
import { FocusToday } from './focus-today.tsx';
import { useFocusSession } from './use-focus-session.ts';

export { startFocus } from './focus-actions.ts';

function useBadge(): { readonly text: string; readonly label: string } | undefined {
  const reading = useFocusSession()?.reading;
  return reading ? { text: reading.text, label: spokenTime(reading) } : undefined;
}

export const focusWindow: WindowFeature = {
  name: 'focus',
  routes: [{ path: '/focus', load: () => import('./focus-screen.tsx') }],
  rail: [{ to: '/focus', label: 'Focus', icon: Timer, place: 'day', order: 50, keys: 'g f', useBadge }],
  commands: [
    { id: 'focus.open', title: 'Go to Focus', group: 'Go to', keys: 'g f', run: (app) => app.goTo('/focus') },
    {
      id: 'focus.start',
      title: 'Start focusing',
      group: 'Focus',
      keywords: ['timer', 'pomodoro', 'session', 'countdown'],
      run: (app) => app.goTo('/focus?start=words'),
    },
    {
      id: 'focus.pause',
      title: 'Pause the timer, or go on',
      group: 'Focus',
      keywords: ['resume', 'stop', 'timer', 'continue'],
      run: pauseOrGoOn,
    },
    { id: 'focus.extend', title: 'Five minutes more', group: 'Focus', keywords: ['extend', 'timer'], run: extendFocus },
    { id: 'focus.skip', title: 'Skip to the next part', group: 'Focus', keywords: ['break', 'timer'], run: skipPart },
    {
      id: 'focus.finish',
      title: 'Finish the focus session',
      group: 'Focus',
      keywords: ['stop', 'end', 'timer'],
      run: finishFocus,
    },
  ],
  keys: [
    {
      title: 'Focus',
      shortcuts: [
        { keys: 'Space', label: 'Start, pause, go on' },
        { keys: '+', label: 'Five minutes more' },
        { keys: 's', label: 'Skip to the next part' },
        { keys: 'f', label: 'Finish' },
        { keys: 'd', label: 'Complete the task' },
        { keys: 'n', label: 'Note a thought, or say what you will do' },
        { keys: '\\', label: 'Show or hide the log' },
      ],
    },
  ],
  tables: {
    focus_session: [['focus']],
    focus_part: [['focus']],
    focus_note: [['focus']],
    task: [['focus']],
    setting: [['focus', 'log']],
  },
  HeaderEnd: FocusChip,
  todaySections: [{ order: 10, Section: FocusToday }],
  Background: FocusKeeper,
};
