import { type PointerEvent, useCallback, useRef, useState } from 'react';
import { byDays } from './by-days.ts';
import type { Stretch } from './drag.ts';
import { type Thing, isMovable } from './things.ts';
import { THRESHOLD_PX } from './use-grid-drag.ts';
import { useEscape } from './use-escape.ts';

interface Gesture {
  readonly thing: Thing;
  readonly mode: 'move' | 'start' | 'end';
  readonly x: number;
  readonly fromDay: number;
  isMoving: boolean;
}

interface LaneDragOptions {
  readonly things: ReadonlyMap<string, Thing>;
  /** How many days the lane shows. */
  readonly days: number;
  readonly zone: string;
  onMoved(thing: Thing, to: Stretch): void;
}

/** A thing of the lane under the pointer, and where it would be. */
export interface LaneDrag {
  readonly thing: Thing;
  readonly stretch: Stretch;
}

/**
 * Moving and resizing by whole days with the pointer. Things carry `data-key`, their edges `data-edge`. Escape lets go
 * without a change.
 *
 * @returns what is being dragged, and the handlers of the lane
 */
export function useLaneDrag({ things, days, zone, onMoved }: LaneDragOptions) {
  const gesture = useRef<Gesture | null>(null);
  const [drag, setDrag] = useState<LaneDrag | null>(null);
  const stop = useCallback((): void => {
    gesture.current = null;
    setDrag(null);
  }, []);
  useEscape(drag !== null, stop);

  const dayAt = ({ clientX, currentTarget }: PointerEvent<HTMLElement>): number => {
    const box = currentTarget.getBoundingClientRect();
    return Math.min(Math.max(0, Math.floor(((clientX - box.left) / box.width) * days)), days - 1);
  };

  return {
    drag,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0 || !(event.target instanceof Element)) return;
        const element = event.target.closest<HTMLElement>('[data-key]');
        const thing = things.get(element?.dataset['key'] ?? '');
        if (!thing || !isMovable(thing)) return;
        const edge = event.target.closest<HTMLElement>('[data-edge]')?.dataset['edge'];
        const mode = edge === 'start' || edge === 'end' ? edge : 'move';
        gesture.current = { thing, mode, x: event.clientX, fromDay: dayAt(event), isMoving: false };
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const now = gesture.current;
        if (now === null) return;
        if (!now.isMoving) {
          if (Math.abs(event.clientX - now.x) < THRESHOLD_PX) return;
          now.isMoving = true;
          event.currentTarget.setPointerCapture(event.pointerId);
        }
        const stretch = byDays(now.thing, now.mode, dayAt(event) - now.fromDay, zone);
        setDrag((before) =>
          before?.stretch.startMs === stretch.startMs && before.stretch.endMs === stretch.endMs
            ? before
            : { thing: now.thing, stretch },
        );
      },
      onPointerUp() {
        const last = drag;
        stop();
        if (last === null) return;
        const { thing, stretch } = last;
        if (stretch.startMs !== thing.startMs || stretch.endMs !== thing.endMs) onMoved(thing, stretch);
      },
      onPointerCancel: stop,
    },
  };
}
