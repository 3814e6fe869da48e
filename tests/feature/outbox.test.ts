import { cursorOf } from '#db/queries/outbox';
import type { Ledger } from '#main/ledger/ledger';
import { type Consumer, type Relay, createRelay } from '#main/ledger/outbox';
import { describe, expect, it } from 'vitest';
import { FakeClock } from '../support/fake-clock.ts';
import { testCore } from '../support/test-core.ts';

interface Outbox {
  readonly ledger: Ledger;
  readonly relay: Relay;
  readonly clock: FakeClock;
  readonly delivered: number[];
  /** Tells the n-th fact. */
  tell(number: number): Promise<void>;
}

/** A relay with one consumer that notes what reached it, and throws while `fails` says so. */
async function outbox(fails: (number: number) => boolean = () => false): Promise<Outbox> {
  const clock = new FakeClock('2026-11-21T09:00:00Z');
  const { ledger, log } = testCore({ clock }).core.services;
  const delivered: number[] = [];
  const consumer: Consumer = {
    name: 'witness',
    types: ['thing.told'],
    async deliver({ payload }) {
      const number = Number(payload['number']);
      if (fails(number)) throw new Error('not now');
      delivered.push(number);
    },
  };
  const relay = createRelay(ledger, clock, log, [consumer]);
  relay.wake();
  await relay.idle();
  return {
    ledger,
    relay,
    clock,
    delivered,
    async tell(number) {
      ledger.write({ actor: 'user', command: 'test.tell' }, (tx) => {
        tx.emit({ type: 'thing.told', version: 1, payload: { number } });
        tx.emit({ type: 'other.told', version: 1, payload: {} });
      });
      relay.wake();
      await relay.idle();
    },
  };
}

describe('the outbox', () => {
  it('delivers what a consumer asked for, in order, from the moment it is there', async () => {
    const { delivered, tell } = await outbox();
    for (const number of [1, 2, 3]) await tell(number);
    expect(delivered).toEqual([1, 2, 3]);
  });

  it('tries again after a pause that doubles, and keeps the order meanwhile', async () => {
    let failures = 2;
    const { delivered, tell, clock, relay } = await outbox(() => (failures -= 1) >= 0);
    await tell(1);
    await tell(2);
    expect(delivered).toEqual([]);
    clock.advance({ seconds: 1 });
    await relay.idle();
    expect(delivered).toEqual([]);
    clock.advance({ seconds: 1 });
    await relay.idle();
    expect(delivered).toEqual([]);
    clock.advance({ seconds: 1 });
    await relay.idle();
    expect(delivered).toEqual([1, 2]);
  });

  it('parks what can’t be delivered and goes on with the next', async () => {
    const { delivered, tell, clock, relay, ledger } = await outbox((number) => number === 1);
    await tell(1);
    await tell(2);
    clock.advance({ minutes: 60 });
    for (let tries = 0; tries < 10; tries += 1) {
      await relay.idle();
      clock.advance({ minutes: 60 });
    }
    await relay.idle();
    expect(delivered).toEqual([2]);
    const parked = ledger.read.sqlite.prepare('SELECT consumer, last_error FROM outbox_parked').all();
    expect(parked).toEqual([{ consumer: 'witness', last_error: 'Error' }]);
    expect(cursorOf(ledger.read, 'witness')).toMatchObject({ attempts: 0, lastError: null });
  });
});
