import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

/**
 * Focuses a thing as soon as it is drawn: one that moves is drawn in another place and would lose the focus. What is
 * selected gets it when nothing else has it, as after a pane or dialog has gone.
 */
export function useFocusThing(root: RefObject<HTMLElement | null>, selectedKey: string | null): (key: string) => void {
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    const key = wanted.current ?? (isLost ? selectedKey : null);
    if (key === null) return;
    const element = root.current?.querySelector<HTMLElement>(`[data-key="${key}"]:not([data-continued])`);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  });
  return useCallback((key) => {
    wanted.current = key;
  }, []);
}
