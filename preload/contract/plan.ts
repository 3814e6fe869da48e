import { z } from 'zod';
import { NOT_FOUND, call, id } from './refusals.ts';
import { day, instantMs, timeOfDay, zoneName } from './time.ts';

const stretch = z.object({ startMs: instantMs, endMs: instantMs });

/** Working hours by weekday; each a list of `[from, to]` in the user's zone. */
export const workingHours = z.object({
  mon: z.array(z.tuple([timeOfDay, timeOfDay])).optional(),
  tue: z.array(z.tuple([timeOfDay, timeOfDay])).optional(),
  wed: z.array(z.tuple([timeOfDay, timeOfDay])).optional(),
  thu: z.array(z.tuple([timeOfDay, timeOfDay])).optional(),
  fri: z.array(z.tuple([timeOfDay, timeOfDay])).optional(),
  sat: z.array(z.tuple([timeOfDay, timeOfDay])).optional(),
  sun: z.array(z.tuple([timeOfDay, timeOfDay])).optional(),
});

export const energy = z.enum(['high', 'low']);

/** A task as the scheduler sees it. */
export const planTask = z.object({
  id: z.string(),
  title: z.string(),
  durationMin: z.int().positive(),
  minChunkMin: z.int().positive().optional(),
  maxChunkMin: z.int().positive().optional(),
  earliestMs: instantMs.optional(),
  deadlineMs: instantMs.optional(),
  priority: z.int().min(1).max(4),
  energy: energy.optional(),
  after: z.array(z.string()).optional(),
  pinned: z.array(stretch).optional(),
});

/** The weights of the written objective (docs: the plan's objective). */
export const objective = z.object({
  wait: z.number(),
  late: z.number(),
  energy: z.number(),
  unplaced: z.number(),
  priority: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});

/** Everything a plan depends on: same instance, same plan. */
export const planInstance = z.object({
  zone: zoneName,
  nowMs: instantMs,
  fromMs: instantMs,
  toMs: instantMs,
  workingHours,
  bufferMin: z.int().min(0).optional(),
  gridMin: z.int().positive().optional(),
  busy: z.array(stretch),
  tasks: z.array(planTask),
  objective: objective.partial().optional(),
  /** Milliseconds the search may take; a plan is always given. */
  budgetMs: z.number().positive().optional(),
});

export const proposedBlock = stretch.extend({ task: z.string(), reason: z.string() });
export const unplacedTask = z.object({ task: z.string(), missingMin: z.int(), reason: z.string() });
export const planResult = z.object({
  blocks: z.array(proposedBlock),
  unplaced: z.array(unplacedTask),
  cost: z.number(),
});

/** What is planned: one day, one week, or everything due by a day. */
export const planScope = z.enum(['day', 'week', 'until']);
export const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

export const planQuestion = z.object({
  scope: planScope,
  /** The day, or any day of the week, that is meant; today unless said. A past one gives way to the next that can be planned. */
  day: day.optional(),
  /** For the scope `until`. */
  untilDay: day.optional(),
  /** Only these tasks. */
  taskIds: z.array(id).max(200).optional(),
  /** Weekdays without working hours that may be used this once, 09:00 to 17:00. */
  allowWeekdays: z.array(weekday).max(7).optional(),
  /** Tasks that may be cut into shorter pieces this once. */
  splitTaskIds: z.array(id).max(200).optional(),
});

/** What would make room for a task that did not fit; nothing of it happens unless the person says so. */
export const remedy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('split') }),
  z.object({ kind: z.literal('allow'), weekday }),
  z.object({ kind: z.literal('further'), untilDay: day }),
]);

const change = {
  taskId: id,
  title: z.string(),
  priority: z.int(),
  startMs: instantMs,
  endMs: instantMs,
  reason: z.string(),
};

/** A block as the plan would have it. `from` is where a moved one lies now. */
export const plannedBlock = z.discriminatedUnion('change', [
  z.object({ change: z.literal('new'), ...change }),
  z.object({ change: z.literal('moved'), id, from: stretch, ...change }),
  z.object({ change: z.literal('kept'), id, ...change }),
]);

export const proposal = z.object({
  scope: planScope,
  fromMs: instantMs,
  toMs: instantMs,
  /** The first and the last day it plans. */
  fromDay: day,
  toDay: day,
  blocks: z.array(plannedBlock),
  /** Blocks that have no place in it any more. */
  removed: z.array(z.object({ id, ...change })),
  unplaced: z.array(
    z.object({
      taskId: id,
      title: z.string(),
      durationMin: z.int(),
      missingMin: z.int(),
      reason: z.string(),
      remedies: z.array(remedy),
    }),
  ),
  /** Tasks that can wait and found no place either; they are not listed. */
  waiting: z.int(),
});

/** The part of a proposal that is accepted; a block with an id is moved, one without is new. */
export const acceptedBlock = stretch.extend({ id: id.optional(), taskId: id, reason: z.string().max(1_000) });

export const planContract = {
  /** Works out a plan and writes nothing. */
  propose: call
    .errors({
      NOT_FOUND,
      UNTIL_MISSING: { message: 'Say until which day to plan.' },
      UNTIL_PAST: { message: 'That day is over. Choose a later one.' },
    })
    .input(planQuestion)
    .output(proposal),
  /** Writes all of it or, when something changed since it was proposed, nothing. */
  accept: call
    .errors({
      PLAN_STALE: {
        message: 'Something changed since this plan was made, so nothing was written. Plan again.',
        data: z.object({ taskIds: z.array(id) }),
      },
    })
    .input(z.object({ blocks: z.array(acceptedBlock).max(1_000), remove: z.array(id).max(1_000) }))
    .output(z.object({ blocks: z.int(), removed: z.int() })),
  /** What is left of a day's working time, from now on when it is today. */
  freeTime: call.input(z.object({ day })).output(z.object({ freeMin: z.int(), stretches: z.array(stretch) })),
};

export type Weekday = z.infer<typeof weekday>;
export type PlanQuestion = z.input<typeof planQuestion>;
export type Remedy = z.infer<typeof remedy>;
export type PlannedBlock = z.infer<typeof plannedBlock>;
export type Proposal = z.infer<typeof proposal>;
export type AcceptedBlock = z.infer<typeof acceptedBlock>;
export type WorkingHours = z.infer<typeof workingHours>;
export type PlanTask = z.infer<typeof planTask>;
export type PlanInstance = z.infer<typeof planInstance>;
export type ProposedBlock = z.infer<typeof proposedBlock>;
export type UnplacedTask = z.infer<typeof unplacedTask>;
export type PlanResult = z.infer<typeof planResult>;
export type PlanObjective = z.infer<typeof objective>;
