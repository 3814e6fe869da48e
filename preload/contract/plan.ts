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
  /** Times it may not have: those the person refused. */
  avoid: z.array(stretch).optional(),
});

/** A break of `durationMin` that is kept free between `from` and `to` on each working day, wherever events leave it room. */
export const lunchBreak = z.object({ from: timeOfDay, to: timeOfDay, durationMin: z.int().positive() });

/** What a day may hold at most. */
export const dailyLimits = z.object({
  /** Minutes of planned work. */
  plannedMin: z.int().positive().optional(),
  /** Minutes of work that needs high energy. */
  demandingMin: z.int().positive().optional(),
  /** Of the time that events leave, so much stays free: 0 to 1. */
  freeShare: z.number().min(0).max(1).optional(),
});

/** The weights of the written objective (docs: the plan's objective). */
export const objective = z.object({
  wait: z.number(),
  late: z.number(),
  energy: z.number(),
  unplaced: z.number(),
  /** For each block of a task beyond its first; nothing when measuring. */
  fragment: z.number(),
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
  busy: z.array(stretch.extend({ isTravel: z.boolean().optional() })),
  lunch: lunchBreak.optional(),
  daily: dailyLimits.optional(),
  /** Work of this day that is over: it counts against what a day may hold. */
  worked: z.array(stretch.extend({ energy: energy.optional() })).optional(),
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

/** The person's rules that a plan keeps to and that they can lift for once. */
export const planRule = z.enum(['limits', 'lunch', 'buffer', 'travel', 'refusals']);

/** What is planned: one day, one week, or everything due by a day. */
export const planScope = z.enum(['day', 'week', 'until']);
export const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

/** Why a proposed block was refused: it also rules out the mornings, the afternoons, the day, or all that is earlier. */
export const refusal = z.enum(['here', 'morning', 'afternoon', 'day', 'later']);

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
  /** Rules that do not hold this once. */
  lift: z.array(planRule).max(5).optional(),
  /** What if: without these events, without these tasks, with other lengths and due days. */
  withoutEventIds: z.array(z.string().max(120)).max(20).optional(),
  withoutTaskIds: z.array(id).max(200).optional(),
  lengths: z
    .array(z.object({ taskId: id, minutes: z.int().min(5).max(6_000) }))
    .max(200)
    .optional(),
  dueDays: z
    .array(z.object({ taskId: id, dueDay: day.nullable() }))
    .max(200)
    .optional(),
  /** Places the person refused in this plan, and what else that rules out. */
  refused: z
    .array(stretch.extend({ taskId: id, why: refusal }))
    .max(500)
    .optional(),
  /** Places the person kept: they stay, and the rest is planned round them. */
  keep: z
    .array(stretch.extend({ taskId: id }))
    .max(1_000)
    .optional(),
  /** After days away: blocks that stand are no reason for anything, and what is overdue is sorted as well. */
  anew: z.boolean().optional(),
});

/** What would make room for a task that did not fit; nothing of it happens unless the person says so. */
export const remedy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('split') }),
  z.object({ kind: z.literal('allow'), weekday }),
  z.object({ kind: z.literal('further'), untilDay: day }),
  z.object({ kind: z.literal('lift'), rule: planRule }),
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
  z.object({
    change: z.literal('moved'),
    id,
    from: stretch,
    /** What came in the way of it where it lies now. */
    movedBecause: z.string(),
    ...change,
  }),
  z.object({ change: z.literal('kept'), id, ...change }),
]);

/** What is proposed for an overdue task: the day it is planned for now, a later day, or to let it go. */
export const overdueTask = z.object({
  taskId: id,
  title: z.string(),
  /** The day it was due, or meant for. */
  wasDay: day,
  act: z.enum(['plan', 'defer', 'drop']),
  /** The new day to do it; for `plan` the day of its block, for `defer` a later one. */
  doDay: day,
});

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
  /** Tasks that would be done after they are due. */
  lateTaskIds: z.array(id),
  /** Time kept free for lunch. */
  lunches: z.array(stretch),
  /** For a plan made anew: what is overdue, and what is proposed for it. */
  overdue: z.array(overdueTask),
});

/** The part of a proposal that is accepted; a block with an id is moved, one without is new. */
export const acceptedBlock = stretch.extend({ id: id.optional(), taskId: id, reason: z.string().max(1_000) });

export const acceptedPlan = z.object({
  blocks: z.array(acceptedBlock).max(1_000),
  remove: z.array(id).max(1_000),
  /** What was supposed in a what-if and is now so. */
  lengths: z
    .array(z.object({ taskId: id, minutes: z.int().min(5).max(6_000) }))
    .max(200)
    .optional(),
  dueDays: z
    .array(z.object({ taskId: id, dueDay: day.nullable() }))
    .max(200)
    .optional(),
  /** What is decided about overdue tasks. */
  doDays: z
    .array(z.object({ taskId: id, doDay: day }))
    .max(500)
    .optional(),
  dropTaskIds: z.array(id).max(500).optional(),
});

/** A block that can't stay as it is, and what came in its way. */
export const collision = stretch.extend({
  blockId: id,
  taskId: id,
  title: z.string(),
  cause: z.enum(['event', 'block', 'late']),
  /** The event or the other block's task; the due day for `late`. */
  with: z.string(),
});

export const planCheck = z.object({
  collisions: z.array(collision),
  /** Open tasks whose planned time has passed without anything to come. */
  missedTaskIds: z.array(id),
  /** Open tasks that were due, or meant, for an earlier day. */
  overdue: z.int(),
  /** Whether so much has passed that a new plan is the better start. */
  isStale: z.boolean(),
});

/** The range of what tasks like one took; null where too few were done to say. */
export const learnedLength = z.object({
  length: z
    .object({
      lowMin: z.int(),
      middleMin: z.int(),
      highMin: z.int(),
      /** What makes them alike: the same title, tags, the project, or nothing but that they were done. */
      basis: z.enum(['title', 'tags', 'project', 'all']),
    })
    .nullable(),
  /** How many were done. */
  count: z.int(),
  /** How many it takes. */
  needed: z.int(),
});

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
    .input(acceptedPlan)
    .output(z.object({ blocks: z.int(), removed: z.int() })),
  /** What has come in the way of the plan since it was accepted; writes nothing. */
  check: call.output(planCheck),
  /** How long tasks like this one took. */
  learned: call
    .errors({ NOT_FOUND })
    .input(z.object({ taskId: id }))
    .output(learnedLength),
  /** What is left of a day's working time, from now on when it is today. */
  freeTime: call.input(z.object({ day })).output(z.object({ freeMin: z.int(), stretches: z.array(stretch) })),
};

export type Weekday = z.infer<typeof weekday>;
export type PlanRule = z.infer<typeof planRule>;
export type PlanQuestion = z.input<typeof planQuestion>;
export type Remedy = z.infer<typeof remedy>;
export type PlannedBlock = z.infer<typeof plannedBlock>;
export type Proposal = z.infer<typeof proposal>;
export type Refused = NonNullable<PlanQuestion['refused']>[number];
export type RefusalReason = z.infer<typeof refusal>;
export type OverdueTask = z.infer<typeof overdueTask>;
export type Collision = z.infer<typeof collision>;
export type PlanCheck = z.infer<typeof planCheck>;
export type LearnedLength = z.infer<typeof learnedLength>;
export type AcceptedPlan = z.infer<typeof acceptedPlan>;
export type AcceptedBlock = z.infer<typeof acceptedBlock>;
export type WorkingHours = z.infer<typeof workingHours>;
export type PlanTask = z.infer<typeof planTask>;
export type PlanInstance = z.infer<typeof planInstance>;
export type ProposedBlock = z.infer<typeof proposedBlock>;
export type UnplacedTask = z.infer<typeof unplacedTask>;
export type PlanResult = z.infer<typeof planResult>;
export type PlanObjective = z.infer<typeof objective>;
