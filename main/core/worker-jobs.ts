import { findInsightsJob } from '#main/features/insights/find-job';
import { readCalendarFile } from '#main/features/calendar/read-file';
import { solveProposal } from '#main/features/plan/solve-proposal';
import { backUpFile } from './jobs/back-up-file.ts';

/**
 * What runs off the main thread, by name. Input and result are structured-cloneable. Jobs that need much of the program load
 * it when they are called: a plan is not to wait for the code of imports.
 */
export const jobs: Readonly<Record<string, (input: never) => unknown>> = {
  backUpFile,
  readCalendarFile,
  solveProposal,
  findInsights: findInsightsJob,
  readImport: async (input: never) => (await import('./jobs/read-import.ts')).readImportJob(input),
  retrace: async (input: never) => (await import('./jobs/retrace.ts')).retraceJob(input),
  writeImport: async (input: never) => (await import('./jobs/write-import.ts')).writeImportJob(input),
};
