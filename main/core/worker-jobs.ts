import { findInsightsJob } from '#main/features/insights/find-job';
import { solveProposal } from '#main/features/plan/solve-proposal';
import { backUpFile } from './jobs/back-up-file.ts';

/** What runs off the main thread, by name. Input and result are structured-cloneable. */
export const jobs: Readonly<Record<string, (input: never) => unknown>> = {
  backUpFile,
  solveProposal,
  findInsights: findInsightsJob,
};
