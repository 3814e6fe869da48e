import type { Clock } from './clocks.ts';
import { readCount } from './quantities.ts';
import type { Recurrence, Rule } from './rules.ts';
import { isA, wordAt, type Found, type Scan } from './scan.ts';

/**
 * "twice a week", "3 times a day", "once a month": how often, without saying when. A rule needs its days, so they are
 * spread evenly, and read back in words for the person to move.
 */
export function readTimesA(
  scan: Scan,
  at: number,
): Found<Pick<Recurrence, 'rule' | 'anchor'> & { clocks: readonly Clock[] }> | undefined {
  const often = readOften(scan, at);
  if (!often) return undefined;
  const isPer =
    scan.lexicon.articles.has(wordAt(scan, often.next)) ||
    wordAt(scan, often.next) === 'per' ||
    isA(scan, often.next, 'every');
  const unit = isPer ? scan.lexicon.units.get(wordAt(scan, often.next + 1)) : undefined;
  const spread = unit === undefined ? undefined : SPREADS[unit]?.[often.value - 1];
  return spread && { value: { ...spread, anchor: 'due' }, next: often.next + 2 };
}

function readOften(scan: Scan, at: number): Found<number> | undefined {
  const word = ['once', 'twice', 'thrice'].indexOf(wordAt(scan, at));
  if (word >= 0) return { value: word + 1, next: at + 1 };
  const count = readCount(scan, at);
  const isTimes =
    count && !count.value.isArticle && Number.isInteger(count.value.value) && isA(scan, count.next, 'times');
  return isTimes ? { value: count.value.value, next: count.next + 1 } : undefined;
}

interface Spread {
  readonly rule: Rule;
  readonly clocks: readonly Clock[];
}

const every = (freq: Rule['freq'], rest: Partial<Rule> = {}): Spread => ({
  rule: { freq, interval: 1, ...rest },
  clocks: [],
});
const onDays = (...weekdays: number[]): Spread => every('WEEKLY', { byDay: weekdays.map((weekday) => ({ weekday })) });
const onDates = (...byMonthDay: number[]): Spread => every('MONTHLY', { byMonthDay });
const atHours = (...hours: number[]): Spread => ({
  ...every('DAILY'),
  clocks: hours.map((hour) => ({ seconds: hour * 3600, grain: 'hour', isHalfOpen: false, isPlain: true })),
});

const SPREADS: Readonly<Record<string, readonly Spread[]>> = {
  day: [every('DAILY'), atHours(8, 20), atHours(8, 14, 20), atHours(8, 12, 16, 20)],
  week: [
    every('WEEKLY'),
    onDays(1, 4),
    onDays(1, 3, 5),
    onDays(1, 2, 4, 5),
    onDays(1, 2, 3, 4, 5),
    onDays(1, 2, 3, 4, 5, 6),
    every('DAILY'),
  ],
  month: [every('MONTHLY'), onDates(1, 15), onDates(1, 11, 21), onDates(1, 8, 15, 22)],
  quarter: [every('MONTHLY', { interval: 3 })],
  year: [
    every('YEARLY'),
    every('MONTHLY', { interval: 6 }),
    every('MONTHLY', { interval: 4 }),
    every('MONTHLY', { interval: 3 }),
  ],
};
