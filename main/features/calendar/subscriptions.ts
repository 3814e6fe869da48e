import type { FeedState, IcsPreview } from '#contract/calendar';
import type { PaletteColor } from '#contract/tasks';
import { type CalendarRow, allCalendars, findCalendarNamed, updateCalendar } from '#db/queries/calendar';
import { findFeed, saveFeed } from '#db/queries/calendar-files';
import type { ReadCalendar } from '#main/domain/icalendar/read-calendar';
import { hashOf } from '#main/domain/icalendar/event-lines';
import type { FeedAnswer, FeedRequest } from '#main/ports/feeds';
import type { Services } from '../feature.ts';
import { Refusal } from '../refusal.ts';
import { createCalendar, freeName, removeCalendar, requireCalendar } from './calendars.ts';
import { removeMissing, writeFile } from './import-file.ts';
import { planImport, previewOf } from './plan-import.ts';
import { readBytes } from './read-file.ts';

const MINUTE_MS = 60_000;
/** What can't be reached is tried again sooner than what is fresh, and what is gone hardly ever. */
const AGAIN_MIN: Readonly<Record<Exclude<FeedState, 'fresh'>, number>> = {
  offline: 10,
  unauthorised: 720,
  gone: 1_440,
  broken: 60,
};

const REFUSALS = {
  offline: 'FEED_OFFLINE',
  unauthorised: 'FEED_UNAUTHORISED',
  gone: 'FEED_GONE',
  broken: 'FEED_BROKEN',
  unchanged: 'FEED_BROKEN',
  private: 'ADDRESS_PRIVATE',
  insecure: 'ADDRESS_INSECURE',
  invalid: 'ADDRESS_INVALID',
} as const;

interface Address {
  readonly url: string;
  readonly isConfirmed: boolean;
}

/**
 * Reads an address once.
 *
 * @throws Refusal why it brought no calendar
 */
export async function previewFeed(services: Services, address: Address): Promise<IcsPreview> {
  const { file } = await readFirst(services, address);
  return previewOf(planImport(services.ledger.read, withoutPersonal(file), ''));
}

export interface NewSubscription extends Address {
  readonly name?: string | undefined;
  readonly color?: PaletteColor | undefined;
  readonly everyMin: number;
}

/**
 * Adds a calendar that follows an address, with what is there now.
 *
 * @returns its id @throws Refusal why it brought no calendar; NAME_TAKEN, ALREADY_SUBSCRIBED
 */
export async function subscribe(services: Services, wanted: NewSubscription): Promise<string> {
  const url = tidy(wanted.url);
  assertNew(services, url, wanted.name);
  const { file, answer, hash } = await readFirst(services, wanted);
  assertNew(services, url, wanted.name);
  const today = services.today();
  const { id } = services.ledger.write({ actor: 'user', command: 'calendar.subscribe' }, (tx) => {
    const name = wanted.name ?? freeName(tx, file.name ?? new URL(url.replace(/^webcals?:/i, 'https:')).hostname);
    const { color, everyMin, isConfirmed } = wanted;
    const row = createCalendar(tx, { name, color, feedUrl: url, feedConfirmed: isConfirmed, feedEveryMin: everyMin });
    writeFile(tx, planImport(tx, withoutPersonal(file), row.id), { calendar: row, today });
    tx.emit({ type: 'calendar.subscribed', version: 1, payload: { calendarId: row.id } });
    return row;
  });
  const nowMs = services.clock.nowMs();
  services.ledger.writeUnrecorded((handle) => {
    saveFeed(handle, {
      calendarId: id,
      state: 'fresh',
      etag: answer.etag,
      lastModified: answer.lastModified,
      hash,
      triedAtMs: nowMs,
      succeededAtMs: nowMs,
      nextAtMs: nowMs + wanted.everyMin * MINUTE_MS,
    });
  });
  services.ledger.announceUnrecorded('calendar', [id]);
  return id;
}

/**
 * Looks at the address of a calendar and brings it up to date. What goes wrong there is its state, not an error.
 *
 * @throws Refusal NOT_FOUND when there is no such subscription
 */
export async function refresh(services: Services, calendarId: string): Promise<void> {
  const { feedUrl, feedConfirmed } = requireCalendar(services.ledger.read, calendarId);
  if (feedUrl === null) throw new Refusal('NOT_FOUND', { what: 'subscription' });
  const known = findFeed(services.ledger.read, calendarId);
  const request: FeedRequest = {
    url: feedUrl,
    etag: known?.etag ?? null,
    lastModified: known?.lastModified ?? null,
    isConfirmed: feedConfirmed,
  };
  const answer = await services.feeds.read(request);
  // The subscription may have ended, or begun anew, while the answer was on its way.
  const calendar = allCalendars(services.ledger.read).find(({ id }) => id === calendarId);
  if (calendar?.feedUrl !== feedUrl) return;
  const looked = await takeIn(services, calendar, answer, known?.hash ?? null);
  if (!looked) return;
  const nowMs = services.clock.nowMs();
  const isFresh = looked.state === 'fresh';
  const waitMin =
    looked.state === 'fresh'
      ? calendar.feedEveryMin
      : Math.max(AGAIN_MIN[looked.state], looked.state === 'offline' ? 0 : calendar.feedEveryMin);
  services.ledger.writeUnrecorded((handle) => {
    saveFeed(handle, {
      calendarId,
      state: looked.state,
      etag: answer.kind === 'read' && isFresh ? answer.etag : (known?.etag ?? null),
      lastModified: answer.kind === 'read' && isFresh ? answer.lastModified : (known?.lastModified ?? null),
      hash: looked.hash ?? known?.hash ?? null,
      triedAtMs: nowMs,
      succeededAtMs: isFresh ? nowMs : (known?.succeededAtMs ?? null),
      nextAtMs: nowMs + waitMin * MINUTE_MS,
    });
  });
  services.ledger.announceUnrecorded('calendar', [calendarId]);
}

/**
 * Ends a subscription: its events stay as a calendar of the person's own, or go with it.
 *
 * @throws Refusal NOT_FOUND
 */
export function unsubscribe({ ledger }: Services, calendarId: string, keepEvents: boolean): void {
  ledger.write({ actor: 'user', command: 'calendar.unsubscribe' }, (tx) => {
    if (requireCalendar(tx, calendarId).feedUrl === null) throw new Refusal('NOT_FOUND', { what: 'subscription' });
    if (keepEvents) updateCalendar(tx, calendarId, { feedUrl: null });
    else removeCalendar(tx, calendarId);
    tx.emit({ type: 'calendar.unsubscribed', version: 1, payload: { calendarId } });
  });
}

/** Looks at each subscription when it is due, while the program runs. @returns ends it */
export function keepFresh(services: Services): () => void {
  let cancelAlarm = (): void => {};
  let isLooking = false;
  let isStopped = false;

  const arm = (): void => {
    cancelAlarm();
    if (isStopped || isLooking) return;
    const due = dueFeeds(services);
    const next = due.toSorted((one, other) => one.nextAtMs - other.nextAtMs)[0];
    if (next) cancelAlarm = services.clock.alarm(Math.max(next.nextAtMs, services.clock.nowMs()), () => void look());
  };
  const look = async (): Promise<void> => {
    isLooking = true;
    try {
      for (const { id, nextAtMs } of dueFeeds(services)) {
        if (isStopped || nextAtMs > services.clock.nowMs()) continue;
        if (services.storage.status().storage.state !== 'open') break;
        await refresh(services, id);
      }
    } catch (error) {
      if (!isStopped) services.log.error('calendar: a subscription could not be looked at', error);
    } finally {
      isLooking = false;
    }
    if (!isStopped) arm();
  };
  const stopHearing = services.ledger.subscribe(({ rows }) => {
    if (rows.some(({ table }) => table === 'calendar')) arm();
  });
  arm();
  return () => {
    isStopped = true;
    cancelAlarm();
    stopHearing();
  };
}

function dueFeeds({ ledger }: Services): { id: string; nextAtMs: number }[] {
  return allCalendars(ledger.read)
    .filter(({ feedUrl }) => feedUrl !== null)
    .map(({ id }) => ({ id, nextAtMs: findFeed(ledger.read, id)?.nextAtMs ?? 0 }));
}

interface Looked {
  readonly state: FeedState;
  readonly hash: string | null;
}

/** @returns null when the subscription ended meanwhile */
async function takeIn(
  services: Services,
  calendar: CalendarRow,
  answer: FeedAnswer,
  knownHash: string | null,
): Promise<Looked | null> {
  if (answer.kind === 'unchanged') return { state: 'fresh', hash: null };
  if (answer.kind !== 'read') return { state: isTrouble(answer.kind) ? answer.kind : 'broken', hash: null };
  const hash = hashOfBytes(answer.bytes);
  if (hash === knownHash) return { state: 'fresh', hash };
  const file = await readOrNull(services, answer.bytes);
  if (!file) return { state: 'broken', hash: null };
  const today = services.today();
  return services.ledger.write({ actor: 'sync:ics', command: 'calendar.refresh' }, (tx) => {
    const current = allCalendars(tx).find(({ id }) => id === calendar.id);
    if (current?.feedUrl !== calendar.feedUrl) return null;
    const plan = planImport(tx, withoutPersonal(file), calendar.id);
    const removed = removeMissing(tx, plan, calendar.id);
    writeFile(tx, plan, { calendar: current, today });
    const changed = plan.events.filter(({ becomes }) => becomes !== 'there').length;
    if (removed + changed > 0)
      tx.emit({ type: 'calendar.refreshed', version: 1, payload: { calendarId: calendar.id, changed, removed } });
    return { state: 'fresh', hash };
  });
}

const isTrouble = (kind: string): kind is Exclude<FeedState, 'fresh'> => kind in AGAIN_MIN;

/** A file that is no calendar, or too large, is a broken feed; anything else is a fault of ours. */
async function readOrNull(services: Services, bytes: Uint8Array): Promise<ReadCalendar | null> {
  try {
    return await readBytes(services.worker, bytes, services.zone());
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function readFirst(services: Services, { url, isConfirmed }: Address) {
  const answer = await services.feeds.read({ url: tidy(url), etag: null, lastModified: null, isConfirmed });
  if (answer.kind !== 'read') throw new Refusal(REFUSALS[answer.kind]);
  const file = await readBytes(services.worker, answer.bytes, services.zone());
  return { file, answer, hash: hashOfBytes(answer.bytes) };
}

/** Somebody else's to-dos and journal are not the person's: only events follow an address. */
function withoutPersonal(file: ReadCalendar): ReadCalendar {
  return { ...file, todos: [], journals: [] };
}

function assertNew({ ledger }: Services, url: string, name: string | undefined): void {
  if (allCalendars(ledger.read).some(({ feedUrl }) => feedUrl === url)) throw new Refusal('ALREADY_SUBSCRIBED');
  if (name === '') throw new Refusal('NAME_MISSING');
  if (name !== undefined && findCalendarNamed(ledger.read, name)) throw new Refusal('NAME_TAKEN');
}

const tidy = (url: string): string => url.trim();

const hashOfBytes = (bytes: Uint8Array): string => hashOf(Buffer.from(bytes).toString('latin1'));
