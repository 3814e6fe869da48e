import type { ReadingContext } from '#contract/capture';
import type { QueryDate, QueryTree } from '#contract/query';
import type { Day } from '#contract/time';
import { readDateAt } from '../grammar/dates.ts';
import { scanOf } from '../grammar/scan.ts';
import { DAY, dayOf, daysIn, partsOf, toLocal, wallOf, type Wall } from '../grammar/wall.ts';
import { addDays } from '../time/zoned.ts';
import { notOf } from './trees.ts';

/** Days from one on and before another one. */
interface Stretch {
  readonly from: Day;
  readonly before: Day;
}

const COMPARED = /^(<=|>=|<|>|≤|≥)\s*(.+)$/su;
const RANGE = /^(.+?)(?:\.\.+|…)(.+)$/su;
const ISO = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/u;

/** "friday", "2026-03", "last month", ">=today", "1 march..15 march", "none". */
export function readDays(field: QueryDate, value: string, context: ReadingContext): QueryTree | null {
  const typed = value.trim();
  const isOptional = field === 'due' || field === 'do';
  if (isOptional && /^(?:none|never|no|any|some)$/iu.test(typed)) {
    const has: QueryTree = { kind: 'condition', condition: { field: 'has', feature: field } };
    return /^(?:any|some)$/iu.test(typed) ? has : notOf(has);
  }
  const range = RANGE.exec(typed);
  if (range) {
    const [first, last] = [stretchOf(field, range[1]!, context), stretchOf(field, range[2]!, context)];
    if (!first || !last) return null;
    const [early, late] = first.from <= last.from ? [first, last] : [last, first];
    return within(field, early.from, late.before);
  }
  const [, sign = '', words = typed] = COMPARED.exec(typed) ?? [];
  const days = stretchOf(field, words, context);
  if (!days) return null;
  if (sign === '<') return within(field, null, days.from);
  if (sign === '<=' || sign === '≤') return within(field, null, days.before);
  if (sign === '>') return within(field, days.before, null);
  if (sign === '>=' || sign === '≥') return within(field, days.from, null);
  return within(field, days.from, days.before);
}

/** Everything before the first of the days. */
export function readDaysBefore(field: QueryDate, value: string, context: ReadingContext): QueryTree | null {
  const days = stretchOf(field, value, context);
  return days && within(field, null, days.from);
}

/** Everything after the last of the days. */
export function readDaysAfter(field: QueryDate, value: string, context: ReadingContext): QueryTree | null {
  const days = stretchOf(field, value, context);
  return days && within(field, days.before, null);
}

function within(field: QueryDate, from: Day | null, before: Day | null): QueryTree {
  return { kind: 'condition', condition: { field, from, before } };
}

/** The days that words name; null when they are no date. */
function stretchOf(field: QueryDate, value: string, context: ReadingContext): Stretch | null {
  const words = value.trim();
  const iso = ISO.exec(words);
  if (iso) return isoStretch(iso);
  const lasting = /^(?:the\s+)?(?:last|past)\s+(\d{1,4})\s+days?$/iu.exec(words);
  if (lasting) {
    const today = dayText(dayOf(scanOf('', context).now));
    return today === null ? null : { from: addDays(today, 1 - Number(lasting[1])), before: addDays(today, 1) };
  }
  // "may" and "sun" alone are everyday words to the grammar; here nothing but a date can be meant.
  return readWords(field, words, context) ?? readWords(field, `on ${words}`, context);
}

function readWords(field: QueryDate, words: string, context: ReadingContext): Stretch | null {
  const scan = scanOf(words, context);
  const found = readDateAt(scan, 0);
  if (!found || found.next !== scan.tokens.length) return null;
  const { resolved, moment } = found;
  if (resolved.grain === 'hour' || resolved.grain === 'minute' || resolved.grain === 'second') return null;
  let start: Wall = dayOf(resolved.start);
  let end: Wall = resolved.end === undefined ? start + DAY : dayOf(resolved.end - 1) + DAY;
  const looksBack = field !== 'due' && field !== 'do';
  // What is searched for has mostly happened: "friday" is the last one, "march" the one that began last.
  if (looksBack && start > scan.now) {
    const isWeekday = moment.date?.weekday !== undefined && !/\b(?:next|this|coming)\b/iu.test(words);
    const earlier = moment.date?.inYear?.(partsOf(start).year - 1);
    if (isWeekday) [start, end] = [start - 7 * DAY, end - 7 * DAY];
    else if (earlier) [start, end] = [dayOf(earlier.start), dayOf(earlier.end - 1) + DAY];
  }
  const [from, before] = [dayText(start), dayText(end)];
  return from && before ? { from, before } : null;
}

/** "2026", "2026-03", "2026-03-14"; null when the calendar has no such day. */
function isoStretch(iso: readonly (string | undefined)[]): Stretch | null {
  const [year, month, day] = iso.slice(1).map((digits) => (digits === undefined ? undefined : Number(digits)));
  if (!year || month === 0 || (month ?? 1) > 12 || day === 0 || (day ?? 1) > daysIn(year, month ?? 1)) return null;
  const start = wallOf(year, month ?? 1, day ?? 1);
  const end =
    month === undefined ? wallOf(year + 1, 1, 1) : day === undefined ? wallOf(year, month + 1, 1) : start + DAY;
  const [from, before] = [dayText(start), dayText(end)];
  return from && before ? { from, before } : null;
}

/** Undefined days, outside the years 1 to 9999, are null. */
const dayText = (wall: Wall): Day | null => toLocal(wall)?.slice(0, 10) ?? null;
