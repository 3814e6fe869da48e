import type { PaletteColor } from '#contract/tasks';
import {
  type CalendarRow,
  allCalendars,
  countEvents,
  deleteCalendar,
  findCalendarNamed,
  insertCalendar,
  updateCalendar,
} from '#db/queries/calendar';
import type { ReadHandle } from '#db/store/handles';
import type { LedgerTx } from '#main/ledger/ledger';
import { Refusal } from '../refusal.ts';

/** Colours in the order new calendars take them: neighbours differ most. */
const COLORS: readonly PaletteColor[] = [
  'blue',
  'violet',
  'rose',
  'orange',
  'green',
  'amber',
  'teal',
  'indigo',
  'red',
  'lime',
  'cyan',
  'slate',
];

/** @throws Refusal NOT_FOUND */
export function requireCalendar(handle: ReadHandle, id: string): CalendarRow {
  const row = allCalendars(handle).find((calendar) => calendar.id === id);
  if (!row) throw new Refusal('NOT_FOUND', { what: 'calendar' });
  return row;
}

/** The calendar that events without one go to; made at its first use. */
export function firstCalendar(tx: LedgerTx): CalendarRow {
  return allCalendars(tx)[0] ?? createCalendar(tx, { name: 'Personal' });
}

/** @throws Refusal NAME_MISSING, NAME_TAKEN */
export function createCalendar(tx: LedgerTx, input: { name: string; color?: PaletteColor | undefined }): CalendarRow {
  checkName(tx, input.name, null);
  const others = allCalendars(tx);
  const unused = COLORS.find((color) => others.every((other) => other.color !== color));
  const row: CalendarRow = {
    id: tx.newId(),
    name: input.name,
    color: input.color ?? unused ?? COLORS[others.length % COLORS.length]!,
    position: (others.at(-1)?.position ?? 0) + 1,
  };
  insertCalendar(tx, row);
  tx.emit({ type: 'calendar.created', version: 1, payload: { calendarId: row.id } });
  return row;
}

/** @throws Refusal NOT_FOUND, NAME_MISSING, NAME_TAKEN */
export function changeCalendar(
  tx: LedgerTx,
  id: string,
  change: { name?: string | undefined; color?: PaletteColor | undefined },
): CalendarRow {
  const row = requireCalendar(tx, id);
  if (change.name !== undefined) checkName(tx, change.name, id);
  updateCalendar(tx, id, { name: change.name ?? row.name, color: change.color ?? row.color });
  tx.emit({ type: 'calendar.updated', version: 1, payload: { calendarId: id } });
  return requireCalendar(tx, id);
}

/**
 * Deletes a calendar with its events; undo brings all of it back.
 *
 * @returns how many events went
 * @throws Refusal NOT_FOUND
 */
export function removeCalendar(tx: LedgerTx, id: string): number {
  requireCalendar(tx, id);
  const removedEvents = countEvents(tx, id);
  deleteCalendar(tx, id);
  tx.emit({ type: 'calendar.deleted', version: 1, payload: { calendarId: id } });
  return removedEvents;
}

function checkName(handle: ReadHandle, name: string, ownId: string | null): void {
  if (name === '') throw new Refusal('NAME_MISSING');
  const taken = findCalendarNamed(handle, name);
  if (taken && taken.id !== ownId) throw new Refusal('NAME_TAKEN');
}
