import type { IcsPreview, IcsReport } from '#contract/calendar';
import {
  type CalendarRow,
  type EventRow,
  deleteEvent,
  eventsIn,
  findEvent,
  updateCalendar,
  updateEvent,
} from '#db/queries/calendar';
import { insertEventFast, insertIcsItem, updateIcsItem } from '#db/queries/calendar-files';
import type { ReadJournal, ReadTodo } from '#main/domain/icalendar/other-lines';
import type { ReadCalendar, ReadEvent } from '#main/domain/icalendar/read-calendar';
import { mergedProperties } from '#main/domain/icalendar/calendar-properties';
import type { ReadHandle } from '#db/store/handles';
import type { Ledger, LedgerTx } from '#main/ledger/ledger';
import type { Services } from '../feature.ts';
import { writeEntry } from '../journal/index.ts';
import { createTask, setTaskStatus } from '../tasks/index.ts';
import { createCalendar, freeName, requireCalendar, requireWritable } from './calendars.ts';
import { instantsOf } from './event-time.ts';
import { type ImportPlan, type Planned, planImport, previewOf, reportOf } from './plan-import.ts';
import { readBytes } from './read-file.ts';

/** Where a file goes: into a calendar, or a new one with this name (without it, the file's own). */
export interface ImportTarget {
  readonly calendarId?: string | undefined;
  readonly name?: string | undefined;
}

type Needs = Pick<Services, 'ledger' | 'worker' | 'zone' | 'today'>;

/**
 * What a calendar file would become.
 *
 * @throws Refusal what {@link readBytes} refuses
 */
export async function previewCalendarFile(services: Needs, bytes: Uint8Array): Promise<IcsPreview> {
  const file = await readBytes(services.worker, bytes, services.zone());
  return previewOf(planImport(services.ledger.read, file, null));
}

/**
 * Takes a calendar file in, as one commit. The same file again adds nothing. The file is read by the worker; what is written
 * is one transaction, a second for some 10,000 events.
 *
 * @returns what was made, and the calendar it went to (null when there was nothing to make)
 * @throws Refusal NOT_FOUND or READ_ONLY_CALENDAR for the calendar; what {@link readBytes} refuses
 */
export async function importCalendarFile(services: Needs, bytes: Uint8Array, target: ImportTarget): Promise<Imported> {
  const file = await readBytes(services.worker, bytes, services.zone());
  return writeCalendarFile(services.ledger, file, { ...target, today: services.today() });
}

type Imported = IcsReport & { readonly calendarId: string | null };

/** What a calendar file that was read would become. */
export const previewCalendar = (handle: ReadHandle, file: ReadCalendar): IcsPreview =>
  previewOf(planImport(handle, file, null));

/**
 * Takes in a calendar file that was read, as one commit.
 *
 * @param also runs in the same transaction at its end; when it throws, nothing happened
 * @throws Refusal NOT_FOUND or READ_ONLY_CALENDAR
 */
export function writeCalendarFile(
  ledger: Pick<Ledger, 'write'>,
  file: ReadCalendar,
  { calendarId, name, today }: ImportTarget & { readonly today: string },
  also?: (tx: LedgerTx, report: Imported) => void,
): Imported {
  return ledger.write({ actor: 'import:ics', command: 'calendar.importIcs' }, (tx) => {
    const chosen = calendarId === undefined ? null : requireCalendar(tx, calendarId);
    if (chosen) requireWritable(tx, chosen);
    const plan = planImport(tx, file, null);
    const report = reportOf(plan);
    let calendar = chosen;
    if (hasWork(plan)) {
      const wanted = name ?? file.name ?? '';
      calendar ??= createCalendar(tx, { name: freeName(tx, wanted === '' ? 'Imported' : wanted) });
      writeFile(tx, plan, { calendar, today });
      tx.emit({
        type: 'calendar.imported',
        version: 1,
        payload: { calendarId: calendar.id, events: report.events.added + report.events.changed },
      });
    }
    const imported = { ...report, calendarId: calendar?.id ?? null };
    also?.(tx, imported);
    return imported;
  });
}

const hasWork = ({ events, todos, journals }: ImportPlan): boolean =>
  [...events, ...todos, ...journals].some(({ becomes }) => becomes !== 'there');

interface Place {
  readonly calendar: CalendarRow;
  /** For what has no day of its own. */
  readonly today: string;
}

/** Writes what a plan found new or changed. */
export function writeFile(tx: LedgerTx, plan: ImportPlan, { calendar, today }: Place): void {
  keepProperties(tx, calendar, plan.file);
  const seriesIds = new Map<string, string>();
  for (const planned of plan.events) writeEvent(tx, planned, calendar.id, seriesIds);
  for (const planned of plan.todos) writeTodo(tx, planned, calendar.id);
  for (const planned of plan.journals) writeJournal(tx, planned, calendar.id, today);
}

/** Takes out of a calendar what a file does not hold any more. @returns how many */
export function removeMissing(tx: LedgerTx, plan: ImportPlan, calendarId: string): number {
  const there = new Set(plan.events.flatMap(({ known }) => (known ? [known.id] : [])));
  // A changed occurrence goes with its series.
  const gone = eventsIn(tx, calendarId).filter(
    ({ id, seriesId }) => !there.has(id) && !(seriesId !== null && !there.has(seriesId)),
  );
  for (const { id } of gone) if (findEvent(tx, id)) deleteEvent(tx, id);
  return gone.length;
}

function keepProperties(tx: LedgerTx, calendar: CalendarRow, file: ReadCalendar): void {
  const properties = mergedProperties(calendar.properties, file.lines, file.components);
  if (properties !== calendar.properties) updateCalendar(tx, calendar.id, { properties });
}

function writeEvent(
  tx: LedgerTx,
  { part, becomes, known }: Planned<ReadEvent>,
  calendarId: string,
  seriesIds: Map<string, string>,
): void {
  const id = known?.id ?? tx.newId();
  if (part.occurrence === null && part.untilMs !== null) seriesIds.set(part.uid, id);
  if (becomes === 'there') return;
  const { fields, uid, recurrence, untilMs, occurrence, rest, createdAtMs } = part;
  const seriesId = occurrence === null ? null : (seriesIds.get(uid) ?? null);
  const values: Omit<EventRow, 'id' | 'calendarId'> = {
    ...fields,
    ...instantsOf(fields, 'UTC'),
    uid,
    recurrence,
    untilMs,
    seriesId,
    occurrence,
    properties: rest,
    createdAtMs: createdAtMs ?? tx.nowMs,
  };
  if (known) updateEvent(tx, id, values);
  else insertEventFast(tx, { id, calendarId, ...values });
}

function writeTodo(tx: LedgerTx, { part, becomes, known }: Planned<ReadTodo>, calendarId: string): void {
  if (becomes === 'there') return;
  const { fields, completedAtMs, rest, uid, occurrence } = part;
  // A task is changed here, or where it came from; the one here is the person's.
  if (known) return updateIcsItem(tx, known.id, { properties: rest });
  const { status, tags, ...entered } = fields;
  const task = createTask(tx, { ...entered, tags: [...tags] });
  if (status !== 'open') setTaskStatus({ ...tx, nowMs: completedAtMs ?? tx.nowMs }, [task.id], status);
  insertIcsItem(tx, { id: tx.newId(), calendarId, kind: 'task', targetId: task.id, uid, occurrence, properties: rest });
}

const NOON = 'T12:00:00Z';

function writeJournal(
  tx: LedgerTx,
  { part, becomes, known }: Planned<ReadJournal>,
  calendarId: string,
  today: string,
): void {
  if (becomes === 'there') return;
  const { uid, occurrence, rest, body } = part;
  if (known) return updateIcsItem(tx, known.id, { properties: rest });
  const id = tx.newId();
  const day = part.day ?? today;
  writeEntry(tx, { id, day, body }, part.day === null ? tx.nowMs : Date.parse(`${day}${NOON}`));
  insertIcsItem(tx, { id: tx.newId(), calendarId, kind: 'entry', targetId: id, uid, occurrence, properties: rest });
}
