import { defineConfig, type Project } from '@playwright/test';
import { findChromium } from './main/host-browser/chromium.ts';
import { findElectron } from './resources/scripts/electron-binary.mjs';

/** Which host the journeys run in, and with which program; the fixtures in tests/support read it. */
export interface HostOptions {
  readonly host: 'browser' | 'electron';
  /** Chromium or Electron. */
  readonly hostExecutable: string;
}

const NO_BROWSER = 'No Chromium, Chrome or Edge was found; set BRAINDUMP_CHROMIUM to one.';
/** Another port lets several checkouts run their journeys at once. */
const editorPort = Number(process.env['BRAINDUMP_EDITOR_PORT'] ?? 5199);
const EDITOR_PAGE = `http://127.0.0.1:${editorPort}`;

const isMain = process.env['TEST_WORKER_INDEX'] === undefined;

/** `npm test` has tried Electron already and passes on the outcome: a path, or nothing when it does not run here. */
function electronExecutable(): string | null {
  const tried = process.env['BRAINDUMP_ELECTRON'];
  if (tried !== undefined) return tried === '' ? null : tried;
  const found = findElectron();
  if (found === null && process.env['REQUIRE_ELECTRON'] === '1') {
    throw new Error('REQUIRE_ELECTRON is set and there is no Electron binary; run: npx install-electron');
  }
  if (found === null && isMain) process.stderr.write("*** No Electron binary: Electron's journeys are NOT run. ***\n");
  return found;
}

function projects(): Project<object, HostOptions>[] {
  const chromium = findChromium();
  // Told and not thrown: the check for unused code reads this file before `npm test` brings a browser.
  if (chromium === null && isMain) process.stderr.write(`${NO_BROWSER}\n`);
  const electron = electronExecutable();
  const launchOptions = {
    executablePath: chromium ?? NO_BROWSER,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  };
  // The writing surface alone, on a page of its own.
  const editor = {
    name: 'editor',
    testMatch: 'editor.spec.ts',
    use: { baseURL: EDITOR_PAGE, viewport: { width: 860, height: 900 }, launchOptions },
  };
  const journeys = { testIgnore: 'editor.spec.ts' };
  const inBrowser = {
    ...journeys,
    name: 'chromium',
    use: {
      host: 'browser',
      hostExecutable: chromium ?? NO_BROWSER,
      launchOptions,
      viewport: { width: 1440, height: 900 },
    },
  } as const;
  if (electron === null) return [editor, inBrowser];
  return [editor, inBrowser, { ...journeys, name: 'electron', use: { host: 'electron', hostExecutable: electron } }];
}

export default defineConfig<object, HostOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Two windows at once are what a small machine can paint without becoming the thing under test.
  workers: process.env['CI'] ? 1 : 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 120_000,
  globalTimeout: 30 * 60_000,
  expect: { timeout: 10_000 },
  use: { actionTimeout: 15_000, trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: projects(),
  webServer: {
    command: `vite --config tests/support/editor/vite.config.ts --port ${editorPort}`,
    url: EDITOR_PAGE,
    reuseExistingServer: false,
  },
});
