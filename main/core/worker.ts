import { parentPort } from 'node:worker_threads';
import { jobs } from './worker-jobs.ts';

interface JobRequest {
  readonly id: number;
  readonly job: string;
  readonly input: never;
}

/** The worker thread's side: one job after another. */
parentPort?.on('message', ({ id, job, input }: JobRequest) => {
  try {
    const run = jobs[job];
    if (!run) throw new Error(`no job ${job}`);
    parentPort?.postMessage({ id, value: run(input) });
  } catch (error) {
    parentPort?.postMessage({ id, error });
  }
});
