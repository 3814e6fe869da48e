import type { DateSpan } from '#contract/capture';
import type { FoundTodo, TextInsights } from '#contract/insights';
import { localOf } from '../time/zoned.ts';
import type { JournalSentence, JournalText } from './journal-text.ts';
import { HAPPENS, NOT_AHEAD, OCCASIONS } from './lexicon/occasions.ts';

type FoundEvent = TextInsights['events'][number];

/** Things that are to happen at a time: "dinner with Priya on Friday at 7", "the party starts at eleven". */
export function findEvents(journal: JournalText, todos: readonly FoundTodo[]): FoundEvent[] {
  const found: FoundEvent[] = [];
  const today = localOf(journal.nowMs, journal.zone).slice(0, 10);
  for (const sentence of journal.sentences) {
    if (sentence.dreamt || sentence.box !== undefined || sentence.kind === 'heading') continue;
    let taken = sentence.from;
    for (const date of sentence.dates) {
      if (
        date.from < taken ||
        date.start.local.slice(0, 10) < today ||
        date.start.grain === 'year' ||
        journal.isQuoted(date.from)
      )
        continue;
      const event = eventAt(journal, sentence, date, taken, todos);
      if (event === undefined) continue;
      found.push(event);
      taken = event.to;
    }
  }
  return found;
}

function eventAt(
  journal: JournalText,
  sentence: JournalSentence,
  date: DateSpan,
  taken: number,
  todos: readonly FoundTodo[],
): FoundEvent | undefined {
  const { from, to } = clauseRound(journal.text, sentence, date, taken);
  const clause = journal.text.slice(from, to);
  const words = sentence.words.filter((word) => word.from >= from && word.to <= to);
  const outside = words.filter((word) => word.to <= date.from || word.from >= date.to);
  const occasion =
    outside.findLast((word) => OCCASIONS.has(word.lower.replace(/'s$/u, '')) && word.to <= date.from) ??
    outside.find((word) => OCCASIONS.has(word.lower.replace(/'s$/u, '')) && word.from < date.to + 24);
  const happens = outside.some((word) => HAPPENS.has(word.lower));
  if (
    !occasion &&
    !(
      happens &&
      /\b(?:starts?|opens?|begins?|arrives?|lands?|leaves?|comes|moved|fly|flying|departs|interviewing)\b/iu.test(
        clause,
      )
    )
  )
    return undefined;
  if (NOT_AHEAD.test(clause) && !/\bmoved (?:the |it )?/iu.test(clause)) return undefined;
  if (/\b(?:by|until|till)\s*$/iu.test(journal.text.slice(from, date.from))) return undefined;
  if (/\?\s*$/u.test(clause)) return undefined;
  const todo = todos.find((candidate) => date.from >= candidate.from && date.to <= candidate.to);
  if (
    todo &&
    !possessive(journal.text, date) &&
    !/\b(?:release|birthday|practice|footy|match|wedding|exam)\b/iu.test(
      journal.text.slice(date.from - 14, date.to + 14),
    )
  )
    return undefined;
  if (
    !todo &&
    todos.some((candidate) => from < candidate.to && candidate.from < to && date.from >= candidate.from) &&
    !occasion
  )
    return undefined;
  const place =
    todo && occasion ? { from: Math.min(occasion.from, date.from), to: Math.max(occasion.to, date.to) } : { from, to };
  const quote = journal.text.slice(place.from, place.to);
  return {
    from: place.from,
    to: place.to,
    quote,
    title: titleOf(journal.text, place.from, place.to, date),
    start: date.start,
    ...(date.end && { end: date.end }),
  };
}

function possessive(text: string, date: DateSpan): boolean {
  return /^['’]s\s/u.test(text.slice(date.to, date.to + 3));
}

/** The clause that holds a date, from the last stop before it to the next one after it. */
function clauseRound(
  text: string,
  sentence: JournalSentence,
  date: DateSpan,
  taken: number,
): { from: number; to: number } {
  const start = Math.max(sentence.from, taken);
  const before = text.slice(start, date.from);
  let cut = 0;
  for (const match of before.matchAll(
    /[;:!?()]\s*|\.\s|,\s+(?=\p{L}+(?:'s)?\s+\p{L})|\s[-–—]\s|\b(?:and|but|so|because|um|uh|which)\s+(?=\p{L}+\s+\p{L})/giu,
  )) {
    const rest = before.slice(match.index + match[0].length);
    if (/\p{L}{3}/u.test(rest) && !/^(?:on|at|this|next|in)\s*$/iu.test(rest.trim()))
      cut = match.index + match[0].length;
  }
  const after = text.slice(date.to, sentence.to);
  const stop = /[;!?)]|[.,](?:\s|$)|\s[-–—]\s|\b(?:and|but|so|because|um|uh|then)\s/u.exec(after);
  const to = stop ? date.to + stop.index : sentence.to;
  let from = start + cut;
  while (/[\s,]/u.test(text[from] ?? '') && from < date.from) from += 1;
  return { from, to: from + text.slice(from, to).trimEnd().length };
}

const LEADING = /^(?:(?:the|a|an|we|i|i'm|we're|have|has|got|also|and|oh|um|so|our|wants to do|is|are|my)\b\s*)+/iu;
const TRAILING =
  /(?:[\s,(–—-]+(?:is|are|on|at|in|the|due|sometime|for|to|moved|starts|from|isn't|isnt|till|until|by|will be|be|this|has|comes?|before))*[\s,(–—-]*$/iu;

function titleOf(text: string, from: number, to: number, date: DateSpan): string {
  const before = text.slice(from, Math.max(from, date.from)).replace(LEADING, '').replace(TRAILING, '').trim();
  const after = text
    .slice(Math.min(to, date.to), to)
    .replace(/^['’]s\b|^[\s,]+/u, '')
    .trim();
  const title = (/\p{L}{3}/u.test(before) ? before : after).replaceAll(/\s+/gu, ' ').slice(0, 80).trim();
  return title === '' ? 'Event' : title.charAt(0).toUpperCase() + title.slice(1);
}
