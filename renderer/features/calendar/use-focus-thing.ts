import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

/** Focuses a thing as soon as it is drawn: one that moves is drawn in another place and would lose the focus. */
export function useFocusThing(root: RefObject<HTMLElement | null>): (key: string) => void {
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const element = root.current?.querySelector<HTMLElement>(`[data-key="${wanted.current}"]:not([data-continued])`);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  });
  return useCallback((key) => {
    wanted.current = key;
  }, []);
}
