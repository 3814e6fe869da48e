import type { TraceOp } from './storage-trace.ts';

/** A disk may keep a block of this size whole or not at all; a larger write may be torn between blocks. */
const BLOCK = 512;

/** The disk after a power cut. */
export interface CrashImage {
  readonly files: ReadonlyMap<string, Buffer>;
  /** Everything the process had said by then. */
  readonly said: string;
}

/** How the writes that were not yet synced fared. */
export type Fate = 'lost' | 'kept' | 'some' | 'torn';
export const FATES: readonly Fate[] = ['lost', 'kept', 'some', 'torn'];

type PendingOp = Extract<TraceOp, { op: 'write' | 'truncate' }>;

/**
 * What a disk may hold when the power goes after the first `cut` operations: all that was synced, and of what was not,
 * whatever `fate` says, in any subset, since neither kernel nor disk keep an order between syncs.
 *
 * @param random 0 to 1, seeded
 */
export function crashImage(ops: readonly TraceOp[], cut: number, fate: Fate, random: () => number): CrashImage {
  const durable = new Map<string, DiskFile>();
  const pending = new Map<string, PendingOp[]>();
  let said = '';
  const settle = (file: string, survivors: readonly PendingOp[]): void => {
    const content = durable.get(file) ?? new DiskFile();
    for (const op of survivors) content.apply(op);
    durable.set(file, content);
    pending.delete(file);
  };
  for (let at = 0; at < cut; at += 1) {
    const op = ops[at]!;
    if (op.op === 'said') said += op.text;
    else if (op.op === 'sync') settle(op.file, pending.get(op.file) ?? []);
    else if (op.op === 'unlink') {
      durable.delete(op.file);
      pending.delete(op.file);
    } else if (op.op === 'rename') {
      settle(op.file, pending.get(op.file) ?? []);
      durable.set(op.to, durable.get(op.file)!);
      durable.delete(op.file);
    } else {
      const waiting = pending.get(op.file);
      if (waiting) waiting.push(op);
      else pending.set(op.file, [op]);
    }
  }
  for (const [file, waiting] of pending)
    settle(
      file,
      waiting.flatMap((op) => survivorsOf(op, fate, random)),
    );
  return { files: new Map([...durable].map(([file, content]) => [file, content.bytes()])), said };
}

function survivorsOf(op: PendingOp, fate: Fate, random: () => number): PendingOp[] {
  if (fate === 'lost') return [];
  if (fate === 'kept') return [op];
  if (fate === 'some' || op.op === 'truncate') return random() < 0.5 ? [op] : [];
  const blocks: PendingOp[] = [];
  for (let at = 0; at < op.data.length; at += BLOCK)
    if (random() < 0.5) blocks.push({ ...op, at: op.at + at, data: op.data.subarray(at, at + BLOCK) });
  return blocks;
}

/** A file that grows by doubling, so that replaying a long trace stays linear. */
class DiskFile {
  #room = Buffer.alloc(65_536);
  #length = 0;

  apply(op: PendingOp): void {
    const length = op.op === 'truncate' ? op.length : Math.max(this.#length, op.at + op.data.length);
    if (length > this.#room.length) {
      const larger = Buffer.alloc(length * 2);
      this.#room.copy(larger, 0, 0, this.#length);
      this.#room = larger;
    }
    if (length < this.#length) this.#room.fill(0, length, this.#length);
    this.#length = length;
    if (op.op === 'write') op.data.copy(this.#room, op.at);
  }

  bytes(): Buffer {
    return this.#room.subarray(0, this.#length);
  }
}

/** A small seeded generator (mulberry32), so that a failing image can be made again. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
