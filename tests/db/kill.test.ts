import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type Acknowledged, parseAcknowledged, problemsOf } from '../support/crash/check-survivor.ts';
import { temporaryFolder, testCore } from '../support/test-core.ts';

/** How often the writer is killed; 300 and more by BRAINDUMP_KILLS for a full run (`npm run crash`). */
const KILLS = Number(process.env['BRAINDUMP_KILLS'] ?? 40);
const WRITER = path.resolve(import.meta.dirname, '../support/crash/writer.ts');

/** Starts the writer and kills it a random moment after its first word. @returns everything it acknowledged */
async function writeAndKill(dataDir: string, afterMs: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [WRITER, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  const spoke = Promise.withResolvers<void>();
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    spoke.resolve();
  });
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  await Promise.race([spoke.promise, closed]);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill('SIGKILL');
  await closed;
  return parseAcknowledged(output);
}

it(`loses nothing acknowledged in ${KILLS} kills at random moments`, { timeout: KILLS * 10_000 }, async () => {
  let dataDir = temporaryFolder();
  let all: Acknowledged[] = [];
  let total = 0;
  for (let round = 0; round < KILLS; round += 1) {
    if (round % 20 === 19) {
      dataDir = temporaryFolder();
      all = [];
    }
    const acknowledged = await writeAndKill(dataDir, Math.random() * 120);
    total += acknowledged.length;
    all = [...all, ...acknowledged];
    const survivor = testCore({ dataDir });
    expect(await problemsOf(survivor, all)).toEqual([]);
    await survivor.core.close();
  }
  expect(total).toBeGreaterThan(KILLS);
});
