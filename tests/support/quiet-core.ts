import { type Core, createCore } from '#main/core/create-core';
import { stderrLog } from '#main/core/stderr-log';
import { systemClock } from '#main/core/system-clock';
import path from 'node:path';

/** A visit of the real core, with the machine's clock and a desktop that shows nothing. */
export function openQuietCore(dataDir: string): Core {
  return createCore({
    version: 'test',
    dataDir,
    isDemo: false,
    isVisit: true,
    migrationsDir: path.resolve(import.meta.dirname, '../../db/migrations'),
    workerEntry: new URL('../../main/core/worker.ts', import.meta.url),
    clock: systemClock,
    notifier: { show: async () => {} },
    desktop: {
      capabilities: {
        host: 'command-line',
        tray: 'none',
        globalHotkey: 'none',
        notifications: 'none',
        windowControls: 'none',
      },
      showWindow: () => {},
      showTray: () => {},
      openLink: async () => {},
      openFile: async () => {},
    },
    log: stderrLog(false),
  });
}
