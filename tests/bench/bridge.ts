import type { Contract } from '#contract/index';
import { MAX_FRAME_BYTES, callByPath, servePort, serveSocket } from '#main/core/bridge';
import { startPageServer } from '#main/host-browser/page-server';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { WebSocket, WebSocketServer } from 'ws';
import { openQuietCore } from '../support/quiet-core.ts';
import { type Figures, figuresOf, ms, ratio, report, timedAsync } from './figures.ts';

// A call over each wire, with its parsing in both directions, against a bare echo over the same kind of socket.

const CALLS = 2_000;

export async function benchBridge(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'braindump-bench-'));
  const core = openQuietCore(folder);
  process.stdout.write('Bridge (one call: a task read back)\n');

  const server = await startPageServer({
    root: folder,
    dataDir: folder,
    maxFrameBytes: MAX_FRAME_BYTES,
    call: (path, input) => callByPath(core.services, path, input),
    serve: (socket) => serveSocket(core.services, socket),
    onEmpty: () => {},
  });
  const token = new URL(server.address('always')).hash.slice('#token='.length);
  const headers = { 'x-braindump-token': token, origin: server.origin };
  const session = await (await fetch(`${server.origin}/session`, { method: 'POST', headers })).text();
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/bridge`, ['braindump', session], {
    origin: server.origin,
  });
  const overSocket: ContractRouterClient<Contract> = createORPCClient(new SocketLink({ websocket: socket as never }));
  const { id } = await overSocket.tasks.create({ title: 'Measured' });

  const { port1, port2 } = new MessageChannel();
  servePort(core.services, port1);
  port1.start();
  port2.start();
  const overPort: ContractRouterClient<Contract> = createORPCClient(new PortLink({ port: port2 }));

  const echo = await startEcho();
  const figures = {
    echo: await measured(echo.call),
    socket: await measured(() => overSocket.tasks.get({ id })),
    port: await measured(() => overPort.tasks.get({ id })),
  };
  report('a bare WebSocket echo', shown(figures.echo));
  report(
    'over the WebSocket',
    shown(figures.socket),
    `median ${ratio(figures.socket.median / figures.echo.median)} echo`,
  );
  report('over a message port', shown(figures.port), `median ${ratio(figures.port.median / figures.echo.median)} echo`);

  echo.close();
  port2.close();
  socket.terminate();
  await server.close();
  await core.close();
  fs.rmSync(folder, { recursive: true, force: true });
}

const shown = ({ median, p95 }: Figures): string => `${ms(median)}, p95 ${ms(p95)}`;

async function measured(call: () => Promise<unknown>): Promise<Figures> {
  for (let warm = 0; warm < 300; warm += 1) await call();
  const samples: number[] = [];
  for (let at = 0; at < CALLS; at += 1) samples.push(await timedAsync(call));
  return figuresOf(samples);
}

async function startEcho(): Promise<{ call(): Promise<unknown>; close(): void }> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server.on('connection', (client) => client.on('message', (data) => client.send(data)));
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address() as { port: number };
  const socket = new WebSocket(`ws://127.0.0.1:${address.port}`);
  await new Promise((resolve) => socket.once('open', resolve));
  return {
    call: () =>
      new Promise((resolve) => {
        socket.once('message', resolve);
        socket.send('x'.repeat(300));
      }),
    close() {
      socket.terminate();
      server.close();
    },
  };
}
