import { useEffect, useRef, useState } from 'react';
import { byDays } from './by-days.ts';
import type { Stretch } from './drag.ts';
import { type Direction, nudged } from './grid-keys.ts';
import { type Thing, isAcrossDays } from './things.ts';

/** After the last of several presses, so that they are one change. */
const PAUSE_MS = 900;

export interface Nudging {
  /** The thing on its way and where it would be. */
  readonly current: { readonly key: string; readonly stretch: Stretch } | null;
  push(thing: Thing, direction: Direction, isResize: boolean): void;
  /** @returns whether there was something to put down */
  commit(): boolean;
  /** @returns whether there was something to put back */
  cancel(): boolean;
}

/**
 * Moving with the keyboard: live at each press, written after a pause, Enter, or when the focus leaves.
 *
 * @param unit what an arrow moves by: of hours, or where only days are seen of days and weeks
 */
export function useNudge(
  things: ReadonlyMap<string, Thing>,
  zone: string,
  onMove: (thing: Thing, to: Stretch) => void,
  unit: 'time' | 'days' = 'time',
): Nudging {
  const [current, setCurrent] = useState<Nudging['current']>(null);
  const isMoving = useRef(false);

  function commit(): boolean {
    // Drawn in another place the thing loses the focus for a moment: that is not leaving.
    if (current === null || isMoving.current) return false;
    const thing = things.get(current.key);
    setCurrent(null);
    const { startMs, endMs } = current.stretch;
    if (thing && (thing.startMs !== startMs || thing.endMs !== endMs)) onMove(thing, current.stretch);
    return true;
  }

  function pushed(thing: Thing, from: Stretch, direction: Direction, isResize: boolean): Stretch {
    const isSideways = direction === 'left' || direction === 'right';
    const inDays = isAcrossDays(thing);
    if (unit === 'time' && !(isSideways && inDays)) return nudged(from, direction, isResize, zone);
    if (isResize && !inDays) return from;
    const sign = direction === 'left' || direction === 'up' ? -1 : 1;
    return byDays(from, isResize ? 'end' : 'move', isSideways ? sign : sign * 7, zone);
  }

  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
    isMoving.current = false;
  });
  useEffect(() => {
    if (current === null) return;
    const timer = setTimeout(() => latest.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [current]);

  return {
    current,
    push(thing, direction, isResize) {
      isMoving.current = true;
      const from = current?.key === thing.key ? current.stretch : { startMs: thing.startMs, endMs: thing.endMs };
      setCurrent({ key: thing.key, stretch: pushed(thing, from, direction, isResize) });
    },
    commit,
    cancel() {
      setCurrent(null);
      return current !== null;
    },
  };
}
