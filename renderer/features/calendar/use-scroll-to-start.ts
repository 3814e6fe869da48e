import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { GridScale } from './day-scale.ts';

/** How much is seen before the first working hour. */
const LEAD_MIN = 75;

/** A day opens where work begins; later steps keep their place. */
export function useScrollToStart(scroller: RefObject<HTMLElement | null>, scale: GridScale, firstMinute: number): void {
  const isPlaced = useRef(false);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || isPlaced.current) return;
    isPlaced.current = true;
    element.scrollTo({ top: (Math.max(0, firstMinute - LEAD_MIN) / scale.lengthMin) * element.scrollHeight });
  }, [scroller, scale.lengthMin, firstMinute]);
}
