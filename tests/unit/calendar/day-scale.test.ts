import { gridScale, instantAt, topOf } from '#renderer/features/calendar/day-scale.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const at = (text: string): number => Date.parse(text);

describe('the scale of an ordinary week', () => {
  const scale = gridScale(['2026-11-23', '2026-11-24'], 'Europe/Vienna');

  it('has 24 hours, each in its place', () => {
    expect(scale.lengthMin).toBe(1440);
    expect(scale.hours).toHaveLength(24);
    expect(scale.hours[9]).toEqual({ topMin: 540, minute: 540, isRepeated: false });
    expect(scale.days[0]!.skipped).toEqual([]);
    expect(topOf(scale, scale.days[1]!, at('2026-11-24T09:30:00+01:00'))).toBe(570);
    expect(instantAt(scale.days[1]!, 570)).toBe(at('2026-11-24T09:30:00+01:00'));
  });

  it('keeps what lies outside a day at its edges', () => {
    const [day] = scale.days;
    expect(topOf(scale, day!, at('2026-11-22T09:00:00+01:00'))).toBe(0);
    expect(topOf(scale, day!, at('2026-11-24T09:00:00+01:00'))).toBe(1440);
    expect(instantAt(day!, 1440)).toBe(at('2026-11-24T00:00:00+01:00'));
  });
});

describe('the day on which the clock is put forward', () => {
  // 29 March 2026, Vienna: 01:59 is followed by 03:00.
  const scale = gridScale(['2026-03-28', '2026-03-29'], 'Europe/Vienna');
  const [saturday, sunday] = scale.days;

  it('leaves out the hour it does not have', () => {
    expect(scale.lengthMin).toBe(1440);
    expect(sunday!.endMs - sunday!.startMs).toBe(23 * 3_600_000);
    expect(sunday!.skipped).toEqual([{ topMin: 120, lengthMin: 60 }]);
    expect(saturday!.skipped).toEqual([]);
  });

  it('draws nine o’clock beside nine o’clock', () => {
    expect(topOf(scale, saturday!, at('2026-03-28T09:00:00+01:00'))).toBe(540);
    expect(topOf(scale, sunday!, at('2026-03-29T09:00:00+02:00'))).toBe(540);
    expect(instantAt(sunday!, 150)).toBe(at('2026-03-29T03:00:00+02:00'));
  });
});

describe('the day on which the clock is put back', () => {
  // 25 October 2026, Vienna: 02:59 is followed by 02:00.
  const scale = gridScale(['2026-10-24', '2026-10-25', '2026-10-26'], 'Europe/Vienna');
  const [saturday, sunday, monday] = scale.days;

  it('has the hour twice, which the other days leave out', () => {
    expect(scale.lengthMin).toBe(1500);
    expect(scale.hours.slice(1, 5)).toEqual([
      { topMin: 60, minute: 60, isRepeated: false },
      { topMin: 120, minute: 120, isRepeated: false },
      { topMin: 180, minute: 120, isRepeated: true },
      { topMin: 240, minute: 180, isRepeated: false },
    ]);
    expect(sunday!.skipped).toEqual([]);
    expect(saturday!.skipped).toEqual([{ topMin: 180, lengthMin: 60 }]);
    expect(monday!.skipped).toEqual([{ topMin: 180, lengthMin: 60 }]);
  });

  it('tells the two apart', () => {
    expect(topOf(scale, sunday!, at('2026-10-25T02:30:00+02:00'))).toBe(150);
    expect(topOf(scale, sunday!, at('2026-10-25T02:30:00+01:00'))).toBe(210);
    expect(instantAt(sunday!, 210)).toBe(at('2026-10-25T02:30:00+01:00'));
    expect(topOf(scale, monday!, at('2026-10-26T09:00:00+01:00'))).toBe(600);
  });
});

it('finds its way back from every quarter of an hour in every zone', () => {
  const zones = [
    'UTC',
    'Europe/Vienna',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Asia/Beirut',
    'Pacific/Apia',
  ];
  const day = fc
    .integer({ min: 0, max: 365 * 3 })
    .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.constantFrom(...zones), day, fc.integer({ min: 0, max: 107 }), (zone, start, quarter) => {
      const scale = gridScale([start], zone);
      const [only] = scale.days;
      const instantMs = only!.startMs + quarter * 900_000;
      if (instantMs >= only!.endMs) return;
      expect(instantAt(only!, topOf(scale, only!, instantMs))).toBe(instantMs);
    }),
    { numRuns: 500 },
  );
});
