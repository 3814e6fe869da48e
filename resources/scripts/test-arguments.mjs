/** What `npm test` is to run. */

/** Every part of the suite, in the order in which it runs. */
const testParts = /** @type {const} */ (['types', 'lint', 'unused', 'format', 'unit', 'e2e']);

/** @typedef {(typeof testParts)[number]} TestPart */

/**
 * Reads `--only=unit,e2e`; without it everything runs.
 * @param {readonly string[]} args
 * @returns {TestPart[]} in the order of the suite
 * @throws {Error} naming the argument that is not understood
 */
export function readTestArguments(args) {
  /** @type {Set<string>} */
  const wanted = new Set();
  for (const arg of args) {
    if (!arg.startsWith('--only=')) throw new Error(`"${arg}" is not understood; use --only=${testParts.join(',')}.`);
    for (const part of arg.slice('--only='.length).split(',')) wanted.add(part);
  }
  const unknown = [...wanted].find((part) => !testParts.some((known) => known === part));
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}"; there are ${testParts.join(', ')}.`);
  return wanted.size === 0 ? [...testParts] : testParts.filter((part) => wanted.has(part));
}
