import type { TextInsights } from '#contract/insights';
import { findEvents } from './find-events.ts';
import { findExpenses } from './find-expenses.ts';
import { findMood } from './find-mood.ts';
import { findPeople } from './find-people.ts';
import { findTodos } from './find-todos.ts';
import { findTopics } from './find-topics.ts';
import { type JournalContext, readJournal } from './journal-text.ts';

/**
 * What the built-in engine notices in a journal text: to-dos, events, expenses, people, topics, dates and mood. It needs
 * no key and no network, never throws, and takes time in proportion to the text, of which it reads the first
 * 60,000 characters. Each finding has the exact words it was seen in: `text.slice(from, to) === quote`.
 */
export function findInsights(text: string, context: JournalContext): TextInsights {
  const journal = readJournal(text, context);
  const people = findPeople(journal);
  const names = people.map((person) => person.name);
  const todos = findTodos(journal, names);
  const mood = findMood(journal);
  return {
    todos,
    events: findEvents(journal, todos),
    expenses: findExpenses(journal, todos),
    people,
    topics: findTopics(journal, names),
    dates: journal.sentences.flatMap((sentence) =>
      sentence.dates.map(({ from, to, start, end }) => ({
        from,
        to,
        quote: text.slice(from, to),
        start,
        ...(end && { end }),
      })),
    ),
    ...(mood && { mood }),
  };
}
