import type { Proposal } from '#contract/plan';
import { differenceInWords, whatIfsAround, whatIfsOf } from '#renderer/features/plan/what-ifs.ts';
import { describe, expect, it } from 'vitest';

const HOUR = 3_600_000;
const block = (taskId: string, hour: number) => ({
  change: 'new' as const,
  taskId,
  title: taskId,
  priority: 3,
  startMs: hour * HOUR,
  endMs: (hour + 1) * HOUR,
  reason: '',
});
const without = (taskId: string) => ({
  taskId,
  title: taskId,
  durationMin: 60,
  missingMin: 60,
  reason: '',
  remedies: [],
});
const plan = (more: Partial<Proposal> = {}): Proposal => ({
  scope: 'day',
  fromMs: 0,
  toMs: 24 * HOUR,
  fromDay: '2026-11-23',
  toDay: '2026-11-23',
  blocks: [block('one', 9), block('two', 10)],
  removed: [],
  unplaced: [],
  waiting: 0,
  lateTaskIds: [],
  lunches: [],
  overdue: [],
  ...more,
});

describe('the difference a supposition makes', () => {
  it('is nothing when nothing changes', () => {
    expect(differenceInWords(plan(), plan())).toBe('Nothing would change.');
  });

  it('names what fits, what does not, what is late, and how many move', () => {
    const before = plan({ unplaced: [without('three')], lateTaskIds: ['two'] });
    const after = plan({ blocks: [block('two', 9), block('three', 10)], unplaced: [without('one')] });
    expect(differenceInWords(before, after)).toBe(
      '“three” would fit, “one” would not fit, “two” would be in time, 1 task would move.',
    );
  });

  it('says by how much the end moves', () => {
    expect(differenceInWords(plan(), plan({ blocks: [block('one', 9), block('two', 12)] }))).toBe(
      '1 task would move, the last block would end 2 h later.',
    );
  });
});

describe('what can be supposed', () => {
  it('of a block: other lengths, leaving it out, other due days', () => {
    const [entry] = [{ key: 'plan:0', planned: block('one', 9), decision: 'open' as const, isMoved: false }];
    const suppositions = whatIfsOf(entry, plan());
    expect(suppositions.map((one) => one.words).slice(0, 5)).toEqual([
      '“one” took 30 min',
      '“one” took 1 h 30 min',
      '“one” took 2 h',
      '“one” took 3 h',
      '“one” were left out',
    ]);
    expect(suppositions[2]?.change({ scope: 'day' })).toEqual({
      scope: 'day',
      lengths: [{ taskId: 'one', minutes: 120 }],
    });
    expect(suppositions[2]?.change({ scope: 'day', lengths: [{ taskId: 'one', minutes: 30 }] }).lengths).toHaveLength(
      1,
    );
  });

  it('of the days: working on a free one', () => {
    const [saturday] = whatIfsAround([], ['sat'], 'UTC');
    expect(saturday?.words).toBe('you worked on Saturday');
    expect(saturday?.change({ scope: 'week' })).toEqual({ scope: 'week', allowWeekdays: ['sat'] });
  });
});
