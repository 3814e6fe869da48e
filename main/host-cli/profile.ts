import { localClient } from '#main/core/bridge';
import { createCore } from '#main/core/create-core';
import { fillDemo } from '#main/core/demo';
import { tellInstance } from '#main/core/instance';
import { stderrLog } from '#main/core/stderr-log';
import { systemClock } from '#main/core/system-clock';
import type { Program } from './command.ts';
import { type ProfileChoice, folderOf } from './profile-options.ts';

/** The contract, called within this process. */
export type Client = ReturnType<typeof localClient>;

const noLog = { info: () => {}, error: () => {} };

/**
 * Opens the data, does `work` with it, and lets a window that is open on the same data know: what follows outside the
 * database is that window's to do.
 *
 * @throws whatever `work` throws; a failure of the storage as the refusal of the first call
 */
export async function withProfile<T>(
  program: Program,
  choice: ProfileChoice,
  work: (client: Client, dataDir: string) => Promise<T>,
): Promise<T> {
  const dataDir = folderOf(choice);
  const core = createCore({
    version: program.version,
    dataDir,
    isDemo: choice.demo,
    isVisit: true,
    migrationsDir: program.migrationsDir,
    workerEntry: program.workerEntry,
    clock: systemClock,
    notifier: {
      show: () => Promise.reject(new Error('the command line has no notifications')),
    },
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
      openLink: () => Promise.reject(new Error('the command line opens no links')),
      openFile: () => Promise.reject(new Error('the command line opens no files')),
    },
    log: process.env['BRAINDUMP_VERBOSE'] === undefined ? noLog : stderrLog(true),
  });
  let hasWritten = false;
  try {
    const stop = watchCommits(core.services, () => (hasWritten = true));
    if (choice.demo) await fillDemo(core.services);
    const result = await work(localClient(core.services), dataDir);
    stop();
    return result;
  } finally {
    await core.close();
    if (hasWritten) await tellInstance(dataDir, 'changed');
  }
}

/** Calls `heard` at each commit; a database that can't be opened makes none. */
function watchCommits(services: ReturnType<typeof createCore>['services'], heard: () => void): () => void {
  return services.storage.status().storage.state === 'failed' ? () => {} : services.ledger.subscribe(heard);
}
