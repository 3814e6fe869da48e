/** One set-up at a time in one checkout, whatever was killed before. */
import { randomUUID } from 'node:crypto';
import { linkSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { readIfThere, writeWhole } from './fingerprint.mjs';

const heartbeatMs = 2_000;
const foreignSilenceMs = 30_000;
const longestSilenceMs = 10 * 60_000;

/**
 * What a lock file holds: who works under it, and on which machine those process numbers mean something.
 * @typedef {{ readonly id: string, readonly host: string, readonly pids: readonly number[] }} Ticket
 */

/**
 * Runs `work` while holding the lock file; waits while another living process holds it. `work` names the processes it
 * starts: when only the holder is killed, npm goes on by itself, and a second npm beside it would destroy both.
 * @template T
 * @param {string} path
 * @param {() => void} onWait called once when the lock is taken
 * @param {(addProcess: (pid: number) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, onWait, work) {
  /** @type {Ticket} */
  let ticket = { id: randomUUID(), host: hostname(), pids: [process.pid] };
  let hasTold = false;
  while (!tryTake(path, JSON.stringify(ticket))) {
    if (!hasTold && readIfThere(path) !== null) onWait();
    hasTold = true;
    await delay(200);
  }
  const id = ticket.id;
  const touch = () => {
    if (readIfThere(path)?.includes(id)) writeWhole(path, JSON.stringify(ticket));
  };
  const heartbeat = setInterval(touch, heartbeatMs);
  try {
    return await work((pid) => {
      ticket = { ...ticket, pids: [...ticket.pids, pid] };
      touch();
    });
  } finally {
    clearInterval(heartbeat);
    if (readIfThere(path)?.includes(id)) rmSync(path, { force: true });
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
 * Whether nobody works under a lock any more: its processes have ended, or, where their numbers say nothing (another
 * container) or may have been given away since, nobody has touched the file for long.
 * @param {string} text what the lock file holds
 * @param {number} touchedAtMs
 * @param {number} nowMs
 */
export function isAbandoned(text, touchedAtMs, nowMs) {
  const silenceMs = nowMs - touchedAtMs;
  if (silenceMs > longestSilenceMs) return true;
  // Created and not yet written: its holder is just arriving.
  if (text === '') return silenceMs > foreignSilenceMs;
  /** @type {Ticket} */
  const { host, pids } = JSON.parse(text);
  return host === hostname() ? !pids.some(isAlive) : silenceMs > foreignSilenceMs;
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
