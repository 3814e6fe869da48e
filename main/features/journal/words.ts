import type { CommitFacts, CommitWords } from '#main/ledger/commit-words';
import { counted, quoted } from '#main/ledger/commit-words';
import { firstLineOf } from './entry-text.ts';

/** "Wrote “Less narrator in the whale room”"; of an edit only the stretch that changed is known, and it is named. */
const told =
  (verb: string) =>
  ({ rows }: CommitFacts): string => {
    const row = rows('entry')[0];
    const body = row?.after['body'] ?? row?.before['body'];
    const text = typeof body === 'string' ? firstLineOf(body) : '';
    return text === '' ? `${verb} an entry` : `${verb} ${quoted(text)}`;
  };

/** The words of the stretch that a change of a long text kept, on one line. */
function stretchOf(value: unknown): string {
  const text: unknown = Array.isArray(value) ? value[1] : undefined;
  return typeof text === 'string' ? text.replace(/\s+/gu, ' ').trim() : '';
}

const MOODS = ['low', 'tense', 'even', 'light', 'bright'];

export const journalWords: CommitWords = {
  'journal.write'(facts) {
    const row = facts.rows('entry')[0];
    if (row?.op === 'insert') return told('Wrote')(facts);
    const added = stretchOf(row?.after['body']);
    if (added !== '') return `Wrote on: ${quoted(added)}`;
    const taken = stretchOf(row?.before['body']);
    return taken === '' ? 'Changed an entry' : `Took out ${quoted(taken)}`;
  },
  'journal.setMood'({ rows }) {
    const mood = rows('entry')[0]?.after['mood'];
    return typeof mood === 'number' ? `Set the mood to ${MOODS[mood - 1]}` : 'Took the mood away';
  },
  'journal.moveToDay'({ rows }) {
    const day = rows('entry')[0]?.after['day'];
    return `Moved an entry to ${typeof day === 'string' ? day : 'another day'}`;
  },
  'journal.remove': told('Deleted'),
  'journal.rename'({ rows }) {
    return `Renamed a name in ${counted(new Set(rows('entry').map(({ id }) => id)).size, 'journal page')}`;
  },
  'journal.restore': told('Went back to an earlier version of'),
};
