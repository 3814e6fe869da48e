import { z } from 'zod';
import { call } from './refusals.ts';

/** What an export wrote. */
export const exported = z.object({ folder: z.string(), files: z.int(), rows: z.int() });

export const dataContract = {
  /**
   * Writes everything into a folder in open formats: JSON, Markdown, iCalendar, CSV. The folder appears when it is complete.
   */
  export: call
    .errors({
      FOLDER_NOT_ABSOLUTE: { message: 'Give the whole path of the folder.' },
      FOLDER_NOT_EMPTY: { message: 'There is something in that folder already. Choose a new or an empty one.' },
      FOLDER_NOT_WRITABLE: { message: 'That folder can’t be written. Choose another one.' },
    })
    .input(z.object({ folder: z.string().min(1).max(4_096) }))
    .output(exported),
};

export type Exported = z.infer<typeof exported>;
