import { type PointerEvent, type RefObject, useCallback, useRef, useState } from 'react';
import type { GridScale } from './day-scale.ts';
import { type DragMode, type Place, type Stretch, dragged } from './drag.ts';
import { type Thing, isMovable } from './things.ts';
import { useEscape } from './use-escape.ts';

/** Less than this is a click with an unsteady hand. */
export const THRESHOLD_PX = 4;
const DOUBLE_PRESS_MS = 400;
/** So close to an edge the grid scrolls along. */
const EDGE_PX = 28;

/** A thing under the pointer, and where it would be. Null for a new one being drawn. */
export interface Drag {
  readonly thing: Thing | null;
  readonly stretch: Stretch;
}

interface Gesture {
  readonly mode: DragMode;
  readonly thing: Thing | null;
  readonly from: Place;
  readonly x: number;
  readonly y: number;
  isMoving: boolean;
}

interface GridDragOptions {
  readonly scale: GridScale;
  readonly things: ReadonlyMap<string, Thing>;
  readonly columns: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  onMoved(thing: Thing, to: Stretch): void;
  onDrawn(stretch: Stretch): void;
  /** A press on free time: once to let go of what is selected, twice to begin something there. */
  onFree(place: Place, isSecond: boolean): void;
}

/**
 * Drawing, moving and resizing with the pointer. Things carry `data-key`, their edges `data-edge`. Escape lets go without a
 * change.
 *
 * @returns what is being dragged, and the handlers of the columns
 */
export function useGridDrag({ scale, things, columns, scroller, onMoved, onDrawn, onFree }: GridDragOptions) {
  const gesture = useRef<Gesture | null>(null);
  const lastFreeMs = useRef(Number.NEGATIVE_INFINITY);
  const [drag, setDrag] = useState<Drag | null>(null);

  const placeAt = (event: { clientX: number; clientY: number }): Place => {
    const box = columns.current!.getBoundingClientRect();
    const day = Math.floor(((event.clientX - box.left) / box.width) * scale.days.length);
    const topMin = ((event.clientY - box.top) / box.height) * scale.lengthMin;
    return {
      day: Math.min(Math.max(0, day), scale.days.length - 1),
      topMin: Math.min(Math.max(0, topMin), scale.lengthMin),
    };
  };
  const stop = useCallback((): void => {
    gesture.current = null;
    setDrag(null);
  }, []);

  useEscape(drag !== null, stop);

  return {
    drag,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0 || !(event.target instanceof Element)) return;
        if (event.target.closest('[data-no-drag]') !== null) return;
        const element = event.target.closest<HTMLElement>('[data-key]');
        const thing = things.get(element?.dataset['key'] ?? '') ?? null;
        if (thing !== null && !isMovable(thing)) return;
        const edge = event.target.closest<HTMLElement>('[data-edge]')?.dataset['edge'];
        const mode = thing === null ? 'create' : edge === 'start' || edge === 'end' ? edge : 'move';
        gesture.current = { mode, thing, from: placeAt(event), x: event.clientX, y: event.clientY, isMoving: false };
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const now = gesture.current;
        if (now === null) return;
        if (!now.isMoving) {
          if (Math.hypot(event.clientX - now.x, event.clientY - now.y) < THRESHOLD_PX) return;
          now.isMoving = true;
          event.currentTarget.setPointerCapture(event.pointerId);
        }
        scrollAlong(scroller.current, event.clientY);
        const stretch = dragged(scale, now.mode, now.thing ?? { startMs: 0, endMs: 0 }, now.from, placeAt(event));
        setDrag((before) =>
          before?.stretch.startMs === stretch.startMs && before.stretch.endMs === stretch.endMs
            ? before
            : { thing: now.thing, stretch },
        );
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        const now = gesture.current;
        const last = drag;
        stop();
        if (now === null) return;
        if (!now.isMoving && now.thing === null) {
          const isSecond = event.timeStamp - lastFreeMs.current < DOUBLE_PRESS_MS;
          lastFreeMs.current = isSecond ? Number.NEGATIVE_INFINITY : event.timeStamp;
          onFree(now.from, isSecond);
        }
        if (!now.isMoving || last === null) return;
        if (now.thing === null) onDrawn(last.stretch);
        else if (last.stretch.startMs !== now.thing.startMs || last.stretch.endMs !== now.thing.endMs)
          onMoved(now.thing, last.stretch);
      },
      onPointerCancel: stop,
    },
  };
}

function scrollAlong(scroller: HTMLElement | null, y: number): void {
  if (scroller === null) return;
  const box = scroller.getBoundingClientRect();
  if (y < box.top + EDGE_PX) scroller.scrollBy({ top: -12 });
  else if (y > box.bottom - EDGE_PX) scroller.scrollBy({ top: 12 });
}
