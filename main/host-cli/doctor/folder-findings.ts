import type { Examination } from '#main/core/examine';
import { countText, sizeText } from '../print.ts';
import { type Finding, bad, good, note } from './finding.ts';

/** Below this a day's work, its backup and SQLite's own room may not fit. */
const LOW_BYTES = 200_000_000;

/** What the doctor says of a data folder and its disk. */
export function folderFindings(
  dataDir: string,
  { isWritable, isPrivate, freeBytes }: Examination['folder'],
): Finding[] {
  const free = `${sizeText(freeBytes)} free.`;
  return [
    !isWritable
      ? bad('folder', `${dataDir} can't be written: everything can be read, nothing changed.`)
      : isPrivate
        ? good('folder', `${dataDir}, yours alone.`)
        : note('folder', `${dataDir} can be read by other users of this machine. To close it: chmod 700`),
    freeBytes < LOW_BYTES ? bad('disk', `Only ${free} Make some room before you go on writing.`) : good('disk', free),
  ];
}

/** What the doctor says of the backups. */
export function backupsFinding([newest, ...older]: Examination['backups']): Finding {
  return newest
    ? good(
        'backups',
        `${countText(older.length + 1, 'backup')}, the newest of ${new Date(newest.atMs).toISOString().slice(0, 10)}.`,
      )
    : note('backups', 'There is none yet. To write one: braindump backup');
}
