import { backUpTo } from '#db/store/backup';
import Database from 'better-sqlite3';
import { copyAttachments } from '../attachment-files.ts';

interface BackUp {
  /** The live database and where its copy goes. */
  readonly from: string;
  readonly to: string;
  /** The folders of the kept files: the live one, and the one that all backups share. */
  readonly attachments: { readonly from: string; readonly to: string };
}

/**
 * Copies a live database through a connection of its own, and before it the files its texts link to: a backup that exists has
 * all of them. A file is named by its contents and never changes, so all backups share one copy of it.
 */
export function backUpFile({ from, to, attachments }: BackUp): void {
  copyAttachments(attachments.from, attachments.to, () => {});
  const database = new Database(from, { readonly: true });
  try {
    backUpTo(database, to);
  } finally {
    database.close();
  }
}
