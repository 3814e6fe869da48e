import { localClient } from '#main/core/bridge';
import { createCore } from '#main/core/create-core';
import { newId } from '#main/ledger/new-id';
import { stderrLog } from '#main/core/stderr-log';
import { systemClock } from '#main/core/system-clock';
import fs from 'node:fs';
import path from 'node:path';

// A child process that writes without end through the real core, and says on stdout, after each call has answered, what it
// wrote: `ack KIND ID MARK`. Whoever kills it holds the core to every line. Usage: writer.ts DATA_DIR [FULL|NORMAL] [ROUNDS]

const [dataDir, synchronous, rounds = 'Infinity'] = process.argv.slice(2);
if (!dataDir) throw new Error('usage: writer.ts DATA_DIR [NORMAL]');

const core = createCore({
  version: 'test',
  dataDir,
  isDemo: false,
  isVisit: false,
  migrationsDir: path.resolve(import.meta.dirname, '../../../db/migrations'),
  workerEntry: new URL('../../../main/core/worker.ts', import.meta.url),
  clock: systemClock,
  notifier: { show: async () => {} },
  desktop: {
    capabilities: {
      host: 'browser',
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
  log: stderrLog(true),
});
// The negative control: with NORMAL the same harness must find losses.
if (synchronous === 'NORMAL') core.services.ledger.read.sqlite.prepare('PRAGMA synchronous = NORMAL').run();

const client = localClient(core.services);
const acknowledge = (kind: string, id: string, mark: string): void =>
  void fs.writeSync(1, `ack ${kind} ${id} ${mark}\n`);

const day = core.services.today();
for (let round = 0; round < Number(rounds); round += 1) {
  const mark = `mark-${process.pid}-${round}`;
  const task = await client.tasks.create({ title: mark, notes: 'word '.repeat(round % 200), tags: ['crash'] });
  acknowledge('task', task.id, mark);
  await client.tasks.update({ ids: [task.id], change: { title: `${mark}-changed` } });
  acknowledge('task', task.id, `${mark}-changed`);

  const times = { startLocal: `${day}T09:00`, endLocal: `${day}T10:00` };
  const event = await client.calendar.createEvent({ title: mark, ...times });
  acknowledge('event', event.id, mark);

  // The writer of an entry chooses its id; a draft counts as much as a commit.
  const entryId = newId(Date.now());
  await client.journal.saveDraft({ id: entryId, day, body: mark });
  acknowledge('entry', entryId, mark);
  await client.journal.write({ id: entryId, day, body: `${mark}-changed` });
  acknowledge('entry', entryId, `${mark}-changed`);
}
// No farewell: what was said must hold without one.
process.kill(process.pid, 'SIGKILL');
