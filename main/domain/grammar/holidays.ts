import { exactDay, upcoming, type DatePiece } from './date-piece.ts';
import type { HolidayRule } from './lexicon.ts';
import { readYearNumber } from './named-dates.ts';
import { isA, wordAt, type Found, type Scan } from './scan.ts';
import { DAY, dayPeriod, nthWeekday, partsOf, periodOf, wallOf, type Period, type Wall } from './wall.ts';

const LONGEST_NAME = 4;

/** "christmas day", "thanksgiving 2014", "last mother's day": the day a feast falls on. */
export function readHoliday(scan: Scan, at: number): Found<DatePiece> | undefined {
  const isLast = isA(scan, at, 'last');
  const start = isLast || isA(scan, at, 'next') || isA(scan, at, 'this') ? at + 1 : at;
  const named = readName(scan, start);
  if (!named) return undefined;
  const inYear = (year: number): Period | undefined => holidayIn(named.value, year);
  const yearAt = isA(scan, named.next, 'of') ? named.next + 1 : named.next;
  const year = readYearNumber(scan, yearAt);
  if (year) {
    const period = inYear(year.value);
    return period && { value: { period }, next: year.next };
  }
  if (isLast) {
    const now = partsOf(scan.now).year;
    const period = [now, now - 1].map(inYear).find((one) => one !== undefined && one.end <= scan.now);
    return period && { value: { period }, next: named.next };
  }
  const piece = upcoming(scan.now, inYear);
  return piece && { value: piece, next: named.next };
}

function readName(scan: Scan, at: number): Found<HolidayRule> | undefined {
  const { holidays, holidaysByRegion, holidaysWithoutDay: standalone } = scan.lexicon;
  for (let length = LONGEST_NAME; length > 0; length -= 1) {
    const words = Array.from({ length }, (_, index) => wordAt(scan, at + index));
    if (words.includes('')) continue;
    const name = words.join(' ').replaceAll("'", '');
    const rule = holidaysByRegion.get(scan.region)?.get(name) ?? holidays.get(name);
    const hasDay = wordAt(scan, at + length) === 'day';
    // "labor", "boss" and "may" are feasts only with the word "day".
    if (rule && (hasDay || standalone.has(name))) {
      return { value: rule, next: at + length + (hasDay ? 1 : 0) };
    }
  }
  return undefined;
}

/** Where a holiday falls in a year. */
function holidayIn(rule: HolidayRule, year: number): Period | undefined {
  switch (rule.on) {
    case 'date':
      return exactDay(year, rule.month, rule.day);
    case 'easter':
      return dayPeriod(easterOf(year) + rule.plusDays * DAY);
    case 'weekday': {
      const found = nthWeekday(periodOf(wallOf(year, rule.month, 1), 'month'), rule.weekday, rule.nth);
      return found === undefined ? undefined : dayPeriod(found + (rule.plusDays ?? 0) * DAY);
    }
  }
}

/** Western Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easterOf(year: number): Wall {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return wallOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}
