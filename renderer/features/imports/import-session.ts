import {
  type ColumnMap,
  type ImportOptions,
  type ImportPreview,
  type ImportProgress,
  type ImportReport,
  MAX_PIECE_BYTES,
} from '#contract/imports';
import { client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import type { Gathered, GatheredFile } from './gather-files.ts';

/** Where an import stands. It lives on while other screens are looked at. */
export type ImportState =
  | { readonly step: 'idle'; readonly problem?: string }
  | { readonly step: 'sending'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly step: 'reading'; readonly name: string; readonly progress: ImportProgress | null }
  | { readonly step: 'ready'; readonly name: string; readonly preview: ImportPreview; readonly problem?: string }
  | {
      readonly step: 'writing';
      readonly name: string;
      readonly preview: ImportPreview;
      readonly progress: ImportProgress | null;
    }
  | { readonly step: 'done'; readonly report: ImportReport };

let state: ImportState = { step: 'idle' };
let id: string | null = null;
let round = 0;
let stopStream: (() => void) | null = null;
const listeners = new Set<() => void>();

function show(next: ImportState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** For useSyncExternalStore. */
export const importSession = {
  state: (): ImportState => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

const PIECES_AT_ONCE = 1_000;

/** Hands the files over and looks at what is in them. */
export async function beginImport({ name, files }: Gathered): Promise<void> {
  forget();
  const own = round;
  const isStale = (): boolean => own !== round;
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  show({ step: 'sending', name, done: 0, total });
  try {
    ({ id } = await client.imports.begin({ name: name.slice(0, 1_000) }));
    const sent = id;
    let done = 0;
    for (const batch of batchesOf(files)) {
      if (isStale()) return void client.imports.end({ id: sent }).catch(() => undefined);
      await client.imports.add({
        id: sent,
        files: batch.map(({ piece }) => piece),
        data: new File(
          batch.map(({ data }) => data),
          'pieces',
        ),
      });
      done += batch.reduce((sum, { data }) => sum + data.size, 0);
      if (!isStale()) show({ step: 'sending', name, done, total });
    }
    if (!isStale()) await look(name, undefined);
  } catch (error) {
    if (!isStale()) show({ step: 'idle', problem: failureOf(error).message });
  }
}

/** Reads a table again with other columns. */
export async function lookAgain(columns: ColumnMap): Promise<void> {
  if (state.step === 'ready') await look(state.name, columns);
}

async function look(name: string, columns: ColumnMap | undefined): Promise<void> {
  if (id === null) return;
  const own = round;
  show({ step: 'reading', name, progress: null });
  const stream = await client.imports.preview({ id, ...(columns ? { columns } : {}) });
  stopStream = () => void stream.return?.();
  for await (const told of stream) {
    if (own !== round) return;
    if (told.outcome === 'working') show({ step: 'reading', name, progress: told });
    if (told.outcome === 'ready') show({ step: 'ready', name, preview: told });
    if (told.outcome === 'refused') {
      forget();
      show({ step: 'idle', problem: name === '' ? told.message : `${name}: ${told.message}` });
    }
  }
}

/** Makes it. */
export async function runImport(options: ImportOptions): Promise<void> {
  if (id === null || state.step !== 'ready') return;
  const { name, preview } = state;
  const own = round;
  show({ step: 'writing', name, preview, progress: null });
  try {
    const stream = await client.imports.run({ id, options });
    stopStream = () => void stream.return?.();
    for await (const told of stream) {
      if (own !== round) return;
      if (told.outcome === 'working') show({ step: 'writing', name, preview, progress: told });
      if (told.outcome === 'stopped') show({ step: 'ready', name, preview });
      if (told.outcome === 'done') {
        id = null;
        show({ step: 'done', report: told.report });
      }
    }
  } catch (error) {
    // Nothing was made; the files are still held, so that it can be tried again.
    if (own === round) show({ step: 'ready', name, preview, problem: failureOf(error).message });
  }
}

/** Stops what is going on: while it writes, back to the preview with nothing made; else back to the beginning. */
export function stopImport(): void {
  if (state.step === 'writing') {
    const { name, preview } = state;
    round += 1;
    stopStream?.();
    show({ step: 'ready', name, preview });
    return;
  }
  forget();
  show({ step: 'idle' });
}

function forget(): void {
  round += 1;
  stopStream?.();
  stopStream = null;
  if (id !== null) void client.imports.end({ id }).catch(() => undefined);
  id = null;
}

interface Piece {
  readonly piece: {
    readonly path: string;
    readonly modifiedMs: number;
    readonly bytes: number;
    readonly isPart: boolean;
  };
  readonly data: Blob;
}

/** Small files together, large ones in parts: no call carries more than the bridge likes. */
function* batchesOf(files: readonly GatheredFile[]): Generator<Piece[]> {
  let batch: Piece[] = [];
  let length = 0;
  for (const { path, file } of files) {
    let from = 0;
    do {
      const data = file.slice(from, from + MAX_PIECE_BYTES - length);
      from += data.size;
      length += data.size;
      batch.push({
        piece: { path: path.slice(-4_000), modifiedMs: file.lastModified, bytes: data.size, isPart: from < file.size },
        data,
      });
      if (length < MAX_PIECE_BYTES && batch.length < PIECES_AT_ONCE) continue;
      yield batch;
      [batch, length] = [[], 0];
    } while (from < file.size);
  }
  if (batch.length > 0) yield batch;
}
