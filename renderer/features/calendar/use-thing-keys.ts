import { type FocusEvent, type KeyboardEvent, type MouseEvent, useLayoutEffect, useMemo, useRef } from 'react';
import { DIRECTIONS, type Direction } from './grid-keys.ts';
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

/** Of the element around all things: theirs are found by `data-key`, so that none carries handlers of its own. */
export interface ThingHandlers {
  onClick(event: MouseEvent<HTMLElement>): void;
  onBlur(event: FocusEvent<HTMLElement>): void;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
}

/** What a click and keys do to a thing, the same in every view. The handlers stay the same ones at each render. */
export function useThingKeys(options: ThingKeysOptions): ThingHandlers {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  return useMemo<ThingHandlers>(
    () => ({
      onBlur(event) {
        if (keyOf(event) !== undefined) latest.current.nudge.commit();
      },
      onClick(event) {
        const thing = latest.current.things.get(keyOf(event) ?? '');
        if (thing) latest.current.onOpen(thing, false);
      },
      onKeyDown(event) {
        const thing = latest.current.things.get(keyOf(event) ?? '');
        if (thing && !event.nativeEvent.isComposing && pressed(latest.current, thing, event)) event.preventDefault();
      },
    }),
    [],
  );
}

/** What lies inside a thing belongs to it; what floats above it and only comes through React's tree does not. */
function keyOf({ target, currentTarget }: { target: EventTarget; currentTarget: HTMLElement }): string | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
  return element !== null && currentTarget.contains(element) ? element.dataset['key'] : undefined;
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
