import { clauseEnd } from './clause.ts';
import type { JournalSentence, JournalText } from './journal-text.ts';
import {
  BETWEEN,
  type CueKind,
  FIRST_PERSON,
  HYPOTHETICAL,
  I_WILL,
  NEGATIONS,
  OBLIGATIONS,
  REMINDERS,
  REPORTING,
  SETTLED,
} from './lexicon/cues.ts';
import { ACTION_VERBS, BE_SOMEWHERE, NOT_A_DEED, NOUN_LIKE, baseOfParticiple } from './lexicon/verbs.ts';
import type { TodoDraft } from './todo-draft.ts';
import { type Word, phraseAt } from './words.ts';

interface Cue {
  readonly at: number;
  readonly length: number;
  readonly kind: CueKind;
}

/** To-dos that say so: "I have to", "must", "don't forget to", "I promised Ana I'd", "still haven't". */
export function cuesIn(
  journal: JournalText,
  sentence: JournalSentence,
  next: JournalSentence | undefined,
): TodoDraft[] {
  const { words } = sentence;
  const drafts: TodoDraft[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || journal.isQuoted(word.from)) continue;
    const draft =
      reminderAt(journal, words, at) ??
      unforgottenAt(journal, words, at) ??
      promiseAt(journal, sentence, at) ??
      obligationAt(journal, sentence, at, next);
    if (draft === undefined) continue;
    drafts.push(draft);
    at = draft.last;
  }
  if (drafts.length === 0) {
    const undone = undoneIn(journal, sentence);
    if (undone) drafts.push(undone);
  }
  return drafts;
}

function reminderAt(journal: JournalText, words: readonly Word[], at: number): TodoDraft | undefined {
  const cue = phraseAt(REMINDERS, words, at);
  if (!cue) return undefined;
  const head = words[at];
  const before = words[at - 1]?.lower ?? '';
  const bare = /^(?:todo|to-do|to|let's|lets|reminder|note)$/u.test(head?.lower ?? '');
  const starts =
    at === 0 ||
    BETWEEN.has(before) ||
    /[,:;.(–-]\s*$/u.test(journal.text.slice(Math.max(0, (head?.from ?? 0) - 3), head?.from));
  if (bare && !starts) return undefined;
  if (head?.lower === 'to' || (head?.lower === 'todo' && cue.length === 1 && head.text === 'todo' && at > 0))
    return undefined;
  if (/^(?:asked|reminded|needs|need)$/u.test(head?.lower ?? '') && !ACTION_VERBS.has(words[at + 3]?.lower ?? ''))
    return undefined;
  let deed = at + cue.length;
  while (/^(?:to|i|need|must|have)$/u.test(words[deed]?.lower ?? '')) deed += 1;
  const verb = words[deed]?.lower;
  if (verb === undefined || NOT_A_DEED.has(verb)) return undefined;
  if (/^let'?s$/u.test(head?.lower ?? '') && !ACTION_VERBS.has(verb)) return undefined;
  const colon = journal.text.slice(words[deed - 1]?.to, words[deed]?.from).includes(':');
  if (
    /^(?:todo|to-do|note|reminder)$/u.test(head?.lower ?? '') &&
    !colon &&
    !ACTION_VERBS.has(verb) &&
    head?.text !== 'TODO'
  )
    return undefined;
  const ownsLabel = /^(?:todo|to-do)$/u.test(head?.lower ?? '');
  return { first: ownsLabel ? deed : at, deed, last: clauseEnd(journal, words, deed), confidence: 0.9 };
}

/** "Don't forget the passport photos": a thing instead of a deed. */
function unforgottenAt(journal: JournalText, words: readonly Word[], at: number): TodoDraft | undefined {
  if (words[at + 1]?.lower !== 'forget' || !/^(?:don't|dont|can't|cant|mustn't|not)$/u.test(words[at]?.lower ?? ''))
    return undefined;
  if (!/^(?:the|my|our|his|her|\p{L}+'s)$/u.test(words[at + 2]?.lower ?? '')) return undefined;
  if (/^(?:how|what|that|day|time|look|face|way)$/u.test(words[at + 3]?.lower ?? 'way')) return undefined;
  return { first: at, deed: at + 2, last: clauseEnd(journal, words, at + 1), confidence: 0.6, prefix: 'Remember' };
}

function obligationAt(
  journal: JournalText,
  sentence: JournalSentence,
  at: number,
  next: JournalSentence | undefined,
): TodoDraft | undefined {
  const { words } = sentence;
  const cue = cueAt(words, at);
  if (cue === undefined) return undefined;
  const subject = subjectOf(journal, words, cue);
  if (subject === undefined || /^(?:what|all|everything|things|thing)$/u.test(words[subject - 1]?.lower ?? ''))
    return undefined;
  let deed = cue.at + cue.length;
  while (
    /^(?:to|probably|really|also|just|then|still|definitely|at|least|actually|maybe|first|i)$/u.test(
      words[deed]?.lower ?? '',
    )
  )
    deed += 1;
  const again = cueAt(words, deed);
  if (again) deed = again.at + again.length;
  if (words[deed]?.lower === 'remember' && words[deed + 1]?.lower === 'to') deed += 2;
  if (!isDeed(words, deed, cue)) return undefined;
  if (isImagined(journal, words, cue) || isSettled(journal, sentence, deed, next)) return undefined;
  const told = isReported(journal, words, cue.at);
  if (told && cue.kind !== 'strong') return undefined;
  const last = clauseEnd(journal, words, deed);
  const dated = sentence.dates.some((date) => date.from >= (words[subject]?.from ?? 0));
  const confidence = weigh(cue.kind, ACTION_VERBS.has(words[deed]?.lower ?? ''), dated, told);
  return confidence > 0 ? { first: subject, deed, last, confidence } : undefined;
}

function cueAt(words: readonly Word[], at: number): Cue | undefined {
  const phrase = phraseAt(OBLIGATIONS, words, at);
  if (phrase) return { at, length: phrase.length, kind: phrase.value };
  const word = words[at];
  if (word === undefined) return undefined;
  if (I_WILL.has(word.lower)) return { at, length: 1, kind: 'plan' };
  const verb = words[at + 1]?.lower ?? '';
  if (word.lower === 'need' && ACTION_VERBS.has(verb) && !NOUN_LIKE.has(verb)) return { at, length: 1, kind: 'strong' };
  return undefined;
}

/** The word at which the quotation begins: the first person before the cue, or the cue when nobody is named. */
function subjectOf(journal: JournalText, words: readonly Word[], cue: Cue): number | undefined {
  if (I_WILL.has(words[cue.at]?.lower ?? '')) return words[cue.at - 1]?.lower === 'if' ? undefined : cue.at;
  for (let at = cue.at - 1; at >= Math.max(0, cue.at - 7); at -= 1) {
    const word = words[at];
    if (word === undefined) return undefined;
    if (NEGATIONS.has(word.lower)) return undefined;
    if (FIRST_PERSON.has(word.lower)) return at;
    const gap = journal.text.slice(word.to, words[at + 1]?.from);
    if (/[,;:.!?()–—]|\s-\s/u.test(gap)) return implied(words, cue, at + 1);
    if (/^(?:so|but|or|um|uh|because)$/u.test(word.lower)) return implied(words, cue, at + 1);
    if (word.lower === 'and') return sharesSubject(words, at) ? implied(words, cue, at + 1) : undefined;
    if (cue.kind !== 'plan' && BETWEEN.has(word.lower)) continue;
    if (/^(?:keep|been|be)$/u.test(word.lower)) continue;
    return undefined;
  }
  return cue.at <= 7 ? implied(words, cue, 0) : undefined;
}

/** Before "and": not somebody else's doing that goes on ("they come home and have to"). */
function sharesSubject(words: readonly Word[], and: number): boolean {
  return !words.slice(Math.max(0, and - 8), and).some((word) => /^(?:he|she|they|you)$/u.test(word.lower));
}

function implied(words: readonly Word[], cue: Cue, from: number): number | undefined {
  if (cue.kind === 'plan' && !/^(?:supposed|want|wanna|meaning|planning|gonna)$/u.test(words[cue.at]?.lower ?? ''))
    return undefined;
  if (words[cue.at]?.lower === 'better' && from === cue.at)
    return ACTION_VERBS.has(words[cue.at + 1]?.lower ?? '') ? from : undefined;
  return cue.at;
}

function isDeed(words: readonly Word[], at: number, cue: Cue): boolean {
  const verb = words[at]?.lower;
  const next = words[at + 1]?.lower ?? '';
  if (verb === undefined || verb === 'not' || /[^\p{L}\p{N}'-]/u.test(verb)) return false;
  if (/^(?:be|been)$/u.test(verb)) return cue.kind !== 'plan' && verb === 'be' && BE_SOMEWHERE.has(next);
  if (
    NOT_A_DEED.has(verb) ||
    (/^(?:do|go|get)$/u.test(verb) && /^(?:better|with|over|used|mad|crazy|this|that|before)$/u.test(next))
  )
    return false;
  if (/^(?:go|get)$/u.test(verb) && /^(?:to (?:bed|sleep))/u.test(`${next} ${words[at + 2]?.lower ?? ''}`))
    return false;
  return cue.kind !== 'plan' || ACTION_VERBS.has(verb) || /^(?:work|run|look|nag|move|teach|learn|bring)$/u.test(verb);
}

/** "if I had to", "I wonder whether I should": no comma parts the cue from the doubt. */
function isImagined(journal: JournalText, words: readonly Word[], cue: Cue): boolean {
  const end = words[words.length - 1]?.to ?? 0;
  if (/^["'’”)]*\?/u.test(journal.text.slice(end, end + 3)) && !/,/u.test(journal.text.slice(words[cue.at]?.to, end)))
    return true;
  if (/\?/u.test(journal.text.slice(words[cue.at]?.from, end))) return true;
  let parted = false;
  for (let at = cue.at - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined) break;
    const gap = journal.text.slice(word.to, words[at + 1]?.from);
    if (/[;.!?]|[–—]/u.test(gap)) break;
    if (gap.includes(',')) parted = true;
    if (/^(?:if|unless)$/u.test(word.lower) && (!parted || cue.kind === 'plan')) return true;
    if (!parted && HYPOTHETICAL.has(word.lower)) return true;
    if (/^(?:always|every|usually|never|sometimes)$/u.test(word.lower) && !parted) return true;
    if (/^(?:and|but|so)$/u.test(word.lower) && !parted) return false;
  }
  return false;
}

/** "Derek says I should": somebody else spoke before the cue. */
function isReported(journal: JournalText, words: readonly Word[], cueAt: number): boolean {
  for (let at = cueAt - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined) return false;
    const gap = journal.text.slice(word.to, words[at + 1]?.from);
    if (/[;:.!?–—]/u.test(gap) || (gap.includes(',') && cueAt - at > 3)) return false;
    if (/^(?:so|but|and)$/u.test(word.lower) && FIRST_PERSON.has(words[at + 1]?.lower ?? '')) return false;
    if (REPORTING.has(word.lower)) return !/^(?:i|we|i've|also|just|keep)$/u.test(words[at - 1]?.lower ?? 'i');
  }
  return false;
}

function isSettled(
  journal: JournalText,
  sentence: JournalSentence,
  deed: number,
  next: JournalSentence | undefined,
): boolean {
  const from = sentence.words[deed]?.from ?? sentence.from;
  const rest = journal.text.slice(from, sentence.to).slice(0, 200);
  if (SETTLED.test(rest) && !/\balready (?:late|overdue|\d|two|three)|\bis already\b/iu.test(rest)) return true;
  return next !== undefined && /^(?:done|did it|did that|sorted|never ?mind|too late)\b/iu.test(next.text);
}

function weigh(kind: CueKind, isAction: boolean, dated: boolean, told: boolean): number {
  const base = kind === 'strong' ? 0.75 : kind === 'soft' ? 0.6 : kind === 'reminder' ? 0.9 : 0.3;
  return Math.min(0.98, base + (isAction ? 0.1 : 0) + (dated ? 0.1 : 0) - (told ? 0.25 : 0));
}

const PROMISING = /^(?:promised|promise|agreed|offered|volunteered|told|said|swore|owe)$/u;

/** "I promised Ana I'd send it", "told Gemma I'd cover her duty", "I've agreed to lead", "I owe Theo a fiver". */
function promiseAt(journal: JournalText, sentence: JournalSentence, at: number): TodoDraft | undefined {
  const { words } = sentence;
  const word = words[at];
  if (word === undefined || !PROMISING.test(word.lower)) return undefined;
  let subject = at - 1;
  while (
    subject >= 0 &&
    /^(?:have|already|also|just|sort|kind|of|even|then|and|so)$/u.test(words[subject]?.lower ?? '')
  )
    subject -= 1;
  const who = words[subject]?.lower;
  const gapBefore = subject < 0 ? '' : journal.text.slice(words[subject]?.to, words[subject + 1]?.from);
  const isMine = subject < 0 || FIRST_PERSON.has(who ?? '') || /[,.;:]/u.test(gapBefore);
  if (!isMine || /\b(?:always|every|never|used to)\b/iu.test(journal.text.slice(sentence.from, word.from)))
    return undefined;
  const first = FIRST_PERSON.has(who ?? '') ? subject : at;
  if (word.lower === 'owe') {
    if (/\b(?:owe|owe \p{L}+) (?:one|big|everything|so much|it|a lot|my life)\b/iu.test(sentence.text))
      return undefined;
    return { first, deed: at + 1, last: clauseEnd(journal, words, at), confidence: 0.6, prefix: 'Give' };
  }
  for (let k = at + 1; k <= Math.min(at + 6, words.length - 2); k += 1) {
    const link = words[k]?.lower ?? '';
    const isTo = link === 'to' && /^(?:promised|promise|agreed|offered|volunteered)$/u.test(word.lower);
    const isWould =
      /^(?:i'd|id|i'll|ill|we'd|we'll)$/u.test(link) ||
      (/^(?:i|we)$/u.test(link) && /^(?:will|would)$/u.test(words[k + 1]?.lower ?? ''));
    if (!isTo && !isWould) continue;
    const deed = /^(?:i|we)$/u.test(link) ? k + 2 : k + 1;
    const verb = words[deed]?.lower;
    if (verb === undefined || /^(?:stop|quit|never|not|be|rather|love|like|have|go)$/u.test(verb)) return undefined;
    if (isSettled(journal, sentence, deed, undefined)) return undefined;
    return { first, deed, last: promiseEnd(journal, words, deed), confidence: 0.8 };
  }
  return undefined;
}

/** "I'd think about it and let her know by Friday" is one promise. */
function promiseEnd(journal: JournalText, words: readonly Word[], deed: number): number {
  const end = clauseEnd(journal, words, deed);
  return words[end + 1]?.lower === 'and' && words[end + 2]?.lower === 'let' ? clauseEnd(journal, words, end + 2) : end;
}

/** "I still haven't called the dentist", offered when the sentence holds no plainer to-do. */
function undoneIn(journal: JournalText, sentence: JournalSentence): TodoDraft | undefined {
  const { words } = sentence;
  for (let at = 0; at < words.length - 1; at += 1) {
    const word = words[at];
    if (word === undefined || !/^(?:haven't|havent|not)$/u.test(word.lower) || journal.isQuoted(word.from)) continue;
    const before = words.slice(Math.max(0, at - 3), at).map((w) => w.lower);
    if (!before.includes('still') && !/\byet\b/iu.test(sentence.text)) continue;
    if (word.lower === 'not' && !before.includes('have')) continue;
    if (before.some((w) => /^(?:she|he|they|you|who)$/u.test(w)) || /\bsince\b|\?/u.test(sentence.text)) continue;
    const base = baseOfParticiple(words[at + 1]?.lower ?? '');
    if (base === undefined || !ACTION_VERBS.has(base)) continue;
    const me = before.findIndex((w) => FIRST_PERSON.has(w));
    const first = me === -1 ? at : at - before.length + me;
    const prefix = base.charAt(0).toUpperCase() + base.slice(1);
    return { first, deed: at + 2, last: clauseEnd(journal, words, at + 1), confidence: 0.6, prefix };
  }
  return undefined;
}
