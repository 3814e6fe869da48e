import type { Day } from '#contract/time';
import type { PointerEvent, RefObject } from 'react';
import type { Drop } from './drag.ts';
import type { Thing } from './things.ts';
import type { Drag } from './use-grid-drag.ts';

/** Tells what a point of the window means as a place on the calendar. */
export interface Surface {
  /** @returns where something of this length would be if it was put down there; undefined beside the calendar */
  at(point: { clientX: number; clientY: number }, durationMin: number): Drop | undefined;
}

/** What a person does on any view of the calendar; the same functions at each render. */
export interface ViewActs {
  onSelect(key: string | null): void;
  /** `byKeyboard`: what opens takes the focus. */
  onOpen(thing: Thing, byKeyboard: boolean): void;
  onMove(thing: Thing, to: Drop): void;
  /** Put down with the pointer, perhaps as a copy, perhaps outside. */
  onDropped(drag: Drag, event: PointerEvent<HTMLElement>): void;
  onDrawn(to: Drop): void;
  onPickDay(day: Day): void;
  onRemove(thing: Thing): void;
  onMoveTo(thing: Thing): void;
  onDuplicate(thing: Thing): void;
  /** Takes another day in hand, which may lie beside what is shown. @param isWanted its head takes the focus */
  onDay(day: Day, isWanted?: boolean): void;
}

/** What every view of the calendar shows, and what is done on it. */
export interface ViewProps extends ViewActs {
  readonly zone: string;
  readonly things: readonly Thing[];
  /** By the keys of things that want the same time as others. */
  readonly conflicts: ReadonlyMap<string, readonly Thing[]>;
  readonly nowMs: number;
  readonly today: Day;
  readonly selectedKey: string | null;
  readonly surface?: RefObject<Surface | null>;
  /** Days without working hours stand back. */
  readonly isOff: (day: Day) => boolean;
}
