import type { BlockOfTask, Calendar, CalendarEvent } from '#contract/calendar';
import type { PaletteColor } from '#contract/tasks';

/** An event or a block of the day. */
export interface Appointment {
  readonly key: string;
  readonly title: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly isAllDay: boolean;
  /** The calendar's; blocks have the accent. */
  readonly color: PaletteColor | undefined;
  /** Where it is shown. */
  readonly route: string;
}

export interface Agenda {
  readonly allDay: readonly Appointment[];
  /** What is on at this moment, what began last first. */
  readonly now: readonly Appointment[];
  readonly next: readonly Appointment[];
}

interface Range {
  readonly events: readonly CalendarEvent[];
  readonly blocks: readonly BlockOfTask[];
  readonly calendars: readonly Calendar[];
}

/** What of a day is on now and still to come. Blocks of tasks that are closed are over. */
export function agendaOf({ events, blocks, calendars }: Range, nowMs: number): Agenda {
  const colors = new Map(calendars.map((calendar) => [calendar.id, calendar.color]));
  const appointments: readonly Appointment[] = [
    ...events.map((event) => ({
      key: event.id,
      title: event.title,
      startMs: event.startMs,
      endMs: event.endMs,
      isAllDay: event.allDay,
      color: colors.get(event.calendarId),
      route: `/calendar?event=${event.id}`,
    })),
    ...blocks
      .filter((block) => block.task.status === 'open')
      .map((block) => ({
        key: block.id,
        title: block.task.title,
        startMs: block.startMs,
        endMs: block.endMs,
        isAllDay: false,
        color: undefined,
        route: `/tasks?task=${block.taskId}`,
      })),
  ].toSorted((one, other) => one.startMs - other.startMs || one.endMs - other.endMs);
  const timed = appointments.filter((one) => !one.isAllDay);
  return {
    allDay: appointments.filter((one) => one.isAllDay),
    now: timed.filter((one) => one.startMs <= nowMs && nowMs < one.endMs).toReversed(),
    next: timed.filter((one) => one.startMs > nowMs),
  };
}

/** Minutes that are left of stretches of free time from a moment on. */
export function minutesLeft(stretches: readonly { startMs: number; endMs: number }[], nowMs: number): number {
  const ms = stretches.reduce((sum, { startMs, endMs }) => sum + Math.max(0, endMs - Math.max(startMs, nowMs)), 0);
  return Math.floor(ms / 60_000);
}
