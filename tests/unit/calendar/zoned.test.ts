import { clockChanges, dayOf, instantOf, localOf, startOfDay, wallMinute } from '#renderer/features/calendar/zoned.ts';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';

const zones = ['UTC', 'Europe/Vienna', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu'];

it('the wall clock is the zone’s own at every minute, also on days on which it is changed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: Date.parse('1985-01-01'), max: Date.parse('2040-01-01') }),
      (zone, instantMs) => {
        const truth = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone);
        expect(localOf(instantMs, zone)).toBe(truth.toPlainDateTime().toString({ smallestUnit: 'minute' }));
        expect(dayOf(instantMs, zone)).toBe(truth.toPlainDate().toString());
        expect(wallMinute(instantMs, zone)).toBe(truth.hour * 60 + truth.minute);
      },
    ),
    { numRuns: 2_000 },
  );
  const change = Date.parse('2026-10-25T00:45Z');
  expect([0, 1, 2].map((hours) => localOf(change + hours * 3_600_000, 'Europe/Vienna'))).toEqual([
    '2026-10-25T02:45',
    '2026-10-25T02:45',
    '2026-10-25T03:45',
  ]);
});

it('a day begins at its first instant', () => {
  expect(startOfDay('2026-11-27', 'Europe/Vienna')).toBe(Date.parse('2026-11-26T23:00Z'));
  expect(startOfDay('2026-11-27', 'UTC')).toBe(instantOf('2026-11-27T00:00', 'UTC'));
});

it('a wall-clock time is the same instant as for Temporal, also one the clock skips or shows twice', () => {
  const truth = (local: string, zone: string): number =>
    Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: Date.parse('1985-01-01'), max: Date.parse('2040-01-01') }),
      (zone, wallMs) => {
        const local = new Date(wallMs).toISOString().slice(0, 16);
        expect(instantOf(local, zone)).toBe(truth(local, zone));
      },
    ),
    { numRuns: 2_000 },
  );
  for (const [local, zone] of [
    ['2026-03-29T02:30', 'Europe/Vienna'],
    ['2026-10-25T02:30', 'Europe/Vienna'],
    ['2026-10-04T02:10', 'Australia/Lord_Howe'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe'],
    ['2011-12-30T12:00', 'Pacific/Apia'],
    ['2026-03-08T02:00', 'America/St_Johns'],
    ['0002-01-02T00:00', 'UTC'],
    ['1900-06-01T00:00', 'Asia/Kathmandu'],
  ] as const)
    expect([local, zone, instantOf(local, zone)]).toEqual([local, zone, truth(local, zone)]);
  expect(() => instantOf('soon', 'UTC')).toThrow(RangeError);
});

it('finds the moments at which the clock is changed', () => {
  const year = (zone: string): string[] =>
    clockChanges(Date.parse('2026-01-01'), Date.parse('2027-01-01'), zone).map((ms) => new Date(ms).toISOString());
  expect(year('Europe/Vienna')).toEqual(['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z']);
  expect(year('Australia/Lord_Howe')).toEqual(['2026-04-04T15:00:00.000Z', '2026-10-03T15:30:00.000Z']);
  expect(year('UTC')).toEqual([]);
});
