import { z } from 'zod';
import { call, id } from './refusals.ts';
import { day } from './time.ts';
import { paletteColor } from './tasks.ts';

/** What is counted: minutes planned and worked, tasks planned and kept, tasks done, words written, the mood told. */
export const measure = z.enum(['planned', 'worked', 'tasksPlanned', 'tasksKept', 'done', 'words', 'mood']);

const range = { fromDay: day, toDay: day };

const figures = {
  /** Minutes of blocks. */
  plannedMin: z.int(),
  /** Minutes of ended focus work. */
  workedMin: z.int(),
  /** Tasks done. */
  done: z.int(),
};

const dayFigures = z.object({
  day,
  ...figures,
  /** Tasks that had a block on this day or were meant for it. */
  tasksPlanned: z.int(),
  /** Those of them that were done by the end of it. */
  tasksKept: z.int(),
  words: z.int(),
  /** The last one told that day, 1, low, to 5, bright. */
  mood: z.int().nullable(),
});

const totals = z.object({
  ...figures,
  tasksPlanned: z.int(),
  tasksKept: z.int(),
  words: z.int(),
  daysWritten: z.int(),
  /** The mean of the days that have one. */
  mood: z.number().nullable(),
  moodDays: z.int(),
});

const streak = z.object({
  /** Days in a row up to today; a day that is not over breaks none. */
  current: z.int(),
  /** The longest of the days shown. */
  longest: z.int(),
});

/** A thing that a number counts. */
export const countedThing = z.object({
  kind: z.enum(['task', 'block', 'session', 'entry']),
  id,
  title: z.string(),
  day,
  /** Minutes of blocks and work, words of entries, the mood told; null for a task. */
  amount: z.number().nullable(),
  /** Opens it in the window. */
  route: z.string(),
});

const tooWide = {
  TOO_WIDE: { message: 'That is more than three years. Choose a shorter time.' },
  BACKWARDS: { message: 'The last day lies before the first one.' },
} as const;

export const dashboardsContract = {
  /** What was planned, done, written and felt in a range of the user's days, both ends counted. */
  figures: call
    .errors(tooWide)
    .input(z.object(range))
    .output(
      z.object({
        days: z.array(dayFigures),
        totals,
        /** The same for as many days right before. */
        before: totals,
        /** The most work first; null is what belongs to no project. */
        projects: z.array(z.object({ project: z.string().nullable(), ...figures })),
        /** A task with several tags counts for each of them; null is what has none. */
        tags: z.array(z.object({ tag: z.string().nullable(), color: paletteColor.nullable(), ...figures })),
        streaks: z.object({ writing: streak, focus: streak }),
      }),
    ),
  /** The things behind a number, newest first. */
  things: call
    .errors(tooWide)
    .input(
      z.object({
        measure,
        ...range,
        /** Only of this project; null: of none. */
        project: z.string().nullable().optional(),
        /** Only with this tag; null: with none. */
        tag: z.string().nullable().optional(),
      }),
    )
    .output(
      z.object({
        things: z.array(countedThing),
        /** How many more there are than are listed. */
        more: z.int(),
      }),
    ),
};

export type Measure = z.infer<typeof measure>;
export type DayFigures = z.infer<typeof dayFigures>;
export type Totals = z.infer<typeof totals>;
export type CountedThing = z.infer<typeof countedThing>;
