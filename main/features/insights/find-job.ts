import type { TextInsights } from '#contract/insights';
import { findInsights } from '#main/domain/insights/find-insights';

export interface FindInput {
  readonly text: string;
  readonly nowMs: number;
  readonly zone: string;
}

/** The engine as a job of the worker: long entries are read off the thread that answers the window. */
export const findInsightsJob = ({ text, ...context }: FindInput): TextInsights => findInsights(text, context);
