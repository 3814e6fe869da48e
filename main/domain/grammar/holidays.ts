import { exactDay, upcoming, type DatePiece } from './date-piece.ts';
import { addDuration, readDuration } from './durations.ts';
import { nameStem, type HolidayRule } from './lexicon.ts';
import { readYearNumber } from './named-dates.ts';
import { isA, isGlued, wordAt, type Found, type Scan } from './scan.ts';
import { DAY, dayPeriod, HOUR, nthWeekday, partsOf, periodOf, wallOf, type Period, type Wall } from './wall.ts';

const LONGEST_NAME = 6;

/** "christmas day", "thanksgiving 2014", "last mother's day", "easter of next year", "labor day weekend": a feast's day. */
export function readHoliday(scan: Scan, at: number): Found<DatePiece> | undefined {
  const isLast = isA(scan, at, 'last');
  const start = isLast || isA(scan, at, 'next') || isA(scan, at, 'this') ? at + 1 : at;
  const named = readName(scan, start);
  if (!named) return undefined;
  const hasWeekend = isA(scan, named.next, 'weekend');
  const next = hasWeekend ? named.next + 1 : named.next;
  const inYear = (year: number): Period | undefined => {
    const period = holidayIn(named.value, year);
    return hasWeekend && period ? weekendAround(period) : period;
  };
  const year = readYear(scan, next);
  if (year) {
    const period = inYear(year.value);
    return period && { value: { period }, next: year.next };
  }
  if (!isLast && start === at && !hasWeekend && !isMeant(scan, at, next)) return undefined;
  if (isLast) {
    const now = partsOf(scan.now).year;
    const period = [now, now - 1].map(inYear).find((one) => one !== undefined && one.end <= scan.now);
    return period && { value: { period }, next };
  }
  const piece = upcoming(scan.now, inYear);
  return piece && { value: piece, next };
}

/** "buy easter eggs" is about eggs: a name that goes on is a date only after a preposition, or first, before what is done on it. */
function isMeant(scan: Scan, at: number, next: number): boolean {
  const { datePrepositions, kinds } = scan.lexicon;
  const after = scan.tokens[next];
  if (after === undefined || after.newLine || after.kind !== 'word' || scan.lexicon.beginners.has(after.word))
    return true;
  const before = scan.tokens[at - 1];
  if (before !== undefined && (datePrepositions.has(before.word) || isA(scan, at - 1, 'at'))) return true;
  const isFirst = before === undefined || before.kind === 'mark' || scan.tokens[at]?.newLine === true;
  return isFirst && (kinds.eventNouns.has(after.word) || kinds.taskVerbs.has(after.word));
}

/** "2018", "in 2018", "of last year", "3 years ago", "in seven years": the year a feast is meant in. */
function readYear(scan: Scan, at: number): Found<number> | undefined {
  const start = isA(scan, at, 'of') || wordAt(scan, at) === ',' ? at + 1 : at;
  const year = readYearNumber(scan, start);
  if (year) return year;
  const now = partsOf(scan.now).year;
  const direction = isA(scan, start, 'last')
    ? -1
    : isA(scan, start, 'next')
      ? 1
      : isA(scan, start, 'this')
        ? 0
        : undefined;
  if (direction !== undefined && scan.lexicon.units.get(wordAt(scan, start + 1)) === 'year')
    return { value: now + direction, next: start + 2 };
  const hasIn = isA(scan, at, 'in');
  const length = readDuration(scan, hasIn ? at + 1 : at);
  if (!length || length.value.months === 0) return undefined;
  const isFromNow = isA(scan, length.next, 'from') && isA(scan, length.next + 1, 'now');
  const isAhead = hasIn || isFromNow || isA(scan, length.next, 'later');
  if (!isAhead && !isA(scan, length.next, 'ago')) return undefined;
  const { year: value } = partsOf(addDuration(scan.now, length.value, isAhead ? 1 : -1));
  return { value, next: hasIn ? length.next : isFromNow ? length.next + 2 : length.next + 1 };
}

function readName(scan: Scan, at: number): Found<HolidayRule> | undefined {
  const { holidays, holidaysByRegion, holidaysWithoutDay: standalone, holidayStarts } = scan.lexicon;
  if (!holidayStarts.has(nameWord(scan, at))) return undefined;
  const names: { readonly name: string; readonly next: number }[] = [];
  let name = '';
  let next = at;
  for (let length = 0; length < LONGEST_NAME; length += 1) {
    const isJoined = wordAt(scan, next) === '-' && isGlued(scan, next) && isGlued(scan, next + 1);
    const isMark = isJoined || /^['’.]$/.test(wordAt(scan, next));
    const start = length > 0 && isMark ? next + 1 : next;
    const word = nameWord(scan, start);
    if (word === '') break;
    name = name === '' ? word : `${name} ${word}`;
    next = start + 1;
    names.unshift({ name, next });
  }
  for (const one of names) {
    const rule = holidaysByRegion.get(scan.region)?.get(one.name) ?? holidays.get(one.name);
    const dayAt = /^['’.]$/.test(wordAt(scan, one.next)) ? one.next + 1 : one.next;
    const hasDay = wordAt(scan, dayAt) === 'day';
    const isPossessive = one.name !== 'new year' || wordAt(scan, one.next - 1).endsWith('s');
    // "labor", "boss" and "may" are feasts only with the word "day"; "the day of the covenant" has said it before.
    if (rule && (hasDay || (standalone.has(one.name) && isPossessive) || one.name.startsWith('of ')))
      return { value: rule, next: hasDay ? dayAt + 1 : one.next };
  }
  // "day of the covenant"
  return wordAt(scan, at) === 'day' && isA(scan, at + 1, 'of') ? readName(scan, at + 1) : undefined;
}

/** A word as names are compared: full weekdays, no apostrophe, no closing "s". */
function nameWord(scan: Scan, at: number): string {
  const token = scan.tokens[at];
  if (token?.kind !== 'word') return '';
  const weekday = scan.lexicon.weekdays.get(token.word);
  return weekday === undefined ? nameStem(token.word) : (WEEKDAYS[weekday - 1] ?? '');
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Friday evening to the end of the weekend or of the feast beside it. */
function weekendAround(period: Period): Period {
  const { weekday } = partsOf(period.start);
  const saturday = period.start + (weekday <= 2 ? -1 - weekday : 6 - weekday) * DAY;
  const end = Math.max(saturday + 2 * DAY, period.end);
  return { start: saturday - 6 * HOUR, end, grain: 'hour', isSpan: true };
}

/** Where a holiday falls in a year. */
function holidayIn(rule: HolidayRule, year: number): Period | undefined {
  switch (rule.on) {
    case 'date':
      return exactDay(year, rule.month, rule.day);
    case 'easter':
      return dayPeriod(easterOf(year) + rule.plusDays * DAY);
    case 'orthodox-easter':
      return dayPeriod(orthodoxEasterOf(year) + rule.plusDays * DAY);
    case 'weekday': {
      const found = nthWeekday(periodOf(wallOf(year, rule.month, 1), 'month'), rule.weekday, rule.nth);
      return found === undefined ? undefined : dayPeriod(found + rule.plusDays * DAY);
    }
    case 'weekday-before': {
      const day = wallOf(year, rule.month, rule.day);
      return dayPeriod(day - ((partsOf(day).weekday - rule.weekday + 6) % 7) * DAY - DAY);
    }
    case 'workday-near': {
      const day = wallOf(year, rule.month, rule.day);
      const { weekday } = partsOf(day);
      return dayPeriod(day + (weekday === 6 ? -1 : weekday === 7 ? 1 : 0) * DAY);
    }
    case 'not-sunday': {
      const day = wallOf(year, rule.month, rule.day);
      return dayPeriod(partsOf(day).weekday === 7 ? day - DAY : day);
    }
    case 'calendar':
      return inCalendar(rule, year);
  }
}

/** A day of another calendar, by the tables of the runtime: the first one in a Gregorian year. */
function inCalendar(rule: HolidayRule & { on: 'calendar' }, year: number): Period | undefined {
  // Tables and what is kept part ways somewhere: nobody plans the feasts of 2200.
  if (year < 1900 || year > 2100) return undefined;
  const format = new Intl.DateTimeFormat(`en-u-ca-${rule.calendar}`, {
    timeZone: 'UTC',
    day: 'numeric',
    month: rule.calendar === 'hebrew' ? 'long' : 'numeric',
  });
  const end = wallOf(year + 1, 1, 1);
  let start = wallOf(year, 1, 1);
  while (start < end) {
    const parts = format.formatToParts(start);
    const day = Number(parts.find(({ type }) => type === 'day')?.value);
    const month = parts.find(({ type }) => type === 'month')?.value ?? '';
    // In a leap year Purim is in the second Adar.
    const isMonth = month === rule.month || (rule.month === 'Adar' && month === 'Adar II');
    if (isMonth && day === rule.day)
      return rule.days === 1 ? dayPeriod(start) : { start, end: start + rule.days * DAY, grain: 'day', isSpan: true };
    // Months have 29 or 30 days: never past a first.
    start += (isMonth && day < rule.day ? rule.day - day : Math.max(1, 30 - day)) * DAY;
  }
  return undefined;
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

/** Orthodox Easter Sunday: the Julian computus (Meeus, chapter 8), on the Gregorian calendar of 1900 to 2099. */
function orthodoxEasterOf(year: number): Wall {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const sum = d + e + 114;
  return wallOf(year, Math.floor(sum / 31), (sum % 31) + 1) + 13 * DAY;
}
