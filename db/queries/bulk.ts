import { type WriteHandle, preparedSql } from '../store/handles.ts';

const configure = preparedSql<[string, number], never>(
  'INSERT INTO search_fts (search_fts, rank) VALUES (?, CAST(? AS INTEGER))',
);

/**
 * Has FTS5 gather many rows before it writes a segment, and leave merging for later; or as it is by itself (its documented
 * defaults). It is a setting of the file, so it is changed back in the same transaction.
 */
export function indexInBulk(handle: WriteHandle, isBulk: boolean): void {
  configure(handle).run('hashsize', isBulk ? 64 * 1024 * 1024 : 1024 * 1024);
  configure(handle).run('automerge', isBulk ? 0 : 4);
}
