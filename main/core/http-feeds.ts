import type { FeedAnswer, FeedRequest, Feeds } from '#main/ports/feeds';
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

export interface HttpFeedsOptions {
  readonly timeoutMs?: number;
  readonly mostBytes?: number;
}

const TIMEOUT_MS = 30_000;
const MOST_BYTES = 50 * 1024 * 1024;
const MOST_REDIRECTS = 5;

const loopback = listOf(['127.0.0.0/8', '::1/128']);
/** Networks that are somebody's own: home, office, link, carrier. */
const own = listOf([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::/128',
  'fc00::/7',
  'fe80::/10',
]);

type Place = 'loopback' | 'own' | 'public';

/**
 * Reads calendars by HTTP. Each hop of a redirect is looked at as the address itself was: one that leads from outside into the
 * person's own network is not followed.
 */
export function httpFeeds({ timeoutMs = TIMEOUT_MS, mostBytes = MOST_BYTES }: HttpFeedsOptions = {}): Feeds {
  return {
    async read(request) {
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        return await follow(request, signal, mostBytes);
      } catch {
        // Whatever the network reports: no name, no route, refused, reset, too slow.
        return { kind: 'offline' };
      }
    },
  };
}

async function follow(request: FeedRequest, signal: AbortSignal, mostBytes: number): Promise<FeedAnswer> {
  let url = addressOf(request.url);
  let authority: string | null = null;
  let from: Place | null = null;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    if (!url) return { kind: hop === 0 ? 'invalid' : 'broken' };
    const place = await placeOf(url);
    if (from === 'public' && place !== 'public') return { kind: 'broken' };
    if (place === 'own' && !request.isConfirmed) return { kind: 'private' };
    if (url.protocol === 'http:' && place !== 'loopback' && !request.isConfirmed) return { kind: 'insecure' };
    from = place;
    const { bare, secret } = withoutSecret(url);
    // A password goes to the place it was given for, and nowhere else.
    if (hop === 0 || secret !== null) authority = secret;
    const response = await fetch(bare, { headers: headersOf(request, authority), redirect: 'manual', signal });
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (next === null) return await answerOf(response, mostBytes);
    await response.body?.cancel();
    const target: URL | null = addressOf(new URL(next, bare).href);
    if (target?.origin !== bare.origin) authority = null;
    url = target;
  }
  return { kind: 'broken' };
}

function headersOf({ etag, lastModified }: FeedRequest, authority: string | null): Record<string, string> {
  return {
    accept: 'text/calendar, text/plain;q=0.5, */*;q=0.1',
    'user-agent': 'Braindump',
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
    ...(authority === null ? {} : { authorization: authority }),
  };
}

async function answerOf(response: Response, mostBytes: number): Promise<FeedAnswer> {
  const trouble = troubleOf(response.status);
  if (trouble) {
    await response.body?.cancel();
    return { kind: trouble };
  }
  const bytes = await bodyOf(response, mostBytes);
  if (bytes === null) return { kind: 'broken' };
  return {
    kind: 'read',
    bytes,
    etag: response.headers.get('etag'),
    lastModified: response.headers.get('last-modified'),
  };
}

function troubleOf(status: number): Exclude<FeedAnswer['kind'], 'read'> | null {
  if (status === 304) return 'unchanged';
  if (status === 401 || status === 403 || status === 407) return 'unauthorised';
  if (status === 404 || status === 410) return 'gone';
  return status >= 200 && status < 300 ? null : 'broken';
}

/** @returns null when there is more than anybody's calendar */
async function bodyOf(response: Response, mostBytes: number): Promise<Uint8Array | null> {
  if (Number(response.headers.get('content-length') ?? 0) > mostBytes) {
    await response.body?.cancel();
    return null;
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > mostBytes) return null;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** An address that can be asked: `webcal:` is https by another name. */
function addressOf(text: string): URL | null {
  const url = URL.parse(text.trim().replace(/^webcals?:\/\//i, 'https://'));
  return url && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '' ? url : null;
}

function withoutSecret(url: URL): { bare: URL; secret: string | null } {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  bare.hash = '';
  if (url.username === '' && url.password === '') return { bare, secret: null };
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return { bare, secret: `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** Where an address is: the worst of what its name stands for. */
async function placeOf({ hostname }: URL): Promise<Place> {
  const host = hostname.replaceAll(/^\[|\]$/g, '');
  const addresses = isIP(host) > 0 ? [host] : (await lookup(host, { all: true })).map(({ address }) => address);
  const places = addresses.map((address): Place => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
    if (loopback.check(plain, family)) return 'loopback';
    return own.check(plain, family) ? 'own' : 'public';
  });
  if (places.every((place) => place === 'loopback')) return 'loopback';
  return places.some((place) => place !== 'public') ? 'own' : 'public';
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), address.includes(':') ? 'ipv6' : 'ipv4');
  }
  return list;
}
