import { zoneChanges } from '#main/domain/recurrence/zone-changes';
import { expect, test } from 'vitest';

test('a year in Vienna has its two changes after the state it begins with', () => {
  expect(zoneChanges('Europe/Vienna', Date.UTC(2026, 0, 1), Date.UTC(2026, 11, 31))).toEqual([
    { local: '2026-01-01T01:00:00', offsetBeforeSec: 3_600, offsetAfterSec: 3_600 },
    { local: '2026-03-29T02:00:00', offsetBeforeSec: 3_600, offsetAfterSec: 7_200 },
    { local: '2026-10-25T03:00:00', offsetBeforeSec: 7_200, offsetAfterSec: 3_600 },
  ]);
});

test('a place without daylight saving has none', () => {
  expect(zoneChanges('Asia/Kolkata', Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1))).toEqual([
    { local: '2026-01-01T05:30:00', offsetBeforeSec: 19_800, offsetAfterSec: 19_800 },
  ]);
});

test('a zone that does not exist is refused', () => {
  expect(() => zoneChanges('Mars/Olympus', 0, 1)).toThrow(RangeError);
});
