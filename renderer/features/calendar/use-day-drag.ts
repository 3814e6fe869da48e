import { type PointerEvent, useCallback, useRef, useState } from 'react';
import { byDays } from './by-days.ts';
import type { Drop } from './drag.ts';
import { type Thing, isAcrossDays, isMovable } from './things.ts';
import { useEscape } from './use-escape.ts';
import { DOUBLE_PRESS_MS, type Drag, THRESHOLD_PX } from './use-grid-drag.ts';

interface Gesture {
  /** Null: days are drawn over for something new. */
  readonly thing: Thing | null;
  readonly mode: 'move' | 'start' | 'end';
  readonly x: number;
  readonly y: number;
  readonly fromDay: number;
  isMoving: boolean;
}

interface DayDragOptions {
  readonly things: ReadonlyMap<string, Thing>;
  readonly zone: string;
  /** Which of the days shown lies under the pointer, or nearest to it. */
  dayAt(event: PointerEvent<HTMLElement>): number;
  /** The stretch from the beginning of one of the days shown to the end of another; `to` is inclusive. */
  stretchOf(from: number, to: number): Drop;
  /** A place apart from days, such as the hours below the lane. */
  elsewhere?(thing: Thing, event: PointerEvent<HTMLElement>): Drop | undefined;
  onDropped(drag: Drag, event: PointerEvent<HTMLElement>): void;
  onDrawn(to: Drop): void;
  /** A press beside everything. */
  onFree?(day: number): void;
}

/**
 * Moving, copying (with Alt), resizing and drawing by whole days with the pointer. Things carry `data-key`, their edges
 * `data-edge`. Escape lets go without a change.
 *
 * @returns what is being dragged, and the handlers of the days
 */
export function useDayDrag(options: DayDragOptions) {
  const gesture = useRef<Gesture | null>(null);
  const lastFree = useRef({ atMs: Number.NEGATIVE_INFINITY, day: -1 });
  const [drag, setDrag] = useState<Drag | null>(null);
  const stop = useCallback((): void => {
    gesture.current = null;
    setDrag(null);
  }, []);
  useEscape(drag !== null, stop);

  const dropAt = ({ thing, mode, fromDay }: Gesture, event: PointerEvent<HTMLElement>): Drop => {
    const day = options.dayAt(event);
    if (thing === null) return options.stretchOf(Math.min(fromDay, day), Math.max(fromDay, day));
    const elsewhere = mode === 'move' ? options.elsewhere?.(thing, event) : undefined;
    return elsewhere ?? byDays(thing, mode, day - fromDay, options.zone);
  };

  return {
    drag,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0 || !(event.target instanceof Element)) return;
        if (event.target.closest('[data-no-drag]') !== null) return;
        const element = event.target.closest<HTMLElement>('[data-key]');
        const key = element?.dataset['key'];
        const thing = key === undefined ? null : options.things.get(key);
        if (thing === undefined || (thing !== null && !isMovable(thing))) return;
        // From the press on: a quick hand is elsewhere before its first move is told. A thing keeps its own click.
        (element ?? event.currentTarget).setPointerCapture(event.pointerId);
        const edge = event.target.closest<HTMLElement>('[data-edge]')?.dataset['edge'];
        const canResize = thing !== null && isAcrossDays(thing);
        const mode = canResize && (edge === 'start' || edge === 'end') ? edge : 'move';
        const { clientX: x, clientY: y } = event;
        gesture.current = { thing, mode, x, y, fromDay: options.dayAt(event), isMoving: false };
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const now = gesture.current;
        if (now === null) return;
        if (!now.isMoving) {
          if (Math.hypot(event.clientX - now.x, event.clientY - now.y) < THRESHOLD_PX) return;
          now.isMoving = true;
          event.currentTarget.setPointerCapture(event.pointerId);
        }
        const to = dropAt(now, event);
        const isCopy = event.altKey && now.mode === 'move' && now.thing !== null;
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
          const { atMs, day } = lastFree.current;
          const isSecond = event.timeStamp - atMs < DOUBLE_PRESS_MS && day === now.fromDay;
          lastFree.current = { atMs: isSecond ? Number.NEGATIVE_INFINITY : event.timeStamp, day: now.fromDay };
          if (isSecond) options.onDrawn(options.stretchOf(now.fromDay, now.fromDay));
          else options.onFree?.(now.fromDay);
        }
        if (!now.isMoving || last === null) return;
        if (last.thing === null) options.onDrawn(last.to);
        else options.onDropped(last, event);
      },
      onPointerCancel: stop,
    },
  };
}
