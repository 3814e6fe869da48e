import type { EventChange, NewEvent, Scope } from '#contract/calendar';
import { newEvent } from '#contract/calendar';
import { type EventRow, deleteEvent, insertEvent, updateEvent } from '#db/queries/calendar';
import type { LedgerTx } from '#main/ledger/ledger';
import { defaultCalendar, requireCalendar, requireWritable } from './calendars.ts';
import { storedTime, timeOf, untilOf } from './event-time.ts';
import { definedOnly } from './given.ts';
import { type Instance, requireInstance } from './instances.ts';
import { changeAll, changeFollowing, changeOne, removeFollowing, removeOne } from './series.ts';

/**
 * Adds an event; without a zone it floats. Without a calendar it goes to the default one, which is made when there is none.
 *
 * @throws Refusal NOT_FOUND or READ_ONLY_CALENDAR for the calendar, NO_SUCH_RULE, or what {@link storedTime} refuses
 */
export function createEvent(tx: LedgerTx, input: NewEvent): EventRow {
  const {
    calendarId,
    zone = null,
    title,
    busy,
    allDay,
    startLocal,
    endLocal,
    recurrence = [],
    ...rest
  } = newEvent.parse(input);
  const stored = storedTime({ allDay, startLocal, endLocal, zone });
  const calendar = calendarId === undefined ? defaultCalendar(tx) : requireCalendar(tx, calendarId);
  requireWritable(tx, calendar);
  const id = tx.newId();
  const lines = recurrence.join('\n');
  const row: EventRow = {
    id,
    calendarId: calendar.id,
    title,
    notes: rest.notes ?? '',
    place: rest.place ?? '',
    ...stored,
    // A whole day is more often a birthday or a holiday than a day without time.
    busy: busy ?? !stored.allDay,
    createdAtMs: tx.nowMs,
    url: rest.url ?? '',
    guests: rest.guests ?? '',
    travelMin: rest.travelMin ?? 0,
    status: rest.status ?? 'confirmed',
    uid: '',
    recurrence: lines,
    seriesId: null,
    occurrence: null,
    untilMs: untilOf({ id, ...stored, recurrence: lines }),
    properties: '',
  };
  insertEvent(tx, row);
  tx.emit({ type: 'event.created', version: 1, payload: { eventId: row.id } });
  return row;
}

/** Where and when the person is, to find what an id names. */
export interface Around {
  readonly nowMs: number;
  readonly zone: string;
}

/**
 * Changes an event, or of a series what `scope` says: without one the occurrence that `id` names, or all when it names the
 * series.
 *
 * @returns the id of what was meant, as it is now
 * @throws Refusal NOT_FOUND, READ_ONLY_CALENDAR, NO_SUCH_RULE, RULE_OF_SERIES, or what {@link storedTime} refuses
 */
export function changeEvent(
  tx: LedgerTx,
  { id, scope }: { readonly id: string; readonly scope?: Scope | undefined },
  change: EventChange,
  around: Around,
): string {
  const instance = writable(tx, id, around);
  if (change.calendarId !== undefined) requireWritable(tx, requireCalendar(tx, change.calendarId));
  if (instance.series === null) return changeOnce(tx, instance.row, change);
  const target = {
    ...instance,
    series: instance.series,
    occurrence: instance.occurrence ?? instance.series.startLocal,
  };
  switch (scopeOf(id, instance, scope)) {
    case 'this':
      return changeOne(tx, target, change);
    case 'following':
      return changeFollowing(tx, target, change, around.zone);
    case 'all':
      return changeAll(tx, target, change, around.zone);
  }
}

/** A copy of what is shown, that happens once. @throws Refusal NOT_FOUND */
export function duplicateEvent(tx: LedgerTx, id: string, around: Around): EventRow {
  const { row, time } = requireInstance(tx, id, around);
  const calendar = requireCalendar(tx, row.calendarId);
  const when = time ? storedTime({ ...timeOf(row), startLocal: time.startLocal, endLocal: time.endLocal }) : {};
  const copy: EventRow = {
    ...row,
    ...when,
    id: tx.newId(),
    calendarId: calendar.feedUrl === null ? calendar.id : defaultCalendar(tx).id,
    uid: '',
    recurrence: '',
    seriesId: null,
    occurrence: null,
    untilMs: null,
    createdAtMs: tx.nowMs,
  };
  insertEvent(tx, copy);
  tx.emit({ type: 'event.created', version: 1, payload: { eventId: copy.id, copyOf: row.seriesId ?? row.id } });
  return copy;
}

/** @throws Refusal NOT_FOUND, READ_ONLY_CALENDAR */
export function removeEvent(
  tx: LedgerTx,
  { id, scope }: { readonly id: string; readonly scope?: Scope | undefined },
  around: Around,
): void {
  const instance = writable(tx, id, around);
  const { row, series, occurrence } = instance;
  const meant = scopeOf(id, instance, scope);
  if (series === null || meant === 'all') {
    const gone = series ?? row;
    deleteEvent(tx, gone.id);
    tx.emit({ type: 'event.deleted', version: 1, payload: { eventId: gone.id } });
    return;
  }
  const target = { ...instance, series, occurrence: occurrence ?? series.startLocal };
  if (meant === 'this') removeOne(tx, target);
  else removeFollowing(tx, target, around.zone);
}

function writable(tx: LedgerTx, id: string, around: Around): Instance {
  const instance = requireInstance(tx, id, around);
  requireWritable(tx, requireCalendar(tx, instance.row.calendarId));
  return instance;
}

/** The id of a series by itself means all of it. */
function scopeOf(id: string, { row, series }: Instance, scope: Scope | undefined): Scope {
  return scope ?? (series !== null && row.id === series.id && !id.includes('@') ? 'all' : 'this');
}

function changeOnce(tx: LedgerTx, row: EventRow, change: EventChange): string {
  const { allDay, startLocal, endLocal, zone, recurrence, ...details } = change;
  const entered = definedOnly({ allDay, startLocal, endLocal, zone });
  const isTimed = Object.keys(entered).length > 0;
  const time = isTimed ? storedTime({ ...timeOf(row), ...entered }) : {};
  const lines = recurrence === undefined ? {} : { recurrence: recurrence.join('\n') };
  const next = { ...row, ...time, ...lines };
  const until = recurrence === undefined ? {} : { untilMs: untilOf(next) };
  const values = { ...definedOnly(details), ...time, ...lines, ...until };
  if (Object.keys(values).length > 0) updateEvent(tx, row.id, values);
  tx.emit({ type: isTimed ? 'event.moved' : 'event.updated', version: 1, payload: { eventId: row.id } });
  return next.recurrence === '' ? row.id : `${row.id}@${next.startLocal}`;
}
