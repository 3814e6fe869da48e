import type { DayFigures, Totals } from '#contract/dashboards';
import { csvOf } from '#renderer/features/dashboards/csv.ts';
import { bucketsOf, dayBeside, periodOf } from '#renderer/features/dashboards/period.ts';
import { comparison, keptSentence, moodSentence, workSentence } from '#renderer/features/dashboards/sentences.ts';
import { addDays } from '#renderer/ui/days.ts';
import { describe, expect, it } from 'vitest';

const nothing = { plannedMin: 0, workedMin: 0, done: 0, tasksPlanned: 0, tasksKept: 0, words: 0 };
const day = (at: string, figures: Partial<DayFigures> = {}): DayFigures => ({
  day: at,
  ...nothing,
  mood: null,
  ...figures,
});
const daysFrom = (first: string, count: number): DayFigures[] =>
  Array.from({ length: count }, (_, at) => day(addDays(first, at), { workedMin: 10, mood: at % 2 === 0 ? 2 : null }));
const totals: Totals = { ...nothing, daysWritten: 0, mood: null, moodDays: 0 };

describe('a period', () => {
  it('holds the day it is asked for, whole', () => {
    const bounds = (kind: 'week' | 'month' | 'quarter' | 'year', at: string, weekday = 1) => {
      const { fromDay, toDay } = periodOf(kind, at, weekday);
      return [fromDay, toDay];
    };
    expect(bounds('week', '2026-11-22')).toEqual(['2026-11-16', '2026-11-22']);
    expect(bounds('week', '2026-11-22', 7)).toEqual(['2026-11-22', '2026-11-28']);
    expect(bounds('month', '2028-02-10')).toEqual(['2028-02-01', '2028-02-29']);
    expect(bounds('quarter', '2026-11-22')).toEqual(['2026-10-01', '2026-12-31']);
    expect(bounds('year', '2026-11-22')).toEqual(['2026-01-01', '2026-12-31']);
  });

  it('has another one on either side', () => {
    const month = periodOf('month', '2026-01-31', 1);
    expect(periodOf('month', dayBeside(month, -1), 1).fromDay).toBe('2025-12-01');
    expect(periodOf('month', dayBeside(month, 1), 1).fromDay).toBe('2026-02-01');
  });

  it('is shown by days, weeks or months, whose sums are those of its days', () => {
    const quarter = periodOf('quarter', '2026-11-01', 1);
    const weeks = bucketsOf(quarter, daysFrom('2026-10-01', 92), '2026-10-09');
    expect(weeks).toHaveLength(14);
    expect(weeks.reduce((sum, { workedMin }) => sum + workedMin, 0)).toBe(920);
    expect(weeks.map(({ hasToday }) => hasToday).indexOf(true)).toBe(1);
    expect(weeks.at(-1)).toMatchObject({ fromDay: '2026-12-31', toDay: '2026-12-31', workedMin: 10 });
    const months = bucketsOf(periodOf('year', '2026-11-01', 1), daysFrom('2026-01-01', 365), '2026-11-01');
    expect(months.map(({ workedMin }) => workedMin / 10)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });

  it('takes the mean of the days that have a mood', () => {
    const [january] = bucketsOf(
      periodOf('year', '2026-01-01', 1),
      [day('2026-01-01', { mood: 5 }), day('2026-01-02'), day('2026-01-03', { mood: 2 })],
      '2026-01-01',
    );
    expect(january?.mood).toBe(3.5);
  });
});

describe('the sentences', () => {
  it('say what the pictures show', () => {
    const [bucket] = bucketsOf(periodOf('week', '2026-11-16', 1), [day('2026-11-16', { workedMin: 65 })], '2026-11-16');
    expect(workSentence({ ...totals, workedMin: 65, plannedMin: 120 }, [bucket!])).toMatch(
      /^1 h 5 min worked, 2 h planned\. The most: .*16.*, 1 h 5 min\.$/,
    );
    expect(workSentence(totals, [])).toBe('Nothing was planned and no focus was kept in this time.');
    expect(keptSentence({ ...totals, tasksPlanned: 9, tasksKept: 7, done: 12 })).toBe(
      '7 of 9 planned tasks done on their day; 12 tasks were done in all.',
    );
  });

  it('claim no mood from a few days', () => {
    expect(moodSentence({ ...totals, mood: 4, moodDays: 3 }, () => 'light')).toBe(
      'Told on 3 days: not enough yet to say how it went.',
    );
    expect(moodSentence({ ...totals, mood: 4.2, moodDays: 12 }, (mood) => `mood ${mood}`)).toBe(
      'Mostly mood 4, by what was told on 12 days.',
    );
  });

  it('compare only with something', () => {
    expect([
      comparison(3, 0, String),
      comparison(3, 3, String),
      comparison(5, 3, String),
      comparison(1, 3, String),
    ]).toEqual([null, 'as before', '2 more than before', '2 less than before']);
  });
});

describe('a table as a file', () => {
  it('is CSV that no spreadsheet runs', () => {
    expect(
      csvOf({
        columns: ['Project', 'Worked'],
        rows: [
          ['=cmd()', 5],
          ['a "b", c', null],
        ],
      }),
    ).toBe('Project,Worked\r\n"\'=cmd()",5\r\n"a ""b"", c",\r\n');
  });
});
