import type { BlockOfTask, Calendar, CalendarEvent } from '#contract/calendar';
import type { PlannedBlock } from '#contract/plan';
import { daysBetween } from '#renderer/ui/days.ts';
import type { ColorName } from '#renderer/ui/colors.ts';
import type { GridScale } from './day-scale.ts';
import type { Drop } from './drag.ts';
import { dayOf } from './zoned.ts';

interface Common {
  /** Known by this in the grid: `event:…`, `block:…`, `plan:…`. */
  readonly key: string;
  readonly title: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** Whatever stands on the calendar. */
export type Thing =
  | (Common & {
      readonly kind: 'event';
      readonly event: CalendarEvent;
      readonly color: ColorName;
      readonly calendar: string;
    })
  | (Common & { readonly kind: 'block'; readonly block: BlockOfTask; readonly isLeaving: boolean })
  | (Common & { readonly kind: 'proposed'; readonly planned: PlannedBlock })
  | (Common & { readonly kind: 'draft'; readonly allDay?: boolean | undefined });

const DAY_MS = 86_400_000;

export function eventThing(event: CalendarEvent, calendars: readonly Calendar[]): Thing {
  const calendar = calendars.find(({ id }) => id === event.calendarId);
  return {
    kind: 'event',
    key: `event:${event.id}`,
    title: event.title,
    startMs: event.startMs,
    endMs: event.endMs,
    event,
    color: calendar?.color ?? 'slate',
    calendar: calendar?.name ?? '',
  };
}

/** @param isLeaving whether the plan in hand would move or remove it */
export function blockThing(block: BlockOfTask, isLeaving: boolean): Thing {
  const { startMs, endMs, task } = block;
  return { kind: 'block', key: `block:${block.id}`, title: task.title, startMs, endMs, block, isLeaving };
}

/** Whether it stands above the hours: days are its unit, or it lasts at least one. */
export function isAcrossDays(thing: Thing): boolean {
  const isDays = thing.kind === 'event' ? thing.event.allDay : thing.kind === 'draft' && thing.allDay === true;
  return isDays || thing.endMs - thing.startMs >= DAY_MS;
}

/** The columns an all-day thing covers, inclusive, cut to what is shown; undefined when it is not on it. */
export function daysCovered(
  thing: Thing,
  scale: GridScale,
  zone: string,
): { fromDay: number; toDay: number } | undefined {
  const first = scale.days[0]!.day;
  const last = scale.days.length - 1;
  const startDay = dayOf(thing.startMs, zone);
  const endDay = dayOf(thing.endMs - 1, zone);
  const fromDay = daysBetween(first, startDay);
  const toDay = daysBetween(first, endDay);
  return toDay < 0 || fromDay > last ? undefined : { fromDay: Math.max(0, fromDay), toDay: Math.min(last, toDay) };
}

/** Whether a person may drag it: what is proposed is moved in its own way, a done task's block not at all. */
export function isMovable(thing: Thing): boolean {
  return thing.kind === 'event' || thing.kind === 'proposed' || (thing.kind === 'block' && !thing.isLeaving);
}

/** A thing as it would be at another place. */
export function placed(thing: Thing, { startMs, endMs, allDay }: Drop): Thing {
  if (thing.kind !== 'event' || allDay === undefined) return { ...thing, startMs, endMs };
  return { ...thing, startMs, endMs, event: { ...thing.event, allDay } };
}

/** Whether an event can be turned into a whole day and back: time for a task is always hours. */
export function canBeAllDay(thing: Thing): boolean {
  return thing.kind === 'event';
}
