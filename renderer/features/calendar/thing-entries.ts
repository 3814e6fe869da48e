import { addDays } from '#renderer/ui/days.ts';
import type { MenuEntry } from '#renderer/ui/menu.tsx';
import { CalendarClock, CalendarPlus, Copy, PanelRightOpen, Pin, Trash2 } from 'lucide-react';
import type { Drop } from './drag.ts';
import { type Thing, isMovable } from './things.ts';
import { dayOf, startOfDay } from './zoned.ts';

export interface ThingEntriesActions {
  onOpen(thing: Thing): void;
  onMoveTo(thing: Thing): void;
  onDuplicate(thing: Thing): void;
  onRemove(thing: Thing): void;
  onPin(blockId: string, pinned: boolean): void;
  onDecide(key: string, decision: 'keep' | 'refuse'): void;
}

/** What can be done to a thing, where the pointer is. */
export function thingEntries(thing: Thing, actions: ThingEntriesActions): MenuEntry[] {
  const move: MenuEntry[] = isMovable(thing)
    ? [{ label: 'Move to…', icon: CalendarClock, keys: 'm', onSelect: () => actions.onMoveTo(thing) }]
    : [];
  if (thing.kind === 'proposed')
    return [
      { label: 'Keep', keys: 'y', onSelect: () => actions.onDecide(thing.key, 'keep') },
      { label: 'Refuse', keys: 'n', onSelect: () => actions.onDecide(thing.key, 'refuse') },
      ...move,
    ];
  const remove: MenuEntry = {
    label: thing.kind === 'event' ? 'Delete' : 'Remove from the calendar',
    icon: Trash2,
    keys: 'Delete',
    tone: 'danger',
    onSelect: () => actions.onRemove(thing),
  };
  const pin: MenuEntry[] =
    thing.kind === 'block'
      ? [
          {
            label: thing.block.pinned ? 'Unpin' : 'Pin',
            icon: Pin,
            onSelect: () => actions.onPin(thing.block.id, !thing.block.pinned),
          },
        ]
      : [];
  return [
    { label: 'Open', icon: PanelRightOpen, keys: 'Enter', onSelect: () => actions.onOpen(thing) },
    ...move,
    { label: 'Duplicate', icon: Copy, keys: 'Mod+D', onSelect: () => actions.onDuplicate(thing) },
    ...pin,
    { kind: 'separator', label: 'remove' },
    remove,
  ];
}

/** @param to where something put down there would be; undefined where it can't */
export function placeEntries(
  to: Drop | undefined,
  actions: { readonly zone: string; onNew(to: Drop): void; onPlan(): void; onGoTo(): void },
): MenuEntry[] {
  const here: MenuEntry[] =
    to === undefined
      ? []
      : [
          { label: 'New event here', icon: CalendarPlus, onSelect: () => actions.onNew(to) },
          { label: 'New all-day event here', onSelect: () => actions.onNew(wholeDayOf(to, actions.zone)) },
          { kind: 'separator', label: 'elsewhere' },
        ];
  return [
    ...here,
    { label: 'Plan', keys: 'p', onSelect: actions.onPlan },
    { label: 'Go to a day', keys: '.', onSelect: actions.onGoTo },
  ];
}

function wholeDayOf({ startMs }: Drop, zone: string): Drop {
  const day = dayOf(startMs, zone);
  return { startMs: startOfDay(day, zone), endMs: startOfDay(addDays(day, 1), zone), allDay: true };
}
