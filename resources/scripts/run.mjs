/**
 * Runs one of the project's files or tools with the Node it needs:
 * `node resources/scripts/run.mjs dist/main/cli.js today`, `node resources/scripts/run.mjs vite build`.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { handOver } from './child.mjs';
import { inProject, projectRoot, reasonOf, say } from './project.mjs';
import { environmentFor, findTool } from './runtime.mjs';
import { ensureSetup } from './setup.mjs';

/**
 * @param {string | undefined} target a file of the checkout or the name of a tool
 * @param {readonly string[]} args
 */
async function run(target, args) {
  if (target === undefined) throw new Error('Say what to run: a file of this project or a tool such as vitest.');
  const isBuiltFile = resolve(projectRoot, target).startsWith(inProject('dist'));
  const { node } = await ensureSetup({ withBuild: isBuiltFile });
  const file = inProject(target);
  const script = existsSync(file) ? file : findTool(target);
  if (script === null) throw new Error(`There is no file and no tool called ${target}.`);
  handOver(node, [script, ...args], environmentFor(node));
}

try {
  await run(process.argv[2], process.argv.slice(3));
} catch (error) {
  say(reasonOf(error));
  process.exitCode = 1;
}
