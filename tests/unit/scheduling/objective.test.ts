import { DEFAULT_OBJECTIVE, MOVE_COST, PERSONAL_WEIGHTS, planCost } from '#main/domain/scheduling/objective';
import { readFileSync } from 'node:fs';
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

describe('the written objective', () => {
  const text = readFileSync(new URL('../../../main/domain/scheduling/objective.md', import.meta.url), 'utf8');
  const table = new Map(
    [...text.matchAll(/^\| (?<name>[a-z]+(?: [1-4])?) \| (?<measured>[\d.]+) \| (?<personal>[\d.]+) \|/gmu)].map(
      ({ groups }) => [groups?.['name'], [Number(groups?.['measured']), Number(groups?.['personal'])]],
    ),
  );

  it('has the weights of the code', () => {
    const { wait, late, energy, unplaced, fragment, priority } = DEFAULT_OBJECTIVE;
    const personal = { ...DEFAULT_OBJECTIVE, ...PERSONAL_WEIGHTS };
    expect(Object.fromEntries(table)).toEqual({
      wait: [wait, personal.wait],
      late: [late, personal.late],
      energy: [energy, personal.energy],
      unplaced: [unplaced, personal.unplaced],
      fragment: [fragment, personal.fragment],
      move: [0, MOVE_COST],
      'priority 1': [priority[0], personal.priority[0]],
      'priority 2': [priority[1], personal.priority[1]],
      'priority 3': [priority[2], personal.priority[2]],
      'priority 4': [priority[3], personal.priority[3]],
    });
  });

  it('counts each block of a task beyond the first', () => {
    const blocks = [stretch('mon 09:00', '09:30'), stretch('mon 09:30', '10:00')].map((block) => ({
      task: 'a',
      ...block,
    }));
    const instance = week([task('a', { priority: 4 })]);
    const whole = planCost(instance, [{ task: 'a', ...stretch('mon 09:00', '10:00') }]);
    expect(planCost(instance, blocks)).toBeCloseTo(whole, 10);
    expect(planCost({ ...instance, objective: PERSONAL_WEIGHTS }, blocks)).toBeCloseTo(whole + 0.4, 10);
  });
});
