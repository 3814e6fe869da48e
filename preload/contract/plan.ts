import { z } from 'zod';
import { instantMs, timeOfDay, zoneName } from './time.ts';

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
export const planResult = z.object({ blocks: z.array(proposedBlock), unplaced: z.array(unplacedTask), cost: z.number() });

export type WorkingHours = z.infer<typeof workingHours>;
export type PlanTask = z.infer<typeof planTask>;
export type PlanInstance = z.infer<typeof planInstance>;
export type ProposedBlock = z.infer<typeof proposedBlock>;
export type UnplacedTask = z.infer<typeof unplacedTask>;
export type PlanResult = z.infer<typeof planResult>;
export type PlanObjective = z.infer<typeof objective>;
