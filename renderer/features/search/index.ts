import { client } from '#renderer/data/api.ts';
import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { showToast } from '#renderer/ui/toasts.tsx';
import { namesMode } from './names-mode.ts';

export { Marked } from './marked.tsx';
export { usePaletteHits } from './use-palette-hits.ts';

export const searchWindow: WindowFeature = {
  name: 'search',
  routes: [{ path: '/search', load: () => import('./search-screen.tsx') }],
  commands: [
    {
      id: 'search.open',
      title: 'Search everything',
      group: 'Go to',
      keys: 'Mod+Shift+F',
      keywords: ['find'],
      run: (app) => app.goTo('/search'),
    },
    {
      id: 'search.forgetUses',
      title: 'Forget what I chose here before',
      group: 'Search',
      keywords: ['palette', 'often', 'recent', 'clear', 'erase'],
      run: async () => {
        await client.search.forgetUses();
        showToast({ message: 'Forgotten. Commands stand in their own order again.' });
      },
    },
  ],
  paletteModes: [namesMode('#', 'Tags'), namesMode('@', 'People')],
  keys: [
    {
      title: 'Search',
      shortcuts: [
        { keys: '/', label: 'Back to the words' },
        { keys: 'ArrowDown', label: 'From the words to the results' },
        { keys: 'j', label: 'Next result' },
        { keys: 'k', label: 'Result before' },
        { keys: 'Enter', label: 'Open' },
      ],
    },
  ],
  tables: {
    entry: [['search']],
    task: [['search']],
    event: [['search']],
    expense: [['search']],
    project: [['search']],
    area: [['search']],
    tag: [['search']],
    task_tag: [['search']],
    focus_session: [['search']],
    saved_search: [['search', 'saved']],
  },
};
