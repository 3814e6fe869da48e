import { localOf } from '../time/zoned.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const WORKDAYS = 'MO,TU,WE,TH,FR';
const UNITS: Record<string, readonly [one: string, many: string]> = {
  MINUTELY: ['minute', 'minutes'],
  HOURLY: ['hour', 'hours'],
  DAILY: ['day', 'days'],
  WEEKLY: ['week', 'weeks'],
  MONTHLY: ['month', 'months'],
  YEARLY: ['year', 'years'],
};

/** What a rule is said beside: where its end lies, and at which minute its hours begin. */
export interface RuleContext {
  readonly zone?: string;
  readonly anchor?: 'due' | 'completion' | undefined;
  /** Minutes past the hour of the first occurrence. */
  readonly minute?: number;
}

/**
 * An RRULE value in English words that the grammar reads back as the same rule, for every rule the grammar makes: "every 2
 * weeks on Sunday", "every month on the last weekday", "every year on 5 January until 5 May 2027". Parts that no words ask
 * for are left out.
 */
export function ruleInWords(rrule: string, { zone = 'UTC', anchor, minute = 0 }: RuleContext = {}): string {
  const parts = new Map(rrule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const list = (name: string): readonly string[] => parts.get(name)?.split(',') ?? [];
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const [one, many] = UNITS[parts.get('FREQ') ?? ''] ?? ['time', 'times'];
  const isWorkweek = parts.get('FREQ') === 'WEEKLY' && parts.get('BYDAY') === WORKDAYS && interval === 1;
  const words = [isWorkweek ? 'every weekday' : interval === 1 ? `every ${one}` : `every ${interval} ${many}`];
  const months = list('BYMONTH').map((month) => MONTHS[Number(month) - 1] ?? '');
  const monthDays = list('BYMONTHDAY').map(Number);
  const isDate =
    months.length === 1 && monthDays.length === 1 && (monthDays[0] ?? 0) > 0 && parts.get('FREQ') === 'YEARLY';
  if (isDate) words.push(`on ${monthDays[0]} ${months[0]}`);
  else {
    const days = isWorkweek ? '' : daysText(list('BYDAY'), monthDays, list('BYSETPOS').map(Number));
    if (days !== '') words.push(`on ${days}`);
    if (months.length > 0) words.push(`in ${andList(months)}`);
  }
  const hours = list('BYHOUR').map((hour) => `${hour.padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
  if (hours.length > 0) words.push(`at ${andList(hours)}`);
  const last = lastDay(parts.get('UNTIL') ?? '', zone);
  if (last !== undefined) words.push(`until ${last}`);
  const count = parts.get('COUNT');
  if (count !== undefined) words.push(count === '1' ? '1 time' : `${count} times`);
  if (anchor === 'completion') words.push('after completion');
  return words.join(' ');
}

function daysText(byDay: readonly string[], monthDays: readonly number[], positions: readonly number[]): string {
  if (positions.length > 0) return `the ${andList(positions.map(nthText))} weekday`;
  if (byDay.length > 0) {
    const days = byDay.map((code) => ({
      nth: Number(code.slice(0, -2)),
      name: WEEKDAYS[CODES.indexOf(code.slice(-2))] ?? code,
    }));
    const isOne = days.every(({ name }) => name === days[0]?.name) && days.every(({ nth }) => nth !== 0);
    if (isOne) return `the ${andList(days.map(({ nth }) => nthText(nth)))} ${days[0]?.name ?? ''}`;
    return andList(days.map(({ nth, name }) => (nth === 0 ? name : `the ${nthText(nth)} ${name}`)));
  }
  if (monthDays.length === 0) return '';
  const isOnlyLast = monthDays.every((day) => day < 0);
  if (isOnlyLast) return `the ${andList(monthDays.map(nthText))} day`;
  return `the ${andList(monthDays.map((day) => (day < 0 ? `${nthText(day)} day` : nthText(day))))}`;
}

/** The last day of a rule as people write it. */
function lastDay(until: string, zone: string): string | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(until);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, isUtc] = match;
  const text =
    isUtc === 'Z'
      ? localOf(
          Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)),
          zone,
        )
      : `${year}-${month}-${day}`;
  return `${Number(text.slice(8, 10))} ${MONTHS[Number(text.slice(5, 7)) - 1] ?? ''} ${Number(text.slice(0, 4))}`;
}

function nthText(nth: number): string {
  if (nth === -1) return 'last';
  if (nth < 0) return `${nthText(-nth)} last`;
  const suffix = nth % 100 >= 11 && nth % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][nth % 10] ?? 'th');
  return `${nth}${suffix}`;
}

/** "a", "a and b", "a, b and c". */
function andList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
