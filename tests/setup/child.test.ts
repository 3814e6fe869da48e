import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runChild } from '../../resources/scripts/child.mjs';
import { endLeftovers, runMarkName } from '../../resources/scripts/leftovers.mjs';

const runScript = (script: string, options = {}) =>
  runChild(process.execPath, ['-e', script], { isCaptured: true, ...options });

test("a program's words and exit code are handed back", async () => {
  expect(await runScript("console.log('out'); console.error('err'); process.exitCode = 3")).toEqual({
    code: 3,
    output: expect.stringMatching(/^(out\nerr|err\nout)\n$/u),
    isTimedOut: false,
  });
});

test('a program that does not exist is exit code 127, not a crash', async () => {
  const result = await runChild('/no/such/program', [], { isCaptured: true });
  expect(result.code).toBe(127);
});

test('a program whose time is up is ended', async () => {
  const result = await runScript('setInterval(() => {}, 1000)', { isGroup: true, timeLimitMs: 200 });
  expect(result).toEqual({ code: 143, output: '', isTimedOut: true });
});

test.skipIf(process.platform === 'win32')('what a program leaves running in its group ends with it', async () => {
  // It holds the pipe that is read to its end: had it not been ended, there would be no result.
  const leave =
    "require('node:child_process').spawn('sleep', ['1000'], { stdio: 'inherit' }).unref(); console.log('left');";
  expect(await runScript(leave, { isGroup: true })).toEqual({ code: 0, output: 'left\n', isTimedOut: false });
});

test.runIf(process.platform === 'linux')('what left its group is found by its mark, and nothing else is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'braindump-leftover-'));
  const started = join(folder, 'started');
  const leave = `const { spawn } = require('node:child_process');
    const script = "require('node:fs').writeFileSync(process.argv[1], ''); setInterval(() => {}, 1000)";
    spawn(process.execPath, ['-e', script, ${JSON.stringify(started)}], { stdio: 'ignore', detached: true }).unref();`;
  const mark = `test-${process.pid}`;
  await runScript(leave, { env: { ...process.env, [runMarkName]: mark } });
  while (!existsSync(started)) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await endLeftovers('another mark')).toBe(0);
  expect(await endLeftovers(mark)).toBe(1);
  rmSync(folder, { recursive: true });
});
