/** Which Node runs what: the app needs Node 22 or newer, a fresh machine may bring 20. */
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { inProject } from './project.mjs';

const oldestNodeMajor = 22;

/**
 * The major number of a version such as `v24.21.0`.
 * @param {string} version
 */
export function majorOf(version) {
  return Number.parseInt(version.replace(/^v/u, ''), 10);
}

/**
 * The Node that runs the app: the one the `node` package pinned, else this process's own if it is new enough.
 * @returns {string | null} an executable path
 */
export function findNode() {
  const pinned = pinnedNodePath();
  if (existsSync(pinned)) return pinned;
  return majorOf(process.version) >= oldestNodeMajor ? process.execPath : null;
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
 * How to call npm. Through its own script where one is known, since Windows cannot spawn `npm.cmd` without a shell.
 * @param {readonly string[]} args
 * @returns {{ command: string, args: string[] }}
 */
export function npmCall(args) {
  const nodeFolder = dirname(process.execPath);
  const scripts = [
    process.env['npm_execpath'],
    join(nodeFolder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(nodeFolder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = scripts.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  return script === undefined
    ? { command: 'npm', args: [...args] }
    : { command: process.execPath, args: [script, ...args] };
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
