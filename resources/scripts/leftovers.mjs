/** Finding what a test run left behind, and nothing else: every process of a run carries its mark. */
import { readdirSync, readFileSync } from 'node:fs';

/** The environment variable that marks a run's processes. */
export const runMarkName = 'BRAINDUMP_TEST_RUN';

/**
 * Ends all processes that carry the mark, this one excepted. Linux only, which tells environments apart cheaply;
 * elsewhere the process groups have been ended already.
 * @param {string} mark
 * @returns {number} how many were ended
 */
export function endLeftovers(mark) {
  if (process.platform !== 'linux') return 0;
  let ended = 0;
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid || !hasMark(pid, mark)) continue;
    try {
      process.kill(pid, 'SIGKILL');
      ended += 1;
    } catch {
      // It ended by itself between the look and the signal.
    }
  }
  return ended;
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
