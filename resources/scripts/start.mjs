/**
 * `npm start`: sets up what is missing and opens the app, in Electron where it can be had and else in a Chromium app
 * window over the same core. Every argument goes on to the app: `npm start -- --demo`.
 */
import { handOver } from './child.mjs';
import { electronArguments, obtainElectron } from './electron-binary.mjs';
import { inProject, projectRoot, reasonOf, say } from './project.mjs';
import { environmentFor } from './runtime.mjs';
import { ensureSetup } from './setup.mjs';
import { chooseHost } from './start-choice.mjs';
import { hasDisplay, obtainBrowser } from './system-packages.mjs';

/** @param {readonly string[]} args the app's arguments */
async function start(args) {
  const { node } = await ensureSetup();
  const env = environmentFor(node);
  const choice = chooseHost({ wanted: process.env['BRAINDUMP_HOST'], args, hasDisplay: hasDisplay() });
  if (choice.host === 'electron') {
    const { executable, reason } = await obtainElectron({ node, isForced: choice.isForced });
    if (executable !== null) {
      handOver(executable, [...electronArguments(), projectRoot, ...args], env);
      return;
    }
    if (choice.isForced) throw new Error(`Electron was asked for (BRAINDUMP_HOST) and is missing: ${reason}.`);
    // What that lacks is the host's to say.
    say(`Electron is missing: ${reason}.`);
  }
  // Without a browser the host still runs, and prints the address to open.
  if (choice.hasWindow) await obtainBrowser(node);
  handOver(node, [inProject('dist', 'main', 'browser.js'), ...args], env);
}

try {
  await start(process.argv.slice(2));
} catch (error) {
  say(reasonOf(error));
  process.exitCode = 1;
}
