import type { CalendarEvent, EventChange, EventStatus } from '#contract/calendar';
import type { Day, TimeOfDay } from '#contract/time';
import { addDays, daysBetween } from '#renderer/ui/days.ts';
import type { ReadWhen } from './read-when.ts';
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
  readonly url: string;
  readonly guests: string;
  readonly travelMin: number;
  readonly status: EventStatus;
  /** iCalendar lines; empty when it happens once. */
  readonly recurrence: readonly string[];
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
  const details = { title: '', place: '', notes: '', url: '', guests: '', travelMin: 0, busy: !allDay };
  return { ...details, allDay, startDay, endDay, ...times, zone, calendarId, status: 'confirmed', recurrence: [] };
}

export function valuesOf(event: CalendarEvent): EventValues {
  const { title, allDay, zone, calendarId, place, notes, busy, url, guests, travelMin, status, recurrence } = event;
  const details = { title, place, notes, busy, url, guests, travelMin, status, recurrence };
  const [startDay = '', startTime = '09:00'] = event.startLocal.split('T');
  const [lastDay = '', endTime = '10:00'] = event.endLocal.split('T');
  const endDay = allDay ? addDays(lastDay, -1) : lastDay;
  return { ...details, allDay, startDay, startTime, endDay, endTime, zone, calendarId };
}

/** What is said about an event beside its time, as the core keeps it. */
export function detailsOf(values: EventValues) {
  const { title, place, notes, busy, guests, travelMin, status, calendarId } = values;
  const recurrence = [...values.recurrence];
  const details = { title, place, notes, busy, url: addressOf(values.url), guests, travelMin, status, recurrence };
  return calendarId === undefined ? details : { ...details, calendarId };
}

/** What of an event was changed: nothing else is written, so that of a series each keeps what is its own. */
export function changesOf(before: EventValues, next: EventValues): EventChange {
  const [old, details] = [detailsOf(before), detailsOf(next)];
  const [oldTime, time] = [timeOf(before), timeOf(next)];
  const changed = Object.entries(details).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name as keyof typeof old]),
  );
  return { ...Object.fromEntries(changed), ...(JSON.stringify(time) === JSON.stringify(oldTime) ? {} : time) };
}

/** An address as it is meant: `example.org/call` is one of the web. */
function addressOf(text: string): string {
  const address = text.trim();
  return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(address) ? `https://${address}` : address;
}

/** The values with another time, read from words. */
export function withRead(values: EventValues, read: ReadWhen): EventValues {
  const [startDay = values.startDay, startTime = values.startTime] = read.startLocal.split('T');
  const recurrence = read.rule === undefined ? values.recurrence : [`RRULE:${read.rule}`];
  const busy = values.allDay === read.allDay ? values.busy : !read.allDay;
  if (read.allDay) {
    const endDay = read.endLocal === undefined ? startDay : addDays(read.endLocal.slice(0, 10), -1);
    return { ...values, allDay: true, busy, recurrence, startDay, endDay: endDay < startDay ? startDay : endDay };
  }
  // From a whole day to hours: an hour, not the days it had.
  const from = values.allDay ? { ...values, startTime: '09:00', endTime: '10:00', endDay: values.startDay } : values;
  const moved = { ...withStart({ ...from, allDay: false }, startDay, startTime), busy, recurrence };
  if (read.endLocal === undefined || read.endLocal <= read.startLocal) return moved;
  const [endDay = startDay, endTime = moved.endTime] = read.endLocal.split('T');
  return { ...moved, endDay, endTime };
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
