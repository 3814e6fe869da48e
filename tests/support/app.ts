import { localClient } from '#main/core/bridge';
import { tellInstance } from '#main/core/instance';
import { AxeBuilder } from '@axe-core/playwright';
import {
  type BrowserContext,
  type ElectronApplication,
  type Page,
  _electron,
  test as base,
  expect,
} from '@playwright/test';
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { HostOptions } from '../../playwright.config.ts';
import { openQuietCore } from './quiet-core.ts';
import { electronArguments } from '../../resources/scripts/electron-binary.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** The running program and its window, the same for both hosts. */
export interface App {
  readonly page: Page;
  readonly dataDir: string;
  /**
   * Ends the whole program and starts it again on the same data.
   *
   * @param meanwhile done to the data while nothing has it open
   */
  restart(how?: 'SIGTERM' | 'SIGKILL', meanwhile?: () => void): Promise<void>;
  /** Ends the core at once, as a crash does. In the browser the window stays. */
  kill(): Promise<void>;
  /** Works on the same data as another process does; the window is told and shows it. */
  elsewhere<T>(work: (client: ReturnType<typeof localClient>) => Promise<T>): Promise<T>;
  /** Runs the command line on the same data. @returns stdout */
  cli(...args: string[]): Promise<string>;
  /** Fails with every violation axe finds on what is shown. */
  expectAccessible(): Promise<void>;
}

interface RunningHost {
  readonly page: Page;
  kill(): Promise<void>;
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Set by a spec that needs a certain profile: `test.use({ hostArgs: ['--demo'] })`. */
interface AppFixtures extends HostOptions {
  readonly hostArgs: readonly string[];
  /** Errors in the window that belong to what is tested: `[/WebSocket/]` where the core dies. */
  readonly expectedProblems: readonly RegExp[];
  readonly app: App;
}

export const test = base.extend<AppFixtures>({
  host: ['browser', { option: true }],
  hostExecutable: ['', { option: true }],
  hostArgs: [[], { option: true }],
  expectedProblems: [[], { option: true }],
  app: async ({ host, hostExecutable, hostArgs, expectedProblems, context }, use, testInfo) => {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'braindump-e2e-'));
    const args = ['--data-dir', dataDir, ...hostArgs];
    const problems: string[] = [];
    const note = (problem: string): void => {
      if (!expectedProblems.some((expected) => expected.test(problem))) problems.push(problem);
    };
    const start = async (): Promise<RunningHost> => {
      const running =
        host === 'electron' ? await startElectron(hostExecutable, args) : await startInBrowser(args, context);
      running.page.on('pageerror', (error) => note(String(error)));
      running.page.on('console', (message) => {
        if (message.type() === 'error') note(message.text());
      });
      return running;
    };
    let running = await start();
    await use({
      get page() {
        return running.page;
      },
      dataDir,
      async restart(how = 'SIGTERM', meanwhile) {
        await running.stop(how);
        meanwhile?.();
        running = await start();
      },
      kill: () => running.kill(),
      async elsewhere(work) {
        const core = openQuietCore(dataDir);
        try {
          return await work(localClient(core.services));
        } finally {
          await core.close();
          await tellInstance(dataDir, 'changed');
        }
      },
      cli: (...cliArgs) => runCli([...cliArgs, '--data-dir', dataDir]),
      async expectAccessible() {
        const { violations } = await new AxeBuilder({ page: running.page }).analyze();
        const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
        // Soft: the other screens of a journey are looked at all the same.
        expect.soft(told, `accessibility of ${running.page.url()}`).toEqual([]);
      },
    });
    await running.stop('SIGTERM');
    fs.rmSync(dataDir, { recursive: true, force: true });
    if (testInfo.status === testInfo.expectedStatus) expect(problems, 'errors in the window').toEqual([]);
  },
});

export { expect };

/** The host as a server without a window of its own; Playwright's Chromium opens the address it prints. */
async function startInBrowser(args: readonly string[], context: BrowserContext): Promise<RunningHost> {
  const { child, address } = await startHost(args);
  const page = await context.newPage();
  await page.goto(address);
  return {
    page,
    kill: () => ended(child, 'SIGKILL'),
    async stop(signal) {
      await page.close();
      await ended(child, signal);
    },
  };
}

/** Starts `dist/main/browser.js` and waits for the address it prints. */
export async function startHost(args: readonly string[]): Promise<{ child: ChildProcess; address: string }> {
  const entry = path.join(root, 'dist/main/browser.js');
  const child = spawn(process.execPath, [entry, '--no-window', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(output);
      if (found) resolve(found[0]);
    });
    child.on('exit', (code) => reject(new Error(`the host ended with ${code}: ${output}`)));
  });
  return { child, address };
}

async function startElectron(executablePath: string, args: readonly string[]): Promise<RunningHost> {
  const application: ElectronApplication = await _electron.launch({
    executablePath,
    args: [...electronArguments(), path.join(root, 'dist/main/electron.js'), ...args],
  });
  const page = await application.firstWindow();
  return {
    page,
    kill: () => ended(application.process(), 'SIGKILL'),
    stop: (signal) => (signal === 'SIGKILL' ? ended(application.process(), signal) : application.close()),
  };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await closed;
}

async function runCli(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [path.join(root, 'dist/main/cli.js'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the command line ended with ${code}`);
  return output;
}
