import { alarmsDue, nextAlarmMs, reminderClock, tellAlarm } from '#db/queries/reminders';
import { insertDelivery } from '#db/queries/reminder-deliveries';
import type { Services } from '../feature.ts';
import { clockOf, extendHorizon, moveFrame, nextExtensionMs } from './schedule.ts';

/**
 * Takes what is due: marks it told, which puts it into the centre, and notes each other way in which it is to be told. One
 * transaction, so a kill leaves it either waiting or told. Also follows the person's zone and looks further ahead.
 *
 * @returns the moments that were told
 */
export function tellDue(services: Services): string[] {
  const { ledger, clock } = services;
  const nowMs = clock.nowMs();
  const { reminderNative, reminderAllDayTime, reminderEmail } = services.settings();
  const frame = { zone: services.zone(), allDayTime: reminderAllDayTime };
  const seen = reminderClock(ledger.read);
  const isSame = seen?.zone === frame.zone && seen.allDayTime === frame.allDayTime;
  const next = Math.min(nextAlarmMs(ledger.read) ?? Infinity, nextExtensionMs(ledger.read) ?? Infinity);
  // Asked after every commit: a transaction is for when there is something to write.
  if (isSame && next > nowMs) return [];
  return ledger.writeUnrecorded((handle) => {
    const known = clockOf(handle, nowMs);
    if (known.zone !== frame.zone || known.allDayTime !== frame.allDayTime) moveFrame(handle, nowMs, frame);
    extendHorizon(handle, nowMs, frame);
    const due = alarmsDue(handle, nowMs).map(({ id }) => id);
    for (const alarmId of due) {
      tellAlarm(handle, alarmId, nowMs);
      insertDelivery(handle, { alarmId, channel: 'centre', state: 'delivered', nowMs });
      if (reminderNative) insertDelivery(handle, { alarmId, channel: 'native', state: 'waiting', nowMs });
      if (reminderEmail) insertDelivery(handle, { alarmId, channel: 'email', state: 'waiting', nowMs });
    }
    return due;
  });
}
