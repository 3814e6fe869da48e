import { backUpTo } from '#db/store/backup';
import Database from 'better-sqlite3';

/** Copies a live database through a connection of its own. */
export function backUpFile({ from, to }: { from: string; to: string }): void {
  const database = new Database(from, { readonly: true });
  try {
    backUpTo(database, to);
  } finally {
    database.close();
  }
}
