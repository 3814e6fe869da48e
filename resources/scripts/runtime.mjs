/** Which Node runs what: the app needs Node 22 or newer, a fresh machine may bring 20. */
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';
import { inProject } from './project.mjs';

const oldestNodeMajor = 22;

/**
 * The Node that runs the app: the one the `node` package pinned, else this process's own if it is new enough.
 * @returns {string | null} an executable path
 */
export function findNode() {
  const pinned = pinnedNodePath();
  if (existsSync(pinned)) return pinned;
  const isNewEnough = Number.parseInt(process.versions.node, 10) >= oldestNodeMajor;
  return isNewEnough && existsSync(process.execPath) ? process.execPath : null;
}

/** Where the `node` package puts its executable, whether it is there or not. */
export function pinnedNodePath() {
  return inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * The environment in which `node` and the project's own tools are found first.
 * @param {string} node
 * @param {NodeJS.ProcessEnv} [base]
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(node, base = process.env) {
  // Windows spells the variable Path, and a second one beside it would be ignored.
  const name = Object.keys(base).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const first = [dirname(node), inProject('node_modules', '.bin')];
  const rest = (base[name] ?? '').split(delimiter).filter((folder) => folder !== '' && !first.includes(folder));
  return { ...base, [name]: [...first, ...rest].join(delimiter) };
}

/**
 * How to call npm. Through its own script where one is known, since Windows cannot spawn `npm.cmd` without a shell, and
 * never with a Node inside node_modules, which npm is about to delete.
 * @param {readonly string[]} args
 * @returns {{ command: string, args: string[] }}
 */
export function npmCall(args) {
  const nodes = [process.execPath, process.env['npm_node_execpath']];
  const node = nodes.find((path) => path !== undefined && existsSync(path) && !isInNodeModules(path));
  const homes = [...nodes.map((path) => dirname(path ?? '')), ...(process.env['PATH'] ?? '').split(delimiter)];
  const scripts = [
    process.env['npm_execpath'],
    ...homes.map((folder) => join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js')),
    ...homes.map((folder) => join(folder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')),
  ];
  const script = scripts.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  if (node === undefined || script === undefined) return { command: 'npm', args: [...args] };
  return { command: node, args: [script, ...args] };
}

/**
 * Whether a program is one that the project's own packages brought.
 * @param {string} path
 */
export function isInNodeModules(path) {
  return path.startsWith(inProject('node_modules') + sep);
}

/**
 * The JavaScript file behind a command that one of the project's direct packages brings, such as `vite`.
 * The shims in node_modules/.bin differ by platform; the package's own `bin` field does not.
 * @param {string} name
 * @returns {string | null}
 */
export function findTool(name) {
  /** @type {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} */
  const project = readJson(inProject('package.json'));
  for (const packageName of Object.keys({ ...project.devDependencies, ...project.dependencies })) {
    const folder = inProject('node_modules', packageName);
    if (!existsSync(join(folder, 'package.json'))) continue;
    /** @type {{ name: string, bin?: string | Record<string, string> }} */
    const { name: ownName, bin } = readJson(join(folder, 'package.json'));
    const script = typeof bin === 'string' ? { [ownName.replace(/^@.*\//u, '')]: bin }[name] : bin?.[name];
    if (script !== undefined) return join(folder, script);
  }
  return null;
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
