import type { JournalSentence, JournalText } from './journal-text.ts';
import { clauseEnd } from './clause.ts';
import { CARRIERS, FIRST_PERSON, SUBJECTS } from './lexicon/cues.ts';
import type { TodoDraft } from './todo-draft.ts';

/** Things that are handed in: "expense report due Sunday". A visitor "due in May" is none. */
const HANDED_IN =
  /^(?:reports?|essays?|forms?|homework|assignments?|papers?|bills?|rent|invoices?|tax|taxes|return|application|applications|pages|postmortem|deposit|payment|draft|drafts|proposal|slides|deck|coursework|thesis|chapter|problem|set|feedback|reviews?|quote|fee|instalment|installment|order|orders|submission|project|reading|renewal|registration|grades|marks|marking|year|claim|timesheet|timesheets|book|books|library|abstract|manuscript|budget|numbers|figures|minutes|rota|worksheet|presentation)$/u;

/** What a person is said to need that is not handed over. */
const NOT_GIVEN = /^(?:to|me|us|a break|help|some|it|that|this|time|space|sleep|rest|you|him|her|them|more)$/u;

/** What people say they need without going to fetch it. */
const NOT_FETCHED =
  /^(?:to|a|an|the|my|it|this|that|these|those|you|him|her|them|me|us|help|sleep|rest|time|space|some|more|less|rain|sun|money|love|someone|somebody|something|something|not|and|coffee|patience|peace|quiet|each|every|both|all|people|is|another|three|two|one|five|four|no|nothing|him|be|air|hope|your|his|their|our|for|by|at|in|days|hours|years)$/u;

/** "We're nearly" before "out of milk". */
const OUT = /(?:^|\s)(?:we're|i'm|im|we are|i am)(?: (?:nearly|almost|all|completely|running))?$/u;

/** To-dos that lie in a demand: "due Friday", "has to be out by Wednesday", "Greg wants pricing by Tuesday", "we need nappies". */
export function demandsIn(journal: JournalText, sentence: JournalSentence): TodoDraft[] {
  const { words } = sentence;
  const drafts: TodoDraft[] = [];
  if (/\?\s*$/u.test(sentence.text)) return drafts;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || journal.isQuoted(word.from)) continue;
    const draft =
      dueAt(journal, sentence, at) ??
      passiveAt(journal, sentence, at) ??
      wantedAt(journal, sentence, at) ??
      neededAt(journal, sentence, at);
    if (draft === undefined) continue;
    drafts.push(draft);
    at = draft.last;
  }
  return drafts;
}

function clauseStart(journal: JournalText, sentence: JournalSentence, at: number, stopsAtComma = false): number {
  const { words } = sentence;
  let first = at;
  while (first > 0) {
    const before = words[first - 1];
    const gap = journal.text.slice(before?.to, words[first]?.from);
    if (/[;!?:]|[–—]|\s-\s/u.test(gap) || at - first >= 8) break;
    if (stopsAtComma && gap.includes(',') && first < at && !/[()]/u.test(gap)) break;
    if (/^(?:and|but|so|because|whatever|obviously|um|uh|also)$/u.test(before?.lower ?? '')) break;
    first -= 1;
  }
  return first;
}

/** "expense report due sunday night", "Eight pages, due December 4". */
function dueAt(journal: JournalText, sentence: JournalSentence, at: number): TodoDraft | undefined {
  const { words } = sentence;
  if (words[at]?.lower !== 'due' || at === 0) return undefined;
  const end = words[at]?.to ?? 0;
  const date = sentence.dates.find((candidate) => candidate.from >= end && candidate.from <= end + 12);
  if (!date) return undefined;
  const first = clauseStart(journal, sentence, at);
  const subject = words.slice(first, at);
  if (
    !subject.some((word) => HANDED_IN.test(word.lower)) ||
    subject.some((word) => /^(?:she|he|was|were|done|baby)$/u.test(word.lower))
  )
    return undefined;
  const last = lastWordBefore(sentence, date.to, at);
  return { first, deed: first, last, confidence: 0.7, prefix: duePrefix(subject.map((w) => w.lower)) };
}

function duePrefix(subject: readonly string[]): string {
  if (subject.some((word) => /^(?:bills?|rent|tax|invoices?|fee|payment|deposit|instalment|installment)$/u.test(word)))
    return 'Pay';
  return subject.some((word) => /^(?:books?|library)$/u.test(word)) ? 'Return' : 'Finish';
}

/** "Board deck has to be out by Wednesday", "the form needs to be signed". */
function passiveAt(journal: JournalText, sentence: JournalSentence, at: number): TodoDraft | undefined {
  const { words } = sentence;
  const text = words
    .slice(at, at + 3)
    .map((word) => word.lower)
    .join(' ');
  const length = /^(?:has to be|have to be|needs to be|need to be|must be)/u.exec(text)?.[0].split(' ').length;
  if (length === undefined || at === 0) return undefined;
  const result = words[at + length]?.lower ?? '';
  if (
    !/^(?:in|out|done|ready|back|up|there)$|..ed$|^(?:sent|paid|made|written|bought|booked|found|set|cut|sold|built|chosen|given|taken|told|redone)$/u.test(
      result,
    )
  )
    return undefined;
  if (
    /^(?:tired|excited|scared|worried|pleased|delighted|interested|bored|annoyed|loved|allowed|supposed|based|need|indeed|hundred)$/u.test(
      result,
    )
  )
    return undefined;
  const first = clauseStart(journal, sentence, at);
  const subject = words.slice(first, at);
  if (
    subject.length === 0 ||
    subject.some(
      (word) => SUBJECTS.has(word.lower) || CARRIERS.has(word.lower) || /^(?:not|doesn't|never)$/u.test(word.lower),
    )
  )
    return undefined;
  return { first, deed: first, last: clauseEnd(journal, words, at), confidence: 0.6 };
}

/** "greg at sunbelt wants pricing by tuesday": somebody waits for something, by a day. */
function wantedAt(journal: JournalText, sentence: JournalSentence, at: number): TodoDraft | undefined {
  const { words } = sentence;
  const verb = words[at];
  if (verb === undefined || at === 0 || !/^(?:needs|wants|expects|need|want)$/u.test(verb.lower)) return undefined;
  const next = words[at + 1]?.lower ?? 'to';
  if (NOT_GIVEN.test(next)) return undefined;
  const first = clauseStart(journal, sentence, at);
  const subject = words.slice(first, at);
  if (
    subject.some((word) => FIRST_PERSON.has(word.lower) || /^(?:it|that|this|not|doesn't|never|you)$/u.test(word.lower))
  )
    return undefined;
  const last = clauseEnd(journal, words, at);
  const clause = words.slice(at, last + 1);
  if (!clause.some((word) => /^(?:by|before|until)$/u.test(word.lower))) return undefined;
  const until = words[last]?.to ?? verb.to;
  if (!sentence.dates.some((date) => date.from > verb.to && date.to <= until + 1)) return undefined;
  return { first, deed: at + 1, last, confidence: 0.6, prefix: 'Send' };
}

/** "we need nappies", "we're out of milk". */
function neededAt(journal: JournalText, sentence: JournalSentence, at: number): TodoDraft | undefined {
  const { words } = sentence;
  const word = words[at];
  const before = words[at - 1]?.lower ?? '';
  if (
    word?.lower === 'of' &&
    before === 'out' &&
    OUT.test(
      words
        .slice(Math.max(0, at - 4), at - 1)
        .map((w) => w.lower)
        .join(' '),
    )
  ) {
    if (
      /^(?:time|it|breath|here|control|ideas|reach|date|order|practice|patience|energy|the|my)$/u.test(
        words[at + 1]?.lower ?? 'it',
      )
    )
      return undefined;
    return {
      first: Math.max(0, at - 3),
      deed: at + 1,
      last: clauseEnd(journal, words, at),
      confidence: 0.5,
      prefix: 'Buy',
    };
  }
  if (word?.lower !== 'need' || !(/^(?:we|i|also|still)$/u.test(before) || at === 0)) return undefined;
  const next = words[at + 1];
  if (next === undefined || NOT_FETCHED.test(next.lower) || /[,.;:]/u.test(journal.text.slice(word.to, next.from)))
    return undefined;
  return {
    first: Math.max(0, at - 1),
    deed: at + 1,
    last: clauseEnd(journal, words, at),
    confidence: 0.5,
    prefix: 'Get',
  };
}

function lastWordBefore(sentence: JournalSentence, offset: number, otherwise: number): number {
  const index = sentence.words.findLastIndex((word) => word.to <= offset);
  return index === -1 ? otherwise : index;
}
