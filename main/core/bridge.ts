import type { FeatureContext, Services } from '#main/features/feature';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { RPCHandler as SocketHandler } from '@orpc/server/ws';
import { call, createRouterClient, isProcedure } from '@orpc/server';
import type { WebSocket } from 'ws';
import { router } from './features.ts';

/** Frames larger than this are refused: a 10 MB paste fits with room, a flood does not. */
export const MAX_FRAME_BYTES = 64 * 1024 * 1024;

/** Serves the contract over one WebSocket of the app's own page (host without Electron). */
export function serveSocket(services: Services, socket: WebSocket): void {
  void new SocketHandler(router).upgrade(socket, { context: { services } });
}

/** Serves the contract over a message port (Electron's window; Node's in tests). */
export function servePort(services: Services, port: Parameters<PortHandler<FeatureContext>['upgrade']>[0]): void {
  new PortHandler(router).upgrade(port, { context: { services } });
}

/**
 * One call by its path, for a page that is going away and can't wait for its socket: parsed and answered like any other,
 * only that nobody reads the answer.
 *
 * @throws Error when the contract has no such call; whatever the call answers instead of a result
 */
export async function callByPath(services: Services, path: readonly string[], input: unknown): Promise<void> {
  const found = path.reduce<unknown>(
    (node, key) => (isRecord(node) && Object.hasOwn(node, key) ? node[key] : undefined),
    router,
  );
  if (!isProcedure(found)) throw new Error('the contract has no such call');
  await call(found, input, { context: { services } });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The contract within this process, parsed in both directions as for the window: the command line's way in. */
export function localClient(services: Services) {
  return createRouterClient(router, { context: { services } });
}
