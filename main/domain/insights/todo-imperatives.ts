import { clauseEnd, hasObject, isTitleCased } from './clause.ts';
import type { JournalSentence, JournalText } from './journal-text.ts';
import { announcesTodos } from './leads.ts';
import { NOT_LEADS, OPENERS } from './lexicon/cues.ts';
import { ACTION_VERBS, SAME_PAST } from './lexicon/verbs.ts';
import type { TodoDraft } from './todo-draft.ts';
import type { Word } from './words.ts';

/** Words after which bare verbs go on with what was, might be or somebody else does. */
const NOT_A_COMMAND =
  /\b(?:had to|used to|was going to|were going to|would|could|can|might|please don't|says?|said|told|tells|asked|asking|asks|reckons?|keeps?|kept|going|who|called|titled|named|never|rule|dare[sd]?|made me|lets? me|helped?|if)\b/iu;

/** To-dos in the imperative: "Ring Elders about the urea, Monday", "..., so call on Monday", "Sunday: finish the posts". */
export function imperativesIn(journal: JournalText, sentence: JournalSentence): TodoDraft[] {
  const { words } = sentence;
  const drafts: TodoDraft[] = [];
  let at = 0;
  while (at < words.length) {
    const draft = commandAt(journal, sentence, at);
    if (draft) drafts.push(draft);
    at = draft ? draft.last + 1 : at + 1;
  }
  return drafts;
}

function commandAt(journal: JournalText, sentence: JournalSentence, at: number): TodoDraft | undefined {
  const { words } = sentence;
  const verb = words[at];
  if (verb === undefined || !ACTION_VERBS.has(verb.lower) || journal.isQuoted(verb.from)) return undefined;
  const place = placeOf(journal, sentence, at);
  if (place === undefined || isTitleCased(words, at) || !hasObject(journal, words, at)) return undefined;
  const last = clauseEnd(journal, words, at);
  const end = words[last]?.to ?? verb.to;
  const dated = sentence.dates.some((date) => date.from >= verb.from && date.from <= end + 30);
  if (SAME_PAST.has(verb.lower) && place !== 'lead' && !dated) return undefined;
  if (place === 'comma' && !dated && !/^(?:the|a|my|him|her|them|it)$/u.test(words[at + 1]?.lower ?? ''))
    return undefined;
  if (/\?/u.test(journal.text.slice(end, end + 2))) return undefined;
  const base = { lead: 0.85, so: 0.75, start: 0.6, comma: 0.5 }[place];
  return { first: at, deed: at, last, confidence: Math.min(0.95, base + (dated ? 0.1 : 0)) };
}

type Place = 'start' | 'lead' | 'so' | 'comma';

function placeOf(journal: JournalText, sentence: JournalSentence, at: number): Place | undefined {
  const { words } = sentence;
  const verb = words[at];
  if (verb === undefined) return undefined;
  const before = words[at - 1];
  const earlier = journal.text.slice(sentence.from, verb.from);
  if (before === undefined) return 'start';
  const gap = journal.text.slice(before.to, verb.from);
  if (gap.includes(':')) {
    const lead = leadBefore(journal, words, at);
    return announcesTodos(lead) && !lead.some((word) => NOT_LEADS.has(word.lower)) ? 'lead' : undefined;
  }
  if (/^(?:so|right)$/u.test(before.lower) && !NOT_A_COMMAND.test(earlier.replace(/^.*[.;,]/su, '')) && at > 1)
    return 'so';
  if (/\.\.\.|…|→/u.test(gap) && words.slice(Math.max(0, at - 2), at).some((word) => word.lower === 'so')) return 'so';
  const opened = words.slice(0, at).every((word) => OPENERS.has(word.lower));
  if (opened && !/[:]/u.test(earlier)) return 'start';
  if (/[,;(]|[–—]|\s-\s/u.test(gap) && !NOT_A_COMMAND.test(earlier)) return 'comma';
  return undefined;
}

/** The words between the last stop and the colon before word `at`. */
function leadBefore(journal: JournalText, words: readonly Word[], at: number): readonly Word[] {
  let from = at - 1;
  while (from > 0 && !/[;.!?]/u.test(journal.text.slice(words[from - 1]?.to, words[from]?.from))) from -= 1;
  return words.slice(from, at);
}
