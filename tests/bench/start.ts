import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generatedProfile } from '../support/generate/generated-profile.ts';
import { figuresOf, ms, ratio, report, timed } from './figures.ts';

// Goal P1 (the host process to store open and first list) and memory at rest, over the built program.

const ROUNDS = 15;
const dist = path.resolve(import.meta.dirname, '../../dist/main');

const run = (...args: string[]): void => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
};

export async function benchStart(): Promise<void> {
  if (!fs.existsSync(path.join(dist, 'cli.js'))) throw new Error('Build first: npm run build');
  const empty = fs.mkdtempSync(path.join(os.tmpdir(), 'braindump-bench-'));
  const full = generatedProfile(100_000);
  const list = (dataDir: string): void =>
    run(path.join(dist, 'cli.js'), 'tasks', '--list', 'inbox', '--data-dir', dataDir);
  const samples = { node: [] as number[], empty: [] as number[], full: [] as number[] };
  list(empty);
  list(full);
  for (let round = 0; round < ROUNDS; round += 1) {
    samples.node.push(timed(() => run('-e', '0')));
    samples.empty.push(timed(() => list(empty)));
    samples.full.push(timed(() => list(full)));
  }
  const [node, small, large] = [samples.node, samples.empty, samples.full].map(figuresOf);
  process.stdout.write('Start (a whole process: program loaded, store open, first list printed, store closed)\n');
  report('node -e 0', ms(node!.median));
  report('an empty profile', ms(small!.median), `${ratio(small!.median / node!.median)} node -e 0`);
  report(
    '100k entries, 10k tasks, 10k events',
    ms(large!.median),
    `${ratio(large!.median / node!.median)} node -e 0, ${ratio(large!.median / small!.median)} empty`,
    'aim 1.6x, 1.05x',
  );
  await benchMemory(full);
  fs.rmSync(empty, { recursive: true, force: true });
}

/** Proportional set size where the system tells it (Linux), of the host with its window hidden. */
async function benchMemory(dataDir: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const bare = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e9)'], { stdio: 'ignore' });
  const host = spawn(process.execPath, [path.join(dist, 'browser.js'), '--no-window', '--data-dir', dataDir], {
    stdio: 'ignore',
  });
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  const [bareMb, hostMb] = [bare, host].map(({ pid }) => pssMb(pid!));
  const before = cpuTicks(host.pid!);
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  const ticks = cpuTicks(host.pid!) - before;
  process.stdout.write('At rest (host process, 100k entries, no window)\n');
  report(
    'memory (PSS)',
    `${hostMb!.toFixed(0)} MB`,
    `${ratio(hostMb! / bareMb!)} a bare node of ${bareMb!.toFixed(0)} MB`,
  );
  report('processor time in 10 s', `${(ticks * 10).toFixed(0)} ms`);
  for (const child of [bare, host]) {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  }
}

function pssMb(pid: number): number {
  const text = fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1]) / 1_024;
}

/** User and system time in clock ticks of 10 ms. */
function cpuTicks(pid: number): number {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
