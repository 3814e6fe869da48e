import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { History } from 'lucide-react';

export const historyWindow: WindowFeature = {
  name: 'history',
  routes: [{ path: '/history', load: () => import('./history-screen.tsx') }],
  rail: [{ to: '/history', label: 'History', icon: History, place: 'look-back', order: 90, keys: 'g h' }],
  commands: [
    {
      id: 'history.open',
      title: 'Go to History',
      group: 'Go to',
      keys: 'g h',
      keywords: ['undo', 'ledger', 'changes', 'audit', 'log'],
      run: (app) => app.goTo('/history'),
    },
  ],
  keys: [
    {
      title: 'History',
      shortcuts: [
        { keys: 'j', label: 'Older' },
        { keys: 'k', label: 'Newer' },
        { keys: 'Enter', label: 'Show what changed' },
        { keys: 'u', label: 'Undo this one' },
        { keys: 'b', label: 'Go back to here' },
      ],
    },
  ],
  tables: {},
};
