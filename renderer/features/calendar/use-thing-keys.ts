import { type KeyboardEvent, useLayoutEffect, useMemo, useRef } from 'react';
import { DIRECTIONS, type Direction } from './grid-keys.ts';
import type { ThingActions } from './thing-view.tsx';
import { type Thing, isMovable } from './things.ts';
import type { Nudging } from './use-nudge.ts';
import type { ViewProps } from './view-props.ts';

interface ThingKeysOptions extends Pick<ViewProps, 'onOpen' | 'onRemove' | 'onMoveTo' | 'onDuplicate'> {
  readonly things: ReadonlyMap<string, Thing>;
  readonly nudge: Nudging;
  /** An arrow moves the thing that has the focus. @returns whether the key was used */
  onPush(thing: Thing, direction: Direction, isResize: boolean): boolean;
  /** An arrow leads on from it. @returns whether there was somewhere to go */
  onStep(thing: Thing, direction: Direction): boolean;
}

/** What keys do to the thing that has the focus, the same in every view. The actions stay the same ones at each render. */
export function useThingKeys(options: ThingKeysOptions): ThingActions {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  return useMemo<ThingActions>(
    () => ({
      leave: () => void latest.current.nudge.commit(),
      open(key) {
        const thing = latest.current.things.get(key);
        if (thing) latest.current.onOpen(thing, false);
      },
      press(key, event) {
        const thing = latest.current.things.get(key);
        if (thing && !event.nativeEvent.isComposing && pressed(latest.current, thing, event)) event.preventDefault();
      },
    }),
    [],
  );
}

function pressed(options: ThingKeysOptions, thing: Thing, event: KeyboardEvent<HTMLElement>): boolean {
  const { nudge } = options;
  const direction = DIRECTIONS[event.key];
  const isMod = event.ctrlKey || event.metaKey;
  const isPlain = !event.altKey && !isMod;
  if (direction && event.altKey && isMovable(thing)) return options.onPush(thing, direction, event.shiftKey);
  if (direction && isPlain) return options.onStep(thing, direction);
  // Not written yet: undo takes back this move, not the change before it.
  if (nudge.current !== null && isMod && event.key === 'z') return nudge.cancel();
  if (isMod && !event.altKey && event.key.toLowerCase() === 'd') {
    options.onDuplicate(thing);
    return true;
  }
  if (!isPlain) return false;
  switch (event.key) {
    case 'Escape':
      return nudge.cancel();
    case 'Enter':
    case ' ':
      // A proposed block is open already: Space is the plan's, which asks what if.
      if (event.key === ' ' && thing.kind === 'proposed' && nudge.current === null) return false;
      if (!nudge.commit()) options.onOpen(thing, true);
      return true;
    case 'Delete':
    case 'Backspace':
      options.onRemove(thing);
      return true;
    case 'm':
      if (isMovable(thing)) options.onMoveTo(thing);
      return true;
    default:
      return false;
  }
}
