import type { MenuEntry } from '#renderer/ui/menu.tsx';
import { CalendarClock, CalendarPlus, Copy, PanelRightOpen, Pin, Trash2 } from 'lucide-react';
import { type Thing, isMovable } from './things.ts';

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

/** What can be done where nothing is. */
export function placeEntries(actions: {
  readonly hasPlace: boolean;
  onNew(): void;
  onNewDay(): void;
  onPlan(): void;
  onGoTo(): void;
}): MenuEntry[] {
  const here: MenuEntry[] = actions.hasPlace
    ? [
        { label: 'New event here', icon: CalendarPlus, onSelect: actions.onNew },
        { label: 'New all-day event here', onSelect: actions.onNewDay },
        { kind: 'separator', label: 'elsewhere' },
      ]
    : [];
  return [
    ...here,
    { label: 'Plan', keys: 'p', onSelect: actions.onPlan },
    { label: 'Go to a day', keys: '.', onSelect: actions.onGoTo },
  ];
}
