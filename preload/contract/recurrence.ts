import { z } from 'zod';
import { call, userText } from './refusals.ts';
import { day } from './time.ts';

/** Counted from the day it is due, or from the day it was done. */
export const repeatAnchor = z.enum(['due', 'completion']);

/** What becomes of an occurrence whose day passed, when the next one comes. */
export const missedRule = z.enum(['skip', 'keep-one', 'keep-all', 'reschedule']);

/** An RRULE value as RFC 5545 writes it. */
export const rruleText = userText(2_000);

/** How a task repeats. */
export const repeat = z.object({
  rule: rruleText,
  anchor: repeatAnchor,
  /** The day the rule is counted from. */
  start: day,
  /** Days taken out. */
  except: z.array(day).max(1_000),
  /** Null leaves it to the settings. */
  missed: missedRule.nullable(),
});

export const newRepeat = repeat.partial().required({ rule: true, start: true });

export const NO_SUCH_RULE = {
  message: 'That repetition can’t be read, or it never happens.',
  data: z.object({ field: z.literal('repeat') }),
} as const;

export const recurrenceContract = {
  /** A rule in words and the days it gives in the year after its start. Writes nothing. */
  preview: call
    .errors({ NO_SUCH_RULE })
    .input(newRepeat.pick({ rule: true, anchor: true, start: true, except: true }))
    .output(
      z.object({
        words: z.string(),
        days: z.array(day),
        /** There are more in that year than are listed. */
        hasMore: z.boolean(),
        /** It ends within that year. */
        isLast: z.boolean(),
      }),
    ),
  /** A rule said in words ("every other friday", "every! 3 days"); null when there is none in them. */
  read: call
    .input(z.object({ text: z.string().max(500), start: day }))
    .output(z.object({ rule: rruleText, anchor: repeatAnchor, start: day }).nullable()),
};

export type NewRepeat = z.input<typeof newRepeat>;
export type MissedRule = z.infer<typeof missedRule>;
