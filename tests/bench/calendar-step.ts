import { localClient } from '#main/core/bridge';
import { findChromium } from '#main/host-browser/chromium';
import { type Page, chromium } from '@playwright/test';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { startHost } from '../support/app.ts';
import { openQuietCore } from '../support/quiet-core.ts';
import { figuresOf, ms, ratio, report } from './figures.ts';

// Goal P8: a step of the month and the week against a step of a blank React page, from the key to the painted frame, in one
// Chromium and by turns. Frames come 16.7 ms apart, so that 1x means: in the very next one.

const ROUNDS = 6;
const STEPS = 12;
const SIZES = [2_000, 10_000];
const assets = path.resolve(import.meta.dirname, '../../dist/renderer/assets');

export async function benchCalendarStep(): Promise<void> {
  if (!fs.existsSync(assets)) throw new Error('Build first: npm run build');
  process.stdout.write(`Calendar step (key to painted frame; load ${os.loadavg()[0]!.toFixed(1)})\n`);
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium was found.');
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const blank = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await blank.setContent('<!doctype html><body></body>');
  await blank.addScriptTag({ content: await blankScript(), type: 'module' });
  await blank.locator('h1').waitFor();
  for (const size of SIZES)
    await benchSize(size, blank, await browser.newPage({ viewport: { width: 1440, height: 900 } }));
  await browser.close();
  const chunks = fs.readdirSync(assets).filter((name) => /^calendar-.*\.js$/u.test(name));
  const gzipped = chunks.map((name) => gzipSync(fs.readFileSync(path.join(assets, name))).length);
  const total = gzipped.reduce((sum, bytes) => sum + bytes, 0) / 1_024;
  report('calendar code (gzip, chunks of its name)', `${total.toFixed(1)} KB`, chunks.join(', '), 'aim 15 KB');
}

async function benchSize(events: number, blank: Page, page: Page): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'braindump-bench-'));
  const core = openQuietCore(dataDir);
  await localClient(core.services).calendar.importIcs({ content: Buffer.from(yearOf(events)).toString('base64') });
  await core.close();
  const { child, address } = await startHost(['--data-dir', dataDir]);
  await page.goto(address);
  await page.getByRole('navigation').first().waitFor();
  const samples = { blank: [] as number[], week: [] as number[], month: [] as number[] };
  let shown = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const before = await steps(blank);
    const own: Record<'week' | 'month', number[]> = { week: [], month: [] };
    for (const view of ['week', 'month'] as const) {
      await page.goto(new URL(`/calendar?view=${view}`, address).href);
      await page.locator('[data-key]:visible').first().waitFor();
      await page.waitForTimeout(600);
      own[view] = await steps(page);
      shown = Math.max(shown, await page.locator('[data-key]:visible').count());
    }
    // The first round warms everything up.
    if (round === 0) continue;
    samples.blank.push(...before);
    samples.week.push(...own.week);
    samples.month.push(...own.month);
  }
  const reference = figuresOf(samples.blank);
  report(`blank React page`, `${ms(reference.median)}, p95 ${ms(reference.p95)}`);
  for (const view of ['week', 'month'] as const) {
    const { median, p95, count } = figuresOf(samples[view]);
    report(
      `${view}, ${events} events a year, ${count} steps`,
      `${ms(median)}, p95 ${ms(p95)}`,
      `${ratio(median / reference.median)}, p95 ${ratio(p95 / reference.p95)} the blank page`,
      'aim 1.5x, p95 2x',
    );
  }
  report('most things in view at once', String(shown));
  await page.close();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  fs.rmSync(dataDir, { recursive: true, force: true });
}

/** Presses the key of a step and waits until its frame is painted. A person who steps quickly does so four times a second. */
async function steps(page: Page): Promise<number[]> {
  await page.bringToFront();
  return page.evaluate(async (count) => {
    const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
    /** A task after a frame's own: the frame is painted by then. */
    const painted = async (): Promise<void> => {
      await frame();
      const { port1, port2 } = new MessageChannel();
      await new Promise((resolve) => {
        port1.addEventListener('message', resolve, { once: true });
        port1.start();
        port2.postMessage(null);
      });
      port1.close();
    };
    const taken: number[] = [];
    for (let step = 0; step < count; step += 1) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      await painted();
      const startMs = performance.now();
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true, cancelable: true }),
      );
      await painted();
      taken.push(performance.now() - startMs);
    }
    return taken;
  }, STEPS);
}

async function blankScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, rollupOptions: { input: path.join(import.meta.dirname, 'blank-page.ts') } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk =
    first !== undefined && 'output' in first ? first.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('The blank page was not built.');
  return chunk.code;
}

/** A year round today with so many events, evenly over the waking hours, some of them all day. */
function yearOf(count: number): string {
  const startMs = Date.now() - 90 * 86_400_000;
  const stamp = (instantMs: number): string =>
    `${new Date(instantMs).toISOString().replace(/[-:]/gu, '').slice(0, 15)}Z`;
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Braindump//bench//EN'];
  for (let index = 0; index < count; index += 1) {
    const dayMs = startMs + Math.floor((index * 365) / count) * 86_400_000;
    const fromMs = dayMs - (dayMs % 86_400_000) + (7 + ((index * 37) % 13)) * 3_600_000 + ((index * 7) % 4) * 900_000;
    lines.push('BEGIN:VEVENT', `UID:bench-${index}`, `SUMMARY:Meeting ${index}`, `DTSTAMP:${stamp(startMs)}`);
    if (index % 20 === 0) lines.push(`DTSTART;VALUE=DATE:${stamp(dayMs).slice(0, 8)}`);
    else lines.push(`DTSTART:${stamp(fromMs)}`, `DTEND:${stamp(fromMs + (1 + (index % 4)) * 1_800_000)}`);
    lines.push('END:VEVENT');
  }
  return [...lines, 'END:VCALENDAR', ''].join('\r\n');
}
