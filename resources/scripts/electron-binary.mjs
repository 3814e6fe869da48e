/** Whether Electron can run here: its program is not in its npm package, and some machines cannot fetch or start it. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { readIfThere, writeWhole } from './fingerprint.mjs';
import { inProject, say } from './project.mjs';

const fetchLimitMs = 5 * 60_000;
const tryLimitMs = 30_000;
const memory = inProject('node_modules', '.braindump-electron.json');

/**
 * The outcome of the last attempt: once Electron could not be had, the next start does not wait for it again.
 * @typedef {{ version: string, executable: string | null, reason: string | null }} ElectronState
 */

/**
 * The Electron program on this machine, where the `electron` package itself would look. Downloads nothing.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | null}
 */
export function findElectron(env = process.env) {
  const folder = inProject('node_modules', 'electron');
  const relativePath = readIfThere(join(folder, 'path.txt'));
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') return ifFile(join(override, relativePath ?? defaultProgram()));
  return relativePath === null ? null : ifFile(join(folder, 'dist', relativePath));
}

/**
 * An Electron that was seen to run, fetched if need be and allowed.
 * @param {{ node: string, isForced: boolean }} options isForced: try again what failed before
 * @returns {Promise<{ executable: string, reason: null } | { executable: null, reason: string }>} or why there is none
 */
export async function obtainElectron({ node, isForced }) {
  const version = electronVersion();
  if (version === null) return { executable: null, reason: 'the electron package is not installed' };
  const remembered = recall(version);
  const found = findElectron();
  if (found !== null && remembered?.executable === found) return { executable: found, reason: null };
  if (found === null) {
    if (process.env['ELECTRON_SKIP_BINARY_DOWNLOAD']) {
      return { executable: null, reason: 'its download is switched off (ELECTRON_SKIP_BINARY_DOWNLOAD)' };
    }
    if (remembered?.reason && !isForced) return { executable: null, reason: remembered.reason };
    say(`Fetching Electron ${version} (about 120 MB, once).`);
  }
  const failure = (found === null ? await fetchElectron(node) : null) ?? (await startFailure());
  const executable = failure === null ? findElectron() : null;
  writeWhole(memory, JSON.stringify({ version, executable, reason: failure }));
  if (executable !== null) return { executable, reason: null };
  return { executable: null, reason: failure ?? 'its program is missing after the download' };
}

/**
 * @param {string} node
 * @returns {Promise<string | null>} what went wrong
 */
async function fetchElectron(node) {
  const script = inProject('node_modules', 'electron', 'install.js');
  const { code, output, isTimedOut } = await runChild(node, [script], {
    isCaptured: true,
    isGroup: true,
    timeLimitMs: fetchLimitMs,
  });
  if (isTimedOut) return 'its download took longer than five minutes';
  if (code === 0) return null;
  const cause = /^\s*(?:\w*Error|\[cause\]): (.{1,160})/mu.exec(output)?.[1] ?? `exit ${code}`;
  return `it could not be fetched (${cause}); to try again: npx install-electron`;
}

/** @returns {Promise<string | null>} why the program that is there does not run */
async function startFailure() {
  const executable = findElectron();
  if (executable === null) return 'its program is missing';
  // As Node it loads every system library it needs, and needs no display.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const args = ['-e', 'process.exit(0)'];
  const { code, output } = await runChild(executable, args, {
    env,
    isCaptured: true,
    isGroup: true,
    timeLimitMs: tryLimitMs,
  });
  if (code === 0) return sandboxFailure(executable);
  return `it does not start here (${output.trim().split('\n')[0] || `exit ${code}`})`;
}

/**
 * Ubuntu 24.04 forbids the sandbox to programs it has no profile for, and Electron then dies at start. Running without
 * the sandbox is no answer on a person's own machine; the browser host is.
 * @param {string} executable
 */
function sandboxFailure(executable) {
  if (process.platform !== 'linux' || isRoot()) return null;
  const isRestricted = readIfThere('/proc/sys/kernel/apparmor_restrict_unprivileged_userns')?.trim() === '1';
  const helper = statSync(join(executable, '..', 'chrome-sandbox'), { throwIfNoEntry: false });
  const hasHelper = helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0;
  return isRestricted && !hasHelper ? 'this system forbids its sandbox (apparmor_restrict_unprivileged_userns)' : null;
}

/** Arguments Electron needs on this machine before the app's own: Chromium refuses to be sandboxed as root. */
export function electronArguments() {
  return process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [];
}

function isRoot() {
  return process.getuid?.() === 0;
}

/** @returns {string | null} */
function electronVersion() {
  const text = readIfThere(inProject('node_modules', 'electron', 'package.json'));
  return text === null ? null : JSON.parse(text).version;
}

/**
 * @param {string} version
 * @returns {ElectronState | null}
 */
function recall(version) {
  const text = readIfThere(memory);
  if (text === null) return null;
  /** @type {ElectronState} */
  const state = JSON.parse(text);
  return state.version === version ? state : null;
}

function defaultProgram() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/** @param {string} path */
function ifFile(path) {
  return existsSync(path) ? path : null;
}
