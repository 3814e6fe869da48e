/** Checks the types of every room with the room's own rules, two rooms at a time. */
import { availableParallelism } from 'node:os';
import { runChild } from './child.mjs';
import { projectRoot, reasonOf, say } from './project.mjs';
import { environmentFor, findTool } from './runtime.mjs';
import { ensureSetup } from './setup.mjs';

const rooms = ['preload/contract', 'preload', 'main/domain', 'main', 'renderer', 'tests'];

/** @returns {Promise<number>} how many rooms have errors */
async function checkRooms() {
  const { node } = await ensureSetup({ withBuild: false });
  const tsc = findTool('tsc');
  if (tsc === null) throw new Error('TypeScript is missing although the packages are installed.');
  const waiting = [...rooms];
  let failed = 0;
  const work = async () => {
    for (let room = waiting.shift(); room !== undefined; room = waiting.shift()) {
      const args = [tsc, '-p', `${room}/tsconfig.json`, '--pretty', 'false'];
      const { code, output } = await runChild(node, args, {
        cwd: projectRoot,
        env: environmentFor(node),
        isCaptured: true,
      });
      process.stdout.write(code === 0 ? `${room}: types are right\n` : `${room}: types are wrong\n${output}`);
      if (code !== 0) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  return failed;
}

try {
  process.exitCode = (await checkRooms()) === 0 ? 0 : 1;
} catch (error) {
  say(reasonOf(error));
  process.exitCode = 1;
}
