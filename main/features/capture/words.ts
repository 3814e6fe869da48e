import { type CommitWords, counted, quoted } from '#main/ledger/commit-words';
import { firstLine } from './file-text.ts';

const NOUNS = { event: 'event', task: 'task', expense: 'expense', entry: 'journal entry' } as const;

export const captureWords: CommitWords = {
  /** "Filed “Lunch with Ana”", or "Filed 1 event, 2 tasks". The journal lines of one text are one entry. */
  'capture.file'(facts) {
    const made = Object.entries(NOUNS).map(([table, noun]) => ({ noun, rows: facts.rows(table) }));
    const [only, ...others] = made.flatMap(({ rows }) => rows);
    const name = only?.after['title'] ?? only?.after['note'] ?? only?.after['body'];
    if (others.length === 0 && typeof name === 'string') return `Filed ${quoted(firstLine(name))}`;
    const counts = made.filter(({ rows }) => rows.length > 0).map(({ noun, rows }) => counted(rows.length, noun));
    return `Filed ${counts.join(', ')}`;
  },
};
