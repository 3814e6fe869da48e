import { cursorOf, newestEventId, nextEvent, parkEvent, saveCursor } from '#db/queries/outbox';
import type { Clock } from '#main/ports/clock';
import type { Log } from '#main/ports/log';
import type { Ledger } from './ledger.ts';

/** An event on its way to the world outside. */
export interface DeliveredEvent {
  /** Grows with time; the same event always has the same id, so a consumer can tell a repetition. */
  readonly id: number;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * One reader of the outbox. On a throw the same event comes again after a pause that doubles; after the last attempt it is
 * parked, where the user sees it, and the next one is delivered. Must be idempotent by event id.
 */
export interface Consumer {
  readonly name: string;
  readonly types: readonly string[];
  deliver(event: DeliveredEvent): Promise<void>;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
const MAX_ATTEMPTS = 8;

export interface Relay {
  /** Delivers what is due; called after commits and at start. */
  wake(): void;
  /** Resolves when nothing is being delivered. */
  idle(): Promise<void>;
  stop(): void;
}

/** Serves the consumers after the commit: in order for each, at least once. A new consumer begins at the present. */
export function createRelay(ledger: Ledger, clock: Clock, log: Log, consumers: readonly Consumer[]): Relay {
  let isStopped = false;
  const lanes = consumers.map((consumer) => {
    let running: Promise<void> | null = null;
    let again = false;
    let cancelAlarm: (() => void) | null = null;
    const lane = {
      wake(): void {
        if (isStopped) return;
        if (running) {
          again = true;
          return;
        }
        running = drain()
          .catch((error: unknown) => log.error(`outbox ${consumer.name} stopped`, error))
          .finally(() => {
            running = null;
            if (again) {
              again = false;
              lane.wake();
            }
          });
      },
      idle: async (): Promise<void> => {
        while (running) await running;
      },
      cancel: () => cancelAlarm?.(),
    };
    async function drain(): Promise<void> {
      for (;;) {
        if (isStopped) return;
        const cursor = cursorOf(ledger.read, consumer.name);
        if (!cursor) {
          const lastEventId = newestEventId(ledger.read);
          const start = { consumer: consumer.name, lastEventId, attempts: 0, nextTryMs: 0, lastError: null };
          ledger.writeUnrecorded((handle) => saveCursor(handle, start));
          return;
        }
        const event = nextEvent(ledger.read, cursor.lastEventId, consumer.types);
        if (!event) return;
        if (cursor.nextTryMs > clock.nowMs()) {
          cancelAlarm?.();
          cancelAlarm = clock.alarm(cursor.nextTryMs, lane.wake);
          return;
        }
        const delivered = {
          consumer: consumer.name,
          lastEventId: event.id,
          attempts: 0,
          nextTryMs: 0,
          lastError: null,
        };
        try {
          const payload = JSON.parse(event.payload) as Record<string, unknown>;
          await consumer.deliver({ id: event.id, type: event.type, payload });
          ledger.writeUnrecorded((handle) => saveCursor(handle, delivered));
        } catch (error) {
          const attempts = cursor.attempts + 1;
          const lastError = error instanceof Error ? error.name : 'failed';
          log.error(`outbox ${consumer.name}: attempt ${attempts} at event ${event.id}`, error);
          ledger.writeUnrecorded((handle) => {
            if (attempts < MAX_ATTEMPTS) {
              const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
              saveCursor(handle, { ...cursor, attempts, nextTryMs: clock.nowMs() + pauseMs, lastError });
            } else {
              parkEvent(handle, consumer.name, event.id, clock.nowMs(), lastError);
              saveCursor(handle, delivered);
            }
          });
        }
      }
    }
    return lane;
  });
  return {
    wake: () => lanes.forEach((lane) => lane.wake()),
    idle: async () => {
      await Promise.all(lanes.map((lane) => lane.idle()));
    },
    stop() {
      isStopped = true;
      lanes.forEach((lane) => lane.cancel());
    },
  };
}
