/** What npm cannot bring: a Chromium and, for tests without a display, a virtual one. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runChild } from './child.mjs';
import { readIfThere } from './fingerprint.mjs';
import { inProject, say } from './project.mjs';

const installLimitMs = 10 * 60_000;

/** Whether a window could be shown. Only Linux runs without a screen in ordinary use. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

/**
 * The browser the app would use. The app's own code decides, run by the Node that understands TypeScript.
 * @param {string} node
 * @returns {Promise<string | null>}
 */
export async function findBrowser(node) {
  const finder = pathToFileURL(inProject('main', 'host-browser', 'chromium.ts')).href;
  const script = `process.stdout.write((await import(${JSON.stringify(finder)})).findChromium() ?? '')`;
  const { code, output } = await runChild(node, ['--input-type=module', '-e', script], { isCaptured: true });
  if (code !== 0) throw new Error(`Looking for a browser failed: ${output.trim()}`);
  return output === '' ? null : output;
}

/**
 * A browser for the app window, installed if this machine lets us.
 * @param {string} node
 * @returns {Promise<string | null>} null after having told how to get one
 */
export async function obtainBrowser(node) {
  const found = await findBrowser(node);
  if (found !== null) return found;
  if (await installFromDistribution(['chromium'])) return findBrowser(node);
  say(browserAdvice(process.platform));
  return null;
}

/**
 * One line on how to get a browser.
 * @param {NodeJS.Platform} platform
 */
function browserAdvice(platform) {
  const how = {
    darwin: 'install Google Chrome or run: brew install --cask chromium',
    win32: 'install Google Chrome or Microsoft Edge',
    linux: "run: sudo apt-get install chromium (or your system's own way)",
  };
  const known = platform === 'darwin' || platform === 'win32' ? how[platform] : how.linux;
  return `No Chromium, Chrome or Edge was found; ${known}, or set BRAINDUMP_CHROMIUM to one.`;
}

/**
 * The program that gives tests a display, installed if this machine lets us.
 * @returns {Promise<string | null>}
 */
export async function obtainVirtualDisplay() {
  const found = findOnPath('xvfb-run');
  if (found !== null) return found;
  if (await installFromDistribution(['xvfb', 'xauth'])) return findOnPath('xvfb-run');
  say("There is no display and no xvfb-run; run: sudo apt-get install xvfb (or your system's own way).");
  return null;
}

/** The program that records what the storage layer asks of the system, for the power-cut tests; they need Linux. */
export async function obtainTracer() {
  if (process.platform !== 'linux' || findOnPath('strace') !== null) return;
  if (await installFromDistribution(['strace'])) return;
  say(
    "The power-cut tests are left out: there is no strace; run: sudo apt-get install strace (or your system's own way).",
  );
}

/**
 * Installs Debian packages, as root on a system that has apt-get and nowhere else.
 * @param {readonly string[]} names
 * @returns {Promise<boolean>} whether they were installed
 */
async function installFromDistribution(names) {
  const apt = findOnPath('apt-get');
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || apt === null) return false;
  // Ubuntu's package of that name only points at a snap, which a container cannot run.
  if (names.includes('chromium') && /^ID=ubuntu$/mu.test(readIfThere('/etc/os-release') ?? '')) return false;
  say(`Installing ${names.join(' and ')} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, isCaptured: true, timeLimitMs: installLimitMs };
  const install = ['install', '-y', '--no-install-recommends', ...names];
  let result = await runChild(apt, install, options);
  if (result.code !== 0) {
    await runChild(apt, ['update'], options);
    result = await runChild(apt, install, options);
  }
  if (result.code === 0) say(`Installed ${names.join(' and ')}.`);
  else say(`apt-get could not install ${names.join(' and ')}: ${result.output.trim().split('\n').at(-1)}`);
  return result.code === 0;
}

/**
 * @param {string} name
 * @returns {string | null}
 */
function findOnPath(name) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}
