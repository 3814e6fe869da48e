import { z } from 'zod';
import { day } from './time.ts';

/** Where a thing lies: one room of the app. */
export const queryPlace = z.enum(['journal', 'tasks', 'calendar', 'money', 'focus', 'projects']);

export const queryState = z.enum([
  'open',
  'done',
  'dropped',
  'overdue',
  'blocked',
  'someday',
  'recurring',
  'pinned',
  'inbox',
]);

export const queryFeature = z.enum([
  'attachment',
  'due',
  'do',
  'estimate',
  'notes',
  'tag',
  'project',
  'person',
  'mood',
  'place',
  'link',
  'subtask',
]);

export const comparison = z.enum(['=', '<', '<=', '>', '>=']);

/** Which of a thing's days: its own, when it is due, planned, finished, or when it was made. */
export const queryDate = z.enum(['date', 'due', 'do', 'done', 'created']);

/** One thing a query asks of what it finds, beside words. */
export const queryCondition = z.discriminatedUnion('field', [
  z.object({ field: z.enum(['tag', 'person', 'project', 'area']), name: z.string() }),
  /** From the day `from` on and before the day `before`; null has no bound. */
  z.object({ field: queryDate, from: day.nullable(), before: day.nullable() }),
  z.object({ field: z.literal('in'), place: queryPlace }),
  z.object({ field: z.literal('is'), state: queryState }),
  z.object({ field: z.literal('has'), feature: queryFeature }),
  /** `estimate` in minutes; 1 is the highest priority; mood from 1 to 5. */
  z.object({ field: z.enum(['priority', 'mood', 'estimate']), comparison, value: z.number() }),
  /** In whole units of the currency (euros, not cents); null is any currency. */
  z.object({ field: z.literal('amount'), comparison, value: z.number(), currency: z.string().nullable() }),
]);

/** A stretch of the query, as UTF-16 offsets, and what it was taken for. */
export const queryPart = z.object({
  from: z.int(),
  to: z.int(),
  role: z.enum(['words', 'phrase', 'condition', 'or', 'group', 'unclear']),
  isExcluded: z.boolean(),
  /** What it asks; several are alternatives (`tag:home,work`) or the two ends of a range. */
  conditions: z.array(queryCondition),
});

/** Something in a query that was not understood, in the user's words. The rest of the query still counts. */
export const queryProblem = z.object({
  from: z.int(),
  to: z.int(),
  code: z.enum(['unknown-operator', 'bad-value', 'missing-value', 'too-long']),
  message: z.string(),
  /** What to write in its place; null when there is no guess. */
  suggestion: z.string().nullable(),
  /** Whether it ends where the query ends: somebody may still be typing it. */
  isUnfinished: z.boolean(),
});

export type QueryPlace = z.infer<typeof queryPlace>;
export type QueryState = z.infer<typeof queryState>;
export type QueryFeature = z.infer<typeof queryFeature>;
export type QueryDate = z.infer<typeof queryDate>;
export type Comparison = z.infer<typeof comparison>;
export type QueryCondition = z.infer<typeof queryCondition>;
export type QueryPart = z.infer<typeof queryPart>;
export type QueryProblem = z.infer<typeof queryProblem>;

/** Words of a query. A phrase must stand so; what is unfinished may go on. */
export interface QueryText {
  readonly kind: 'text';
  readonly text: string;
  readonly isPhrase: boolean;
  readonly isPrefix: boolean;
}

/** What a query asks, ready to be applied: to the search index, or as a condition on rows (db/queries/query-sql.ts). */
export type QueryTree =
  | { readonly kind: 'all' | 'any'; readonly of: readonly QueryTree[] }
  | { readonly kind: 'not'; readonly of: QueryTree }
  | { readonly kind: 'condition'; readonly condition: QueryCondition }
  | QueryText;
