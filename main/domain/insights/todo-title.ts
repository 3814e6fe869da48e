import type { JournalSentence, JournalText } from './journal-text.ts';
import type { TodoDraft } from './todo-draft.ts';

/** Longer titles are cut at a word. */
const MAX_TITLE = 100;
const BEFORE_DATE =
  /(?:[\s,(→-]|\b(?:by|before|until|till|on|at|due back|due|in|no later than|for|first thing|from|this|the|later|end of(?: the)?|so))+$/iu;
const FILLERS =
  /(?:[\s,]+(?:before then|before that|before|is|are|too|also|then|please|pls|again|probably|maybe|asap|though|tho|first thing|at the latest|at least|in time|somehow|really|still|or something|i guess|today|and|or|or so|no email none))+$/iu;

/** A short command for a to-do: its deed without the day it is due. */
export function titleOf(journal: JournalText, sentence: JournalSentence, draft: TodoDraft): string {
  const deed = sentence.words[draft.deed];
  const last = sentence.words[draft.last];
  if (deed === undefined || last === undefined) return draft.prefix ?? '';
  let words = deed.from < last.to ? withoutDates(journal, sentence, deed.from, last.to) : '';
  words = words
    .replaceAll(/[*_`~]{1,3}|\[\[|\]\]|#(?=\p{L})/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  for (let before = ''; before !== words;) {
    before = words;
    words = words.replace(FILLERS, '').replace(/[\s,;:.!(–—-]+$/u, '');
  }
  const whole =
    draft.prefix === undefined
      ? words
      : `${draft.prefix} ${words.replace(/^(?:The|A|An|My|Our|Your|His|Her|Their)\b/u, (word) => word.toLowerCase())}`.trim();
  const cut =
    whole.length > MAX_TITLE
      ? `${whole.slice(0, whole.lastIndexOf(' ', MAX_TITLE - 1) || MAX_TITLE - 1).trimEnd()}…`
      : whole;
  return cut.charAt(0).toUpperCase() + cut.slice(1);
}

function withoutDates(journal: JournalText, sentence: JournalSentence, from: number, to: number): string {
  let kept = '';
  let at = from;
  for (const date of sentence.dates) {
    if (date.from < from || date.to > to || date.from < at) continue;
    if (
      /^['’]s|^\s+(?:shift|class|service|rain|practice|meeting|train|bus|edition|newsletter|shop)/u.test(
        journal.text.slice(date.to, date.to + 14),
      )
    )
      continue;
    if (/\b(?:about|of|since|last)\s+$/iu.test(journal.text.slice(at, date.from))) continue;
    kept += journal.text.slice(at, date.from).replace(BEFORE_DATE, '');
    at = date.to;
  }
  const title = kept + journal.text.slice(at, to);
  return title.trim() === '' ? journal.text.slice(from, to) : title;
}
