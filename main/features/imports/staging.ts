import fs from 'node:fs';
import path from 'node:path';
import { MAX_IMPORT_FILES } from '#contract/imports';
import { Refusal } from '../refusal.ts';
import { STAGED_BYTES, STAGED_INDEX, type StagedFile } from './source.ts';

const STAGING_DIR = 'importing';
/** What is handed over at once; the disk has to hold it twice for a moment. */
const MAX_STAGED_BYTES = 8 * 1024 * 1024 * 1024;

/** Files handed over for one import: their bytes one after another in one file, readable by its owner only. */
export interface Staging {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  add(files: readonly Piece[], data: Uint8Array): void;
  /** Writes the list of the files down for those who read them. */
  seal(): void;
  remove(): void;
}

/** A file, or a part of one that the next call's first piece continues. */
export interface Piece {
  readonly path: string;
  readonly modifiedMs: number;
  readonly bytes: number;
  readonly isPart: boolean;
}

/** Removes what a crash left behind. */
export function sweepStaging(dataDir: string): void {
  fs.rmSync(path.join(dataDir, STAGING_DIR), { recursive: true, force: true });
}

export function createStaging(dataDir: string, id: string, name: string): Staging {
  const folder = path.join(dataDir, STAGING_DIR, id);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const descriptor = fs.openSync(path.join(folder, STAGED_BYTES), 'w', 0o600);
  const files: StagedFile[] = [];
  let length = 0;
  let isOpen = true;
  let isContinued = false;
  return {
    id,
    name,
    folder,
    add(pieces, data) {
      if (length + data.length > MAX_STAGED_BYTES || files.length + pieces.length > MAX_IMPORT_FILES)
        throw new Refusal('TOO_MUCH');
      let from = 0;
      for (const { path: given, modifiedMs, bytes, isPart } of pieces) {
        const last = files.at(-1);
        if (isContinued && last) files[files.length - 1] = { ...last, bytes: last.bytes + bytes };
        else files.push({ path: given, modifiedMs, at: length + from, bytes });
        isContinued = isPart;
        from += bytes;
      }
      if (from !== data.length) throw new Refusal('GONE');
      for (let written = 0; written < data.length;)
        written += fs.writeSync(descriptor, data, written, data.length - written, length + written);
      length += data.length;
    },
    seal() {
      fs.writeFileSync(path.join(folder, STAGED_INDEX), JSON.stringify(files), { mode: 0o600 });
    },
    remove() {
      if (isOpen) fs.closeSync(descriptor);
      isOpen = false;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
