/** One set-up at a time in one checkout, whatever was killed before. */
import { randomUUID } from 'node:crypto';
import { linkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { readIfThere } from './fingerprint.mjs';

const heartbeatMs = 2_000;
const silentForMs = 30_000;

/**
 * Runs `work` while holding the lock file; waits while another living process holds it.
 * @template T
 * @param {string} path
 * @param {() => void} onWait called once when the lock is taken
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, onWait, work) {
  const ticket = JSON.stringify({ pid: process.pid, host: hostname(), id: randomUUID() });
  let hasTold = false;
  while (!tryTake(path, ticket)) {
    if (!hasTold && readIfThere(path) !== null) onWait();
    hasTold = true;
    await delay(200);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimesSync(path, now, now);
  }, heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if (readIfThere(path) === ticket) rmSync(path, { force: true });
  }
}

/**
 * @param {string} path
 * @param {string} ticket
 */
function tryTake(path, ticket) {
  try {
    writeFileSync(path, ticket, { flag: 'wx' });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const held = readIfThere(path);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (held !== null && stats !== undefined && isAbandoned(held, stats.mtimeMs, Date.now())) removeAbandoned(path, held);
  return false;
}

/**
 * Whether the holder of a lock is gone: its process has ended, or nobody has touched the file for half a minute
 * (a holder in another container, whose process number says nothing here).
 * @param {string} ticket what the lock file holds
 * @param {number} touchedAtMs
 * @param {number} nowMs
 */
export function isAbandoned(ticket, touchedAtMs, nowMs) {
  if (nowMs - touchedAtMs > silentForMs) return true;
  // Created and not yet written: its holder is just arriving.
  if (ticket === '') return false;
  /** @type {{ pid: number, host: string }} */
  const { pid, host } = JSON.parse(ticket);
  return host === hostname() && !isAlive(pid);
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Takes an abandoned lock out of the way. Two waiters may come here together: the second would carry off the first
 * one's new lock, so what was carried off is compared and put back.
 * @param {string} path
 * @param {string} abandoned
 */
function removeAbandoned(path, abandoned) {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    if (readIfThere(aside) !== abandoned) linkSync(aside, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
