import { type Calendar, type CalendarEvent, calendarContract } from '#contract/calendar';
import { blocksBetween } from '#db/queries/calendar';
import { openTasksWithoutBlock } from '#db/queries/plan';
import type { Reaction } from '#main/ledger/ledger';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, type Services, mapFailures } from '../feature.ts';
import { Refusal } from '../refusal.ts';
import { createBlock, moveBlock, pinBlock, removeBlock, removeFutureBlocks } from './blocks.ts';
import { changeCalendar, createCalendar, listCalendars, removeCalendar } from './calendars.ts';
import { type Around, changeEvent, createEvent, duplicateEvent, removeEvent } from './events.ts';
import { asEvent, eventsFor, requireInstance } from './instances.ts';
import { exportCalendars } from './export-file.ts';
import { importCalendarFile, previewCalendarFile } from './import-file.ts';
import { searchEvents } from './search-events.ts';
import { keepFresh, previewFeed, refresh, subscribe, unsubscribe } from './subscriptions.ts';
import { dayLoads, daysBetween, stretchOfDays } from './day-loads.ts';
import { calendarWords } from './words.ts';

export { createBlock, moveBlock, removeBlock, requireBlock } from './blocks.ts';
export { overlap } from './event-time.ts';
export { createEvent } from './events.ts';
export { calendarFile } from './export-file.ts';
export { previewCalendar, writeCalendarFile } from './import-file.ts';
export { eventsFor, instancesOf, requireInstance } from './instances.ts';
export { MOST_BYTES, readCalendarFile } from './read-file.ts';

const WIDEST_DAYS = 400;
const WIDEST_MS = WIDEST_DAYS * 86_400_000;

const os = implement(calendarContract).$context<FeatureContext>().use(mapFailures);

const around = (services: Services): Around => ({ nowMs: services.clock.nowMs(), zone: services.zone() });

/** A file as it crosses the bridge. */
const bytesOf = (content: string): Uint8Array => new Uint8Array(Buffer.from(content, 'base64'));

/** @throws Refusal NOT_FOUND when it went meanwhile */
function calendarById(services: Services, id: string): Calendar {
  const calendar = listCalendars(services.ledger.read).find((one) => one.id === id);
  if (!calendar) throw new Refusal('NOT_FOUND', { what: 'calendar' });
  return calendar;
}

/** What an id names, as it is now. */
const shown = (services: Services, id: string): CalendarEvent =>
  asEvent(requireInstance(services.ledger.read, id, around(services)), services.zone());

const router = os.router({
  range: os.range.handler(({ input, context: { services } }) => {
    if (input.toMs - input.fromMs > WIDEST_MS) throw new Refusal('TOO_WIDE');
    const { read } = services.ledger;
    const calendars = listCalendars(read);
    const hidden = new Set(calendars.filter((calendar) => calendar.hidden).map(({ id }) => id));
    const events = eventsFor(read, input, services.zone());
    return {
      events:
        input.withHidden || hidden.size === 0 ? events : events.filter(({ calendarId }) => !hidden.has(calendarId)),
      blocks: blocksBetween(read, input.fromMs, input.toMs),
      calendars,
    };
  }),
  loads: os.loads.handler(({ input, context: { services } }) => {
    const zone = services.zone();
    const days = daysBetween(input.fromDay, input.toDay);
    if (days.length > WIDEST_DAYS) throw new Refusal('TOO_WIDE');
    const { read } = services.ledger;
    const hidden = new Set(listCalendars(read).flatMap((calendar) => (calendar.hidden ? [calendar.id] : [])));
    const range = stretchOfDays(days, zone);
    const events = eventsFor(read, range, zone).filter(({ calendarId }) => !hidden.has(calendarId));
    return dayLoads([...events, ...blocksBetween(read, range.fromMs, range.toMs)], days, zone);
  }),
  toPlan: os.toPlan.handler(({ input, context: { services } }) =>
    openTasksWithoutBlock(services.ledger.read, services.clock.nowMs(), input.limit),
  ),
  event: os.event.handler(({ input, context: { services } }) => shown(services, input.id)),
  search: os.search.handler(({ input, context: { services } }) =>
    searchEvents(services.ledger.read, input, around(services)),
  ),
  createEvent: os.createEvent.handler(({ input, context: { services } }) => {
    const zone = input.zone === undefined ? services.zone() : input.zone;
    const row = services.ledger.write({ actor: 'user', command: 'calendar.createEvent' }, (tx) =>
      createEvent(tx, { ...input, zone }),
    );
    return shown(services, row.id);
  }),
  updateEvent: os.updateEvent.handler(({ input, context: { services } }) => {
    const id = services.ledger.write({ actor: 'user', command: 'calendar.updateEvent' }, (tx) =>
      changeEvent(tx, input, input.change, around(services)),
    );
    return shown(services, id);
  }),
  moveEvent: os.moveEvent.handler(({ input: { id, scope, ...time }, context: { services } }) => {
    const moved = services.ledger.write({ actor: 'user', command: 'calendar.moveEvent' }, (tx) =>
      changeEvent(tx, { id, scope }, time, around(services)),
    );
    return shown(services, moved);
  }),
  duplicateEvent: os.duplicateEvent.handler(({ input, context: { services } }) => {
    const row = services.ledger.write({ actor: 'user', command: 'calendar.duplicateEvent' }, (tx) =>
      duplicateEvent(tx, input.id, around(services)),
    );
    return shown(services, row.id);
  }),
  removeEvent: os.removeEvent.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'calendar.removeEvent' }, (tx) =>
      removeEvent(tx, input, around(services)),
    ),
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
  calendars: os.calendars.handler(({ context: { services } }) => listCalendars(services.ledger.read)),
  createCalendar: os.createCalendar.handler(({ input, context: { services } }) => {
    const { id } = services.ledger.write({ actor: 'user', command: 'calendar.createCalendar' }, (tx) =>
      createCalendar(tx, input),
    );
    return calendarById(services, id);
  }),
  updateCalendar: os.updateCalendar.handler(({ input: { id, ...change }, context: { services } }) => {
    services.ledger.write({ actor: 'user', command: 'calendar.updateCalendar' }, (tx) =>
      changeCalendar(tx, id, change),
    );
    return calendarById(services, id);
  }),
  previewIcs: os.previewIcs.handler(({ input, context: { services } }) =>
    previewCalendarFile(services, bytesOf(input.content)),
  ),
  importIcs: os.importIcs.handler(({ input: { content, ...target }, context: { services } }) =>
    importCalendarFile(services, bytesOf(content), target),
  ),
  exportIcs: os.exportIcs.handler(({ input, context: { services } }) =>
    exportCalendars(services.ledger.read, input, services.zone()),
  ),
  previewFeed: os.previewFeed.handler(({ input, context: { services } }) => previewFeed(services, input)),
  subscribe: os.subscribe.handler(async ({ input, context: { services } }) =>
    calendarById(services, await subscribe(services, input)),
  ),
  refresh: os.refresh.handler(async ({ input, context: { services } }) => {
    await refresh(services, input.id);
    return calendarById(services, input.id);
  }),
  unsubscribe: os.unsubscribe.handler(({ input, context: { services } }) =>
    unsubscribe(services, input.id, input.keepEvents),
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

export const calendarFeature = {
  name: 'calendar',
  router,
  words: calendarWords,
  start: keepFresh,
} satisfies Feature<typeof router>;
