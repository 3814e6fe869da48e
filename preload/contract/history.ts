import { z } from 'zod';
import { call } from './refusals.ts';
import { instantMs } from './time.ts';

const conflict = z.object({ table: z.string(), id: z.string(), columns: z.array(z.string()) });

/** One commit of the ledger, told in words. */
export const historyItem = z.object({
  seq: z.int(),
  atMs: instantMs,
  actor: z.string(),
  command: z.string(),
  /** "Completed “Call the dentist”" */
  words: z.string(),
  /** What was changed, by name, where the words count it instead: "Call the dentist". Three names at most. */
  about: z.array(z.string()),
  isUndone: z.boolean(),
  /** The commit this one took back. */
  undoes: z.int().nullable(),
  changes: z.array(
    z.object({
      table: z.string(),
      id: z.string(),
      op: z.enum(['insert', 'update', 'delete']),
      columns: z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    }),
  ),
});

const undoErrors = {
  NOTHING_TO_UNDO: { message: 'There is nothing to undo.' },
  CHANGED_SINCE: {
    message: 'This was changed again later, so taking it back would overwrite newer work. Undo the later change first.',
    data: z.object({ conflicts: z.array(conflict) }),
  },
} as const;

const undone = z.object({ seq: z.int(), words: z.string() });

export const historyContract = {
  /** Newest first; `before` is the last seen `seq`. */
  list: call
    .input(z.object({ before: z.int().optional(), limit: z.int().min(1).max(200).default(50) }))
    .output(z.object({ items: z.array(historyItem), nextBefore: z.int().nullable() })),
  undo: call.errors(undoErrors).output(undone),
  redo: call.errors(undoErrors).output(undone),
  /** Takes back one commit, whatever came after it, unless its rows were changed since. */
  undoCommit: call
    .errors(undoErrors)
    .input(z.object({ seq: z.int() }))
    .output(undone),
  /** Walks the hash chain of the whole ledger. */
  verify: call.output(z.object({ commits: z.int(), firstBrokenSeq: z.int().nullable() })),
};

export type HistoryItem = z.infer<typeof historyItem>;
