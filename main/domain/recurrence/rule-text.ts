/** How often a rule repeats, as RFC 5545 spells it. */
export type Frequency = 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY' | 'HOURLY' | 'MINUTELY' | 'SECONDLY';

/** An RRULE value whose every part was checked. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly hasCount: boolean;
  /** As it stands in the rule: `YYYYMMDD`, or `YYYYMMDDTHHmmss` with or without a Z. */
  readonly until: string | null;
  /** The rule's parts by name, without UNTIL. */
  readonly parts: ReadonlyMap<string, string>;
}

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

/** What each part may hold: RFC 5545 section 3.3.10, RFC 7529 section 4. */
const PARTS: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ['FREQ', isFrequency],
  ['INTERVAL', (value) => /^\d{1,9}$/.test(value) && Number(value) > 0],
  ['COUNT', (value) => /^\d{1,9}$/.test(value) && Number(value) > 0],
  ['UNTIL', (value) => /^\d{8}(T\d{6}Z?)?$/.test(value)],
  ['BYSECOND', listOf(0, 60)],
  ['BYMINUTE', listOf(0, 59)],
  ['BYHOUR', listOf(0, 23)],
  ['BYDAY', listOfWords(/^([+-]?([1-9]|[1-4]\d|5[0-3]))?(MO|TU|WE|TH|FR|SA|SU)$/)],
  ['BYMONTHDAY', listOf(1, 31, { signed: true })],
  ['BYYEARDAY', listOf(1, 366, { signed: true })],
  ['BYWEEKNO', listOf(1, 53, { signed: true })],
  ['BYMONTH', listOfWords(/^([1-9]|0[1-9]|1[0-3])L?$/)],
  ['BYSETPOS', listOf(1, 366, { signed: true })],
  ['WKST', (value) => /^(MO|TU|WE|TH|FR|SA|SU)$/.test(value)],
  ['RSCALE', (value) => /^[A-Z0-9-]{1,32}$/.test(value)],
  ['SKIP', (value) => /^(OMIT|BACKWARD|FORWARD)$/.test(value)],
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
  const frequency = parts.get('FREQ') ?? '';
  if (!isFrequency(frequency)) throw new RangeError('The rule does not say how often: FREQ is missing.');
  if (parts.has('COUNT') && parts.has('UNTIL')) throw new RangeError('The rule ends twice: it has COUNT and UNTIL.');
  if (!parts.has('RSCALE')) {
    if (parts.has('SKIP')) throw new RangeError('The rule has SKIP without RSCALE.');
    if (/13|L/.test(parts.get('BYMONTH') ?? '')) throw new RangeError('The rule names a month that needs RSCALE.');
  }
  const until = parts.get('UNTIL') ?? null;
  parts.delete('UNTIL');
  return {
    frequency,
    interval: Number(parts.get('INTERVAL') ?? 1),
    hasCount: parts.has('COUNT'),
    until,
    parts,
  };
}
