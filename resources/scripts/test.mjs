/**
 * `npm test`: sets up, checks types, lint, unused code and format, runs the unit tests and the journeys, and ends with
 * one line of counts. `npm test -- --only=unit,lint` runs a part.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endRunningGroups, runChild } from './child.mjs';
import { obtainElectron } from './electron-binary.mjs';
import { readIfThere } from './fingerprint.mjs';
import { endLeftovers, runMarkName } from './leftovers.mjs';
import { inProject, projectRoot, reasonOf, say } from './project.mjs';
import { environmentFor, findTool } from './runtime.mjs';
import { ensureSetup } from './setup.mjs';
import { hasDisplay, obtainBrowser, obtainTracer, obtainVirtualDisplay } from './system-packages.mjs';
import { readTestArguments } from './test-arguments.mjs';
import {
  addCounts,
  countCheck,
  countPlaywright,
  countVitest,
  isGoodRun,
  noCounts,
  summaryLine,
} from './test-counts.mjs';

/** @typedef {import('./test-arguments.mjs').TestPart} TestPart */
/** @typedef {import('./test-counts.mjs').Counts} Counts */

/**
 * @typedef {object} Run
 * @property {string} node
 * @property {NodeJS.ProcessEnv} env
 * @property {string} reports a folder for the runners' reports
 */

/** The checks without tests inside: what each is called and how it is run. */
const checks = /** @type {const} */ ({
  types: { name: 'Types', args: [inProject('resources', 'scripts', 'typecheck.mjs')] },
  lint: { name: 'Lint', tool: 'oxlint', args: ['--type-aware'] },
  unused: { name: 'Unused code', tool: 'knip', args: [] },
  format: { name: 'Format', tool: 'prettier', args: ['--check', '--log-level=warn', '.'] },
});

const mark = randomUUID();
const reports = mkdtempSync(join(tmpdir(), 'braindump-test-'));

/**
 * @param {readonly TestPart[]} parts
 * @returns {Promise<Counts>}
 */
async function runParts(parts) {
  const { node } = await ensureSetup({ withBuild: parts.includes('unit') || parts.includes('e2e') });
  /** @type {Run} */
  const run = { node, env: { ...environmentFor(node), [runMarkName]: mark }, reports };
  const wantedChecks = parts.filter((part) => part !== 'unit' && part !== 'e2e');
  let counts = await runChecks(wantedChecks, run);
  if (parts.includes('unit')) counts = addCounts(counts, await runUnitTests(run));
  if (parts.includes('e2e')) counts = addCounts(counts, await runJourneys(run));
  return counts;
}

/**
 * Runs the checks two at a time and prints each one's words when it ends.
 * @param {readonly (keyof typeof checks)[]} names
 * @param {Run} run
 * @returns {Promise<Counts>}
 */
async function runChecks(names, { node, env }) {
  const waiting = [...names];
  let counts = noCounts;
  const work = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const check = checks[part];
      const script = 'tool' in check ? [toolScript(check.tool)] : [];
      const { code, output } = await runChild(node, [...script, ...check.args], {
        cwd: projectRoot,
        env,
        isCaptured: true,
        isGroup: true,
      });
      process.stdout.write(code === 0 ? `${check.name}: passed\n` : `${check.name}: failed\n${output.trimEnd()}\n`);
      counts = addCounts(counts, countCheck(code === 0));
    }
  };
  await Promise.all([work(), work()]);
  return counts;
}

/**
 * @param {Run} run
 * @returns {Promise<Counts>}
 */
async function runUnitTests({ node, env, reports }) {
  await obtainTracer();
  const report = join(reports, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runChild(node, [toolScript('vitest'), ...args], { cwd: projectRoot, env, isGroup: true });
  return countVitest(readIfThere(report), code);
}

/**
 * @param {Run} run
 * @returns {Promise<Counts>}
 */
async function runJourneys({ node, env, reports }) {
  if ((await obtainBrowser(node)) === null) return countCheck(false);
  const isElectronRequired = process.env['REQUIRE_ELECTRON'] === '1';
  const electron = await obtainElectron({ node, isForced: isElectronRequired });
  const display = hasDisplay() ? [] : [await obtainVirtualDisplay(), '-a', '-s', '-screen 0 1600x1000x24'];
  if (display[0] === null) return countCheck(false);
  const report = join(reports, 'playwright.json');
  const [command, ...args] = [...display.filter((word) => word !== null), node, toolScript('playwright'), 'test'];
  const journeyEnv = {
    ...env,
    // Empty means: looked for, and it does not run here.
    BRAINDUMP_ELECTRON: electron.executable ?? '',
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const options = { cwd: projectRoot, env: journeyEnv, isGroup: true };
  const { code } = await runChild(command ?? node, [...args, '--reporter=list,json'], options);
  const counts = countPlaywright(readIfThere(report), code);
  if (electron.executable !== null) return counts;
  process.stdout.write(`\n*** Electron's journeys were NOT run: ${electron.reason}. ***\n\n`);
  return isElectronRequired ? addCounts(counts, countCheck(false)) : counts;
}

/** @param {string} name */
function toolScript(name) {
  const script = findTool(name);
  if (script === null) throw new Error(`${name} is missing although the packages are installed.`);
  return script;
}

async function cleanUp() {
  await endRunningGroups();
  const ended = await endLeftovers(mark);
  if (ended > 0) say(`Ended ${ended} ${ended === 1 ? 'process' : 'processes'} that the tests had left running.`);
  rmSync(reports, { recursive: true, force: true });
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
}

/** @type {Counts} */
let counts = noCounts;
try {
  counts = await runParts(readTestArguments(process.argv.slice(2)));
} catch (error) {
  say(reasonOf(error));
  counts = addCounts(counts, countCheck(false));
}
await cleanUp();
process.stdout.write(`${summaryLine(counts)}\n`);
process.exitCode = isGoodRun(counts) ? 0 : 1;
