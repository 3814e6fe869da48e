import { lifted } from '#main/domain/scheduling/lifting';
import { lunchBreaks, lunchRooms } from '#main/domain/scheduling/lunch';
import { planCost } from '#main/domain/scheduling/objective';
import { problemOf } from '#main/domain/scheduling/problem';
import { search } from '#main/domain/scheduling/search';
import { solvePlan } from '#main/domain/scheduling/solve-plan';
import { workingDays } from '#main/domain/scheduling/working-time';
import type { PlanInstance, PlanTask } from '#contract/plan';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, week } from './instances.ts';

const WEEK_MIN = 5 * 1440;
const DAY_MS = 86_400_000;
const minute = fc.integer({ min: 0, max: WEEK_MIN }).map((minutes) => at('mon 00:00') + minutes * 60_000);
const busy = fc
  .tuple(minute, fc.integer({ min: 1, max: 300 }))
  .map(([startMs, minutes]) => ({ startMs, endMs: startMs + minutes * 60_000 }));

function taskAt(index: number): fc.Arbitrary<PlanTask> {
  const other = fc.integer({ min: 0, max: 9 }).map((number) => `t${number}`);
  return fc.record(
    {
      id: fc.constant(`t${index}`),
      title: fc.constant(`Task ${index}`),
      durationMin: fc.integer({ min: 1, max: 400 }),
      minChunkMin: fc.integer({ min: 5, max: 60 }),
      maxChunkMin: fc.integer({ min: 60, max: 400 }),
      earliestMs: minute,
      deadlineMs: minute,
      priority: fc.integer({ min: 1, max: 4 }),
      energy: fc.constantFrom('high' as const, 'low' as const),
      after: fc.array(other, { maxLength: 2 }),
      pinned: fc.array(busy, { maxLength: 1 }),
      avoid: fc.array(busy, { maxLength: 2 }),
    },
    { requiredKeys: ['id', 'title', 'durationMin', 'priority'] },
  );
}

const instance: fc.Arbitrary<PlanInstance> = fc
  .record({
    tasks: fc
      .integer({ min: 0, max: 10 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => taskAt(i)))),
    busy: fc.array(busy, { maxLength: 8 }),
    bufferMin: fc.integer({ min: 0, max: 20 }),
    gridMin: fc.constantFrom(5, 15, 30),
    nowMs: minute,
    lunch: fc.option(
      fc.record({
        from: fc.constantFrom('11:30', '12:00'),
        to: fc.constantFrom('13:10', '14:00'),
        durationMin: fc.integer({ min: 20, max: 60 }),
      }),
      { nil: undefined },
    ),
    daily: fc.option(
      fc.record(
        {
          plannedMin: fc.integer({ min: 60, max: 400 }),
          demandingMin: fc.integer({ min: 60, max: 200 }),
          freeShare: fc.constantFrom(0.1, 0.5),
        },
        { requiredKeys: [] },
      ),
      { nil: undefined },
    ),
  })
  .map(({ tasks, ...more }) => week(tasks, { ...more, budgetMs: 0.5 }));

/** The blocks of a plan that the planner chose itself. */
function chosenBlocks(
  given: PlanInstance,
  plan: ReturnType<typeof solvePlan>,
): { task: PlanTask; startMs: number; endMs: number }[] {
  return plan.blocks
    .filter((block) => block.reason !== 'You pinned it here')
    .flatMap(({ task: id, startMs, endMs }) => {
      const task = given.tasks.find((other) => other.id === id);
      return task ? [{ task, startMs, endMs }] : [];
    });
}

const lengthMs = ({ startMs, endMs }: { startMs: number; endMs: number }): number => endMs - startMs;
const minutesOf = (blocks: readonly { startMs: number; endMs: number }[]): number =>
  blocks.reduce((sum, block) => sum + lengthMs(block) / 60_000, 0);
const placedOf = (plan: ReturnType<typeof solvePlan>, id: string): number =>
  minutesOf(plan.blocks.filter((block) => block.task === id));

/** What a reason advises, and how to do it. */
const REMEDIES: readonly [string, (given: PlanInstance, task: PlanTask) => PlanInstance][] = [
  ['raise the daily limit', (given) => lifted(given, 'limits')],
  ['skip lunch', (given) => lifted(given, 'lunch')],
  ['keep less time free around events', (given) => lifted(given, 'buffer')],
  ['take a refusal back', (given) => lifted(given, 'refusals')],
  ...['split it', 'allow shorter pieces'].map((words): (typeof REMEDIES)[number] => [
    words,
    (given, task) => ({
      ...given,
      tasks: given.tasks.map((other) =>
        other.id === task.id
          ? { ...other, minChunkMin: task.durationMin >= 60 ? 30 : 15, maxChunkMin: undefined }
          : other,
      ),
    }),
  ]),
];

describe('every plan', () => {
  it('overlaps nothing: neither itself, nor pinned blocks, nor what is busy and the buffer about it', () => {
    fc.assert(
      fc.property(instance, (given) => {
        const chosen = chosenBlocks(given, solvePlan(given));
        const bufferMs = (given.bufferMin ?? 0) * 60_000;
        const taken = [
          ...given.tasks.flatMap((task) => task.pinned ?? []),
          ...given.busy.map(({ startMs, endMs }) => ({ startMs: startMs - bufferMs, endMs: endMs + bufferMs })),
        ];
        for (const [index, block] of chosen.entries()) {
          for (const other of [...taken, ...chosen.slice(index + 1)]) {
            expect(block.endMs <= other.startMs || other.endMs <= block.startMs).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('lies in working hours, on the grid, after now and after the earliest moment', () => {
    fc.assert(
      fc.property(instance, (given) => {
        for (const { task, startMs, endMs } of chosenBlocks(given, solvePlan(given))) {
          const startMin = ((startMs - at('mon 00:00')) / 60_000) % 1440;
          const endMin = startMin + (endMs - startMs) / 60_000;
          expect(startMin).toBeGreaterThanOrEqual(540);
          expect(endMin).toBeLessThanOrEqual(1020);
          expect(startMin % (given.gridMin ?? 5)).toBe(0);
          expect(startMs).toBeGreaterThanOrEqual(Math.max(given.nowMs, task.earliestMs ?? 0));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives each task its duration or says how much is missing', () => {
    fc.assert(
      fc.property(instance, (given) => {
        const plan = solvePlan(given);
        for (const task of given.tasks) {
          const own = plan.blocks.filter((block) => block.task === task.id);
          const placedMin = own.reduce((sum, { startMs, endMs }) => sum + (endMs - startMs) / 60_000, 0);
          const missing = plan.unplaced.find((left) => left.task === task.id);
          expect(missing?.missingMin ?? 0).toBe(Math.max(0, task.durationMin - placedMin));
          const pinnedMin = (task.pinned ?? []).reduce(
            (sum, { startMs, endMs }) => sum + (endMs - startMs) / 60_000,
            0,
          );
          expect(placedMin).toBeLessThanOrEqual(Math.max(task.durationMin, pinnedMin));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps pieces within the bounds of their task', () => {
    fc.assert(
      fc.property(instance, (given) => {
        const gridMin = given.gridMin ?? 5;
        for (const { task, startMs, endMs } of chosenBlocks(given, solvePlan(given))) {
          const minutes = (endMs - startMs) / 60_000;
          const pinnedMin = (task.pinned ?? []).reduce((sum, pin) => sum + (pin.endMs - pin.startMs) / 60_000, 0);
          const leftMin = task.durationMin - pinnedMin;
          expect(minutes).toBeLessThanOrEqual(Math.max(gridMin, task.maxChunkMin ?? leftMin));
          expect(minutes).toBeGreaterThanOrEqual(
            Math.min(task.minChunkMin ?? 1, leftMin, task.maxChunkMin ?? leftMin) - gridMin,
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it('leaves time for lunch wherever events and pinned blocks do', () => {
    fc.assert(
      fc.property(instance, (given) => {
        const days = workingDays(given.zone, given.fromMs, given.toMs, given.workingHours);
        const chosen = chosenBlocks(given, solvePlan(given));
        expect(lunchBreaks(given, days, chosen).map(lengthMs)).toEqual(
          lunchRooms(given, days).map((room) => room.lengthMs),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('gives no task a time that was refused for it, and no day more than it may hold', () => {
    fc.assert(
      fc.property(instance, (given) => {
        const chosen = chosenBlocks(given, solvePlan(given));
        for (const { task, ...block } of chosen) {
          for (const refused of task.avoid ?? []) {
            expect(block.endMs <= refused.startMs || refused.endMs <= block.startMs).toBe(true);
          }
        }
        const { plannedMin = Number.POSITIVE_INFINITY, demandingMin = Number.POSITIVE_INFINITY } = given.daily ?? {};
        for (const [day, own] of Map.groupBy(chosen, (block) =>
          Math.floor((block.startMs - at('mon 00:00')) / DAY_MS),
        )) {
          const pinned = given.tasks
            .flatMap((task) => (task.pinned ?? []).map((block) => ({ task, ...block })))
            .filter((block) => Math.floor((block.startMs - at('mon 00:00')) / DAY_MS) === day);
          const demanding = [...own, ...pinned].filter(({ task }) => task.energy === 'high');
          expect(minutesOf([...own, ...pinned])).toBeLessThanOrEqual(plannedMin);
          if (own.some(({ task }) => task.energy === 'high')) {
            expect(minutesOf(demanding)).toBeLessThanOrEqual(demandingMin);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('names only remedies that help: each, done alone, gives the task more of its time', () => {
    let tried = 0;
    fc.assert(
      fc.property(instance, (given) => {
        const plan = solvePlan(given);
        for (const { task: id, reason } of plan.unplaced) {
          const task = given.tasks.find((other) => other.id === id)!;
          const done = [...REMEDIES].filter(([words]) => reason.includes(words));
          for (const [, remedy] of done) {
            tried += 1;
            // All else stays as planned; what found no place at all would only compete for the new room.
            const kept = given.tasks
              .filter((other) => other.id === id || placedOf(plan, other.id) > 0)
              .map((other) => ({
                ...other,
                pinned: plan.blocks.filter((block) => block.task === other.id),
                durationMin: other.id === id ? other.durationMin : placedOf(plan, other.id),
              }));
            const after = solvePlan(remedy({ ...given, tasks: kept }, task));
            expect(placedOf(after, id)).toBeGreaterThan(placedOf(plan, id));
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(tried).toBeGreaterThan(20);
  });

  it('starts nothing before what it waits for is complete', () => {
    fc.assert(
      fc.property(instance, (given) => {
        const plan = solvePlan(given);
        for (const { task, startMs } of chosenBlocks(given, plan)) {
          for (const id of (task.after ?? []).filter((other) => given.tasks.some((known) => known.id === other))) {
            expect(plan.unplaced.map((left) => left.task)).not.toContain(id);
            for (const block of plan.blocks.filter((other) => other.task === id)) {
              expect(block.endMs).toBeLessThanOrEqual(startMs);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is the same for the same instance', () => {
    fc.assert(
      fc.property(instance, (given) => {
        expect(solvePlan(given)).toEqual(solvePlan(structuredClone(given)));
      }),
      { numRuns: 40 },
    );
  });

  it('costs what the search thinks it costs', () => {
    fc.assert(
      fc.property(instance, (given) => {
        const problem = problemOf(given);
        const { pieces, cost } = search(problem, { steps: 10_000 });
        const chosen = pieces.map(({ job, startMin, lengthMin }) => {
          const startMs = problem.baseMs + startMin * 60_000;
          return { task: job.task.id, startMs, endMs: startMs + lengthMin * 60_000 };
        });
        const pinned = given.tasks.flatMap((task) => (task.pinned ?? []).map((block) => ({ task: task.id, ...block })));
        const open = new Set(problem.jobs.map((job) => job.task));
        const searched = { ...given, tasks: given.tasks.filter((task) => open.has(task)) };
        expect(cost).toBeCloseTo(planCost(searched, [...chosen, ...pinned]), 6);
      }),
      { numRuns: 150 },
    );
  });
});
