import { crc32, inflateRawSync } from 'node:zlib';

/** A file inside a ZIP archive. */
export interface ZipEntry {
  readonly path: string;
  readonly modifiedMs: number;
  /** Where its local header lies. */
  readonly at: number;
  readonly packedBytes: number;
  /** As the archive says; a liar is stopped at this length. */
  readonly bytes: number;
  readonly method: number;
  readonly crc: number;
}

/** Reads a stretch of the archive. */
export type ReadAt = (from: number, length: number) => Buffer;

/** An archive that is damaged, locked or made to do harm; `message` is for the person. */
export class BadZip extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadZip';
  }
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_END = 22 + 0xffff;
const MAX_DIRECTORY_BYTES = 128 * 1024 * 1024;
/** Deflate makes at most 1,032 of 1; honest archives of texts stay far below. */
const MAX_RATIO = 1_040;

/**
 * The files of an archive by its central directory (APPNOTE 6.3 section 4.3.12, with ZIP64), without unpacking any of them.
 * Reading them one by one keeps memory bounded, and each is held to the length that was promised: a bomb ends there.
 *
 * @throws BadZip
 */
export function zipEntries(read: ReadAt, size: number, maxEntries: number): ZipEntry[] {
  const { count, at, bytes } = directoryOf(read, size);
  if (count > maxEntries) throw new BadZip('The archive holds too many files.');
  if (bytes > MAX_DIRECTORY_BYTES || at + bytes > size) throw new BadZip('The archive is damaged.');
  const directory = read(at, bytes);
  const entries: ZipEntry[] = [];
  let offset = 0;
  while (offset + 46 <= directory.length && directory.readUInt32LE(offset) === CENTRAL) {
    const flags = directory.readUInt16LE(offset + 8);
    const nameLength = directory.readUInt16LE(offset + 28);
    const extraLength = directory.readUInt16LE(offset + 30);
    const commentLength = directory.readUInt16LE(offset + 32);
    const end = offset + 46 + nameLength + extraLength + commentLength;
    if (end > directory.length) throw new BadZip('The archive is damaged.');
    if ((flags & 1) !== 0) throw new BadZip('The archive is locked with a password. Unpack it first.');
    const name = directory.subarray(offset + 46, offset + 46 + nameLength);
    const extra = directory.subarray(offset + 46 + nameLength, offset + 46 + nameLength + extraLength);
    const sizes = sizesOf(directory, offset, extra);
    const path = (flags & 0x800) !== 0 || isUtf8(name) ? name.toString('utf8') : name.toString('latin1');
    // Unix attributes stand in the upper half: 0xA000 is a symbolic link.
    const isLink = directory.readUInt32LE(offset + 38) >>> 28 === 0xa;
    if (!path.endsWith('/') && !isLink)
      entries.push({
        path,
        modifiedMs: dosTime(directory.readUInt16LE(offset + 12), directory.readUInt16LE(offset + 14)),
        ...sizes,
        method: directory.readUInt16LE(offset + 10),
        crc: directory.readUInt32LE(offset + 16),
      });
    if (entries.length > maxEntries) throw new BadZip('The archive holds too many files.');
    offset = end;
  }
  return entries;
}

/** Unpacks one file. @throws BadZip */
export function unzip(read: ReadAt, entry: ZipEntry): Buffer {
  const header = read(entry.at, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw new BadZip('The archive is damaged.');
  const from = entry.at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = read(from, entry.packedBytes);
  if (packed.length < entry.packedBytes) throw new BadZip('The archive is cut off.');
  const contents = inflate(packed, entry);
  if (contents.length !== entry.bytes || crc32(contents) !== entry.crc)
    throw new BadZip('The archive is damaged here.');
  return contents;
}

function inflate(packed: Buffer, { method, bytes }: ZipEntry): Buffer {
  if (method === 0) return packed;
  if (method !== 8) throw new BadZip('The archive is packed in a way that can’t be read. Unpack it first.');
  if (bytes > packed.length * MAX_RATIO + 1_024) throw new BadZip('The archive is damaged here.');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) });
  } catch {
    throw new BadZip('The archive is damaged here.');
  }
}

function directoryOf(read: ReadAt, size: number): { count: number; at: number; bytes: number } {
  const tailAt = Math.max(0, size - LONGEST_END);
  const tail = read(tailAt, size - tailAt);
  for (let offset = tail.length - 22; offset >= 0; offset -= 1) {
    if (tail.readUInt32LE(offset) !== END) continue;
    const found = {
      count: tail.readUInt16LE(offset + 10),
      bytes: tail.readUInt32LE(offset + 12),
      at: tail.readUInt32LE(offset + 16),
    };
    const isLarge = found.count === 0xffff || found.bytes === 0xffffffff || found.at === 0xffffffff;
    return isLarge ? (largeDirectoryOf(read, tailAt + offset) ?? found) : found;
  }
  throw new BadZip('The archive is cut off or damaged.');
}

function largeDirectoryOf(read: ReadAt, endAt: number): { count: number; at: number; bytes: number } | null {
  if (endAt < 20) return null;
  const locator = read(endAt - 20, 20);
  if (locator.readUInt32LE(0) !== LOCATOR_64) return null;
  const record = read(Number(locator.readBigUInt64LE(8)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== END_64) throw new BadZip('The archive is damaged.');
  return {
    count: Number(record.readBigUInt64LE(32)),
    bytes: Number(record.readBigUInt64LE(40)),
    at: Number(record.readBigUInt64LE(48)),
  };
}

function sizesOf(directory: Buffer, offset: number, extra: Buffer): { at: number; packedBytes: number; bytes: number } {
  let packedBytes = directory.readUInt32LE(offset + 20);
  let bytes = directory.readUInt32LE(offset + 24);
  let at = directory.readUInt32LE(offset + 42);
  for (let from = 0; from + 4 <= extra.length;) {
    const length = extra.readUInt16LE(from + 2);
    if (extra.readUInt16LE(from) === 1) {
      let place = from + 4;
      const next = (): number => {
        if (place + 8 > from + 4 + length || place + 8 > extra.length) throw new BadZip('The archive is damaged.');
        place += 8;
        return Number(extra.readBigUInt64LE(place - 8));
      };
      if (bytes === 0xffffffff) bytes = next();
      if (packedBytes === 0xffffffff) packedBytes = next();
      if (at === 0xffffffff) at = next();
    }
    from += 4 + length;
  }
  return { at, packedBytes, bytes };
}

/** The archive has no zone: its times are taken as UTC, at most a day off. */
function dosTime(time: number, date: number): number {
  const month = Math.max(1, (date >> 5) & 15);
  const at = Date.UTC(1980 + (date >> 9), month - 1, Math.max(1, date & 31), time >> 11, (time >> 5) & 63);
  return Number.isFinite(at) ? at : 0;
}

function isUtf8(name: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(name);
    return true;
  } catch {
    return false;
  }
}
