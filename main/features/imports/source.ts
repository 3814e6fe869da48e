import fs from 'node:fs';
import path from 'node:path';
import { BadZip, type ReadAt, type ZipEntry, unzip, zipEntries } from './zip.ts';

/** A file that was handed over, as it lies in the staging folder. */
export interface StagedFile {
  readonly path: string;
  readonly modifiedMs: number;
  readonly at: number;
  readonly bytes: number;
}

/** A file of an import, in a folder or in an archive. */
export interface SourceFile {
  /** Within what was chosen, with `/`; never a place on the disk. */
  readonly path: string;
  /** The last part of its path. */
  readonly name: string;
  /** In lower case, without the dot. */
  readonly extension: string;
  readonly modifiedMs: number;
  readonly bytes: number;
  /** @throws BadZip when its archive is damaged */
  read(): Buffer;
  /** The beginning only; an archive's file is unpacked for it. */
  readStart(length: number): Buffer;
}

/** Everything that was chosen. */
export interface Source {
  readonly files: readonly SourceFile[];
  /** Archives that could not be opened, and files of a system's own. */
  readonly problems: readonly { readonly what: string; readonly why: string }[];
  /** Whether Obsidian's own folder is in it. */
  readonly hasVault: boolean;
  close(): void;
}

export const STAGED_BYTES = 'bytes';
export const STAGED_INDEX = 'files.json';

const MAX_FILES = 400_000;
/** Larger files are taken as files only, never read as text or opened. */
export const MAX_READ_BYTES = 512 * 1024 * 1024;
/** What all archives of one import may hold together. */
const MAX_UNPACKED_BYTES = 8 * 1024 * 1024 * 1024;

/** What systems and programs leave beside people's files. */
const LITTER =
  /(^|\/)(__MACOSX|\.git|\.obsidian|\.trash|\.stfolder|\.stversions|node_modules)\/|(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini|Icon\r)$/i;

/** Opens the staging folder of an import; archives are looked into, one level deep. */
export function openSource(folder: string): Source {
  const staged = JSON.parse(fs.readFileSync(path.join(folder, STAGED_INDEX), 'utf8')) as StagedFile[];
  const descriptor = fs.openSync(path.join(folder, STAGED_BYTES), 'r');
  const files: SourceFile[] = [];
  const problems: { what: string; why: string }[] = [];
  let unpackedBytes = 0;
  for (const one of staged) {
    if (LITTER.test(one.path)) continue;
    const read: ReadAt = (from, length) => readAt(descriptor, one.at + from, Math.min(length, one.bytes - from));
    if (!isZip(one, read)) {
      files.push(
        fileOf(
          one.path,
          one,
          () => read(0, one.bytes),
          (length) => read(0, length),
        ),
      );
      continue;
    }
    try {
      const entries = zipEntries(read, one.bytes, MAX_FILES - files.length);
      unpackedBytes += entries.reduce((sum, { bytes }) => sum + bytes, 0);
      if (unpackedBytes > MAX_UNPACKED_BYTES) throw new BadZip('What is packed in it is too large to import at once.');
      for (const entry of entries) if (!LITTER.test(entry.path)) files.push(packedFile(one, entry, read));
    } catch (error) {
      if (!(error instanceof BadZip)) throw error;
      problems.push({ what: one.path, why: error.message });
    }
  }
  const hasVault = staged.some(({ path: given }) => /(^|\/)\.obsidian\//.test(given));
  return { files, problems, hasVault, close: () => fs.closeSync(descriptor) };
}

function packedFile(archive: StagedFile, entry: ZipEntry, read: ReadAt): SourceFile {
  const whole = (): Buffer => {
    if (entry.bytes > MAX_READ_BYTES) throw new BadZip('The file is too large.');
    return unzip(read, entry);
  };
  return fileOf(`${archive.path}/${entry.path}`, entry, whole, (length) => whole().subarray(0, length));
}

function fileOf(
  given: string,
  { modifiedMs, bytes }: { readonly modifiedMs: number; readonly bytes: number },
  read: () => Buffer,
  readStart: (length: number) => Buffer,
): SourceFile {
  // Names are only compared and shown, never opened; `..` would still make two files seem one.
  const clean = given
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
  const name = clean.slice(clean.lastIndexOf('/') + 1);
  const extension = /\.([^.]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return { path: clean.normalize('NFC'), name: name.normalize('NFC'), extension, modifiedMs, bytes, read, readStart };
}

/** By its first bytes: "PK\3\4", or "PK\5\6" of an empty one. Office files are archives too, and are left whole. */
function isZip({ path: given, bytes }: StagedFile, read: ReadAt): boolean {
  if (bytes < 22 || /\.(docx|xlsx|pptx|odt|ods|odp|epub|jar|apk|pages|numbers|key)$/i.test(given)) return false;
  const magic = read(0, 4).toString('latin1');
  return magic === 'PK\u0003\u0004' || magic === 'PK\u0005\u0006';
}

function readAt(descriptor: number, from: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(Math.max(0, length));
  let filled = 0;
  while (filled < buffer.length) {
    const count = fs.readSync(descriptor, buffer, filled, buffer.length - filled, from + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}
