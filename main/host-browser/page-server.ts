import { pictureAt } from '#main/core/attachment-files';
import { contentSecurityPolicy } from '#main/core/content-security-policy';
import { createReadStream, existsSync, statSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { type WebSocket, WebSocketServer } from 'ws';

const HOST = '127.0.0.1';
/** The WebSocket subprotocol; the session's token travels as a second one, since a page can set no other header. */
const PROTOCOL = 'braindump';
/** How often a connection must show that it lives; a closed laptop lid drops it silently. */
const PING_MS = 30_000;

export interface PageServerOptions {
  /** The built renderer. */
  readonly root: string;
  /** Where the pictures of its texts are. */
  readonly dataDir: string;
  readonly maxFrameBytes: number;
  /** A page of ours makes one call while it goes away. */
  call(path: readonly string[], input: unknown): Promise<void>;
  /** A page of ours is connected. */
  serve(socket: WebSocket): void;
  /** The last page went away. */
  onEmpty(): void;
}

export interface PageServer {
  readonly origin: string;
  /**
   * An address that opens the app. One for a window is good for one opening, since other users of the machine can read a
   * command line; one printed for the user is good until the program ends.
   */
  address(use: 'once' | 'always', route?: string): string;
  pages(): number;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves the window's page and its bridge on a random loopback port. Only the exact Host, only our own Origin, only a token
 * this process gave out: another page, another user and a rebound name all get nothing.
 */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const launchTokens = new Map<string, 'once' | 'always'>();
  const sessionTokens = new Set<string>();
  const server = http.createServer((request, response) => {
    if (request.headers.host !== authority()) return refuse(response, 421, 'Not this host.');
    const url = new URL(request.url ?? '/', origin());
    if (url.pathname === '/session') return openSession(request, response);
    if (url.pathname === '/call') return void callOnce(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET.');
    if (url.pathname.startsWith('/attachments/')) return sendPicture(url.pathname, request, response);
    return sendFile(url.pathname, response);
  });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: options.maxFrameBytes,
    handleProtocols: () => PROTOCOL,
  });

  const authority = (): string => `${HOST}:${(server.address() as AddressInfo).port}`;
  const origin = (): string => `http://${authority()}`;

  /** Trades a launch token for a session token, which a reload of the page keeps. */
  function openSession(request: http.IncomingMessage, response: http.ServerResponse): void {
    const given = request.headers['x-braindump-token'];
    const use = typeof given === 'string' ? find(launchTokens.keys(), given) : undefined;
    if (request.method !== 'POST' || request.headers.origin !== origin() || use === undefined)
      return refuse(response, 403, 'This address was used already or is not from this program. Start Braindump again.');
    if (launchTokens.get(use) === 'once') launchTokens.delete(use);
    const session = newToken();
    sessionTokens.add(session);
    response.writeHead(200, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end(session);
  }

  const isFromOurPage = (request: http.IncomingMessage): boolean => {
    const given = request.headers['x-braindump-token'];
    return typeof given === 'string' && find(sessionTokens, given) !== undefined;
  };

  /** The user's own pictures: asked for by a page with a session, never by an address alone. */
  function sendPicture(pathname: string, request: http.IncomingMessage, response: http.ServerResponse): void {
    if (!isFromOurPage(request)) return refuse(response, 403, 'Not from this program.');
    const picture = pictureAt(options.dataDir, pathname);
    if (picture === null) return refuse(response, 404, 'No such picture.');
    response.writeHead(200, picture.headers);
    createReadStream(picture.file)
      .on('error', () => response.destroy())
      .pipe(response);
  }

  /** What a page sends while it closes: its socket may be gone before the words are out, a keep-alive request is not. */
  async function callOnce(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    if (request.method !== 'POST' || request.headers.origin !== origin() || !isFromOurPage(request))
      return refuse(response, 403, 'Not from this program.');
    try {
      const { path: called, input } = JSON.parse(await bodyOf(request)) as { path: unknown; input: unknown };
      if (!Array.isArray(called) || !called.every((part) => typeof part === 'string')) throw new Error('no path');
      await options.call(called, input);
      response.writeHead(204).end();
    } catch {
      refuse(response, 400, 'That call was not understood.');
    }
  }

  function sendFile(pathname: string, response: http.ServerResponse): void {
    const wanted = path.join(options.root, path.normalize(decodeURIComponent(pathname)));
    const isFile = wanted.startsWith(options.root + path.sep) && existsSync(wanted) && statSync(wanted).isFile();
    // Routes of the app are no files: the page itself reads them.
    if (!isFile && path.extname(pathname) !== '') return refuse(response, 404, 'No such file.');
    const file = isFile ? wanted : path.join(options.root, 'index.html');
    const isHashed = file.includes(`${path.sep}assets${path.sep}`);
    response.writeHead(200, {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-store',
      'content-security-policy': contentSecurityPolicy(`ws://${authority()}`),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    createReadStream(file).pipe(response);
  }

  server.on('upgrade', (request, socket, head) => {
    const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
    const isOurs =
      request.headers.host === authority() &&
      request.headers.origin === origin() &&
      protocols[0] === PROTOCOL &&
      find(sessionTokens, protocols[1] ?? '') !== undefined;
    if (!isOurs) return void socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (client) => {
      keepAlive(client);
      client.on('error', () => client.terminate());
      client.on('close', () => {
        if (sockets.clients.size === 0) options.onEmpty();
      });
      options.serve(client);
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, resolve);
  });
  return {
    origin: origin(),
    address(use, route = '/') {
      const token = newToken();
      launchTokens.set(token, use);
      return `${origin()}${route}#token=${token}`;
    },
    pages: () => sockets.clients.size,
    async close() {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}

/** Browsers let a keep-alive request carry 64 KiB. */
const LONGEST_CALL_BYTES = 65_536;

async function bodyOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_CALL_BYTES) throw new Error('too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const newToken = (): string => randomBytes(32).toString('base64url');

/** The token equal to `given`, compared in constant time. */
function find(tokens: Iterable<string>, given: string): string | undefined {
  const wanted = Buffer.from(given);
  return [...tokens].find((token) => {
    const known = Buffer.from(token);
    return known.length === wanted.length && timingSafeEqual(known, wanted);
  });
}

function refuse(response: http.ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(message);
}

function keepAlive(client: WebSocket): void {
  let isAlive = true;
  const timer = setInterval(() => {
    if (!isAlive) return client.terminate();
    isAlive = false;
    client.ping();
  }, PING_MS).unref();
  client.on('pong', () => (isAlive = true));
  client.on('close', () => clearInterval(timer));
}
