import { oc } from '@orpc/contract';
import { z } from 'zod';

/**
 * What any call may answer instead of a result, in the user's words. `message` is shown as it is; nothing else of a failure
 * crosses the bridge.
 */
export const storageRefusals = {
  STORAGE_FULL: {
    message: 'The disk is full, so this was not saved. Free some room and try again; what you wrote is still here.',
  },
  STORAGE_READ_ONLY: {
    message: 'The data folder is read-only: you can read everything, but changes can’t be saved.',
  },
  STORAGE_CORRUPT: {
    message: 'The data file is damaged. Nothing was changed. Restore a backup to go on.',
  },
  STORAGE_NEWER: {
    message: 'A newer version of Braindump wrote this data. Please update this one; nothing was changed.',
  },
  STORAGE_FOREIGN: {
    message: 'The data file belongs to another program. Nothing was changed. Choose another data folder.',
  },
  STORAGE_BUSY: {
    message: 'Another program is holding the data file. Nothing was lost; try again in a moment.',
  },
  STORAGE_FAILED: {
    message: 'The disk reported an error, so this was not saved. What you wrote is still here; try again.',
  },
} as const;

/** Refusals that many features share. */
export const NOT_FOUND = {
  message: 'That is not here any more. It may have been deleted; Undo brings it back.',
  data: z.object({ what: z.string() }),
} as const;

/** Where every call of the contract begins. */
export const call = oc.errors({
  ...storageRefusals,
  INTERNAL_SERVER_ERROR: {
    message: 'Something went wrong in Braindump. Nothing was lost.',
    data: z.object({ reference: z.string() }),
  },
});

/** 20000 as "20,000", without building a formatter for each field at every start. */
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/**
 * Text a person typed: stored as it is, except for what SQLite can't keep (NUL, halves of surrogate pairs).
 *
 * @param maxLength in UTF-16 units
 */
export const userText = (maxLength: number): z.ZodType<string, string> =>
  z
    .string()
    .max(maxLength, `That is longer than ${grouped(maxLength)} characters.`)
    .transform((text) => text.replaceAll('\0', '').toWellFormed());

/** A one-line name: user text without line breaks that isn't empty. */
export const title = userText(2_000).transform((text, context) => {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line === '') context.addIssue({ code: 'custom', message: 'A title is missing.' });
  return line;
});

export const id = z.uuid();
