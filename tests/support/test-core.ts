import { localClient } from '#main/core/bridge';
import { type Core, type CoreOptions, createCore } from '#main/core/create-core';
import type { TrayState } from '#main/ports/desktop';
import type { Notice } from '#main/ports/notifier';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { FakeClock } from './fake-clock.ts';

export const migrationsDir = path.resolve(import.meta.dirname, '../../db/migrations');
export const workerEntry = new URL('../../main/core/worker.ts', import.meta.url);

export interface TestCore {
  readonly core: Core;
  readonly client: ReturnType<typeof localClient>;
  readonly clock: FakeClock;
  readonly dataDir: string;
  readonly notices: Notice[];
  readonly trays: TrayState[];
  readonly links: string[];
  /** Files the system was asked to open. */
  readonly files: string[];
  /** What was logged; must never hold the user's text. */
  readonly logged: string[];
  /** Ends the program as a quit does and starts it again on the same data. */
  restart(): Promise<TestCore>;
}

interface TestCoreOptions {
  readonly clock?: FakeClock;
  readonly dataDir?: string;
  readonly isVisit?: boolean;
  /** Thrown by the notifier while it returns an error. */
  readonly notifierFails?: () => Error | null;
}

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'braindump-test-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The same in memory where the system has such a place: for what kills programs, not power, and writes all day long. */
export function folderInMemory(): string {
  const base = fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();
  const folder = fs.mkdtempSync(path.join(base, 'braindump-test-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The real core on a real database in a folder of its own; only the clock and the desktop are played. */
export function testCore(options: TestCoreOptions = {}): TestCore {
  const clock = options.clock ?? new FakeClock('2026-11-21T09:00:00Z');
  const dataDir = options.dataDir ?? temporaryFolder();
  const notices: Notice[] = [];
  const trays: TrayState[] = [];
  const links: string[] = [];
  const files: string[] = [];
  const logged: string[] = [];
  const coreOptions: CoreOptions = {
    version: 'test',
    dataDir,
    isDemo: false,
    isVisit: options.isVisit ?? false,
    migrationsDir,
    workerEntry,
    clock,
    locale: 'en-US',
    notifier: {
      async show(notice) {
        const failure = options.notifierFails?.() ?? null;
        if (failure) throw failure;
        notices.push(notice);
      },
    },
    desktop: {
      capabilities: {
        host: 'browser',
        tray: 'full',
        globalHotkey: 'none',
        notifications: 'full',
        windowControls: 'none',
      },
      showWindow: () => {},
      showTray: (state) => void trays.push(state),
      openLink: async (url) => void links.push(url),
      openFile: async (file) => void files.push(file),
    },
    log: {
      info: (message) => void logged.push(message),
      error: (message, error) => void logged.push(`${message} ${String(error)}`),
    },
  };
  const core = createCore(coreOptions);
  onTestFinished(() => core.close());
  return {
    core,
    client: localClient(core.services),
    clock,
    dataDir,
    notices,
    trays,
    links,
    files,
    logged,
    async restart() {
      await core.close();
      return testCore({ ...options, clock, dataDir });
    },
  };
}
