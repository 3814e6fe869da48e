import { useEffect } from 'react';

/** While something is dragged, Escape lets go of it without a change, and means nothing else. */
export function useEscape(isDragging: boolean, letGo: () => void): void {
  useEffect(() => {
    if (!isDragging) return;
    const cancel = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      letGo();
    };
    window.addEventListener('keydown', cancel, { capture: true });
    return () => window.removeEventListener('keydown', cancel, { capture: true });
  }, [isDragging, letGo]);
}
