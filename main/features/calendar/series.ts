import type { EventChange } from '#contract/calendar';
import { type EventRow, deleteEvent, exceptionsOf, findEvent, insertEvent, updateEvent } from '#db/queries/calendar';
import { before, from, moved, shifted, wallMs, without } from '#main/domain/recurrence/edit-series';
import { type SeriesTime, occurrencesBetween } from '#main/domain/recurrence/occurrences';
import type { LedgerTx } from '#main/ledger/ledger';
import { Refusal } from '../refusal.ts';
import { type EnteredTime, storedTime, timeOf, untilOf } from './event-time.ts';
import { definedOnly } from './given.ts';
import type { Instance } from './instances.ts';

/** An occurrence of a series. */
export interface Target extends Instance {
  readonly series: EventRow;
  readonly occurrence: string;
}

const DAY_MS = 86_400_000;

/** Changes one occurrence by itself: it keeps its place in the series, so that undo and export know whose it is. */
export function changeOne(tx: LedgerTx, target: Target, change: EventChange): string {
  const { row, series, occurrence } = target;
  const { recurrence, calendarId, ...rest } = change;
  if (recurrence !== undefined && recurrence.join('\n') !== series.recurrence)
    throw new Refusal('RULE_OF_SERIES', { field: 'recurrence' });
  const time = enteredTime(target, rest);
  const details = definedOnly(detailsOf(rest));
  if (calendarId !== undefined && calendarId !== row.calendarId) {
    // A series lies in one calendar: what goes to another one leaves it.
    const left: EventRow = { ...row, ...time, ...details, ...ofItsOwn(tx), calendarId };
    insertEvent(tx, left);
    removeOne(tx, target);
    tx.emit({ type: 'event.created', version: 1, payload: { eventId: left.id, copyOf: series.id } });
    return left.id;
  }
  if (row.id === series.id) {
    const own = { ...ofItsOwn(tx), uid: series.uid, seriesId: series.id, occurrence, properties: series.properties };
    insertEvent(tx, { ...row, ...time, ...details, ...own });
  } else {
    const values = { ...(isTimed(rest) ? time : {}), ...details };
    if (Object.keys(values).length > 0) updateEvent(tx, row.id, values);
  }
  told(tx, series.id, rest);
  return `${series.id}@${occurrence}`;
}

/** Ends the series before an occurrence and goes on with a new one. */
export function changeFollowing(tx: LedgerTx, target: Target, change: EventChange, zone: string): string {
  const { series, occurrence } = target;
  if (!hasBefore(series, occurrence, zone)) return changeAll(tx, target, change, zone);
  const lines = series.recurrence.split('\n');
  const start = storedTime({
    ...timeOf(series),
    startLocal: occurrence,
    endLocal: endFrom(series, occurrence),
  });
  const rest: EventRow = {
    ...series,
    ...start,
    ...ofItsOwn(tx),
    recurrence: from(lines, occurrence, series).join('\n'),
    properties: series.properties,
  };
  const following: EventRow = { ...rest, untilMs: untilOf(rest) };
  const exceptions = exceptionsOf(tx, series.id).filter((row) => (row.occurrence ?? '') >= occurrence);
  endBefore(tx, series, occurrence);
  insertEvent(tx, following);
  for (const { id } of exceptions) updateEvent(tx, id, { seriesId: following.id, uid: '' });
  tx.emit({ type: 'event.created', version: 1, payload: { eventId: following.id, copyOf: series.id } });
  const row = target.row.id === series.id ? following : findEvent(tx, target.row.id)!;
  return changeAll(tx, { ...target, row, series: following }, change, zone);
}

/**
 * Changes every occurrence. A new time is said of the one that is shown; the others move by as much. Occurrences that were
 * changed by themselves keep what is their own, and take over the rest.
 */
export function changeAll(tx: LedgerTx, target: Target, change: EventChange, zone: string): string {
  const { series, occurrence } = target;
  const { recurrence, calendarId, ...rest } = change;
  const exceptions = exceptionsOf(tx, series.id);
  const details = definedOnly({ ...detailsOf(rest), calendarId });
  let next: EventRow = { ...series, ...details };
  let key = occurrence;
  if (isTimed(rest)) {
    const shown = target.time ?? target.row;
    const time = enteredTime(target, rest);
    const shiftMs = wallMs(time.startLocal) - wallMs(shown.startLocal);
    const lengthMs = wallMs(time.endLocal) - wallMs(time.startLocal);
    const startLocal = shifted(series.startLocal, shiftMs, time.allDay);
    const stored = storedTime({ ...time, startLocal, endLocal: shifted(startLocal, lengthMs, time.allDay) });
    const lines = series.recurrence === '' ? [] : moved(series.recurrence.split('\n'), series, stored);
    next = { ...next, ...stored, recurrence: lines.join('\n') };
    key = shifted(occurrence, shiftMs, time.allDay);
    for (const { id, occurrence: own } of exceptions)
      updateEvent(tx, id, { occurrence: shifted(own ?? series.startLocal, shiftMs, time.allDay) });
  }
  if (recurrence !== undefined) next = { ...next, recurrence: recurrence.join('\n') };
  if (next.recurrence === '') return endRepeating(tx, target, next);
  next = { ...next, untilMs: untilOf(next) };
  updateEvent(tx, series.id, next);
  for (const exception of exceptionsOf(tx, series.id)) {
    if (recurrence !== undefined && !happens(next, exception.occurrence ?? '', zone)) deleteEvent(tx, exception.id);
    else takeOver(tx, exception, series, details);
  }
  told(tx, series.id, rest);
  if (happens(next, key, zone)) return `${series.id}@${key}`;
  return series.id;
}

/** @throws Refusal never: what is not there is left out already */
export function removeOne(tx: LedgerTx, { row, series, occurrence }: Target): void {
  if (row.id !== series.id) deleteEvent(tx, row.id);
  const recurrence = without(series.recurrence.split('\n'), occurrence, series).join('\n');
  if (isOver({ ...series, recurrence }) && exceptionsOf(tx, series.id).length === 0) deleteEvent(tx, series.id);
  else updateEvent(tx, series.id, { recurrence });
  tx.emit({ type: 'event.deleted', version: 1, payload: { eventId: series.id, occurrence } });
}

export function removeFollowing(tx: LedgerTx, { series, occurrence }: Target, zone: string): void {
  if (hasBefore(series, occurrence, zone)) {
    for (const row of exceptionsOf(tx, series.id)) if ((row.occurrence ?? '') >= occurrence) deleteEvent(tx, row.id);
    endBefore(tx, series, occurrence);
  } else deleteEvent(tx, series.id);
  tx.emit({ type: 'event.deleted', version: 1, payload: { eventId: series.id, occurrence } });
}

function endBefore(tx: LedgerTx, series: EventRow, occurrence: string): void {
  const recurrence = before(series.recurrence.split('\n'), occurrence, series).join('\n');
  updateEvent(tx, series.id, { recurrence, untilMs: untilOf({ ...series, recurrence }) });
}

/** A series that stops repeating is the one event that was shown. */
function endRepeating(tx: LedgerTx, { row, series, time }: Target, next: EventRow): string {
  for (const { id } of exceptionsOf(tx, series.id)) deleteEvent(tx, id);
  const own = row.id === series.id ? next : { ...row, ...next };
  const shown = time && next.startLocal === series.startLocal ? storedTime({ ...timeOf(series), ...time }) : {};
  updateEvent(tx, series.id, { ...own, ...shown, id: series.id, recurrence: '', untilMs: null });
  told(tx, series.id, {});
  return series.id;
}

/** What all get, an exception gets where it had what all had. */
function takeOver(tx: LedgerTx, exception: EventRow, series: EventRow, details: Partial<EventRow>): void {
  const values = Object.fromEntries(
    Object.entries(details).filter(([name]) => exception[name as keyof EventRow] === series[name as keyof EventRow]),
  );
  if (Object.keys(values).length > 0) updateEvent(tx, exception.id, values);
}

const isTimed = (change: EventChange): boolean =>
  [change.allDay, change.startLocal, change.endLocal, change.zone].some((value) => value !== undefined);

/** What of a change is neither its time nor its rule. */
function detailsOf(change: EventChange): Omit<EventChange, keyof EnteredTime | 'recurrence'> {
  const { allDay: _, startLocal: __, endLocal: ___, zone: ____, recurrence: _____, ...details } = change;
  return details;
}

/** The time of what is shown with what was entered. */
function enteredTime({ row, time }: Target, { allDay, startLocal, endLocal, zone }: EventChange) {
  const shown = time ? { startLocal: time.startLocal, endLocal: time.endLocal } : {};
  return storedTime({ ...timeOf(row), ...shown, ...definedOnly({ allDay, startLocal, endLocal, zone }) });
}

/** What a row of its own has that a copy must not take along. */
const ofItsOwn = (tx: LedgerTx) =>
  ({
    id: tx.newId(),
    uid: '',
    recurrence: '',
    seriesId: null,
    occurrence: null,
    untilMs: null,
    createdAtMs: tx.nowMs,
  }) satisfies Partial<EventRow>;

function endFrom(series: EventRow, startLocal: string): string {
  return shifted(startLocal, wallMs(series.endLocal) - wallMs(series.startLocal), series.allDay);
}

function hasBefore(series: EventRow, occurrence: string, zone: string): boolean {
  const startMs = series.startMs - 2 * DAY_MS;
  const first = occurrencesBetween(series, { fromMs: startMs, toMs: startMs + 800 * DAY_MS }, zone)[0];
  return first ? first.startLocal < occurrence : wallMs(series.startLocal) < wallMs(occurrence);
}

function happens(series: SeriesTime, occurrence: string, zone: string): boolean {
  const nearMs = wallMs(occurrence);
  const near = { fromMs: nearMs - 2 * DAY_MS, toMs: nearMs + 2 * DAY_MS };
  return occurrencesBetween(series, near, zone).some(({ startLocal }) => startLocal === occurrence);
}

function isOver(series: EventRow): boolean {
  try {
    return untilOf(series) === null;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

function told(tx: LedgerTx, eventId: string, change: EventChange): void {
  tx.emit({ type: isTimed(change) ? 'event.moved' : 'event.updated', version: 1, payload: { eventId } });
}
