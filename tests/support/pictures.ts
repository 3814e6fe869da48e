/**
 * Takes the README's pictures: the real screens of a demo profile, in both themes.
 *
 *     npm run pictures [-- today plan ...]
 *
 * Needs a build (`npm run build`) and a Chromium. The pictures are of today, at about ten in the morning: the program runs in
 * a time zone where it is that now.
 */
import { type Page, chromium } from '@playwright/test';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findChromium } from '#main/host-browser/chromium';
import { startHost } from './app.ts';

interface Picture {
  readonly name: string;
  readonly route: string;
  /** Brings the screen to what is worth seeing, and returns when it is there. */
  readonly arrange: (page: Page) => Promise<void>;
}

/** In the order they are taken: what one leaves behind, the next one shows. */
const pictures: readonly Picture[] = [
  {
    name: 'today',
    route: '/today',
    async arrange(page) {
      await page.getByText('Call with Priya').first().waitFor();
      await page.getByRole('button', { name: /note/ }).first().waitFor();
    },
  },
  { name: 'journal', route: '/journal', arrange: (page) => page.getByText('Ask Ana to lend us').waitFor() },
  {
    name: 'tasks',
    route: '/tasks?list=all',
    async arrange(page) {
      await page.getByText('Whale room script').click();
      await page.getByText('how heavy a heart can be').waitFor();
    },
  },
  {
    name: 'insights',
    route: '/insights',
    arrange: (page) => page.getByRole('list', { name: 'In short' }).waitFor(),
  },
  {
    name: 'calendar',
    route: '/calendar',
    arrange: (page) => page.getByText('Lunch with Ana').first().waitFor(),
  },
  {
    name: 'plan',
    route: '/calendar',
    async arrange(page) {
      await page.getByText('Lunch with Ana').first().waitFor();
      // Of a week that is nearly over there is little left to plan.
      if ([4, 5, 6, 0].includes(await page.evaluate(() => new Date().getDay()))) {
        await page.keyboard.press('ArrowRight');
        await page.getByText('Lift supplier').first().waitFor();
      }
      await page.keyboard.press('p');
      await page.getByRole('button', { name: /Accept/ }).waitFor();
    },
  },
  {
    name: 'capture',
    route: '/journal',
    async arrange(page) {
      await page.getByText('Ask Ana to lend us').waitFor();
      await page.keyboard.press('Control+Shift+Space');
      await page
        .getByRole('dialog', { name: 'Capture' })
        .getByRole('textbox')
        .fill(
          'lunch with Ana fri 1pm, pay rent 850 eur tomorrow, send the map by wed #museum, feeling calm about the pilot walk',
        );
      await page.getByRole('list', { name: 'Understood as' }).getByRole('listitem').nth(2).waitFor();
    },
  },
  {
    name: 'search',
    route: '/journal',
    async arrange(page) {
      await page.keyboard.press('Control+K');
      await page.keyboard.insertText('whale');
      await page
        .getByRole('option', { name: /whale room/i })
        .first()
        .waitFor();
    },
  },
  {
    name: 'focus',
    route: '/focus',
    async arrange(page) {
      const pause = page.getByRole('button', { name: 'Pause' }).first();
      const subject = page.getByRole('button', { name: /Whale room script/ }).first();
      await pause.or(subject).first().waitFor();
      if (!(await pause.isVisible())) await subject.click();
      await pause.waitFor();
      // A timer that has just begun shows nothing of its ring.
      await page.clock.setFixedTime(Date.now() + 438_000);
      await page
        .getByText(/^17:4\d$/)
        .first()
        .waitFor();
    },
  },
];

const THEMES = ['light', 'dark'] as const;
const SIZE = { width: 1440, height: 900 };
const MOST_BYTES = 300_000;
const HOUR = 10;

const folder = path.resolve(import.meta.dirname, '../../resources/pictures');

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge was found.');
  const timezoneId = zoneWhereItIs(HOUR);
  process.env['TZ'] = timezoneId;
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'braindump-pictures-'));
  const { child, address } = await startHost(['--demo', '--data-dir', dataDir]);
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const page = await browser.newPage({ viewport: SIZE, timezoneId, locale: 'en-GB', reducedMotion: 'reduce' });
    await page.goto(address);
    await page.getByRole('navigation').first().waitFor();
    fs.mkdirSync(folder, { recursive: true });
    for (const picture of pictures.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
      for (const theme of THEMES) await take(page, picture, theme, new URL(picture.route, address).href);
  } finally {
    await browser.close();
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

async function take(page: Page, { name, arrange }: Picture, theme: (typeof THEMES)[number], url: string) {
  await page.emulateMedia({ colorScheme: theme });
  await page.goto(url);
  await arrange(page);
  await page.evaluate(() => document.fonts.ready);
  const file = path.join(folder, `${name}-${theme}.png`);
  const picture = await page.screenshot({ path: file, caret: 'hide', animations: 'disabled' });
  if (picture.byteLength > MOST_BYTES)
    throw new Error(`${file} has ${picture.byteLength} bytes; the README stays light`);
  process.stdout.write(`${path.relative(process.cwd(), file)} ${Math.round(picture.byteLength / 1_000)} kB\n`);
}

function zoneWhereItIs(hour: number): string {
  const hourIn = (timeZone: string): number =>
    Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format());
  return Intl.supportedValuesOf('timeZone').find((zone) => hourIn(zone) === hour)!;
}

await main();
