import { fullYear, monthOf, upcoming, type DatePiece } from './date-piece.ts';
import { readMonthDayNumber, readYearNumber } from './named-dates.ts';
import { readOrdinal } from './quantities.ts';
import { firstOf, isA, isGlued, skip, wordAt, type Found, type Parser, type Scan } from './scan.ts';
import { DAY, dayOf, dayPeriod, floorTo, partsOf, periodOf, wallOf, type Period } from './wall.ts';

/** "Q3 2027", "27q4", "FY27", "week 34 of 2027", "2027-W05-3", "summer 2027", "the 15th of next month", "rest of the week". */
export const readNumberedDate: Parser<DatePiece> = (scan, at) =>
  firstOf(scan, at, [
    readQuarter,
    readYearQuarter,
    readFiscalYear,
    readWeekNumber,
    readSeasonOf,
    readDayOfCycle,
    readRest,
  ]);

/** "Q4", "Q4 2018", "q3/18", "Q2 of next year". A fiscal quarter counts as the calendar's: whose year else is not said. */
function readQuarter(scan: Scan, at: number): Found<DatePiece> | undefined {
  const start = skip(scan, at, 'the');
  if (wordAt(scan, start) !== 'q' || !isGlued(scan, start + 1) || !/^[1-4]$/.test(wordAt(scan, start + 1)))
    return undefined;
  const nth = Number(wordAt(scan, start + 1));
  const next = start + 2;
  if (isGlued(scan, next) && !/^[.,;:!?)/'’-]$/.test(wordAt(scan, next))) return undefined;
  const joint = /^[/'’]$/.test(wordAt(scan, next)) || isA(scan, next, 'of') ? next + 1 : next;
  const year = readYearOf(scan, joint);
  if (year) return { value: { period: quarterOf(year.value, nth) }, next: year.next };
  // "Q3 report" is about the quarter.
  if (!isClosed(scan, next) && !scan.lexicon.datePrepositions.has(wordAt(scan, at - 1))) return undefined;
  const piece = upcoming(scan.now, (inYear) => quarterOf(inYear, nth));
  return piece && { value: piece, next };
}

/** "2018Q4", "18q4", "2018-Q4", "FY2019 Q2". */
function readYearQuarter(scan: Scan, at: number): Found<DatePiece> | undefined {
  const hasFiscal = wordAt(scan, at) === 'fy' && isGlued(scan, at + 1);
  const start = hasFiscal ? at + 1 : at;
  const digits = scan.tokens[start]?.kind === 'number' ? wordAt(scan, start) : '';
  if (digits.length !== 2 && digits.length !== 4) return undefined;
  const isJoined = /^[/-]$/.test(wordAt(scan, start + 1)) && isGlued(scan, start + 1);
  const letterAt = isJoined ? start + 2 : start + 1;
  const isStuck = isGlued(scan, letterAt) || digits.length === 4;
  if (!isStuck || wordAt(scan, letterAt) !== 'q' || !isGlued(scan, letterAt + 1)) return undefined;
  const nth = wordAt(scan, letterAt + 1);
  return /^[1-4]$/.test(nth)
    ? { value: { period: quarterOf(fullYear(digits), Number(nth)) }, next: letterAt + 2 }
    : undefined;
}

/** "FY27", "fiscal year 2027". */
function readFiscalYear(scan: Scan, at: number): Found<DatePiece> | undefined {
  const isShort = wordAt(scan, at) === 'fy';
  const isLong = wordAt(scan, at) === 'fiscal' && scan.lexicon.units.get(wordAt(scan, at + 1)) === 'year';
  if (!isShort && !isLong) return undefined;
  const token = scan.tokens[isShort ? at + 1 : at + 2];
  if (token?.kind !== 'number' || (token.word.length !== 2 && token.word.length !== 4)) return undefined;
  return { value: { period: periodOf(wallOf(fullYear(token.word), 1, 1), 'year') }, next: isShort ? at + 2 : at + 3 };
}

/** "week 34", "week 34 of 2027", "calendar week 12", "cw 12", "2027-W05-3"; "week of october 6th". */
function readWeekNumber(scan: Scan, at: number): Found<DatePiece> | undefined {
  const start = skip(scan, at, 'the');
  const wordEnd = wordAt(scan, start) === 'calendar' ? start + 1 : start;
  const isWeek = /^(week|wk|cw)$/.test(wordAt(scan, wordEnd));
  if (!isWeek) return readIsoWeekDay(scan, at);
  const token = scan.tokens[wordEnd + 1];
  const nth = token?.kind === 'number' && token.word.length <= 2 ? Number(token.word) : 0;
  if (nth < 1 || nth > 53) return undefined;
  const next = wordEnd + 2;
  const yearAt = isA(scan, next, 'of') || /^[,/]$/.test(wordAt(scan, next)) ? next + 1 : next;
  const year = readYearOf(scan, yearAt);
  if (year) return { value: { period: isoWeek(year.value, nth) }, next: year.next };
  // "week 3 homework" is homework.
  const after = scan.tokens[next];
  const isEnd =
    after === undefined ||
    after.newLine ||
    (after.kind === 'mark' && after.word !== '-' && !/^[.:%]$/.test(after.word));
  const isMarked =
    scan.lexicon.datePrepositions.has(wordAt(scan, at - 1)) || wordEnd > start || wordAt(scan, wordEnd) === 'cw';
  if (!isEnd && !isMarked) return undefined;
  const piece = upcoming(scan.now, (inYear) => isoWeek(inYear, nth));
  return piece && { value: { period: piece.period }, next };
}

/** "2019-W05-3": a day of an ISO week. */
function readIsoWeekDay(scan: Scan, at: number): Found<DatePiece> | undefined {
  const isShape =
    scan.tokens[at]?.kind === 'number' &&
    wordAt(scan, at).length === 4 &&
    wordAt(scan, at + 1) === '-' &&
    wordAt(scan, at + 2) === 'w' &&
    wordAt(scan, at + 4) === '-' &&
    /^[1-7]$/.test(wordAt(scan, at + 5)) &&
    [1, 2, 3, 4, 5].every((offset) => isGlued(scan, at + offset));
  const week = Number(wordAt(scan, at + 3));
  if (!isShape || !(week >= 1 && week <= 53)) return undefined;
  const { start } = isoWeek(Number(wordAt(scan, at)), week);
  return { value: { period: dayPeriod(start + (Number(wordAt(scan, at + 5)) - 1) * DAY) }, next: at + 6 };
}

/** "summer 2027", "the summer of 2027", "winter of next year". */
function readSeasonOf(scan: Scan, at: number): Found<DatePiece> | undefined {
  const start = skip(scan, at, 'the');
  const begins = scan.lexicon.seasons.get(wordAt(scan, start));
  if (begins === undefined) return undefined;
  const year = readYearOf(scan, skip(scan, start + 1, 'of'));
  if (!year) return undefined;
  const all = [...new Set(scan.lexicon.seasons.values())].sort((one, other) => one - other);
  const following = all[(all.indexOf(begins) + 1) % all.length] ?? begins;
  const dayIn = (inYear: number, monthDay: number): number =>
    wallOf(inYear, Math.floor(monthDay / 100), monthDay % 100);
  const end = dayIn(following > begins ? year.value : year.value + 1, following);
  return { value: { period: { start: dayIn(year.value, begins), end, grain: 'day', isSpan: true } }, next: year.next };
}

/** "the 15th of next month", "first of this month". */
function readDayOfCycle(scan: Scan, at: number): Found<DatePiece> | undefined {
  const start = skip(scan, at, 'the');
  const day = readOrdinal(scan, start) ?? (start > at ? readMonthDayNumber(scan, start) : undefined);
  if (!day || day.value < 1 || !isA(scan, day.next, 'of')) return undefined;
  const cycleAt = skip(scan, day.next + 1, 'the');
  const direction = isA(scan, cycleAt, 'next')
    ? 1
    : isA(scan, cycleAt, 'last')
      ? -1
      : isA(scan, cycleAt, 'this')
        ? 0
        : undefined;
  const hasDirection = direction !== undefined;
  const unitAt = hasDirection ? cycleAt + 1 : cycleAt;
  if ((!hasDirection && cycleAt === day.next + 1) || scan.lexicon.units.get(wordAt(scan, unitAt)) !== 'month')
    return undefined;
  const month = periodOf(scan.now, 'month', direction ?? 0);
  let found = month.start + (day.value - 1) * DAY;
  // "the 1st of the month", late in it, is the next month's.
  if (!hasDirection && found + DAY <= scan.now) found = month.end + (day.value - 1) * DAY;
  const { month: named } = partsOf(found);
  return day.value <= 31 && (named === partsOf(month.start).month || !hasDirection)
    ? { value: { period: dayPeriod(found) }, next: unitAt + 1 }
    : undefined;
}

/** "the rest of the week", "remainder of this month": from now on. */
function readRest(scan: Scan, at: number): Found<DatePiece> | undefined {
  const start = skip(scan, at, 'the');
  if (!/^(rest|remainder)$/.test(wordAt(scan, start)) || !isA(scan, start + 1, 'of')) return undefined;
  const unitAt = isA(scan, start + 2, 'the') || isA(scan, start + 2, 'this') ? start + 3 : start + 2;
  const unit = unitAt > start + 2 ? scan.lexicon.units.get(wordAt(scan, unitAt)) : undefined;
  if (unit === undefined || unit === 'second' || unit === 'minute' || unit === 'hour') return undefined;
  const { end } = periodOf(scan.now, unit);
  const period: Period =
    unit === 'day'
      ? { start: scan.now, end, grain: 'minute', isSpan: true }
      : { start: dayOf(scan.now), end, grain: 'day', isSpan: true };
  return { value: { period, oneDay: end - DAY }, next: unitAt + 1 };
}

/** Whether nothing goes on that a number could belong to. */
function isClosed(scan: Scan, next: number): boolean {
  const after = scan.tokens[next];
  if (after === undefined || after.newLine || !after.spaced)
    return (
      after === undefined ||
      after.newLine ||
      /^[,;!?)]$/.test(after.word) ||
      (after.word === '.' && scan.tokens[next + 1]?.spaced !== false)
    );
  return after.kind === 'mark'
    ? !/^[-%:]$/.test(after.word)
    : after.kind === 'word' && scan.lexicon.beginners.has(after.word);
}

/** "2027", "'27", "next year". */
function readYearOf(scan: Scan, at: number): Found<number> | undefined {
  const token = scan.tokens[at];
  if (token?.kind === 'number' && token.word.length === 2 && /^[/'’]$/.test(wordAt(scan, at - 1)))
    return { value: fullYear(token.word), next: at + 1 };
  const year = token?.kind === 'number' && token.word.length !== 4 ? undefined : readYearNumber(scan, at);
  if (year) return year;
  const direction = isA(scan, at, 'next') ? 1 : isA(scan, at, 'last') ? -1 : isA(scan, at, 'this') ? 0 : undefined;
  return direction !== undefined && scan.lexicon.units.get(wordAt(scan, at + 1)) === 'year'
    ? { value: partsOf(scan.now).year + direction, next: at + 2 }
    : undefined;
}

function quarterOf(year: number, nth: number): Period {
  return periodOf(monthOf(year, nth * 3).start, 'quarter');
}

/** The first ISO week of a year is the one with 4 January. */
export function isoWeek(year: number, nth: number): Period {
  return periodOf(floorTo(wallOf(year, 1, 4), 'week') + (nth - 1) * 7 * DAY, 'week');
}
