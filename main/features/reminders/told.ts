import type { ToldReminder } from '#contract/reminders';
import { type AlarmRow, answersTo, findReminder, taskOfReminder, toldSince } from '#db/queries/reminders';
import { findEvent } from '#db/queries/calendar';
import type { ReadHandle } from '#db/store/handles';

const SHOWN_MS = 30 * 86_400_000;
/** Later than this is late: the program was closed, or the machine slept. */
const LATE_MS = 60_000;

/** What of the last 30 days was told and waits for an answer, newest first. */
export function readCentre(handle: ReadHandle, nowMs: number): ToldReminder[] {
  const alarms = toldSince(handle, nowMs - SHOWN_MS);
  const answers = new Map(
    answersTo(handle, [...new Set(alarms.map(({ reminderId }) => reminderId))]).map((one) => [one.alarmId, one]),
  );
  return alarms.flatMap((alarm) => {
    const answer = answers.get(alarm.id);
    if (answer?.kind === 'dismissed' || (answer?.untilMs ?? Number.POSITIVE_INFINITY) <= nowMs) return [];
    const thing = thingOf(handle, alarm);
    if (!thing) return [];
    return [{ ...thing, snoozedUntilMs: answer?.untilMs ?? null }];
  });
}

/** What a moment is about, while it still is: its reminder is there, its task open, its event not called off. */
export function thingOf(handle: ReadHandle, alarm: AlarmRow): Omit<ToldReminder, 'snoozedUntilMs'> | null {
  if (!findReminder(handle, alarm.reminderId)) return null;
  const shared = {
    alarmId: alarm.id,
    reminderId: alarm.reminderId,
    dueMs: alarm.dueMs,
    toldAtMs: alarm.toldAtMs ?? alarm.dueMs,
    isLate: alarm.toldAtMs !== null && alarm.toldAtMs - alarm.dueMs > LATE_MS,
    thingMs: alarm.thingMs,
    thingAllDay: alarm.thingAllDay,
  };
  if (alarm.taskId !== null) {
    const task = taskOfReminder(handle, alarm.taskId);
    if (task?.status !== 'open') return null;
    const route = `/tasks?list=all&task=${task.id}`;
    return { ...shared, taskId: task.id, eventId: null, title: task.title, place: '', route };
  }
  const row = findEvent(handle, alarm.eventId ?? '');
  if (!row || row.status === 'cancelled') return null;
  const eventId = alarm.occurrence === null ? row.id : `${row.id}@${alarm.occurrence}`;
  const route = `/calendar?event=${eventId}`;
  return { ...shared, taskId: null, eventId, title: row.title, place: row.place, route };
}

/** Whether somebody answered, so that it need not be told in any other way. */
export const isAnswered = (handle: ReadHandle, { reminderId, id }: AlarmRow): boolean =>
  answersTo(handle, [reminderId]).some(({ alarmId }) => alarmId === id);
