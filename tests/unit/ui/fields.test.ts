import { describe, expect, it } from 'vitest';

import { addDays, addMonths, dayOf, daysBetween, monthWeeks, weekdayOf } from '#renderer/ui/days.ts';
import { parseDay } from '#renderer/ui/parse-day.ts';
import { parseTime } from '#renderer/ui/parse-time.ts';

describe('parseDay on Thursday 12 November 2026', () => {
  const today = '2026-11-12';

  it.each([
    ['today', '2026-11-12'],
    ['tod', '2026-11-12'],
    ['Tomorrow', '2026-11-13'],
    ['yesterday', '2026-11-11'],
    ['fri', '2026-11-13'],
    ['thursday', '2026-11-19'],
    ['we', '2026-11-18'],
    ['+3', '2026-11-15'],
    ['+2w', '2026-11-26'],
    ['-1', '2026-11-11'],
    ['13 nov', '2026-11-13'],
    ['13th November', '2026-11-13'],
    ['Nov 13, 2027', '2027-11-13'],
    ['3 nov', '2027-11-03'],
    ['Sat 28 Nov', '2026-11-28'],
    ['Fri, 28 Nov 2027', '2027-11-28'],
    ['13/12', '2026-12-13'],
    ['13.12.', '2026-12-13'],
    ['13.12.27', '2027-12-13'],
    ['2026-12-01', '2026-12-01'],
    ['29 feb', '2028-02-29'],
  ])('reads %s', (text, day) => {
    expect(parseDay(text, today, 'en-GB')).toBe(day);
  });

  it('puts the month first where the region does', () => {
    expect(parseDay('12/13', today, 'en-US')).toBe('2026-12-13');
    expect(parseDay('13.12.', today, 'en-US')).toBe('2026-12-13');
  });

  it('understands the user’s language beside English', () => {
    expect(parseDay('morgen', today, 'de-AT')).toBe('2026-11-13');
    expect(parseDay('Fr., 13. Nov.', today, 'de-AT')).toBe('2026-11-13');
    expect(parseDay('freitag', today, 'de-AT')).toBe('2026-11-13');
    expect(parseDay('3. dezember', today, 'de-AT')).toBe('2026-12-03');
    expect(parseDay('friday', today, 'de-AT')).toBe('2026-11-13');
  });

  it.each(['', 't', 'someday', '31 feb', '32/1', '2026-02-30', 's', '13'])('finds no day in "%s"', (text) => {
    expect(parseDay(text, today, 'en-GB')).toBeUndefined();
  });
});

describe('parseTime', () => {
  it.each([
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['930', '09:30'],
    ['9.30', '09:30'],
    ['2130', '21:30'],
    ['9pm', '21:00'],
    ['9:15 PM', '21:15'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['noon', '12:00'],
    ['0:05', '00:05'],
  ])('reads %s', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  it.each(['', '24', '9:60', '13pm', '0am', 'nine', '99999'])('finds no time in "%s"', (text) => {
    expect(parseTime(text)).toBeUndefined();
  });
});

describe('days', () => {
  it('cross months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('0001-01-01', 30)).toBe('0001-01-31');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-11-12', 2)).toBe('2027-01-12');
    expect(daysBetween('2026-11-12', '2027-01-01')).toBe(50);
  });

  it('do not exist beyond the calendar', () => {
    expect(dayOf(2026, 2, 29)).toBeUndefined();
    expect(dayOf(2026, 13, 1)).toBeUndefined();
    expect(dayOf(2028, 2, 29)).toBe('2028-02-29');
  });

  it('fall into six weeks from the first weekday of the region', () => {
    const weeks = monthWeeks('2026-11-12', 1);
    expect(weeks[0]).toEqual([
      '2026-10-26',
      '2026-10-27',
      '2026-10-28',
      '2026-10-29',
      '2026-10-30',
      '2026-10-31',
      '2026-11-01',
    ]);
    expect(weeks).toHaveLength(6);
    expect(monthWeeks('2026-11-12', 7)[0]?.[0]).toBe('2026-11-01');
    expect(weekdayOf('2026-11-15')).toBe(7);
  });
});
