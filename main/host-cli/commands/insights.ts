import type { TextInsights } from '#contract/insights';
import { findInsights } from '#main/domain/insights/find-insights';
import { momentOf } from '../moment.ts';
import { MOMENT, MOMENT_HELP, pureCommand, textOf } from '../pure-command.ts';

/** The findings in the command line's shape: names as plain texts, the mood's evidence as its words. */
function shapeOf({ todos, events, expenses, people, topics, dates, mood }: TextInsights) {
  return {
    todos,
    events,
    expenses,
    people: people.map(({ name }) => name),
    topics: topics.map(({ name }) => name),
    dates,
    mood: mood
      ? { label: mood.label, score: mood.score, ...(mood.evidence ? { evidence: mood.evidence.quote } : {}) }
      : null,
  };
}

/** `braindump insights`: what the built-in engine finds in a text. */
export const insights = pureCommand({
  usage: 'insights [TEXT] [--now INSTANT] [--zone ZONE] [--json | --jsonl]',
  help: `Shows what the built-in engine finds in a journal text, and writes nothing. Without TEXT it reads standard input.

${MOMENT_HELP}`,
  options: MOMENT,
  question: async ({ positionals, values }) => ({ text: await textOf(positionals), ...values }),
  answer: (question) => shapeOf(findInsights(question.text('text'), momentOf(question))),
  words({ todos, events, expenses, people, topics, mood }) {
    const lines = [
      ...todos.map((todo) => `To do    ${todo.title}${todo.due ? ` (${todo.due.local.slice(0, 10)})` : ''}`),
      ...events.map((event) => `Event    ${event.title}${event.start ? ` (${event.start.local.slice(0, 10)})` : ''}`),
      ...expenses.map((expense) => `Expense  ${expense.quote}`),
      ...(people.length > 0 ? [`People   ${people.join(', ')}`] : []),
      ...(topics.length > 0 ? [`Topics   ${topics.join(', ')}`] : []),
      ...(mood ? [`Mood     ${mood.label}${mood.evidence ? `: ${mood.evidence}` : ''}`] : []),
    ];
    return lines.length === 0 ? 'Nothing was found.' : lines.join('\n');
  },
});
