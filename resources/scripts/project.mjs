/** Where the checkout lies and how its scripts talk: the two things every script here needs. */
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * An absolute path inside the checkout.
 * @param {...string} parts
 */
export function inProject(...parts) {
  return join(projectRoot, ...parts);
}

/**
 * Tells the person one line. On stderr, because stdout belongs to what was asked for (`npm run cli -- --json`).
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`braindump: ${line}\n`);
}

/**
 * What went wrong, as one line.
 * @param {unknown} error
 */
export function reasonOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * True when this module is the one Node was started with.
 * @param {string} moduleUrl `import.meta.url` of the asking module
 */
export function isStartedDirectly(moduleUrl) {
  const started = process.argv[1];
  return started !== undefined && fileURLToPath(moduleUrl) === realpathSync(started);
}
