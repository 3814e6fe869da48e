import { existsSync } from 'node:fs';

import { defineConfig } from '@playwright/test';

const systemChromium = '/usr/bin/chromium';

/** Runs the writing surface alone, without the app: `playwright test -c tests/support/editor/playwright.config.ts`. */
export default defineConfig({
  testDir: '../../e2e',
  testMatch: 'editor.spec.ts',
  outputDir: '../../../test-results/editor',
  workers: 1,
  use: {
    baseURL: 'http://127.0.0.1:5199',
    viewport: { width: 860, height: 900 },
    launchOptions: {
      args: ['--no-sandbox'],
      ...(existsSync(systemChromium) && { executablePath: systemChromium }),
    },
  },
  webServer: {
    command: 'vite --config tests/support/editor/vite.config.ts',
    cwd: '../../..',
    url: 'http://127.0.0.1:5199/',
    reuseExistingServer: false,
  },
});
