import { type ReadHandle, preparedSql } from '../store/handles.ts';
import { nameKey } from '../store/entry-names.ts';

export type NameKindRow = 'link' | 'tag' | 'person';

/** A name and how often it is mentioned. */
export interface NameTotal {
  readonly kind: NameKindRow;
  readonly name: string;
  readonly mentions: number;
}

/** An entry that mentions a name. */
export interface MentioningEntry {
  readonly entryId: string;
  readonly day: string;
  readonly atMs: number;
  readonly body: string;
  readonly mentions: number;
  /** Of the first mention, as UTF-16 offsets. */
  readonly fromAt: number;
  readonly toAt: number;
}

/** Where a list of mentions goes on. */
export interface MentionCursor {
  readonly atMs: number;
  readonly entryId: string;
}

const totalsSql = preparedSql<{ kinds: string; key: string; limit: number }, NameTotal>(
  `SELECT kind, name, mentions FROM entry_name_total
   WHERE kind IN (SELECT value FROM json_each(@kinds)) AND instr(name_key, @key) > 0
   ORDER BY substr(name_key, 1, length(@key)) <> @key, mentions DESC, name_key LIMIT @limit`,
);
const entriesSql = preparedSql<
  { kind: NameKindRow; key: string; atMs: number; entryId: string; limit: number },
  MentioningEntry
>(
  `SELECT n.entry_id AS entryId, e.day, n.at_ms AS atMs, e.body, n.mentions, n.from_at AS fromAt, n.to_at AS toAt
   FROM (SELECT entry_id, at_ms, count(*) AS mentions, min(from_at) AS from_at, to_at FROM entry_name
         WHERE kind = @kind AND name_key = @key AND (at_ms, entry_id) < (@atMs, @entryId)
         GROUP BY at_ms, entry_id ORDER BY at_ms DESC, entry_id DESC LIMIT @limit) n
   JOIN entry e ON e.id = n.entry_id ORDER BY n.at_ms DESC, n.entry_id DESC`,
);
const aboutSql = preparedSql<
  { kinds: string; key: string },
  { mentions: number; entries: number; firstMs: number | null; lastMs: number | null }
>(
  `SELECT count(*) AS mentions, count(DISTINCT entry_id) AS entries, min(at_ms) AS firstMs, max(at_ms) AS lastMs FROM entry_name
   WHERE kind IN (SELECT value FROM json_each(@kinds)) AND name_key = @key`,
);
const dayAtSql = preparedSql<{ kinds: string; key: string; atMs: number }, { day: string }>(
  `SELECT e.day FROM entry_name n JOIN entry e ON e.id = n.entry_id
   WHERE n.kind IN (SELECT value FROM json_each(@kinds)) AND n.name_key = @key AND n.at_ms = @atMs LIMIT 1`,
);
const placesSql = preparedSql<
  { kinds: string; key: string },
  { entryId: string; kind: NameKindRow; fromAt: number; toAt: number }
>(
  `SELECT entry_id AS entryId, kind, from_at AS fromAt, to_at AS toAt FROM entry_name
   WHERE kind IN (SELECT value FROM json_each(@kinds)) AND name_key = @key ORDER BY at_ms, entry_id, from_at`,
);
const mentionsSql = preparedSql<{ kinds: string; key: string; entryId: string }, { found: number }>(
  `SELECT EXISTS (SELECT 1 FROM entry_name
   WHERE entry_id = @entryId AND name_key = @key AND kind IN (SELECT value FROM json_each(@kinds))) AS found`,
);

/** After every mention. */
export const NEWEST_MENTION: MentionCursor = { atMs: Number.MAX_SAFE_INTEGER, entryId: '~' };

/** Names that hold the query, those begun with it first, then the ones mentioned most. */
export const namesHolding = (
  handle: ReadHandle,
  kinds: readonly NameKindRow[],
  query: string,
  limit: number,
): NameTotal[] => totalsSql(handle).all({ kinds: JSON.stringify(kinds), key: nameKey(query), limit });

/** Entries that mention a name, newest first. */
export function entriesMentioning(
  handle: ReadHandle,
  kinds: readonly NameKindRow[],
  name: string,
  before: MentionCursor,
  limit: number,
): MentioningEntry[] {
  // Each kind in the order of its index; sorting all mentions of a name would read every one of them.
  const found = kinds.flatMap((kind) => entriesSql(handle).all({ kind, key: nameKey(name), ...before, limit }));
  const byEntry = new Map<string, MentioningEntry>();
  for (const row of found) {
    const other = byEntry.get(row.entryId);
    const first = other && other.fromAt < row.fromAt ? other : row;
    byEntry.set(row.entryId, { ...first, mentions: row.mentions + (other?.mentions ?? 0) });
  }
  return [...byEntry.values()]
    .toSorted((one, other) => other.atMs - one.atMs || (one.entryId < other.entryId ? 1 : -1))
    .slice(0, limit);
}

/** How often and when a name is mentioned. */
export function aboutName(handle: ReadHandle, kinds: readonly NameKindRow[], name: string) {
  const asked = { kinds: JSON.stringify(kinds), key: nameKey(name) };
  const { mentions, entries, firstMs, lastMs } = aboutSql(handle).get(asked)!;
  const dayAt = (atMs: number | null): string | null =>
    atMs === null ? null : (dayAtSql(handle).get({ ...asked, atMs })?.day ?? null);
  return { mentions, entries, firstDay: dayAt(firstMs), lastDay: dayAt(lastMs) };
}

/** Every place of a name, entry by entry, in the order of the text. */
export const placesOfName = (handle: ReadHandle, kinds: readonly NameKindRow[], name: string) =>
  placesSql(handle).all({ kinds: JSON.stringify(kinds), key: nameKey(name) });

export const isMentionedIn = (
  handle: ReadHandle,
  kinds: readonly NameKindRow[],
  name: string,
  entryId: string,
): boolean => mentionsSql(handle).get({ kinds: JSON.stringify(kinds), key: nameKey(name), entryId })?.found === 1;
