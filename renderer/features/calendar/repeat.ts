import type { Day } from '#contract/time';
import { weekdayOf } from '#renderer/ui/days.ts';
import { formatDay } from '#renderer/ui/format.ts';

export const WEEKDAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type WeekdayCode = (typeof WEEKDAY_CODES)[number];
const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];

export type Unit = 'days' | 'weeks' | 'months' | 'years';

/** How an event repeats, as the form builds it. */
export interface Repeat {
  readonly unit: Unit;
  /** Every so many of them. */
  readonly every: number;
  /** Of weeks: the days. */
  readonly weekdays: readonly WeekdayCode[];
  /** Of months: the day of the month, or its weekday such as the third Tuesday (-1 is the last). */
  readonly monthly: { readonly by: 'date' } | { readonly by: 'weekday'; readonly nth: number };
  readonly end: { readonly by: 'never' } | { readonly by: 'day'; readonly day: Day } | { by: 'count'; count: number };
}

/** What an event repeats by: not at all, by what the form can build, or by a rule of somewhere else, kept as it is. */
export type Recurrence = { readonly kind: 'none' | 'foreign' } | { readonly kind: 'built'; readonly repeat: Repeat };

const UNIT_OF_FREQ: Readonly<Record<string, Unit>> = {
  DAILY: 'days',
  WEEKLY: 'weeks',
  MONTHLY: 'months',
  YEARLY: 'years',
};
const FREQ_OF_UNIT: Readonly<Record<Unit, string>> = {
  days: 'DAILY',
  weeks: 'WEEKLY',
  months: 'MONTHLY',
  years: 'YEARLY',
};

/** The weekday of a day, as rules name it. */
export const codeOf = (day: Day): WeekdayCode => WEEKDAY_CODES[weekdayOf(day) - 1]!;

/** Which of its weekday in its month a day is: 3 for the third Tuesday. */
export const nthOf = (day: Day): number => Math.ceil(Number(day.slice(8)) / 7);

/** A plain repetition that begins on a day. */
export function every(count: number, unit: Unit, day: Day, part: Partial<Repeat> = {}): Repeat {
  return { unit, every: count, weekdays: [codeOf(day)], monthly: { by: 'date' }, end: { by: 'never' }, ...part };
}

/** Reads the lines of a series; `foreign` when the form could not give them back. */
export function recurrenceOf(lines: readonly string[], day: Day): Recurrence {
  const rules = lines.filter((line) => /^RRULE[:;]/i.test(line));
  if (rules.length === 0) return { kind: lines.some((line) => !/^EXDATE/i.test(line)) ? 'foreign' : 'none' };
  const repeat = rules.length === 1 ? readRule(rules[0]!, day) : undefined;
  return repeat === undefined ? { kind: 'foreign' } : { kind: 'built', repeat };
}

function readRule(line: string, day: Day): Repeat | undefined {
  const parts = new Map(
    line
      .slice(line.indexOf(':') + 1)
      .toUpperCase()
      .split(';')
      .map((part): [string, string] => [part.split('=')[0]!, part.split('=')[1] ?? '']),
  );
  const take = (name: string): string | undefined => {
    const value = parts.get(name);
    parts.delete(name);
    return value;
  };
  const unit = UNIT_OF_FREQ[take('FREQ') ?? ''];
  const count = Number(take('INTERVAL') ?? 1);
  const until = take('UNTIL');
  const times = take('COUNT');
  const by = take('BYDAY');
  take('WKST');
  const onDate = unit === 'months' || unit === 'years' ? take('BYMONTHDAY') : undefined;
  const inMonth = unit === 'years' ? take('BYMONTH') : undefined;
  if (unit === undefined || parts.size > 0) return undefined;
  if (onDate !== undefined && Number(onDate) !== Number(day.slice(8))) return undefined;
  if (inMonth !== undefined && Number(inMonth) !== Number(day.slice(5, 7))) return undefined;
  const end: Repeat['end'] =
    until !== undefined
      ? { by: 'day', day: `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}` }
      : times === undefined
        ? { by: 'never' }
        : { by: 'count', count: Number(times) };
  const plain = every(count, unit, day, { end });
  if (by === undefined) return plain;
  const days = by.split(',');
  if (unit === 'weeks' && days.every(isCode))
    return { ...plain, weekdays: WEEKDAY_CODES.filter((one) => days.includes(one)) };
  // The same said otherwise: each day, but only on some weekdays.
  if (unit === 'days' && count === 1 && days.every(isCode))
    return { ...plain, unit: 'weeks', weekdays: WEEKDAY_CODES.filter((one) => days.includes(one)) };
  const nth = /^(-1|[1-5])([A-Z]{2})$/.exec(by);
  if (unit !== 'months' || nth?.[2] !== codeOf(day)) return undefined;
  return { ...plain, monthly: { by: 'weekday', nth: Number(nth[1]) } };
}

const isCode = (text: string): text is WeekdayCode => (WEEKDAY_CODES as readonly string[]).includes(text);

/** The lines of a repetition; dates left out or added by themselves stay. */
export function linesOf(repeat: Repeat | null, before: readonly string[], day: Day): string[] {
  if (repeat === null) return [];
  const { unit, weekdays, monthly, end } = repeat;
  const parts = [`FREQ=${FREQ_OF_UNIT[unit]}`];
  if (repeat.every !== 1) parts.push(`INTERVAL=${repeat.every}`);
  if (unit === 'weeks') parts.push(`BYDAY=${(weekdays.length > 0 ? weekdays : [codeOf(day)]).join(',')}`);
  if (unit === 'months' && monthly.by === 'weekday') parts.push(`BYDAY=${monthly.nth}${codeOf(day)}`);
  if (end.by === 'day') parts.push(`UNTIL=${end.day.replaceAll('-', '')}`);
  if (end.by === 'count') parts.push(`COUNT=${end.count}`);
  return [`RRULE:${parts.join(';')}`, ...before.filter((line) => !/^(RRULE|EXRULE)[:;]/i.test(line))];
}

/** "Every 2 weeks on Monday and Thursday, until 24 December 2026". */
export function repeatWords(repeat: Repeat, day: Day): string {
  return `${rhythmWords(repeat, day)}${endWords(repeat)}`;
}

function rhythmWords({ unit, every: count, weekdays, monthly }: Repeat, day: Day): string {
  const often = count === 1 ? `Every ${unit.slice(0, -1)}` : `Every ${count} ${unit}`;
  switch (unit) {
    case 'days':
      return often;
    case 'weeks': {
      if (count === 1 && weekdays.length === 7) return 'Every day';
      if (weekdays.join() === 'MO,TU,WE,TH,FR') return count === 1 ? 'Every weekday' : `${often} on weekdays`;
      return `${often} on ${listed(weekdays.map((code) => WEEKDAY_NAMES[WEEKDAY_CODES.indexOf(code)]!))}`;
    }
    case 'months':
      return monthly.by === 'date'
        ? `${often} on day ${Number(day.slice(8))}`
        : `${often} on the ${monthly.nth === -1 ? 'last' : ORDINALS[monthly.nth]} ${WEEKDAY_NAMES[weekdayOf(day) - 1]}`;
    case 'years':
      return `${often} on ${formatDay(day, 'short')}`;
  }
}

function endWords({ end }: Repeat): string {
  if (end.by === 'day') return `, until ${formatDay(end.day, 'dated')}`;
  return end.by === 'count' ? `, ${end.count === 1 ? 'once' : `${end.count} times`}` : '';
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
