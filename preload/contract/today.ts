import { z } from 'zod';
import { NOT_FOUND, call, id, userText } from './refusals.ts';
import { task } from './tasks.ts';
import { day, instantMs, zoneName } from './time.ts';

const bounds = { startMs: instantMs, endMs: instantMs };

/** Where a task goes when a day is planned or closed. */
export const dayChoice = z.discriminatedUnion('to', [
  z.object({ taskId: id, to: z.literal('day'), day }),
  z.object({ taskId: id, to: z.enum(['someday', 'done', 'dropped']) }),
]);

/** One line for the journal; may be empty. */
const line = userText(5_000).transform((text) => text.trim());

export const todayContract = {
  /** The user's day at this moment, with its first and its (exclusive) last instant: 23 to 25 hours, by zone and day start. */
  now: call.output(z.object({ day, zone: zoneName, ...bounds })),
  /** The first and the (exclusive) last instant of any day. */
  bounds: call.input(z.object({ day })).output(z.object(bounds)),
  /** What a day is planned and closed with. */
  review: call.output(
    z.object({
      day,
      /** Meant for an earlier day, or due before today, and still open. */
      left: z.array(task),
      /** Meant for today, or due today. */
      today: z.array(task),
      /** Due in the next days, else the most urgent of those without a day; not asked for today. */
      soon: z.array(task),
      /** Done today. */
      done: z.array(task),
      /** Minutes of focus work that ended today. */
      focusMin: z.int(),
    }),
  ),
  /** Puts the tasks of a day where they were chosen to go, and the line into the journal: one change, one undo. */
  arrange: call
    .errors({ NOT_FOUND })
    .input(
      z.object({
        ritual: z.enum(['plan', 'close']),
        choices: z.array(dayChoice).max(500),
        line: line.default(''),
        /** The entry whose draft holds the line already. */ entryId: id.optional(),
      }),
    )
    .output(z.object({ moved: z.int(), entryId: id.nullable() })),
};

export type DayChoice = z.infer<typeof dayChoice>;
