import type { Clock } from '#main/ports/clock';

/** Node fires a longer timer at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Asking for the zone builds a formatter; a machine seldom travels. */
const ZONE_HOLDS_MS = 60_000;
let zone = { name: '', askedAtMs: Number.NEGATIVE_INFINITY };

/** The machine's clock. Alarms never keep the process alive and go by the wall clock, so they survive sleep. */
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
    const arm = (): void => {
      const waitMs = atMs - Date.now();
      timer = setTimeout(() => (atMs > Date.now() ? arm() : ring()), Math.min(Math.max(0, waitMs), LONGEST_TIMER_MS));
      timer.unref();
    };
    arm();
    return () => clearTimeout(timer);
  },
};
