import type { AnswerKind, ReminderSubject, ReminderWhen } from '#contract/reminders';
import {
  type AlarmRow,
  type ReminderRow,
  type Subject,
  deleteAnswers,
  deleteReminder,
  findAlarms,
  findReminder,
  insertAnswer,
  insertReminder,
  remindersOf,
  taskOfReminder,
  updateReminder,
} from '#db/queries/reminders';
import type { ReadHandle } from '#db/store/handles';
import { momentOf } from '#main/domain/reminders/moments';
import type { LedgerTx } from '#main/ledger/ledger';
import { requireInstance } from '../calendar/index.ts';
import { Refusal } from '../refusal.ts';
import { setTaskStatus } from '../tasks/index.ts';

const MOST = 20;

/** The thing that is meant, and which of its occurrences. */
export interface Meant {
  readonly subject: Subject;
  readonly occurrence: string | null;
}

/** Where and when the person is. */
export interface Around {
  readonly nowMs: number;
  readonly zone: string;
}

/** @throws Refusal NOT_FOUND */
export function meantBy(handle: ReadHandle, named: ReminderSubject, around: Around): Meant {
  if ('taskId' in named) {
    if (!taskOfReminder(handle, named.taskId)) throw new Refusal('NOT_FOUND', { what: 'task' });
    return { subject: named, occurrence: null };
  }
  const { row, series, occurrence } = requireInstance(handle, named.eventId, around);
  const isOne = series !== null && (named.eventId.includes('@') || row.id !== series.id);
  return { subject: { eventId: series?.id ?? row.id }, occurrence: isOne ? occurrence : null };
}

/**
 * Adds a reminder to a task, an event, or each occurrence of a series.
 *
 * @returns its id @throws Refusal REMINDER_THERE, TOO_MANY_REMINDERS, NO_SUCH_TIME
 */
export function addReminder(
  tx: LedgerTx,
  subject: Subject,
  when: ReminderWhen,
  occurrence: string | null = null,
): ReminderRow {
  const row = { id: tx.newId(), ...rowOf(subject, occurrence), ...columnsOf(when), createdAtMs: tx.nowMs };
  const standing = remindersOf(tx, subject);
  if (standing.some((other) => isSame(other, row))) throw new Refusal('REMINDER_THERE');
  if (standing.length >= MOST) throw new Refusal('TOO_MANY_REMINDERS');
  insertReminder(tx, row);
  tx.emit({ type: 'reminder.set', version: 1, payload: { reminderId: row.id } });
  return row;
}

/** @throws Refusal NOT_FOUND, REMINDER_THERE, NO_SUCH_TIME */
export function changeReminder(tx: LedgerTx, id: string, when: ReminderWhen): ReminderRow {
  const row = requireReminder(tx, id);
  const next = { ...row, ...columnsOf(when) };
  const subject = subjectOf(row);
  if (remindersOf(tx, subject).some((other) => other.id !== id && isSame(other, next)))
    throw new Refusal('REMINDER_THERE');
  updateReminder(tx, id, columnsOf(when));
  tx.emit({ type: 'reminder.set', version: 1, payload: { reminderId: id } });
  return next;
}

/** @throws Refusal NOT_FOUND */
export function removeReminder(tx: LedgerTx, id: string): void {
  requireReminder(tx, id);
  deleteReminder(tx, id);
  tx.emit({ type: 'reminder.removed', version: 1, payload: { reminderId: id } });
}

/**
 * Gives a thing the reminders of another, in the same transaction: the next occurrence of a task that repeats, a copy, the
 * rest of a series. Wall-clock times are of the original alone, unless it was parted.
 */
export function copyReminders(tx: LedgerTx, from: Subject, to: Subject): void {
  const standing = remindersOf(tx, to);
  for (const row of remindersOf(tx, from)) {
    if (row.atLocal !== null) continue;
    const copy = { ...row, taskId: null, eventId: null, ...to, id: tx.newId(), createdAtMs: tx.nowMs };
    if (standing.some((other) => isSame(other, copy))) continue;
    insertReminder(tx, copy);
    tx.emit({ type: 'reminder.set', version: 1, payload: { reminderId: copy.id } });
  }
}

/** A series moved: reminders of single occurrences go with them. */
export function moveOccurrences(tx: LedgerTx, eventId: string, move: (occurrence: string) => string): void {
  for (const { id, occurrence } of remindersOf(tx, { eventId }))
    if (occurrence !== null) updateReminder(tx, id, { occurrence: move(occurrence) });
}

/** Answers what was told; an answer replaces the one before. @throws Refusal NOT_FOUND */
export function answer(tx: LedgerTx, alarmIds: readonly string[], kind: AnswerKind, untilMs: number | null): void {
  for (const alarm of requireAlarms(tx, alarmIds)) {
    if (!findReminder(tx, alarm.reminderId)) continue;
    deleteAnswers(tx, alarm.id);
    insertAnswer(tx, {
      id: tx.newId(),
      reminderId: alarm.reminderId,
      alarmId: alarm.id,
      kind,
      untilMs,
      createdAtMs: tx.nowMs,
    });
    tx.emit({ type: 'reminder.answered', version: 1, payload: { reminderId: alarm.reminderId, kind } });
  }
}

/** Completes the tasks that were told of, and answers. @throws Refusal NOT_FOUND */
export function completeTold(tx: LedgerTx, alarmIds: readonly string[]): void {
  const tasks = new Set(requireAlarms(tx, alarmIds).flatMap(({ taskId }) => (taskId === null ? [] : [taskId])));
  const there = [...tasks].filter((id) => taskOfReminder(tx, id));
  if (there.length > 0) setTaskStatus(tx, there, 'done');
  answer(tx, alarmIds, 'dismissed', null);
}

function requireAlarms(tx: LedgerTx, ids: readonly string[]): AlarmRow[] {
  const found = findAlarms(tx, ids);
  if (found.length < new Set(ids).size) throw new Refusal('NOT_FOUND', { what: 'reminder' });
  return found;
}

function requireReminder(tx: LedgerTx, id: string): ReminderRow {
  const row = findReminder(tx, id);
  if (!row) throw new Refusal('NOT_FOUND', { what: 'reminder' });
  return row;
}

export const subjectOf = ({ taskId, eventId }: Pick<ReminderRow, 'taskId' | 'eventId'>): Subject =>
  taskId === null ? { eventId: eventId! } : { taskId };

const rowOf = (subject: Subject, occurrence: string | null): Pick<ReminderRow, 'taskId' | 'eventId' | 'occurrence'> =>
  'taskId' in subject
    ? { taskId: subject.taskId, eventId: null, occurrence: null }
    : { taskId: null, eventId: subject.eventId, occurrence };

type WhenColumns = Pick<ReminderRow, 'anchor' | 'offsetMin' | 'atLocal' | 'zone'>;

function columnsOf(when: ReminderWhen): WhenColumns {
  if (!('atLocal' in when)) return { anchor: when.anchor, offsetMin: when.offsetMin, atLocal: null, zone: null };
  const zone = when.zone ?? null;
  try {
    momentOf(when.atLocal, zone ?? 'UTC');
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('NO_SUCH_TIME', { field: 'atLocal' });
    throw error;
  }
  return { anchor: null, offsetMin: null, atLocal: when.atLocal.slice(0, 16), zone };
}

const isSame = (one: ReminderRow, other: ReminderRow): boolean =>
  one.occurrence === other.occurrence &&
  one.anchor === other.anchor &&
  one.offsetMin === other.offsetMin &&
  one.atLocal === other.atLocal &&
  one.zone === other.zone;
