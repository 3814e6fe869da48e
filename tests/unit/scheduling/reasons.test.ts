import { solvePlan } from '#main/domain/scheduling/solve-plan';
import type { PlanInstance } from '#contract/plan';
import { describe, expect, it } from 'vitest';
import { at, stretch, task, week } from './instances.ts';

function reasonsOf(instance: PlanInstance): Record<string, string> {
  const { blocks, unplaced } = solvePlan(instance);
  return Object.fromEntries([...blocks, ...unplaced].map(({ task, reason }) => [task, reason]));
}

describe('the reason of a block', () => {
  it('names the appointment before the first free time', () => {
    const busy = [stretch('mon 09:30', '11:00')];
    expect(reasonsOf(week([task('a')], { busy }))).toEqual({
      a: 'The first free hour after the appointment that ends at 11:00',
    });
  });

  it('names what it waits for', () => {
    expect(reasonsOf(week([task('a', { after: ['b'] }), task('b')]))['a']).toBe('Waits for “Task b”, done by then');
  });

  it('names what goes first, and why', () => {
    const more = { priority: 1, deadlineMs: at('wed 00:00') };
    expect(reasonsOf(week([task('a'), task('b', more)]))).toEqual({
      a: 'The next free hour after “Task b”, which has a higher priority',
      b: 'The first free hour; due tomorrow',
    });
  });

  it('says that a deadline left no other time', () => {
    const tasks = [
      task('a', { durationMin: 420, priority: 1, maxChunkMin: 420 }),
      task('b', { priority: 4, deadlineMs: at('mon 17:00') }),
    ];
    expect(reasonsOf(week(tasks))['b']).toBe('Due today 17:00, and this is the last free hour before it');
  });

  it('says that it will be late, and since when it is', () => {
    const tasks = [
      task('a', { deadlineMs: at('mon 00:00') - 3 * 86_400_000 }),
      task('b', { durationMin: 480, priority: 4, deadlineMs: at('tue 00:00') }),
    ];
    expect(reasonsOf(week(tasks))).toEqual({
      a: 'Overdue since 19 November; the first free hour',
      b: 'Due today, but there was no room before it; the next free 8 hours after “Task a”, which has a higher priority',
    });
  });

  it('does not speak of missing room when demanding work is late by choice', () => {
    const demanding = task('a', { energy: 'high', deadlineMs: at('mon 17:00') });
    expect(reasonsOf(week([demanding], { busy: [stretch('mon 09:00', '14:00')], objective: { late: 0.1 } }))['a']).toBe(
      'Due today 17:00, but it needs high energy, so it waits for the fresh part of a day',
    );
  });

  it('names the earliest moment that the user set', () => {
    expect(reasonsOf(week([task('a', { earliestMs: at('wed 10:00') })]))['a']).toBe(
      'Not before Wednesday 10:00; the first free hour from then',
    );
    expect(reasonsOf(week([task('a', { earliestMs: at('wed 00:00') })]))['a']).toBe(
      'Not before Wednesday; the first free hour from then',
    );
  });

  it('tells that demanding work was kept for the morning', () => {
    const busy = [stretch('mon 09:00', '13:00')];
    expect(reasonsOf(week([task('a', { energy: 'high' })], { busy }))['a']).toBe(
      'Needs high energy, so it goes early in the day',
    );
  });

  it('counts the parts of a task that was split', () => {
    const { blocks } = solvePlan(week([task('a', { durationMin: 600, maxChunkMin: 480, minChunkMin: 60 })]));
    expect(blocks.map((block) => block.reason)).toEqual([
      'Part 1 of 2: the first free 8 hours',
      'Part 2 of 2: goes on in the first free 2 hours',
    ]);
  });

  it('says who pinned it', () => {
    expect(reasonsOf(week([task('a', { pinned: [stretch('mon 09:00', '10:00')] })]))['a']).toBe('You pinned it here');
  });
});

describe('the reason of a task that does not fit', () => {
  it('names the longest free stretch and what would help', () => {
    const instance = week([task('a', { durationMin: 300 })], {
      workingHours: { mon: [['09:00', '13:00']], tue: [['09:00', '10:00']] },
      toMs: at('sun 00:00'),
    });
    expect(reasonsOf(instance)['a']).toBe(
      'No free stretch of 5 hours before the end of Saturday (the longest is 4 hours); split it, allow Saturday or plan further ahead',
    );
  });

  it('does not advise to split what would not fit in pieces either', () => {
    const instance = week([task('a', { durationMin: 300 })], { workingHours: { mon: [['09:00', '13:00']] } });
    expect(reasonsOf(instance)['a']).toBe(
      'No free stretch of 5 hours before the end of Friday (the longest is 4 hours); plan further ahead',
    );
  });

  it.each([
    ['mon 00:00', 'tue 00:00', 'tue 24:00', 'tomorrow'],
    ['mon 00:00', 'wed 00:00', 'wed 24:00', 'on Wednesday'],
    ['mon 00:00', 'wed 04:00', 'thu 04:00', 'on Wednesday'],
    ['mon 00:00', 'wed 00:00', 'thu 24:00', 'between Wednesday and Thursday'],
    ['wed 10:00', 'wed 10:00', 'wed 24:00', 'before the end of today'],
  ])('at %s names a plan from %s to %s as "%s"', (now, from, to, words) => {
    const times = { nowMs: at(now), fromMs: at(from), toMs: at(to) };
    expect(reasonsOf(week([task('a', { durationMin: 900 })], times))['a']).toMatch(
      new RegExp(`^No free stretch of 15 hours ${words} \\(the longest`),
    );
  });

  it('says that other tasks take the time', () => {
    const instance = week([task('a', { priority: 3 }), task('b')], { workingHours: { mon: [['09:00', '10:00']] } });
    expect(reasonsOf(instance)['a']).toBe(
      'Other tasks take the free time until Friday, and no stretch of 1 hour is left; shorten something or plan further ahead',
    );
  });

  it('says that there are no working hours', () => {
    expect(reasonsOf(week([task('a')], { workingHours: {} }))['a']).toBe('There are no working hours; set some first');
  });

  it('says that the plan lies in the past', () => {
    expect(reasonsOf(week([task('a')], { nowMs: at('sun 00:00') }))['a']).toBe(
      'This plan ends in the past; plan further ahead',
    );
  });

  it('names the circle of those that wait for each other, and those behind it', () => {
    const tasks = [task('a', { after: ['b'] }), task('b', { after: ['a'] }), task('c', { after: ['c'] })];
    expect(reasonsOf(week(tasks))).toEqual({
      a: 'Waits for “Task b”, and the waiting goes round in a circle; remove one of the dependencies',
      b: 'Waits for “Task a”, and the waiting goes round in a circle; remove one of the dependencies',
      c: 'Waits for itself; remove that dependency',
    });
  });

  it('names the task it waits for when that has no place', () => {
    const tasks = [task('a', { durationMin: 900 }), task('b', { after: ['a'] })];
    expect(reasonsOf(week(tasks))['b']).toBe(
      'Waits for “Task a”, which has no full place itself; make room for that first',
    );
  });

  it('says that the pieces do not add up', () => {
    const instance = week([task('a', { durationMin: 100, minChunkMin: 60, maxChunkMin: 60 })]);
    const { blocks, unplaced } = solvePlan(instance);
    expect(blocks).toHaveLength(1);
    expect(unplaced).toEqual([
      {
        task: 'a',
        missingMin: 40,
        reason: '40 minutes can’t be made of pieces of 1 hour to 1 hour; allow shorter or longer ones',
      },
    ]);
  });

  it('says that it may only start after the plan ends', () => {
    expect(reasonsOf(week([task('a', { earliestMs: at('sun 12:00') })]))['a']).toBe(
      'Can’t start before Sunday 12:00, and this plan ends before; plan further ahead',
    );
  });
});
