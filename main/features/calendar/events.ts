import type { CalendarEvent, EventChange, NewEvent } from '#contract/calendar';
import { newEvent } from '#contract/calendar';
import { type EventRow, deleteEvent, eventsBetween, findEvent, insertEvent, updateEvent } from '#db/queries/calendar';
import type { ReadHandle } from '#db/store/handles';
import type { LedgerTx } from '#main/ledger/ledger';
import { Refusal } from '../refusal.ts';
import { firstCalendar, requireCalendar } from './calendars.ts';
import { type EnteredTime, instantsOf, overlap, storedTime } from './event-time.ts';

/** A row as the contract shows it to somebody in `zone`. */
export const asEvent = (row: EventRow, zone: string): CalendarEvent => ({ ...row, ...instantsOf(row, zone) });

/** @throws Refusal NOT_FOUND */
export function requireEvent(handle: ReadHandle, id: string): EventRow {
  const row = findEvent(handle, id);
  if (!row) throw new Refusal('NOT_FOUND', { what: 'event' });
  return row;
}

/** The events that overlap a stretch of time for somebody in `zone`, earliest first, longest first among equals. */
export function eventsFor(handle: ReadHandle, range: { fromMs: number; toMs: number }, zone: string): CalendarEvent[] {
  const stretch = { startMs: range.fromMs, endMs: range.toMs };
  return eventsBetween(handle, range.fromMs, range.toMs)
    .map((row) => asEvent(row, zone))
    .filter((event) => overlap(event, stretch))
    .toSorted((one, other) => one.startMs - other.startMs || other.endMs - one.endMs);
}

/**
 * Adds an event; without a zone it floats. Without a calendar it goes to the first one, which is made when there is none.
 *
 * @throws Refusal NOT_FOUND for the calendar, or what {@link storedTime} refuses
 */
export function createEvent(tx: LedgerTx, input: NewEvent): EventRow {
  const { calendarId, zone = null, title, notes = '', place = '', busy, ...time } = newEvent.parse(input);
  const stored = storedTime({ ...time, zone });
  const calendar = calendarId === undefined ? firstCalendar(tx) : requireCalendar(tx, calendarId);
  const row: EventRow = {
    id: tx.newId(),
    calendarId: calendar.id,
    title,
    notes,
    place,
    ...stored,
    // A whole day is more often a birthday or a holiday than a day without time.
    busy: busy ?? !stored.allDay,
    createdAtMs: tx.nowMs,
  };
  insertEvent(tx, row);
  tx.emit({ type: 'event.created', version: 1, payload: { eventId: row.id } });
  return row;
}

/** @throws Refusal NOT_FOUND, or what {@link storedTime} refuses */
export function changeEvent(tx: LedgerTx, id: string, change: EventChange): EventRow {
  const { allDay, startLocal, endLocal, zone, ...details } = change;
  const row = requireEvent(tx, id);
  if (details.calendarId !== undefined) requireCalendar(tx, details.calendarId);
  const isTimed = allDay !== undefined || startLocal !== undefined || endLocal !== undefined || zone !== undefined;
  const time = isTimed ? storedTime({ ...timeOf(row), ...definedOnly({ allDay, startLocal, endLocal, zone }) }) : {};
  const values = { ...definedOnly(details), ...time };
  if (Object.keys(values).length > 0) updateEvent(tx, id, values);
  tx.emit({ type: isTimed ? 'event.moved' : 'event.updated', version: 1, payload: { eventId: id } });
  return requireEvent(tx, id);
}

/** @throws Refusal NOT_FOUND */
export function duplicateEvent(tx: LedgerTx, id: string): EventRow {
  const row = { ...requireEvent(tx, id), id: tx.newId(), createdAtMs: tx.nowMs };
  insertEvent(tx, row);
  tx.emit({ type: 'event.created', version: 1, payload: { eventId: row.id } });
  return row;
}

/** @throws Refusal NOT_FOUND */
export function removeEvent(tx: LedgerTx, id: string): void {
  requireEvent(tx, id);
  deleteEvent(tx, id);
  tx.emit({ type: 'event.deleted', version: 1, payload: { eventId: id } });
}

const timeOf = ({ allDay, startLocal, endLocal, zone }: EventRow): EnteredTime => ({
  allDay,
  startLocal,
  endLocal,
  zone,
});

/** Leaves out what was not given; null is a value. */
function definedOnly<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
