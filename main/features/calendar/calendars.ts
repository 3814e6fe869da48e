import type { Calendar } from '#contract/calendar';
import type { PaletteColor } from '#contract/tasks';
import {
  type CalendarRow,
  allCalendars,
  countEvents,
  deleteCalendar,
  feeds,
  findCalendarNamed,
  insertCalendar,
  updateCalendar,
} from '#db/queries/calendar';
import type { ReadHandle } from '#db/store/handles';
import type { LedgerTx } from '#main/ledger/ledger';
import { Refusal } from '../refusal.ts';
import { definedOnly } from './given.ts';

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

/** @throws Refusal READ_ONLY_CALENDAR when it is subscribed to and somebody else than its feed writes */
export function requireWritable(tx: LedgerTx, { feedUrl }: CalendarRow): void {
  if (feedUrl !== null && !tx.actor.startsWith('sync:')) throw new Refusal('READ_ONLY_CALENDAR');
}

/** The calendar that events without one go to; made at its first use. */
export function defaultCalendar(tx: LedgerTx): CalendarRow {
  const own = allCalendars(tx).filter(({ feedUrl }) => feedUrl === null);
  return own.find(({ isDefault }) => isDefault) ?? own[0] ?? createCalendar(tx, { name: freeName(tx, 'Personal') });
}

/** All calendars in their order, as the contract shows them. */
export function listCalendars(handle: ReadHandle): Calendar[] {
  const states = new Map(feeds(handle).map((row) => [row.calendarId, row]));
  const rows = allCalendars(handle);
  const own = rows.filter(({ feedUrl }) => feedUrl === null);
  const first = own.find(({ isDefault }) => isDefault) ?? own[0];
  return rows.map((row) => {
    const state = states.get(row.id);
    return {
      id: row.id,
      name: row.name,
      color: row.color,
      position: row.position,
      hidden: row.hidden,
      isDefault: row.id === first?.id,
      feed:
        row.feedUrl === null
          ? null
          : {
              url: row.feedUrl,
              everyMin: row.feedEveryMin,
              state: state?.state ?? 'fresh',
              triedAtMs: state?.triedAtMs ?? null,
              succeededAtMs: state?.succeededAtMs ?? null,
            },
    };
  });
}

/** The name, or with a number after it when a calendar has it. */
export function freeName(handle: ReadHandle, name: string): string {
  let free = name;
  for (let number = 2; findCalendarNamed(handle, free); number += 1) free = `${name} ${number}`;
  return free;
}

/** @throws Refusal NAME_MISSING, NAME_TAKEN */
export function createCalendar(
  tx: LedgerTx,
  input: {
    name: string;
    color?: PaletteColor | undefined;
    feedUrl?: string;
    feedConfirmed?: boolean;
    feedEveryMin?: number;
  },
): CalendarRow {
  checkName(tx, input.name, null);
  const others = allCalendars(tx);
  const unused = COLORS.find((color) => others.every((other) => other.color !== color));
  const row: CalendarRow = {
    id: tx.newId(),
    name: input.name,
    color: input.color ?? unused ?? COLORS[others.length % COLORS.length]!,
    position: (others.at(-1)?.position ?? 0) + 1,
    hidden: false,
    isDefault: false,
    feedUrl: input.feedUrl ?? null,
    feedConfirmed: input.feedConfirmed ?? false,
    feedEveryMin: input.feedEveryMin ?? 60,
    properties: '',
  };
  insertCalendar(tx, row);
  tx.emit({ type: 'calendar.created', version: 1, payload: { calendarId: row.id } });
  return row;
}

/** @throws Refusal NOT_FOUND, NAME_MISSING, NAME_TAKEN, READ_ONLY_CALENDAR when a subscribed one should be the default */
export function changeCalendar(tx: LedgerTx, id: string, change: CalendarChange): CalendarRow {
  const row = requireCalendar(tx, id);
  const { name, isDefault, everyMin, ...rest } = change;
  if (name !== undefined) checkName(tx, name, id);
  if (isDefault) {
    if (row.feedUrl !== null) throw new Refusal('READ_ONLY_CALENDAR');
    for (const other of allCalendars(tx))
      if (other.isDefault && other.id !== id) updateCalendar(tx, other.id, { isDefault: false });
  }
  const values = definedOnly({ ...rest, name, isDefault, feedEveryMin: everyMin });
  if (Object.keys(values).length > 0) updateCalendar(tx, id, values);
  tx.emit({ type: 'calendar.updated', version: 1, payload: { calendarId: id } });
  return requireCalendar(tx, id);
}

/** What of a calendar can be changed. */
export interface CalendarChange {
  readonly name?: string | undefined;
  readonly color?: PaletteColor | undefined;
  readonly hidden?: boolean | undefined;
  readonly isDefault?: true | undefined;
  readonly position?: number | undefined;
  readonly everyMin?: number | undefined;
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
