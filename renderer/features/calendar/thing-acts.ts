import type { Planning } from '#renderer/features/plan/index.ts';
import type { PointerEvent } from 'react';
import type { Drop } from './drag.ts';
import { isOverToPlan } from './over-to-plan.ts';
import type { Thing } from './things.ts';
import type { CalendarCommands } from './use-calendar-commands.ts';
import type { Drag } from './use-grid-drag.ts';
import type { AskScope } from './use-scope-question.ts';

interface ThingActsOptions {
  readonly commands: CalendarCommands;
  readonly planning: Planning;
  readonly ask: AskScope;
  select(key: string | null): void;
}

/** What is done to a thing of the calendar, whatever it is: an event that repeats is asked about first, a proposal is decided. */
export interface ThingActs {
  move(thing: Thing, to: Drop): void;
  remove(thing: Thing): void;
  duplicate(thing: Thing): void;
  /** Put down with the pointer. */
  drop(drag: Drag, event: PointerEvent): void;
}

export function thingActs({ commands, planning, ask, select }: ThingActsOptions): ThingActs {
  const moveEvent = async (thing: Thing & { kind: 'event' }, to: Drop): Promise<void> => {
    const given = await ask(thing.event, 'move');
    if (given !== undefined) commands.move(thing, to, given.scope);
  };
  const removeEvent = async (thing: Thing & { kind: 'event' }): Promise<void> => {
    const given = await ask(thing.event, 'delete');
    if (given === undefined) return;
    commands.remove(thing, given.scope);
    select(null);
  };
  const move = (thing: Thing, to: Drop): void => {
    if (thing.kind === 'proposed') planning.place(thing.key, to);
    else if (thing.kind === 'event') void moveEvent(thing, to);
    else commands.move(thing, to);
    select(thing.key);
  };
  const remove = (thing: Thing): void => {
    if (thing.kind === 'proposed') return planning.decide(thing.key, 'refuse');
    if (thing.kind === 'event') return void removeEvent(thing);
    commands.remove(thing);
    select(null);
  };
  return {
    move,
    remove,
    duplicate: (thing) => commands.copy(thing, { startMs: thing.startMs, endMs: thing.endMs }),
    drop({ thing, to, isCopy }, event) {
      if (thing === null) return;
      if (isCopy) return commands.copy(thing, to);
      if (thing.kind === 'block' && isOverToPlan(event)) return remove(thing);
      if (to.startMs !== thing.startMs || to.endMs !== thing.endMs || to.allDay !== undefined) move(thing, to);
    },
  };
}
