import { describe, expect, it } from 'vitest';

import {
  firstWeekday,
  formatClock,
  formatCount,
  formatDay,
  formatDuration,
  formatHour,
  formatMoney,
  formatRelativeDay,
  formatTime,
  formatTimeOfDay,
  formatTimeRange,
  weekdayNames,
} from '#renderer/ui/format.ts';

describe('formatDay', () => {
  it('writes a day in four lengths', () => {
    expect(formatDay('2026-11-13', 'short', 'en-GB')).toBe('13 Nov');
    expect(formatDay('2026-11-13', 'medium', 'en-GB')).toBe('Fri 13 Nov');
    expect(formatDay('2026-11-12', 'long', 'en-GB')).toBe('Thursday 12 November');
    expect(formatDay('2026-11-12', 'full', 'en-GB')).toBe('Thursday, 12 November 2026');
  });

  it('follows the order and the commas of the region', () => {
    expect(formatDay('2026-11-13', 'short', 'en-US')).toBe('Nov 13');
    expect(formatDay('2026-11-21', 'long', 'en-US')).toBe('Saturday, November 21');
    expect(formatDay('2026-11-13', 'medium', 'de-AT')).toBe('Fr., 13. Nov.');
  });
});

describe('formatRelativeDay', () => {
  const today = '2026-11-12';
  it.each([
    ['2026-11-12', 'today'],
    ['2026-11-13', 'tomorrow'],
    ['2026-11-11', 'yesterday'],
    ['2026-11-14', 'Sat'],
    ['2026-11-18', 'Wed'],
    ['2026-11-19', '19 Nov'],
    ['2026-11-09', '3 days ago'],
    ['2026-11-05', '5 Nov'],
    ['2027-01-02', '2 Jan 2027'],
    ['2025-12-31', '31 Dec 2025'],
  ])('on Thursday 12 November calls %s "%s"', (day, words) => {
    expect(formatRelativeDay(day, today, 'en-GB')).toBe(words);
  });
});

describe('times', () => {
  const morning = Date.UTC(2026, 10, 12, 8, 45);
  it('are shown in a zone and in the manner of the region', () => {
    expect(formatTime(morning, 'Europe/Vienna', 'en-GB')).toBe('09:45');
    expect(formatTime(morning, 'America/New_York', 'en-GB')).toBe('03:45');
    expect(formatTime(morning, 'Europe/Vienna', 'en-US').replace(/\s/u, ' ')).toBe('9:45 AM');
  });

  it('have midnight at 00:00, also where 24:00 ends a day', () => {
    expect(formatTimeOfDay('00:00', 'en-GB')).toBe('00:00');
    expect(formatTimeOfDay('24:00', 'en-GB')).toBe('00:00');
  });

  it('leave out the minutes of a whole hour only where the region does', () => {
    expect(formatHour(8, 'en-GB')).toBe('08:00');
    expect(formatHour(8, 'en-US').replace(/\s/u, ' ')).toBe('8 AM');
    expect(formatHour(0, 'en-US').replace(/\s/u, ' ')).toBe('12 AM');
  });

  it('form ranges that name the second day only when there is one', () => {
    const hour = 3_600_000;
    expect(formatTimeRange(morning, morning + hour, 'UTC', 'en-GB')).toBe('08:45 to 09:45');
    expect(formatTimeRange(Date.UTC(2026, 10, 12, 22), Date.UTC(2026, 10, 13), 'UTC', 'en-GB')).toBe('22:00 to 00:00');
    expect(formatTimeRange(Date.UTC(2026, 10, 12, 22), Date.UTC(2026, 10, 13, 1), 'UTC', 'en-GB')).toBe(
      '22:00 to Fri 13 Nov 01:00',
    );
  });
});

it('durations are hours and minutes', () => {
  expect(formatDuration(0)).toBe('0 min');
  expect(formatDuration(45)).toBe('45 min');
  expect(formatDuration(60)).toBe('1 h');
  expect(formatDuration(190)).toBe('3 h 10 min');
});

it('a timer reaches zero only at its end', () => {
  expect(formatClock(1_062_000)).toBe('17:42');
  expect(formatClock(1)).toBe('0:01');
  expect(formatClock(0)).toBe('0:00');
  expect(formatClock(-500)).toBe('0:00');
  expect(formatClock(3_729_000)).toBe('1:02:09');
});

describe('formatMoney', () => {
  it('knows how many minor units a currency has', () => {
    expect(formatMoney({ minor: 1240, currency: 'EUR' }, { locale: 'en-GB' })).toBe('€12.40');
    expect(formatMoney({ minor: 1240, currency: 'JPY' }, { locale: 'en-GB' })).toBe('¥1,240');
    expect(formatMoney({ minor: -50, currency: 'USD' }, { locale: 'en-US' })).toBe('-$0.50');
  });

  it('leaves empty decimals out, except in a column', () => {
    expect(formatMoney({ minor: 85_000, currency: 'EUR' }, { locale: 'en-GB' })).toBe('€850');
    expect(formatMoney({ minor: 85_000, currency: 'EUR' }, { locale: 'en-GB', aligned: true })).toBe('€850.00');
  });
});

it('counts agree with their noun', () => {
  const task = { one: 'task', other: 'tasks' };
  expect(formatCount(0, task, 'en-GB')).toBe('0 tasks');
  expect(formatCount(1, task, 'en-GB')).toBe('1 task');
  expect(formatCount(1204, task, 'en-GB')).toBe('1,204 tasks');
});

it('weeks start where the region starts them', () => {
  expect(firstWeekday('en-GB')).toBe(1);
  expect(firstWeekday('en-US')).toBe(7);
  expect(weekdayNames('short', 'en-GB')).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
});
