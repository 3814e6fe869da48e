import type { Backup } from '#contract/system';
import type { Services } from '#main/features/feature';
import type { Clock } from '#main/ports/clock';
import { assertWhole } from '#db/store/backup';
import { BACKUPS_DIR, DATABASE_FILE } from '#db/store/open-store';
import fs from 'node:fs';
import path from 'node:path';

interface BackupsOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly worker: Services['worker'];
  /** Closes the database, runs `replace`, opens it again. */
  reopen(replace: () => void): void;
}

type Backups = Pick<Services['storage'], 'backups' | 'backUp' | 'restore'>;

/** Makes, lists and restores the backups of a data folder. */
export function createBackups({ dataDir, clock, worker, reopen }: BackupsOptions): Backups {
  const folder = path.join(dataDir, BACKUPS_DIR);
  return {
    backups: () => listBackups(dataDir),
    async backUp() {
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
      const stamp = new Date(clock.nowMs()).toISOString().slice(0, 19).replaceAll(':', '-');
      const name = `backup-${stamp}.db`;
      await worker.run('backUpFile', { from: path.join(dataDir, DATABASE_FILE), to: path.join(folder, name) });
      return describe(folder, name);
    },
    restore(name) {
      const backup = path.join(folder, path.basename(name));
      if (!fs.existsSync(backup)) return false;
      assertWhole(backup);
      reopen(() => replaceDatabase(path.join(dataDir, DATABASE_FILE), backup, clock.nowMs()));
      return true;
    },
  };
}

/** The backups of a data folder, newest first. */
export function listBackups(dataDir: string): Backup[] {
  const folder = path.join(dataDir, BACKUPS_DIR);
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.db'));
  return names.map((name) => describe(folder, name)).toSorted((one, other) => other.atMs - one.atMs);
}

function describe(folder: string, name: string): Backup {
  const { mtimeMs, size } = fs.statSync(path.join(folder, name));
  return { name, atMs: Math.round(mtimeMs), bytes: size };
}

/** The replaced file and its WAL are kept under another name: a restore can itself be taken back. */
function replaceDatabase(file: string, backup: string, nowMs: number): void {
  const incoming = `${file}.restoring`;
  fs.copyFileSync(backup, incoming);
  for (const suffix of ['', '-wal', '-shm'])
    if (fs.existsSync(file + suffix)) fs.renameSync(file + suffix, `${file}.replaced-${nowMs}${suffix}`);
  fs.renameSync(incoming, file);
}
