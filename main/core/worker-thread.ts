import { StorageError } from '#db/store/storage-error';
import { Worker } from 'node:worker_threads';

/** A worker with nothing to do ends after this long, so that an idle app is idle. */
const IDLE_MS = 30_000;

/** Told to a thread instead of a job: end by yourself. */
export const END = 'end';
const END_PATIENCE_MS = 3_000;

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: unknown;
  readonly storage?: Pick<StorageError, 'reason' | 'code'>;
}

export interface WorkerThread {
  /** Runs one of worker-jobs.ts. An aborted signal ends the thread: nothing waits for work nobody wants. */
  run<T>(job: string, input: unknown, signal?: AbortSignal): Promise<T>;
  stop(): Promise<void>;
}

/** One thread for heavy work, started at the first job and again after a crash. */
export function createWorkerThread(entry: URL): WorkerThread {
  let worker: Worker | null = null;
  let lastId = 0;
  let idleTimer: NodeJS.Timeout | undefined;
  const pending = new Map<number, Pending>();

  const fail = (error: unknown): void => {
    worker = null;
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };
  const end = async (reason: unknown): Promise<void> => {
    const ending = worker;
    const isBusy = pending.size > 0;
    fail(reason);
    if (!ending) return;
    if (isBusy) {
      await ending.terminate();
      return;
    }
    // A thread at rest closes by itself: terminating one takes its native code down from outside, which has been seen to
    // end the whole program (SIGSEGV).
    const { promise, resolve } = Promise.withResolvers<void>();
    ending.once('exit', () => resolve());
    ending.postMessage(END);
    const patience = setTimeout(() => void ending.terminate(), END_PATIENCE_MS);
    await promise;
    clearTimeout(patience);
  };
  const started = (): Worker => {
    clearTimeout(idleTimer);
    if (worker) return worker;
    const thread = new Worker(entry);
    thread.unref();
    thread.on('message', ({ id, value, error, storage }: Answer) => {
      const waiting = pending.get(id);
      pending.delete(id);
      if (storage) waiting?.reject(new StorageError(storage.reason, storage.code, { cause: error }));
      else if (error === undefined) waiting?.resolve(value);
      else waiting?.reject(error);
      if (pending.size === 0) idleTimer = setTimeout(() => void end(new Error('idle')), IDLE_MS).unref();
    });
    thread.on('error', (error) => {
      if (worker === thread) fail(error);
    });
    thread.on('exit', (code) => {
      if (worker === thread) fail(new Error(`worker ended with ${code}`));
    });
    return (worker = thread);
  };

  return {
    async run<T>(job: string, input: unknown, signal?: AbortSignal): Promise<T> {
      signal?.throwIfAborted();
      const id = (lastId += 1);
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      pending.set(id, { resolve, reject });
      const abort = (): void => void end(signal?.reason ?? new Error('aborted'));
      signal?.addEventListener('abort', abort, { once: true });
      started().postMessage({ id, job, input });
      try {
        return (await promise) as T;
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    },
    async stop() {
      clearTimeout(idleTimer);
      await end(new Error('stopped'));
    },
  };
}
