import Database from 'better-sqlite3';
import fs from 'node:fs';
import path from 'node:path';
import { StorageError } from './storage-error.ts';

/**
 * Writes a complete, compact copy of a live database by `VACUUM INTO`, checks it, makes it durable and only then gives it
 * its name: a backup that exists is whole.
 *
 * @throws StorageError `CORRUPT` when the copy does not pass its check; what the disk reports
 */
export function backUpTo(database: Pick<Database.Database, 'prepare'>, file: string): void {
  const part = `${file}.part`;
  fs.rmSync(part, { force: true });
  try {
    database.prepare('VACUUM INTO ?').run(part);
    assertWhole(part);
    syncFile(part);
    fs.renameSync(part, file);
    syncFolder(path.dirname(file));
  } catch (error) {
    fs.rmSync(part, { force: true });
    throw error;
  }
}

/** Reads every page of a database file. @throws StorageError `CORRUPT` */
export function assertWhole(file: string): void {
  const database = new Database(file, { readonly: true });
  try {
    assertNoFault(database);
  } finally {
    database.close();
  }
}

/** Reads every page of an open database. @throws StorageError `CORRUPT`, or what SQLite throws at the first page it can't read */
export function assertNoFault(database: Database.Database): void {
  const result = database.pragma('integrity_check(1)', { simple: true });
  if (result !== 'ok') throw new StorageError('CORRUPT', 'integrity_check');
}

function syncFile(file: string): void {
  const descriptor = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Makes a rename durable. Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
