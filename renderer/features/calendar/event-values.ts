import type { CalendarEvent } from '#contract/calendar';
import type { Day, TimeOfDay } from '#contract/time';
import { addDays, daysBetween } from '#renderer/ui/days.ts';
import { instantOf, localOf } from './zoned.ts';

/** An event as the form shows it. The last day of an all-day event is the one people name, not the day after it. */
export interface EventValues {
  readonly title: string;
  readonly allDay: boolean;
  readonly startDay: Day;
  readonly startTime: TimeOfDay;
  readonly endDay: Day;
  readonly endTime: TimeOfDay;
  readonly zone: string | null;
  /** Undefined: the first one, which is made when there is none. */
  readonly calendarId: string | undefined;
  readonly place: string;
  readonly notes: string;
  readonly busy: boolean;
}

export interface EventTime {
  readonly allDay: boolean;
  readonly startLocal: string;
  readonly endLocal: string;
  readonly zone: string | null;
}

/** A new event at a stretch of time. */
export function newValues(
  stretch: { startMs: number; endMs: number },
  options: { zone: string; allDay: boolean; calendarId: string | undefined },
): EventValues {
  const { zone, allDay, calendarId } = options;
  const [startDay = '', startTime = ''] = localOf(stretch.startMs, zone).split('T');
  const [endDay = '', endTime = ''] = localOf(allDay ? stretch.endMs - 1 : stretch.endMs, zone).split('T');
  const times = allDay ? { startTime: '09:00', endTime: '10:00' } : { startTime, endTime };
  return { title: '', allDay, startDay, endDay, ...times, zone, calendarId, place: '', notes: '', busy: !allDay };
}

export function valuesOf(event: CalendarEvent): EventValues {
  const { title, allDay, zone, calendarId, place, notes, busy } = event;
  const [startDay = '', startTime = '09:00'] = event.startLocal.split('T');
  const [lastDay = '', endTime = '10:00'] = event.endLocal.split('T');
  const endDay = allDay ? addDays(lastDay, -1) : lastDay;
  return { title, allDay, startDay, startTime, endDay, endTime, zone, calendarId, place, notes, busy };
}

/** The time as the core keeps it. */
export function timeOf(values: EventValues): EventTime {
  const { allDay, startDay, startTime, endDay, endTime, zone } = values;
  if (allDay) return { allDay, startLocal: startDay, endLocal: addDays(endDay, 1), zone: null };
  return { allDay, startLocal: `${startDay}T${startTime}`, endLocal: `${endDay}T${endTime}`, zone };
}

/** The stretch it takes, to show it while it is edited; undefined while it makes no sense. */
export function stretchOf(values: EventValues, userZone: string): { startMs: number; endMs: number } | undefined {
  const zone = values.allDay ? userZone : (values.zone ?? userZone);
  const { startLocal, endLocal } = timeOf(values);
  const at = (local: string): number => instantOf(values.allDay ? `${local}T00:00` : local, zone);
  const [startMs, endMs] = [at(startLocal), at(endLocal)];
  return startMs < endMs ? { startMs, endMs } : undefined;
}

/** A later start takes the end along, so that the event keeps its length. */
export function withStart(values: EventValues, startDay: Day, startTime: TimeOfDay): EventValues {
  const before = minutesAt(values.startDay, values.startTime);
  const shift = minutesAt(startDay, startTime) - before;
  const endMinutes = minutesAt(values.endDay, values.endTime) + shift;
  const dayShift = Math.floor(endMinutes / 1440);
  const minute = endMinutes - dayShift * 1440;
  const pad = (value: number): string => String(value).padStart(2, '0');
  return {
    ...values,
    startDay,
    startTime,
    endDay: values.allDay ? addDays(values.endDay, daysBetween(values.startDay, startDay)) : addDays(EPOCH, dayShift),
    endTime: values.allDay ? values.endTime : `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`,
  };
}

const EPOCH: Day = '2000-01-01';

function minutesAt(day: Day, time: TimeOfDay): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return daysBetween(EPOCH, day) * 1440 + hours * 60 + minutes;
}
