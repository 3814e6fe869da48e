import { repeatingBefore } from '#db/queries/repeating-tasks';
import { addDays, dayBounds } from '#main/domain/time/zoned';
import type { Services } from '../feature.ts';
import { rollOver } from './renew.ts';

/** A machine that slept rings no alarm at its time; looking again this often shows soon after it woke that it is another day. */
const LOOK_AGAIN_MS = 10 * 60_000;

/** Begins each day of the user, also one that the machine slept into: what was missed is dealt with once. @returns ends it */
export function keepDays(services: Services): () => void {
  let cancelAlarm = (): void => {};
  let done = '';

  function look(): void {
    cancelAlarm();
    const today = services.today();
    try {
      if (today !== done && services.storage.status().storage.state === 'open') {
        if (repeatingBefore(services.ledger.read, today).length > 0)
          services.ledger.write({ actor: 'system', command: 'tasks.rollOver' }, rollOver);
        done = today;
      }
    } catch (error) {
      services.log.error('tasks: the day could not begin', error);
    }
    const { startMs } = dayBounds(addDays(today, 1), services.zone(), services.settings().dayStartMin);
    const nowMs = services.clock.nowMs();
    cancelAlarm = services.clock.alarm(Math.min(Math.max(startMs, nowMs + 1_000), nowMs + LOOK_AGAIN_MS), look);
  }

  look();
  return () => cancelAlarm();
}
