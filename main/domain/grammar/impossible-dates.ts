import { exactDay } from './date-piece.ts';
import { readMonthDayNumber, readYearNumber } from './named-dates.ts';
import { isA, isGlued, skip, wordAt, type Scan } from './scan.ts';
import { partsOf } from './wall.ts';

/** A day of the calendar as somebody wrote it, whether or not there is one. */
interface Written {
  readonly month: number;
  readonly day: number;
  readonly year: number | undefined;
}

/**
 * Whether tokens `at` to `next` name a day the calendar has not: "31 feb", "june 31st", "29 feb 2027", "2026-02-31". What else
 * is said of when then hangs in the air, and the words must not become an hour of today.
 */
export function hasImpossibleDate(scan: Scan, at: number, next: number, isRule: (at: number) => boolean): boolean {
  for (let index = at; index < next; index += 1) {
    // "on the 30th in february and march" is a rule that has such days in some months.
    if (isRule(index)) continue;
    const written = readNamed(scan, index) ?? readNumeric(scan, index);
    if (written && written.length > 0 && !written.some((one) => exists(scan, one))) return true;
  }
  return false;
}

/** "31 feb", "the 31st of february", "feb 31"; "feb 30 min" is a month and a length. */
function readNamed(scan: Scan, at: number): Written[] | undefined {
  const monthFirst = scan.lexicon.months.get(wordAt(scan, at));
  const day = readMonthDayNumber(scan, monthFirst === undefined ? at : skip(scan, at + 1, 'the'));
  if (!day) return undefined;
  const monthAt = skip(scan, day.next, 'of');
  const month = monthFirst ?? scan.lexicon.months.get(wordAt(scan, monthAt));
  const end = monthFirst === undefined ? monthAt + 1 : day.next;
  const isCount = scan.lexicon.units.has(wordAt(scan, end)) || isA(scan, end, 'am') || isA(scan, end, 'pm');
  if (month === undefined || wordAt(scan, end) === ':' || isCount) return undefined;
  return [{ month, day: day.value, year: readYearNumber(scan, end)?.value }];
}

/** "2026-02-31", "31.02.2026", "31.2.": every order in which it could be a day. */
function readNumeric(scan: Scan, at: number): Written[] | undefined {
  const separator = wordAt(scan, at + 1);
  const isJoined = /^[-/.]$/.test(separator) && wordAt(scan, at + 3) === separator;
  const tokens = [at, at + 2, at + 4].map((index) => scan.tokens[index]);
  const [first = 0, second = 0, third = 0] = tokens.map((token) => (token?.kind === 'number' ? Number(token.word) : 0));
  const shape = tokens.map((token) => (token?.kind === 'number' ? token.word.length : 0)).join('-');
  if (!isJoined || ![1, 2, 3].every((offset) => isGlued(scan, at + offset))) return undefined;
  const isWhole = isGlued(scan, at + 4);
  if (isWhole && shape === '4-2-2') return [{ year: first, month: second, day: third }].filter(isDayLike);
  const isShort = separator === '.' && !isWhole;
  if (isShort ? !/^[12]-[12]-/.test(shape) : !/^[12]-[12]-4$/.test(shape)) return undefined;
  const year = isShort ? undefined : third;
  return [
    { year, month: second, day: first },
    { year, month: first, day: second },
  ].filter(isDayLike);
}

const isDayLike = ({ month, day }: Written): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;

/** Said without its year it is this year's or the next one's. */
function exists(scan: Scan, { year, month, day }: Written): boolean {
  const now = partsOf(scan.now).year;
  const years = year === undefined ? [now, now + 1] : [year];
  return years.some((one) => exactDay(one, month, day) !== undefined);
}
