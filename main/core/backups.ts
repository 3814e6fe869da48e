import type { Backup } from '#contract/system';
import type { Services } from '#main/features/feature';
import type { Clock } from '#main/ports/clock';
import { assertWhole } from '#db/store/backup';
import { ATTACHMENTS_DIR, BACKUPS_DIR, DATABASE_FILE } from '#db/store/open-store';
import fs from 'node:fs';
import path from 'node:path';
import { copyAttachments } from './attachment-files.ts';

interface BackupsOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly worker: Services['worker'];
  /** Closes the database, runs `replace`, opens it again. */
  reopen(replace: () => void): void;
}

type Backups = Pick<Services['storage'], 'backups' | 'backUp' | 'restore'>;

/**
 * Makes, lists and restores the backups of a data folder. A backup is a data file and, in the folder beside it that all of them
 * share, the files its texts link to: `backups/` alone is enough to bring everything back.
 */
export function createBackups({ dataDir, clock, worker, reopen }: BackupsOptions): Backups {
  const folder = path.join(dataDir, BACKUPS_DIR);
  return {
    backups: () => listBackups(dataDir),
    async backUp() {
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
      const stamp = new Date(clock.nowMs()).toISOString().slice(0, 19).replaceAll(':', '-');
      const name = `backup-${stamp}.db`;
      await worker.run('backUpFile', {
        from: path.join(dataDir, DATABASE_FILE),
        to: path.join(folder, name),
        attachments: { from: path.join(dataDir, ATTACHMENTS_DIR), to: path.join(folder, ATTACHMENTS_DIR) },
      });
      return describe(folder, name);
    },
    restore(name) {
      const backup = path.join(folder, path.basename(name));
      if (!fs.existsSync(backup)) return false;
      assertWhole(backup);
      const nowMs = clock.nowMs();
      // Files first: they only add to what is there, and the data file must not come back without them.
      copyAttachments(path.join(folder, ATTACHMENTS_DIR), path.join(dataDir, ATTACHMENTS_DIR), (file) =>
        fs.renameSync(file, `${file}.replaced-${nowMs}`),
      );
      reopen(() => replaceDatabase(path.join(dataDir, DATABASE_FILE), backup, nowMs));
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
