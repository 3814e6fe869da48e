import type { Item, ReadingContext } from '#contract/capture';
import type { Money } from '#contract/money';
import type { When } from '#contract/time';
import { localOf } from '../time/zoned.ts';
import { ruleInWords } from './describe-rule.ts';
import { minorDigits } from './money.ts';
import { DAY, dayOf, fromLocal, partsOf, type Wall } from './wall.ts';

const KINDS: Record<Item['kind'], string> = {
  task: 'Task',
  event: 'Event',
  expense: 'Expense',
  entry: 'Journal entry',
};
const PRIORITIES = ['urgent', 'high priority', 'normal priority', 'low priority'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['EUR', '€'],
  ['USD', '$'],
  ['GBP', '£'],
  ['JPY', '¥'],
  ['INR', '₹'],
  ['KRW', '₩'],
]);
/**
 * Reads an item back in words: "Event, Fri 13 Nov 13:00", "Task, due tomorrow, high priority, every 2 weeks on
 * Sunday", "Expense €850.00, tomorrow". English; days near now are named by their distance.
 */
export function describeItem(item: Item, context: ReadingContext): string {
  const today = dayOf(fromLocal(localOf(context.nowMs, context.zone)));
  const parts = [item.amount ? `${KINDS[item.kind]} ${moneyText(item.amount)}` : KINDS[item.kind]];
  if (item.start) parts.push(item.end ? rangeText(item.start, item.end, today) : whenText(item.start, today));
  if (item.due) parts.push(`due ${whenText(item.due, today)}`);
  if (item.durationMin !== undefined && !item.end) parts.push(lengthText(item.durationMin));
  if (item.priority !== undefined) parts.push(PRIORITIES[item.priority - 1] ?? '');
  if (item.recurrence !== undefined) {
    const first = item.start ?? item.due;
    const minute = Number(first?.local.slice(14, 16) ?? 0);
    parts.push(ruleInWords(item.recurrence, { zone: context.zone, anchor: item.anchor, minute }));
  }
  for (const minutes of item.remindersMin ?? [])
    parts.push(minutes === 0 ? 'reminder at the time' : `reminder ${lengthText(minutes)} before`);
  for (const moment of item.remindAt ?? []) parts.push(`reminder ${whenText(moment, today)}`);
  if (item.project !== undefined) parts.push(`in ${item.project}`);
  parts.push(...item.tags.map((tag) => `#${tag}`));
  return parts.filter((part) => part !== '').join(', ');
}

function whenText(when: When, today: Wall): string {
  const wall = fromLocal(when.local);
  const { year, month } = partsOf(wall);
  const monthName = MONTHS[month - 1] ?? '';
  switch (when.grain) {
    case 'year':
      return String(year);
    case 'quarter':
      return `quarter ${Math.ceil(month / 3)} of ${year}`;
    case 'month':
      return `${monthName} ${year}`;
    case 'week':
      return `week of ${dayText(dayOf(wall), today)}`;
    case 'day':
      return dayText(dayOf(wall), today);
    default:
      return `${dayText(dayOf(wall), today)} ${timeText(wall)}`;
  }
}

function rangeText(start: When, end: When, today: Wall): string {
  const close = fromLocal(end.local);
  if (start.grain !== 'hour' && start.grain !== 'minute' && start.grain !== 'second') {
    // Ends are exclusive; people name the last day.
    const last = dayOf(close - 1);
    return last <= dayOf(fromLocal(start.local))
      ? whenText(start, today)
      : `${whenText(start, today)} to ${dayText(last, today)}`;
  }
  const isSameDay = dayOf(close) === dayOf(fromLocal(start.local));
  return `${whenText(start, today)}–${isSameDay ? timeText(close) : whenText(end, today)}`;
}

function dayText(day: Wall, today: Wall): string {
  const distance = Math.round((day - today) / DAY);
  if (distance === 0) return 'today';
  if (distance === 1) return 'tomorrow';
  if (distance === -1) return 'yesterday';
  const { year, month, day: date, weekday } = partsOf(day);
  const isThisYear = year === partsOf(today).year;
  return `${(WEEKDAYS[weekday - 1] ?? '').slice(0, 3)} ${date} ${MONTHS[month - 1] ?? ''}${isThisYear ? '' : ` ${year}`}`;
}

function timeText(wall: Wall): string {
  return new Date(wall).toISOString().slice(11, 16);
}

/** "45 min", "1 h 30 min", "2 days". */
function lengthText(minutes: number): string {
  if (minutes >= 1440 && minutes % 1440 === 0) return minutes === 1440 ? '1 day' : `${minutes / 1440} days`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter((part) => part !== '').join(' ');
}

function moneyText({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const amount = (minor / 10 ** digits).toFixed(digits);
  const symbol = SYMBOLS.get(currency);
  return symbol === undefined ? `${amount} ${currency}` : `${symbol}${amount}`;
}
