import type { CalendarEvent, Scope } from '#contract/calendar';
import { client } from '#renderer/data/api.ts';
import type { Failure } from '#renderer/data/failure.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { addDays } from '#renderer/ui/days.ts';
import { showToast } from '#renderer/ui/toasts.tsx';
import type { Drop, Stretch } from './drag.ts';
import type { Thing } from './things.ts';
import { patchRanges, refreshRanges } from './use-calendar-data.ts';
import { dayOf, localOf } from './zoned.ts';

const HALF_DAY_MS = 43_200_000;

/** What a person does to things on the calendar: seen at once, undone from the toast. */
export interface CalendarCommands {
  /** @param scope of an event that repeats: how much of its series is meant */
  move(thing: Thing, to: Drop, scope?: Scope): void;
  /** Another one like it, somewhere else. */
  copy(thing: Thing, to: Drop): void;
  remove(thing: Thing, scope?: Scope): void;
  duplicate(event: CalendarEvent): void;
  /** Time for a task, pinned. */
  add(taskId: string, to: Stretch): void;
  setPinned(blockId: string, pinned: boolean): void;
}

export function useCalendarCommands(zone: string, isOwn: (calendarId: string) => boolean): CalendarCommands {
  const moveEvent = useCommand(client.calendar.moveEvent, told('Event moved'));
  const moveBlock = useCommand(client.calendar.moveBlock, told('Block moved and pinned'));
  const removeEvent = useCommand(client.calendar.removeEvent, told('Event deleted'));
  const removeBlock = useCommand(client.calendar.removeBlock, told('Block removed'));
  const duplicate = useCommand(client.calendar.duplicateEvent, told('Event duplicated'));
  const createEvent = useCommand(client.calendar.createEvent, told('Event duplicated'));
  const createBlock = useCommand(client.calendar.createBlock, told('Block added'));
  const pin = useCommand(client.calendar.pinBlock, { onFailure: takeBack });

  return {
    move(thing, to, scope) {
      if (thing.kind === 'event') {
        const time = timeAt(thing.event, to, zone);
        const { id } = thing.event;
        const { startMs, endMs } = to;
        patchRanges((range) => ({
          ...range,
          events: range.events.map((event) => (event.id === id ? { ...event, ...time, startMs, endMs } : event)),
        }));
        moveEvent.mutate({ id, ...time, ...(scope && { scope }) });
      }
      if (thing.kind === 'block') {
        const { id } = thing.block;
        const { startMs, endMs } = to;
        patchRanges((range) => ({
          ...range,
          blocks: range.blocks.map((block) => (block.id === id ? { ...block, startMs, endMs, pinned: true } : block)),
        }));
        moveBlock.mutate({ id, startMs, endMs });
      }
    },
    copy(thing, to) {
      if (thing.kind === 'event') {
        const { title, notes, place, busy, url, guests, travelMin, status } = thing.event;
        const details = { title, notes, place, busy, url, guests, travelMin, status };
        // What is only read is copied into a calendar of one's own.
        const calendar = isOwn(thing.event.calendarId) ? { calendarId: thing.event.calendarId } : {};
        createEvent.mutate({ ...details, ...calendar, ...timeAt(thing.event, to, zone) });
      }
      if (thing.kind === 'block') {
        const { startMs, endMs } = to;
        createBlock.mutate({ taskId: thing.block.taskId, startMs, endMs });
      }
    },
    remove(thing, scope) {
      if (thing.kind === 'event') {
        const { id } = thing.event;
        patchRanges((range) => ({
          ...range,
          events: range.events.filter((event) => !isMeant(event, thing.event, scope)),
        }));
        removeEvent.mutate({ id, ...(scope && { scope }) });
      }
      if (thing.kind === 'block') {
        const { id } = thing.block;
        patchRanges((range) => ({ ...range, blocks: range.blocks.filter((block) => block.id !== id) }));
        removeBlock.mutate({ id });
      }
    },
    add: (taskId, { startMs, endMs }) => createBlock.mutate({ taskId, startMs, endMs }),
    duplicate: (event) => duplicate.mutate({ id: event.id }),
    setPinned(id, pinned) {
      patchRanges((range) => ({
        ...range,
        blocks: range.blocks.map((block) => (block.id === id ? { ...block, pinned } : block)),
      }));
      pin.mutate({ id, pinned });
    },
  };
}

/** Whether a change of one event of a series takes another along. */
function isMeant(other: CalendarEvent, event: CalendarEvent, scope: Scope | undefined): boolean {
  if (other.id === event.id) return true;
  if (event.seriesId === null || other.seriesId !== event.seriesId) return false;
  return scope === 'all' || (scope === 'following' && other.startMs >= event.startMs);
}

function takeBack({ message }: Failure): void {
  refreshRanges();
  showToast({ message, tone: 'alert' });
}

const told = (message: string) => ({ done: () => message, onFailure: takeBack });

/** An event's time as it is kept, for a new place: in its own zone, or in days. */
export function timeAt(
  event: CalendarEvent,
  to: Drop,
  zone: string,
): { allDay: boolean; startLocal: string; endLocal: string; zone: string | null } {
  const allDay = to.allDay ?? event.allDay;
  if (allDay) {
    const startLocal = dayOf(to.startMs, zone);
    // To the nearest midnight: what kept its length in hours may miss it by one where the clock was changed.
    const endDay = dayOf(to.endMs + HALF_DAY_MS, zone);
    return { allDay: true, startLocal, endLocal: endDay > startLocal ? endDay : addDays(startLocal, 1), zone: null };
  }
  // A whole day has no zone; what becomes hours again has the one it is put down in.
  const kept = event.allDay ? zone : event.zone;
  const own = kept ?? zone;
  return { allDay: false, startLocal: localOf(to.startMs, own), endLocal: localOf(to.endMs, own), zone: kept };
}
