import type { FoundTodo } from '#contract/insights';
import { clauseEnd, hasObject, isTitleCased } from './clause.ts';
import { dueOf } from './due.ts';
import type { JournalSentence, JournalText } from './journal-text.ts';
import { isClosedLead, isListLead } from './leads.ts';
import { ACTION_VERBS } from './lexicon/verbs.ts';
import { cuesIn } from './todo-cues.ts';
import { demandsIn } from './todo-demands.ts';
import type { TodoDraft } from './todo-draft.ts';
import { imperativesIn } from './todo-imperatives.ts';
import { titleOf } from './todo-title.ts';

/** Fewer signs than this and the words are not offered. */
const MIN_CONFIDENCE = 0.4;

/**
 * The things the writer has still to do, in the order of the text. Quotations of two never overlap.
 *
 * @param people names found in the text, to say whom a to-do concerns
 */
export function findTodos(journal: JournalText, people: readonly string[]): FoundTodo[] {
  const found: FoundTodo[] = [];
  let lead: JournalSentence | undefined;
  let isClosed = false;
  for (const [index, sentence] of journal.sentences.entries()) {
    const previous = journal.sentences[index - 1];
    if (sentence.kind !== 'item') {
      lead = undefined;
      isClosed = isClosedLead(sentence, journal.sentences[index + 1]);
    } else if (isClosed && sentence.box === undefined) continue;
    const next = journal.sentences[index + 1];
    if (isListLead(sentence, next)) lead = sentence;
    if (sentence.dreamt || sentence.box === 'done' || sentence.text.startsWith('~~')) continue;
    const drafts = draftsIn(journal, sentence, lead, next).filter((draft) => isOffered(journal, sentence, draft));
    for (const [order, draft] of drafts.entries()) {
      const { from, to } = placeOf(sentence, draft);
      const quote = journal.text.slice(from, to);
      const before = drafts[order + 1];
      const after = drafts[order - 1];
      const due = dueOf(journal, draft, {
        sentence,
        previous,
        next,
        lead,
        after: after ? placeOf(sentence, after).to : sentence.from,
        before: before ? placeOf(sentence, before).from : sentence.to,
      });
      const person = personOf(journal, people, from, to);
      found.push({
        from,
        to,
        quote,
        title: titleOf(journal, sentence, draft),
        confidence: Math.round(draft.confidence * 100) / 100,
        ...(due && { due }),
        ...(person !== undefined && { person }),
      });
    }
  }
  return found;
}

function draftsIn(
  journal: JournalText,
  sentence: JournalSentence,
  lead: JournalSentence | undefined,
  next: JournalSentence | undefined,
): TodoDraft[] {
  if (sentence.kind === 'item' && (sentence.box === 'open' || lead !== undefined)) {
    const item = itemDraft(sentence, sentence.box === 'open');
    if (item) return [item];
  }
  if (sentence.kind === 'heading') return [];
  const drafts: TodoDraft[] = [];
  for (const candidate of [
    ...cuesIn(journal, sentence, next),
    ...imperativesIn(journal, sentence),
    ...demandsIn(journal, sentence),
  ]) {
    const clash = drafts.some((draft) => candidate.first <= draft.last && draft.first <= candidate.last);
    if (!clash) drafts.push(candidate);
  }
  const chained = drafts.flatMap((draft) => [draft, ...chainOf(journal, sentence, draft, drafts)]);
  return chained.sort((a, b) => a.first - b.first);
}

/** A line of a to-do list: all of it, unless it is an appointment or says that it is not to be done. */
function itemDraft(sentence: JournalSentence, boxed: boolean): TodoDraft | undefined {
  const { words } = sentence;
  const first = words[0];
  if (first === undefined || /^(?:not|no|done|never|don't)$/u.test(first.lower)) return undefined;
  const isDeed = ACTION_VERBS.has(first.lower);
  if (!boxed && !isDeed) {
    if (/\b(?:will|does|is|are|has|he|she|they|we'll|done (?!by))\b/iu.test(sentence.text)) return undefined;
    if (/\b(?:lunch|dinner|meeting|coffee|drinks|breakfast|call|appointment)\b.*\d/iu.test(sentence.text))
      return undefined;
  }
  return { first: 0, deed: 0, last: words.length - 1, confidence: boxed ? 0.95 : isDeed ? 0.8 : 0.6 };
}

/** "..., and ring the clinic": bare deeds that go on after a to-do share its "I have to". */
function chainOf(
  journal: JournalText,
  sentence: JournalSentence,
  draft: TodoDraft,
  taken: readonly TodoDraft[],
): TodoDraft[] {
  const { words } = sentence;
  const more: TodoDraft[] = [];
  for (let at = draft.last + 1; at < words.length;) {
    const before = words[at - 1];
    const word = words[at];
    if (before === undefined || word === undefined) break;
    const gap = journal.text.slice(before.to, word.from);
    if (/[.;!?()]/u.test(gap)) break;
    const joined = /^(?:and|then|also|plus)$/u.test(word.lower);
    let deed = at;
    while (/^(?:and|then|also|plus|to)$/u.test(words[deed]?.lower ?? '')) deed += 1;
    if (!joined && !gap.includes(',')) {
      at += 1;
      continue;
    }
    const verb = words[deed];
    if (
      verb === undefined ||
      !ACTION_VERBS.has(verb.lower) ||
      !hasObject(journal, words, deed) ||
      isTitleCased(words, deed)
    )
      break;
    if (taken.some((other) => deed >= other.first && deed <= other.last)) break;
    const last = clauseEnd(journal, words, deed);
    more.push({ first: deed, deed, last, confidence: Math.max(MIN_CONFIDENCE, draft.confidence - 0.1) });
    at = last + 1;
  }
  return more;
}

function isOffered(journal: JournalText, sentence: JournalSentence, draft: TodoDraft): boolean {
  const first = sentence.words[draft.first];
  return draft.confidence >= MIN_CONFIDENCE && first !== undefined && !journal.isQuoted(first.from);
}

function placeOf(sentence: JournalSentence, draft: TodoDraft): { from: number; to: number } {
  return {
    from: sentence.words[draft.first]?.from ?? sentence.from,
    to: sentence.words[draft.last]?.to ?? sentence.to,
  };
}

/** A pronoun looks back this far for the person it stands for. */
const PRONOUN_REACH = 250;

/** The first person named in a to-do, else the one its "her" or "him" stands for: who was named last before it. */
function personOf(journal: JournalText, people: readonly string[], from: number, to: number): string | undefined {
  const quote = journal.text.slice(from, to);
  let named: { name: string; at: number } | undefined;
  for (const name of people) {
    const at = quote.search(nameIn(name));
    if (at === -1 || /\b(?:before|until|when|after|if|that|because)\s$/iu.test(quote.slice(0, at))) continue;
    if (at < (named?.at ?? Infinity)) named = { name, at };
  }
  if (named || !/\b(?:her|him|his)\b/iu.test(quote)) return named?.name;
  const before = journal.text.slice(Math.max(0, from - PRONOUN_REACH), from);
  let last: { name: string; at: number } | undefined;
  for (const name of people) {
    const at = before.lastIndexOf(name);
    if (at > (last?.at ?? -1)) last = { name, at };
  }
  return last && !ROLE.test(before.slice(last.at)) ? last.name : undefined;
}

/** Somebody without a name came between: "my father ... call him". */
const ROLE =
  /\b(?:my|our|his|her|the) (?:\p{L}+ )?(?:mother|father|sister|brother|son|daughter|husband|wife|boss|landlord|landlady|doctor|dentist|teacher|neighbour|neighbor|friend|dog|cat|baby)\b/iu;

function nameIn(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?!['’]|[\\p{L}\\p{N}])`, 'u');
}

function escaped(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
