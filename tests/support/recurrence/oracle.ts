/**
 * The judge of the recurrence engine: it walks every day of a stretch, every minute of a day, and asks the parts of a rule by the
 * letter of RFC 5545 section 3.3.10, in UTC days of JavaScript's own Date. It shares nothing with the engine, knows no short cut,
 * and is thousands of times slower.
 */

const DAY_MS = 86_400_000;
const CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

type Parts = Readonly<Record<string, string>>;

const partsOf = (rrule: string): Parts =>
  Object.fromEntries(rrule.split(';').map((part) => part.split('=') as [string, string]));
const numbers = (text: string | undefined): number[] | null => text?.split(',').map(Number) ?? null;

interface Day {
  readonly ms: number;
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly code: string;
  readonly monthLength: number;
  readonly yearDay: number;
  readonly yearLength: number;
}

function dayOf(ms: number): Day {
  const at = new Date(ms);
  const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  return {
    ms,
    year,
    month,
    date,
    code: CODES[at.getUTCDay()]!,
    monthLength: new Date(Date.UTC(year, month, 0)).getUTCDate(),
    yearDay: (ms - Date.UTC(year, 0, 1)) / DAY_MS + 1,
    yearLength: (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / DAY_MS,
  };
}

const isNumbered = (list: readonly number[], number: number, length: number): boolean =>
  list.some((wanted) => (wanted > 0 ? wanted === number : length + 1 + wanted === number));

/** "Weeks start on WKST; week number one is the first week that contains at least four days in that calendar year." */
function weekOf(ms: number, wkst: string): { year: number; number: number; count: number } {
  const start = weekStart(ms, wkst);
  const tally = new Map<number, number>();
  for (let at = 0; at < 7; at += 1) {
    const { year } = dayOf(start + at * DAY_MS);
    tally.set(year, (tally.get(year) ?? 0) + 1);
  }
  const year = [...tally].find(([, days]) => days >= 4)![0];
  const first = firstWeek(year, wkst);
  return {
    year,
    number: (start - first) / (7 * DAY_MS) + 1,
    count: (firstWeek(year + 1, wkst) - first) / (7 * DAY_MS),
  };
}

function weekStart(ms: number, wkst: string): number {
  let at = ms;
  while (dayOf(at).code !== wkst) at -= DAY_MS;
  return at;
}

function firstWeek(year: number, wkst: string): number {
  const newYear = Date.UTC(year, 0, 1);
  const start = weekStart(newYear, wkst);
  const daysInside = 7 - (newYear - start) / DAY_MS;
  return daysInside >= 4 ? start : start + 7 * DAY_MS;
}

/** How many such weekdays of the month or the year there are up to this day, and from it on. */
function nthOf(day: Day, scope: 'month' | 'year'): [number, number] {
  const inScope = (ms: number): boolean => {
    const other = dayOf(ms);
    return other.year === day.year && (scope === 'year' || other.month === day.month);
  };
  let [before, after] = [1, 1];
  while (inScope(day.ms - before * 7 * DAY_MS)) before += 1;
  while (inScope(day.ms + after * 7 * DAY_MS)) after += 1;
  return [before, after];
}

function isWeekday(day: Day, list: readonly string[], scope: 'month' | 'year' | null): boolean {
  return list.some((text) => {
    if (text.slice(-2) !== day.code) return false;
    const nth = Number(text.slice(0, -2) || 0);
    if (nth === 0 || scope === null) return true;
    const [fromStart, fromEnd] = nthOf(day, scope);
    return nth > 0 ? nth === fromStart : -nth === fromEnd;
  });
}

/** The number of the year, month, week or day that counts for INTERVAL. */
function periodOf(parts: Parts, ms: number): number {
  const day = dayOf(ms);
  switch (parts['FREQ']) {
    case 'YEARLY':
      return parts['BYWEEKNO'] === undefined ? day.year : weekOf(ms, parts['WKST'] ?? 'MO').year;
    case 'MONTHLY':
      return day.year * 12 + day.month;
    case 'WEEKLY':
      return Math.floor(weekStart(ms, parts['WKST'] ?? 'MO') / (7 * DAY_MS));
    default:
      return ms / DAY_MS;
  }
}

function isDayOf(parts: Parts, ms: number, start: Day): boolean {
  const day = dayOf(ms);
  const list = (name: string): number[] | null => numbers(parts[name]);
  const [byMonth, byWeekNo, byYearDay, byMonthDay] = ['BYMONTH', 'BYWEEKNO', 'BYYEARDAY', 'BYMONTHDAY'].map(list);
  const byDay = parts['BYDAY']?.split(',') ?? null;
  const frequency = parts['FREQ'];
  if (byMonth && !byMonth.includes(day.month)) return false;
  if (byYearDay && !isNumbered(byYearDay, day.yearDay, day.yearLength)) return false;
  if (byMonthDay && !isNumbered(byMonthDay, day.date, day.monthLength)) return false;
  if (byWeekNo) {
    const week = weekOf(ms, parts['WKST'] ?? 'MO');
    if (!isNumbered(byWeekNo, week.number, week.count)) return false;
  }
  const scope = frequency === 'MONTHLY' ? 'month' : frequency === 'YEARLY' ? (byMonth ? 'month' : 'year') : null;
  if (byDay && !isWeekday(day, byDay, scope)) return false;
  // "Information, not contained in the rule, necessary to determine the various recurrence instance start time and dates are
  // derived from the Start Time (DTSTART)."
  const isSaid = [byDay, byYearDay, byMonthDay, byWeekNo].some((part) => part);
  if (frequency === 'YEARLY' && byWeekNo && !byDay && !byYearDay && !byMonthDay) return day.code === start.code;
  if (isSaid) return true;
  if (frequency === 'WEEKLY') return day.code === start.code;
  if (frequency === 'MONTHLY') return day.date === start.date;
  if (frequency === 'YEARLY') return day.date === start.date && (byMonth ? true : day.month === start.month);
  return true;
}

/** The times of a day in seconds, each second of the parts asked for. */
function timesOf(parts: Parts, startSecond: number): number[] {
  const hours = numbers(parts['BYHOUR']) ?? [Math.floor(startSecond / 3600)];
  const minutes = numbers(parts['BYMINUTE']) ?? [Math.floor(startSecond / 60) % 60];
  const seconds = numbers(parts['BYSECOND']) ?? [startSecond % 60];
  const found: number[] = [];
  for (let hour = 0; hour < 24; hour += 1)
    for (let minute = 0; hours.includes(hour) && minute < 60; minute += 1)
      for (let second = 0; minutes.includes(minute) && second < 60; second += 1)
        if (seconds.includes(second)) found.push(hour * 3600 + minute * 60 + second);
  return found;
}

/** BYSETPOS among what one period gives. */
function picked(set: readonly number[], parts: Parts): number[] {
  const positions = numbers(parts['BYSETPOS']);
  return positions ? set.filter((_, index) => isNumbered(positions, index + 1, set.length)) : [...set];
}

/**
 * The wall-clock times of a rule up to the end of `days` whole days, as if in UTC, in milliseconds.
 *
 * @param startMs the wall-clock time of DTSTART as if in UTC
 */
export function oracleOfDays(rrule: string, startMs: number, days: number): number[] {
  const parts = partsOf(rrule);
  const startDayMs = Math.floor(startMs / DAY_MS) * DAY_MS;
  const start = dayOf(startDayMs);
  const times = timesOf(parts, (startMs - startDayMs) / 1000);
  const interval = Number(parts['INTERVAL'] ?? 1);
  const first = periodOf(parts, startDayMs);
  const sets = new Map<number, number[]>();
  // The period of the start is walked from its beginning, and the last one to its end: BYSETPOS counts all of it.
  const margin = parts['FREQ'] === 'YEARLY' ? 380 : 40;
  for (let ms = startDayMs - margin * DAY_MS; ms < startDayMs + (days + margin) * DAY_MS; ms += DAY_MS) {
    const period = periodOf(parts, ms);
    if (period < first || (period - first) % interval !== 0 || !isDayOf(parts, ms, start)) continue;
    const set = sets.get(period) ?? [];
    sets.set(period, set);
    set.push(...times.map((second) => ms + second * 1000));
  }
  const all = [...sets.values()].flatMap((set) => picked(set, parts)).filter((ms) => ms >= startMs);
  const until = untilMs(parts);
  return all
    .slice(0, Number(parts['COUNT'] ?? Number.POSITIVE_INFINITY))
    .filter((ms) => ms <= until && ms < startDayMs + days * DAY_MS);
}

/**
 * The instants of a rule of hours, minutes or seconds up to `endMs`: every second of the stretch is asked.
 *
 * @param wallOf what the clocks of the zone show at an instant, as if in UTC
 */
export function oracleOfClock(
  rrule: string,
  startMs: number,
  endMs: number,
  wallOf: (instantMs: number) => number,
): number[] {
  const parts = partsOf(rrule);
  const unitMs = { HOURLY: 3_600_000, MINUTELY: 60_000, SECONDLY: 1_000 }[parts['FREQ']!]!;
  const startWall = wallOf(startMs);
  const anchorMs = startMs - (startWall - Math.floor(startWall / unitMs) * unitMs);
  const interval = Number(parts['INTERVAL'] ?? 1);
  const start = dayOf(Math.floor(startWall / DAY_MS) * DAY_MS);
  const found: number[] = [];
  for (let number = 0; anchorMs + number * interval * unitMs <= endMs; number += 1) {
    const set: number[] = [];
    const periodMs = anchorMs + number * interval * unitMs;
    for (let ms = periodMs; ms < periodMs + unitMs; ms += 1000) {
      const wall = wallOf(ms);
      const second = Math.floor(wall / 1000) % 86_400;
      const has = (name: string, value: number, unit: number | null): boolean =>
        numbers(parts[name])?.includes(value) ??
        (unit === null || (ms - periodMs) % unit === (startMs - anchorMs) % unit);
      // What a part does not say is counted from the start in real time.
      if (!has('BYSECOND', second % 60, unitMs > 1_000 ? 60_000 : null)) continue;
      const isMinuteSaid = parts['BYMINUTE'] !== undefined;
      const ownMinute = Math.floor((ms - periodMs) / 60_000) === Math.floor((startMs - anchorMs) / 60_000);
      if (isMinuteSaid ? !has('BYMINUTE', Math.floor(second / 60) % 60, null) : unitMs === 3_600_000 && !ownMinute)
        continue;
      if (!has('BYHOUR', Math.floor(second / 3600), null)) continue;
      if (isDayOf(parts, Math.floor(wall / DAY_MS) * DAY_MS, start)) set.push(ms);
    }
    found.push(...picked(set, parts));
  }
  return found
    .filter((ms) => ms >= startMs)
    .slice(0, Number(parts['COUNT'] ?? Number.POSITIVE_INFINITY))
    .filter((ms) => ms <= endMs && ms <= untilMs(parts));
}

function untilMs(parts: Parts): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/.exec(parts['UNTIL'] ?? '');
  if (!match) return Number.POSITIVE_INFINITY;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
