import { accessSync, constants, existsSync, readdirSync, statSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { countText, sizeText } from '../print.ts';
import { type Finding, bad, good, note } from './finding.ts';

/** Below this a day's work, its backup and SQLite's own room may not fit. */
const LOW_BYTES = 200_000_000;

/** The data folder: is it there, may it be written, who else may read it. */
export function examineFolder(dataDir: string, platform: NodeJS.Platform = process.platform): Finding {
  if (!isWritable(dataDir))
    return bad('folder', `${dataDir} can't be written: everything can be read, nothing changed.`);
  // Windows keeps no such bits; there a profile folder is its owner's.
  const isOpen = platform !== 'win32' && (statSync(dataDir).mode & 0o077) !== 0;
  return isOpen
    ? note('folder', `${dataDir} can be read by other users of this machine. To close it: chmod 700`)
    : good('folder', `${dataDir}, yours alone.`);
}

/** How much room the disk of the data folder has left. */
export function examineDisk(dataDir: string): Finding {
  const { bavail, bsize } = statfsSync(dataDir);
  const words = `${sizeText(bavail * bsize)} free.`;
  return bavail * bsize < LOW_BYTES
    ? bad('disk', `Only ${words} Make some room before you go on writing.`)
    : good('disk', words);
}

/** The backups of a data folder. */
export function examineBackups(dataDir: string): Finding {
  const folder = path.join(dataDir, 'backups');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.db')) : [];
  const newestMs = Math.max(...files.map((name) => statSync(path.join(folder, name)).mtimeMs));
  return files.length === 0
    ? note('backups', 'There is none yet. To write one: braindump backup')
    : good(
        'backups',
        `${countText(files.length, 'backup')}, the newest of ${new Date(newestMs).toISOString().slice(0, 10)}.`,
      );
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
