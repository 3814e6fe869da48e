import { findEvent } from '#db/queries/calendar';
import {
  type Subject,
  findReminder,
  hasReminders,
  remindersOf,
  taskOfReminder,
  touchedSince,
} from '#db/queries/reminders';
import { commitBySeq } from '#db/queries/ledger';
import { shifted, wallMs } from '#main/domain/recurrence/edit-series';
import type { DomainEvent, LedgerTx, Reaction } from '#main/ledger/ledger';
import { readSettings } from '../settings/index.ts';
import { addReminder, copyReminders, moveOccurrences } from './commands.ts';
import { clockOf, rearm } from './schedule.ts';

const DAY_MS = 86_400_000;

/** Up to which change of its commit each transaction was followed. */
const followed = new WeakMap<object, number>();
/** Copies: what they are reminded of was decided with the original. */
const copies = new WeakMap<object, Set<string>>();

/**
 * Brings the moments in line with what this transaction changed so far. It goes by the recorded rows and not by the event, so
 * that imports, undo and whatever is to come are followed alike; each change is looked at once.
 */
function follow(tx: LedgerTx, event: DomainEvent): void {
  const touched = touchedSince(tx, tx.seq, followed.get(tx) ?? 0);
  const last = touched.at(-1);
  if (!last) return;
  followed.set(tx, last.id);
  if (!hasReminders(tx)) return;
  const subjects = new Map<string, Subject>();
  for (const { tableName, rowId, before, after } of touched) {
    const was = before === null ? {} : (JSON.parse(before) as Record<string, unknown>);
    const is = after === null ? {} : (JSON.parse(after) as Record<string, unknown>);
    for (const subject of subjectsOf(tx, tableName, rowId, was, is)) subjects.set(Object.values(subject)[0]!, subject);
    const from = was['start_local'];
    const to = is['start_local'];
    if (tableName === 'event' && typeof from === 'string' && typeof to === 'string')
      followStart(tx, rowId, from, to, event);
  }
  const sinceMs = sinceOf(tx, event);
  const { horizonMs, ...frame } = clockOf(tx, tx.nowMs);
  for (const subject of subjects.values()) rearm(tx, subject, sinceMs, frame, horizonMs);
}

type Row = Readonly<Record<string, unknown>>;

function subjectsOf(tx: LedgerTx, table: string, id: string, was: Row, is: Row): Subject[] {
  switch (table) {
    case 'task':
      return [{ taskId: id }];
    case 'event': {
      const series = [was['series_id'], is['series_id'], findEvent(tx, id)?.seriesId];
      return [id, ...series].flatMap((eventId) => (typeof eventId === 'string' ? [{ eventId }] : []));
    }
    case 'reminder': {
      const row = findReminder(tx, id);
      const taskId = row?.taskId ?? was['task_id'];
      const eventId = row?.eventId ?? was['event_id'];
      return typeof taskId === 'string' ? [{ taskId }] : typeof eventId === 'string' ? [{ eventId }] : [];
    }
    default: {
      const row = findReminder(tx, String(is['reminder_id'] ?? was['reminder_id']));
      if (!row) return [];
      return [row.taskId === null ? { eventId: row.eventId! } : { taskId: row.taskId }];
    }
  }
}

/** A series that moves takes along what is said of single occurrences; undo brings them back by itself. */
function followStart(tx: LedgerTx, eventId: string, from: string, to: string, event: DomainEvent): void {
  if (event.type.startsWith('history.')) return;
  const row = findEvent(tx, eventId);
  if (!row || row.untilMs === null) return;
  moveOccurrences(tx, eventId, (occurrence) => shifted(occurrence, wallMs(to) - wallMs(from), row.allDay));
}

/**
 * From when on a moment that comes new is still to be told. An undo makes it as if the commit had never been: what came due
 * since is told, of the last day.
 */
function sinceOf(tx: LedgerTx, { type, payload }: DomainEvent): number {
  if (type !== 'history.undone' && type !== 'history.redone') return tx.nowMs;
  const commit = commitBySeq(tx, Number(payload['seq']));
  return Math.min(tx.nowMs, Math.max(commit?.atMs ?? tx.nowMs, tx.nowMs - DAY_MS));
}

/** A new event with a time, or a task that got a due time, begins with the reminders of the settings. */
function giveDefaults(tx: LedgerTx, { type, payload }: DomainEvent): void {
  if (tx.actor !== 'user' && tx.actor !== 'assistant') return;
  if (type === 'event.created') {
    const { reminderEventMin } = readSettings(tx);
    const eventId = String(payload['eventId']);
    if (reminderEventMin.length === 0 || isCopy(tx, eventId)) return;
    const row = findEvent(tx, eventId);
    if (!row || row.allDay || row.seriesId !== null || remindersOf(tx, { eventId }).length > 0) return;
    for (const offsetMin of reminderEventMin) addReminder(tx, { eventId }, { anchor: 'start', offsetMin });
    return;
  }
  const { reminderTaskMin } = readSettings(tx);
  const taskId = String(payload['taskId']);
  if (reminderTaskMin.length === 0 || isCopy(tx, taskId)) return;
  const task = taskOfReminder(tx, taskId);
  if (task?.status !== 'open' || task.dueTime === null || remindersOf(tx, { taskId }).length > 0) return;
  if (type === 'task.updated' && !gotDueTime(tx, taskId)) return;
  for (const offsetMin of reminderTaskMin) addReminder(tx, { taskId }, { anchor: 'due', offsetMin });
}

/** Whether this commit gave a task its due time. */
const gotDueTime = (tx: LedgerTx, taskId: string): boolean =>
  touchedSince(tx, tx.seq, 0).some(({ rowId, before }) => {
    if (rowId !== taskId || before === null) return false;
    const was = JSON.parse(before) as Row;
    return 'due_time' in was && was['due_time'] === null;
  });

function isCopy(tx: LedgerTx, id: string): boolean {
  return copies.get(tx)?.has(id) === true;
}

/** A copy is reminded of as its original; the rest of a series that was parted too. */
function copyOver(tx: LedgerTx, { payload }: DomainEvent): void {
  const from = payload['copyOf'];
  if (typeof from !== 'string') return;
  const key = 'taskId' in payload ? 'taskId' : 'eventId';
  const to = String(payload[key]);
  const known = copies.get(tx) ?? new Set();
  copies.set(tx, known.add(to));
  if (key === 'taskId') copyReminders(tx, { taskId: from }, { taskId: to });
  else copyReminders(tx, { eventId: from }, { eventId: to });
}

/** A line of a list asked for it: "call Ana tomorrow 5pm, remind me 15 min before". */
function setAsked(tx: LedgerTx, { payload }: DomainEvent): void {
  const subject = { taskId: String(payload['taskId']) };
  const { offsetMin, atLocal } = payload;
  const standing = remindersOf(tx, subject);
  if (typeof offsetMin === 'number') {
    if (offsetMin > 366 * 1_440 || standing.some((one) => one.offsetMin === offsetMin)) return;
    addReminder(tx, subject, { anchor: 'due', offsetMin });
  } else if (typeof atLocal === 'string') {
    const local = atLocal.length === 10 ? `${atLocal}T${readSettings(tx).reminderAllDayTime}` : atLocal;
    if (!standing.some((one) => one.atLocal === local)) addReminder(tx, subject, { atLocal: local });
  }
}

const ON_CREATION = ['task.created', 'event.created'] as const;
/** Whatever may have changed a thing, a reminder or an answer. */
const ON_CHANGE = [
  ...ON_CREATION,
  'task.updated',
  'task.completed',
  'task.dropped',
  'task.reopened',
  'task.deleted',
  'event.moved',
  'event.updated',
  'event.deleted',
  'calendar.imported',
  'calendar.refreshed',
  'calendar.unsubscribed',
  'calendar.deleted',
  'reminder.set',
  'reminder.removed',
  'reminder.answered',
  'history.undone',
  'history.redone',
  'history.went-back',
] as const;

/** Copies first, then what new things begin with, then the moments of all of it. */
export const reminderReactions: readonly Reaction[] = [
  { on: 'task.reminder-asked', run: setAsked },
  ...ON_CREATION.map((on) => ({ on, run: copyOver })),
  ...[...ON_CREATION, 'task.updated'].map((on) => ({ on, run: giveDefaults })),
  ...ON_CHANGE.map((on) => ({ on, run: follow })),
];
