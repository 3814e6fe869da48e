import fs from 'node:fs';
import path from 'node:path';
import type { Found } from './found.ts';

const THINGS = 'things.jsonl';
const ORDER = 'order.json';
const WRITE_AT_LENGTH = 1 << 20;

/** Keeps things that were read in a folder, however many they are, with a megabyte of them in memory. */
export interface ThingsWriter {
  add(found: Found): void;
  /** Completes the file; without it there is nothing to read. */
  close(): void;
}

export function writeThings(folder: string): ThingsWriter {
  const descriptor = fs.openSync(path.join(folder, THINGS), 'w', 0o600);
  const places: { atMs: number; from: number; length: number }[] = [];
  let lines = '';
  let from = 0;
  return {
    add(found) {
      const line = JSON.stringify(found);
      const length = Buffer.byteLength(line);
      // What has no moment of its own belongs to the import's, after everything else.
      const atMs = (found.kind === 'entry' ? found.atMs : found.createdAtMs) ?? Number.MAX_SAFE_INTEGER;
      places.push({ atMs, from, length });
      from += length + 1;
      lines += `${line}\n`;
      if (lines.length < WRITE_AT_LENGTH) return;
      fs.writeSync(descriptor, lines);
      lines = '';
    },
    close() {
      fs.writeSync(descriptor, lines);
      fs.closeSync(descriptor);
      const order = places
        .toSorted((one, other) => one.atMs - other.atMs)
        .flatMap((place) => [place.from, place.length]);
      fs.writeFileSync(path.join(folder, ORDER), JSON.stringify(order), { mode: 0o600 });
    },
  };
}

/**
 * The things of a folder in the order of their moments, those of one moment as they were read: FTS5 writes a segment to disk
 * each time a rowid is smaller than the last, and a vault's files come by their names.
 */
export function* readThings(folder: string): Generator<Found> {
  const order = JSON.parse(fs.readFileSync(path.join(folder, ORDER), 'utf8')) as number[];
  const descriptor = fs.openSync(path.join(folder, THINGS), 'r');
  try {
    for (let at = 0; at + 1 < order.length; at += 2) {
      const line = Buffer.allocUnsafe(order[at + 1]!);
      fs.readSync(descriptor, line, 0, line.length, order[at]!);
      yield JSON.parse(line.toString('utf8')) as Found;
    }
  } finally {
    fs.closeSync(descriptor);
  }
}
