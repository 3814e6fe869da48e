import type { DeliveryError, ReminderChannel } from '#contract/reminders';
import {
  type BatchItem,
  batchAgain,
  freshDeliveries,
  interruptedDeliveries,
  itemsOfBatch,
  setDelivery,
  waitingDeliveries,
} from '#db/queries/reminder-deliveries';
import { findAlarms } from '#db/queries/reminders';
import { type Backoff, pauseAfter } from '#main/domain/reminders/backoff';
import { quietUntil } from '#main/domain/reminders/moments';
import type { ToldThing } from '#main/domain/reminders/told-words';
import { localOf } from '#main/domain/time/zoned';
import { newId } from '#main/ledger/new-id';
import type { Services } from '../feature.ts';
import { isAnswered, thingOf } from './told.ts';

/** What is told together: one notice, one message. */
export interface Batch {
  /** Stays the same through every attempt. */
  readonly id: string;
  readonly things: readonly (ToldThing & {
    readonly alarmId: string;
    readonly route: string;
    readonly taskId: string | null;
  })[];
}

export type Sent =
  | { readonly outcome: 'delivered' }
  | {
      readonly outcome: 'failed';
      readonly error: DeliveryError;
      /** Trying again would change nothing, or might tell it twice. */
      readonly isFinal: boolean;
      /** The other side asked for a pause. */
      readonly afterMs?: number;
    };

/** A way of telling outside the window. */
export interface Sender {
  readonly channel: ReminderChannel;
  readonly backoff: Backoff;
  readonly mostAttempts: number;
  /** Whether the same batch may be sent again when nobody knows if it arrived. */
  isRepeatable(): boolean;
  /** Never throws for what the other side does. */
  send(batch: Batch): Promise<Sent>;
}

/**
 * Sends what was told, channel by channel, a batch at a time: everything that waits and was never tried goes together, so
 * that hours with the program closed or the machine asleep make one notice.
 *
 * A batch is claimed in one transaction before it is sent, and its outcome noted in another after. The program may be killed
 * in between: a channel that takes an idempotency key sends again under the same key; any other does not, since what may
 * have been told is not told twice. It is parked as UNSURE, and stands in the centre in any case.
 */
export function createDeliveries(services: Services, senders: readonly Sender[]) {
  const { ledger, clock, log } = services;
  let isStopped = false;
  const running = new Map<ReminderChannel, Promise<void>>();

  function quietEndsMs(): number | null {
    const { reminderQuiet } = services.settings();
    if (reminderQuiet === null) return null;
    const nowMs = clock.nowMs();
    const zone = services.zone();
    return quietUntil(reminderQuiet, nowMs, localOf(nowMs, zone), zone);
  }

  /** What the last run of the program left in the middle. */
  function recover(): void {
    const nowMs = clock.nowMs();
    ledger.writeUnrecorded((handle) => {
      for (const { id, channel, attempts } of interruptedDeliveries(handle)) {
        const isRepeatable = senders.find((sender) => sender.channel === channel)?.isRepeatable() === true;
        setDelivery(handle, id, {
          state: isRepeatable ? 'waiting' : 'parked',
          attempts,
          nextTryMs: nowMs,
          error: isRepeatable ? null : 'UNSURE',
          nowMs,
        });
      }
    });
  }

  function claim(sender: Sender): { batch: Batch; items: readonly BatchItem[] } | null {
    const nowMs = clock.nowMs();
    const { channel } = sender;
    if (quietEndsMs() !== null) return null;
    return ledger.writeUnrecorded((handle) => {
      for (;;) {
        const again = batchAgain(handle, channel, nowMs);
        const items =
          again === undefined ? freshDeliveries(handle, channel, nowMs) : itemsOfBatch(handle, again, channel);
        if (items.length === 0) return null;
        const id = again ?? newId(nowMs);
        const alarms = new Map(
          findAlarms(
            handle,
            items.map(({ alarmId }) => alarmId),
          ).map((alarm) => [alarm.id, alarm]),
        );
        const things: Batch['things'][number][] = [];
        const kept: BatchItem[] = [];
        for (const item of items) {
          const alarm = alarms.get(item.alarmId);
          const thing = alarm && !isAnswered(handle, alarm) ? thingOf(handle, alarm) : null;
          const state = thing ? 'sending' : 'skipped';
          const attempts = item.attempts + (thing ? 1 : 0);
          setDelivery(handle, item.id, { state, attempts, nextTryMs: nowMs, error: null, batchId: id, nowMs });
          if (!thing) continue;
          things.push(thing);
          kept.push({ ...item, attempts });
        }
        if (kept.length > 0) return { batch: { id, things }, items: kept };
      }
    });
  }

  function note(sender: Sender, batchId: string, items: readonly BatchItem[], sent: Sent): void {
    const nowMs = clock.nowMs();
    ledger.writeUnrecorded((handle) => {
      for (const { id, attempts } of items) {
        if (sent.outcome === 'delivered')
          setDelivery(handle, id, { state: 'delivered', attempts, nextTryMs: nowMs, error: null, nowMs });
        else {
          const isOver = sent.isFinal || attempts >= sender.mostAttempts;
          const pauseMs = Math.max(pauseAfter(sender.backoff, attempts, batchId), sent.afterMs ?? 0);
          setDelivery(handle, id, {
            state: isOver ? 'parked' : 'waiting',
            attempts,
            nextTryMs: nowMs + pauseMs,
            error: sent.error,
            nowMs,
          });
        }
      }
    });
    ledger.announceUnrecorded(
      'reminder_delivery',
      items.map(({ id }) => String(id)),
    );
  }

  async function drain(sender: Sender): Promise<void> {
    // What just became due together is told together, and the commit that caused it ends first.
    await Promise.resolve();
    while (!isStopped) {
      const claimed = claim(sender);
      if (!claimed) return;
      const sent = await sender.send(claimed.batch);
      if (sent.outcome === 'failed')
        log.info(`reminders: ${sender.channel} failed`, { error: sent.error, isFinal: sent.isFinal });
      note(sender, claimed.batch.id, claimed.items, sent);
    }
  }

  return {
    recover,
    /** Sends what is due, each channel for itself. @param then is called when a channel has come to rest */
    wake(then: () => void): void {
      for (const sender of senders) {
        if (isStopped || running.has(sender.channel)) continue;
        const run = drain(sender)
          .catch((error: unknown) => log.error(`reminders: ${sender.channel} stopped`, error))
          .finally(() => {
            running.delete(sender.channel);
            if (!isStopped) then();
          });
        running.set(sender.channel, run);
      }
    },
    /** When the next one is to be tried; null when none waits. */
    nextMs(): number | null {
      const times = waitingDeliveries(ledger.read)
        .filter(({ channel }) => !running.has(channel) && senders.some((sender) => sender.channel === channel))
        .map(({ nextMs }) => nextMs);
      return times.length === 0 ? null : Math.max(Math.min(...times), quietEndsMs() ?? 0);
    },
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running.values());
    },
    stop(): void {
      isStopped = true;
    },
  };
}
