import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { GridScale } from './day-scale.ts';

/** How much is seen before the first working hour. */
const LEAD_MIN = 75;

/**
 * A day opens where work begins; later steps keep their place.
 *
 * @param scrollTopRef how far all are scrolled, once one is
 */
export function useScrollToStart(
  scroller: RefObject<HTMLElement | null>,
  scale: GridScale,
  firstMinute: number,
  scrollTopRef: RefObject<number | null>,
): void {
  const isPlaced = useRef(false);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || isPlaced.current) return;
    isPlaced.current = true;
    const top = (Math.max(0, firstMinute - LEAD_MIN) / scale.lengthMin) * element.scrollHeight;
    element.scrollTo({ top: scrollTopRef.current ?? top });
  }, [scroller, scale.lengthMin, firstMinute, scrollTopRef]);
}
