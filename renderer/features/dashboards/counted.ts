import type { Measure } from '#contract/dashboards';
import type { Day } from '#contract/time';

/** A number that was clicked: what it counts, for the pane that lists it. */
export interface Counted {
  readonly measure: Measure;
  /** "Worked, Thu 19 Nov" */
  readonly title: string;
  readonly fromDay: Day;
  readonly toDay: Day;
  /** Undefined: of any; null: of none. */
  readonly project?: string | null;
  readonly tag?: string | null;
}

/** What each measure is called, as a heading. */
export const MEASURES: Readonly<Record<Measure, string>> = {
  planned: 'Planned',
  worked: 'Worked',
  tasksPlanned: 'Tasks planned',
  tasksKept: 'Kept',
  done: 'Done',
  words: 'Words',
  mood: 'Mood',
};
