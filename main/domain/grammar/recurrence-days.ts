import { readMonthDayNumber } from './named-dates.ts';
import { readDate } from './moments.ts';
import { readOrdinal } from './quantities.ts';
import type { Rule } from './rules.ts';
import { isA, isGlued, skip, wordAt, type Found, type Scan } from './scan.ts';
import { DAY, partsOf } from './wall.ts';
import { workdayEnd } from './workdays.ts';

/** Which days of its weeks, months or years a rule means. */
export type DayParts = Pick<Rule, 'byDay' | 'byMonthDay' | 'byMonth' | 'bySetPos'>;

const WORKDAYS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday }));
const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** "mon, tues and fri", "mon-fri", "weekday", "weekend". */
export function readWeekdays(scan: Scan, at: number): Found<DayParts> | undefined {
  const workday = workdayEnd(scan, at);
  if (workday !== undefined) return { value: { byDay: WORKDAYS }, next: workday };
  // "every weekend" is one occurrence a weekend, as Todoist has it: on its Saturday; "weekends" are both days.
  if (isA(scan, at, 'weekend'))
    return {
      value: { byDay: wordAt(scan, at).endsWith('s') ? [{ weekday: 6 }, { weekday: 7 }] : [{ weekday: 6 }] },
      next: at + 1,
    };
  const list = readWeekdayList(scan, at);
  return list && { value: { byDay: list.value.map((weekday) => ({ weekday })) }, next: list.next };
}

/** "except sundays", "but not on weekends": the days of the week that are left. */
export function readExcept(scan: Scan, at: number): Found<DayParts> | undefined {
  if (!/^(except|excluding|but)$/.test(wordAt(scan, at))) return undefined;
  const start = skip(scan, wordAt(scan, at + 1) === 'not' || wordAt(scan, at + 1) === 'for' ? at + 2 : at + 1, 'on');
  const list = isA(scan, start, 'weekend') ? { value: [6, 7], next: start + 1 } : readWeekdayList(scan, start);
  if (!list) return undefined;
  const left = WEEK.filter((weekday) => !list.value.includes(weekday)).map((weekday) => ({ weekday }));
  return left.length === 0 ? undefined : { value: { byDay: left }, next: list.next };
}

/** Weekdays, ascending: "monday and friday", "mon, wed", "tue-thu", "fridays". */
export function readWeekdayList(scan: Scan, at: number): Found<readonly number[]> | undefined {
  const first = weekdayAt(scan, at);
  if (first === undefined) return undefined;
  const days = new Set([first]);
  let next = at + 1;
  const last = isA(scan, next, 'to') ? weekdayAt(scan, next + 1) : undefined;
  if (last !== undefined) {
    for (let day = first; day !== last; day = (day % 7) + 1) days.add(day);
    days.add(last);
    return { value: ascending(days), next: next + 2 };
  }
  for (;;) {
    const and = afterAnd(scan, next);
    // "mon wed fri" needs no commas.
    const more = weekdayAt(scan, and);
    if (more === undefined || scan.tokens[and]?.newLine) break;
    days.add(more);
    next = and + 1;
  }
  return { value: ascending(days), next };
}

/** "2nd wednesday", "2nd and 4th thursday", "last friday", "last workday", "last day", "4th last", with "of march" behind it. */
export function readNth(scan: Scan, at: number): Found<DayParts> | undefined {
  const positions = readPositions(scan, skip(scan, at, 'the'));
  if (!positions) return undefined;
  const { value: nths, next } = positions;
  const weekday = weekdayAt(scan, next);
  if (weekday !== undefined) return withOf(scan, { byDay: nths.map((nth) => ({ weekday, nth })) }, next + 1);
  const workday = workdayEnd(scan, next);
  if (workday !== undefined) return withOf(scan, { byDay: WORKDAYS, bySetPos: nths }, workday);
  const isDay = scan.lexicon.units.get(wordAt(scan, next)) === 'day';
  if (isDay && isA(scan, next + 1, 'of')) return withOf(scan, { byMonthDay: nths }, next + 1);
  const isLast = nths.some((nth) => nth < 0);
  // "on the last day" of whatever is counted.
  if (isLast && isDay && nths.every((nth) => nth < 0)) return withOf(scan, { byMonthDay: nths }, next + 1);
  return isLast && !isDay && !scan.lexicon.units.has(wordAt(scan, next)) && scan.tokens[next]?.kind !== 'word'
    ? withOf(scan, { byMonthDay: nths }, next)
    : undefined;
}

/** "the 1st", "1st and 15th", "27", "last day": days of a month. Plain digits only when the caller takes them. */
export function readMonthDays(scan: Scan, at: number, takesDigits: boolean): Found<DayParts> | undefined {
  const days: number[] = [];
  let next = skip(scan, at, 'the');
  for (;;) {
    const isLast = wordAt(scan, next) === 'last' && scan.lexicon.units.get(wordAt(scan, next + 1)) === 'day';
    const day = isLast
      ? { value: -1, next: next + 2 }
      : takesDigits
        ? readMonthDayNumber(scan, next)
        : readOrdinal(scan, next);
    if (!day || day.value > 31 || day.value === 0) break;
    days.push(day.value);
    const and = afterAnd(scan, day.next);
    next = day.next;
    if (and === day.next) break;
    const more = skip(scan, and, 'the');
    const isMore = takesDigits ? readMonthDayNumber(scan, more) : readOrdinal(scan, more);
    if (!isMore && !(wordAt(scan, more) === 'last' && scan.lexicon.units.get(wordAt(scan, more + 1)) === 'day')) break;
    next = more;
  }
  return days.length === 0 ? undefined : withOf(scan, { byMonthDay: ascending(new Set(days)) }, next);
}

/** "end of every month", "the start of each month": its last or first day. */
export function readEdgeDay(scan: Scan, at: number): Found<DayParts> | undefined {
  const start = skip(scan, at, 'the');
  const day = isA(scan, start, 'end') ? -1 : isA(scan, start, 'begin') ? 1 : undefined;
  if (day === undefined || !isA(scan, start + 1, 'of') || !isA(scan, start + 2, 'every')) return undefined;
  return withOf(scan, { byMonthDay: [day] }, start + 1);
}

/** "january", "jan and jul": whole months of every year. */
export function readMonths(scan: Scan, at: number): Found<DayParts> | undefined {
  const months: number[] = [];
  let next = at;
  for (;;) {
    const month = scan.lexicon.months.get(wordAt(scan, next));
    if (month === undefined) break;
    months.push(month);
    next += 1;
    const and = afterAnd(scan, next);
    if (and === next || !scan.lexicon.months.has(wordAt(scan, and))) break;
    next = and;
  }
  // "in march 10 times" counts; "march 10" is a day.
  const isDated = scan.tokens[next]?.kind === 'number' && !isA(scan, next + 1, 'times');
  return months.length === 0 || isDated ? undefined : { value: { byMonth: ascending(new Set(months)) }, next };
}

/** "5 january", "jan 5th", "christmas", "thanksgiving": a day that comes once a year, by its date or as the nth weekday. */
export function readYearDay(scan: Scan, at: number): Found<DayParts> | undefined {
  const date = readDate(scan, skip(scan, at, 'the'));
  const { inYear, period } = date?.value ?? {};
  if (!date || !inYear || period?.grain !== 'day' || period.isSpan) return undefined;
  const { year } = partsOf(period.start);
  const days = [0, 1, 2, 3, 4, 5].flatMap((ahead) => inYear(year + ahead)?.start ?? []);
  const parts = days.map(partsOf);
  const [first] = parts;
  if (!first) return undefined;
  if (parts.every(({ month, day }) => month === first.month && day === first.day))
    return { value: { byMonth: [first.month], byMonthDay: [first.day] }, next: date.next };
  const nth = Math.ceil(first.day / 7);
  const isNth = parts.every(
    ({ month, day, weekday }) => month === first.month && weekday === first.weekday && Math.ceil(day / 7) === nth,
  );
  if (isNth) return { value: { byMonth: [first.month], byDay: [{ weekday: first.weekday, nth }] }, next: date.next };
  const isLast = days.every(
    (day, index) =>
      parts[index]?.month === first.month &&
      parts[index].weekday === first.weekday &&
      partsOf(day + 7 * DAY).month !== first.month,
  );
  return isLast
    ? { value: { byMonth: [first.month], byDay: [{ weekday: first.weekday, nth: -1 }] }, next: date.next }
    : undefined;
}

/** "of the month", "of every month", "in march", "of the quarter": what the days are days of. */
function withOf(scan: Scan, days: DayParts, at: number): Found<DayParts> {
  if (!isA(scan, at, 'of')) return { value: days, next: at };
  const start = isA(scan, at + 1, 'the') || isA(scan, at + 1, 'every') ? at + 2 : at + 1;
  const months = readMonths(scan, start);
  if (months) return { value: { ...days, ...months.value }, next: months.next };
  const unit = scan.lexicon.units.get(wordAt(scan, start));
  const isFromEnd = (days.byMonthDay ?? days.bySetPos ?? []).some((nth) => nth < 0);
  if (unit === 'month') return { value: days, next: start + 1 };
  if (unit === 'quarter')
    return { value: { ...days, byMonth: isFromEnd ? [3, 6, 9, 12] : [1, 4, 7, 10] }, next: start + 1 };
  if (unit === 'year' && !days.byDay) return { value: { ...days, byMonth: [isFromEnd ? 12 : 1] }, next: start + 1 };
  return { value: days, next: at };
}

/** "2nd", "2nd and 4th", "last", "second to last", "3rd last". */
function readPositions(scan: Scan, at: number): Found<readonly number[]> | undefined {
  const nths: number[] = [];
  let next = at;
  for (;;) {
    const one = readPosition(scan, next);
    if (!one) break;
    nths.push(one.value);
    next = one.next;
    const and = afterAnd(scan, next);
    if (and === next || !readPosition(scan, and)) break;
    next = and;
  }
  return nths.length === 0 ? undefined : { value: [...new Set(nths)], next };
}

function readPosition(scan: Scan, at: number): Found<number> | undefined {
  const start = skip(scan, at, 'the');
  const ordinal = readOrdinal(scan, start);
  const lastAt = ordinal
    ? wordAt(scan, ordinal.next) === 'to' || (wordAt(scan, ordinal.next) === '-' && isGlued(scan, ordinal.next))
      ? ordinal.next + 1
      : ordinal.next
    : start;
  const isLast = wordAt(scan, lastAt) === 'last';
  if (isLast) return { value: -(ordinal?.value ?? 1), next: lastAt + 1 };
  return ordinal && ordinal.value >= 1 ? ordinal : undefined;
}

function weekdayAt(scan: Scan, at: number): number | undefined {
  return scan.lexicon.weekdays.get(wordAt(scan, at)) ?? scan.lexicon.weekdayPlurals.get(wordAt(scan, at));
}

/** The index after a comma, "and" or both; the same index where neither stands. */
export function afterAnd(scan: Scan, at: number): number {
  const comma = wordAt(scan, at) === ',' ? at + 1 : at;
  return isA(scan, comma, 'and') || wordAt(scan, comma) === 'or' ? comma + 1 : comma;
}

function ascending(days: ReadonlySet<number>): readonly number[] {
  return [...days].sort((one, other) => one - other);
}
