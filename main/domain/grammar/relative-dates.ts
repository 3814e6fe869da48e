import { monthOf, upcoming, type DatePiece } from './date-piece.ts';
import { readNamedDate, readYearNumber } from './named-dates.ts';
import { addDuration, readDuration } from './durations.ts';
import { readHoliday } from './holidays.ts';
import { readCount, readOrdinal } from './quantities.ts';
import { firstOf, isA, skip, wordAt, type Found, type Parser, type Scan } from './scan.ts';
import { workdayReader } from './workdays.ts';
import {
  addMonths,
  DAY,
  dayOf,
  dayPeriod,
  HOUR,
  nthWeekday,
  partsOf,
  periodOf,
  wallOf,
  type Period,
  type Wall,
} from './wall.ts';

/** "tomorrow", "the day after tomorrow", "next friday", "last week", "first monday of march", "end of the month", ... */
export const readRelativeDate: Parser<DatePiece> = (scan, at) =>
  firstOf(scan, at, [
    readDayWord,
    readWorkday,
    readEdge,
    readNth,
    readWeekday,
    readCycle,
    readTheWeekend,
    readWeekOf,
    readClosest,
  ]);

const readWorkday = workdayReader((scan, at) => readWhole(scan, at));

/** "today", "tomorrow", "the day after tomorrow", "the day before yesterday". */
function readDayWord(scan: Scan, at: number): Found<DatePiece> | undefined {
  const { dayWords, units } = scan.lexicon;
  // "dinner with Tom at 7"
  const isName = wordAt(scan, at) === 'tom' && at > 0 && scan.text[scan.tokens[at]?.from ?? 0] === 'T';
  const days = isName ? undefined : dayWords.get(wordAt(scan, at));
  // "tomorrow week" is a week after tomorrow.
  if (days !== undefined && days >= 0 && wordAt(scan, at + 1) === 'week') return inDays(scan, days + 7, at + 2);
  if (days !== undefined) return inDays(scan, days, at + 1);
  const dayAt = skip(scan, at, 'the');
  const sign = isA(scan, dayAt + 1, 'before') ? -1 : isA(scan, dayAt + 1, 'after') ? 1 : 0;
  if (sign === 0 || units.get(wordAt(scan, dayAt)) !== 'day') return undefined;
  const base = dayWords.get(wordAt(scan, dayAt + 2));
  if (base !== undefined) return inDays(scan, base + sign, dayAt + 3);
  // Not another day before a day: counting from counts would go on for ever.
  const anchor = readHoliday(scan, dayAt + 2) ?? readNamedDate(scan, dayAt + 2);
  return anchor?.value.period.grain === 'day'
    ? { value: { period: dayPeriod(anchor.value.period.start + sign * DAY) }, next: anchor.next }
    : undefined;
}

function inDays(scan: Scan, days: number, next: number): Found<DatePiece> {
  return { value: { period: dayPeriod(dayOf(scan.now) + days * DAY) }, next };
}

/** "friday", "next friday", "friday after next", "friday next week", "wednesday of this week". */
function readWeekday(scan: Scan, at: number): Found<DatePiece> | undefined {
  const start = isA(scan, at, 'the') ? at + 1 : at;
  const isThisPast = directionAt(scan, start) === 0 && directionAt(scan, start + 1) === -1;
  const direction = isThisPast ? -1 : directionAt(scan, start);
  const dayAt = direction === undefined ? start : isThisPast ? start + 2 : start + 1;
  const weekday = scan.lexicon.weekdays.get(wordAt(scan, dayAt));
  if (weekday === undefined || (start > at && direction === undefined)) return undefined;
  const today = dayOf(scan.now);
  const ahead = (weekday - partsOf(today).weekday + 7) % 7 || 7;
  let next =
    wordAt(scan, dayAt + 1) === '.' && wordAt(scan, dayAt + 2) !== '' && wordAt(scan, dayAt).length <= 4
      ? dayAt + 2
      : dayAt + 1;
  const ofAt = isA(scan, next, 'of') ? skip(scan, next + 1, 'the') : next;
  const inWeek = directionAt(scan, ofAt);
  const weekAt = ofAt + 1;
  if (inWeek !== undefined && scan.lexicon.units.get(wordAt(scan, weekAt)) === 'week') {
    const week = periodOf(scan.now, 'week', inWeek);
    return { value: { period: dayPeriod(week.start + (weekday - 1) * DAY) }, next: weekAt + 1 };
  }
  const inWeeks = readInWeeks(scan, next);
  if (inWeeks && direction === undefined) {
    const week = periodOf(scan.now, 'week', inWeeks.value);
    return { value: { period: dayPeriod(week.start + (weekday - 1) * DAY) }, next: inWeeks.next };
  }
  if (isA(scan, next, 'after') && isA(scan, next + 1, 'next')) {
    return { value: { period: dayPeriod(today + (ahead + 7) * DAY) }, next: next + 2 };
  }
  if (
    scan.lexicon.units.get(wordAt(scan, next)) === 'week' &&
    direction === undefined &&
    wordAt(scan, next) === 'week'
  ) {
    next += 1;
    return { value: { period: dayPeriod(today + (ahead + 7) * DAY) }, next };
  }
  if (direction === 1) {
    const week = periodOf(scan.now, 'week', 1);
    const isComing = wordAt(scan, start) !== 'next' && wordAt(scan, start) !== 'following';
    return { value: { period: dayPeriod(isComing ? today + ahead * DAY : week.start + (weekday - 1) * DAY) }, next };
  }
  if (direction === -1) return { value: { period: dayPeriod(today - (7 - (ahead % 7)) * DAY) }, next };
  return { value: { period: dayPeriod(today + ahead * DAY), ...(direction === undefined ? { weekday } : {}) }, next };
}

/** "in two weeks" behind a weekday. */
function readInWeeks(scan: Scan, at: number): Found<number> | undefined {
  const count = isA(scan, at, 'in') ? readCount(scan, at + 1) : undefined;
  const isWeeks = count !== undefined && scan.lexicon.units.get(wordAt(scan, count.next)) === 'week';
  return isWeeks && Number.isInteger(count.value.value)
    ? { value: count.value.value, next: count.next + 1 }
    : undefined;
}

/** "the weekend", "over the weekend", "weekend after next", "the weekend of the 4th of july". */
function readTheWeekend(scan: Scan, at: number): Found<DatePiece> | undefined {
  const isOver = wordAt(scan, at) === 'over';
  const start = skip(scan, isOver ? at + 1 : at, 'the');
  const next = weekendAfter(scan, start);
  if (next === undefined) return undefined;
  if (isA(scan, next, 'after') && isA(scan, next + 1, 'next'))
    return { value: weekendFrom(periodOf(scan.now, 'week', 2).start + 5 * DAY), next: next + 2 };
  const anchor = isA(scan, next, 'of') ? readAnchor(scan, next + 1) : undefined;
  if (anchor && anchor.value.period.grain === 'day')
    return { value: weekendFrom(periodOf(anchor.value.period.start, 'week').start + 5 * DAY), next: anchor.next };
  const isMarked =
    start > at && (isOver || /^(on|at|by|for|until|this|after|before|during)$/.test(wordAt(scan, at - 1)));
  return isMarked || (start > at && next === scan.tokens.length)
    ? { value: weekendFrom(periodOf(scan.now, 'week').start + 5 * DAY), next }
    : undefined;
}

/** "the week of october 6th", "week starting march 3", "the week after christmas". */
function readWeekOf(scan: Scan, at: number): Found<DatePiece> | undefined {
  const start = skip(scan, at, 'the');
  if (scan.lexicon.units.get(wordAt(scan, start)) !== 'week') return undefined;
  const isBeside = isA(scan, start + 1, 'before') ? -1 : wordAt(scan, start + 1) === 'after' ? 1 : 0;
  const isOf =
    isA(scan, start + 1, 'of') ||
    isA(scan, start + 1, 'starting') ||
    /^(commencing|containing|with)$/.test(wordAt(scan, start + 1));
  if (!isOf && isBeside === 0) return undefined;
  const anchor = readAnchor(scan, skip(scan, start + 2, 'on'));
  if (!anchor || anchor.value.period.grain !== 'day') return undefined;
  return { value: { period: periodOf(anchor.value.period.start, 'week', isBeside) }, next: anchor.next };
}

/** "next week", "this month", "last year", "next 3 days", "next march", "this weekend", "last season", "march after next". */
function readCycle(scan: Scan, at: number): Found<DatePiece> | undefined {
  const start = skip(scan, at, 'the');
  const month = scan.lexicon.months.get(wordAt(scan, start));
  if (month !== undefined && isA(scan, start + 1, 'after') && isA(scan, start + 2, 'next')) {
    const first = upcoming(scan.now, (year) => monthOf(year, month));
    return first && { value: { period: monthOf(partsOf(first.period.start).year + 1, month) }, next: start + 3 };
  }
  const direction = directionAt(scan, start);
  if (direction === undefined) return readUpcomingCount(scan, start);
  // "all day" says how long, not when.
  if (wordAt(scan, start) === 'all' && scan.lexicon.units.get(wordAt(scan, start + 1)) === 'day') return undefined;
  const next = isA(scan, start, 'this') && directionAt(scan, start + 1) !== undefined ? start + 2 : start + 1;
  const towards = next === start + 2 ? (directionAt(scan, start + 1) ?? direction) : direction;
  return readUnitCycle(scan, next, towards) ?? readWeekend(scan, next, towards) ?? readNamedCycle(scan, next, towards);
}

/** "two upcoming weeks": the same as "upcoming two weeks", the second one from now. */
function readUpcomingCount(scan: Scan, at: number): Found<DatePiece> | undefined {
  const count = readCount(scan, at);
  if (!count || count.value.isArticle || directionAt(scan, count.next) !== 1) return undefined;
  const unit = scan.lexicon.units.get(wordAt(scan, count.next + 1));
  const { value } = count.value;
  if (unit === undefined || wordAt(scan, count.next + 1).length < 3 || !Number.isInteger(value) || value < 1)
    return undefined;
  const isUpcoming = wordAt(scan, count.next) === 'upcoming';
  const period = isUpcoming ? periodOf(scan.now, unit, value) : periodOf(scan.now, unit, 1, value);
  return { value: { period }, next: count.next + 2 };
}

function readUnitCycle(scan: Scan, at: number, direction: number): Found<DatePiece> | undefined {
  const { units, ambiguous } = scan.lexicon;
  const unit = units.get(wordAt(scan, at));
  if (unit !== undefined && wordAt(scan, at).length > 1) {
    // "this second", "last minute": idioms, not dates.
    if ((unit === 'second' || unit === 'minute') && direction <= 0) return undefined;
    const isFollowingNext = direction === 1 && isA(scan, at + 1, 'after') && isA(scan, at + 2, 'next');
    const period = periodOf(scan.now, unit, direction + (isFollowingNext ? 1 : 0));
    // "next week monday", "next week on monday"
    const dayAt = skip(scan, wordAt(scan, at + 1) === ',' ? at + 2 : at + 1, 'on');
    const weekday = unit === 'week' && !isFollowingNext ? scan.lexicon.weekdays.get(wordAt(scan, dayAt)) : undefined;
    if (weekday !== undefined)
      return { value: { period: dayPeriod(period.start + (weekday - 1) * DAY) }, next: dayAt + 1 };
    return { value: { period }, next: isFollowingNext ? at + 3 : at + 1 };
  }
  if (isA(scan, at, 'fortnight')) return { value: { period: periodOf(scan.now, 'week', direction, 2) }, next: at + 1 };
  const count = readCount(scan, at);
  const counted = count && !count.value.isArticle ? units.get(wordAt(scan, count.next)) : undefined;
  if (!count || counted === undefined || wordAt(scan, count.next).length < 2) return undefined;
  const { value } = count.value;
  if (!Number.isInteger(value) || value < 1 || direction === 0 || ambiguous.has(wordAt(scan, count.next)))
    return undefined;
  // "next 2 weeks 3 days" is a distance.
  const whole = readDuration(scan, at);
  if (whole && whole.next > count.next + 1 && direction !== 0)
    return {
      value: { period: dayPeriod(dayOf(addDuration(scan.now, whole.value, direction > 0 ? 1 : -1))) },
      next: whole.next,
    };
  // "upcoming two weeks" names the second week from now; with "the" it is the stretch, as "next two weeks" is.
  const isNth = wordAt(scan, at - 1) === 'upcoming' && !isA(scan, at - 2, 'the');
  if (isNth) return { value: { period: periodOf(scan.now, counted, value) }, next: count.next + 1 };
  return { value: { period: periodOf(scan.now, counted, direction > 0 ? 1 : -value, value) }, next: count.next + 1 };
}

function readWeekend(scan: Scan, at: number, direction: number): Found<DatePiece> | undefined {
  const next = weekendAfter(scan, at);
  if (next !== undefined) return { value: weekendFrom(periodOf(scan.now, 'week', direction).start + 5 * DAY), next };
  if (!isA(scan, at, 'weekday') || direction === 0) return undefined;
  let day = dayOf(scan.now) + direction * DAY;
  while (partsOf(day).weekday > 5) day += direction * DAY;
  return { value: { period: dayPeriod(day) }, next: at + 1 };
}

function readNamedCycle(scan: Scan, at: number, direction: number): Found<DatePiece> | undefined {
  const month = scan.lexicon.months.get(wordAt(scan, at));
  if (month !== undefined) {
    const { year, month: current } = partsOf(scan.now);
    const shift = direction > 0 ? (month > current ? 0 : 1) : direction < 0 ? (month < current ? 0 : -1) : 0;
    return { value: { period: monthOf(year + shift, month) }, next: at + 1 };
  }
  const begins = scan.lexicon.seasons.get(wordAt(scan, at));
  if (begins === undefined && !isA(scan, at, 'season')) return undefined;
  const seasons = seasonsAround(scan);
  const named = begins === undefined ? seasons : seasons.filter(({ monthDay }) => monthDay === begins);
  const current = named.findIndex(({ period }) => period.end > scan.now);
  // Out of season, "next summer" is the one that comes, as "this summer" is; in it, the one after.
  const isRunning = (named[current]?.period.start ?? Infinity) <= scan.now;
  const chosen = named[current + (direction > 0 && !isRunning ? 0 : direction)];
  return chosen && { value: { period: chosen.period }, next: at + 1 };
}

/** The seasons from two years back to two years ahead, in order; each ends where the next begins. */
function seasonsAround(scan: Scan): readonly { readonly monthDay: number; readonly period: Period }[] {
  const { year } = partsOf(scan.now);
  const begins = [...new Set(scan.lexicon.seasons.values())].sort((one, other) => one - other);
  const starts = [-2, -1, 0, 1, 2].flatMap((offset) =>
    begins.map((monthDay) => ({
      monthDay,
      start: wallOf(year + offset, Math.floor(monthDay / 100), monthDay % 100),
    })),
  );
  return starts.flatMap(({ monthDay, start }, index) => {
    const end = starts[index + 1]?.start;
    return end === undefined ? [] : [{ monthDay, period: { start, end, grain: 'day', isSpan: true } }];
  });
}

/** "first monday of march", "last day of the month", "2nd last week of 2018", "third quarter", "last weekend of july". */
function readNth(scan: Scan, at: number): Found<DatePiece> | undefined {
  const start = skip(scan, at, 'the');
  const ordinal = readOrdinal(scan, start);
  const isLast = wordAt(scan, ordinal?.next ?? start) === 'last';
  if (!ordinal && !isLast) return undefined;
  const next = isLast ? (ordinal?.next ?? start) + 1 : (ordinal?.next ?? start);
  const nth = (ordinal?.value ?? 1) * (isLast ? -1 : 1);
  const { units, weekdays } = scan.lexicon;
  const unit = units.get(wordAt(scan, next));
  if (unit === 'quarter' && !isLast && nth <= 4) {
    const year = readYearNumber(scan, skip(scan, next + 1, 'of'));
    const first = wallOf(year?.value ?? partsOf(scan.now).year, 1, 1);
    return { value: { period: periodOf(first, 'quarter', nth - 1) }, next: year?.next ?? next + 1 };
  }
  const weekday = weekdays.get(wordAt(scan, next));
  const weekendEnd = weekendAfter(scan, next);
  const thingEnd = weekendEnd ?? next + 1;
  if (isA(scan, thingEnd, 'after') && weekday !== undefined && nth > 0) {
    const anchor = readAnchor(scan, thingEnd + 1);
    if (!anchor) return undefined;
    const first =
      anchor.value.period.start + ((weekday - partsOf(anchor.value.period.start).weekday + 6) % 7) * DAY + DAY;
    return { value: { period: dayPeriod(first + (nth - 1) * 7 * DAY) }, next: anchor.next };
  }
  if (!isA(scan, thingEnd, 'of')) return undefined;
  const whole = readWhole(scan, thingEnd + 1);
  if (!whole) return undefined;
  if (weekendEnd !== undefined) {
    const saturday = nthWeekday(whole.value, 6, nth);
    return saturday === undefined ? undefined : { value: weekendFrom(saturday), next: whole.next };
  }
  const period = nthIn(whole.value, nth, weekday, unit);
  return period && { value: { period }, next: whole.next };
}

function nthIn(whole: Period, nth: number, what: number | undefined, unit: string | undefined): Period | undefined {
  if (typeof what === 'number') {
    const day = nthWeekday(whole, what, nth);
    return day === undefined ? undefined : dayPeriod(day);
  }
  if (unit === 'day') {
    const day = nth > 0 ? whole.start + (nth - 1) * DAY : whole.end + nth * DAY;
    return day >= whole.start && day < whole.end ? dayPeriod(day) : undefined;
  }
  if (unit === 'week') {
    // A week belongs to the month or year that its Monday lies in, the last one only when it fits whole.
    const monday = nth > 0 ? nthWeekday(whole, 1, nth) : nthWeekday({ ...whole, end: whole.end - 6 * DAY }, 1, nth);
    return monday === undefined ? undefined : periodOf(monday, 'week');
  }
  if (unit === 'month' && nth !== 0) {
    return nth > 0 ? periodOf(whole.start, 'month', nth - 1) : periodOf(whole.end, 'month', nth);
  }
  return undefined;
}

/** "the closest monday to 6 march": the weekday nearest to a day. */
function readClosest(scan: Scan, at: number): Found<DatePiece> | undefined {
  const start = skip(scan, at, 'the');
  const ordinal = readOrdinal(scan, start);
  const next = ordinal?.next ?? start;
  const weekday = scan.lexicon.weekdays.get(wordAt(scan, next + 1));
  if (!/^(closest|nearest)$/.test(wordAt(scan, next)) || weekday === undefined || wordAt(scan, next + 2) !== 'to')
    return undefined;
  const anchor = readAnchor(scan, next + 3);
  if (!anchor) return undefined;
  const day = anchor.value.period.start;
  const after = day + ((weekday - partsOf(day).weekday + 7) % 7) * DAY;
  const nearest = [after - 14 * DAY, after - 7 * DAY, after, after + 7 * DAY, after + 14 * DAY].sort(
    (one, other) => Math.abs(one - day) - Math.abs(other - day),
  );
  const found = nearest[(ordinal?.value ?? 1) - 1];
  return found === undefined ? undefined : { value: { period: dayPeriod(found) }, next: anchor.next };
}

function readAnchor(scan: Scan, at: number): Found<DatePiece> | undefined {
  return readHoliday(scan, at) ?? readNamedDate(scan, at) ?? readDayWord(scan, at);
}

/** "end of the month", "beginning of next week", "early march", "mid january", "EOM". */
function readEdge(scan: Scan, at: number): Found<DatePiece> | undefined {
  const start = skip(scan, at, 'the');
  const short = scan.lexicon.edges.get(wordAt(scan, start));
  if (short && (short.edge === 'end' || start > at)) {
    return { value: edgeOf(periodOf(scan.now, short.unit), short.edge), next: start + 1 };
  }
  const edge = edgeNameAt(scan, start);
  if (edge === undefined) return undefined;
  const isAdjective = !/^(end|beginning|start|begin|middle)$/.test(wordAt(scan, start));
  const next = start + 1;
  if (!isAdjective && !isA(scan, next, 'of')) return undefined;
  const whole = readWhole(scan, isAdjective ? next : next + 1);
  return whole && whole.value.grain !== 'day' ? { value: edgeOf(whole.value, edge), next: whole.next } : undefined;
}

type EdgeName = 'begin' | 'mid' | 'end';

function edgeNameAt(scan: Scan, at: number): EdgeName | undefined {
  if (isA(scan, at, 'begin') || isA(scan, at, 'early')) return 'begin';
  if (isA(scan, at, 'mid')) return 'mid';
  return isA(scan, at, 'end') || isA(scan, at, 'late') ? 'end' : undefined;
}

/** The first, middle or last third of a period, in days of about that length; of a year the outer months. */
function edgeOf(whole: Period, edge: EdgeName): DatePiece {
  const isEnd = edge === 'end';
  // The middle of a month is its 15th, whatever its length.
  const middle = whole.grain === 'month' ? whole.start + 14 * DAY : dayOf((whole.start + whole.end - DAY) / 2);
  // The end of a week is its Friday to most who say it.
  const lastDay = whole.grain === 'week' ? whole.start + 4 * DAY : dayOf(whole.end - 1);
  const at = (start: number, end: number, grain: Period['grain']): DatePiece => ({
    period: { start, end, grain, isSpan: true },
    oneDay: isEnd ? lastDay : edge === 'mid' ? middle : dayOf(start),
  });
  switch (whole.grain) {
    case 'year':
      if (edge === 'begin') return at(whole.start, addMonths(whole.start, 3), 'month');
      return isEnd
        ? at(addMonths(whole.start, 8), whole.end, 'month')
        : at(addMonths(whole.start, 4), addMonths(whole.start, 8), 'month');
    case 'month': {
      const [first, second] = [whole.start + 10 * DAY, whole.start + 20 * DAY];
      if (edge === 'begin') return at(whole.start, first, 'day');
      return isEnd ? at(second, whole.end, 'day') : at(first, second, 'day');
    }
    case 'week':
      if (edge === 'begin') return at(whole.start, whole.start + 3 * DAY, 'day');
      return isEnd
        ? at(whole.start + 4 * DAY, whole.end, 'day')
        : at(whole.start + 2 * DAY, whole.start + 4 * DAY, 'day');
    default: {
      const third = Math.floor((whole.end - whole.start) / 3 / HOUR) * HOUR;
      const start = edge === 'begin' ? whole.start : edge === 'mid' ? whole.start + third : whole.end - third;
      return at(start, isEnd ? whole.end : start + third, whole.grain === 'quarter' ? 'day' : 'hour');
    }
  }
}

/** A whole week, month, quarter or year that something can be a part of: "march", "next month", "the year", "2018". */
function readWhole(scan: Scan, at: number): Found<Period> | undefined {
  const start = skip(scan, at, 'the');
  const unit = scan.lexicon.units.get(wordAt(scan, start));
  if (unit !== undefined && wordAt(scan, start).length > 2) return { value: periodOf(scan.now, unit), next: start + 1 };
  const cycle = readCycle(scan, at);
  if (cycle) return { value: cycle.value.period, next: cycle.next };
  const month = scan.lexicon.months.get(wordAt(scan, start));
  const year = readYearNumber(scan, month === undefined ? start : skip(scan, start + 1, 'of'));
  if (month === undefined) return year && { value: periodOf(wallOf(year.value, 1, 1), 'year'), next: year.next };
  if (year) return { value: monthOf(year.value, month), next: year.next };
  const piece = upcoming(scan.now, (inYear) => monthOf(inYear, month));
  return piece && { value: piece.period, next: start + 1 };
}

/** Friday evening to Sunday night; what needs whole days takes Saturday and Sunday. */
function weekendFrom(saturday: Wall): DatePiece {
  const end = saturday + 2 * DAY;
  return {
    period: { start: saturday - 6 * HOUR, end, grain: 'hour', isSpan: true },
    oneDay: saturday,
    days: { start: saturday, end },
  };
}

function weekendAfter(scan: Scan, at: number): number | undefined {
  if (isA(scan, at, 'weekend')) return at + 1;
  return wordAt(scan, at) === 'week' && isA(scan, at + 1, 'end') ? at + 2 : undefined;
}

function directionAt(scan: Scan, at: number): -1 | 0 | 1 | undefined {
  if (isA(scan, at, 'next')) return 1;
  if (isA(scan, at, 'last')) return -1;
  return isA(scan, at, 'this') ? 0 : undefined;
}
