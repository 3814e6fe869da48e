import { type PointerEvent, type RefObject, useCallback, useRef, useState } from 'react';
import type { GridScale } from './day-scale.ts';
import { type DragMode, type Drop, type Place, type Stretch, dragged } from './drag.ts';
import { type Thing, canBeAllDay, isMovable } from './things.ts';
import { useEscape } from './use-escape.ts';

/** Less than this is a click with an unsteady hand. */
export const THRESHOLD_PX = 4;
export const DOUBLE_PRESS_MS = 400;
/** So close to an edge the grid scrolls along. */
const EDGE_PX = 28;
/** So much of a thing's end is taken hold of to make it longer or shorter; of a low one only the lower end. */
const HOLD_PX = 7;
const LOW_PX = 40;

/** A thing under the pointer, and where it would be. Null for a new one being drawn. */
export interface Drag {
  readonly thing: Thing | null;
  readonly to: Drop;
  /** The thing stays where it is: what is put down is another one like it. */
  readonly isCopy: boolean;
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
  onDropped(drag: Drag, event: PointerEvent<HTMLElement>): void;
  onDrawn(stretch: Stretch): void;
  /** A press on free time: once to let go of what is selected, twice to begin something there. */
  onFree(place: Place, isSecond: boolean): void;
}

/**
 * Drawing, moving, copying (with Alt) and resizing with the pointer. Things carry `data-key`. Above the hours an event becomes
 * a whole day. Escape lets go without a change.
 *
 * @returns what is being dragged, and the handlers of the columns
 */
export function useGridDrag({ scale, things, columns, scroller, onDropped, onDrawn, onFree }: GridDragOptions) {
  const gesture = useRef<Gesture | null>(null);
  const lastFreeMs = useRef(Number.NEGATIVE_INFINITY);
  const [drag, setDrag] = useState<Drag | null>(null);

  const stop = useCallback((): void => {
    gesture.current = null;
    setDrag(null);
  }, []);
  useEscape(drag !== null, stop);

  const dropAt = (now: Gesture, event: PointerEvent<HTMLElement>): Drop => {
    const to = placeAt(columns.current!, scale, event);
    const isAbove = event.clientY < scroller.current!.getBoundingClientRect().top;
    const day = scale.days[to.day];
    if (now.mode === 'move' && isAbove && day && now.thing !== null && canBeAllDay(now.thing))
      return { startMs: day.startMs, endMs: day.endMs, allDay: true };
    return dragged(scale, now.mode, now.thing ?? { startMs: 0, endMs: 0 }, now.from, to);
  };

  return {
    drag,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0 || !(event.target instanceof Element)) return;
        if (event.target.closest('[data-no-drag]') !== null) return;
        const element = event.target.closest<HTMLElement>('[data-key]');
        const thing = things.get(element?.dataset['key'] ?? '') ?? null;
        if (thing !== null && !isMovable(thing)) return;
        // From the press on: a quick hand is elsewhere before its first move is told. A thing keeps its own click.
        (element ?? event.currentTarget).setPointerCapture(event.pointerId);
        const mode = element === null || thing === null ? 'create' : (edgeAt(element, event.clientY) ?? 'move');
        const from = placeAt(event.currentTarget, scale, event);
        gesture.current = { mode, thing, from, x: event.clientX, y: event.clientY, isMoving: false };
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const now = gesture.current;
        if (now === null) return showHold(event);
        if (!now.isMoving) {
          if (Math.hypot(event.clientX - now.x, event.clientY - now.y) < THRESHOLD_PX) return;
          now.isMoving = true;
          event.currentTarget.setPointerCapture(event.pointerId);
        }
        scrollAlong(scroller.current, event.clientY);
        const to = dropAt(now, event);
        const isCopy = event.altKey && now.mode === 'move';
        setDrag((before) =>
          before?.isCopy === isCopy &&
          before.to.startMs === to.startMs &&
          before.to.endMs === to.endMs &&
          before.to.allDay === to.allDay
            ? before
            : { thing: now.thing, to, isCopy },
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
        if (last.thing === null) onDrawn(last.to);
        else onDropped(last, event);
      },
      onPointerCancel: stop,
    },
  };
}

/** The place of the grid under the pointer, or the nearest one. */
export function placeAt(columns: HTMLElement, scale: GridScale, point: { clientX: number; clientY: number }): Place {
  const box = columns.getBoundingClientRect();
  const day = Math.floor(((point.clientX - box.left) / box.width) * scale.days.length);
  const topMin = ((point.clientY - box.top) / box.height) * scale.lengthMin;
  return {
    day: Math.min(Math.max(0, day), scale.days.length - 1),
    topMin: Math.min(Math.max(0, topMin), scale.lengthMin),
  };
}

function edgeAt(element: HTMLElement, y: number): 'start' | 'end' | undefined {
  const box = element.getBoundingClientRect();
  if (box.bottom - y <= HOLD_PX) return 'end';
  const hasStart = box.height >= LOW_PX && element.dataset['continued'] === undefined;
  return hasStart && y - box.top <= HOLD_PX ? 'start' : undefined;
}

/** Shows by the pointer where a thing can be made longer; an element for each edge would double what a step draws. */
function showHold(event: PointerEvent<HTMLElement>): void {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
  const isHold = element !== null && edgeAt(element, event.clientY) !== undefined;
  if (isHold) event.currentTarget.dataset['hold'] = '';
  else delete event.currentTarget.dataset['hold'];
}

function scrollAlong(scroller: HTMLElement | null, y: number): void {
  if (scroller === null) return;
  const box = scroller.getBoundingClientRect();
  // Far above the hours the pointer means the whole day.
  if (y > box.top - EDGE_PX && y < box.top + EDGE_PX) scroller.scrollBy({ top: -12 });
  else if (y > box.bottom - EDGE_PX) scroller.scrollBy({ top: 12 });
}
