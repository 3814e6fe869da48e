import { z } from 'zod';
import { NOT_FOUND, call, id } from './refusals.ts';
import { day, instantMs } from './time.ts';

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
  /** The first 20. */
  changes: z.array(
    z.object({
      table: z.string(),
      id: z.string(),
      op: z.enum(['insert', 'update', 'delete']),
      columns: z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    }),
  ),
  changeCount: z.int(),
});

/** A value of a thing before and after. */
const column = z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() });

/** What going back to a moment would do to one thing. */
export const momentThing = z.object({
  table: z.string(),
  id: z.string(),
  /** What it is called now, or was called then; empty where such things have no name. */
  name: z.string(),
  /** Whether it comes back, becomes what it was, or goes because it was not there yet. */
  fate: z.enum(['returns', 'changes', 'goes']),
  /** What would change of it, from now to then. */
  columns: z.array(column),
});

/** What going back to a moment would do. */
export const moment = z.object({
  /** The last commit up to the moment; 0 is the beginning. */
  seq: z.int(),
  atMs: instantMs.nullable(),
  /** The sentence of that commit. */
  words: z.string().nullable(),
  counts: z.array(z.object({ table: z.string(), returning: z.int(), changing: z.int(), going: z.int() })),
  total: z.int(),
  /** The first 300 of them, what was changed last first. */
  things: z.array(momentThing),
});

/** Which commits; all conditions together. */
export const historyFilter = z.object({
  /** Who: the person, the program itself, or an import. */
  by: z.enum(['user', 'system', 'import']).optional(),
  /** What kind of thing, by its table. */
  table: z.string().max(60).optional(),
  /** One thing, and what hangs on it. */
  thing: z.string().max(100).optional(),
  fromDay: day.optional(),
  /** That day too. */
  toDay: day.optional(),
  /** All of these stand in the sentence or a name. */
  words: z.string().max(200).optional(),
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
    .input(
      z.object({
        before: z.int().optional(),
        limit: z.int().min(1).max(200).default(50),
        filter: historyFilter.optional(),
      }),
    )
    .output(z.object({ items: z.array(historyItem), nextBefore: z.int().nullable() })),
  /** The kinds of things that were ever changed, by table. */
  tables: call.output(z.array(z.string())),
  undo: call.errors(undoErrors).output(undone),
  redo: call.errors(undoErrors).output(undone),
  /** Takes back one commit, whatever came after it, unless its rows were changed since. */
  undoCommit: call
    .errors(undoErrors)
    .input(z.object({ seq: z.int() }))
    .output(undone),
  /** What would change by going back to right after a commit, or to a point in time. Changes nothing. */
  moment: call.input(z.union([z.object({ seq: z.int().min(0) }), z.object({ atMs: instantMs })])).output(moment),
  /** Sets everything but settings to how it was right after a commit; null when it is so already. One undo takes it back. */
  goBack: call.input(z.object({ seq: z.int().min(0) })).output(undone.extend({ rows: z.int() }).nullable()),
  /** The same for one thing and what hangs on it, such as its tags. */
  restoreThing: call
    .errors({ NOT_FOUND })
    .input(z.object({ table: z.string().max(60), id, seq: z.int().min(0) }))
    .output(undone.extend({ rows: z.int() }).nullable()),
  /** Walks the hash chain of the whole ledger. */
  verify: call.output(z.object({ commits: z.int(), firstBrokenSeq: z.int().nullable() })),
};

export type HistoryFilter = z.infer<typeof historyFilter>;
export type Moment = z.infer<typeof moment>;
export type MomentThing = z.infer<typeof momentThing>;
export type HistoryItem = z.infer<typeof historyItem>;
