import { type Recurrence, expandRecurrence } from '#main/domain/recurrence/expand';
import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';

const inNewYork = { dtstart: '1997-09-02T09:00:00', zone: 'America/New_York' } as const;
const floating = { dtstart: '1997-09-02T09:00:00', zone: null } as const;
const allDay = { dtstart: '2026-11-21', zone: null, allDay: true } as const;

const days = (recurrence: Recurrence): string[] => expandRecurrence(recurrence).map((text) => text.slice(0, 10));

describe('a series', () => {
  test('in a zone gives instants with the offset of their day', () => {
    //   October 1997: the clocks of New York go back on Sunday the 26th.
    expect(expandRecurrence({ ...inNewYork, dtstart: '1997-10-25T09:00:00', rrule: 'FREQ=DAILY;COUNT=3' })).toEqual([
      '1997-10-25T09:00:00-04:00',
      '1997-10-26T09:00:00-05:00',
      '1997-10-27T09:00:00-05:00',
    ]);
  });

  test('in UTC says so', () => {
    expect(expandRecurrence({ ...inNewYork, zone: 'UTC', rrule: 'FREQ=WEEKLY;COUNT=2' })).toEqual([
      '1997-09-02T09:00:00+00:00',
      '1997-09-09T09:00:00+00:00',
    ]);
  });

  test('that floats gives wall-clock times', () => {
    expect(expandRecurrence({ ...floating, rrule: 'FREQ=MONTHLY;BYDAY=1FR;COUNT=2' })).toEqual([
      '1997-09-05T09:00:00',
      '1997-10-03T09:00:00',
    ]);
  });

  test('of whole days gives days and ignores parts that speak of times', () => {
    expect(expandRecurrence({ ...allDay, rrule: 'FREQ=DAILY;INTERVAL=2;BYMINUTE=1,2;COUNT=3' })).toEqual([
      '2026-11-21',
      '2026-11-23',
      '2026-11-25',
    ]);
    expect(expandRecurrence({ dtstart: '2026-11-21', zone: 'Asia/Tokyo' })).toEqual(['2026-11-21']);
  });

  test('without a rule is its start and its single dates, in order and each once', () => {
    expect(
      days({ ...floating, rdates: ['1997-09-10T09:00:00', '1997-09-01T09:00:00', '1997-09-02T09:00:00'] }),
    ).toEqual(['1997-09-01', '1997-09-02', '1997-09-10']);
  });

  test('may begin with an instant of another place', () => {
    expect(
      expandRecurrence({ dtstart: '2026-11-21T23:30:00Z', zone: 'Europe/Vienna', rrule: 'FREQ=DAILY;COUNT=1' }),
    ).toEqual(['2026-11-22T00:30:00+01:00']);
  });
});

describe('the start of a rule', () => {
  test('is an occurrence only when the rule matches it', () => {
    expect(days({ ...floating, rrule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=2' })).toEqual(['1997-09-05', '1997-09-12']);
    expect(days({ ...floating, rrule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=2' })).toEqual(['1997-09-02', '1997-09-09']);
  });
});

describe('daylight saving', () => {
  //   March 2026: New York skips from 02:00 to 03:00 on Sunday the 8th. November: 01:00 to 02:00 happens twice on the 1st.
  test('shifts a skipped time forward instead of dropping it', () => {
    expect(
      expandRecurrence({ dtstart: '2026-03-07T02:30:00', zone: 'America/New_York', rrule: 'FREQ=DAILY;COUNT=3' }),
    ).toEqual(['2026-03-07T02:30:00-05:00', '2026-03-08T03:30:00-04:00', '2026-03-09T02:30:00-04:00']);
  });

  test('gives a moment once when two wall-clock times fall on it', () => {
    expect(
      expandRecurrence({
        dtstart: '2026-03-08T01:30:00',
        zone: 'America/New_York',
        rrule: 'FREQ=DAILY;BYHOUR=2,3;BYMINUTE=30',
        limit: 2,
      }),
    ).toEqual(['2026-03-08T03:30:00-04:00', '2026-03-09T02:30:00-04:00']);
  });

  test('means the first of two equal times', () => {
    expect(
      expandRecurrence({ dtstart: '2026-10-31T01:30:00', zone: 'America/New_York', rrule: 'FREQ=DAILY;COUNT=2' }),
    ).toEqual(['2026-10-31T01:30:00-04:00', '2026-11-01T01:30:00-04:00']);
  });

  test('does not bend hours', () => {
    expect(
      expandRecurrence({
        dtstart: '2026-03-08T01:00:00',
        zone: 'America/New_York',
        rrule: 'FREQ=MINUTELY;INTERVAL=30;COUNT=3',
      }),
    ).toEqual(['2026-03-08T01:00:00-05:00', '2026-03-08T01:30:00-05:00', '2026-03-08T03:00:00-04:00']);
  });
});

describe('the end of a rule', () => {
  test('is a moment in UTC for a series in a zone', () => {
    const until = (moment: string): string[] => days({ ...inNewYork, rrule: `FREQ=DAILY;UNTIL=${moment}` });
    expect(until('19970904T130000Z')).toEqual(['1997-09-02', '1997-09-03', '1997-09-04']);
    expect(until('19970904T125959Z')).toEqual(['1997-09-02', '1997-09-03']);
  });

  test('is all of a day that is named without a time', () => {
    expect(days({ ...inNewYork, rrule: 'FREQ=DAILY;UNTIL=19970904' })).toEqual([
      '1997-09-02',
      '1997-09-03',
      '1997-09-04',
    ]);
    expect(days({ ...allDay, rrule: 'FREQ=DAILY;UNTIL=20261122T235959Z' })).toEqual(['2026-11-21', '2026-11-22']);
  });

  test('is reached by rules that never happen', () => {
    expect(days({ ...floating, rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' })).toEqual([]);
    expect(
      days({ ...floating, dtstart: '1997-04-02T09:00:00', rrule: 'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31' }),
    ).toEqual([]);
  });

  test('is a thousand occurrences unless more are asked for', () => {
    expect(days({ ...floating, rrule: 'FREQ=DAILY' })).toHaveLength(1_000);
    expect(days({ ...floating, rrule: 'FREQ=DAILY', limit: 1_200 })).toHaveLength(1_200);
    expect(days({ ...floating, rrule: 'FREQ=DAILY', limit: 0 })).toEqual([]);
  });
});

describe('dates taken out', () => {
  test('are moments, or days of a series with times', () => {
    const rrule = 'FREQ=DAILY;COUNT=4';
    expect(days({ ...inNewYork, rrule, exdates: ['1997-09-03T13:00:00Z', '1997-09-05'] })).toEqual([
      '1997-09-02',
      '1997-09-04',
    ]);
    expect(days({ ...allDay, rrule, exdates: ['2026-11-22'] })).toEqual(['2026-11-21', '2026-11-23', '2026-11-24']);
  });

  test('win over single dates', () => {
    expect(days({ ...floating, rdates: ['1997-09-03T09:00:00'], exdates: ['1997-09-03T09:00:00'] })).toEqual([
      '1997-09-02',
    ]);
  });
});

describe('a window', () => {
  test('includes both of its ends and keeps the rhythm of the rule', () => {
    expect(
      days({ ...floating, rrule: 'FREQ=WEEKLY;INTERVAL=2', from: '2026-11-17T09:00:00', to: '2026-12-01' }),
    ).toEqual(['2026-11-17', '2026-12-01']);
  });

  test('counts from the start of the series', () => {
    expect(days({ ...floating, rrule: 'FREQ=DAILY;COUNT=10', from: '1997-09-10', to: '1998-01-01' })).toEqual([
      '1997-09-10',
      '1997-09-11',
    ]);
  });

  test('far from the start of a rule of seconds is found', () => {
    expect(
      expandRecurrence({
        ...inNewYork,
        rrule: 'FREQ=SECONDLY;INTERVAL=7',
        from: '2026-11-21T09:00:00-05:00',
        limit: 2,
      }),
    ).toEqual(['2026-11-21T09:00:02-05:00', '2026-11-21T09:00:09-05:00']);
  });

  test('gives what the whole series gives there', () => {
    const rules = [
      'FREQ=DAILY;INTERVAL=3',
      'FREQ=WEEKLY;BYDAY=MO,WE',
      'FREQ=MONTHLY;BYMONTHDAY=31',
      'FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
    ];
    assert(
      property(
        constantFrom(...rules),
        constantFrom('UTC', 'America/New_York', 'Australia/Lord_Howe', null),
        integer({ min: 0, max: 900 }),
        (rrule, zone, dayIndex) => {
          const dtstart = '1997-09-02T02:15:00';
          const from = new Date(Date.UTC(1997, 8, 2 + dayIndex)).toISOString().slice(0, 10);
          const whole = expandRecurrence({ dtstart, zone, rrule, limit: 1_000 }).filter(
            (text) => text.slice(0, 10) >= from,
          );
          expect(expandRecurrence({ dtstart, zone, rrule, from, limit: 5 })).toEqual(whole.slice(0, 5));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('what is wrong is said', () => {
  test.each([
    ['FREQ=FORTNIGHTLY', "The rule's FREQ can't be FORTNIGHTLY."],
    ['COUNT=3', 'The rule does not say how often: FREQ is missing.'],
    ['FREQ=DAILY;INTERVAL=0', "The rule's INTERVAL can't be 0."],
    ['FREQ=DAILY;BYMONTH=13', 'The rule names a month that needs RSCALE.'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20270101', 'The rule ends twice: it has COUNT and UNTIL.'],
    ['FREQ=DAILY;FREQ=WEEKLY', 'The rule says FREQ twice.'],
    ['FREQ=DAILY;BYEASTER=1', 'The rule has a part that is not known: BYEASTER.'],
    ['FREQ=DAILY;', 'The rule has a part that is not known: an empty one.'],
    ['RSCALE=MAYAN;FREQ=YEARLY', 'Rules in the calendar MAYAN are not supported yet.'],
  ])('%s', (rrule, words) => {
    expect(() => expandRecurrence({ ...floating, rrule })).toThrow(new RangeError(words));
  });

  test('a time or a zone that does not exist', () => {
    expect(() => expandRecurrence({ dtstart: '2026-02-30T09:00:00', zone: null })).toThrow(
      'There is no such time: 2026-02-30T09:00:00.',
    );
    expect(() => expandRecurrence({ ...floating, zone: 'Mars/Olympus' })).toThrow(
      'There is no such time zone: Mars/Olympus.',
    );
  });
});

test('a series in the year 20000 is a series', () => {
  expect(expandRecurrence({ dtstart: '+020000-01-01T09:00:00', zone: null, rrule: 'FREQ=YEARLY;COUNT=2' })).toEqual([
    '+020000-01-01T09:00:00',
    '+020001-01-01T09:00:00',
  ]);
});

describe('rules of days and weeks', () => {
  test('are the same by the short way as by the engine', () => {
    const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
    // Naming every month changes nothing but the way.
    const everyMonth = 'BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12';
    assert(
      property(
        integer({ min: 0, max: 2_000 }),
        integer({ min: 1, max: 5 }),
        integer({ min: 0, max: 127 }),
        integer({ min: 0, max: 6 }),
        integer({ min: 0, max: 40 }),
        constantFrom('America/New_York', 'Pacific/Auckland', null),
        constantFrom('', ';COUNT=9', ';UNTIL=20301001T000000Z'),
        (shift, interval, days, wkst, ahead, zone, end) => {
          const start = new Date(Date.UTC(2026, 0, 1) + shift * 86_400_000).toISOString().slice(0, 10);
          const byDay = weekdays.filter((_, index) => days & (1 << index)).join(',');
          const rrule =
            days === 0
              ? `FREQ=DAILY;INTERVAL=${interval}${end}`
              : `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${byDay};WKST=${weekdays[wkst]}${end}`;
          const from = new Date(Date.parse(start) + ahead * 20 * 86_400_000).toISOString().slice(0, 19);
          const base = { dtstart: `${start}T02:30:00`, zone, from: zone === null ? from : `${from}Z`, limit: 12 };
          expect(expandRecurrence({ ...base, rrule })).toEqual(
            expandRecurrence({ ...base, rrule: `${rrule};${everyMonth}` }),
          );
        },
      ),
      { numRuns: 60, seed: 20_261_127 },
    );
  });

  test('and so are rules of months and years', () => {
    const everyMonth = 'BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12';
    // Saying the same by parts goes the engine's way.
    const rules = (day: number): [string, string][] => [
      ['FREQ=MONTHLY', `FREQ=MONTHLY;BYMONTHDAY=${day}`],
      ['FREQ=MONTHLY;BYDAY=2TU', `FREQ=MONTHLY;BYDAY=2TU;${everyMonth}`],
      ['FREQ=MONTHLY;BYDAY=5WE', `FREQ=MONTHLY;BYDAY=5WE;${everyMonth}`],
      ['FREQ=MONTHLY;BYDAY=-1FR', `FREQ=MONTHLY;BYDAY=-1FR;${everyMonth}`],
      ['FREQ=MONTHLY;BYDAY=-5MO', `FREQ=MONTHLY;BYDAY=-5MO;${everyMonth}`],
    ];
    assert(
      property(
        integer({ min: 0, max: 2_000 }),
        integer({ min: 0, max: 5 }),
        integer({ min: 1, max: 5 }),
        integer({ min: 0, max: 60 }),
        constantFrom('America/New_York', 'Pacific/Apia', null),
        constantFrom('', ';COUNT=9', ';UNTIL=20351001T000000Z'),
        (shift, which, interval, ahead, zone, end) => {
          const start = new Date(Date.UTC(2026, 0, 1) + shift * 86_400_000).toISOString().slice(0, 10);
          const [, month, day] = start.split('-').map(Number) as [number, number, number];
          const yearly: [string, string] = ['FREQ=YEARLY', `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`];
          const [short, long] = [...rules(day), yearly][which]!;
          const from = new Date(Date.parse(start) + ahead * 40 * 86_400_000).toISOString().slice(0, 19);
          const base = { dtstart: `${start}T02:30:00`, zone, from: zone === null ? from : `${from}Z`, limit: 8 };
          const more = `;INTERVAL=${interval}${end}`;
          expect(expandRecurrence({ ...base, rrule: short + more })).toEqual(
            expandRecurrence({ ...base, rrule: long + more }),
          );
        },
      ),
      { numRuns: 80, seed: 20_261_127 },
    );
  });
});
