import { seededRandom } from '../scheduling/random.ts';

export interface Backoff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/**
 * How long to wait after a failed attempt: doubling, with up to a quarter more or less so that many do not come back at once.
 * The same seed gives the same pause.
 *
 * @param attempt from 1
 */
export function pauseAfter({ firstMs, longestMs }: Backoff, attempt: number, seed: string): number {
  const plain = Math.min(firstMs * 2 ** (attempt - 1), longestMs);
  return Math.round(plain * (0.75 + seededRandom(numberOf(`${seed}:${attempt}`))() / 2));
}

/** FNV-1a. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
