import type { DateSpan } from '#contract/capture';
import type { FoundTodo, TextInsights } from '#contract/insights';
import type { When } from '#contract/time';
import { localOf, whenOf } from '../time/zoned.ts';
import type { JournalSentence, JournalText } from './journal-text.ts';
import { COMES, IS_ON, JOURNEY, NOT_AHEAD, OCCASIONS, PAST_TODAY, TAKES_PLACE } from './lexicon/occasions.ts';
import { isBareClock, onDayOf } from './plain-when.ts';
import type { Range } from './quotations.ts';
import type { Word } from './words.ts';

type FoundEvent = TextInsights['events'][number];

/** A time of day said this near belongs to the day before it ("the 22nd at the Armory, we're on at 9:30pm"). */
const CLOCK_REACH = 60;
/** Without a stop, a clause reaches this far from its date: dictation has none. */
const CLAUSE_REACH = 70;

/** Things that are to happen at a time: "dinner with Priya on Friday at 7", "the party starts at eleven". */
export function findEvents(journal: JournalText, todos: readonly FoundTodo[]): FoundEvent[] {
  const found: FoundEvent[] = [];
  const today = localOf(journal.nowMs, journal.zone).slice(0, 10);
  for (const sentence of journal.sentences) {
    if (sentence.dreamt || sentence.box !== undefined || sentence.kind === 'heading') continue;
    let taken = sentence.from;
    for (const [index, date] of sentence.dates.entries()) {
      if (date.from < taken || date.start.grain === 'year' || journal.isQuoted(date.from)) continue;
      const timed = withClock(sentence, index);
      if (timed.start.local.slice(0, 10) < today && timed.start.grain !== 'month') continue;
      const event = eventAt(journal, sentence, timed, taken, todos);
      if (event === undefined) continue;
      found.push(event);
      taken = Math.max(event.to, timed.to);
    }
  }
  return found;
}

/** A day with the clock time that follows it, or a clock time with the day before it. */
function withClock(sentence: JournalSentence, index: number): DateSpan {
  const date = sentence.dates[index];
  const next = sentence.dates[index + 1];
  const before = sentence.dates[index - 1];
  if (date === undefined) throw new RangeError('no such date');
  if (date.start.grain === 'day' && next && isBareClock(next) && next.from - date.to < CLOCK_REACH) {
    return { ...date, to: next.to, start: onDayOf(date.start, next.start) };
  }
  if (isBareClock(date) && before && before.start.grain === 'day' && date.from - before.to < CLOCK_REACH) {
    return { ...date, start: onDayOf(before.start, date.start) };
  }
  return date;
}

function eventAt(
  journal: JournalText,
  sentence: JournalSentence,
  date: DateSpan,
  taken: number,
  todos: readonly FoundTodo[],
): FoundEvent | undefined {
  const todo = todos.find((candidate) => date.from >= candidate.from && date.from < candidate.to);
  const place = todo ? withinTodo(journal.text, sentence, date) : clauseRound(journal.text, sentence, date, taken);
  if (place === undefined) return undefined;
  const { from, to } = place;
  const clause = journal.text.slice(from, to);
  const before = journal.text.slice(from, date.from);
  if (/\?\s*$/u.test(clause) || (NOT_AHEAD.test(clause) && !/\bmoved\b/iu.test(clause))) return undefined;
  if (/\b(?:by|(?<!n['’]?t )until|(?<!n['’]?t )till)\s*$/iu.test(before)) return undefined;
  if (/^(?:today|tonight|this)/iu.test(date.text) && PAST_TODAY.test(clause)) return undefined;
  const occasion = occasionIn(sentence, from, to, date);
  const said = TAKES_PLACE.test(clause) || COMES.test(clause) || JOURNEY.test(clause) || IS_ON.test(before);
  if (!occasion && (todo !== undefined || !said)) return undefined;
  if (!todo && todos.some((candidate) => from < candidate.to && candidate.from < to) && !said) return undefined;
  return {
    from,
    to,
    quote: journal.text.slice(from, to),
    title: titleOf(journal.text, from, to, date),
    start: inTheEvening(clause, date),
    ...(date.end && date.end.local > date.start.local && date.start.grain !== 'month' && { end: date.end }),
  };
}

/** The event a to-do's date belongs to: "before the release on Monday", "by Thursday's practice". */
function withinTodo(text: string, sentence: JournalSentence, date: DateSpan): Range | undefined {
  const possessive = /^['’]s\s+\p{L}+/u.exec(text.slice(date.to, date.to + 30))?.[0];
  if (possessive !== undefined && /\b(?:by|before|until|till|for)\s+$/iu.test(text.slice(date.from - 8, date.from))) {
    return { from: date.from, to: date.to + possessive.length };
  }
  const before = text.slice(Math.max(sentence.from, date.from - CLAUSE_REACH), date.from);
  const lead =
    /.*\b(?:before|until|till)\s+((?:the|our|my|his|her|their)?\s*(?:[\p{L}-]+\s+){1,4}(?:is |are |starts? |begins? )?)$/iu.exec(
      before,
    )?.[1];
  return lead === undefined ? undefined : { from: date.from - lead.length, to: date.to };
}

function isOccasion(word: Word): boolean {
  return OCCASIONS.has(word.lower.replace(/'s$/u, ''));
}

function occasionIn(sentence: JournalSentence, from: number, to: number, date: DateSpan): Word | undefined {
  const words = sentence.words.filter((word) => word.from >= from && word.to <= to);
  return (
    words.findLast((word) => word.to <= date.from && isOccasion(word)) ??
    words.find((word) => word.from >= date.to && word.from < date.to + 24 && isOccasion(word))
  );
}

const EVENING =
  /\b(?:dinner|drinks|party|concert|gig|cinema|theatre|theater|film|supper|pub|movie|opera|quiz|date night|evening|tonight|night)\b/iu;

/** "Dinner at 7": nobody dines at seven in the morning. */
function inTheEvening(clause: string, { start, text }: DateSpan): When {
  const hour = Number(start.local.slice(11, 13));
  const isOpen = start.grain === 'hour' && hour >= 4 && hour < 10 && !/\b(?:am|a\.m|morning)\b|\dam\b/iu.test(text);
  if (!isOpen || !EVENING.test(clause)) return start;
  return whenOf(`${start.local.slice(0, 11)}${String(hour + 12)}${start.local.slice(13)}`, start.zone, start.grain);
}

const CLAUSE_STARTS =
  /[;:!?()]\s*|\.\s|,\s+(?=\p{L}+(?:['’]s)?\s+\p{L})|\s[-–—]\s|\b(?:and|but|so|because|um|uh|which|since|before|oh|says?|said)\s+(?=[\p{L}'’]+\s+\p{L})/giu;

/** The clause that holds a date, from the last stop before it to the next one after it. */
function clauseRound(text: string, sentence: JournalSentence, date: DateSpan, taken: number): Range {
  const start = Math.max(sentence.from, taken, date.from - 2 * CLAUSE_REACH);
  const before = text.slice(start, date.from);
  let cut = 0;
  for (const match of before.matchAll(CLAUSE_STARTS)) {
    const rest = before.slice(match.index + match[0].length).trim();
    if (
      /\p{L}{3}/u.test(rest) &&
      !/^(?:on|at|this|next|in|it is (?:on)?|it's (?:on)?|its (?:on)?|sometime in)$/iu.test(rest)
    ) {
      cut = match.index + match[0].length;
    }
  }
  const after = text.slice(date.to, Math.min(sentence.to, date.to + CLAUSE_REACH));
  const stop = /[;!?)]|[.,:](?:\s|$)|\s[-–—]\s|\b(?:and|but|so|because|um|uh|then|i|he|she)\s/u.exec(after);
  const end = stop ? date.to + stop.index : date.to + after.length;
  let from = start + cut;
  while (/[\s,]/u.test(text[from] ?? '') && from < date.from) from += 1;
  return { from, to: from + text.slice(from, end).trimEnd().length };
}

const LEADING =
  /^(?:(?:i['’]\p{L}+|we['’]\p{L}+|the|a|an|we|i|i'm|we're|have|has|got|also|and|oh|um|so|our|wants to do|is|are|my|then)\b\s*)+/iu;
const TRAILING =
  /(?:[\s,(–—-]+(?:is|are|on|at|in|the|due|sometime|for|to|moved|starts|from|isn't|isnt|till|until|by|will be|be|this|it|it's|has|comes?|before))*[\s,(–—-]*$/iu;

function titleOf(text: string, from: number, to: number, date: DateSpan): string {
  const before = text.slice(from, Math.max(from, date.from)).replace(LEADING, '').replace(TRAILING, '').trim();
  const after = text
    .slice(Math.min(to, date.to), to)
    .replace(/^['’]s\b|^[\s,]+/u, '')
    .replace(LEADING, '')
    .trim();
  const title = (/\p{L}{3}/u.test(before) ? before : after).replaceAll(/\s+/gu, ' ').slice(0, 80).trim();
  return title === '' ? 'Event' : title.charAt(0).toUpperCase() + title.slice(1);
}
