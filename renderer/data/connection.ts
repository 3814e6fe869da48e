import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ClientContext, ClientLink } from '@orpc/client';

/** Whether the window hears its core: the data is there only while it does. */
export type ConnectionState = 'connecting' | 'open' | 'lost';

const SESSION_KEY = 'braindump-session';
const PROTOCOL = 'braindump';
/** Pauses between attempts to come back; after the last one the connection counts as lost, and trying goes on slowly. */
const RETRY_MS = [100, 300, 1_000, 2_000, 5_000] as const;

let state: ConnectionState = 'connecting';
let link: Promise<ClientLink<ClientContext>> | null = null;
const listeners = new Set<() => void>();

function setState(next: ConnectionState): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

/** For useSyncExternalStore. */
export const connection = {
  state: (): ConnectionState => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

declare global {
  interface Window {
    /** Set by the preload script inside Electron. */
    readonly braindumpHost?: 'electron';
  }
}

/** The link all calls go through; it finds its way back when the connection drops. */
export const hostLink: ClientLink<ClientContext> = {
  async call(path, input, options) {
    link ??= window.braindumpHost === 'electron' ? openPort() : openSocket(0);
    return (await link).call(path, input, options);
  },
};

/**
 * Makes a call whose answer nobody will read, while the page goes away: a socket may be closed before the words are out, a
 * keep-alive request (64 KiB at most) is not.
 */
export function sendLast(path: readonly string[], input: unknown): void {
  const token = sessionStorage.getItem(SESSION_KEY);
  if (window.braindumpHost === 'electron' || token === null) {
    hostLink.call(path, input, { context: {} }).catch(() => undefined);
    return;
  }
  const body = JSON.stringify({ path, input });
  fetch('/call', { method: 'POST', keepalive: true, headers: { 'x-braindump-token': token }, body }).catch(
    () => undefined,
  );
}

/** Asks our own host for a file, such as a picture of the data folder, with what proves that this page is its own. */
export function fetchOwn(pathname: string): Promise<Response> {
  const token = sessionStorage.getItem(SESSION_KEY);
  return fetch(pathname, token === null ? {} : { headers: { 'x-braindump-token': token } });
}

function openPort(): Promise<ClientLink<ClientContext>> {
  const { promise, resolve } = Promise.withResolvers<ClientLink<ClientContext>>();
  const hear = (event: MessageEvent): void => {
    const port = event.ports[0];
    if (event.source !== window || event.data !== 'braindump:port' || !port) return;
    window.removeEventListener('message', hear);
    port.start();
    setState('open');
    resolve(new PortLink({ port }));
  };
  window.addEventListener('message', hear);
  window.postMessage('braindump:connect', window.location.origin);
  return promise;
}

async function openSocket(attempt: number): Promise<ClientLink<ClientContext>> {
  const token = await sessionToken();
  const socket = new WebSocket(`ws://${window.location.host}/bridge`, [PROTOCOL, token]);
  socket.binaryType = 'arraybuffer';
  const { promise, resolve, reject } = Promise.withResolvers<ClientLink<ClientContext>>();
  let wasOpen = false;
  socket.addEventListener('open', () => {
    wasOpen = true;
    setState('open');
    resolve(new SocketLink({ websocket: socket }));
  });
  socket.addEventListener('close', () => {
    const next = wasOpen ? 0 : attempt + 1;
    setState(next < RETRY_MS.length ? 'connecting' : 'lost');
    const later = Promise.withResolvers<ClientLink<ClientContext>>();
    setTimeout(
      () => void openSocket(next).then(later.resolve, later.reject),
      RETRY_MS[Math.min(next, RETRY_MS.length - 1)],
    );
    link = later.promise;
    link.catch(() => setState('lost'));
    if (!wasOpen) later.promise.then(resolve, reject);
  });
  return promise;
}

/**
 * The launch token in the address's fragment, taken out of it as soon as this module loads: the router would drop it, and
 * nobody should copy it with the address.
 */
let launchToken = new URLSearchParams(window.location.hash.slice(1)).get('token');
if (launchToken) window.history.replaceState(null, '', window.location.pathname + window.location.search);

/** The launch token is traded once for a session token, which a reload of the page keeps. */
async function sessionToken(): Promise<string> {
  if (launchToken) {
    const response = await fetch('/session', { method: 'POST', headers: { 'x-braindump-token': launchToken } });
    launchToken = null;
    if (response.ok) sessionStorage.setItem(SESSION_KEY, await response.text());
  }
  const token = sessionStorage.getItem(SESSION_KEY);
  if (!token) {
    setState('lost');
    throw new Error('This address was used already. Start Braindump again.');
  }
  return token;
}
