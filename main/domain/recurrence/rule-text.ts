import { ruleInWords } from '../grammar/describe-rule.ts';
import { type NthWeekday, type Rule, WEEKDAY_CODES, readRule } from './read-rule.ts';

const UNITS = {
  YEARLY: ['year', 'years'],
  MONTHLY: ['month', 'months'],
  WEEKLY: ['week', 'weeks'],
  DAILY: ['day', 'days'],
  HOURLY: ['hour', 'hours'],
  MINUTELY: ['minute', 'minutes'],
  SECONDLY: ['second', 'seconds'],
} as const;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');

/** Whether the capture grammar has words for all of a rule, so that they read back as the same rule. */
const isSayable = (rule: Rule): boolean =>
  [rule.byWeekNo, rule.byYearDay, rule.byMinute, rule.bySecond].every((part) => part === null) &&
  rule.frequency !== 'SECONDLY' &&
  rule.scale === 'GREGORIAN' &&
  rule.skip === 'OMIT' &&
  !(rule.byDay && rule.byMonthDay) &&
  (rule.bySetPos === null || (rule.byDay !== null && isWorkdays(rule.byDay) && rule.frequency === 'MONTHLY'));

/**
 * Any rule in English words: in the grammar's own where it has some, so that they can be typed again ("every 2 weeks on Monday and
 * Thursday until 24 December 2026"), otherwise part by part, leaving nothing out.
 *
 * @throws RangeError in words when the rule can't be read
 */
export function ruleText(rrule: string, anchor: 'due' | 'completion' = 'due'): string {
  const rule = readRule(rrule);
  if (isSayable(rule)) return ruleInWords(rrule.replace(/^RRULE:/i, '').toUpperCase(), { anchor });
  const words = [
    often(rule),
    ...onMonths(rule),
    ...onWeeks(rule),
    ...onDays(rule),
    ...atTimes(rule),
    ...picked(rule),
    ...skipped(rule),
    ...(anchor === 'completion' ? ['after completion'] : []),
    ...ending(rule),
  ];
  return words.join(' ');
}

function often({ frequency, interval, byDay, byMonthDay, byMonth, bySetPos }: Rule): string {
  const [one, many] = UNITS[frequency];
  const plainDays = byDay?.every(({ nth }) => nth === 0) === true;
  if (
    interval === 1 &&
    (frequency === 'WEEKLY' || frequency === 'DAILY') &&
    plainDays &&
    isWorkdays(byDay) &&
    !bySetPos
  )
    return 'every weekday';
  if (interval === 1 && frequency === 'YEARLY' && !byMonth && byMonthDay) return 'every year in every month';
  return interval === 1 ? `every ${one}` : `every ${interval} ${many}`;
}

function onMonths({ byMonth, byMonthDay, frequency }: Rule): string[] {
  if (!byMonth) return [];
  // "every year on 24 December" says both at once.
  if (frequency === 'YEARLY' && byMonth.length === 1 && byMonthDay?.length === 1 && byMonthDay[0]! > 0) return [];
  return [`in ${listed(byMonth.map(monthText))}`];
}

const monthText = (key: number): string => {
  const number = Math.floor(key / 2);
  return `${MONTHS[number - 1] ?? `month ${number}`}${key % 2 === 1 ? ' (leap month)' : ''}`;
};

function onWeeks({ byWeekNo }: Rule): string[] {
  return byWeekNo
    ? [`in ${byWeekNo.length === 1 ? 'week' : 'weeks'} ${listed(byWeekNo.map(numbered('of the year')))}`]
    : [];
}

function onDays(rule: Rule): string[] {
  const { byYearDay, byMonthDay, byMonth, byDay, frequency, interval } = rule;
  const found: string[] = [];
  if (byYearDay)
    found.push(`on ${byYearDay.length === 1 ? 'day' : 'days'} ${listed(byYearDay.map(numbered('of the year')))}`);
  if (byMonthDay) {
    const isDate = frequency === 'YEARLY' && byMonth?.length === 1 && byMonthDay.length === 1 && byMonthDay[0]! > 0;
    found.push(
      isDate ? `on ${byMonthDay[0]} ${monthText(byMonth[0]!)}` : `on the ${listed(byMonthDay.map(monthDayText))}`,
    );
  }
  const isSaid =
    isWorkdays(byDay ?? []) && interval === 1 && (frequency === 'WEEKLY' || frequency === 'DAILY') && !rule.bySetPos;
  if (byDay && !isSaid) {
    const isWhole = byDay.length > 1 && isWorkdays(byDay);
    found.push(`on ${isWhole ? 'weekdays' : listed(byDay.map(weekdayText))}${byMonthDay || byYearDay ? ' only' : ''}`);
  }
  return found;
}

const isWorkdays = (days: readonly NthWeekday[]): boolean =>
  days.length === 5 && days.every(({ nth, weekday }) => nth === 0 && weekday < 5);

function atTimes({ byHour, byMinute, bySecond }: Rule): string[] {
  if (!byHour && !byMinute && !bySecond) return [];
  const two = (value: number): string => String(value).padStart(2, '0');
  if (byHour && !bySecond)
    return [`at ${listed(byHour.flatMap((hour) => (byMinute ?? [0]).map((minute) => `${two(hour)}:${two(minute)}`)))}`];
  return [
    ...(byHour ? [`in the ${listed(byHour.map(two))} o'clock hour`] : []),
    ...(byMinute ? [`at minute ${listed(byMinute.map(String))}`] : []),
    ...(bySecond ? [`at second ${listed(bySecond.map(String))}`] : []),
  ];
}

function picked({ bySetPos }: Rule): string[] {
  return bySetPos ? [`(only the ${listed(bySetPos.map(ordinal))} of these)`] : [];
}

function skipped({ skip, scale }: Rule): string[] {
  const words: string[] = [];
  if (scale !== 'GREGORIAN') words.push(`by the ${scale.toLowerCase()} calendar`);
  if (skip === 'BACKWARD') words.push('or the last day before when there is no such day');
  if (skip === 'FORWARD') words.push('or the first day after when there is no such day');
  return words;
}

function ending({ until, count }: Rule): string[] {
  if (count !== null) return [count === 1 ? 'once' : `${count} times`];
  if (until === null) return [];
  return [`until ${Number(until.slice(6, 8))} ${MONTHS[Number(until.slice(4, 6)) - 1] ?? ''} ${until.slice(0, 4)}`];
}

function weekdayText({ nth, weekday }: NthWeekday): string {
  const name = WEEKDAYS[weekday] ?? WEEKDAY_CODES[weekday] ?? '';
  return nth === 0 ? name : `the ${ordinal(nth)} ${name}`;
}

const monthDayText = (day: number): string =>
  day === -1 ? 'last day' : day > 0 ? ordinal(day) : `${ordinal(day)} day`;

const numbered =
  (whole: string) =>
  (number: number): string =>
    number > 0 ? String(number) : `${-number} from the end ${whole}`;

const WORDS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];

function ordinal(number: number): string {
  if (number === -1) return 'last';
  if (number < 0) return `${ordinal(-number)} to last`;
  const word = WORDS[number];
  if (word !== undefined) return word;
  const tens = number % 100;
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
