import { type Core, createCore } from '#main/core/create-core';
import { stderrLog } from '#main/core/stderr-log';
import { systemClock } from '#main/core/system-clock';
import type { Clock } from '#main/ports/clock';
import path from 'node:path';

/** A visit of the real core, with the machine's clock unless told, and a desktop that shows nothing. */
export function openQuietCore(dataDir: string, clock: Clock = systemClock): Core {
  return createCore({
    version: 'test',
    dataDir,
    isDemo: false,
    isVisit: true,
    migrationsDir: path.resolve(import.meta.dirname, '../../db/migrations'),
    workerEntry: new URL('../../main/core/worker.ts', import.meta.url),
    clock,
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
