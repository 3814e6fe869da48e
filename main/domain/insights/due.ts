import type { DateSpan } from '#contract/capture';
import type { When } from '#contract/time';
import { localOf } from '../time/zoned.ts';
import type { JournalSentence, JournalText } from './journal-text.ts';
import type { TodoDraft } from './todo-draft.ts';

const DEADLINE =
  /\b(?:by|before|until|till|due(?: in)?(?: on)?|no later than|latest|closes|deadline(?: is)?|eod)\s*(?:the\s*)?$/iu;
const NOT_ITS_DATE = /\b(?:about|of|since|last|from|for last|re|than|until next|over|after)\s+(?:the\s+)?$/iu;

/**
 * The day a to-do is due: the deadline in its own words, else the day to do it, else the deadline in the rest of its
 * sentence or in the lead of its list.
 */
export function dueOf(
  journal: JournalText,
  sentence: JournalSentence,
  draft: TodoDraft,
  previous: JournalSentence | undefined,
  lead: JournalSentence | undefined,
): When | undefined {
  const from = sentence.words[draft.first]?.from ?? sentence.from;
  const to = sentence.words[draft.last]?.to ?? sentence.to;
  const usable = sentence.dates.filter((date) => isDueDate(journal, date));
  const own = usable.filter((date) => date.from >= from && date.to <= to + 2);
  const deadline = own.find((date) => isDeadline(journal, date));
  if (deadline) return aimed(deadline);
  if (own[0]) return aimed(own[0]);
  if (/\bbefore (?:that|then|it)\b/iu.test(journal.text.slice(from, to + 14))) {
    const earlier = sentence.dates.filter((date) => date.to <= from).at(-1) ?? previous?.dates.at(-1);
    if (earlier) return aimed(earlier);
  }
  const later = usable.find(
    (date) =>
      date.from >= to && isNear(journal, to, date.from) && (isDeadline(journal, date) || stands(journal, to, date)),
  );
  if (later) return aimed(later);
  const label = usable.find((date) => date.to <= from && isLabel(journal, date.to, from));
  if (label) return aimed(label);
  return lead?.dates[0] && aimed(lead.dates[0]);

  function aimed(date: DateSpan): When | undefined {
    const today = localOf(journal.nowMs, journal.zone).slice(0, 10);
    const isPast =
      date.start.local.slice(0, 10) < today &&
      (date.start.grain === 'day' || date.start.grain === 'hour' || date.start.grain === 'minute');
    return isPast ? undefined : date.start;
  }
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
