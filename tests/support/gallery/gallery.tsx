import { createRoot } from 'react-dom/client';

import { UiProvider } from '#renderer/ui/ui-provider.tsx';
import '#renderer/ui/styles.css';

import { GalleryWindow } from './gallery-window.tsx';

// ?theme=dark&density=compact&view=parts
const choice = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = choice.get('theme') ?? 'light';
document.documentElement.dataset['density'] = choice.get('density') ?? 'comfortable';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
createRoot(root).render(
  <UiProvider>
    <GalleryWindow isEmpty={choice.has('empty')} />
  </UiProvider>,
);
