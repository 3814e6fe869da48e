import type { Clock } from '#main/ports/clock';

/** Node fires a longer timer at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's clock. Alarms never keep the process alive and go by the wall clock, so they survive sleep. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
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
