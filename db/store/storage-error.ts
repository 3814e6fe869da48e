/**
 * Why the storage could not do what was asked.
 *
 * - `FULL` no room left on the disk
 * - `READ_ONLY` the data folder can't be written
 * - `CORRUPT` the file is damaged or is no database
 * - `NEWER` a newer Braindump wrote it
 * - `FOREIGN` a database of another program
 * - `BUSY` another process held it too long
 * - `FAILED` anything else the disk or SQLite reported
 */
export type StorageReason = 'FULL' | 'READ_ONLY' | 'CORRUPT' | 'NEWER' | 'FOREIGN' | 'BUSY' | 'FAILED';

/** The one shape in which storage failures leave this room. Its message never holds the user's text. */
export class StorageError extends Error {
  readonly reason: StorageReason;
  /** SQLite's or the system's own code, for the log. */
  readonly code: string;

  constructor(reason: StorageReason, code: string, options?: { cause?: unknown }) {
    super(`storage: ${reason} (${code})`, options);
    this.name = 'StorageError';
    this.reason = reason;
    this.code = code;
  }
}

const BY_CODE: readonly (readonly [RegExp, StorageReason])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'FULL'],
  [/^(SQLITE_READONLY|SQLITE_CANTOPEN|EROFS|EACCES|EPERM)/, 'READ_ONLY'],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB)/, 'CORRUPT'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED)/, 'BUSY'],
  [/^(SQLITE_IOERR|SQLITE_NOMEM|SQLITE_TOOBIG|EIO|EMFILE|ENFILE)/, 'FAILED'],
];

/**
 * Classifies what SQLite or the file system threw.
 *
 * @returns the storage error, or null when the failure has another cause (a bug, a constraint, a refusal)
 */
export function asStorageError(error: unknown): StorageError | null {
  if (error instanceof StorageError) return error;
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const code = error.code;
  const found = BY_CODE.find(([pattern]) => pattern.test(code));
  return found ? new StorageError(found[1], code, { cause: error }) : null;
}
