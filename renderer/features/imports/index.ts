import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { DropAnywhere } from './drop-anywhere.tsx';

export const importsWindow: WindowFeature = {
  name: 'imports',
  routes: [{ path: '/import', load: () => import('./import-screen.tsx') }],
  commands: [
    {
      id: 'imports.open',
      title: 'Import from another app',
      group: 'Data',
      keys: 'g o',
      keywords: [
        'bring',
        'obsidian',
        'markdown',
        'todoist',
        'day one',
        'bear',
        'keep',
        'ics',
        'csv',
        'kindle',
        'upload',
        'migrate',
      ],
      run: (app) => app.goTo('/import'),
    },
  ],
  keys: [
    {
      title: 'Import',
      shortcuts: [
        { keys: 'o', label: 'Choose files' },
        { keys: 'Shift+O', label: 'Choose a folder' },
        { keys: 'Mod+Enter', label: 'Import what is shown' },
        { keys: 'Escape', label: 'Not now' },
      ],
    },
  ],
  tables: { import_item: [['imports']] },
  Background: DropAnywhere,
};
