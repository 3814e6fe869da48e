import type { WindowFeature } from '#renderer/data/window-feature.ts';

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
  ],
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
