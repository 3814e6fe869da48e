/**
 * Draws every icon file from the drawings in resources/icons: `node resources/scripts/run.mjs
 * resources/scripts/draw-icons.mjs`. The files are committed, so only who changes a drawing needs this.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { packIcns, packIco } from './icon-files.mjs';
import { inProject, say } from './project.mjs';
import { findBrowser } from './system-packages.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** Windows and Linux icons fill their square; only macOS wants the margin the drawing has. */
const withoutMargin = '88 88 848 848';
const withMargin = '0 0 1024 1024';

/**
 * @param {Page} page
 * @param {string} svg
 * @param {number} size in pixels
 * @param {string} viewBox
 * @returns {Promise<Buffer>} a PNG
 */
async function draw(page, svg, size, viewBox) {
  const sized = svg.replace(/viewBox="[^"]*"/u, `width="${size}" height="${size}" viewBox="${viewBox}"`);
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block}</style>${sized}`);
  return page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
}

/** @param {Page} page */
async function drawAll(page) {
  const large = readFileSync(inProject('resources', 'icons', 'icon.svg'), 'utf8');
  const small = readFileSync(inProject('resources', 'icons', 'icon-small.svg'), 'utf8');
  /** @param {number} size @param {string} viewBox */
  const app = async (size, viewBox) => ({
    size,
    png: size <= 32 ? await draw(page, small, size, '0 0 32 32') : await draw(page, large, size, viewBox),
  });

  mkdirSync(inProject('resources', 'icons', 'png'), { recursive: true });
  const plain = [];
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) plain.push(await app(size, withoutMargin));
  for (const { size, png } of plain) writeFileSync(inProject('resources', 'icons', 'png', `${size}x${size}.png`), png);
  writeFileSync(inProject('resources', 'icons', 'icon.ico'), packIco(plain.filter(({ size }) => size <= 256)));

  const mac = [];
  for (const size of [16, 32, 64, 128, 256, 512, 1024]) mac.push(await app(size, withMargin));
  writeFileSync(inProject('resources', 'icons', 'icon.icns'), packIcns(mac));

  for (const state of ['idle', 'running', 'paused']) {
    const svg = readFileSync(inProject('resources', 'icons', 'tray', `${state}.svg`), 'utf8');
    // The name ending in Template is how macOS knows that it may colour the image.
    for (const [suffix, size] of /** @type {const} */ ([
      ['', 16],
      ['@2x', 32],
    ])) {
      const path = inProject('resources', 'icons', 'tray', `${state}Template${suffix}.png`);
      writeFileSync(path, await draw(page, svg, size, '0 0 16 16'));
    }
  }
}

const executablePath = await findBrowser(process.execPath);
if (executablePath === null) throw new Error('Drawing needs a Chromium; set BRAINDUMP_CHROMIUM to one.');
const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
try {
  await drawAll(await browser.newPage());
  say('Drew the icons.');
} finally {
  await browser.close();
}
