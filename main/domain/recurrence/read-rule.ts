/** How often a rule repeats, as RFC 5545 spells it. */
export type Frequency = 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY' | 'HOURLY' | 'MINUTELY' | 'SECONDLY';

/** What becomes of a day or a month that a rule names and a calendar does not have (RFC 7529 section 4.1). */
export type Skip = 'OMIT' | 'BACKWARD' | 'FORWARD';

/** A weekday of a rule: all of them when `nth` is 0, else the nth of the month or the year, from its end when negative. */
export interface NthWeekday {
  readonly nth: number;
  /** 0 is Monday. */
  readonly weekday: number;
}

/** An RRULE value whose every part was checked. Lists are null where the rule has no such part. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  /** As it stands in the rule: `YYYYMMDD`, or `YYYYMMDDTHHmmss` with or without a Z. */
  readonly until: string | null;
  readonly bySecond: readonly number[] | null;
  readonly byMinute: readonly number[] | null;
  readonly byHour: readonly number[] | null;
  readonly byDay: readonly NthWeekday[] | null;
  readonly byMonthDay: readonly number[] | null;
  readonly byYearDay: readonly number[] | null;
  readonly byWeekNo: readonly number[] | null;
  /** Keys of months, see {@link monthKey}. */
  readonly byMonth: readonly number[] | null;
  readonly bySetPos: readonly number[] | null;
  /** The first day of a week, 0 is Monday. */
  readonly weekStart: number;
  /** The calendar its months and years are counted in, in capitals. */
  readonly scale: string;
  readonly skip: Skip;
}

/** A month by its number, from 1; a leap month follows the one whose number it repeats. */
export const monthKey = (number: number, isLeap = false): number => number * 2 + (isLeap ? 1 : 0);

/** In the order of {@link NthWeekday.weekday}. */
export const WEEKDAY_CODES: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const FREQUENCIES: ReadonlySet<string> = new Set<Frequency>([
  'YEARLY',
  'MONTHLY',
  'WEEKLY',
  'DAILY',
  'HOURLY',
  'MINUTELY',
  'SECONDLY',
]);

const isFrequency = (value: string): value is Frequency => FREQUENCIES.has(value);
const isSkip = (value: string): value is Skip => /^(OMIT|BACKWARD|FORWARD)$/.test(value);

/** A list of whole numbers from `least` to `most`; `signed` also counts from the end. */
const listOf =
  (least: number, most: number, { signed = false } = {}): ((value: string) => boolean) =>
  (value) =>
    value.split(',').every((text) => {
      if (!(signed ? /^[+-]?\d{1,3}$/ : /^\d{1,3}$/).test(text)) return false;
      const size = Math.abs(Number(text));
      return size >= least && size <= most;
    });

const listOfWords =
  (word: RegExp): ((value: string) => boolean) =>
  (value) =>
    value.split(',').every((text) => word.test(text));

const NTH_WEEKDAY = /^([+-]?(?:[1-9]|[1-4]\d|5[0-3]))?(MO|TU|WE|TH|FR|SA|SU)$/;

/** What each part may hold: RFC 5545 section 3.3.10, RFC 7529 section 4. */
const PARTS: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ['FREQ', isFrequency],
  ['INTERVAL', (value) => /^\d{1,9}$/.test(value) && Number(value) > 0],
  ['COUNT', (value) => /^\d{1,9}$/.test(value) && Number(value) > 0],
  ['UNTIL', (value) => /^\d{8}(T\d{6}Z?)?$/.test(value)],
  ['BYSECOND', listOf(0, 60)],
  ['BYMINUTE', listOf(0, 59)],
  ['BYHOUR', listOf(0, 23)],
  ['BYDAY', listOfWords(NTH_WEEKDAY)],
  ['BYMONTHDAY', listOf(1, 31, { signed: true })],
  ['BYYEARDAY', listOf(1, 366, { signed: true })],
  ['BYWEEKNO', listOf(1, 53, { signed: true })],
  ['BYMONTH', listOfWords(/^([1-9]|0[1-9]|1[0-3])L?$/)],
  ['BYSETPOS', listOf(1, 366, { signed: true })],
  ['WKST', (value) => /^(MO|TU|WE|TH|FR|SA|SU)$/.test(value)],
  ['RSCALE', (value) => /^[A-Z0-9-]{1,32}$/.test(value)],
  ['SKIP', isSkip],
]);

/**
 * Reads and checks the value of an RRULE property; an `RRULE:` before it is allowed, and so are lower-case letters.
 *
 * Combinations that RFC 5545 discourages but calendars exchange (BYWEEKNO in a monthly rule, BYMONTHDAY in a weekly one)
 * are kept: every peer gives them the same meaning.
 *
 * @throws RangeError naming the part that is wrong
 */
export function readRule(text: string): Rule {
  const parts = partsOf(text);
  const frequency = parts.get('FREQ') ?? '';
  if (!isFrequency(frequency)) throw new RangeError('The rule does not say how often: FREQ is missing.');
  if (parts.has('COUNT') && parts.has('UNTIL')) throw new RangeError('The rule ends twice: it has COUNT and UNTIL.');
  if (!parts.has('RSCALE')) {
    if (parts.has('SKIP')) throw new RangeError('The rule has SKIP without RSCALE.');
    if (/13|L/.test(parts.get('BYMONTH') ?? '')) throw new RangeError('The rule names a month that needs RSCALE.');
  }
  const count = parts.get('COUNT');
  const skip = parts.get('SKIP') ?? 'OMIT';
  const numbers = (name: string): number[] | null => listIn(parts, name, Number);
  return {
    frequency,
    interval: Number(parts.get('INTERVAL') ?? 1),
    count: count === undefined ? null : Number(count),
    until: parts.get('UNTIL') ?? null,
    // A minute has no sixtieth second where leap seconds are not known: it is its last one (RFC 5545 section 3.3.12).
    bySecond: listIn(parts, 'BYSECOND', (second) => Math.min(59, Number(second))),
    byMinute: numbers('BYMINUTE'),
    byHour: numbers('BYHOUR'),
    byDay: listIn(parts, 'BYDAY', nthWeekday),
    byMonthDay: numbers('BYMONTHDAY'),
    byYearDay: numbers('BYYEARDAY'),
    byWeekNo: numbers('BYWEEKNO'),
    byMonth: listIn(parts, 'BYMONTH', (month) => monthKey(Number.parseInt(month, 10), month.endsWith('L'))),
    bySetPos: numbers('BYSETPOS'),
    weekStart: WEEKDAY_CODES.indexOf(parts.get('WKST') ?? 'MO'),
    scale: parts.get('RSCALE') ?? 'GREGORIAN',
    skip: isSkip(skip) ? skip : 'OMIT',
  };
}

function partsOf(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const piece of text
    .trim()
    .replace(/^RRULE:/i, '')
    .toUpperCase()
    .split(';')) {
    const [name = '', value = '', ...rest] = piece.split('=');
    const isValid = PARTS.get(name);
    if (!isValid)
      throw new RangeError(`The rule has a part that is not known: ${name.slice(0, 40) || 'an empty one'}.`);
    if (parts.has(name)) throw new RangeError(`The rule says ${name} twice.`);
    if (rest.length > 0 || !isValid(value))
      throw new RangeError(`The rule's ${name} can't be ${value.slice(0, 80) || 'empty'}.`);
    parts.set(name, value);
  }
  return parts;
}

function listIn<T>(parts: ReadonlyMap<string, string>, name: string, read: (text: string) => T): T[] | null {
  return parts.get(name)?.split(',').map(read) ?? null;
}

function nthWeekday(text: string): NthWeekday {
  const [, nth = '0', code = 'MO'] = NTH_WEEKDAY.exec(text) ?? [];
  return { nth: Number(nth), weekday: WEEKDAY_CODES.indexOf(code) };
}
