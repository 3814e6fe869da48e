import { type CommitWords, counted } from '#main/ledger/commit-words';

export const importsWords: CommitWords = {
  'imports.run'({ rows }) {
    const made = (table: string): number => rows(table).filter((row) => row.op === 'insert').length;
    const parts = [
      ['entry', 'entry', 'entries'],
      ['task', 'task', 'tasks'],
      ['event', 'event', 'events'],
    ].flatMap(([table, one, many]) => {
      const count = made(table!);
      return count === 0 ? [] : [`${count.toLocaleString('en')} ${count === 1 ? one : many}`];
    });
    const updated = rows('import_item').filter((row) => row.op === 'update').length;
    if (parts.length === 0) return `Brought ${counted(updated, 'imported thing')} up to date`;
    return `Imported ${parts.join(' and ')}`;
  },
};
