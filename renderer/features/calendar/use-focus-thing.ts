import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

/**
 * Focuses a thing as soon as it is drawn: one that moves is drawn in another place and would lose the focus. What is
 * selected gets it when nothing else has it, as after a pane or dialog has gone.
 */
export function useFocusThing(root: RefObject<HTMLElement | null>, selectedKey: string | null): (key: string) => void {
  const wanted = useRef<string | null>(null);
  const lastSelected = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (root.current === null || root.current.closest('[data-waiting]') !== null) return;
    const focused = document.activeElement;
    const isLost = focused === null || focused === document.body;
    // Stepping through a plan takes the focus along, unless it is in another part of the page.
    const isFollowing = selectedKey !== lastSelected.current && root.current.contains(focused);
    const key = wanted.current ?? (isLost || isFollowing ? selectedKey : null);
    lastSelected.current = selectedKey;
    if (key === null) return;
    const element = root.current.querySelector<HTMLElement>(`[data-key="${key}"]:not([data-continued])`);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  });
  return useCallback((key) => {
    wanted.current = key;
  }, []);
}
