import type { TextInsights } from '#contract/insights';
import { type Amount, amountsIn } from './amounts.ts';
import type { JournalSentence, JournalText } from './journal-text.ts';
import { CATEGORY_WORDS, NOT_SPENT, RATE_AFTER, SPENT } from './lexicon/spending.ts';
import type { Range } from './quotations.ts';
import { type Word, phraseAt } from './words.ts';

type FoundExpense = TextInsights['expenses'][number];

/** A sentence with more sums than this is a table. */
const MAX_SUMS = 12;

/** Money the writer has spent. Prices, debts, income, totals of what is already listed and what is still to pay are left out. */
export function findExpenses(journal: JournalText, todos: readonly Range[]): FoundExpense[] {
  const found: FoundExpense[] = [];
  for (const sentence of journal.sentences) {
    if (sentence.dreamt || sentence.box === 'open') continue;
    const amounts = amountsIn(sentence.text, sentence.from, journal.zone).slice(0, MAX_SUMS);
    let from = sentence.from;
    for (const [index, amount] of amounts.entries()) {
      const until = amounts[index + 1]?.from ?? sentence.to;
      const isOpen = todos.some((todo) => amount.from >= todo.from && amount.to <= todo.to);
      const expense = isOpen ? undefined : expenseAt(journal, sentence, amount, from, until);
      if (expense) found.push(expense);
      from = amount.to;
    }
  }
  return found;
}

function expenseAt(
  journal: JournalText,
  sentence: JournalSentence,
  amount: Amount,
  from: number,
  until: number,
): FoundExpense | undefined {
  if (journal.isQuoted(amount.from)) return undefined;
  const start = clauseStart(journal.text, from, amount.from);
  const end = clauseEnd(journal.text, amount.to, until);
  const before = journal.text.slice(start, amount.from);
  const clause = journal.text.slice(start, end);
  const after = journal.text.slice(amount.to, end);
  const context = contextOf(journal.text, sentence, start, end);
  if (NOT_SPENT.test(context) || RATE_AFTER.test(after)) return undefined;
  if (/^\s*(?:total|sum)\b|\bso\s*$|\bin total\b/iu.test(before) && isCounted(journal.text, sentence, amount))
    return undefined;
  const words = sentence.words.filter((word) => word.from >= start && word.to <= end);
  const isSpent =
    words.some((word) => SPENT.has(word.lower)) ||
    sentence.words.some((word) => /^(?:spent|paid|bought|cost)$/u.test(word.lower));
  const named = words.some((word) => /\p{L}{3}/u.test(word.text) && word.to <= amount.from);
  if (amount.bare && !isSpent && categoryOf(words, amount) === undefined) return undefined;
  if (!isSpent && !named && !/^\s*(?:on|for|to be|in|gone|\p{L}{3})/u.test(after)) return undefined;
  if (amount.bare && /\b(?:score|ran|at|chapter|version|page|room|around|until|before|by)\s*$/iu.test(before))
    return undefined;
  const category = categoryOf(words, amount) ?? categoryOf(sentence.words, amount);
  const quoteFrom = start + (before.length - before.trimStart().length);
  const quoteTo = named ? amount.to : start + clause.trimEnd().length;
  return {
    from: quoteFrom,
    to: quoteTo,
    quote: journal.text.slice(quoteFrom, quoteTo),
    title: titleOf(before, after),
    amount: amount.money,
    ...(category !== undefined && { category }),
  };
}

/** Without a stop, this much after a sum still speaks of it. */
const LONGEST_AFTER = 60;

/** What may say that money was not spent: the clause, with the one before it when it only adds to that. */
function contextOf(text: string, sentence: JournalSentence, start: number, end: number): string {
  const gap = text.slice(Math.max(sentence.from, start - 40), start);
  const isOwn = /\b(?:paid|spent|bought|gave|receipt|cost me)\b/iu.test(text.slice(start, end + 12));
  const joined = !isOwn && /(?:,|\()\s*$/u.test(gap) ? (/[^,;.(]*[,(]\s*$/u.exec(gap)?.[0] ?? '') : '';
  return joined + text.slice(start, Math.min(sentence.to, end + 12)).split(/[;.!?](?:\s|$)/u)[0];
}

/** Where the clause of an amount begins: after a stop, a dash, or a comma that parts it from another clause. */
function clauseStart(text: string, from: number, at: number): number {
  const before = text.slice(from, at);
  let cut = 0;
  for (const match of before.matchAll(
    /[;:!?(]\s|\.\s|\s[-–—]\s|,\s+(?=(?:and|but|so|then|plus|i|we|he|she|it|they)\b)|\b(?:and|plus|then)\s/giu,
  ))
    cut = match.index + match[0].length;
  const comma = before.lastIndexOf(', ');
  if (comma > cut && /\p{L}{3}.*\p{L}/u.test(before.slice(comma + 2))) cut = comma + 2;
  if (/^[\s,]*$/u.test(before.slice(cut)) && /,\s*$/u.test(before))
    cut = comma > 0 ? Math.max(0, before.slice(0, comma).lastIndexOf(', ')) : 0;
  if (before.slice(cut).startsWith(', ')) cut += 2;
  return from + cut + (/^[\s,)]*/u.exec(before.slice(cut))?.[0].length ?? 0);
}

function clauseEnd(text: string, at: number, until: number): number {
  const after = text.slice(at, until);
  const stop = /[;!?)]|[.,](?:\s|$)|\s[-–—]\s|\b(?:and|but|plus)\s/u.exec(after);
  return Math.min(stop ? at + stop.index : until, at + LONGEST_AFTER);
}

/** Whether the sentence or its list has the parts of this sum already. */
function isCounted(text: string, sentence: JournalSentence, amount: Amount): boolean {
  const before = text.slice(Math.max(0, sentence.from - 200), amount.from);
  return (before.match(/\d/gu)?.length ?? 0) >= 4 && /\btotal\s*$/iu.test(text.slice(sentence.from, amount.from));
}

function categoryOf(words: readonly Word[], amount: Amount): string | undefined {
  let nearest: { value: string; distance: number } | undefined;
  for (const [index, word] of words.entries()) {
    const found = phraseAt(CATEGORY_WORDS, words, index);
    if (!found) continue;
    const distance = word.to <= amount.from ? amount.from - word.to : (word.from - amount.to) * 1.5;
    if (!nearest || distance < nearest.distance) nearest = { value: found.value, distance };
  }
  return nearest?.value;
}

const NOT_A_TITLE =
  /^(?:(?:i|we|and|also|so|then|um|uh|did|just|only|spent|paid|bought|gave|was|were|for|on|a|an|the|some|got|total|another|my|at|tho|today|too|cost|came|to|of|this|me|plus|new)\b[\s,:]*)+/iu;
const TITLE_ENDS =
  /(?:[\s,:(]+(?:was|were|is|cost|costs|came|to|for|at|of|tho|me|about|around|it|on|paid))*[\s,:(–—-]*$/iu;

/** What the money was for: the words before the sum, or else those after it. */
function titleOf(before: string, after: string): string {
  const title = before.replace(NOT_A_TITLE, '').replace(TITLE_ENDS, '').trim();
  const other = after.replace(/^[\s,.)]*(?:(?:on|for|to|in|this|a|an|the)\s+)*/iu, '').trim();
  const chosen = (/\p{L}{2}/u.test(title) && !/^\s*(?:on|for)\s/u.test(after) ? title : other)
    .replaceAll(/\s+/gu, ' ')
    .slice(0, 80);
  return chosen === '' ? 'Expense' : chosen.charAt(0).toUpperCase() + chosen.slice(1);
}
