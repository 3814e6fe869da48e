/**
 * Makes a checkout ready to run: packages, the right Node, the built app. Needs Node 20 and npm and nothing else, so
 * nothing here may import a package. The second time it finds everything in place and says nothing.
 */
import { existsSync, lstatSync } from 'node:fs';
import { runChild } from './child.mjs';
import {
  installFingerprint,
  isInstalledAsLocked,
  readIfThere,
  sourcesFingerprint,
  writeWhole,
} from './fingerprint.mjs';
import { inProject, isStartedDirectly, projectRoot, reasonOf, say } from './project.mjs';
import { environmentFor, findNode, findTool, isInNodeModules, npmCall, pinnedNodePath } from './runtime.mjs';
import { withLock } from './setup-lock.mjs';

const installStamp = inProject('node_modules', '.braindump-stamp');
const buildStamp = inProject('dist', '.stamp');
const builtFrom = [
  'main',
  'preload',
  'db',
  'renderer',
  'resources',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
];
const notBuiltFrom = ['resources/scripts', 'resources/entitlements'];

/**
 * @typedef {object} SetupOptions
 * @property {boolean} [isQuiet] say only what failed
 * @property {boolean} [withBuild] also build the app; true unless told otherwise
 */

/**
 * @typedef {object} SetupStep
 * @property {(line: string) => void} tell
 * @property {(pid: number) => void} onStart hears of every process the step starts
 */

/**
 * Installs and builds what is missing or out of date. Several starts at once wait for one of them to do it.
 * @param {SetupOptions} [options]
 * @returns {Promise<{ node: string }>} the Node to run the app with
 * @throws {Error} with a sentence for the person when something could not be got
 */
export async function ensureSetup({ isQuiet = false, withBuild = true } = {}) {
  const tell = isQuiet ? () => {} : say;
  const readyNode = findNode();
  if (readyNode !== null && isInstalled() && (!withBuild || isBuilt())) return { node: readyNode };
  return withLock(
    inProject('.setup-lock'),
    () => tell('Another start is setting up; waiting for it.'),
    async (onStart) => {
      if (!isInstalled()) await install({ tell, onStart });
      const node = findNode() ?? (await fetchNode({ tell, onStart }));
      if (withBuild && !isBuilt()) await build(node, { tell, onStart });
      return { node };
    },
  );
}

function isInstalled() {
  const lockText = readIfThere(inProject('package-lock.json')) ?? '';
  const wanted = wantedInstall(lockText);
  if (readIfThere(installStamp) === wanted) return true;
  // A plain `npm install` leaves no stamp of ours, yet what it did need not be done again.
  const installedText = readIfThere(inProject('node_modules', '.package-lock.json'));
  if (installedText === null || readIfThere(installStamp) !== null) return false;
  if (!isInstalledAsLocked(lockText, installedText)) return false;
  writeWhole(installStamp, wanted);
  return true;
}

/** @param {string} lockText */
function wantedInstall(lockText) {
  return installFingerprint(lockText, `${process.platform}-${process.arch}`);
}

/** @param {SetupStep} step */
async function install({ tell, onStart }) {
  // `npm ci` would empty the folder that the link leads to, which somebody else may be using.
  if (lstatSync(inProject('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true) {
    throw new Error('node_modules is a link to packages that do not match package-lock.json; install where it leads.');
  }
  tell('Installing packages; this happens once and takes a minute or two.');
  // Install scripts are left to npm 11's allow list, which npm 10 does not know: it would compile SQLite here. None but
  // the `node` package needs one, and that is run by itself below.
  // Windows cannot delete a program that runs, and `npm ci` begins with deleting node_modules.
  const verb = isInNodeModules(process.execPath) && process.platform === 'win32' ? 'install' : 'ci';
  await runNpm(
    [verb, '--ignore-scripts', '--no-progress', '--loglevel=error'],
    'npm could not install the packages',
    onStart,
  );
  await fetchNode({ tell, onStart });
  writeWhole(installStamp, wantedInstall(readIfThere(inProject('package-lock.json')) ?? ''));
  tell('Installed the packages.');
}

/**
 * @param {SetupStep} step
 * @returns {Promise<string>}
 */
async function fetchNode({ tell, onStart }) {
  try {
    await runNpm(['rebuild', 'node', '--loglevel=error'], 'npm could not fetch Node 24', onStart);
    if (existsSync(pinnedNodePath())) tell('Fetched the Node that runs the app.');
  } catch (error) {
    const own = findNode();
    if (own === null) throw error;
    say(`${reasonOf(error).split('\n')[0]} Going on with Node ${process.version}.`);
  }
  const node = findNode();
  if (node === null)
    throw new Error(`Node 22 or newer is needed and could not be fetched; this is ${process.version}.`);
  return node;
}

/**
 * @param {readonly string[]} npmArgs
 * @param {string} complaint
 * @param {(pid: number) => void} onStart
 */
async function runNpm(npmArgs, complaint, onStart) {
  const { command, args } = npmCall(npmArgs);
  const { code, output } = await runChild(command, args, { cwd: projectRoot, isCaptured: true, onStart });
  if (code !== 0) throw new Error(`${complaint} (exit ${code}).\n${output.trim()}`);
}

function isBuilt() {
  return readIfThere(buildStamp) === sourcesFingerprint(projectRoot, builtFrom, notBuiltFrom);
}

/**
 * @param {string} node
 * @param {SetupStep} step
 */
async function build(node, { tell, onStart }) {
  const vite = findTool('vite');
  if (vite === null)
    throw new Error('vite is missing although the packages are installed; delete node_modules and try again.');
  // Taken before the build: a file saved meanwhile must lead to another one.
  const fingerprint = sourcesFingerprint(projectRoot, builtFrom, notBuiltFrom);
  tell('Building the app.');
  const env = environmentFor(node);
  delete env['NODE_ENV'];
  const { code, output } = await runChild(node, [vite, 'build'], { cwd: projectRoot, env, isCaptured: true, onStart });
  if (code !== 0) throw new Error(`The app could not be built (exit ${code}).\n${output.trim()}`);
  writeWhole(buildStamp, fingerprint);
  tell('Built the app.');
}

if (isStartedDirectly(import.meta.url)) {
  try {
    await ensureSetup();
  } catch (error) {
    say(reasonOf(error));
    process.exitCode = 1;
  }
}
