import { lifted, RULES, rulesInTheWay } from '#main/domain/scheduling/lifting';
import { lunchBreaks } from '#main/domain/scheduling/lunch';
import { solvePlan } from '#main/domain/scheduling/solve-plan';
import { workingDays } from '#main/domain/scheduling/working-time';
import type { PlanInstance } from '#contract/plan';
import { describe, expect, it } from 'vitest';
import { at, said, stretch, task, week } from './instances.ts';

const LUNCH = { from: '12:00', to: '14:00', durationMin: 45 };

function told(instance: PlanInstance): string[] {
  const { blocks, unplaced } = solvePlan(instance);
  return [
    ...blocks.map((block) => `${block.task} ${said(block)}: ${block.reason}`),
    ...unplaced.map((left) => `${left.task} -: ${left.reason}`),
  ];
}

function lunches(more: Partial<PlanInstance>, standing: { startMs: number; endMs: number }[] = []): string[] {
  const instance = week([], { lunch: LUNCH, toMs: at('tue 00:00'), ...more });
  const days = workingDays(instance.zone, instance.fromMs, instance.toMs, instance.workingHours);
  return lunchBreaks(instance, days.slice(0, 1), standing).map(said);
}

describe('lunch', () => {
  it('lies at the beginning of its window when nothing is in the way', () => {
    expect(lunches({})).toEqual(['mon 12:00-12:45']);
  });

  it('gives way to events, and lies against them so that free time stays whole', () => {
    expect(lunches({ busy: [stretch('mon 11:30', '12:30')] })).toEqual(['mon 12:30-13:15']);
    expect(lunches({ busy: [stretch('mon 13:00', '14:00')] })).toEqual(['mon 12:15-13:00']);
  });

  it('gives way to what is pinned and to blocks that stand', () => {
    expect(lunches({ tasks: [task('a', { pinned: [stretch('mon 12:00', '12:30')] })] })).toEqual(['mon 12:30-13:15']);
    expect(lunches({}, [stretch('mon 12:00', '13:00')])).toEqual(['mon 13:00-13:45']);
  });

  it('is shorter on a full day, and left out where half of it is not to be had', () => {
    expect(lunches({ busy: [stretch('mon 12:00', '13:30')] })).toEqual(['mon 13:30-14:00']);
    expect(lunches({ busy: [stretch('mon 12:00', '13:45')] })).toEqual([]);
  });

  it('needs no time of its own where working hours leave it', () => {
    expect(
      lunches({
        workingHours: {
          mon: [
            ['09:00', '12:00'],
            ['13:00', '17:00'],
          ],
        },
      }),
    ).toEqual([]);
    expect(lunches({ workingHours: { mon: [['14:00', '18:00']] } })).toEqual([]);
  });

  it('is kept free by the plan', () => {
    expect(told(week([task('a', { durationMin: 180 }), task('b')], { lunch: LUNCH, gridMin: 15 }))).toEqual([
      'b mon 09:00-10:00: The first free hour',
      'a mon 10:00-13:00: The first free 3 hours',
    ]);
  });

  it('is taken after work that leaves it no other time', () => {
    const tasks = [task('a', { durationMin: 240 }), task('b', { durationMin: 120, priority: 3 })];
    expect(told(week(tasks, { lunch: LUNCH, gridMin: 15 }))).toEqual([
      'a mon 09:00-13:00: The first free 4 hours',
      'b mon 13:45-15:45: The next free 2 hours after “Task a”, which has a higher priority',
    ]);
  });

  it('parts the pieces of a long task', () => {
    const long = task('a', { durationMin: 420, maxChunkMin: 419, minChunkMin: 30 });
    expect(told(week([long], { lunch: LUNCH, gridMin: 15 })).map((line) => line.slice(0, 17))).toEqual([
      'a mon 09:00-13:15',
      'a mon 14:00-16:45',
    ]);
  });

  it('is named when it is what leaves no room', () => {
    const instance = week([task('a', { durationMin: 300 })], {
      lunch: LUNCH,
      workingHours: { mon: [['09:00', '15:00']] },
    });
    expect(told(instance)).toEqual([
      'a -: No free stretch of 5 hours before the end of Friday (the longest is 3 hours); split it, skip lunch or plan further ahead',
    ]);
  });
});

describe('daily limits', () => {
  it('spread planned work over the days and say so', () => {
    expect(told(week([task('a'), task('b'), task('c', { priority: 3 })], { daily: { plannedMin: 120 } }))).toEqual([
      'a mon 09:00-10:00: The first free hour',
      'b mon 10:00-11:00: The next free hour after “Task a”',
      'c tue 09:00-10:00: Today holds as much planned work as you allow, so it goes to the next day with room',
    ]);
  });

  it('count what is pinned and what was worked today', () => {
    const pinned = task('p', { pinned: [stretch('mon 15:00', '16:00')] });
    expect(told(week([pinned, task('a')], { daily: { plannedMin: 90 } }))[1]).toContain('a tue 09:00-10:00');
    const worked = [stretch('mon 09:00', '10:00')];
    const today = { nowMs: at('mon 11:00'), daily: { plannedMin: 90 } };
    expect(told(week([task('a')], { ...today, worked }))[0]).toContain('a tue 09:00-10:00');
    expect(told(week([task('a')], today))[0]).toContain('a mon 11:00-12:00');
  });

  it('bound demanding work alone', () => {
    const demanding = { energy: 'high' as const };
    expect(
      told(week([task('a', demanding), task('b', demanding), task('c')], { daily: { demandingMin: 90 } })).map((line) =>
        line.slice(0, 17),
      ),
    ).toEqual(['a mon 09:00-10:00', 'c mon 10:00-11:00', 'b tue 09:00-10:00']);
  });

  it('cut a long task where the day is full', () => {
    const long = task('a', { durationMin: 240, maxChunkMin: 239, minChunkMin: 60 });
    expect(told(week([long], { daily: { plannedMin: 150 } })).map((line) => line.slice(0, 17))).toEqual([
      'a mon 09:00-11:30',
      'a tue 09:00-10:30',
    ]);
  });

  it('keep a share of what events leave', () => {
    const busy = [stretch('mon 09:00', '13:00')];
    const tasks = ['a', 'b', 'c', 'd'].map((id) => task(id));
    const lines = told(week(tasks, { busy, daily: { freeShare: 0.5 } }));
    expect(lines.filter((line) => line.includes(' mon '))).toHaveLength(2);
  });

  it('are named when they leave no room', () => {
    const instance = week([task('a'), task('b')], { daily: { plannedMin: 60 }, toMs: at('tue 00:00') });
    expect(told(instance)[1]).toBe(
      'b -: Your limit for a day (1 hour of planned work) is reached until today; raise the daily limit or plan further ahead',
    );
  });
});

describe('refused times', () => {
  it('are left to others, and the block says which was refused', () => {
    const avoid = [stretch('mon 09:00', '12:00')];
    expect(told(week([task('a', { avoid }), task('b')]))).toEqual([
      'b mon 09:00-10:00: The first free hour',
      'a mon 12:00-13:00: You refused today 10:00; this is the next free hour',
    ]);
  });

  it('let pieces lie round them', () => {
    const long = task('a', {
      durationMin: 240,
      maxChunkMin: 239,
      minChunkMin: 60,
      avoid: [stretch('mon 11:00', '12:00')],
    });
    expect(told(week([long])).map((line) => line.slice(0, 17))).toEqual(['a mon 09:00-11:00', 'a mon 12:00-14:00']);
  });

  it('are named when nothing else is left', () => {
    const avoid = [stretch('mon 00:00', '24:00')];
    expect(told(week([task('a', { avoid })], { toMs: at('tue 00:00') }))).toEqual([
      'a -: All the time it would fit in is time you refused for it; take a refusal back or plan further ahead',
    ]);
  });
});

describe('a rule that is in the way', () => {
  const full = week([task('a', { durationMin: 300 })], {
    workingHours: { mon: [['09:00', '15:00']] },
    lunch: LUNCH,
    bufferMin: 15,
    busy: [{ ...stretch('mon 14:15', '15:00'), isTravel: true }],
  });

  it('is one of which the lifting alone makes room', () => {
    const { blocks } = solvePlan(full);
    expect(rulesInTheWay(full, blocks, full.tasks[0]!)).toEqual(['lunch']);
    for (const rule of RULES) {
      expect(solvePlan(lifted(full, rule)).unplaced.length === 0).toBe(rule === 'lunch');
    }
  });

  it('names the travel', () => {
    const instance = week([task('a', { durationMin: 120 })], {
      workingHours: { mon: [['09:00', '12:00']] },
      busy: [stretch('mon 11:30', '12:00'), { ...stretch('mon 10:30', '11:30'), isTravel: true }],
    });
    expect(told(instance)[0]).toBe(
      'a -: No free stretch of 2 hours before the end of Friday (the longest is 90 minutes); leave out the travel or plan further ahead',
    );
  });
});
