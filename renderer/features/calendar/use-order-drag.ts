import { type MouseEvent, type PointerEvent, type RefObject, useCallback, useRef, useState } from 'react';
import styles from './calendar-list.module.css';
import { useEscape } from './use-escape.ts';
import { THRESHOLD_PX } from './use-grid-drag.ts';

interface OrderDragOptions {
  /** Its children are the rows; what is taken hold of carries `data-calendar`, the row's place. */
  readonly list: RefObject<HTMLElement | null>;
  onPlace(from: number, to: number): void;
}

/** Carries a row of a list to another place in it. Escape lets go without a change. */
export function useOrderDrag({ list, onPlace }: OrderDragOptions) {
  const gesture = useRef<{ from: number; y: number; isMoving: boolean } | null>(null);
  /** The click that ends a drag is none. */
  const wasDragged = useRef(false);
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const stop = useCallback((): void => {
    gesture.current = null;
    setDrag(null);
  }, []);
  useEscape(drag !== null, stop);

  const rowAt = (y: number): number => {
    const boxes = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    const found = boxes.findIndex(({ bottom }) => y < bottom);
    return found === -1 ? boxes.length - 1 : found;
  };
  return {
    /** The line at which the row would be let in. */
    markOf: (index: number): string | undefined =>
      drag === null || drag.to !== index || drag.to === drag.from
        ? undefined
        : drag.to < drag.from
          ? styles['above']
          : styles['below'],
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        wasDragged.current = false;
        const held = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-calendar]') : null;
        if (event.button !== 0 || held === null) return;
        held.setPointerCapture(event.pointerId);
        gesture.current = { from: Number(held.dataset['calendar']), y: event.clientY, isMoving: false };
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const now = gesture.current;
        if (now === null || (!now.isMoving && Math.abs(event.clientY - now.y) < THRESHOLD_PX)) return;
        now.isMoving = true;
        wasDragged.current = true;
        const to = rowAt(event.clientY);
        setDrag((before) => (before?.to === to ? before : { from: now.from, to }));
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        const now = gesture.current;
        stop();
        if (now?.isMoving === true) onPlace(now.from, rowAt(event.clientY));
      },
      onPointerCancel: stop,
      onClickCapture(event: MouseEvent) {
        if (!wasDragged.current) return;
        wasDragged.current = false;
        event.preventDefault();
        event.stopPropagation();
      },
    },
  };
}
