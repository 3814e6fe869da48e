import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { CaptureBar } from './capture-bar.tsx';

export { CaptureLine } from './capture-line.tsx';

export const captureWindow: WindowFeature = {
  name: 'capture',
  routes: [{ path: '/capture', load: () => import('./capture-screen.tsx'), isBare: true }],
  commands: [
    {
      id: 'capture.open',
      title: 'Capture what is on my mind',
      group: 'Capture',
      keys: 'Mod+Shift+Space',
      keywords: ['quick add', 'brain dump', 'new', 'note', 'task', 'event'],
      run: (app) => app.openCapture(),
    },
  ],
  keys: [
    {
      title: 'While capturing',
      shortcuts: [
        { keys: 'Enter', label: 'File it' },
        { keys: 'Mod+Enter', label: 'File all of it in the journal' },
        { keys: 'Shift+Enter', label: 'New line' },
        { keys: 'Alt+W', label: 'Leave what the caret is in as words' },
        { keys: 'Escape', label: 'Keep it as a draft' },
      ],
    },
  ],
  tables: {},
  Background: CaptureBar,
};
