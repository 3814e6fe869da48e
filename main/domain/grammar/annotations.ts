import type { DateSpan, Span } from '#contract/capture';
import type { Money } from '#contract/money';
import { dateSpanOf, readDateAt, type DateFound } from './dates.ts';
import { readCompany, readMark, type Mark } from './marks.ts';
import { readMoney } from './money.ts';
import { readRecurrence } from './recurrences.ts';
import { readReminder, type Reminder } from './reminders.ts';
import type { Recurrence } from './rules.ts';
import { canBegin, isA, isGlued, skip, wordAt, type Scan } from './scan.ts';

/** Something found in a text and the tokens it takes. */
export type Annotation = { readonly at: number; readonly next: number } & (
  | { readonly role: 'date'; readonly found: DateFound; readonly isDeadline: boolean }
  | { readonly role: 'recurrence'; readonly recurrence: Recurrence }
  | ({ readonly role: 'reminder' } & Reminder)
  | { readonly role: 'amount'; readonly amount: Money }
  | { readonly role: 'company'; readonly text: string }
  | Mark
);

/** A stretch of text a person has said is only words; UTF-16 offsets, `to` exclusive. */
export interface PlainSpan {
  readonly from: number;
  readonly to: number;
}

/** Everything a text says beside its words, in order and never overlapping. One pass over the tokens. */
export function annotate(scan: Scan, plain: readonly PlainSpan[]): readonly Annotation[] {
  const isPlain = scan.tokens.map((token) => plain.some((span) => token.from < span.to && token.to > span.from));
  const found: Annotation[] = [];
  let at = 0;
  while (at < scan.tokens.length) {
    const here = isPlain[at] || !canBegin(scan, at) ? [] : readAt(scan, at);
    const [first] = here;
    const last = here.at(-1);
    if (first && last && !isPlain.slice(first.at, last.next).includes(true)) {
      found.push(...here.map((one) => widen(scan, one, found.at(-1)?.next ?? 0, isPlain)));
      at = last.next;
    } else {
      at += 1;
    }
  }
  return found;
}

/** The span of an annotation in the words of the contract. */
export function spanOf(scan: Scan, { at, next, role }: Annotation): Span | undefined {
  const [first, last] = [scan.tokens[at], scan.tokens[next - 1]];
  return first && last && { from: first.from, to: last.to, role: role === 'company' ? 'person' : role };
}

/** The dates among annotations. */
export function datesOf(scan: Scan, annotations: readonly Annotation[]): readonly DateSpan[] {
  return annotations
    .flatMap((one) => (one.role === 'date' ? [one.found] : one.role === 'reminder' ? one.moments : []))
    .flatMap((found) => dateSpanOf(scan, found) ?? []);
}

function readAt(scan: Scan, at: number): readonly Annotation[] {
  const company = readCompany(scan, at);
  if (company) {
    return company.value.map((name) => ({ ...name, role: 'company', text: textOf(scan, name.at, name.next) }) as const);
  }
  const reminder = readReminder(scan, at);
  if (reminder) return [{ at, next: reminder.next, role: 'reminder', ...reminder.value }];
  const recurrence = readRecurrence(scan, at);
  if (recurrence) return [{ at, next: recurrence.next, role: 'recurrence', recurrence: recurrence.value }];
  const amount = readMoney(scan, at);
  if (amount) return [{ at, next: amount.next, role: 'amount', amount: amount.value }];
  const dayAt = readAtDay(scan, at);
  if (dayAt) return [{ at, next: dayAt.next, role: 'date', found: dayAt, isDeadline: false }];
  const mark = readMark(scan, at);
  if (mark) return [{ ...mark.value, at, next: mark.next }];
  const date = readDateAt(scan, at);
  return date ? [{ at, next: date.next, role: 'date', found: date, isDeadline: false }] : [];
}

/** "@friday", "@feb 8": a date behind the mark that else names a person; "@april" may be one. */
function readAtDay(scan: Scan, at: number): DateFound | undefined {
  if (wordAt(scan, at) !== '@' || !isGlued(scan, at + 1)) return undefined;
  const date = readDateAt(scan, at + 1);
  const isName = date?.next === at + 2 && scan.lexicon.ambiguous.has(wordAt(scan, at + 1));
  return isName ? undefined : date;
}

/** Takes in the words before a date that belong to it: "by friday", "due on 3 may", "for tomorrow". */
function widen(scan: Scan, one: Annotation, free: number, isPlain: readonly boolean[]): Annotation {
  if (one.role !== 'date') return one;
  let { at } = one;
  // "on" may be the first word of the date itself.
  let isDeadline = wordAt(scan, at) === 'within' || isA(scan, at, 'by') || isA(scan, skip(scan, at, 'on'), 'by');
  while (at > free && !isPlain[at - 1] && scan.tokens[at]?.newLine === false) {
    // "due: friday"
    const isColon = wordAt(scan, at - 1) === ':' && isA(scan, at - 2, 'due') && at - 2 >= free;
    if (isColon || isA(scan, at - 1, 'by')) isDeadline = true;
    else if (!isJoint(scan, at - 1)) break;
    at -= isColon ? 2 : 1;
  }
  return { ...one, at, isDeadline };
}

function isJoint(scan: Scan, at: number): boolean {
  return /^(on|at|for|from|since|starting|the|in|@|~to|~de|~a)$/.test(wordAt(scan, at));
}

function textOf(scan: Scan, at: number, next: number): string {
  return scan.text.slice(scan.tokens[at]?.from, scan.tokens[next - 1]?.to);
}
