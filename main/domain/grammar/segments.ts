import type { Annotation } from './annotations.ts';
import { wordAt, type Found, type Scan } from './scan.ts';

/** One thing a person wrote among others: tokens `at` to `next`, and what was found in them. */
export interface Segment {
  readonly at: number;
  readonly next: number;
  /** The first token after list marks and openings such as "remind me to". */
  readonly bodyAt: number;
  /** Whether an opening said that this is something to do. */
  readonly isAsked: boolean;
  readonly annotations: readonly Annotation[];
}

/** A journal paragraph may name verbs and times all over: past this many words an entry is not cut any more. */
const PROSE_WORDS = 60;
/** What was paid for is named in a few words before its price. */
const LONGEST_NAME = 4;

/**
 * Cuts a text where a new thing begins: at a line break or semicolon, and at a comma, a full stop or "and" when what
 * follows can stand by itself. "buy milk, eggs and bread" stays one thing.
 */
export function segmentsOf(scan: Scan, annotations: readonly Annotation[]): readonly Segment[] {
  const inside = new Set<number>();
  for (const one of annotations) for (let at = one.at + 1; at < one.next; at += 1) inside.add(at);
  const isProse = isEntryOpening(scan, openingOf(scan, 0).next) && scan.tokens.length > PROSE_WORDS;
  if (isProse) return segment(scan, 0, scan.tokens.length, annotations);
  const paid = thingsPaid(scan, annotations);
  const reminded = new Set(annotations.flatMap((one) => (one.role === 'reminder' ? [one.at] : [])));
  const segments: Segment[] = [];
  let start = 0;
  let done = 0;
  for (let at = 1; at < scan.tokens.length; at += 1) {
    // ", remind me 15 min before" belongs to what stands before it.
    if (inside.has(at) || at <= start || reminded.has(at + 1)) continue;
    const hasOwnDate = (): boolean =>
      annotations
        .slice(done)
        .some((one) => one.at >= start && one.next <= at && (one.role === 'date' || one.role === 'recurrence'));
    const begins = beginningAt(scan, at, start, hasOwnDate, (from) => paid.has(from));
    if (begins === undefined) continue;
    segments.push(...segment(scan, start, begins.end, annotations.slice(done)));
    while ((annotations[done]?.at ?? Infinity) < begins.start) done += 1;
    start = begins.start;
  }
  segments.push(...segment(scan, start, scan.tokens.length, annotations.slice(done)));
  return segments;
}

/** List marks, check boxes, "and", "todo:", "remind me to": what stands before the thing itself. */
function openingOf(scan: Scan, at: number): Found<boolean> {
  let next = at;
  while (/^[-*•–—,;.]$/.test(wordAt(scan, next)) || /^(and|then|also|please)$/.test(wordAt(scan, next))) next += 1;
  if (wordAt(scan, next) === '[' && (wordAt(scan, next + 1) === ']' || wordAt(scan, next + 2) === ']')) {
    return { value: true, next: next + (wordAt(scan, next + 1) === ']' ? 2 : 3) };
  }
  const leadIn = scan.lexicon.leadIns.find((words) =>
    words.every((word, index) => wordAt(scan, next + index) === word),
  );
  return leadIn ? { value: true, next: next + leadIn.length } : { value: false, next };
}

interface Boundary {
  readonly end: number;
  readonly start: number;
}

function beginningAt(
  scan: Scan,
  at: number,
  start: number,
  hasOwnDate: () => boolean,
  isPaid: (at: number) => boolean,
): Boundary | undefined {
  const token = scan.tokens[at];
  if (!token) return undefined;
  if (token.newLine) return { end: at, start: at };
  const { word } = token;
  if (word === ';') return { end: at, start: at + 1 };
  const isSpacedAfter = scan.tokens[at + 1]?.spaced === true;
  if (word === ',' && isSpacedAfter && (canStand(scan, at + 1) || isPaid(at + 1))) return { end: at, start: at + 1 };
  if (/^[.!?]$/.test(word) && isSpacedAfter && !token.spaced) {
    // Telling after telling is one entry; telling after a task is another thing.
    const isTurn = isEntryOpening(scan, at + 1) && !isEntryOpening(scan, openingOf(scan, start).next);
    if (canStand(scan, at + 1) || isTurn) return { end: at + 1, start: at + 1 };
  }
  return word === 'and' && canStand(scan, at + 1) && hasOwnDate() ? { end: at, start: at + 1 } : undefined;
}

/** Where a list goes on with what something else cost: "lunch fri 1pm, taxi 14.50 eur" are two things. */
function thingsPaid(scan: Scan, annotations: readonly Annotation[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { role, at } of annotations) {
    const begins = at - LONGEST_NAME;
    for (let index = at - 1; role === 'amount' && index >= begins && scan.tokens[index]?.kind === 'word'; index -= 1)
      if (wordAt(scan, index - 1) === ',' && scan.lexicon.kinds.categories.has(wordAt(scan, index))) found.add(index);
  }
  return found;
}

/** Whether a thing of its own begins here: a verb, a meeting, a feeling, or "remind me to". */
function canStand(scan: Scan, at: number): boolean {
  const opening = openingOf(scan, at);
  const { taskVerbs, spendVerbs, eventNouns, feelings } = scan.lexicon.kinds;
  const word = wordAt(scan, opening.next);
  return opening.value || [taskVerbs, spendVerbs, eventNouns, feelings].some((words) => words.has(word));
}

function isEntryOpening(scan: Scan, at: number): boolean {
  return scan.lexicon.kinds.entryOpenings.has(wordAt(scan, at));
}

function segment(scan: Scan, at: number, next: number, annotations: readonly Annotation[]): readonly Segment[] {
  if (at >= next) return [];
  const opening = openingOf(scan, at);
  const own = annotations.filter((one) => one.at >= at && one.next <= next);
  // "remind me 15 min before" is found as a mark: its words are no opening.
  const isMark = own.some((one) => one.at < opening.next && one.role === 'reminder');
  const bodyAt = isMark || opening.next >= next ? at : opening.next;
  return [{ at, next, bodyAt, isAsked: opening.value && !isMark, annotations: own }];
}
