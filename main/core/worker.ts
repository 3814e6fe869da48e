import { asStorageError } from '#db/store/storage-error';
import { parentPort } from 'node:worker_threads';
import { jobs } from './worker-jobs.ts';
import { END } from './worker-thread.ts';

interface JobRequest {
  readonly id: number;
  readonly job: string;
  readonly input: never;
}

/** The worker thread's side: one job after another. */
let last = Promise.resolve();
parentPort?.on('message', (request: JobRequest | typeof END) => {
  if (request === END) {
    void last.then(() => parentPort?.close());
    return;
  }
  last = last.then(() => answer(request));
});

async function answer({ id, job, input }: JobRequest): Promise<void> {
  try {
    const run = jobs[job];
    if (!run) throw new Error(`no job ${job}`);
    parentPort?.postMessage({ id, value: await run(input) });
  } catch (error) {
    // A clone keeps an error's message but not its class, and with it the reason the user is told.
    const storage = asStorageError(error);
    parentPort?.postMessage({ id, error, ...(storage && { storage: { reason: storage.reason, code: storage.code } }) });
  }
}
