import { type CommitFacts, type CommitWords, counted, quoted } from '#main/ledger/commit-words';

/** "Added “Dentist”", or "Added 1 event" where the change does not know its title. */
const told =
  (verb: string, table: 'event' | 'block' | 'calendar', column: 'title' | 'name' = 'title') =>
  (facts: CommitFacts): string => {
    const rows = facts.rows(table);
    // A change of a series touches its changed occurrences too: they are one thing as long as they have one name.
    const names = new Set(
      rows.map((row) => row.after[column] ?? row.before[column]).filter((name) => name !== undefined),
    );
    const [name] = names;
    return names.size === 1 && typeof name === 'string'
      ? `${verb} ${quoted(name)}`
      : `${verb} ${counted(Math.max(1, names.size), table)}`;
  };

export const calendarWords: CommitWords = {
  'calendar.createEvent': told('Added', 'event'),
  'calendar.updateEvent': told('Changed', 'event'),
  'calendar.moveEvent': told('Moved', 'event'),
  'calendar.duplicateEvent': told('Duplicated', 'event'),
  'calendar.removeEvent': told('Deleted', 'event'),
  'calendar.createBlock': told('Planned', 'block'),
  'calendar.moveBlock': told('Moved', 'block'),
  'calendar.pinBlock': (facts) => `${facts.rows('block')[0]?.after['pinned'] === 1 ? 'Pinned' : 'Unpinned'} 1 block`,
  'calendar.removeBlock': told('Removed', 'block'),
  'calendar.createCalendar': told('Added the calendar', 'calendar', 'name'),
  'calendar.updateCalendar': told('Changed', 'calendar', 'name'),
  'calendar.importIcs': (facts) => {
    const made = [
      ['event', 'event', 'events'],
      ['task', 'task', 'tasks'],
      ['entry', 'journal entry', 'journal entries'],
    ].flatMap(([table = '', one = '', many = '']) => {
      const count = facts.rows(table).length;
      return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
    });
    return `Imported ${made.length === 0 ? 'a calendar file' : made.join(', ')}`;
  },
  'calendar.subscribe': (facts) => `Subscribed to ${quoted(facts.rows('calendar')[0]?.after['name'])}`,
  'calendar.unsubscribe': (facts) => {
    const name = facts.rows('calendar')[0]?.before['name'];
    return `Ended the subscription${typeof name === 'string' ? ` to ${quoted(name)}` : ''}`;
  },
  'calendar.refresh': (facts) => `Brought in ${counted(facts.rows('event').length, 'event')} of a subscription`,
  'calendar.removeCalendar': (facts) => {
    const name = facts.rows('calendar')[0]?.before['name'];
    const events = facts.rows('event').length;
    return `Deleted the calendar ${quoted(name)}${events === 0 ? '' : ` with ${counted(events, 'event')}`}`;
  },
};
