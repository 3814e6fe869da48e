import type { Contract } from '#contract/index';
import { MAX_FRAME_BYTES, localClient, callByPath, servePort, serveSocket } from '#main/core/bridge';
import { startPageServer } from '#main/host-browser/page-server';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import fs from 'node:fs';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type TestCore, temporaryFolder, testCore } from '../support/test-core.ts';

type Client = ContractRouterClient<Contract>;

interface Wire {
  readonly client: Client;
  close(): void;
}

const WIRES: Readonly<Record<string, (core: TestCore) => Promise<Wire>>> = {
  async memory({ core }) {
    return { client: localClient(core.services), close: () => {} };
  },
  async 'message port'({ core }) {
    const { port1, port2 } = new MessageChannel();
    servePort(core.services, port1);
    port1.start();
    port2.start();
    onTestFinished(() => port2.close());
    return { client: createORPCClient(new PortLink({ port: port2 })), close: () => port2.close() };
  },
  async WebSocket({ core }) {
    const { server, session } = await pageServer(core);
    const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/bridge`, ['braindump', session], {
      origin: server.origin,
    });
    return { client: createORPCClient(new SocketLink({ websocket: socket as never })), close: () => socket.close() };
  },
};

async function pageServer(core: TestCore['core'], dataDir = temporaryFolder()) {
  const server = await startPageServer({
    root: temporaryFolder(),
    dataDir,
    maxFrameBytes: MAX_FRAME_BYTES,
    call: (called, input) => callByPath(core.services, called, input),
    serve: (socket) => serveSocket(core.services, socket),
    onEmpty: () => {},
  });
  onTestFinished(() => server.close());
  const token = new URL(server.address('always')).hash.slice('#token='.length);
  const headers = { 'x-braindump-token': token, origin: server.origin };
  const session = await (await fetch(`${server.origin}/session`, { method: 'POST', headers })).text();
  return { server, session, token };
}

describe.each(Object.keys(WIRES))('the contract over %s', (name) => {
  const wired = async (): Promise<Wire & { test: TestCore }> => {
    const test = testCore();
    return { ...(await WIRES[name]!(test)), test };
  };

  it('answers a good call', async () => {
    const { client } = await wired();
    const task = await client.tasks.create({ title: 'Over the wire', tags: ['🚲'] });
    expect(await client.tasks.get({ id: task.id })).toEqual(task);
  });

  it('hands a file over whole, with its name', async () => {
    const { client, test } = await wired();
    const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);
    const kept = await client.attachments.keep({ file: new File([bytes], 'näh & so.png', { type: 'image/png' }) });
    expect(kept).toMatchObject({ name: 'näh & so.png', bytes: 300_000, mime: 'image/png' });
    expect(new Uint8Array(fs.readFileSync(path.join(test.dataDir, kept.path)))).toEqual(bytes);
  });

  it('names the field of a bad input and writes nothing', async () => {
    const { client } = await wired();
    const error = await client.tasks.create({ title: '   ' }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ORPCError);
    expect(error).toMatchObject({
      code: 'BAD_REQUEST',
      data: { issues: [{ path: ['title'], message: 'A title is missing.' }] },
    });
    expect(await client.history.list({})).toMatchObject({ items: [] });
  });

  it('answers a declared refusal with its reason, data and sentence', async () => {
    const { client } = await wired();
    await expect(client.tasks.get({ id: '01980000-0000-7000-8000-000000000000' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      defined: true,
      data: { what: 'task' },
      message: expect.stringContaining('not here any more'),
    });
  });

  it('hides a bug behind one sentence and a reference that the log explains', async () => {
    const { client, test } = await wired();
    test.core.services.ledger.read.sqlite.prepare('DROP TABLE task_tag').run();
    const error = await client.tasks.create({ title: 'secret words', tags: ['x'] }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', message: expect.not.stringContaining('task_tag') });
    const { reference } = (error as ORPCError<string, { reference: string }>).data;
    expect(test.logged.some((line) => line.includes(reference) && line.includes('task_tag'))).toBe(true);
    expect(test.logged.join()).not.toContain('secret words');
  });

  it('refuses a call that is not in the contract', async () => {
    const { client } = await wired();
    const unknown = client as unknown as { system: { eval(input: string): Promise<unknown> } };
    // In memory there is no such member at all; over a wire it is answered.
    await expect((async () => unknown.system.eval('1'))()).rejects.toThrow();
  });

  it('tells what changed, and stops when nobody listens', async () => {
    const { client } = await wired();
    const changes = await client.system.changes();
    expect(await changes.next()).toMatchObject({ value: { command: 'subscribed' } });
    const task = await client.tasks.create({ title: 'news' });
    expect(await changes.next()).toMatchObject({
      value: { seq: 1, command: 'tasks.create', rows: [{ table: 'task', id: task.id }] },
    });
    await changes.return?.();
    await client.tasks.create({ title: 'unheard' });
    expect(await changes.next()).toMatchObject({ done: true });
  });

  it('carries ten megabytes', async () => {
    const { client } = await wired();
    const body = 'A line of some length, with ünïcödé 🙂.\n'.repeat(250_000);
    const id = '01980000-0000-7000-8000-000000000001';
    const written = await client.journal.write({ id, day: '2026-11-21', body });
    expect(written?.body).toHaveLength(body.length);
  });
});

describe('the page server', () => {
  const statusOf = (
    address: string,
    headers: Record<string, string>,
    protocols = ['braindump', 'x'],
  ): Promise<number | 'open'> => {
    const { promise, resolve } = Promise.withResolvers<number | 'open'>();
    const socket = new WebSocket(address, protocols, { headers });
    socket.on('open', () => resolve('open'));
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => {});
    onTestFinished(() => socket.terminate());
    return promise;
  };

  it('opens its socket only for our own page with a session token', async () => {
    const { core } = testCore();
    const { server, session } = await pageServer(core);
    const bridge = `${server.origin.replace('http', 'ws')}/bridge`;
    const origin = server.origin;
    expect(await statusOf(bridge, { origin }, ['braindump', session])).toBe('open');
    expect(await statusOf(bridge, { origin })).toBe(403);
    expect(await statusOf(bridge, { origin }, ['braindump', session.slice(0, -1)])).toBe(403);
    expect(await statusOf(bridge, { origin: 'http://evil.example' }, ['braindump', session])).toBe(403);
    expect(await statusOf(bridge, { origin: origin.replace('127.0.0.1', 'localhost') }, ['braindump', session])).toBe(
      403,
    );
    expect(await statusOf(bridge, {}, ['braindump', session])).toBe(403);
    expect(await statusOf(bridge, { origin, host: 'rebound.example' }, ['braindump', session])).toBe(403);
  });

  it('trades a window’s address for a session once', async () => {
    const { core } = testCore();
    const { server } = await pageServer(core);
    const token = new URL(server.address('once')).hash.slice('#token='.length);
    const trade = async (): Promise<number> => {
      const headers = { 'x-braindump-token': token, origin: server.origin };
      return (await fetch(`${server.origin}/session`, { method: 'POST', headers })).status;
    };
    expect(await trade()).toBe(200);
    expect(await trade()).toBe(403);
  });

  it('takes one last call of a page that closes, with its token and parsed like any other', async () => {
    const test = testCore();
    const { server, session } = await pageServer(test.core);
    const post = async (body: unknown, headers: Record<string, string> = {}): Promise<number> => {
      const sent = { 'x-braindump-token': session, origin: server.origin, ...headers };
      return (await fetch(`${server.origin}/call`, { method: 'POST', headers: sent, body: JSON.stringify(body) }))
        .status;
    };
    const lastWords = { path: ['tasks', 'create'], input: { title: 'said while closing' } };
    expect(await post(lastWords)).toBe(204);
    expect((await test.client.tasks.list({ list: 'all' })).map(({ title }) => title)).toEqual(['said while closing']);
    expect(await post(lastWords, { 'x-braindump-token': 'guessed' })).toBe(403);
    expect(await post(lastWords, { origin: 'http://evil.example' })).toBe(403);
    expect(await post({ path: ['tasks', 'create'], input: { title: '' } })).toBe(400);
    expect(await post({ path: ['constructor'], input: {} })).toBe(400);
    expect(await post({ path: ['tasks', '__proto__'], input: {} })).toBe(400);
    expect(await post({ path: ['tasks', 'create'], input: { title: 'x', notes: 'x'.repeat(70_000) } })).toBe(400);
    expect(await test.client.tasks.list({ list: 'all' })).toHaveLength(1);
  });

  it('serves nothing outside the page’s own folder', async () => {
    const { core } = testCore();
    const { server } = await pageServer(core);
    for (const asked of ['/../../etc/passwd.txt', '/%2e%2e/%2e%2e/etc/passwd.txt', '/..%2f..%2fpackage.json']) {
      const response = await fetch(`${server.origin}${asked}`);
      expect(response.status).toBe(404);
    }
  });

  it('shows pictures of the data folder to our own page only, each as nothing but a picture', async () => {
    const { core, client, dataDir } = testCore();
    const { server, session } = await pageServer(core, dataDir);
    const get = (link: string, token = session) =>
      fetch(`${server.origin}/${link}`, { headers: { 'x-braindump-token': token } });
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const { path: picture } = await client.attachments.keep({ file: new File([svg], 'sketch.svg') });
    const shown = await get(picture);
    expect(await shown.text()).toBe(svg);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect((await get(picture, 'guessed')).status).toBe(403);
    expect((await fetch(`${server.origin}/${picture}`)).status).toBe(403);

    const { path: page } = await client.attachments.keep({ file: new File(['<h1>hi</h1>'], 'page.html') });
    expect((await get(page)).status).toBe(404);
    for (const asked of ['attachments/../braindump.db', 'attachments/%2e%2e%2fbraindump.db', 'attachments/none.png'])
      expect((await get(asked)).status).toBe(404);
  });

  it('survives forged frames: each is answered or dropped, and changes nothing', async () => {
    const test = testCore();
    const { server, session } = await pageServer(test.core);
    const address = `${server.origin.replace('http', 'ws')}/bridge`;
    const frames: (string | Buffer)[] = [
      'not json',
      '{"i":"1","p":{"u":"/tasks/create","b":{"json":{"title":7}}}}',
      '{"i":"1","p":{"u":"/__proto__/constructor","b":{"json":{}}}}',
      '{"i":"2","p":{"u":"/tasks/remove","b":{"json":{"ids":["%","\' OR 1=1 --"]}}}}',
      '{"i":{},"t":99,"p":null}',
      Buffer.from([0, 1, 2, 3, 255]),
      Buffer.alloc(1_000_000, 0xff),
    ];
    for (const frame of frames) {
      const socket = new WebSocket(address, ['braindump', session], { origin: server.origin });
      await new Promise((resolve) => socket.once('open', resolve));
      socket.send(frame);
      await new Promise((resolve) => setTimeout(resolve, 20));
      socket.terminate();
    }
    expect(await test.client.history.list({})).toMatchObject({ items: [] });
    expect((await test.client.tasks.create({ title: 'still answering' })).title).toBe('still answering');
  });
});
