import type { ItemKind } from '#contract/capture';
import { isDayRange } from './dates.ts';
import { hasImpossibleDate } from './impossible-dates.ts';
import { wordAt, type Scan } from './scan.ts';
import type { Segment } from './segments.ts';

/** What kind of thing a segment asks for, and how sure that is (0 to 1; below 0.5 it goes to the inbox). */
interface Judgement {
  readonly kind: ItemKind;
  readonly confidence: number;
  /** The first token of its title: after a label such as "todo:". */
  readonly titleAt: number;
  /** It names a day that there is not: none of its times can be trusted. */
  readonly isImpossible?: boolean;
}

/** For the person to sort. */
const UNSURE = 0.3;
/** Past this many words without a verb of doing, something is being told. */
const TELLING_WORDS = 9;

/** Judges a segment by its first words, its marks and its dates. */
export function judge(scan: Scan, segment: Segment): Judgement {
  const judged = readLabel(scan, segment) ?? { ...judgeWords(scan, segment), titleAt: segment.bodyAt };
  const isImpossible =
    judged.kind !== 'entry' && hasImpossibleDate(scan, segment.at, segment.next, (at) => isRecurring(segment, at));
  return isImpossible ? { kind: 'task', confidence: UNSURE, titleAt: segment.at, isImpossible } : judged;
}

function isRecurring({ annotations }: Segment, at: number): boolean {
  return annotations.some((one) => one.role === 'recurrence' && one.at <= at && at < one.next);
}

function readLabel(scan: Scan, { bodyAt }: Segment): Judgement | undefined {
  const kind = wordAt(scan, bodyAt + 1) === ':' ? scan.lexicon.kinds.labels.get(wordAt(scan, bodyAt)) : undefined;
  return kind && { kind, confidence: 1, titleAt: bodyAt + 2 };
}

function judgeWords(scan: Scan, segment: Segment): Pick<Judgement, 'kind' | 'confidence'> {
  const { taskVerbs, spendVerbs, eventNouns, entryOpenings, feelings } = scan.lexicon.kinds;
  const words = freeWords(scan, segment);
  const first = words[0] ?? '';
  const has = (role: string): boolean => segment.annotations.some((one) => one.role === role);
  const dates = segment.annotations.flatMap((one) => (one.role === 'date' ? [one] : []));
  const hasClock = dates.some((one) => one.found.moment.clock !== undefined || one.found.moment.exact !== undefined);
  const isDeadline = dates.some((one) => one.isDeadline);
  const recurrence = segment.annotations.find((one) => one.role === 'recurrence')?.recurrence;
  const isTimed = recurrence !== undefined && (recurrence.clocks.length > 0 || recurrence.atHour !== undefined);
  const isVerbLast = scan.language?.isVerbLast === true && taskVerbs.has(words.at(-1) ?? '');
  const isVerb = isVerbLast || taskVerbs.has(first) || spendVerbs.has(first);
  const eventNoun = words.some((word) => eventNouns.has(word));
  const isMeeting = eventNoun && (!isVerb || first === 'meet' || (first === 'call' && words[1] === 'with'));

  if (has('amount') && !segment.isAsked && (spendVerbs.has(first) || !taskVerbs.has(first)) && !hasClock)
    return { kind: 'expense', confidence: 0.9 };
  if (segment.isAsked) return { kind: 'task', confidence: 0.95 };
  if (isTelling(first, words, entryOpenings, feelings)) {
    const isAppointment = eventNoun && hasClock && /^(have|got)$/.test(words[1] ?? '');
    return isAppointment ? { kind: 'event', confidence: 0.7 } : { kind: 'entry', confidence: 0.85 };
  }
  if (has('amount'))
    return spendVerbs.has(first) || !taskVerbs.has(first)
      ? { kind: 'expense', confidence: 0.9 }
      : { kind: 'task', confidence: 0.8 };
  if (isMeeting && (dates.length > 0 || isTimed) && !isDeadline) return { kind: 'event', confidence: 0.9 };
  if (first === 'call' && words[1] === 'with' && hasClock) return { kind: 'event', confidence: 0.9 };
  if (isVerb) return { kind: 'task', confidence: dates.length > 0 || has('recurrence') ? 0.9 : 0.8 };
  // "dec 3 to dec 5" takes days out of the calendar.
  if (dates.some((one) => isDayRange(one.found)) && !isDeadline) return { kind: 'event', confidence: 0.8 };
  if (
    hasClock &&
    !isDeadline &&
    !has('duration') &&
    (has('company') || dates.some((one) => one.found.resolved.end !== undefined))
  ) {
    return { kind: 'event', confidence: 0.8 };
  }
  if (has('priority') || has('project') || has('duration') || has('recurrence') || isDeadline)
    return { kind: 'task', confidence: 0.8 };
  if (words.length >= TELLING_WORDS) return { kind: 'entry', confidence: 0.6 };
  if (hasClock && !has('tag') && words.length > 0) return { kind: 'event', confidence: 0.6 };
  if (dates.length > 0) return { kind: 'task', confidence: 0.7 };
  return { kind: 'task', confidence: has('tag') ? 0.6 : 0.4 };
}

/** "feeling anxious", "I am", "had a good day": telling, not asking. */
function isTelling(
  first: string,
  words: readonly string[],
  openings: ReadonlySet<string>,
  feelings: ReadonlySet<string>,
): boolean {
  return (
    openings.has(first) ||
    feelings.has(first) ||
    (words.length > 2 &&
      first.endsWith('ed') &&
      first.length > 4 &&
      !/^(need|feed|speed|proceed|embed|succeed|exceed)$/.test(first))
  );
}

/** The words of a segment that belong to no date and no mark. */
function freeWords(scan: Scan, { bodyAt, next, annotations }: Segment): readonly string[] {
  const taken = new Set<number>();
  for (const one of annotations) {
    if (one.role === 'company') continue;
    for (let at = one.at; at < one.next; at += 1) taken.add(at);
  }
  const words: string[] = [];
  for (let at = bodyAt; at < next; at += 1) {
    if (!taken.has(at) && scan.tokens[at]?.kind === 'word') words.push(wordAt(scan, at));
  }
  return words;
}
