import { useLayoutEffect, useRef } from 'react';

import type { Shortcut } from './shortcut-matcher.ts';
import { registerShortcuts, type ShortcutScope } from './shortcut-registry.ts';

/**
 * Listens to shortcuts while the component is mounted.
 *
 * Plain keys are left alone while one types; sequences are parted by a space (`g t`). The list may be a new one at each
 * render. A view's shortcut goes before the app's on the same key.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], scope: ShortcutScope = 'view'): void {
  const latest = useRef(shortcuts);
  // Before anything is painted: what can be seen can be used.
  useLayoutEffect(() => {
    latest.current = shortcuts;
  }, [shortcuts]);
  useLayoutEffect(() => registerShortcuts(scope, () => latest.current), [scope]);
}
