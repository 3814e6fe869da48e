import { exactDay, fullYear, monthOf, upcoming, type DatePiece } from './date-piece.ts';
import { isGlued, wordAt, type Found, type Scan } from './scan.ts';
import { DAY, floorTo, periodOf, wallOf } from './wall.ts';

/** "2026-11-21", "2026/11/21", "2026-11", "2026-W47", "21.11.2026", "11/21/26", "21/11". */
export function readNumericDate(scan: Scan, at: number): Found<DatePiece> | undefined {
  if (scan.tokens[at]?.kind !== 'number') return undefined;
  return readCompact(scan, at) ?? readYearFirst(scan, at) ?? readYearLast(scan, at) ?? readWithoutYear(scan, at);
}

/** "20271112" by itself or before the "T" of its time. */
function readCompact(scan: Scan, at: number): Found<DatePiece> | undefined {
  const match = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(wordAt(scan, at));
  const next = match ? skipTimeMark(scan, at + 1) : at;
  if (!match || (next === at + 1 && scan.tokens.length > 1)) return undefined;
  const period = exactDay(Number(match[1]), Number(match[2]), Number(match[3]));
  return period && found({ period }, next);
}

function readYearFirst(scan: Scan, at: number): Found<DatePiece> | undefined {
  const separator = wordAt(scan, at + 1);
  if (wordAt(scan, at).length !== 4 || !'-/.'.includes(separator) || !isGlued(scan, at + 1) || !isGlued(scan, at + 2))
    return undefined;
  const year = Number(wordAt(scan, at));
  if (separator === '-' && wordAt(scan, at + 2) === 'w' && isGlued(scan, at + 3)) {
    const week = Number(wordAt(scan, at + 3));
    // The first ISO week is the one with 4 January.
    const first = floorTo(wallOf(year, 1, 4), 'week');
    return week >= 1 && week <= 53
      ? found({ period: periodOf(first + (week - 1) * 7 * DAY, 'week') }, at + 4)
      : undefined;
  }
  const month = smallNumber(scan, at + 2);
  if (month === undefined || month > 12 || month < 1) return undefined;
  if (wordAt(scan, at + 3) === separator && isGlued(scan, at + 3) && isGlued(scan, at + 4)) {
    const period = exactDay(year, month, smallNumber(scan, at + 4) ?? 0);
    return period && found({ period }, skipTimeMark(scan, at + 5));
  }
  const isMonth = separator === '-' && wordAt(scan, at + 2).length === 2 && year >= 1000;
  return isMonth ? found({ period: monthOf(year, month) }, at + 3) : undefined;
}

function readYearLast(scan: Scan, at: number): Found<DatePiece> | undefined {
  const [first, second] = [smallNumber(scan, at), smallNumber(scan, at + 2)];
  const separator = wordAt(scan, at + 1);
  const year = wordAt(scan, at + 4);
  const isGluedUp = [1, 2, 3, 4].every((offset) => isGlued(scan, at + offset));
  if (isGluedUp && '-/.'.includes(separator) && wordAt(scan, at + 3) === separator) {
    if (scan.tokens[at + 4]?.kind !== 'number' || (year.length !== 2 && year.length !== 4)) return undefined;
    if (first === undefined || second === undefined) return undefined;
    const period = dayMonth(scan, fullYear(year), first, second);
    return period && found({ period }, skipTimeMark(scan, at + 5));
  }
  const [month, longYear] = [smallNumber(scan, at), wordAt(scan, at + 2)];
  if (
    separator === '/' &&
    isGlued(scan, at + 1) &&
    isGlued(scan, at + 2) &&
    /^(19|20)\d\d$/.test(longYear) &&
    month &&
    month <= 12
  ) {
    return found({ period: monthOf(Number(longYear), month) }, at + 3);
  }
  // "10 31 1974" by itself.
  const isTriple = at === 0 && scan.tokens.length === 3 && /^(19|20)\d\d$/.test(longYear);
  const middle = smallNumber(scan, 1);
  if (!isTriple || first === undefined || middle === undefined) return undefined;
  const period = dayMonth(scan, Number(longYear), first, middle);
  return period && found({ period }, 3);
}

function readWithoutYear(scan: Scan, at: number): Found<DatePiece> | undefined {
  const [first, second] = [smallNumber(scan, at), smallNumber(scan, at + 2)];
  const separator = wordAt(scan, at + 1);
  if (first === undefined || second === undefined || !'/-.'.includes(separator) || separator === '') return undefined;
  // "25-08" and nothing else is a date, "3-4" a score.
  const isWhole = at === 0 && scan.tokens.length === 3 && Math.max(first, second) > 9;
  const isGluedUp = isGlued(scan, at + 1) && isGlued(scan, at + 2);
  if (separator === '/' ? !isGluedUp && !isWhole : !isWhole && !isAfterOn(scan, at, isGluedUp)) return undefined;
  if (separator === '/' && !isWhole && isFraction(first, second) && !isAfterOn(scan, at, isGluedUp)) return undefined;
  // "8.25" and "10.1" are numbers first.
  if (separator === '.' && !scan.isDayFirst && wordAt(scan, at + 2).length < 2) return undefined;
  // "open 24/7", "house 12/4", "room 3/11"
  const isCode = /^(house|flat|apartment|apt|room|unit|door|suite|no|nr|number|lot|gate|row|ratio|score)$/.test(
    wordAt(scan, at - 1),
  );
  if (separator === '/' && ((first === 24 && second === 7) || isCode)) return undefined;
  const piece = upcoming(scan.now, (year) => dayMonth(scan, year, first, second));
  const next = separator === '.' && wordAt(scan, at + 3) === '.' && isGlued(scan, at + 3) ? at + 4 : at + 3;
  return piece && found(piece, next);
}

/** Day and month in the order of the region, or in the only order that gives a date. */
function dayMonth(scan: Scan, year: number, first: number, second: number): ReturnType<typeof exactDay> {
  const [dayFirst, monthFirst] = [exactDay(year, second, first), exactDay(year, first, second)];
  return scan.isDayFirst ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst);
}

/** "1/2 kg of flour" is no second of January. */
function isFraction(first: number, second: number): boolean {
  return first < second && first <= 3 && second <= 4;
}

function isAfterOn(scan: Scan, at: number, isGluedUp: boolean): boolean {
  return isGluedUp && at > 0 && /^(on|by|until|till|since|before|after|due)$/.test(wordAt(scan, at - 1));
}

/** The "T" of ISO 8601, and the ":" of a web server's log. */
function skipTimeMark(scan: Scan, at: number): number {
  const isDash = wordAt(scan, at) === '-' && wordAt(scan, at + 2) === ':' && isGlued(scan, at + 2);
  return (wordAt(scan, at) === 't' || wordAt(scan, at) === ':' || isDash) &&
    isGlued(scan, at) &&
    scan.tokens[at + 1]?.kind === 'number' &&
    isGlued(scan, at + 1)
    ? at + 1
    : at;
}

function smallNumber(scan: Scan, at: number): number | undefined {
  const token = scan.tokens[at];
  return token?.kind === 'number' && token.word.length <= 2 ? Number(token.word) : undefined;
}

function found(value: DatePiece, next: number): Found<DatePiece> {
  return { value, next };
}
