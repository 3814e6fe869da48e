import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { WalletCards } from 'lucide-react';

export const expensesWindow: WindowFeature = {
  name: 'expenses',
  routes: [{ path: '/money', load: () => import('./money-screen.tsx') }],
  rail: [{ to: '/money', label: 'Money', icon: WalletCards, place: 'look-back', order: 40, keys: 'g m' }],
  commands: [
    { id: 'expenses.open', title: 'Go to Money', group: 'Go to', keys: 'g m', run: (app) => app.goTo('/money') },
    {
      id: 'expenses.new',
      title: 'New expense',
      group: 'Money',
      keywords: ['spent', 'pay', 'cost'],
      run: (app) => app.goTo('/money?new=1'),
    },
  ],
  keys: [
    {
      title: 'Money',
      shortcuts: [
        { keys: 'n', label: 'New expense' },
        { keys: '[', label: 'Month before' },
        { keys: ']', label: 'Month after' },
        { keys: 'Delete', label: 'Delete the expense' },
      ],
    },
  ],
  tables: { expense: [['expenses']] },
};
