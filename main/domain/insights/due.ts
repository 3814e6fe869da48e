import type { DateSpan } from '#contract/capture';
import type { When } from '#contract/time';
import { addDays, localOf, whenOf } from '../time/zoned.ts';
import type { JournalSentence, JournalText } from './journal-text.ts';
import { isBareClock, onDayOf } from './plain-when.ts';
import type { TodoDraft } from './todo-draft.ts';

const DEADLINE =
  /\b(?:by|before|until|till|due(?: in)?(?: on)?|no later than|latest|closes|deadline(?: is)?|eod)\s*(?:the\s*)?$/iu;
const STARTS_ELSEWHERE = /^(?:about|around|of|since|for)\s/iu;
const NOT_ITS_DATE = /\b(?:about|of|since|last|from|for last|re|than|until next|over|after)\s+(?:the\s+)?$/iu;

/** What a to-do's date is looked for in. */
interface Surroundings {
  readonly sentence: JournalSentence;
  readonly previous: JournalSentence | undefined;
  readonly next: JournalSentence | undefined;
  readonly lead: JournalSentence | undefined;
  /** Where the to-do before this one ends and the one after it begins: their dates are theirs. */
  readonly after: number;
  readonly before: number;
}

/**
 * The day a to-do is due: the deadline in its own words, else the day to do it, else the deadline in the rest of its
 * sentence, the date its "before that" or "there" points to, a label ("Sunday: ..."), a next sentence that is only a
 * date ("Call him. Tomorrow.") or the lead of its list.
 */
export function dueOf(journal: JournalText, draft: TodoDraft, around: Surroundings): When | undefined {
  const { sentence } = around;
  const from = sentence.words[draft.first]?.from ?? sentence.from;
  const to = sentence.words[draft.last]?.to ?? sentence.to;
  const usable = sentence.dates.filter((date) => isDueDate(journal, date));
  const own = usable.filter((date) => date.from >= from && date.to <= to + 2);
  const chosen =
    own.find((date) => isDeadline(journal, date)) ??
    own[0] ??
    pointedAt(journal, around, from, to) ??
    usable.find(
      (date) =>
        date.from >= to &&
        date.from < around.before &&
        isNear(journal, to, date.from) &&
        (isDeadline(journal, date) || stands(journal, to, date)),
    ) ??
    usable.find((date) => date.to <= from && isLabel(journal, date.to, from)) ??
    usable.findLast(
      (date) =>
        date.to <= from && date.from >= around.after && isDeadline(journal, date) && isNear(journal, date.to, from),
    ) ??
    onlyDate(around.next) ??
    around.lead?.dates[0];
  if (chosen === undefined) return inTheMorning(journal, from, to);
  const clock = sentence.dates.find(
    (date) => date.from >= chosen.to && date.from - chosen.to < 12 && date.from < around.before && isBareClock(date),
  );
  const start = chosen.start.grain === 'day' && clock ? onDayOf(chosen.start, clock.start) : chosen.start;
  const today = localOf(journal.nowMs, journal.zone).slice(0, 10);
  const isPast = start.local.slice(0, 10) < today && !/^(?:week|month|quarter|year)$/u.test(start.grain);
  return isPast ? undefined : start;
}

/** "before that", or a deed done to "it", "her" or "there" whose date was said just before. */
function pointedAt(journal: JournalText, around: Surroundings, from: number, to: number): DateSpan | undefined {
  const quote = journal.text.slice(from, to + 14);
  const earlier = around.sentence.dates.findLast((date) => date.to <= from && date.from >= around.after);
  if (/\bbefore (?:that|then|it)\b/iu.test(quote)) return earlier ?? around.previous?.dates.at(-1);
  if (
    earlier === undefined ||
    !/\b(?:that|there|(?:call|ring|phone|pay|book|send|text)(?: (?:it|her|him|them))?)\s*$/iu.test(
      journal.text.slice(from, to).replace(/ to let .*| in$/iu, ''),
    )
  )
    return undefined;
  return isNear(journal, earlier.to, from) ? earlier : undefined;
}

function onlyDate(next: JournalSentence | undefined): DateSpan | undefined {
  const date = next?.dates[0];
  return next !== undefined && date !== undefined && date.to - date.from >= next.text.trim().length - 2
    ? date
    : undefined;
}

/** "ring the surgery in the morning", written when this morning is over: tomorrow. */
function inTheMorning(journal: JournalText, from: number, to: number): When | undefined {
  if (!/\b(?:in the morning|first thing)\b/iu.test(journal.text.slice(from, to + 16))) return undefined;
  const now = localOf(journal.nowMs, journal.zone);
  const day = now.slice(11, 13) >= '12' ? addDays(now.slice(0, 10), 1) : now.slice(0, 10);
  return whenOf(`${day}T00:00:00`, journal.zone, 'day');
}

function isDeadline(journal: JournalText, date: DateSpan): boolean {
  return (
    DEADLINE.test(journal.text.slice(Math.max(0, date.from - 20), date.from)) ||
    /^\s*(?:by|before|until|till|due)\b/iu.test(date.text)
  );
}

/** "Friday's shift", "about January": the date of something else, unless a deadline word stands before it. */
function isDueDate(journal: JournalText, date: DateSpan): boolean {
  if (isDeadline(journal, date)) return true;
  if (
    date.start.grain === 'month' &&
    /\b(?:for|of|in)\s+$/iu.test(journal.text.slice(Math.max(0, date.from - 5), date.from))
  )
    return false;
  if (STARTS_ELSEWHERE.test(date.text)) return false;
  if (/^['’]s\b/u.test(journal.text.slice(date.to, date.to + 3))) return false;
  return !NOT_ITS_DATE.test(journal.text.slice(Math.max(0, date.from - 16), date.from));
}

function isNear(journal: JournalText, from: number, to: number): boolean {
  return to - from < 80 && !/[.!?](?:\s|$)/u.test(journal.text.slice(from, to));
}

/** The date follows at once: "call on Monday" cut before its comma, "(29 Feb)", "→ 11:00". */
function stands(journal: JournalText, from: number, date: DateSpan): boolean {
  return /^[\s,(→–—-]*(?:on|at|this|the)?\s*$/iu.test(journal.text.slice(from, date.from));
}

/** "Sunday: finish ...", "For tomorrow: ...", "Still to do before Tuesday night: lag the tap, and ...". */
function isLabel(journal: JournalText, from: number, to: number): boolean {
  const between = journal.text.slice(from, to);
  return (
    !/[.!?](?:\s|$)/u.test(between) &&
    (/^[^:]{0,20}:(?!\d)/u.test(between) || /^[\s,]*(?:i|we|morning|night|evening)?\s*$/iu.test(between))
  );
}
