import { type CalendarMonth, type CalendarYear, type RuleCalendar, ruleCalendar } from './calendar-years.ts';
import { DayFilter, weekStartOf, weeksOfYear } from './day-filter.ts';
import { weekdayOf } from './gregorian.ts';
import { type Rule, type Skip, monthKey } from './read-rule.ts';

/** The years, months, weeks or days a rule looks at one after another; the one it starts in is number 0. */
export interface RulePeriods {
  /** The days that the rule gives in a period, in order and each once. With SKIP they may lie one day beside it. */
  daysOf(number: number): readonly number[];
  /** No period before this one has that day, nor a later one. */
  numberBefore(day: number): number;
  /** No day of this period or of a later one is earlier. */
  firstDayOf(number: number): number;
  /** When as many periods in a row give nothing, none will: the calendar has come back to where it was. */
  readonly cycle: number;
}

/** The Gregorian calendar repeats after 400 years, weekdays included. */
const CYCLE_YEARS = 400;
const CYCLE_DAYS = 146_097;

/** Another calendar is given up sooner: its years take long to work out, and leap months come back within a lifetime. */
const OTHER_CYCLE_YEARS = 100;

const yearsUntilRepeated = (scale: string): number => (scale === 'GREGORIAN' ? CYCLE_YEARS : OTHER_CYCLE_YEARS);

/** How many periods, `interval` apart, it takes until the calendar stands where it stood. */
function cycleOf(periods: number, interval: number): number {
  let [size, rest] = [periods, interval];
  while (rest > 0) [size, rest] = [rest, size % rest];
  return periods / size;
}

/**
 * The days of a rule that repeats by days or longer, before its times of day.
 *
 * What a rule does not say is taken from its start (RFC 5545 section 3.3.10, "Information, not contained in the rule"): the
 * weekday, the day of the month, the month.
 *
 * @param startDay in whole days since 1970
 * @throws RangeError when its calendar is not known
 */
export function rulePeriods(rule: Rule, startDay: number): RulePeriods {
  switch (rule.frequency) {
    case 'YEARLY':
      return yearly(rule, startDay, ruleCalendar(rule.scale));
    case 'MONTHLY':
      return monthly(rule, startDay, ruleCalendar(rule.scale));
    case 'WEEKLY':
      return weekly(rule, startDay);
    default:
      return daily(rule, startDay);
  }
}

/** The filter of a rule that repeats by weeks or less: every part that names days limits them. */
export function limitingFilter(rule: Rule): DayFilter {
  return new DayFilter(ruleCalendar(rule.scale), rule, 'none');
}

function daily(rule: Rule, startDay: number): RulePeriods {
  const filter = limitingFilter(rule);
  const { interval } = rule;
  const { isOpen } = filter;
  return {
    daysOf(number) {
      const day = startDay + number * interval;
      return isOpen || filter.matches(day) ? [day] : [];
    },
    numberBefore: (day) => Math.ceil((day - startDay) / interval),
    firstDayOf: (number) => startDay + number * interval,
    cycle: cycleOf(CYCLE_DAYS, interval),
  };
}

function weekly(rule: Rule, startDay: number): RulePeriods {
  const filter = limitingFilter(rule);
  const first = weekStartOf(startDay, rule.weekStart);
  const hasDays = [rule.byDay, rule.byMonthDay, rule.byYearDay, rule.byWeekNo].some((list) => list !== null);
  const step = 7 * rule.interval;
  const isPlain = [rule.byMonth, rule.byMonthDay, rule.byYearDay, rule.byWeekNo].every((list) => list === null);
  const weekdays = hasDays ? new Set(rule.byDay?.map(({ weekday }) => weekday)) : new Set([weekdayOf(startDay)]);
  const isAny = hasDays && rule.byDay === null;
  const offsets = [0, 1, 2, 3, 4, 5, 6].filter((offset) => isAny || weekdays.has(weekdayOf(first + offset)));
  return {
    daysOf(number) {
      const base = first + number * step;
      const days = offsets.map((offset) => base + offset);
      return isPlain ? days : days.filter((day) => filter.matches(day));
    },
    numberBefore: (day) => Math.floor((day - first) / step),
    firstDayOf: (number) => first + number * step,
    cycle: cycleOf(CYCLE_DAYS / 7, rule.interval),
  };
}

function yearly(rule: Rule, startDay: number, calendar: RuleCalendar): RulePeriods {
  const { byWeekNo, weekStart, interval, skip } = rule;
  // A day of the first or the last week may lie in the year beside the one its week belongs to.
  const startYear = calendar.yearOf(byWeekNo ? weekStartOf(startDay, weekStart) + 3 : startDay);
  const margin = byWeekNo ? 7 : skip === 'OMIT' ? 0 : 1;
  const daysIn = byWeekNo ? daysOfWeeks(rule, byWeekNo, startDay, calendar) : daysOfYear(rule, startDay, calendar);
  return {
    daysOf: (number) => daysIn(startYear + number * interval),
    numberBefore: (day) => Math.floor((calendar.yearOf(day - margin) - startYear - margin) / interval),
    firstDayOf: (number) => calendar.year(startYear + number * interval).firstDay - margin,
    cycle: cycleOf(yearsUntilRepeated(rule.scale), interval),
  };
}

/** Weeks give days that the other parts limit; without any a week gives the weekday of the start. */
function daysOfWeeks(
  rule: Rule,
  weeks: readonly number[],
  startDay: number,
  calendar: RuleCalendar,
): (year: number) => readonly number[] {
  const hasDays = rule.byDay ?? rule.byMonthDay ?? rule.byYearDay;
  const byDay = hasDays ? rule.byDay : [{ nth: 0, weekday: weekdayOf(startDay) }];
  const filter = new DayFilter(calendar, { ...rule, byWeekNo: null, byDay }, rule.byMonth ? 'month' : 'year');
  return (year) => {
    const { first, count } = weeksOfYear(calendar, year, rule.weekStart);
    const numbers = weeks.map((week) => (week > 0 ? week - 1 : count + week)).filter((at) => at >= 0 && at < count);
    return inOrder(numbers)
      .flatMap((at) => [0, 1, 2, 3, 4, 5, 6].map((offset) => first + 7 * at + offset))
      .filter((day) => filter.matches(day));
  };
}

function daysOfYear(rule: Rule, startDay: number, calendar: RuleCalendar): (year: number) => readonly number[] {
  const { byDay, byYearDay, skip } = rule;
  const isBare = !byDay && !byYearDay && !rule.byMonthDay;
  const start = placeOf(calendar, startDay);
  const byMonth = rule.byMonth ?? (isBare ? [start.month.key] : null);
  const byMonthDay = rule.byMonthDay ?? (isBare ? [startDay - start.month.firstDay + 1] : null);
  const weekdays = byDay && new DayFilter(calendar, onlyByDay(rule), rule.byMonth ? 'month' : 'year');
  const inMonths = new DayFilter(calendar, { ...onlyByDay(rule), byDay: null, byMonth }, 'none');
  return (number) => {
    const year = calendar.year(number);
    const months = byMonth ? monthsIn(year, byMonth, skip) : year.months;
    if (!byYearDay && !byMonthDay) return months.flatMap((month) => daysFrom(month, weekdays));
    let days: readonly number[];
    if (byYearDay) {
      const ofMonths = byMonthDay && new Set(months.flatMap((month) => numbered(byMonthDay, month, skip)));
      days = numbered(byYearDay, year, skip).filter((day) => (ofMonths ? ofMonths.has(day) : inMonths.matches(day)));
    } else days = months.flatMap((month) => numbered(byMonthDay!, month, skip));
    return inOrder(weekdays ? days.filter((day) => weekdays.matches(day)) : days);
  };
}

function monthly(rule: Rule, startDay: number, calendar: RuleCalendar): RulePeriods {
  const { byDay, byMonth, skip, interval } = rule;
  const { month: startMonth, year: startYear, index: startIndex } = placeOf(calendar, startDay);
  const isBare = !byDay && !rule.byYearDay && !rule.byWeekNo && !rule.byMonthDay;
  const byMonthDay = rule.byMonthDay ?? (isBare ? [startDay - startMonth.firstDay + 1] : null);
  const limits = { ...rule, byMonth: null, byMonthDay: null };
  const filter = new DayFilter(calendar, limits, 'month');
  const { isOpen } = filter;
  const monthAt = monthsFrom(calendar, startYear, startIndex, rule.scale);
  const margin = skip === 'OMIT' ? 0 : 1;
  const meanLength = (calendar.year(startYear + 1).firstDay - calendar.year(startYear).firstDay) / 12;
  return {
    daysOf(number) {
      const month = monthAt.month(number * interval);
      if (byMonth && !monthsIn(calendar.year(monthAt.yearOf(number * interval)), byMonth, skip).includes(month))
        return [];
      if (!byMonthDay) return daysFrom(month, filter);
      const days = numbered(byMonthDay, month, skip);
      return inOrder(isOpen ? days : days.filter((day) => filter.matches(day)));
    },
    numberBefore: (day) => Math.floor((day - startDay) / Math.max(meanLength, 30.5) / interval) - 1,
    firstDayOf: (number) => monthAt.month(number * interval).firstDay - margin,
    cycle: cycleOf(yearsUntilRepeated(rule.scale) * 12, interval),
  };
}

/** The months of a calendar counted from one of them. */
function monthsFrom(
  calendar: RuleCalendar,
  startYear: number,
  startIndex: number,
  scale: string,
): { month(number: number): CalendarMonth; yearOf(number: number): number } {
  /** Of each year from the start's: how many months lie before it, counted from its own first. */
  const before = [0];
  const locate = (number: number): { year: number; index: number } => {
    const at = startIndex + number;
    if (scale === 'GREGORIAN') return { year: startYear + Math.floor(at / 12), index: at % 12 };
    while (before.at(-1)! <= at)
      before.push(before.at(-1)! + calendar.year(startYear + before.length - 1).months.length);
    const year = before.findLastIndex((months) => months <= at);
    return { year: startYear + year, index: at - before[year]! };
  };
  return {
    month(number) {
      const { year, index } = locate(number);
      return calendar.year(year).months[index]!;
    },
    yearOf: (number) => locate(number).year,
  };
}

function placeOf(calendar: RuleCalendar, day: number): { year: number; index: number; month: CalendarMonth } {
  const year = calendar.yearOf(day);
  const { months } = calendar.year(year);
  const index = months.findLastIndex(({ firstDay }) => firstDay <= day);
  return { year, index, month: months[index]! };
}

/** The months of a year that a rule names; of one it does not have what SKIP says. */
function monthsIn({ months }: CalendarYear, keys: readonly number[], skip: Skip): CalendarMonth[] {
  const found = keys.flatMap((key) => {
    const own = months.find((month) => month.key === key);
    if (own || skip === 'OMIT') return own ?? [];
    const isLeap = key % 2 === 1;
    const instead = monthKey(Math.floor(key / 2) + (isLeap && skip === 'FORWARD' ? 1 : 0));
    return (isLeap && months.find((month) => month.key === instead)) || [];
  });
  return found.length < 2 ? found : [...new Set(found)].toSorted((one, other) => one.firstDay - other.firstDay);
}

/** The days of a month or a year by their numbers, negative ones from its end; for those it does not have what SKIP says. */
function numbered(
  numbers: readonly number[],
  { firstDay, length }: { readonly firstDay: number; readonly length: number },
  skip: Skip,
): number[] {
  const days: number[] = [];
  for (const number of numbers) {
    const index = number > 0 ? number - 1 : length + number;
    if (index >= 0 && index < length) days.push(firstDay + index);
    else if (skip === 'FORWARD') days.push(index < 0 ? firstDay : firstDay + length);
    else if (skip === 'BACKWARD') days.push(index < 0 ? firstDay - 1 : firstDay + length - 1);
  }
  return days;
}

function daysFrom({ firstDay, length }: CalendarMonth, filter: DayFilter | null): number[] {
  const days: number[] = [];
  for (let day = firstDay; day < firstDay + length; day += 1) if (!filter || filter.matches(day)) days.push(day);
  return days;
}

const onlyByDay = (rule: Rule): Rule => ({
  ...rule,
  byMonth: null,
  byWeekNo: null,
  byYearDay: null,
  byMonthDay: null,
});

/** In order and each once. */
function inOrder(numbers: readonly number[]): readonly number[] {
  let isSo = true;
  for (let at = 1; at < numbers.length; at += 1) if (numbers[at]! <= numbers[at - 1]!) isSo = false;
  return isSo ? numbers : [...new Set(numbers)].toSorted((one, other) => one - other);
}
