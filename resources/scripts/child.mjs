/** Starting other programs: one way to wait for them, one way to end them together with everything they started. */
import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * @typedef {object} ChildOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {boolean} [isCaptured] keep what it prints instead of passing it through
 * @property {boolean} [isGroup] a process group of its own, ended as a whole when the time is up
 * @property {number} [timeLimitMs]
 * @property {(pid: number) => void} [onStart]
 */

/**
 * @typedef {object} ChildResult
 * @property {number} code exit code; 127 when it could not be started, 128 and more when a signal ended it
 * @property {string} output stdout and stderr in order of arrival; empty unless captured
 * @property {boolean} isTimedOut
 */

/** Groups that still run, so that an interrupted script can end them. @type {Set<number>} */
const runningGroups = new Set();

/**
 * Runs a program to its end. Never rejects: a program that cannot be started is exit code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<ChildResult>}
 */
export function runChild(command, args, options = {}) {
  const {
    env = process.env,
    cwd = process.cwd(),
    isCaptured = false,
    isGroup = false,
    timeLimitMs = 0,
    onStart,
  } = options;
  return new Promise((resolve) => {
    const isDetached = isGroup && process.platform !== 'win32';
    const child = spawn(command, args, {
      env,
      cwd,
      detached: isDetached,
      stdio: isCaptured ? ['ignore', 'pipe', 'pipe'] : ['inherit', 'inherit', 'inherit'],
    });
    const pid = child.pid;
    if (isDetached && pid !== undefined) runningGroups.add(pid);
    if (pid !== undefined) onStart?.(pid);
    let output = '';
    let isTimedOut = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => (output += chunk));
    }
    const timer =
      timeLimitMs > 0
        ? setTimeout(() => {
            isTimedOut = true;
            if (isDetached && pid !== undefined) signalGroup(pid, 'SIGKILL');
            else child.kill('SIGKILL');
          }, timeLimitMs)
        : undefined;
    const settle = (/** @type {number} */ code) => {
      clearTimeout(timer);
      if (pid !== undefined) runningGroups.delete(pid);
      resolve({ code, output, isTimedOut });
    };
    child.once('error', (error) => {
      output += error.message;
      settle(127);
    });
    // What it left running would keep the pipes open, and 'close' would never come.
    child.once('exit', () => {
      if (isDetached && pid !== undefined) signalGroup(pid, 'SIGTERM');
    });
    child.once('close', (code, signal) => settle(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** Ends every group that still runs: politely, and after two seconds for certain. */
export async function endRunningGroups() {
  const groups = [...runningGroups];
  if (groups.length === 0) return;
  for (const group of groups) signalGroup(group, 'SIGTERM');
  await delay(2_000);
  for (const group of groups) signalGroup(group, 'SIGKILL');
}

/**
 * @param {number} group
 * @param {NodeJS.Signals} signal
 */
function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
  } catch (error) {
    // Nobody left in the group is what we wanted.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/**
 * Becomes the program, as far as Node can: same terminal, same signals, same exit code. Never returns.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export function handOver(command, args, env) {
  const child = spawn(command, args, { env, stdio: 'inherit' });
  // At a terminal Ctrl+C reaches the child by itself; a second SIGINT from us would look like impatience.
  const forwarded = /** @type {const} */ (['SIGTERM', 'SIGHUP', 'SIGINT']);
  for (const signal of forwarded) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.once('error', (error) => {
    process.stderr.write(`braindump: ${command} could not be started: ${error.message}\n`);
    process.exit(127);
  });
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}
