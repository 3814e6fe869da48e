import { daysOf, stepped } from '#renderer/features/calendar/views.ts';
import { weekNumber } from '#renderer/ui/days.ts';
import { describe, expect, it } from 'vitest';

const ends = (days: readonly string[]): string => `${days[0]} to ${days.at(-1)}, ${days.length}`;

describe('the days a view shows', () => {
  it('are those around the day in hand, by the first day of the week', () => {
    // Friday
    expect(ends(daysOf('day', '2026-11-27', 'monday'))).toBe('2026-11-27 to 2026-11-27, 1');
    expect(ends(daysOf('3days', '2026-11-27', 'monday'))).toBe('2026-11-27 to 2026-11-29, 3');
    expect(ends(daysOf('workweek', '2026-11-29', 'sunday'))).toBe('2026-11-23 to 2026-11-27, 5');
    expect(ends(daysOf('week', '2026-11-29', 'monday'))).toBe('2026-11-23 to 2026-11-29, 7');
    expect(ends(daysOf('week', '2026-11-29', 'sunday'))).toBe('2026-11-29 to 2026-12-05, 7');
  });

  it('are the whole weeks of a month, as many as it needs', () => {
    expect(ends(daysOf('month', '2026-11-27', 'monday'))).toBe('2026-10-26 to 2026-12-06, 42');
    expect(ends(daysOf('month', '2026-10-15', 'monday'))).toBe('2026-09-28 to 2026-11-01, 35');
    // February 2027 begins on a Monday and has 28 days.
    expect(ends(daysOf('month', '2027-02-10', 'monday'))).toBe('2027-02-01 to 2027-02-28, 28');
  });

  it('go on by the length of the view', () => {
    expect(stepped('3days', '2026-11-27', 1)).toBe('2026-11-30');
    expect(stepped('week', '2026-11-27', -1)).toBe('2026-11-20');
    expect(stepped('month', '2027-01-31', 1)).toBe('2027-02-28');
    expect(stepped('year', '2028-02-29', 1)).toBe('2029-02-28');
  });
});

it('a week has the number ISO 8601 gives it', () => {
  expect(weekNumber('2026-11-27')).toBe(48);
  expect(weekNumber('2027-01-03')).toBe(53);
  expect(weekNumber('2027-01-04')).toBe(1);
  expect(weekNumber('2024-12-30')).toBe(1);
});
