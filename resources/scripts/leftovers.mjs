/** Finding what a test run left behind, and nothing else: every process of a run carries its mark. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const graceMs = 1_000;

/** The environment variable that marks a run's processes. */
export const runMarkName = 'BRAINDUMP_TEST_RUN';

/**
 * Ends all processes that carry the mark, this one excepted, after a moment in which they may end by themselves. Linux
 * only, which tells environments apart cheaply; elsewhere the process groups have been ended already.
 * @param {string} mark
 * @returns {Promise<number>} how many were ended
 */
export async function endLeftovers(mark) {
  if (findMarked(mark).length === 0) return 0;
  await delay(graceMs);
  const left = findMarked(mark);
  for (const pid of left) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself between the look and the signal.
    }
  }
  return left.length;
}

/** @param {string} mark */
function findMarked(mark) {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.filter((pid) => pid !== process.pid && hasMark(pid, mark));
}

/**
 * @param {number} pid
 * @param {string} mark
 */
function hasMark(pid, mark) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`${runMarkName}=${mark}`);
  } catch {
    // Gone meanwhile, or another user's.
    return false;
  }
}
