import type { SavedSearch } from '#contract/search';
import { lastPlace } from '#db/queries/places';
import {
  allSavedSearches,
  deleteSavedSearch,
  insertSavedSearch,
  savedSearchNamed,
  updateSavedSearch,
} from '#db/queries/saved-searches';
import type { ReadHandle } from '#db/store/handles';
import type { CommitWords } from '#main/ledger/commit-words';
import { quoted } from '#main/ledger/commit-words';
import type { LedgerTx } from '#main/ledger/ledger';
import { Refusal } from '../refusal.ts';

/** In the order in which they were made. */
export const savedInOrder = (handle: ReadHandle): SavedSearch[] =>
  allSavedSearches(handle).map(({ id, name, query }) => ({ id, name, query }));

function requireFreeName(tx: LedgerTx, name: string, id?: string): void {
  const taken = savedSearchNamed(tx, name);
  if (taken && taken.id !== id) throw new Refusal('NAME_TAKEN');
}

/** @throws Refusal NAME_TAKEN */
export function saveSearch(tx: LedgerTx, { name, query }: Omit<SavedSearch, 'id'>): SavedSearch {
  requireFreeName(tx, name);
  const id = tx.newId();
  insertSavedSearch(tx, { id, name, query, position: lastPlace(tx, 'saved_search'), createdAtMs: tx.nowMs });
  tx.emit({ type: 'search.saved', version: 1, payload: { searchId: id } });
  return { id, name, query };
}

/** @throws Refusal NAME_TAKEN, NOT_FOUND */
export function changeSaved(
  tx: LedgerTx,
  { id, name, query }: { id: string; name?: string | undefined; query?: string | undefined },
): SavedSearch {
  const saved = savedInOrder(tx).find((one) => one.id === id);
  if (!saved) throw new Refusal('NOT_FOUND', { what: 'saved search' });
  if (name !== undefined) requireFreeName(tx, name, id);
  const changed = { name: name ?? saved.name, query: query ?? saved.query };
  updateSavedSearch(tx, id, changed);
  return { id, ...changed };
}

/** @throws Refusal NOT_FOUND */
export function removeSaved(tx: LedgerTx, id: string): void {
  if (deleteSavedSearch(tx, id) === 0) throw new Refusal('NOT_FOUND', { what: 'saved search' });
  tx.emit({ type: 'search.unsaved', version: 1, payload: { searchId: id } });
}

export const searchWords: CommitWords = {
  'search.save': ({ rows }) => `Saved the search ${quoted(rows('saved_search')[0]?.after['name'])}`,
  'search.updateSaved'({ rows }) {
    const row = rows('saved_search')[0];
    return typeof row?.after['name'] === 'string'
      ? `Renamed the saved search ${quoted(row.before['name'])} to ${quoted(row.after['name'])}`
      : 'Changed a saved search';
  },
  'search.removeSaved': ({ rows }) => `Deleted the saved search ${quoted(rows('saved_search')[0]?.before['name'])}`,
};
