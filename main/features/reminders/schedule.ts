import {
  type AlarmRow,
  type ReminderRow,
  type Subject,
  alarmsOf,
  answersTo,
  deleteAlarm,
  findAlarms,
  forgetToldBefore,
  insertAlarm,
  moveAlarm,
  remindedSeries,
  remindedSubjects,
  reminderClock,
  remindersOf,
  saveReminderClock,
  taskOfReminder,
} from '#db/queries/reminders';
import { findEvent } from '#db/queries/calendar';
import type { ReadHandle, WriteHandle } from '#db/store/handles';
import { momentBefore, momentOf } from '#main/domain/reminders/moments';
import { addDays } from '#main/domain/time/zoned';
import { instancesOf } from '../calendar/index.ts';
import { readSettings } from '../settings/index.ts';

const DAY_MS = 86_400_000;
/** The moments of series are worked out this far ahead, and again when half of it has passed. */
const HORIZON_MS = 14 * DAY_MS;
/** After being closed for longer, older occurrences are left at that. */
const LONGEST_BEHIND_MS = 400 * DAY_MS;
/** A zone moves a moment by at most this. */
const ZONES_MS = 2 * DAY_MS;
/** What was told is remembered this long. */
const REMEMBERED_MS = 120 * DAY_MS;

/** In whose time moments are. */
export interface Frame {
  readonly zone: string;
  readonly allDayTime: string;
}

type Moment = Omit<AlarmRow, 'state' | 'toldAtMs'>;

interface Range {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Brings the waiting moments of one thing in line with its reminders. What was told stays told: a moment is known by its
 * reminder and the time as it was entered, so neither a clock that is set nor another zone makes it a new one.
 *
 * @param sinceMs a new moment up to then has passed and is not told
 */
export function rearm(handle: WriteHandle, subject: Subject, sinceMs: number, frame: Frame, horizonMs: number): void {
  const reminders = remindersOf(handle, subject);
  const standing = alarmsOf(handle, subject);
  if (reminders.length === 0 && standing.length === 0) return;
  const waiting = standing.filter((alarm) => alarm.state === 'waiting');
  const told = new Set(standing.flatMap((alarm) => (alarm.state === 'told' ? [alarm.id] : [])));
  const known = new Map(waiting.map((alarm) => [alarm.id, alarm]));
  const fromMs = waiting.reduce((least, alarm) => Math.min(least, alarm.dueMs), sinceMs) - ZONES_MS;
  const wanted = momentsOf(handle, subject, reminders, frame, { fromMs, toMs: horizonMs });
  for (const moment of wanted) {
    const own = known.get(moment.id);
    known.delete(moment.id);
    if (told.has(moment.id)) continue;
    if (!own) {
      if (moment.dueMs > sinceMs) insertAlarm(handle, moment);
    } else if (own.dueMs !== moment.dueMs || own.thingMs !== moment.thingMs || own.thingAllDay !== moment.thingAllDay)
      moveAlarm(handle, moment);
  }
  for (const id of known.keys()) deleteAlarm(handle, id);
}

/** Works out the moments of series further ahead when it is time to. @returns whether there is anything new */
export function extendHorizon(handle: WriteHandle, nowMs: number, frame: Frame): void {
  const clock = clockOf(handle, nowMs);
  if (clock.horizonMs > nowMs + HORIZON_MS / 2) return;
  const range = { fromMs: Math.max(clock.horizonMs, nowMs - LONGEST_BEHIND_MS), toMs: nowMs + HORIZON_MS };
  for (const eventId of remindedSeries(handle)) {
    const subject = { eventId };
    const known = new Set(alarmsOf(handle, subject).map(({ id }) => id));
    for (const moment of momentsOf(handle, subject, remindersOf(handle, subject), frame, range))
      if (!known.has(moment.id) && moment.dueMs > range.fromMs) insertAlarm(handle, moment);
  }
  forgetToldBefore(handle, nowMs - REMEMBERED_MS);
  saveReminderClock(handle, { ...clock, horizonMs: range.toMs });
}

/** When the horizon has to be put off again. */
export function nextExtensionMs(handle: ReadHandle): number | null {
  const clock = reminderClock(handle);
  return clock ? clock.horizonMs - HORIZON_MS / 2 : null;
}

/** Moves every moment to another zone, or another time for whole days. */
export function moveFrame(handle: WriteHandle, nowMs: number, frame: Frame): void {
  const clock = clockOf(handle, nowMs);
  for (const subject of remindedSubjects(handle)) rearm(handle, subject, nowMs, frame, clock.horizonMs);
  saveReminderClock(handle, { ...clock, ...frame });
}

/** What holds for reactions, which know no clock: the frame the resident program saw last. */
export function clockOf(handle: WriteHandle, nowMs: number): Frame & { readonly horizonMs: number } {
  const found = reminderClock(handle);
  if (found) return found;
  const { zone, reminderAllDayTime } = readSettings(handle);
  const made = { zone: zone ?? 'UTC', allDayTime: reminderAllDayTime, horizonMs: nowMs + HORIZON_MS };
  saveReminderClock(handle, made);
  return made;
}

/** Every moment the reminders of a thing ask for; of a series those in the range, of anything else all. */
function momentsOf(
  handle: ReadHandle,
  subject: Subject,
  reminders: readonly ReminderRow[],
  frame: Frame,
  range: Range,
): Moment[] {
  return 'taskId' in subject
    ? momentsOfTask(handle, subject.taskId, reminders, frame)
    : momentsOfEvent(handle, subject.eventId, reminders, frame, range);
}

function momentsOfTask(handle: ReadHandle, taskId: string, reminders: readonly ReminderRow[], frame: Frame): Moment[] {
  const task = taskOfReminder(handle, taskId);
  if (task?.status !== 'open') return [];
  const due = task.dueDay === null ? null : task.dueTime === null ? task.dueDay : `${task.dueDay}T${task.dueTime}`;
  const thingMs = due === null ? null : momentBefore({ local: timed(due), zone: frame.zone }, 0, frame.allDayTime);
  const thing = { taskId, eventId: null, occurrence: null, thingMs, thingAllDay: due?.length === 10 };
  const asked = reminders.flatMap((reminder): Moment[] => {
    if (reminder.atLocal !== null) return [absolute(reminder, reminder.atLocal, frame, thing)];
    const local = reminder.anchor === 'do' ? task.doDay : due;
    if (local === null) return [];
    const dueMs = momentBefore({ local: timed(local), zone: frame.zone }, reminder.offsetMin!, frame.allDayTime);
    return [{ ...thing, id: `${reminder.id} ${local}-${reminder.offsetMin}`, reminderId: reminder.id, dueMs }];
  });
  return [...asked, ...snoozes(handle, reminders, thing)];
}

function momentsOfEvent(
  handle: ReadHandle,
  eventId: string,
  reminders: readonly ReminderRow[],
  frame: Frame,
  range: Range,
): Moment[] {
  const row = findEvent(handle, eventId);
  if (!row || row.status === 'cancelled') return [];
  const isSeries = row.untilMs !== null;
  const whole = { taskId: null, eventId, occurrence: null, thingMs: null, thingAllDay: row.allDay };
  const longestMs = Math.max(0, ...reminders.map(({ offsetMin }) => (offsetMin ?? 0) * 60_000));
  const relative = reminders.filter(({ anchor }) => anchor !== null);
  const instances =
    relative.length === 0
      ? []
      : instancesOf(
          handle,
          eventId,
          { fromMs: range.fromMs - DAY_MS, toMs: range.toMs + longestMs + ZONES_MS },
          frame.zone,
        );
  const asked = instances.flatMap((event) =>
    event.status === 'cancelled'
      ? []
      : relative.flatMap((reminder): Moment[] => {
          if (reminder.occurrence !== null && reminder.occurrence !== event.occurrence) return [];
          const time = { local: event.startLocal, zone: event.zone ?? frame.zone };
          const dueMs = momentBefore(time, reminder.offsetMin!, frame.allDayTime);
          if (isSeries && (dueMs <= range.fromMs || dueMs > range.toMs || dueMs < reminder.createdAtMs)) return [];
          const named = event.occurrence === null ? '' : `${event.occurrence}>`;
          return [
            {
              id: `${reminder.id} ${named}${event.startLocal}${event.zone === null ? '' : ` ${event.zone}`}-${reminder.offsetMin}`,
              reminderId: reminder.id,
              taskId: null,
              eventId,
              occurrence: event.occurrence,
              dueMs,
              thingMs: event.startMs,
              thingAllDay: event.allDay,
            },
          ];
        }),
  );
  const single = isSeries ? whole : { ...whole, thingMs: momentBefore(timeOf(row, frame), 0, frame.allDayTime) };
  const fixed = reminders.flatMap((reminder) =>
    reminder.atLocal === null
      ? []
      : [absolute(reminder, reminder.atLocal, frame, { ...single, occurrence: reminder.occurrence })],
  );
  return [...asked, ...fixed, ...snoozes(handle, reminders, single)];
}

type Thing = Pick<Moment, 'taskId' | 'eventId' | 'occurrence' | 'thingMs' | 'thingAllDay'>;

function absolute(reminder: ReminderRow, local: string, frame: Frame, thing: Thing): Moment {
  const dueMs = momentOf(local, reminder.zone ?? frame.zone);
  return { ...thing, id: `${reminder.id} =${local} ${reminder.zone ?? ''}`, reminderId: reminder.id, dueMs };
}

/** What was put off comes again. Which occurrence it was about is in the moment that was put off. */
function snoozes(handle: ReadHandle, reminders: readonly ReminderRow[], thing: Thing): Moment[] {
  return answersTo(
    handle,
    reminders.map(({ id }) => id),
  ).flatMap(({ id, kind, untilMs, reminderId, alarmId }) =>
    kind === 'snoozed' && untilMs !== null
      ? [{ ...thing, ...ofAlarm(handle, alarmId), id: `${reminderId} ~${id}`, reminderId, dueMs: untilMs }]
      : [],
  );
}

function ofAlarm(handle: ReadHandle, alarmId: string): Partial<Thing> {
  const [alarm] = findAlarms(handle, [alarmId]);
  return alarm ? { occurrence: alarm.occurrence, thingMs: alarm.thingMs, thingAllDay: alarm.thingAllDay } : {};
}

const timeOf = (row: { startLocal: string; zone: string | null }, frame: Frame) => ({
  local: row.startLocal,
  zone: row.zone ?? frame.zone,
});

/** A due time of 24:00 is the next day's midnight. */
const timed = (local: string): string => (local.endsWith('T24:00') ? `${addDays(local.slice(0, 10), 1)}T00:00` : local);
