import { deferSearch, indexDeferred } from './deferred-search.ts';
import { type WriteHandle, preparedSql } from './handles.ts';

const configure = preparedSql<[string, number], never>(
  'INSERT INTO search_fts (search_fts, rank) VALUES (?, CAST(? AS INTEGER))',
);

/** No more segments of one level than these are merged at once, whatever is set: FTS5's own limit is 2,000. */
const NEVER_YET = 1_999;
/** More pages than any change writes: everything that waits is merged. */
const ALL_PAGES = 10_000_000;

/**
 * Has what is written from now on indexed all at once at the end, and its segments merged once; or indexes what waits and
 * leaves FTS5 as it is by itself (its documented defaults). Merging along the way writes the same words several times over,
 * and one large hash in memory is slower than small ones that the processor's cache holds. It is a setting of the file, so it
 * is changed back in the same transaction.
 */
export function indexInBulk(handle: WriteHandle, isBulk: boolean): void {
  if (isBulk) deferSearch(handle.sqlite);
  else indexDeferred(handle.sqlite);
  configure(handle).run('hashsize', isBulk ? 2 * 1024 * 1024 : 1024 * 1024);
  configure(handle).run('automerge', isBulk ? 0 : 4);
  configure(handle).run('crisismerge', isBulk ? NEVER_YET : 16);
  configure(handle).run('deletemerge', isBulk ? 0 : 10);
  if (!isBulk) configure(handle).run('merge', ALL_PAGES);
}
