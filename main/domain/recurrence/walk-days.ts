import type { Rule } from './read-rule.ts';
import type { RulePeriods } from './rule-periods.ts';

const DAY_MS = 86_400_000;

interface Walk {
  /** The wall-clock time a series begins with, as if in UTC. */
  readonly startMs: number;
  /** Nothing before it is wanted. */
  readonly sinceMs: number;
  /** The last day that is looked at, in whole days since 1970. */
  readonly lastDay: number;
  /** Takes a wall-clock time as if in UTC; is asked for more until it says no. */
  visit(wallMs: number): boolean;
}

/**
 * Gives the wall-clock times of a rule that repeats by days or longer, in order and each once, COUNT and UNTIL left to the visitor.
 * Begins near `sinceMs`, unless the rule is counted from its start.
 */
export function walkDays(rule: Rule, periods: RulePeriods, walk: Walk): void {
  const { startMs, sinceMs, lastDay, visit } = walk;
  const times = timesOfDay(rule, startMs);
  const since = rule.count === null ? Math.floor(Math.max(sinceMs, startMs) / DAY_MS) - 1 : 0;
  const mayLieBeside = rule.skip !== 'OMIT';
  let number = rule.count === null ? Math.max(0, periods.numberBefore(since)) : 0;
  let empty = 0;
  let held: readonly number[] = [];
  for (; periods.firstDayOf(number) <= lastDay; number += 1) {
    const days = periods.daysOf(number);
    const picked = rule.bySetPos === null ? null : pickedTimes(days, times, rule.bySetPos);
    empty = (picked ?? days).length === 0 ? empty + 1 : 0;
    if (empty > periods.cycle) return;
    if (picked === null && !mayLieBeside) {
      for (const day of days)
        for (const time of times) {
          const wallMs = day * DAY_MS + time;
          if (wallMs >= startMs && !visit(wallMs)) return;
        }
      continue;
    }
    const own = picked ?? allTimes(days, times);
    const merged: readonly number[] =
      held.length === 0 ? own : [...new Set([...held, ...own])].toSorted((one, other) => one - other);
    const nextMs = mayLieBeside ? periods.firstDayOf(number + 1) * DAY_MS : Number.POSITIVE_INFINITY;
    held = merged.filter((wallMs) => wallMs >= nextMs);
    for (const wallMs of merged) if (wallMs >= startMs && wallMs < nextMs && !visit(wallMs)) return;
  }
  for (const wallMs of held) if (wallMs >= startMs && !visit(wallMs)) return;
}

/** The times of day of a rule in milliseconds; what it does not say is as in its start. */
function timesOfDay(rule: Rule, startMs: number): readonly number[] {
  const second = Math.floor(startMs / 1_000);
  const own = (list: readonly number[] | null, unit: number, size: number): readonly number[] =>
    list ?? [((Math.floor(second / unit) % size) + size) % size];
  const hours = own(rule.byHour, 3_600, 24);
  const minutes = own(rule.byMinute, 60, 60);
  const seconds = own(rule.bySecond, 1, 60);
  const times = hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((part) => (hour * 3_600 + minute * 60 + part) * 1_000)),
  );
  return [...new Set(times)].toSorted((one, other) => one - other);
}

const allTimes = (days: readonly number[], times: readonly number[]): number[] =>
  days.flatMap((day) => times.map((time) => day * DAY_MS + time));

/** BYSETPOS: of the moments of one period only those with these numbers, negative ones counted from the last. */
function pickedTimes(days: readonly number[], times: readonly number[], positions: readonly number[]): number[] {
  const size = days.length * times.length;
  return pickedIndexes(size, positions).map(
    (index) => days[Math.floor(index / times.length)]! * DAY_MS + times[index % times.length]!,
  );
}

/** The places that BYSETPOS names among `size` moments, from 0, in order and each once. */
export function pickedIndexes(size: number, positions: readonly number[]): number[] {
  const indexes = positions.map((position) => (position > 0 ? position - 1 : size + position));
  return [...new Set(indexes)].filter((index) => index >= 0 && index < size).toSorted((one, other) => one - other);
}
