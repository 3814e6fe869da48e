import { replan } from '#main/domain/scheduling/replan';
import { solvePlan } from '#main/domain/scheduling/solve-plan';
import { describe, expect, it } from 'vitest';
import { at, said, stretch, task, week } from './instances.ts';

function told(plan: ReturnType<typeof replan>): string[] {
  return plan.blocks.map((block) => `${block.task} ${said(block)}: ${block.reason}`);
}

describe('planning again', () => {
  const tasks = [task('a', { priority: 1 }), task('b'), task('c', { priority: 3 })];
  const accepted = solvePlan(week(tasks)).blocks;

  it('changes nothing when nothing has changed', () => {
    expect(told(replan(week(tasks), accepted))).toEqual([
      'a mon 09:00-10:00: Stays where it was',
      'b mon 10:00-11:00: Stays where it was',
      'c mon 11:00-12:00: Stays where it was',
    ]);
  });

  it('moves only what a new meeting displaces', () => {
    expect(told(replan(week(tasks, { busy: [stretch('mon 10:15', '10:45')] }), accepted))).toEqual([
      'a mon 09:00-10:00: Stays where it was',
      'c mon 11:00-12:00: Stays where it was',
      'b mon 12:00-13:00: The first free hour',
    ]);
  });

  it('lets go of a block whose task now waits for something that is not done before it', () => {
    const waiting = [task('a', { priority: 1, after: ['c'] }), task('b'), task('c', { priority: 3 })];
    expect(told(replan(week(waiting), accepted))).toEqual([
      'b mon 10:00-11:00: Stays where it was',
      'c mon 11:00-12:00: Stays where it was',
      'a mon 12:00-13:00: Waits for “Task c”, done by then',
    ]);
  });

  it('leaves a running block alone and forgets one that has passed', () => {
    expect(told(replan(week(tasks, { nowMs: at('mon 10:20') }), accepted))).toEqual([
      'b mon 10:00-11:00: Stays where it was',
      'c mon 11:00-12:00: Stays where it was',
      'a mon 12:00-13:00: The first free hour',
    ]);
  });

  it('drops the blocks of a task that is gone', () => {
    expect(told(replan(week([task('c', { priority: 3 })]), accepted))).toEqual([
      'c mon 11:00-12:00: Stays where it was',
    ]);
  });

  it('keeps no more of a task than is left to do', () => {
    const split = { durationMin: 120, minChunkMin: 60, maxChunkMin: 60 };
    const before = [stretch('mon 09:00', '10:00'), stretch('mon 11:00', '12:00')].map((block) => ({
      task: 'a',
      ...block,
    }));
    expect(told(replan(week([task('a', { ...split, durationMin: 60 })]), before))).toEqual([
      'a mon 09:00-10:00: Stays where it was',
    ]);
  });
});
