import type { Backup } from '#contract/system';
import { type IndexState, indexState } from '#db/queries/index-state';
import { inspectStore } from '#db/store/inspect-store';
import { isWritable } from '#db/store/is-writable';
import type { SchemaState } from '#db/store/migrate';
import { DATABASE_FILE } from '#db/store/open-store';
import { StorageError, type StorageReason } from '#db/store/storage-error';
import { verifyChain } from '#main/ledger/commit-hash';
import fs from 'node:fs';
import path from 'node:path';
import { listBackups } from './backups.ts';
import { type AttachmentsExamination, examineAttachments } from './examine-attachments.ts';

/** What was seen of a data folder. */
export interface Examination {
  readonly folder: {
    readonly isWritable: boolean;
    /** Whether other users of the machine are kept out. */
    readonly isPrivate: boolean;
    /** What the disk has left for this user. */
    readonly freeBytes: number;
  };
  /** Null when there is none yet. */
  readonly file: FileExamination | null;
  /** Newest first. */
  readonly backups: readonly Backup[];
}

/** What was seen of a data file. */
export type FileExamination =
  /** Also a damaged one, another program's and a newer Braindump's. */
  | { readonly state: 'unreadable'; readonly reason: StorageReason; readonly code: string }
  | { readonly state: 'empty' }
  | {
      readonly state: 'whole';
      readonly schema: SchemaState;
      readonly chain: ReturnType<typeof verifyChain>;
      /** Null until an older file is brought up to date. */
      readonly index: IndexState | null;
      /** Null as long. */
      readonly attachments: AttachmentsExamination | null;
    };

/**
 * Looks at a data folder and changes nothing in it; a window may be open on it meanwhile.
 *
 * @returns null when there is no such folder
 */
export function examine(dataDir: string, migrationsDir: string): Examination | null {
  if (!fs.existsSync(dataDir)) return null;
  const { bavail, bsize } = fs.statfsSync(dataDir);
  return {
    folder: { isWritable: isWritable(dataDir), isPrivate: isPrivate(dataDir), freeBytes: bavail * bsize },
    file: fs.existsSync(path.join(dataDir, DATABASE_FILE)) ? examineFile(dataDir, migrationsDir) : null,
    backups: listBackups(dataDir),
  };
}

function examineFile(dataDir: string, migrationsDir: string): FileExamination {
  try {
    return inspectStore({ dataDir, migrationsDir }, (store) => {
      const schema = store.schema();
      if (schema.version === 0) return { state: 'empty' };
      store.assertNoFault();
      return {
        state: 'whole',
        schema,
        chain: verifyChain(store.read),
        index: schema.version < schema.shipped ? null : indexState(store.read),
        attachments: schema.version < schema.shipped ? null : examineAttachments(dataDir, store.read),
      };
    });
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    return { state: 'unreadable', reason: error.reason, code: error.code };
  }
}

/** Windows keeps no such bits; there a profile folder is its owner's. */
function isPrivate(folder: string): boolean {
  return process.platform === 'win32' || (fs.statSync(folder).mode & 0o077) === 0;
}
