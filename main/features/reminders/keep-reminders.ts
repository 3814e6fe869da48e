import { nextAlarmMs } from '#db/queries/reminders';
import type { Services, Started } from '../feature.ts';
import { createDeliveries } from './deliveries.ts';
import { emailSender } from './email-sender.ts';
import { nativeSender } from './native-sender.ts';
import { nextExtensionMs } from './schedule.ts';
import { tellDue } from './tell.ts';

/** Nobody says when the machine comes to another zone, so the clock is looked at this often while anything waits. */
const LOOK_AGAIN_MS = 5 * 60_000;

const AGAIN_MS = 1_000;

const TABLES = new Set(['reminder', 'reminder_answer', 'task', 'event', 'calendar', 'setting', 'reminder_delivery']);

/**
 * The one timer: armed from the database for the next moment at which there is something to tell, to try again or to work
 * out, and again after every change. @returns ends it
 */
export function keepReminders(services: Services): Started {
  const { ledger, clock, log } = services;
  const deliveries = createDeliveries(services, [nativeSender(services), emailSender(services)]);
  let cancelAlarm = (): void => {};
  let isStopped = false;

  function look(): void {
    cancelAlarm();
    if (isStopped || services.storage.status().storage.state !== 'open') return;
    try {
      const told = tellDue(services);
      if (told.length > 0) ledger.announceUnrecorded('reminder_alarm', told);
      const dueMs = deliveries.nextMs();
      if (dueMs !== null && dueMs <= clock.nowMs()) deliveries.wake(arm);
    } catch (error) {
      log.error('reminders: could not look at what is due', error);
    }
    arm();
  }

  function arm(): void {
    cancelAlarm();
    if (isStopped) return;
    const nowMs = clock.nowMs();
    const alarmMs = nextAlarmMs(ledger.read);
    const extensionMs = nextExtensionMs(ledger.read);
    const tryMs = deliveries.nextMs();
    const times = [alarmMs, extensionMs, tryMs].filter((time) => time !== null);
    if (times.length === 0) return;
    // What is due now and could not be taken (a full disk) is looked at again after a pause.
    const next = Math.min(...times.map((time) => (time > nowMs ? time : nowMs + AGAIN_MS)), nowMs + LOOK_AGAIN_MS);
    cancelAlarm = clock.alarm(next, look);
  }

  const unsubscribe = ledger.subscribe(({ rows }) => {
    if (rows.some(({ table }) => TABLES.has(table))) look();
  });
  try {
    if (services.storage.status().storage.state === 'open') deliveries.recover();
  } catch (error) {
    log.error('reminders: could not take up what was interrupted', error);
  }
  look();
  return {
    stop() {
      isStopped = true;
      cancelAlarm();
      unsubscribe();
      deliveries.stop();
    },
    idle: deliveries.idle,
  };
}
