/**
 * Takes pictures of all parts and asks axe about them.
 *
 *   node tests/support/gallery/check.ts OUT_DIR [SCENE...]
 *
 * Light and dark, narrow and wide, each floating part opened. Exits 1 on any violation or message in the console (a
 * refused style or script would be one).
 */
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build, preview } from 'vite';

const outDir = path.resolve(process.argv[2] ?? 'gallery-pictures');
mkdirSync(outDir, { recursive: true });
const configFile = path.join(import.meta.dirname, 'vite.config.ts');

interface Scene {
  readonly name: string;
  readonly query?: string;
  readonly open: (page: Page) => Promise<void>;
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

const scenes: readonly Scene[] = [
  { name: 'parts', open: async () => undefined },
  { name: 'empty', query: '&empty', open: async () => undefined },
  { name: 'bottom', open: (page) => page.getByText('Thursday 12 November').scrollIntoViewIfNeeded() },
  {
    name: 'palette',
    open: async (page) => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByPlaceholder('Search or do anything').fill('plan');
    },
  },
  {
    name: 'palette-empty',
    open: async (page) => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByPlaceholder('Search or do anything').fill('zzz');
    },
  },
  { name: 'keys', open: (page) => page.keyboard.press('?') },
  { name: 'tooltip', open: (page) => page.getByRole('button', { name: 'Day before' }).hover() },
  { name: 'rail-tooltip', open: (page) => page.getByRole('link', { name: 'Today' }).hover() },
  { name: 'menu', open: (page) => page.getByRole('button', { name: 'More' }).click() },
  { name: 'select', open: (page) => page.getByRole('combobox', { name: 'Priority' }).click() },
  { name: 'month', open: (page) => page.getByRole('button', { name: 'Pick a day' }).click() },
  { name: 'popover', open: (page) => page.getByRole('button', { name: 'Popover' }).click() },
  { name: 'dialog', open: (page) => page.getByRole('button', { name: 'Dialog' }).click() },
  { name: 'question', open: (page) => page.getByRole('button', { name: 'Question' }).click() },
  {
    name: 'toasts',
    open: async (page) => {
      await press(page, 'Toast');
      await press(page, 'Alert toast');
    },
  },
];

const names = process.argv.slice(3);
const wanted = names.length === 0 ? scenes : scenes.filter((scene) => names.includes(scene.name));

await build({ configFile, logLevel: 'warn' });
const server = await preview({ configFile, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'warn' });
const address = server.resolvedUrls?.local[0];
if (address === undefined) throw new Error('The gallery is not served.');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const problems: string[] = [];

for (const theme of ['light', 'dark'] as const) {
  for (const width of [900, 1600]) {
    for (const scene of wanted) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        reducedMotion: 'reduce',
        locale: 'en-GB',
      });
      const page = await context.newPage();
      page.on('console', (message) => problems.push(`${scene.name} ${theme} ${width}: ${message.text()}`));
      page.on('pageerror', (error) => problems.push(`${scene.name} ${theme} ${width}: ${error.message}`));
      await page.goto(`${address}?theme=${theme}${scene.query ?? ''}`);
      await page.getByRole('heading', { name: 'Parts' }).waitFor();
      await scene.open(page);
      // A skeleton appears after 300 ms, a tooltip after 500: the picture waits for both.
      await page.waitForTimeout(650);
      await page.screenshot({ path: path.join(outDir, `${scene.name}-${theme}-${width}.png`) });
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const violation of violations) {
        for (const node of violation.nodes) {
          problems.push(
            `${scene.name} ${theme} ${width}: ${violation.id} ${node.target.join(' ')} ${node.failureSummary ?? ''}`,
          );
        }
      }
      await context.close();
    }
  }
}

await browser.close();
await server.close();
process.stdout.write(problems.length === 0 ? 'No violations.\n' : `${problems.join('\n')}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
