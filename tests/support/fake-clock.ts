import type { Clock } from '#main/ports/clock';

interface Alarm {
  readonly atMs: number;
  readonly ring: () => void;
}

/** A clock that stands still until it is told to go on; alarms ring in order, at their own time. */
export class FakeClock implements Clock {
  #nowMs: number;
  #zone: string;
  #alarms: Alarm[] = [];

  /** @param start such as `2026-11-21T09:00:00Z` */
  constructor(start: string, zone = 'UTC') {
    this.#nowMs = Date.parse(start);
    this.#zone = zone;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  zone(): string {
    return this.#zone;
  }

  setZone(zone: string): void {
    this.#zone = zone;
  }

  alarm(atMs: number, ring: () => void): () => void {
    const alarm = { atMs, ring };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter((other) => other !== alarm);
    };
  }

  /** Time passes and nothing rings, as in a machine that sleeps, or whose clock is set; it may go back. */
  pass({ minutes }: { minutes: number }): void {
    this.#nowMs += minutes * 60_000;
  }

  /** Rings what fell due meanwhile. */
  ringDue(): void {
    this.advance({});
  }

  /** A program that ended rings no more. */
  dropAlarms(): void {
    this.#alarms = [];
  }

  advance({ minutes = 0, seconds = 0, days = 0 }: { minutes?: number; seconds?: number; days?: number }): void {
    const until = this.#nowMs + ((days * 24 * 60 + minutes) * 60 + seconds) * 1_000;
    for (;;) {
      const next = this.#alarms.reduce<Alarm | undefined>(
        (first, alarm) => (first && first.atMs <= alarm.atMs ? first : alarm),
        undefined,
      );
      if (!next || next.atMs > until) break;
      this.#alarms = this.#alarms.filter((other) => other !== next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.ring();
    }
    this.#nowMs = until;
  }
}
