import { every, linesOf, recurrenceOf, repeatWords } from '#renderer/features/calendar/repeat.ts';
import { formatDay } from '#renderer/ui/format.ts';
import { expect, test } from 'vitest';

const TUESDAY = '2026-11-24';

test.each([
  [every(1, 'days', TUESDAY), 'RRULE:FREQ=DAILY', 'Every day'],
  [every(1, 'weeks', TUESDAY, { weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'] }), undefined, 'Every weekday'],
  [every(1, 'weeks', TUESDAY), 'RRULE:FREQ=WEEKLY;BYDAY=TU', 'Every week on Tuesday'],
  [
    every(2, 'weeks', TUESDAY, { weekdays: ['MO', 'TU'] }),
    'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU',
    'Every 2 weeks on Monday and Tuesday',
  ],
  [every(1, 'months', TUESDAY), 'RRULE:FREQ=MONTHLY', 'Every month on day 24'],
  [
    every(1, 'months', TUESDAY, { monthly: { by: 'weekday', nth: 4 } }),
    'RRULE:FREQ=MONTHLY;BYDAY=4TU',
    'Every month on the fourth Tuesday',
  ],
  [
    every(3, 'months', TUESDAY, { monthly: { by: 'weekday', nth: -1 }, end: { by: 'count', count: 4 } }),
    'RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=-1TU;COUNT=4',
    'Every 3 months on the last Tuesday, 4 times',
  ],
  [
    every(1, 'days', TUESDAY, { end: { by: 'day', day: '2026-12-24' } }),
    'RRULE:FREQ=DAILY;UNTIL=20261224',
    `Every day, until ${formatDay('2026-12-24', 'dated')}`,
  ],
] as const)('%j is written, told and read back', (repeat, line, words) => {
  const lines = linesOf(repeat, [], TUESDAY);
  if (line !== undefined) expect(lines).toEqual([line]);
  expect(repeatWords(repeat, TUESDAY)).toBe(words);
  expect(recurrenceOf(lines, TUESDAY)).toEqual({ kind: 'built', repeat });
});

test.each([
  'RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1',
  'RRULE:FREQ=HOURLY',
  'RRULE:FREQ=MONTHLY;BYMONTHDAY=3',
  'RDATE:20261124T100000',
])('%s is left as it came', (line) => {
  expect(recurrenceOf([line], TUESDAY)).toEqual({ kind: 'foreign' });
});

test('days taken out of a series stay out when its rule is changed, and go with it', () => {
  const exdate = 'EXDATE:20261201T100000';
  expect(linesOf(every(2, 'weeks', TUESDAY), ['RRULE:FREQ=WEEKLY', exdate], TUESDAY)).toEqual([
    'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
    exdate,
  ]);
  expect(linesOf(null, ['RRULE:FREQ=WEEKLY', exdate], TUESDAY)).toEqual([]);
});
