/** Telling whether what was installed or built still fits what it was made from. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * What `npm ci` would install on this machine.
 * @param {string} lockText the text of package-lock.json
 * @param {string} platform such as `linux-x64`: a folder carried to another system must be installed anew
 */
export function installFingerprint(lockText, platform) {
  return createHash('sha256').update(platform).update('\n').update(lockText).digest('hex');
}

/**
 * Whether npm's own record of node_modules holds every package of the lock file at its version. Optional packages
 * may be absent: they belong to other platforms.
 * @param {string} lockText package-lock.json
 * @param {string} installedText node_modules/.package-lock.json
 */
export function isInstalledAsLocked(lockText, installedText) {
  /** @typedef {{ version?: string, resolved?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */
  /** @type {{ packages?: Record<string, LockedPackage> }} */
  const locked = JSON.parse(lockText);
  /** @type {{ packages?: Record<string, LockedPackage> }} */
  const installed = JSON.parse(installedText);
  return Object.entries(locked.packages ?? {}).every(([path, wanted]) => {
    const found = installed.packages?.[path];
    if (path === '') return true;
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
}

/**
 * The state of a set of files: every path with its size and time of change. Reading them would cost ten times as
 * much at each start and see nothing more in practice.
 * @param {string} root
 * @param {readonly string[]} parts files and folders below root; one that does not exist counts as empty
 * @param {readonly string[]} leftOut paths below root whose content does not matter, with `/` between names
 */
export function sourcesFingerprint(root, parts, leftOut = []) {
  const hash = createHash('sha256');
  for (const part of parts) {
    for (const path of filesIn(root, join(root, part), leftOut)) {
      const { size, mtimeMs } = statSync(path);
      hash.update(`${projectPath(root, path)}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @param {readonly string[]} leftOut
 * @returns {string[]}
 */
function filesIn(root, path, leftOut) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || leftOut.includes(projectPath(root, path))) return [];
  if (!stats.isDirectory()) return [path];
  const names = readdirSync(path).sort();
  return names.flatMap((name) => filesIn(root, join(path, name), leftOut));
}

/**
 * @param {string} root
 * @param {string} path
 */
function projectPath(root, path) {
  return relative(root, path).split(sep).join('/');
}

/**
 * The content of a small file, or null when there is none.
 * @param {string} path
 */
export function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Writes a small file so that a reader sees the old or the new text and never half of it.
 * @param {string} path
 * @param {string} text
 */
export function writeWhole(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}
