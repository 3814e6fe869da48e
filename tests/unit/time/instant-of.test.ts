import { instantOf } from '#main/domain/time/zoned';
import { assert, constantFrom, integer, property } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

const ZONES = ['UTC', 'Europe/Vienna', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca'];
const byTemporal = (local: string, zone: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;

test('a wall-clock time is the instant Temporal says, near a change of the clocks too', () => {
  const changes = ZONES.flatMap((zone) => {
    const found: { zone: string; atMs: number }[] = [];
    let at = Temporal.Instant.from('2009-01-01T00:00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next');
    for (; at && found.length < 40; at = at.getTimeZoneTransition('next'))
      found.push({ zone, atMs: at.epochMilliseconds });
    return found.length === 0 ? [{ zone, atMs: 0 }] : found;
  });
  assert(
    property(constantFrom(...changes), integer({ min: -200, max: 200 }), ({ zone, atMs }, quarters) => {
      const near = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone).toPlainDateTime();
      const local = near.add({ minutes: quarters * 15 }).toString({ smallestUnit: 'minute' });
      expect(`${local} ${instantOf(local, zone)}`).toBe(`${local} ${byTemporal(local, zone)}`);
    }),
    { numRuns: 400, seed: 20_261_127 },
  );
});

test.each(['2026-02-30', '2026-13-01', '2026-11-21T24:00', '2026-11-21T09:60', 'someday'])('%s is no time', (local) => {
  expect(() => instantOf(local, 'Europe/Vienna')).toThrow(RangeError);
});

test.each(['0050-01-01T12:00', '1890-06-01T12:00', '9999-12-31T23:59'])('%s is as Temporal has it', (local) => {
  expect(instantOf(local, 'Europe/Vienna')).toBe(byTemporal(local, 'Europe/Vienna'));
});
