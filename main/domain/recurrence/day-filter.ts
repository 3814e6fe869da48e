import type { CalendarMonth, CalendarYear, RuleCalendar } from './calendar-years.ts';
import { weekdayOf } from './gregorian.ts';
import type { NthWeekday, Rule } from './read-rule.ts';

/** Where a day stands in its calendar; numbers count from 0. */
interface Place {
  year: CalendarYear;
  month: CalendarMonth;
}

/** Among what "the second Tuesday" counts: nothing where the number is to be ignored. */
export type NthScope = 'month' | 'year' | 'none';

/**
 * Whether a day matches the parts of a rule that name days. Each part is taken by the letter, all of them together: how parts
 * add days to a rule or take them away (RFC 5545, the table in section 3.3.10) is decided by whoever asks.
 */
export class DayFilter {
  readonly #calendar: RuleCalendar;
  readonly #parts: Pick<Rule, 'byMonth' | 'byWeekNo' | 'byYearDay' | 'byMonthDay' | 'byDay' | 'weekStart'>;
  readonly #scope: NthScope;
  /** Of a weekday: every one of them (true), or which of them. */
  readonly #weekdays: readonly (true | readonly number[] | undefined)[] | null;
  #year: CalendarYear;
  #month: CalendarMonth;

  constructor(
    calendar: RuleCalendar,
    parts: Pick<Rule, 'byMonth' | 'byWeekNo' | 'byYearDay' | 'byMonthDay' | 'byDay' | 'weekStart'>,
    scope: NthScope,
  ) {
    this.#calendar = calendar;
    this.#parts = parts;
    this.#scope = scope;
    this.#weekdays = parts.byDay && weekdaysOf(parts.byDay, scope);
    this.#year = calendar.year(calendar.yearOf(0));
    this.#month = this.#year.months[0]!;
  }

  /** Whether every day matches. */
  get isOpen(): boolean {
    const { byMonth, byWeekNo, byYearDay, byMonthDay, byDay } = this.#parts;
    return !byMonth && !byWeekNo && !byYearDay && !byMonthDay && !byDay;
  }

  matches(day: number): boolean {
    const { byMonth, byYearDay, byMonthDay, byWeekNo } = this.#parts;
    const weekdays = this.#weekdays;
    const own = weekdays && weekdays[weekdayOf(day)];
    if (weekdays && own === undefined) return false;
    if (byMonth || byMonthDay || byYearDay || (own !== null && own !== true)) {
      const { year, month } = this.#placeOf(day);
      if (byMonth && !byMonth.includes(month.key)) return false;
      if (byMonthDay && !has(byMonthDay, day - month.firstDay, month.length)) return false;
      if (byYearDay && !has(byYearDay, day - year.firstDay, year.length)) return false;
      if (own !== null && own !== true) {
        const { firstDay, length } = this.#scope === 'year' ? year : month;
        const index = day - firstDay;
        if (!has(own!, Math.floor(index / 7), Math.floor(index / 7) + Math.floor((length - 1 - index) / 7) + 1))
          return false;
      }
    }
    return !byWeekNo || this.#isInWeek(day, byWeekNo);
  }

  #placeOf(day: number): Place {
    if (day < this.#year.firstDay || day >= this.#year.firstDay + this.#year.length) {
      this.#year = this.#calendar.year(this.#calendar.yearOf(day));
      this.#month = this.#year.months[0]!;
    }
    const { months } = this.#year;
    if (day < this.#month.firstDay || day >= this.#month.firstDay + this.#month.length)
      this.#month = months.findLast(({ firstDay }) => firstDay <= day) ?? months[0]!;
    return { year: this.#year, month: this.#month };
  }

  /** A week belongs to the year that has at least four of its days. */
  #isInWeek(day: number, weeks: readonly number[]): boolean {
    const fourth = weekStartOf(day, this.#parts.weekStart) + 3;
    const year = this.#calendar.yearOf(fourth);
    const { first, count } = weeksOfYear(this.#calendar, year, this.#parts.weekStart);
    return has(weeks, (fourth - 3 - first) / 7, count);
  }
}

/** The first day of the week a day lies in. */
export const weekStartOf = (day: number, weekStart: number): number => day - ((weekdayOf(day) - weekStart + 7) % 7);

/** The first day of a year's week number one (RFC 5545: the first with at least four days in the year), and how many there are. */
export function weeksOfYear(
  calendar: RuleCalendar,
  year: number,
  weekStart: number,
): { readonly first: number; readonly count: number } {
  const { firstDay, length } = calendar.year(year);
  const first = weekStartOf(firstDay + 3, weekStart);
  return { first, count: (weekStartOf(firstDay + length + 3, weekStart) - first) / 7 };
}

/** Whether a list counts something out that has `index` things before it among `length`; negative numbers count from the end. */
function has(numbers: readonly number[], index: number, length: number): boolean {
  return numbers.includes(index + 1) || numbers.includes(index - length);
}

function weekdaysOf(byDay: readonly NthWeekday[], scope: NthScope): (true | readonly number[] | undefined)[] {
  return Array.from({ length: 7 }, (_, weekday) => {
    const own = byDay.filter((one) => one.weekday === weekday).map(({ nth }) => nth);
    if (own.length === 0) return undefined;
    return scope === 'none' || own.includes(0) ? true : own;
  });
}
