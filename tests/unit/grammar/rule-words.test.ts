import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruleInWords } from '#main/domain/grammar/describe-rule';
import { readText } from '#main/domain/grammar/read';

// Friday, 27 November 2026, 10:00 in Vienna.
const NOW = { nowMs: Date.parse('2026-11-27T09:00:00Z'), zone: 'Europe/Vienna' };

describe('the words of a rule', () => {
  test.each([
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU', 'every 2 weeks on Sunday'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'every month on the last day'],
    ['FREQ=MONTHLY;BYDAY=2TH,4TH', 'every month on the 2nd and 4th Thursday'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'every month on the last weekday'],
    ['FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1', 'every year on 1 January'],
    ['FREQ=DAILY;BYHOUR=8,14,20', 'every day at 08:00, 14:00 and 20:00'],
    ['FREQ=DAILY;UNTIL=20270331', 'every day until 31 March 2027'],
    ['FREQ=WEEKLY;COUNT=10', 'every week 10 times'],
  ])('"%s" is "%s"', (rrule, words) => {
    expect(ruleInWords(rrule)).toBe(words);
  });

  test('an end is named by the day it is in the zone', () => {
    expect(ruleInWords('FREQ=DAILY;UNTIL=20270601T065959Z', { zone: 'America/Los_Angeles' })).toBe(
      'every day until 31 May 2027',
    );
  });

  test('are read back as the same rule', () => {
    fc.assert(
      fc.property(rules(), fc.boolean(), (rrule, isFromCompletion) => {
        const anchor = isFromCompletion ? 'completion' : undefined;
        const words = ruleInWords(rrule, { zone: NOW.zone, anchor });
        const [item] = readText(`water plants ${words}`, NOW).items;
        expect({ words, rrule: item?.recurrence, anchor: item?.anchor, title: item?.title }).toEqual({
          words,
          rrule,
          anchor,
          title: 'water plants',
        });
      }),
      { numRuns: 2_000 },
    );
  });
});

/** The rules that words can ask for, their parts in the order the grammar writes them. */
function rules(): fc.Arbitrary<string> {
  const nth = fc.constantFrom(1, 2, 3, 4, 5, -1, -2);
  const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
  const weekday = fc.constantFrom(...codes);
  const weekdays = fc.subarray([...codes], { minLength: 1, maxLength: 6 });
  const monthDays = fc
    .uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 3 })
    .map((days) => days.toSorted((one, other) => one - other));
  const months = fc
    .uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 4 })
    .map((all) => all.toSorted((one, other) => one - other));
  const month = fc.integer({ min: 1, max: 12 });
  const nths = fc.uniqueArray(nth, { minLength: 1, maxLength: 2 });
  const monthly = fc.oneof(
    monthDays.map((days) => `BYMONTHDAY=${days.join(',')}`),
    fc.constantFrom('BYMONTHDAY=-1', 'BYMONTHDAY=-3'),
    fc.tuple(nths, weekday).map(([all, day]) => `BYDAY=${all.map((one) => `${one}${day}`).join(',')}`),
    nths.map((all) => `BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${all.join(',')}`),
  );
  const core = fc.oneof(
    fc.constantFrom(
      ['FREQ=HOURLY', ''],
      ['FREQ=DAILY', ''],
      ['FREQ=WEEKLY', ''],
      ['FREQ=MONTHLY', ''],
      ['FREQ=YEARLY', ''],
    ),
    weekdays.map((days) => ['FREQ=WEEKLY', `BYDAY=${days.join(',')}`]),
    monthly.map((days) => ['FREQ=MONTHLY', days]),
    fc.tuple(months, monthly).map(([all, days]) => ['FREQ=MONTHLY', `BYMONTH=${all.join(',')};${days}`]),
    fc
      .tuple(month, nth, weekday)
      .map(([one, position, day]) => ['FREQ=YEARLY', `BYMONTH=${one};BYDAY=${position}${day}`]),
    fc
      .tuple(month, fc.integer({ min: 1, max: 28 }))
      .map(([one, day]) => ['FREQ=YEARLY', `BYMONTH=${one};BYMONTHDAY=${day}`]),
    months.map((all) => ['FREQ=YEARLY', `BYMONTH=${all.join(',')}`]),
  );
  const end = fc.oneof(
    fc.constant(''),
    fc.integer({ min: 2, max: 500 }).map((count) => `COUNT=${count}`),
    fc.constantFrom('UNTIL=20270331', 'UNTIL=20281224', 'UNTIL=20300101'),
  );
  return fc
    .tuple(core, fc.integer({ min: 1, max: 12 }), end)
    .map(([[freq, days], interval, last]) =>
      [freq, interval > 1 ? `INTERVAL=${interval}` : '', days, last].filter((part) => part !== '').join(';'),
    );
}
