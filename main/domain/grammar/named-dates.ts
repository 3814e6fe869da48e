import { exactDay, fullYear, monthOf, upcoming, type DatePiece } from './date-piece.ts';
import { readInteger, readOrdinal } from './quantities.ts';
import { isA, isGlued, skip, wordAt, type Found, type Scan } from './scan.ts';
import { dayPeriod, partsOf, periodOf, wallOf } from './wall.ts';

/** "21 Nov", "Nov 21st 2026", "the first of march", "15Sep", "10-August-2012", "October 2014", "the 24th". */
export function readNamedDate(scan: Scan, at: number): Found<DatePiece> | undefined {
  return (
    readIdes(scan, at) ??
    readDayMonth(scan, at) ??
    readMonthDay(scan, at) ??
    readMonth(scan, at) ??
    readDayOfMonth(scan, at) ??
    readYear(scan, at)
  );
}

/** A day of a month, in digits or as an ordinal, 1 to 31. */
export function readMonthDayNumber(scan: Scan, at: number): Found<number> | undefined {
  const ordinal = readOrdinal(scan, at);
  const token = scan.tokens[at];
  const plain =
    token?.kind === 'number' && token.word.length <= 2 ? { value: Number(token.word), next: at + 1 } : undefined;
  const found = ordinal ?? plain;
  return found && found.value >= 1 && found.value <= 31 ? found : undefined;
}

/** A year of four digits, or of two where they can be nothing else. */
export function readYearNumber(scan: Scan, at: number): Found<number> | undefined {
  const start = wordAt(scan, at) === ',' ? at + 1 : at;
  const token = scan.tokens[start];
  const digits = token?.kind === 'number' ? token.word : '';
  if (digits.length === 4 && Number(digits) >= 1000 && (Number(digits) < 3000 || isYearEnd(scan, start + 1))) {
    const isTime =
      wordAt(scan, start + 1) === ':' &&
      isGlued(scan, start + 1) &&
      scan.tokens[start + 2]?.kind === 'number' &&
      wordAt(scan, start + 2).length < 2;
    return isTime ? undefined : inEra(scan, Number(digits), start + 1);
  }
  const spelled = scan.lexicon.numbers.has(wordAt(scan, start)) ? readSpelledYear(scan, start) : undefined;
  if (spelled) return spelled;
  const isShort = wordAt(scan, start) === "'" || wordAt(scan, start) === '’';
  const short = isShort ? wordAt(scan, start + 1) : digits;
  if (short.length !== 2 || !/^\d\d$/.test(short)) return undefined;
  const end = isShort ? start + 2 : start + 1;
  const follows = wordAt(scan, end);
  const isGluedOn = isGlued(scan, end) && follows !== ',' && follows !== '.' && follows !== ')';
  return (isShort || Number(short) > 31) &&
    !isGluedOn &&
    !scan.lexicon.units.has(follows) &&
    !isA(scan, end, 'times') &&
    !/^[ap]m?$/.test(follows)
    ? { value: fullYear(short), next: end }
    : undefined;
}

/** Far years only where nothing is counted: "dec 31 9999 at 23:30", not "dec 31 5000 steps". */
function isYearEnd(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  return token === undefined || token.newLine || /^[,.;!?)]$/.test(token.word) || isA(scan, at, 'at');
}

function readDayMonth(scan: Scan, at: number): Found<DatePiece> | undefined {
  const day = readMonthDayNumber(scan, skip(scan, at, 'the'));
  if (!day) return undefined;
  let next = day.next;
  const separator = wordAt(scan, next);
  const isJoined = (separator === '-' || separator === '/') && isGlued(scan, next) && isGlued(scan, next + 1);
  if (isJoined) next += 1;
  else next = wordAt(scan, next) === 'day' ? skip(scan, next + 1, 'of') : skip(scan, next, 'of');
  const month = monthAt(scan, next);
  if (month === undefined) return undefined;
  next = skipDot(scan, next + 1);
  if (isJoined && wordAt(scan, next) === separator && isGlued(scan, next)) {
    const year = scan.tokens[next + 1];
    if (year?.kind !== 'number' || (year.word.length !== 2 && year.word.length !== 4)) return undefined;
    const period = exactDay(fullYear(year.word), month, day.value);
    const isLog = wordAt(scan, next + 2) === ':' && isGlued(scan, next + 2) && isGlued(scan, next + 3);
    return period && { value: { period }, next: isLog ? next + 3 : next + 2 };
  }
  return withYear(scan, next, month, day.value);
}

function readMonthDay(scan: Scan, at: number): Found<DatePiece> | undefined {
  const month = monthAt(scan, at);
  if (month === undefined) return undefined;
  let next = skipDot(scan, at + 1);
  const separator = wordAt(scan, next);
  if (separator === ',' || ((separator === '/' || separator === '-') && isGlued(scan, next) && isGlued(scan, next + 1)))
    next += 1;
  const day = readMonthDayNumber(scan, skip(scan, next, 'the'));
  if (!day) return undefined;
  // "march 3:15" is a time in March at best; "oct 10%" nothing at all.
  if (wordAt(scan, day.next) === ':' && isGlued(scan, day.next)) return undefined;
  if (separator === '/' && wordAt(scan, day.next) === '/') return withYear(scan, day.next + 1, month, day.value);
  return withYear(scan, day.next, month, day.value);
}

function readMonth(scan: Scan, at: number): Found<DatePiece> | undefined {
  const yearFirst = readYearNumber(scan, at);
  const monthAfterYear = yearFirst && wordAt(scan, at).length === 4 ? monthAt(scan, yearFirst.next) : undefined;
  if (yearFirst && monthAfterYear !== undefined) {
    return { value: { period: monthOf(yearFirst.value, monthAfterYear) }, next: yearFirst.next + 1 };
  }
  const month = monthAt(scan, at);
  if (month === undefined) return undefined;
  // "32 August", "February 30": a month with a number that is no day of it is not a date.
  if (scan.tokens[at - 1]?.kind === 'number') return undefined;
  let next = skipDot(scan, at + 1);
  if (isA(scan, next, 'of') || (wordAt(scan, next) === '-' && isGlued(scan, next))) next += 1;
  const year = readYearNumber(scan, next);
  if (year) return { value: { period: monthOf(year.value, month) }, next: year.next };
  if (scan.tokens[at + 1]?.kind === 'number') return undefined;
  const piece = upcoming(scan.now, (inYear) => monthOf(inYear, month));
  return piece && { value: piece, next: at + 1 };
}

/** "the ides of march": the 15th, of most months the 13th. */
function readIdes(scan: Scan, at: number): Found<DatePiece> | undefined {
  const start = skip(scan, at, 'the');
  const month = wordAt(scan, start) === 'ides' && isA(scan, start + 1, 'of') ? monthAt(scan, start + 2) : undefined;
  return month === undefined ? undefined : withYear(scan, start + 3, month, [3, 5, 7, 10].includes(month) ? 15 : 13);
}

/** "the 24th", "27th": the next such day. Plain digits need "the" and an end. */
function readDayOfMonth(scan: Scan, at: number): Found<DatePiece> | undefined {
  const hasThe = isA(scan, at, 'the');
  const start = hasThe ? at + 1 : at;
  const isDigits = scan.tokens[start]?.kind === 'number';
  const isSpelled = !isDigits && hasThe && scan.tokens[start]?.kind === 'word';
  const day =
    isSpelled || (isDigits && (hasThe || isOrdinalDigits(scan, start))) ? readMonthDayNumber(scan, start) : undefined;
  if (!day) return undefined;
  const follows = scan.tokens[day.next];
  // "on the second" ends what is said; "on the second attempt" goes on.
  if (isSpelled && follows !== undefined && !follows.newLine && !/^[,.;!?)]$/.test(follows.word)) return undefined;
  // "the 3 boxes" and "the 2nd floor" go on; a date is followed by an end, a mark, or the words of a date.
  const isEnd =
    follows === undefined ||
    follows.kind === 'mark' ||
    follows.newLine ||
    scan.lexicon.datePrepositions.has(follows.word) ||
    isA(scan, day.next, 'at');
  const isMarked =
    scan.lexicon.datePrepositions.has(wordAt(scan, at - 1)) || (at === 0 && day.next === scan.tokens.length);
  if (!isEnd && !isMarked) return undefined;
  if (!isMarked && (isSpelled || !(isOrdinalDigits(scan, start) && hasThe))) return undefined;
  const { year, month } = partsOf(scan.now);
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const first = partsOf(wallOf(year, month + ahead, 1));
    const period = exactDay(first.year, first.month, day.value);
    if (period && period.end > scan.now) return { value: { period: dayPeriod(period.start) }, next: day.next };
  }
  return undefined;
}

/** "in 2014", "2014 AD". */
function readYear(scan: Scan, at: number): Found<DatePiece> | undefined {
  const year =
    scan.tokens[at]?.kind === 'number' && wordAt(scan, at).length === 4 ? readYearNumber(scan, at) : undefined;
  if (!year) return undefined;
  const hasEra = year.next > at + 1;
  const isMarked =
    /^(in|since|after|before|by|until|during|of|for)$/.test(wordAt(scan, at - 1)) &&
    !/^half|quarter|part$/.test(wordAt(scan, at - 2));
  if (!hasEra && !(isMarked && year.value >= 1900 && year.value < 2200)) return undefined;
  return { value: { period: periodOf(wallOf(year.value, 1, 1), 'year') }, next: year.next };
}

function withYear(scan: Scan, at: number, month: number, day: number): Found<DatePiece> | undefined {
  const year = readYearNumber(scan, isA(scan, at, 'of') ? at + 1 : at);
  if (year) {
    const period = exactDay(year.value, month, day);
    return period && { value: { period }, next: year.next };
  }
  const piece = upcoming(scan.now, (inYear) => exactDay(inYear, month, day));
  return piece && { value: piece, next: at };
}

function monthAt(scan: Scan, at: number): number | undefined {
  return scan.lexicon.months.get(wordAt(scan, at));
}

function skipDot(scan: Scan, at: number): number {
  return wordAt(scan, at) === '.' && isGlued(scan, at) && scan.tokens[at + 1] !== undefined ? at + 1 : at;
}

/** "AD", "C.E.", "B.C.", "BCE", and "BE", the Buddhist era: a year by the common count, negative before it. */
function inEra(scan: Scan, year: number, at: number): Found<number> {
  let letters = '';
  let next = at;
  while (letters.length < 3 && /^[abcde]{1,3}$/.test(wordAt(scan, next)) && (letters === '' || isGlued(scan, next))) {
    letters += wordAt(scan, next);
    next += 1;
    if (wordAt(scan, next) === '.' && isGlued(scan, next) && (letters.length === 1 || wordAt(scan, next - 2) === '.'))
      next += 1;
  }
  const value = ERAS.get(letters)?.(year);
  return value === undefined ? { value: year, next: at } : { value, next };
}

const ERAS: ReadonlyMap<string, (year: number) => number> = new Map([
  ['ad', (year: number) => year],
  ['ce', (year: number) => year],
  ['bc', (year: number) => 1 - year],
  ['bce', (year: number) => 1 - year],
  ['be', (year: number) => year - 543],
]);

/** "two thousand eighteen", "twenty twenty six", "nineteen ninety nine". */
function readSpelledYear(scan: Scan, at: number): Found<number> | undefined {
  const { numbers } = scan.lexicon;
  const century = numbers.get(wordAt(scan, at));
  if (century === 2 && wordAt(scan, at + 1) === 'thousand') {
    const rest = readInteger(scan, skip(scan, at + 2, 'and'));
    const isRest =
      rest !== undefined && rest.value > 0 && rest.value < 100 && scan.tokens[rest.next - 1]?.kind === 'word';
    return isRest ? { value: 2000 + rest.value, next: rest.next } : { value: 2000, next: at + 2 };
  }
  if (century !== 19 && century !== 20) return undefined;
  const rest = numbers.has(wordAt(scan, at + 1)) ? readInteger(scan, at + 1) : undefined;
  return rest && rest.value >= 10 && rest.value < 100
    ? { value: century * 100 + rest.value, next: rest.next }
    : undefined;
}

function isOrdinalDigits(scan: Scan, at: number): boolean {
  return isGlued(scan, at + 1) && scan.lexicon.ordinalSuffixes.has(wordAt(scan, at + 1));
}
