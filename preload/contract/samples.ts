import { z } from 'zod';
import { call } from './refusals.ts';

/** How much a load of samples brought. */
const loaded = z.object({
  entries: z.int(),
  tasks: z.int(),
  events: z.int(),
  expenses: z.int(),
});

export const samplesContract = {
  /** Whether the profile is empty but for its settings, so that samples may be loaded. */
  canLoad: call.output(z.boolean()),
  /** One person's month around today, in one commit: one undo takes all of it back. */
  load: call
    .errors({
      NOT_EMPTY: { message: 'Sample data only goes into an empty profile, and this one holds something of yours.' },
    })
    .output(loaded),
  /** Takes the load back, in the commit `seq`, while nothing of the user's stands on it. */
  remove: call
    .errors({
      NOT_LOADED: { message: 'There is no sample data here.' },
      IN_USE: {
        message:
          'You have worked with the sample data since, so it stays. Undo those changes in History first, or delete what you don’t want.',
      },
    })
    .output(z.object({ seq: z.int() })),
};

export type LoadedSamples = z.infer<typeof loaded>;
