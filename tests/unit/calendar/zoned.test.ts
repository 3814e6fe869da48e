import { dayOf, instantOf, localOf, startOfDay, wallMinute } from '#renderer/features/calendar/zoned.ts';
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
