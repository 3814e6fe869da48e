import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAcknowledged, problemsOf } from '../support/crash/check-survivor.ts';
import { FATES, crashImage, seededRandom } from '../support/crash/crash-image.ts';
import { STRACE_ARGS, type TraceOp, parseTrace } from '../support/crash/storage-trace.ts';
import { temporaryFolder, testCore } from '../support/test-core.ts';

/** How many crash images are opened; 500 and more by BRAINDUMP_POWER_CUTS for a full run (`npm run crash`). */
const IMAGES = Number(process.env['BRAINDUMP_POWER_CUTS'] ?? 120);
const SEED = Number(process.env['BRAINDUMP_SEED'] ?? 20_261_121);
const WRITER = path.resolve(import.meta.dirname, '../support/crash/writer.ts');
const ROUNDS = 30;

const canTrace = process.platform === 'linux' && spawnSync('strace', ['-V']).status === 0;

/** Lets the writer work under strace and then kill itself. */
async function record(mode: 'FULL' | 'NORMAL'): Promise<TraceOp[]> {
  const dataDir = fs.realpathSync(temporaryFolder());
  const traceFile = path.join(temporaryFolder(), 'trace');
  const args = [...STRACE_ARGS, '-o', traceFile, process.execPath, WRITER, dataDir, mode, String(ROUNDS)];
  const child = spawn('strace', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  await new Promise((resolve) => child.on('close', resolve));
  const text = fs.readFileSync(traceFile, 'utf8');
  return parseTrace(text, (file) => file.startsWith(dataDir) && !file.endsWith('-shm'));
}

/** Cuts the power at random moments. @returns the images that lost something or can't be opened, each with its seed */
async function findLosses(ops: readonly TraceOp[], images: number): Promise<string[]> {
  const losses: string[] = [];
  for (let at = 0; at < images; at += 1) {
    const random = seededRandom(SEED + at);
    const cut = Math.floor(random() * (ops.length + 1));
    const fate = FATES[at % FATES.length]!;
    const { files, said } = crashImage(ops, cut, fate, random);
    const dataDir = fs.mkdtempSync(path.join('/tmp', 'braindump-cut-'));
    for (const [file, content] of files) fs.writeFileSync(path.join(dataDir, path.basename(file)), content);
    const survivor = testCore({ dataDir });
    const problems = await problemsOf(survivor, parseAcknowledged(said));
    await survivor.core.close();
    fs.rmSync(dataDir, { recursive: true, force: true });
    if (problems.length > 0) losses.push(`image ${at}, ${fate} after ${cut} of ${ops.length}: ${problems[0]}`);
  }
  return losses;
}

describe.runIf(canTrace)('a power cut', () => {
  it(`loses nothing acknowledged in ${IMAGES} crash images`, { timeout: 60_000 + IMAGES * 2_000 }, async () => {
    const ops = await record('FULL');
    expect(ops.filter(({ op }) => op === 'said').length).toBeGreaterThanOrEqual(ROUNDS);
    expect(await findLosses(ops, IMAGES)).toEqual([]);
  });

  it('does lose with synchronous=NORMAL, so this harness would see a loss', { timeout: 180_000 }, async () => {
    const losses = await findLosses(await record('NORMAL'), 40);
    expect(losses.length).toBeGreaterThan(0);
  });
});
