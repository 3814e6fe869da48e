import { freeStretches } from '#main/domain/scheduling/free-time';
import { describe, expect, it } from 'vitest';
import { at, said, stretch, week } from './instances.ts';

function freeSundayMinutes(from: string, to: string): number {
  const free = freeStretches({
    zone: 'Europe/Vienna',
    fromMs: Date.parse(from),
    toMs: Date.parse(to),
    workingHours: { sun: [['00:00', '08:00']] },
    busy: [],
  });
  return free.reduce((sum, { startMs, endMs }) => sum + (endMs - startMs) / 60_000, 0);
}

describe('free time', () => {
  it('is the working hours less what is busy', () => {
    const busy = [stretch('mon 10:00', '11:00'), stretch('mon 10:30', '12:00'), stretch('mon 16:00', '20:00')];
    const free = freeStretches({ ...week([]), toMs: at('tue 00:00'), busy });
    expect(free.map(said)).toEqual(['mon 09:00-10:00', 'mon 12:00-16:00']);
  });

  it('keeps the buffer on both sides of an appointment', () => {
    const free = freeStretches({
      ...week([]),
      toMs: at('tue 00:00'),
      busy: [stretch('mon 12:00', '13:00')],
      bufferMin: 15,
    });
    expect(free.map(said)).toEqual(['mon 09:00-11:45', 'mon 13:15-17:00']);
  });

  it('begins and ends on the grid', () => {
    const free = freeStretches({ ...week([]), fromMs: at('mon 09:02'), toMs: at('mon 11:58') });
    expect(free.map(said)).toEqual(['mon 09:05-11:55']);
  });

  it('follows the grid of the wall clock where the zone is off by 45 minutes', () => {
    const free = freeStretches({
      zone: 'Asia/Kathmandu',
      fromMs: Date.parse('2026-11-23T09:10:00+05:45'),
      toMs: Date.parse('2026-11-23T18:00:00+05:45'),
      workingHours: { mon: [['09:00', '12:00']] },
      busy: [],
      gridMin: 30,
    });
    expect(free).toEqual([
      { startMs: Date.parse('2026-11-23T09:30:00+05:45'), endMs: Date.parse('2026-11-23T12:00:00+05:45') },
    ]);
  });

  it('counts hours that overlap once and joins those that touch', () => {
    const free = freeStretches({
      ...week([]),
      workingHours: {
        mon: [
          ['13:00', '17:00'],
          ['09:00', '12:00'],
          ['11:00', '13:00'],
        ],
      },
    });
    expect(free.map(said)).toEqual(['mon 09:00-17:00']);
  });

  it('follows a night shift into the next day, also from the day before the horizon', () => {
    const free = freeStretches({
      ...week([]),
      fromMs: at('tue 02:00'),
      toMs: at('wed 12:00'),
      workingHours: { mon: [['22:00', '06:00']], tue: [['22:00', '24:00']] },
    });
    expect(free).toEqual([
      { startMs: at('tue 02:00'), endMs: at('tue 06:00') },
      { startMs: at('tue 22:00'), endMs: at('wed 00:00') },
    ]);
  });

  it('has an hour less on the night the clocks go forward, and an hour more when they go back', () => {
    expect(freeSundayMinutes('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z')).toBe(420);
    expect(freeSundayMinutes('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z')).toBe(540);
  });

  it('is nothing without working hours or when the end is before the beginning', () => {
    expect(freeStretches({ ...week([]), workingHours: {} })).toEqual([]);
    expect(freeStretches({ ...week([]), toMs: at('mon 00:00') - 1 })).toEqual([]);
  });
});
