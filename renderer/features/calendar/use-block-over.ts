import { type RefObject, useEffect, useState } from 'react';
import { isOverToPlan } from './over-to-plan.ts';

/** Whether a block is being dragged over an element: letting go there takes it off the calendar. */
export function useBlockOver(element: RefObject<HTMLElement | null>): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    let isBlock = false;
    const press = ({ target }: PointerEvent): void => {
      isBlock = target instanceof Element && target.closest('[data-key^="block:"]') !== null;
    };
    const move = (event: PointerEvent): void => {
      if (isBlock) setOver(element.current !== null && isOverToPlan(event));
    };
    const end = (): void => {
      isBlock = false;
      setOver(false);
    };
    const keys = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') end();
    };
    window.addEventListener('pointerdown', press, { capture: true });
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end, { capture: true });
    window.addEventListener('pointercancel', end, { capture: true });
    window.addEventListener('keydown', keys, { capture: true });
    return () => {
      window.removeEventListener('pointerdown', press, { capture: true });
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end, { capture: true });
      window.removeEventListener('pointercancel', end, { capture: true });
      window.removeEventListener('keydown', keys, { capture: true });
    };
  }, [element]);
  return isOver;
}
