import { offsetWords } from '#main/domain/reminders/words';
import { type CommitFacts, type CommitWords, counted, quoted } from '#main/ledger/commit-words';

/** "of “Dentist”", where it can be known. */
function ofWhat(facts: CommitFacts): string {
  const row = facts.rows('reminder')[0];
  const values = { ...row?.before, ...row?.after };
  const taskId = values['task_id'];
  const eventId = values['event_id'];
  const name =
    typeof taskId === 'string'
      ? facts.nameOf('task', taskId)
      : typeof eventId === 'string'
        ? facts.nameOf('event', eventId)
        : null;
  return name === null ? '' : ` of ${quoted(name)}`;
}

function when(facts: CommitFacts): string {
  const row = facts.rows('reminder')[0];
  const offset = row?.after['offset_min'];
  if (typeof offset !== 'number') return '';
  const words = offsetWords(offset);
  return `, ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

const count = (facts: CommitFacts): string => counted(Math.max(1, facts.rows('reminder_answer').length), 'reminder');

export const remindersWords: CommitWords = {
  'reminders.add': (facts) => `Set a reminder${ofWhat(facts)}${when(facts)}`,
  'reminders.change': (facts) => `Changed a reminder${ofWhat(facts)}${when(facts)}`,
  'reminders.remove': (facts) => `Removed a reminder${ofWhat(facts)}`,
  'reminders.snooze': (facts) => `Put off ${count(facts)}`,
  'reminders.dismiss': (facts) => `Cleared ${count(facts)}`,
  'reminders.saveEmail': () => 'Set where reminders are mailed',
  'reminders.removeEmail': () => 'Ended reminders by e-mail',
  'reminders.done': (facts) => {
    const tasks = facts.rows('task');
    const [first] = tasks;
    const name = first && tasks.length === 1 ? facts.nameOf('task', first.id) : null;
    return name !== null && name !== undefined
      ? `Completed ${quoted(name)} from a reminder`
      : `Completed ${counted(tasks.length, 'task')} from reminders`;
  },
};
