import { planCost } from '#main/domain/scheduling/objective';
import { describe, expect, it } from 'vitest';
import { at, stretch, task, week } from './instances.ts';

describe('the cost of a plan', () => {
  it('counts waiting in half-hours of working time until completion', () => {
    // 17:00 on Monday is 16 half-hours in, 10:00 on Tuesday 18: weight 4 * 0.05 * 18.
    expect(planCost(week([task('a')]), [{ task: 'a', ...stretch('tue 09:00', '10:00') }])).toBeCloseTo(3.6, 10);
  });

  it('counts lateness in working time only: over a night nothing is lost', () => {
    const instance = week([task('a', { priority: 4, deadlineMs: at('mon 16:00') })]);
    // Completed 18, due 14: 0.05 * 18 + 4.
    expect(planCost(instance, [{ task: 'a', ...stretch('tue 09:00', '10:00') }])).toBeCloseTo(4.9, 10);
  });

  it('takes a deadline in the past as the start of the horizon', () => {
    const instance = week([task('a', { priority: 4, deadlineMs: at('mon 00:00') - 86_400_000 })]);
    expect(planCost(instance, [{ task: 'a', ...stretch('mon 09:00', '10:00') }])).toBeCloseTo(2.1, 10);
  });

  it('charges demanding work after 45 % of the working day once', () => {
    const instance = week([task('a', { priority: 4, energy: 'high', durationMin: 120 })]);
    // 45 % of eight hours from 09:00 is 12:36.
    const early = [
      { task: 'a', ...stretch('mon 09:00', '10:00') },
      { task: 'a', ...stretch('mon 11:30', '12:30') },
    ];
    expect(planCost(instance, early)).toBeCloseTo(0.35, 10);
    const late = [
      { task: 'a', ...stretch('mon 12:00', '13:00') },
      { task: 'a', ...stretch('mon 14:00', '15:00') },
    ];
    expect(planCost(instance, late)).toBeCloseTo(0.6 + 1.5, 10);
  });

  it('charges what is left out in proportion to the missing minutes', () => {
    const instance = week([task('a', { priority: 4, durationMin: 120 })]);
    expect(planCost(instance, [])).toBe(400);
    expect(planCost(instance, [{ task: 'a', ...stretch('mon 09:00', '09:30') }])).toBeCloseTo(300.05, 10);
  });

  it('takes the weights of the instance where it brings some', () => {
    const instance = week([task('a', { priority: 1 })], { objective: { wait: 1, priority: [3, 2, 1, 1] } });
    expect(planCost(instance, [{ task: 'a', ...stretch('mon 09:00', '10:00') }])).toBe(6);
  });
});
