import { calendarContract } from '#contract/calendar';
import { allCalendars, blocksBetween } from '#db/queries/calendar';
import type { Reaction } from '#main/ledger/ledger';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, mapFailures } from '../feature.ts';
import { Refusal } from '../refusal.ts';
import { createBlock, moveBlock, pinBlock, removeBlock, removeFutureBlocks } from './blocks.ts';
import { changeCalendar, createCalendar, removeCalendar } from './calendars.ts';
import { asEvent, changeEvent, createEvent, duplicateEvent, eventsFor, removeEvent, requireEvent } from './events.ts';
import { calendarWords } from './words.ts';

export { createBlock, moveBlock, removeBlock, requireBlock } from './blocks.ts';
export { overlap } from './event-time.ts';
export { createEvent, eventsFor } from './events.ts';

const WIDEST_MS = 400 * 86_400_000;

const os = implement(calendarContract).$context<FeatureContext>().use(mapFailures);

const router = os.router({
  range: os.range.handler(({ input, context: { services } }) => {
    if (input.toMs - input.fromMs > WIDEST_MS) throw new Refusal('TOO_WIDE');
    const { read } = services.ledger;
    return {
      events: eventsFor(read, input, services.zone()),
      blocks: blocksBetween(read, input.fromMs, input.toMs),
      calendars: allCalendars(read),
    };
  }),
  event: os.event.handler(({ input, context: { services } }) =>
    asEvent(requireEvent(services.ledger.read, input.id), services.zone()),
  ),
  createEvent: os.createEvent.handler(({ input, context: { services } }) => {
    const zone = input.zone === undefined ? services.zone() : input.zone;
    const row = services.ledger.write({ actor: 'user', command: 'calendar.createEvent' }, (tx) =>
      createEvent(tx, { ...input, zone }),
    );
    return asEvent(row, services.zone());
  }),
  updateEvent: os.updateEvent.handler(({ input, context: { services } }) => {
    const row = services.ledger.write({ actor: 'user', command: 'calendar.updateEvent' }, (tx) =>
      changeEvent(tx, input.id, input.change),
    );
    return asEvent(row, services.zone());
  }),
  moveEvent: os.moveEvent.handler(({ input: { id, ...time }, context: { services } }) => {
    const row = services.ledger.write({ actor: 'user', command: 'calendar.moveEvent' }, (tx) =>
      changeEvent(tx, id, time),
    );
    return asEvent(row, services.zone());
  }),
  duplicateEvent: os.duplicateEvent.handler(({ input, context: { services } }) => {
    const row = services.ledger.write({ actor: 'user', command: 'calendar.duplicateEvent' }, (tx) =>
      duplicateEvent(tx, input.id),
    );
    return asEvent(row, services.zone());
  }),
  removeEvent: os.removeEvent.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'calendar.removeEvent' }, (tx) => removeEvent(tx, input.id)),
  ),
  createBlock: os.createBlock.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'calendar.createBlock' }, (tx) =>
      createBlock(tx, { ...input, pinned: true }),
    ),
  ),
  moveBlock: os.moveBlock.handler(({ input: { id, ...to }, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'calendar.moveBlock' }, (tx) =>
      moveBlock(tx, id, { ...to, pinned: true }),
    ),
  ),
  pinBlock: os.pinBlock.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'calendar.pinBlock' }, (tx) =>
      pinBlock(tx, input.id, input.pinned),
    ),
  ),
  removeBlock: os.removeBlock.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'calendar.removeBlock' }, (tx) => removeBlock(tx, input.id)),
  ),
  calendars: os.calendars.handler(({ context: { services } }) => allCalendars(services.ledger.read)),
  createCalendar: os.createCalendar.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'calendar.createCalendar' }, (tx) => createCalendar(tx, input)),
  ),
  updateCalendar: os.updateCalendar.handler(({ input: { id, ...change }, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'calendar.updateCalendar' }, (tx) =>
      changeCalendar(tx, id, change),
    ),
  ),
  removeCalendar: os.removeCalendar.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'calendar.removeCalendar' }, (tx) => ({
      removedEvents: removeCalendar(tx, input.id),
    })),
  ),
});

/** Finished and dropped tasks need no more time; deleted ones take their blocks with them in the database. */
export const calendarReactions: readonly Reaction[] = (['task.completed', 'task.dropped'] as const).map((on) => ({
  on,
  run: (tx, event) => removeFutureBlocks(tx, String(event.payload['taskId'])),
}));

export const calendarFeature = { name: 'calendar', router, words: calendarWords } satisfies Feature<typeof router>;
