import type { Clock } from '#main/ports/clock';

/**
 * A timer stands still while the machine sleeps and knows nothing of a clock that is set, so an alarm is looked at this often
 * at least: one wake-up a minute while something is due at all. (Node also fires timers over 2^31-1 ms at once.)
 */
const LONGEST_STEP_MS = 60_000;

/** What every waiting alarm does to look at the clock again. */
const waiting = new Set<() => void>();

/** The machine woke up or its clock was set: rings what fell due in between. */
export function lookAtClock(): void {
  for (const look of Array.from(waiting)) look();
}

/** Asking for the zone builds a formatter; a machine seldom travels. */
const ZONE_HOLDS_MS = 60_000;
let zone = { name: '', askedAtMs: Number.NEGATIVE_INFINITY };

/** The machine's clock. Alarms go by the wall clock, so they survive sleep, and never keep the process alive. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  zone() {
    const nowMs = Date.now();
    if (Math.abs(nowMs - zone.askedAtMs) > ZONE_HOLDS_MS)
      zone = { name: new Intl.DateTimeFormat().resolvedOptions().timeZone, askedAtMs: nowMs };
    return zone.name;
  },
  alarm(atMs, ring) {
    let timer: NodeJS.Timeout;
    const cancel = (): void => {
      clearTimeout(timer);
      waiting.delete(look);
    };
    const look = (): void => {
      clearTimeout(timer);
      const waitMs = atMs - Date.now();
      if (waitMs > 0) {
        timer = setTimeout(look, Math.min(waitMs, LONGEST_STEP_MS)).unref();
        return;
      }
      cancel();
      ring();
    };
    waiting.add(look);
    timer = setTimeout(look, 0).unref();
    return cancel;
  },
};
