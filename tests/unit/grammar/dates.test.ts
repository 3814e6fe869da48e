import { describe, expect, it } from 'vitest';
import { findDates } from '#main/domain/grammar/dates';

// Wednesday, 11 November 2026, 10:00 in Vienna.
//    November 2026
// Mo Tu We Th Fr Sa Su
//  9 10 11 12 13 14 15
// 16 17 18 19 20 21 22
const context = { nowMs: Date.parse('2026-11-11T09:00:00Z'), zone: 'Europe/Vienna' };

function read(text: string, locale?: string): string[] {
  return findDates(text, locale ? { ...context, locale } : context).map(
    ({ text, start, end }) =>
      `${text} = ${start.local.replace('T00:00:00', '')} ${start.grain}${end ? ` until ${end.local.replace('T00:00:00', '')}` : ''}`,
  );
}

describe('absolute dates', () => {
  it.each([
    ['submit on 21 Nov', 'on 21 Nov = 2026-11-21 day'],
    ['Nov 21st 2026', 'Nov 21st 2026 = 2026-11-21 day'],
    ['due 2026-11-21', '2026-11-21 = 2026-11-21 day'],
    ['the first of march', 'the first of march = 2027-03-01 day'],
    ['10-August-2027', '10-August-2027 = 2027-08-10 day'],
    ['Mon, February 15 2027', 'Mon, February 15 2027 = 2027-02-15 day'],
    ['2026-W47', '2026-W47 = 2026-11-16 week until 2026-11-23'],
    ['October 2027', 'October 2027 = 2027-10-01 month until 2027-11-01'],
    ['on the 24th', 'on the 24th = 2026-11-24 day'],
  ])('reads "%s"', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('takes a date without a year as the first one from today on', () => {
    expect(read('11 Nov')).toEqual(['11 Nov = 2026-11-11 day']);
    expect(read('10 Nov')).toEqual(['10 Nov = 2027-11-10 day']);
  });

  it('orders day and month as the region does', () => {
    expect(read('on 3/4/2027', 'en-US')).toEqual(['on 3/4/2027 = 2027-03-04 day']);
    expect(read('on 3/4/2027', 'en-GB')).toEqual(['on 3/4/2027 = 2027-04-03 day']);
  });
});

describe('relative dates', () => {
  it.each([
    ['tomorrow', 'tomorrow = 2026-11-12 day'],
    ['the day after tomorrow', 'the day after tomorrow = 2026-11-13 day'],
    ['in 3 days', 'in 3 days = 2026-11-14 day'],
    ['fri', 'fri = 2026-11-13 day'],
    ['next friday', 'next friday = 2026-11-20 day'],
    ['friday next week', 'friday next week = 2026-11-20 day'],
    ['last friday', 'last friday = 2026-11-06 day'],
    ['this weekend', 'this weekend = 2026-11-13T18:00:00 hour until 2026-11-16'],
    ['next week', 'next week = 2026-11-16 week until 2026-11-23'],
    ['next 3 days', 'next 3 days = 2026-11-12 day until 2026-11-15'],
    ['end of the month', 'end of the month = 2026-11-21 day until 2026-12-01'],
    ['first monday of march', 'first monday of march = 2027-03-01 day'],
    ['two fridays from now', 'two fridays from now = 2026-11-20 day'],
    ['2 weeks ago', '2 weeks ago = 2026-10-28 day'],
    ['a week from friday', 'a week from friday = 2026-11-20 day'],
    ['easter monday 2027', 'easter monday 2027 = 2027-03-29 day'],
    ['thanksgiving', 'thanksgiving = 2026-11-26 day'],
  ])('reads "%s"', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('times', () => {
  it.each([
    ['at 9', 'at 9 = 2026-11-12T09:00:00 hour'],
    ['1pm', '1pm = 2026-11-11T13:00:00 hour'],
    ['13:30', '13:30 = 2026-11-11T13:30:00 minute'],
    ['noon', 'noon = 2026-11-11T12:00:00 hour'],
    ['half past three pm', 'half past three pm = 2026-11-11T15:30:00 minute'],
    ['a quarter to noon', 'a quarter to noon = 2026-11-11T11:45:00 minute'],
    ['in 45 minutes', 'in 45 minutes = 2026-11-11T10:45:00 minute'],
    ['fri at 3', 'fri at 3 = 2026-11-13T15:00:00 hour'],
    ['at 19h30 on Sat', 'at 19h30 on Sat = 2026-11-14T19:30:00 minute'],
    ['tomorrow evening at 8', 'tomorrow evening at 8 = 2026-11-12T20:00:00 hour'],
    ['tomorrow morning', 'tomorrow morning = 2026-11-12 hour until 2026-11-12T12:00:00'],
    ['thursday 8:00 PST', 'thursday 8:00 PST = 2026-11-12T17:00:00 minute'],
  ])('reads "%s"', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('takes a time that is over today as the one tomorrow', () => {
    expect(read('at 9am')).toEqual(['at 9am = 2026-11-12T09:00:00 hour']);
  });

  it('shifts a time inside the daylight-saving gap instead of dropping it', () => {
    expect(findDates('28 march 2027 at 2:30am', context)[0]?.start.instant).toBe('2027-03-28T01:30:00Z');
  });
});

describe('ranges', () => {
  it.each([
    ['from 3 to 4pm', 'from 3 to 4pm = 2026-11-11T15:00:00 hour until 2026-11-11T16:00:00'],
    ['fri 1-2pm', 'fri 1-2pm = 2026-11-13T13:00:00 hour until 2026-11-13T14:00:00'],
    ['11:30-1:30', '11:30-1:30 = 2026-11-11T11:30:00 minute until 2026-11-11T13:30:00'],
    ['9:30 - 11:00 on thursday', '9:30 - 11:00 on thursday = 2026-11-12T09:30:00 minute until 2026-11-12T11:00:00'],
    ['mon to wed', 'mon to wed = 2026-11-16 day until 2026-11-19'],
    ['July 13-15', 'July 13-15 = 2027-07-13 day until 2027-07-16'],
    ['Aug 10 - Nov 12, 2027', 'Aug 10 - Nov 12, 2027 = 2027-08-10 day until 2027-11-13'],
  ])('reads "%s"', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('words that only look like dates', () => {
  it.each([
    'may I ask you something',
    'march on',
    'sun is out',
    'paprika',
    'second opinion',
    '1 apple',
    'mon ami',
    'read 1/2 of it',
    'version 10.1.2',
    'at 650-650-6500',
    '$12.34',
    '12.53%',
    '8/32/2026',
    '32 August 2026',
    'June 10 - 31, 2026',
    'mail bob@friday.com about https://x.org/2026-11-21',
    'the second half of 2025',
    '2019 to 2020',
    '3-4',
  ])('stay words: "%s"', (text) => {
    expect(read(text)).toEqual([]);
  });
});

it('finds several dates in order, with UTF-16 offsets', () => {
  const found = findDates('🎂 fri, then 21 Nov at noon', context);
  expect(found.map(({ from, to, text }) => [from, to, text])).toEqual([
    [3, 6, 'fri'],
    [13, 27, '21 Nov at noon'],
  ]);
});
