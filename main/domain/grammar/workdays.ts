import type { DatePiece } from './date-piece.ts';
import { readCount, readOrdinal } from './quantities.ts';
import { firstOf, isA, skip, wordAt, type Found, type Parser, type Scan } from './scan.ts';
import { DAY, dayOf, dayPeriod, partsOf, type Period, type Wall } from './wall.ts';

/**
 * "in 5 business days", "3 working days ago", "next business day", "the last workday of the month". Monday to Friday;
 * holidays are not known here. `readWhole` reads the month or year that a workday is one of.
 */
export function workdayReader(readWhole: Parser<Period>): Parser<DatePiece> {
  return (scan, at) => firstOf(scan, at, [readCounted, readNextOne, (one, index) => readNthOne(one, index, readWhole)]);
}

/** The index after "business day", "working days", "workdays", "weekdays"; undefined where there is none. */
export function workdayEnd(scan: Scan, at: number): number | undefined {
  if (isA(scan, at, 'weekday')) return at + 1;
  const isDay = scan.lexicon.units.get(wordAt(scan, at + 1)) === 'day' && wordAt(scan, at + 1).length > 1;
  return isDay && isA(scan, at, 'business') ? at + 2 : undefined;
}

function readCounted(scan: Scan, at: number): Found<DatePiece> | undefined {
  const hasIn = isA(scan, at, 'in');
  const count = readCount(scan, hasIn ? skip(scan, at + 1, 'the') : at);
  const end = count && workdayEnd(scan, skip(scan, count.next, 'more'));
  if (!count || end === undefined || !Number.isInteger(count.value.value) || count.value.value > 1000) return undefined;
  const today = dayOf(scan.now);
  const move = (sign: 1 | -1, next: number): Found<DatePiece> => ({
    value: { period: dayPeriod(addWorkdays(today, sign * count.value.value)) },
    next,
  });
  if (hasIn) return move(1, end);
  if (isA(scan, end, 'ago')) return move(-1, end + 1);
  if (isA(scan, end, 'later')) return move(1, end + 1);
  const isFromNow =
    isA(scan, end, 'from') && (isA(scan, end + 1, 'now') || scan.lexicon.dayWords.get(wordAt(scan, end + 1)) === 0);
  if (isFromNow) return move(1, end + 2);
  return at === 0 && end === scan.tokens.length && !count.value.isArticle ? move(1, end) : undefined;
}

/** "next business day", "the previous working day". */
function readNextOne(scan: Scan, at: number): Found<DatePiece> | undefined {
  const start = skip(scan, at, 'the');
  const sign = isA(scan, start, 'next') ? 1 : isA(scan, start, 'last') ? -1 : 0;
  const end = sign === 0 ? undefined : workdayEnd(scan, start + 1);
  if (end === undefined || isA(scan, end, 'of')) return undefined;
  return { value: { period: dayPeriod(addWorkdays(dayOf(scan.now), sign)) }, next: end };
}

/** "the first working day of june", "last workday of the month", "3rd business day of next quarter". */
function readNthOne(scan: Scan, at: number, readWhole: Parser<Period>): Found<DatePiece> | undefined {
  const start = skip(scan, at, 'the');
  const ordinal = readOrdinal(scan, start);
  const isLast = wordAt(scan, ordinal?.next ?? start) === 'last';
  if (!ordinal && !isLast) return undefined;
  const end = workdayEnd(scan, isLast ? (ordinal?.next ?? start) + 1 : (ordinal?.next ?? start));
  if (end === undefined || !isA(scan, end, 'of')) return undefined;
  const whole = readWhole(scan, end + 1);
  const nth = ordinal?.value ?? 1;
  if (!whole || nth < 1 || nth > 366) return undefined;
  const day = isLast ? addWorkdays(whole.value.end, -nth) : addWorkdays(whole.value.start - DAY, nth);
  return day >= whole.value.start && day < whole.value.end
    ? { value: { period: dayPeriod(day) }, next: whole.next }
    : undefined;
}

/** The day so many working days after a day, or before it. */
function addWorkdays(from: Wall, count: number): Wall {
  const sign = count < 0 ? -1 : 1;
  // Whole weeks have five; what is left is walked.
  let day = from + sign * Math.floor(Math.abs(count) / 5) * 7 * DAY;
  let left = Math.abs(count) % 5;
  // From a weekend the count begins at its near edge.
  while (left === 0 && count !== 0 && partsOf(day).weekday > 5) day -= sign * DAY;
  while (left > 0) {
    day += sign * DAY;
    if (partsOf(day).weekday <= 5) left -= 1;
  }
  return day;
}
