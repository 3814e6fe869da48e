import { planCost } from '#main/domain/scheduling/objective';
import { solvePlan } from '#main/domain/scheduling/solve-plan';
import type { PlanInstance } from '#contract/plan';
import { describe, expect, it } from 'vitest';
import { at, said, stretch, task, week } from './instances.ts';

function blocksOf(instance: PlanInstance): string[] {
  return solvePlan(instance).blocks.map((block) => `${block.task} ${said(block)}`);
}

describe('a plan', () => {
  it('puts what matters most per minute first', () => {
    const tasks = [task('low', { priority: 4 }), task('long', { durationMin: 180 }), task('top', { priority: 1 })];
    expect(blocksOf(week(tasks))).toEqual(['top mon 09:00-10:00', 'long mon 10:00-13:00', 'low mon 13:00-14:00']);
  });

  it('goes round appointments and the buffer about them', () => {
    const busy = [stretch('mon 09:30', '10:30'), stretch('mon 12:00', '16:30')];
    expect(blocksOf(week([task('a'), task('b')], { busy, bufferMin: 10 }))).toEqual([
      'a mon 10:40-11:40',
      'b tue 09:00-10:00',
    ]);
  });

  it('meets a deadline that a more important task would have crowded out', () => {
    const tasks = [task('big', { durationMin: 480, priority: 1 }), task('due', { deadlineMs: at('mon 10:00') })];
    const busy = [stretch('wed 09:00', '17:00')];
    expect(blocksOf(week(tasks, { busy, objective: { late: 20 } }))).toEqual([
      'due mon 09:00-10:00',
      'big tue 09:00-17:00',
    ]);
  });

  it('starts a task once those it waits for are done', () => {
    const tasks = [
      task('ship', { priority: 1, after: ['build', 'test'] }),
      task('build', { priority: 4 }),
      task('test', { priority: 4, after: ['build'] }),
    ];
    expect(blocksOf(week(tasks))).toEqual(['build mon 09:00-10:00', 'test mon 10:00-11:00', 'ship mon 11:00-12:00']);
  });

  it('takes a task that is not in the instance as done', () => {
    expect(blocksOf(week([task('a', { after: ['gone'] })]))).toEqual(['a mon 09:00-10:00']);
  });

  it('keeps demanding work for the fresh part of the day and fills the rest with other work', () => {
    const busy = [stretch('mon 09:00', '12:00')];
    const tasks = [task('hard', { energy: 'high' }), task('easy', { energy: 'low' })];
    expect(blocksOf(week(tasks, { busy }))).toEqual(['easy mon 12:00-13:00', 'hard tue 09:00-10:00']);
  });

  it('never starts before now or before the earliest moment, and stays on the grid', () => {
    const tasks = [task('a'), task('b', { earliestMs: at('mon 14:02') })];
    expect(blocksOf(week(tasks, { nowMs: at('mon 10:03') }))).toEqual(['a mon 10:05-11:05', 'b mon 14:05-15:05']);
  });

  it('splits a task within its bounds, never leaving a piece too short', () => {
    const busy = [stretch('mon 10:40', '12:00'), stretch('mon 12:30', '16:00')];
    const split = task('a', { durationMin: 120, minChunkMin: 30, maxChunkMin: 90 });
    expect(blocksOf(week([split], { busy }))).toEqual(['a mon 09:00-10:30', 'a mon 12:00-12:30']);
  });

  it('gives a length off the grid its exact minutes', () => {
    const tasks = [task('a', { durationMin: 17, priority: 1 }), task('b')];
    expect(blocksOf(week(tasks))).toEqual(['a mon 09:00-09:17', 'b mon 09:20-10:20']);
  });

  it('keeps pinned blocks exactly, outside working hours too, and plans only the rest of the task', () => {
    const tasks = [
      task('a', { durationMin: 120, pinned: [stretch('mon 18:01', '19:01')] }),
      task('b', { pinned: [stretch('mon 09:00', '10:00')] }),
      task('c', { after: ['b'], priority: 1 }),
    ];
    expect(blocksOf(week(tasks))).toEqual([
      'b mon 09:00-10:00',
      'c mon 10:00-11:00',
      'a mon 11:00-12:00',
      'a mon 18:01-19:01',
    ]);
  });

  it('leaves out the least important when time is short', () => {
    const hours: PlanInstance['workingHours'] = { mon: [['09:00', '11:00']] };
    const plan = solvePlan(week([task('a', { priority: 3 }), task('b'), task('c')], { workingHours: hours }));
    expect(plan.blocks.map((block) => block.task)).toEqual(['b', 'c']);
    expect(plan.unplaced.map(({ task, missingMin }) => [task, missingMin])).toEqual([['a', 60]]);
  });

  it('keeps to the wall clock over a change of the clocks', () => {
    const plan = solvePlan({
      ...week([task('a', { earliestMs: Date.parse('2026-03-29T12:00:00Z') })]),
      nowMs: Date.parse('2026-03-27T00:00:00Z'),
      fromMs: Date.parse('2026-03-27T00:00:00Z'),
      toMs: Date.parse('2026-04-03T00:00:00Z'),
    });
    expect(new Date(plan.blocks[0]?.startMs ?? 0).toISOString()).toBe('2026-03-30T07:00:00.000Z');
  });

  it('reports the cost that the judge finds', () => {
    const instance = week([
      task('a'),
      task('b', { energy: 'high', durationMin: 300 }),
      task('c', { durationMin: 900 }),
    ]);
    const plan = solvePlan(instance);
    expect(plan.cost).toBe(planCost(instance, plan.blocks));
  });

  it('ends when the clock says so, and gives a plan all the same', () => {
    let elapsedMs = 0;
    const tasks = Array.from({ length: 60 }, (_, index) => task(`t${index}`, { durationMin: 30 }));
    const plan = solvePlan(week(tasks, { budgetMs: 100 }), {
      now: () => {
        elapsedMs += 50;
        return elapsedMs;
      },
    });
    expect(plan.blocks).toHaveLength(60);
  });
});

describe('an impossible wish', () => {
  it.each<[string, PlanInstance]>([
    ['no tasks', week([])],
    ['no working hours', week([task('a')], { workingHours: {} })],
    ['an end before the beginning', week([task('a')], { toMs: at('mon 00:00') - 1 })],
    ['everything busy', week([task('a')], { busy: [{ startMs: at('mon 00:00'), endMs: at('sun 00:00') }] })],
    ['chunks that contradict each other', week([task('a', { durationMin: 240, minChunkMin: 90, maxChunkMin: 30 })])],
    ['chunks below the grid', week([task('a', { minChunkMin: 1, maxChunkMin: 2 })])],
    ['the end of time', week([task('a')], { toMs: 8.64e15 })],
    ['a pinned block longer than the task', week([task('a', { pinned: [stretch('mon 09:00', '12:00')] })])],
    ['a task that waits for itself', week([task('a', { after: ['a'] }), task('b', { after: ['a'] })])],
  ])('is answered, not thrown: %s', (_, instance) => {
    const plan = solvePlan(instance);
    expect(plan.cost).toBeGreaterThanOrEqual(0);
    for (const { reason } of [...plan.blocks, ...plan.unplaced]) expect(reason).toMatch(/^\S.{5,}[^.]$/u);
  });
});
