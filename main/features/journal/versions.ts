import type { DeletedEntry, Entry, EntryVersion } from '#contract/journal';
import { changesOfEntry, deletedEntries } from '#db/queries/entry-versions';
import { entryById, insertEntry } from '#db/queries/journal';
import type { ReadHandle } from '#db/store/handles';
import { type TextCut, applyCut } from '#db/store/text-cut';
import type { LedgerTx } from '#main/ledger/ledger';
import { Refusal } from '../refusal.ts';
import { settleBoxes } from './boxes.ts';
import { writeEntry } from './commands.ts';
import { countWords, firstLineOf, wordsOf } from './entry-text.ts';
import { readEntry } from './read-journal.ts';

type Row = Readonly<Record<string, unknown>>;

interface Version extends EntryVersion {
  readonly body: string;
  /** The row as it was, its text apart. */
  readonly row: Row;
}

/** Every text an entry ever had, oldest first, from what the ledger kept of each change. */
function versionsOf(handle: ReadHandle, id: string): Version[] {
  const versions: Version[] = [];
  let body = '';
  let row: Row = {};
  for (const change of changesOfEntry(handle, id)) {
    const before = JSON.parse(change.before ?? '{}') as Row;
    const after = JSON.parse(change.after ?? '{}') as Row;
    const was = body;
    if (change.op === 'delete') body = '';
    else if (change.op === 'insert') body = String(after['body']);
    else if (Array.isArray(after['body'])) {
      const next = applyCut(body, before['body'] as TextCut, after['body'] as unknown as TextCut);
      // A ledger that does not fit together is told by history.verify; here what can be read is shown.
      if (next === null) continue;
      body = next;
    }
    row = change.op === 'delete' ? before : { ...row, ...after };
    if (change.op === 'update' && body === was) continue;
    const { seq, atMs, command } = change;
    const version = { seq, atMs, command, isDeleted: change.op === 'delete', ...wordChange(was, body), body, row };
    // Several changes of one commit are one version.
    if (versions.at(-1)?.seq === seq) versions.pop();
    versions.push({ ...version, words: countWords(body) });
  }
  return versions;
}

/** How many words came and went, wherever they stand. */
function wordChange(before: string, after: string): { added: number; removed: number } {
  let [start, tail] = [0, 0];
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail += 1;
  // Whole words: back to the space before and on to the one behind.
  while (start > 0 && /\S/u.test(before.charAt(start - 1))) start -= 1;
  while (tail > 0 && /\S/u.test(before.charAt(before.length - tail))) tail -= 1;
  const counts = new Map<string, number>();
  for (const word of wordsOf(after.slice(start, after.length - tail))) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of wordsOf(before.slice(start, before.length - tail))) counts.set(word, (counts.get(word) ?? 0) - 1);
  let [added, removed] = [0, 0];
  for (const count of counts.values()) {
    added += Math.max(0, count);
    removed += Math.max(0, -count);
  }
  return { added, removed };
}

/** The versions of an entry, newest first. @throws Refusal NOT_FOUND when there never was such an entry */
export function readVersions(handle: ReadHandle, id: string): EntryVersion[] {
  const versions = versionsOf(handle, id);
  if (versions.length === 0) throw new Refusal('NOT_FOUND', { what: 'entry' });
  return versions.toReversed().map(({ body: _body, row: _row, ...version }) => version);
}

/** The text of a version and of the one before it. @throws Refusal NOT_FOUND */
export function readVersion(handle: ReadHandle, id: string, seq: number): { body: string; before: string } {
  const versions = versionsOf(handle, id);
  const at = versions.findIndex((version) => version.seq === seq);
  if (at < 0) throw new Refusal('NOT_FOUND', { what: 'version' });
  return { body: versions[at]!.body, before: versions[at - 1]?.body ?? '' };
}

/** Makes an old text the entry's text again; an entry that is gone comes back on its day. @throws Refusal NOT_FOUND */
export function restoreVersion(tx: LedgerTx, id: string, seq: number, zone: string): Entry {
  const versions = versionsOf(tx, id);
  const at = versions.findIndex((version) => version.seq === seq);
  // What a deletion left is nothing: the text before it is meant.
  const version = versions[at]?.isDeleted === true ? versions[at - 1] : versions[at];
  if (!version) throw new Refusal('NOT_FOUND', { what: 'version' });
  const { body, row } = version;
  const standing = entryById(tx, id);
  if (standing) return writeEntry(tx, { id, day: standing.day, body, zone }, standing.atMs)!;
  const last = versions.at(-1)!.row;
  const [day, atMs] = [String(last['day'] ?? row['day']), Number(last['at_ms'] ?? row['at_ms'])];
  insertEntry(tx, {
    id,
    day,
    mood: typeof last['mood'] === 'number' ? last['mood'] : null,
    atMs,
    body: settleBoxes(tx, { entryId: id, before: '', body, atMs, zone, seenMs: undefined }),
    wordCount: countWords(body),
    createdAtMs: Number(row['created_at_ms']),
    updatedAtMs: tx.nowMs,
  });
  tx.emit({ type: 'entry.created', version: 1, payload: { entryId: id, day } });
  return readEntry(tx, id)!;
}

/** Entries of a day that were deleted, each with its first line. */
export const readDeleted = (handle: ReadHandle, day: string): DeletedEntry[] =>
  deletedEntries(handle, day).map(({ body, ...entry }) => ({ ...entry, firstLine: firstLineOf(body) }));
