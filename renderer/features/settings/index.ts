import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { Settings2 } from 'lucide-react';

export const settingsWindow: WindowFeature = {
  name: 'settings',
  routes: [{ path: '/settings', load: () => import('./settings-screen.tsx') }],
  rail: [{ to: '/settings', label: 'Settings', icon: Settings2, place: 'foot', order: 90, keys: 'g s' }],
  commands: [
    {
      id: 'settings.open',
      title: 'Go to Settings',
      group: 'Go to',
      keys: 'g s',
      keywords: ['preferences', 'options', 'theme', 'dark', 'light', 'backup', 'working hours'],
      run: (app) => app.goTo('/settings'),
    },
    {
      id: 'settings.preferences',
      title: 'Settings',
      group: 'Everywhere',
      keys: 'Mod+,',
      run: (app) => app.goTo('/settings'),
    },
  ],
  tables: { setting: [['settings'], ['system', 'status']] },
};
