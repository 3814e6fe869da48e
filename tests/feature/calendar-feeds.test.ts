import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { httpFeeds } from '#main/core/http-feeds';
import { type TestCore, testCore } from '../support/test-core.ts';

const feed = (...days: number[]): string =>
  [
    'BEGIN:VCALENDAR',
    'X-WR-CALNAME:Holidays',
    ...days.flatMap((day) => [
      'BEGIN:VEVENT',
      `UID:${day}@example.org`,
      `DTSTART;VALUE=DATE:202611${String(day).padStart(2, '0')}`,
      `SUMMARY:Day ${day}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ].join('\r\n');

/** A loopback server whose manners can be changed. */
async function server(
  listener: RequestListener,
): Promise<{ url: string; answer: (next: RequestListener) => void; stop: () => void }> {
  let current = listener;
  const http = createServer((request, response) => current(request, response));
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
  const stop = (): void => {
    http.closeAllConnections();
    http.close();
  };
  onTestFinished(stop);
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/cal.ics`,
    answer: (next) => (current = next),
    stop,
  };
}

const gives =
  (text: string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(200, headers).end(text);
const says =
  (status: number): RequestListener =>
  (_, response) =>
    response.writeHead(status).end('no');

const titles = async ({ client }: TestCore): Promise<string[]> => {
  const { events } = await client.calendar.range({ fromMs: Date.parse('2026-11-01'), toMs: Date.parse('2026-12-01') });
  return events.map(({ title }) => title);
};

describe('a subscription', () => {
  it('follows its address: what is new comes, what is gone goes, nothing is there twice, and no undo is offered', async () => {
    const place = await server(gives(feed(3, 4)));
    const core = testCore();
    expect((await core.client.calendar.previewFeed({ url: place.url })).events.added).toBe(2);
    const calendar = await core.client.calendar.subscribe({ url: place.url });
    expect(calendar).toMatchObject({ name: 'Holidays', feed: { state: 'fresh', everyMin: 60 } });
    place.answer(gives(feed(4, 5).replace('Day 4', 'Fourth')));
    await core.client.calendar.refresh({ id: calendar.id });
    await core.client.calendar.refresh({ id: calendar.id });
    expect(await titles(core)).toEqual(['Fourth', 'Day 5']);
    const { items } = await core.client.history.list({});
    expect(items.map(({ actor, words }) => `${actor}: ${words}`)).toEqual([
      'sync:ics: Brought in 3 events of a subscription',
      'user: Subscribed to “Holidays”',
    ]);
  });

  it('is asked again only for what changed', async () => {
    const asked: (string | undefined)[] = [];
    const place = await server((request, response) => {
      asked.push(request.headers['if-none-match']);
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(feed(3));
    });
    const core = testCore();
    const { id } = await core.client.calendar.subscribe({ url: place.url });
    expect((await core.client.calendar.refresh({ id })).feed?.state).toBe('fresh');
    expect(asked).toEqual([undefined, '"1"']);
    expect(await titles(core)).toEqual(['Day 3']);
  });

  it.each([
    ['unauthorised', says(401)],
    ['gone', says(410)],
    ['gone', says(404)],
    ['broken', says(500)],
    ['broken', gives('<html>Sign in</html>')],
    ['broken', gives(feed(3), { 'content-length': '999999999' })],
  ] as const)('says how it stands (%s) and keeps what it had', async (state, listener) => {
    const place = await server(gives(feed(3)));
    const core = testCore();
    const { id, feed: first } = await core.client.calendar.subscribe({ url: place.url });
    core.clock.advance({ seconds: 60 });
    place.answer(listener);
    const after = await core.client.calendar.refresh({ id });
    expect(after.feed).toMatchObject({ state, succeededAtMs: first!.succeededAtMs });
    expect(after.feed!.triedAtMs).toBeGreaterThan(first!.triedAtMs!);
    expect(await titles(core)).toEqual(['Day 3']);
    place.answer(gives(feed(6)));
    expect((await core.client.calendar.refresh({ id })).feed?.state).toBe('fresh');
    expect(await titles(core)).toEqual(['Day 6']);
  });

  it('is offline when nobody answers, and when the answer does not end', async () => {
    const place = await server(gives(feed(3)));
    const core = testCore();
    const { id } = await core.client.calendar.subscribe({ url: place.url });
    place.stop();
    expect((await core.client.calendar.refresh({ id })).feed?.state).toBe('offline');
    const slow = await server((_, response) => void response.writeHead(200).write('BEGIN:VCALENDAR\r\n'));
    const request = { url: slow.url, etag: null, lastModified: null, isConfirmed: false };
    expect(await httpFeeds({ timeoutMs: 200 }).read(request)).toEqual({ kind: 'offline' });
  });

  it('is only read: its events can’t be changed here, but duplicated', async () => {
    const place = await server(gives(feed(3)));
    const core = testCore();
    await core.client.calendar.subscribe({ url: place.url });
    const [event] = (
      await core.client.calendar.range({ fromMs: Date.parse('2026-11-01'), toMs: Date.parse('2026-12-01') })
    ).events;
    const change = core.client.calendar.updateEvent({ id: event!.id, change: { title: 'Mine' } });
    await expect(change).rejects.toMatchObject({ code: 'READ_ONLY_CALENDAR' });
    await expect(core.client.calendar.removeEvent({ id: event!.id })).rejects.toMatchObject({
      code: 'READ_ONLY_CALENDAR',
    });
    const copy = await core.client.calendar.duplicateEvent({ id: event!.id });
    expect(copy.calendarId).not.toBe(event!.calendarId);
  });

  it('ends with its events or without them; an answer on its way brings nothing back', async () => {
    const place = await server(gives(feed(3)));
    const core = testCore();
    const { id } = await core.client.calendar.subscribe({ url: place.url });
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    place.answer((_, response) => void held.then(() => response.end(feed(3, 4))));
    const refreshing = core.client.calendar.refresh({ id });
    await core.client.calendar.unsubscribe({ id, keepEvents: true });
    release();
    expect((await refreshing).feed).toBeNull();
    expect(await titles(core)).toEqual(['Day 3']);
    await core.client.history.undo();
    await core.client.calendar.unsubscribe({ id, keepEvents: false });
    expect(await titles(core)).toEqual([]);
    await core.client.history.undo();
    expect(await titles(core)).toEqual(['Day 3']);
  });

  it('is looked at by itself when it is due, by the resident program', async () => {
    const place = await server(gives(feed(3)));
    const core = testCore();
    const { id } = await core.client.calendar.subscribe({ url: place.url, everyMin: 30 });
    place.answer(gives(feed(7)));
    core.clock.advance({ minutes: 29 });
    expect(await titles(core)).toEqual(['Day 3']);
    const heard = new Promise<void>((resolve) => {
      const stop = core.core.services.ledger.subscribe(({ rows }) => {
        if (!rows.some((row) => row.table === 'calendar' && row.id === id)) return;
        stop();
        resolve();
      });
    });
    core.clock.advance({ minutes: 2 });
    await heard;
    expect(await titles(core)).toEqual(['Day 7']);
  });
});

describe('an address', () => {
  it.each([
    ['file:///etc/passwd', 'ADDRESS_INVALID'],
    ['no address', 'ADDRESS_INVALID'],
    ['https://192.168.1.1/cal.ics', 'ADDRESS_PRIVATE'],
    ['http://[fd00::1]/cal.ics', 'ADDRESS_PRIVATE'],
    ['http://93.184.216.34/cal.ics', 'ADDRESS_INSECURE'],
  ])('%s is not asked', async (url, code) => {
    const core = testCore();
    await expect(core.client.calendar.subscribe({ url })).rejects.toMatchObject({ code });
  });

  it('is followed where it moved, and subscribed to once', async () => {
    const target = await server(gives(feed(3)));
    const place = await server((_, response) => response.writeHead(302, { location: target.url }).end());
    const core = testCore();
    await core.client.calendar.subscribe({ url: place.url });
    await expect(core.client.calendar.subscribe({ url: place.url })).rejects.toMatchObject({
      code: 'ALREADY_SUBSCRIBED',
    });
    const circle = await server((request, response) => response.writeHead(302, { location: request.url! }).end());
    await expect(core.client.calendar.subscribe({ url: circle.url })).rejects.toMatchObject({ code: 'FEED_BROKEN' });
  });
});
