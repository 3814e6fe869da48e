import type { DaySummary } from '#contract/journal';
import { listDays } from '#renderer/features/journal/day-groups.ts';
import { describe, expect, it } from 'vitest';

const written = (day: string): DaySummary => ({ day, firstLine: 'x', entries: 1, words: 1, mood: null, atMs: 0 });

describe('the list of days', () => {
  it('names each stretch once: this week, last week, then months', () => {
    //    November 2026
    // Mo Tu We Th Fr Sa Su
    //  9 10 11 12 13 14 15   last week
    // 16 17 18 19 20 21 22   this week; today is the 18th
    // 23 24 ...              ahead
    const days = [
      '2026-11-23',
      '2026-11-22',
      '2026-11-16',
      '2026-11-15',
      '2026-11-09',
      '2026-11-08',
      '2026-10-31',
      '2025-11-01',
    ];
    expect(listDays(days.map(written), '2026-11-18', 1).map(({ day, heading }) => [day, heading])).toEqual([
      ['2026-11-23', 'Ahead'],
      ['2026-11-22', 'This week'],
      ['2026-11-16', null],
      ['2026-11-15', 'Last week'],
      ['2026-11-09', null],
      ['2026-11-08', 'November 2026'],
      ['2026-10-31', 'October 2026'],
      ['2025-11-01', 'November 2025'],
    ]);
  });

  it('begins the week where the user’s week begins', () => {
    expect(listDays([written('2026-11-15')], '2026-11-18', 7)[0]!.heading).toBe('This week');
  });
});
