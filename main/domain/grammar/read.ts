import type { Item, Reading, ReadingContext } from '#contract/capture';
import { annotate, datesOf, spanOf, type Annotation, type PlainSpan } from './annotations.ts';
import { judge } from './kinds.ts';
import { scanOf, wordAt, type Scan } from './scan.ts';
import { segmentsOf, type Segment } from './segments.ts';
import { whenToldOf } from './reminders-of-item.ts';
import { heardOf } from './times-of-item.ts';
import { titleOf } from './titles.ts';
import { READ_LIMIT } from './tokens.ts';

/** How a text is to be read beside its context. */
export interface ReadOptions {
  /** Spans the person dismissed: nothing is read in them. */
  readonly ignored?: readonly PlainSpan[];
}

/**
 * What a captured text would become: its dates, and one item for each thing it asks for. Writes nothing, never throws,
 * and takes time in proportion to the text. A text past {@link READ_LIMIT} characters is one journal entry, whole.
 *
 * What an item says about its time, for whoever stores it:
 * - `start`, `end` (exclusive), `due`: a task has `due` for a deadline or a plain day and `start` for a day or time to do
 *   it; an event has `start`. A recurring item has its first occurrence there.
 * - `recurrence`: the value of one RRULE, without `RRULE:`. `DTSTART` is the item's `start`, else its `due`. Its `UNTIL` is
 *   the last day that counts: a date, and beside a timed start the last second of that day in UTC (RFC 5545).
 * - `anchor`: `completion` for "every! 3 days" and "3 days after completion": the rule then only gives the distance, and
 *   the next occurrence counts from the day it was done. Absent for a rule that counts from its dates.
 * - `remindersMin`: minutes before `start`, else `due`; 0 at the time itself; in the order said, each once.
 * - `remindAt`: moments with no distance from the item ("remind me on monday that the report is due on friday"); grain
 *   `day` when no time was said ("remind me tomorrow to ..."): the storer puts in its usual hour.
 */
export function readText(text: string, context: ReadingContext, options: ReadOptions = {}): Reading {
  const scan = scanOf(text, context);
  const annotations = annotate(scan, options.ignored ?? []);
  const dates = [...datesOf(scan, annotations)];
  // What is this long is writing, not a to-do, and must be kept to its last character.
  if (text.length > READ_LIMIT) return { dates, items: [wholeEntry(text)] };
  return {
    dates,
    items: segmentsOf(scan, annotations).flatMap((segment) => itemOf(scan, segment) ?? []),
  };
}

function wholeEntry(text: string): Item {
  return { kind: 'entry', title: text, from: 0, to: text.length, confidence: 1, tags: [], people: [], spans: [] };
}

function itemOf(scan: Scan, segment: Segment): Item | undefined {
  const { kind, confidence, titleAt, isImpossible } = judge(scan, segment);
  const isEntry = kind === 'entry';
  const own = isEntry
    ? segment.annotations.filter(isName)
    : isImpossible
      ? segment.annotations.filter(({ role }) => role !== 'date' && role !== 'recurrence')
      : heardOf(segment.annotations);
  const [first, last] = [scan.tokens[segment.at], scan.tokens[segment.next - 1]];
  if (!first || !last) return undefined;
  const isLast = segment.next === scan.tokens.length;
  const to = isLast ? Math.max(last.to, scan.text.trimEnd().length) : last.to;
  // "the $500 invoice" is named by its amount; an expense carries the amount beside its title.
  const title = isEntry
    ? scan.text.slice(scan.tokens[titleAt]?.from ?? first.from, to).trim()
    : titleOf(scan, titleAt, segment.next, kind === 'expense' ? own : own.filter((one) => one.role !== 'amount'));
  if (!/[\p{L}\p{N}\p{S}]/u.test(title)) return undefined;
  const amount = own.find((one) => one.role === 'amount')?.amount;
  const priority = own.find((one) => one.role === 'priority')?.priority;
  const [project] = textsOf(own, 'project');
  const category = amount && kind === 'expense' ? categoryOf(scan, segment) : undefined;
  const { times, reminders } = whenToldOf(scan, kind, own, segment);
  return {
    kind,
    title,
    from: first.from,
    to,
    confidence,
    ...times,
    ...(priority === undefined ? {} : { priority }),
    tags: textsOf(own, 'tag'),
    people: [...textsOf(own, 'person'), ...textsOf(own, 'company')].filter(
      (name, index, all) => all.indexOf(name) === index,
    ),
    ...(project === undefined ? {} : { project }),
    ...reminders,
    ...(amount ? { amount } : {}),
    ...(category === undefined ? {} : { category }),
    spans: own.flatMap((one) => spanOf(scan, one) ?? []),
  };
}

function isName(one: Annotation): boolean {
  return one.role === 'tag' || one.role === 'person' || one.role === 'company';
}

function textsOf(own: readonly Annotation[], role: 'tag' | 'person' | 'company' | 'project'): string[] {
  return own.flatMap((one) => (one.role === role ? [one.text] : []));
}

function categoryOf(scan: Scan, { at, next }: Segment): string | undefined {
  for (let index = at; index < next; index += 1) {
    const category = scan.lexicon.kinds.categories.get(wordAt(scan, index));
    if (category !== undefined) return category;
  }
  return undefined;
}
