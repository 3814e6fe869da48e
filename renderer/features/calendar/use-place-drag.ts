import type { TaskToPlan } from '#contract/calendar';
import { type MouseEvent, type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Stretch } from './drag.ts';
import { useEscape } from './use-escape.ts';
import { THRESHOLD_PX } from './use-grid-drag.ts';
import type { Surface } from './view-props.ts';

/** A task on its way from the list to the calendar; `to` is null while it is not over a time. */
export interface Placing {
  readonly task: TaskToPlan;
  readonly to: Stretch | null;
}

interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

interface PlaceDragOptions {
  readonly surface: RefObject<Surface | null>;
  taskOf(key: string): TaskToPlan | undefined;
  durationOf(task: TaskToPlan): number;
  onPlacing(placing: Placing | null): void;
  onPlace(task: TaskToPlan, to: Stretch): void;
}

/**
 * Carries a task from a list onto the calendar. Rows carry `data-task`. Escape lets go without a change.
 *
 * @returns what is carried, the element that follows the pointer, and the handlers of the list
 */
export function usePlaceDrag(options: PlaceDragOptions) {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const gesture = useRef<{ task: TaskToPlan; x: number; y: number; last: Point; isMoving: boolean } | null>(null);
  /** The click that ends a drag is none. */
  const wasDragged = useRef(false);
  const follower = useRef<HTMLDivElement>(null);
  const [placing, setPlacing] = useState<Placing | null>(null);

  const show = useCallback((next: Placing | null): void => {
    setPlacing((before) =>
      before !== null && next !== null && before.to?.startMs === next.to?.startMs ? before : next,
    );
  }, []);
  const stop = useCallback((): void => {
    gesture.current = null;
    show(null);
  }, [show]);
  useEscape(placing !== null, stop);
  useEffect(() => {
    latest.current.onPlacing(placing);
  }, [placing]);

  const follow = useCallback((): void => {
    const now = gesture.current;
    if (now === null || !now.isMoving) return;
    const { surface, durationOf } = latest.current;
    const to = surface.current?.at(now.last, durationOf(now.task));
    // Time for a task is hours: above them there is no place for it.
    show({ task: now.task, to: to === undefined || to.allDay === true ? null : to });
    const { clientX, clientY } = now.last;
    follower.current?.style.setProperty('transform', `translate(${clientX + 12}px, ${clientY + 12}px)`);
  }, [show]);
  const isCarrying = placing !== null;
  useEffect(() => {
    if (!isCarrying) return;
    follow();
    // The wheel moves the hours under a pointer that stays.
    window.addEventListener('scroll', follow, { capture: true });
    return () => window.removeEventListener('scroll', follow, { capture: true });
  }, [isCarrying, follow]);

  return {
    placing,
    follower,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        wasDragged.current = false;
        if (event.button !== 0 || !(event.target instanceof Element)) return;
        const row = event.target.closest<HTMLElement>('[data-task]');
        const task = latest.current.taskOf(row?.dataset['task'] ?? '');
        if (!row || !task) return;
        // From the press on: a quick hand is off the list before its first move is told. The row keeps its own click.
        row.setPointerCapture(event.pointerId);
        gesture.current = { task, x: event.clientX, y: event.clientY, last: event, isMoving: false };
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const now = gesture.current;
        if (now === null) return;
        now.last = { clientX: event.clientX, clientY: event.clientY };
        if (!now.isMoving) {
          if (Math.hypot(event.clientX - now.x, event.clientY - now.y) < THRESHOLD_PX) return;
          now.isMoving = true;
          wasDragged.current = true;
        }
        follow();
      },
      onPointerUp() {
        const last = gesture.current?.isMoving === true ? placing : null;
        stop();
        if (last?.to) latest.current.onPlace(last.task, last.to);
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
