import { firstDayOfMonth, firstDayOfYear, yearOfDay } from './gregorian.ts';
import { monthKey } from './read-rule.ts';

/** A month of a calendar; days are whole days since 1970. */
export interface CalendarMonth {
  /** See {@link monthKey}. */
  readonly key: number;
  readonly firstDay: number;
  readonly length: number;
}

/** A year of a calendar, of twelve months or thirteen. */
export interface CalendarYear {
  readonly firstDay: number;
  readonly length: number;
  readonly months: readonly CalendarMonth[];
}

/** How a calendar divides the days. */
export interface RuleCalendar {
  yearOf(day: number): number;
  year(year: number): CalendarYear;
}

/** Years that are remembered at most; a rule walks through them in order. */
const MOST_YEARS = 1_000;

function remembering(make: (year: number) => CalendarYear): (year: number) => CalendarYear {
  const known = new Map<number, CalendarYear>();
  return (year) => {
    const found = known.get(year);
    if (found) return found;
    if (known.size >= MOST_YEARS) known.clear();
    const made = make(year);
    known.set(year, made);
    return made;
  };
}

const GREGORIAN: RuleCalendar = {
  yearOf: yearOfDay,
  year: remembering((year) => {
    const firstDays = Array.from({ length: 13 }, (_, month) => firstDayOfMonth(year, month));
    return {
      firstDay: firstDayOfYear(year),
      length: firstDayOfYear(year + 1) - firstDayOfYear(year),
      months: firstDays
        .slice(0, 12)
        .map((firstDay, month) => ({ key: monthKey(month + 1), firstDay, length: firstDays[month + 1]! - firstDay })),
    };
  }),
};

/** CLDR names of RFC 7529's calendars whose dates the runtime's own tables know. */
const SCALES: ReadonlySet<string> = new Set([
  'CHINESE',
  'DANGI',
  'HEBREW',
  'INDIAN',
  'PERSIAN',
  'COPTIC',
  'ETHIOPIC',
  'ISLAMIC-CIVIL',
  'ISLAMIC-TBLA',
  'ISLAMIC-UMALQURA',
]);

const calendars = new Map<string, RuleCalendar>([['GREGORIAN', GREGORIAN]]);

/**
 * The calendar of a rule's RSCALE (RFC 7529).
 *
 * @throws RangeError in words when its dates are not known here
 */
export function ruleCalendar(scale: string): RuleCalendar {
  const known = calendars.get(scale);
  if (known) return known;
  if (!SCALES.has(scale)) throw new RangeError(`Rules in the calendar ${scale} are not supported yet.`);
  const calendar = intlCalendar(scale.toLowerCase());
  calendars.set(scale, calendar);
  return calendar;
}

/** In the order of a year; Adar I is the leap month that follows Shevat. */
const HEBREW_MONTHS = 'Tishri,Heshvan,Kislev,Tevet,Shevat,Adar,Nisan,Iyar,Sivan,Tamuz,Av,Elul'.split(',');

const DAY_MS = 86_400_000;

/** A calendar by the dates that Intl writes in it. */
function intlCalendar(name: string): RuleCalendar {
  const format = new Intl.DateTimeFormat(`en-u-ca-${name}-nu-latn`, {
    year: 'numeric',
    month: name === 'hebrew' ? 'long' : 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const dateOf = (day: number): { year: number; month: number; dayOfMonth: number } => {
    const parts = new Map<string, string>(
      format.formatToParts(day * DAY_MS).map(({ type, value }) => [type as string, value]),
    );
    return {
      year: Number.parseInt(parts.get('relatedYear') ?? parts.get('year') ?? '', 10),
      month: keyOfName(parts.get('month') ?? ''),
      dayOfMonth: Number(parts.get('day')),
    };
  };
  /** Months are 29 days or more (an intercalary one of five or six is the last of its year), and begin with their first day. */
  const year = remembering((wanted) => {
    let first = aboutFirstDay(wanted);
    while (dateOf(first).year >= wanted) first -= 20;
    while (dateOf(first).year < wanted) first += 1;
    const months: CalendarMonth[] = [];
    let at = first;
    for (let { year: own, month: key } = dateOf(at); own === wanted; { year: own, month: key } = dateOf(at)) {
      let next = at + 5;
      while (next < at + 28 && dateOf(next).month === key) next += 23;
      while (dateOf(next).month === key && dateOf(next).dayOfMonth > 1) next += 1;
      months.push({ key, firstDay: at, length: next - at });
      at = next;
    }
    return { firstDay: first, length: at - first, months };
  });
  const epoch = dateOf(0);
  const lengthOfYear = name.startsWith('islamic') ? 354.367 : 365.2425;
  const aboutFirstDay = (wanted: number): number => Math.floor((wanted - epoch.year) * lengthOfYear);
  return { yearOf: (day) => dateOf(day).year, year };
}

function keyOfName(name: string): number {
  if (/^\d/.test(name)) return monthKey(Number.parseInt(name, 10), name.endsWith('bis'));
  return name === 'Adar I' ? monthKey(5, true) : monthKey(HEBREW_MONTHS.indexOf(name.replace(/ II$/, '')) + 1);
}
