import { type Arbitrary, constant, constantFrom, integer, oneof, record, uniqueArray } from 'fast-check';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export const RULE_ZONES = [
  'America/New_York',
  'Europe/Vienna',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Auckland',
] as const;

const list = <T>(item: Arbitrary<T>, maxLength: number): Arbitrary<T[]> =>
  uniqueArray(item, { minLength: 1, maxLength });
const signed = (most: number): Arbitrary<number> => integer({ min: -most, max: most }).filter((number) => number !== 0);
const maybe = <T>(arbitrary: Arbitrary<T>, percent: number): Arbitrary<T | null> =>
  oneof({ weight: 100 - percent, arbitrary: constant(null) }, { weight: percent, arbitrary });

/** A rule and the wall-clock time it begins with, as if in UTC. */
export interface RandomRule {
  readonly rrule: string;
  readonly startMs: number;
}

const start = record({
  day: integer({ min: 0, max: 12_000 }),
  second: constantFrom(0, 9 * 3600, 2 * 3600 + 1800, 3600 + 59, 23 * 3600 + 45 * 60 + 30),
}).map(({ day, second }) => Date.UTC(1990, 0, 1) + day * 86_400_000 + second * 1000);

/** Rules that repeat by days or longer, of every part; `lawful` leaves out what RFC 5545 says MUST NOT be. */
export function rulesOfDays({ lawful = false } = {}): Arbitrary<RandomRule> {
  return record({
    frequency: constantFrom('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'),
    interval: constantFrom(1, 1, 1, 2, 3, 5, 13),
    byMonth: maybe(list(integer({ min: 1, max: 12 }), 4), 30),
    byWeekNo: maybe(list(signed(53), 4), 20),
    byYearDay: maybe(list(signed(366), 6), 12),
    byMonthDay: maybe(list(signed(31), 5), 25),
    byDay: maybe(list(constantFrom(...WEEKDAYS), 4), 30),
    nth: maybe(list(signed(5), 2), 40),
    byHour: maybe(list(integer({ min: 0, max: 23 }), 3), 20),
    byMinute: maybe(list(integer({ min: 0, max: 59 }), 2), 20),
    bySecond: maybe(list(integer({ min: 0, max: 59 }), 2), 10),
    bySetPos: maybe(list(signed(8), 3), 25),
    wkst: maybe(constantFrom(...WEEKDAYS), 30),
    count: maybe(integer({ min: 1, max: 40 }), 40),
    startMs: start,
  }).map(({ startMs, ...rule }) => {
    const { frequency } = rule;
    const isYearly = frequency === 'YEARLY';
    const byWeekNo = lawful && !isYearly ? null : rule.byWeekNo;
    const byYearDay = lawful && !isYearly ? null : rule.byYearDay;
    const byMonthDay = lawful && frequency === 'WEEKLY' ? null : rule.byMonthDay;
    const mayCount = frequency === 'MONTHLY' || (isYearly && byWeekNo === null);
    const isCounted = rule.nth && (mayCount || !lawful);
    const byDay = rule.byDay?.flatMap((code) => (isCounted ? rule.nth!.map((nth) => `${nth}${code}`) : [code]));
    const others = [rule.byMonth, byWeekNo, byYearDay, byMonthDay, byDay, rule.byHour, rule.byMinute, rule.bySecond];
    const hasOther = others.some((part) => part !== null && part !== undefined);
    const parts: Record<string, unknown> = {
      FREQ: frequency,
      INTERVAL: rule.interval === 1 ? null : rule.interval,
      BYMONTH: rule.byMonth,
      BYWEEKNO: byWeekNo,
      BYYEARDAY: byYearDay,
      BYMONTHDAY: byMonthDay,
      BYDAY: byDay,
      BYHOUR: rule.byHour,
      BYMINUTE: rule.byMinute,
      BYSECOND: rule.bySecond,
      BYSETPOS: lawful && !hasOther ? null : rule.bySetPos,
      WKST: rule.wkst,
      COUNT: rule.count,
    };
    return { startMs, rrule: textOf(parts) };
  });
}

/** Rules that repeat by hours, minutes or seconds. */
export const rulesOfClock: Arbitrary<RandomRule> = record({
  frequency: constantFrom('HOURLY', 'MINUTELY', 'SECONDLY'),
  interval: constantFrom(1, 2, 7, 25, 90, 601),
  byMonth: maybe(list(integer({ min: 1, max: 12 }), 6), 20),
  byMonthDay: maybe(list(signed(31), 12), 15),
  byDay: maybe(list(constantFrom(...WEEKDAYS), 4), 30),
  byHour: maybe(list(integer({ min: 0, max: 23 }), 5), 25),
  byMinute: maybe(list(constantFrom(0, 5, 15, 29, 30, 45, 59), 3), 40),
  bySecond: maybe(list(constantFrom(0, 1, 30, 59), 2), 20),
  bySetPos: maybe(list(signed(3), 2), 20),
  count: maybe(integer({ min: 1, max: 60 }), 40),
  startMs: start,
}).map(({ startMs, ...rule }) => ({
  startMs,
  rrule: textOf({
    FREQ: rule.frequency,
    INTERVAL: rule.interval,
    BYMONTH: rule.byMonth,
    BYMONTHDAY: rule.byMonthDay,
    BYDAY: rule.byDay,
    BYHOUR: rule.byHour,
    BYMINUTE: rule.byMinute,
    BYSECOND: rule.bySecond,
    BYSETPOS: rule.bySetPos,
    COUNT: rule.count,
  }),
}));

const textOf = (parts: Readonly<Record<string, unknown>>): string =>
  Object.entries(parts)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(';');
