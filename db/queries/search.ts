import type { SearchKind } from '#contract/search';
import { getTableName } from 'drizzle-orm';
import { ledgeredTables } from '../schema/index.ts';
import { type ReadHandle, preparedSql } from '../store/handles.ts';
import type { SqlCondition } from './query-sql.ts';
import type { MatchTerms } from './search-terms.ts';

/** A found thing. */
export interface FoundDoc {
  /** Its place in the index; later things have greater ones. */
  readonly docid: number;
  readonly kind: SearchKind;
  readonly ref: string;
}

/** What is scored of a thing. */
export interface SourceText {
  readonly docid: number;
  readonly title: string;
  /** At most {@link CLIP_LENGTH} code points of it. */
  readonly body: string;
  /** How many tokens the index holds of it. */
  readonly tokens: number;
}

/** What is shown of a found thing. */
export interface SourceRow extends FoundDoc {
  readonly title: string;
  /** At most {@link CLIP_LENGTH} code points of it. */
  readonly body: string;
  readonly atMs: number;
  readonly day: string | null;
}

/** The beginning of a text, which is enough to score it and mostly to show it. */
export const CLIP_LENGTH = 20_000;

/** What a hit of each kind needs beyond what its table says of search: the day it belongs to, as SQL. */
const DAY_OF_KIND: Readonly<Record<SearchKind, string>> = {
  entry: 'source.day',
  task: 'coalesce(source.due_day, source.do_day)',
  event: 'substr(source.start_local, 1, 10)',
  expense: 'source.day',
  project: 'source.due_day',
  session: `date(source.started_at_ms / 1000, 'unixepoch')`,
};

const clipOf = (column: string): string => `substr(${column}, 1, ${CLIP_LENGTH})`;
const among = 'd.docid IN (SELECT value FROM json_each(?))';

const isKind = (kind: string): kind is SearchKind => Object.hasOwn(DAY_OF_KIND, kind);

const sources = Object.fromEntries(
  ledgeredTables.flatMap(({ table, search }) => {
    if (!search || !isKind(search.kind)) return [];
    const column = (name: string | undefined): string => (name === undefined ? `''` : `source."${name}"`);
    const from = `FROM search_doc d JOIN "${getTableName(table)}" source ON source.id = d.ref`;
    return [
      [
        search.kind,
        {
          texts: preparedSql<[string], { docid: number; title: string; body: string; size: Buffer }>(
            `SELECT d.docid, ${column(search.title?.name)} AS title, ${clipOf(column(search.body?.name))} AS body, z.sz AS size
             ${from} JOIN search_fts_docsize z ON z.id = d.docid WHERE ${among}`,
          ),
          rows: preparedSql<[string], SourceRow>(
            `SELECT d.docid, d.kind, d.ref, ${column(search.title?.name)} AS title, ${clipOf(column(search.body?.name))} AS body,
               source."${search.atMs.name}" AS atMs, ${DAY_OF_KIND[search.kind]} AS day
             ${from} WHERE ${among}`,
          ),
          body: preparedSql<[number], { body: string }>(
            `SELECT ${column(search.body?.name)} AS body ${from} WHERE d.docid = ?`,
          ),
        },
      ],
    ];
  }),
);

// better-sqlite3 binds integers beyond 32 bits as reals, and FTS5 does not stop at a bound that is real.
const FROM = 'CAST(@from AS INTEGER)';
const TO = 'CAST(@to AS INTEGER)';

const newestSql = preparedSql<{ match: string; from: number; to: number; limit: number }, { docid: number }>(
  `SELECT rowid AS docid FROM search_fts WHERE search_fts MATCH @match AND rowid >= ${FROM} AND rowid < ${TO}
   ORDER BY rowid DESC LIMIT @limit`,
);
/** The same of what a condition on `d`, its row in search_doc, is true of. */
const newestWhere = ({ sql }: SqlCondition): string =>
  `SELECT d.docid FROM search_fts f CROSS JOIN search_doc d ON d.docid = f.rowid
   WHERE f.search_fts MATCH @match AND f.rowid >= ${FROM} AND f.rowid < ${TO} AND ${sql} ORDER BY f.rowid DESC LIMIT @limit`;
const nthDocSql = preparedSql<{ to: number; skip: number }, { docid: number }>(
  'SELECT docid FROM search_doc WHERE docid < @to ORDER BY docid DESC LIMIT 1 OFFSET @skip',
);
const docsSql = preparedSql<[string], FoundDoc>(`SELECT d.docid, d.kind, d.ref FROM search_doc d WHERE ${among}`);
const docOfSql = preparedSql<[string], { docid: number }>('SELECT docid FROM search_doc WHERE ref = ?');
const ranksSql = preparedSql<
  { match: string; from: number; to: number; titleWeight: number },
  { docid: number; rank: number }
>(
  `SELECT rowid AS docid, bm25(search_fts, @titleWeight, 1) AS rank FROM search_fts
   WHERE search_fts MATCH @match AND rowid >= ${FROM} AND rowid <= ${TO}`,
);
const nthNewestSql = preparedSql<{ match: string; to: number; skip: number }, { docid: number }>(
  `SELECT rowid AS docid FROM search_fts WHERE search_fts MATCH @match AND rowid < ${TO} ORDER BY rowid DESC LIMIT 1 OFFSET @skip`,
);
const countSql = preparedSql<{ match: string; to: number }, { count: number }>(
  `SELECT count(*) AS count FROM search_fts WHERE search_fts MATCH @match AND rowid < ${TO}`,
);
const docsBetweenSql = preparedSql<{ from: number; to: number; limit: number }, { count: number }>(
  `SELECT count(*) AS count FROM (SELECT 1 FROM search_doc WHERE docid >= @from AND docid < @to LIMIT @limit)`,
);
/** FTS5's record of the whole index: https://sqlite.org/fts5.html, "averages record" in fts5_index.c. */
const averagesSql = preparedSql<[], { block: Buffer }>('SELECT block FROM search_fts_data WHERE id = 1');
const touchedSql = preparedSql<{ among: number; limit: number }, { docid: number }>(
  `SELECT d.docid
   FROM (SELECT row_id, max(id) AS at FROM (SELECT id, row_id FROM ledger_change ORDER BY id DESC LIMIT @among) GROUP BY row_id) c
   JOIN search_doc d ON d.ref = c.row_id ORDER BY c.at DESC LIMIT @limit`,
);

/** After every docid. */
export const NEWEST = Number.MAX_SAFE_INTEGER;

/** How often a term is met going back. */
interface Spread {
  /** At most the reach. */
  readonly count: number;
  /** Where the reach ends; 0 when the term is not met so often. */
  readonly from: number;
}

/** One step back through the index. */
export interface Step {
  /** Newest first. */
  readonly docids: readonly number[];
  /** Where to look on; null when nothing older is left. */
  readonly nextBefore: number | null;
  /** Of each part of each required term; not asked for a single word, which needs no bounds. */
  readonly spreads: readonly (readonly Spread[])[] | null;
}

/**
 * The newest things before a docid that hold all terms, in bounded time.
 *
 * Where several lists must be intersected, a question of common words that never meet would walk through everything. So
 * one step reaches back only until each of the terms has been met `reach` times; all of it when one is not that common.
 *
 * @param terms with at least one required term
 */
export function newestMatches(
  handle: ReadHandle,
  terms: MatchTerms,
  options: { before: number; limit: number; reach: number; where?: SqlCondition | undefined },
): Step {
  const { before: to, limit, reach, where } = options;
  const spreads =
    terms.isSparse || where
      ? terms.parts.map((parts) => parts.map((match) => spreadOf(handle, match, to, reach)))
      : null;
  const from = spreads ? Math.min(...spreads.flat().map((spread) => spread.from)) : 0;
  const range = { match: terms.whole, from, to, limit };
  const rows = where
    ? handle.sqlite.prepare<unknown[], { docid: number }>(newestWhere(where)).all(...where.params, range)
    : newestSql(handle).all(range);
  const docids = rows.map((row) => row.docid);
  return { docids, spreads, nextBefore: docids.length === limit ? docids.at(-1)! : from === 0 ? null : from };
}

/**
 * The newest things before a docid that a condition is true of, where no words are asked for. One step looks at `reach`
 * things at most.
 */
export function newestWithout(
  handle: ReadHandle,
  where: SqlCondition,
  { before: to, limit, reach }: { before: number; limit: number; reach: number },
): Step {
  const from = nthDocSql(handle).get({ to, skip: reach - 1 })?.docid ?? 0;
  const docids = handle.sqlite
    .prepare<unknown[], { docid: number }>(
      `SELECT d.docid FROM search_doc d WHERE d.docid >= @from AND d.docid < @to AND ${where.sql} ORDER BY d.docid DESC LIMIT @limit`,
    )
    .all(...where.params, { from, to, limit })
    .map((row) => row.docid);
  return { docids, spreads: null, nextBefore: docids.length === limit ? docids.at(-1)! : from === 0 ? null : from };
}

function spreadOf(handle: ReadHandle, match: string, to: number, reach: number): Spread {
  const last = nthNewestSql(handle).get({ match, to, skip: reach - 1 });
  return last ? { count: reach, from: last.docid } : { count: countSql(handle).get({ match, to })!.count, from: 0 };
}

/** What is scored of things, in any order. */
export function sourceTexts(handle: ReadHandle, docids: readonly number[]): SourceText[] {
  return [...byKind(handle, docids)].flatMap(([kind, ids]) =>
    sources[kind]!.texts(handle)
      .all(JSON.stringify(ids))
      .map(({ docid, title, body, size }) => ({ docid, title, body, tokens: varints(size).reduce(sum, 0) })),
  );
}

/** What is shown of found things, in their order; a thing deleted meanwhile is left out. */
export function sourceRows(handle: ReadHandle, docids: readonly number[]): SourceRow[] {
  const rows = new Map<number, SourceRow>();
  for (const [kind, ids] of byKind(handle, docids))
    for (const row of sources[kind]!.rows(handle).all(JSON.stringify(ids))) rows.set(row.docid, row);
  return docids.flatMap((docid) => rows.get(docid) ?? []);
}

function byKind(handle: ReadHandle, docids: readonly number[]): Map<SearchKind, number[]> {
  const kinds = new Map<SearchKind, number[]>();
  for (const { docid, kind } of docsSql(handle).all(JSON.stringify(docids))) {
    const ids = kinds.get(kind);
    if (ids) ids.push(docid);
    else kinds.set(kind, [docid]);
  }
  return kinds;
}

/** Where a thing stands in the index; null when it is not there. */
export const docOf = (handle: ReadHandle, id: string): number | null => docOfSql(handle).get(id)?.docid ?? null;

/** The whole text of a found thing, where the clip does not show what was found. */
export const wholeBody = (handle: ReadHandle, doc: FoundDoc): string =>
  sources[doc.kind]?.body(handle).get(doc.docid)?.body ?? '';

/** How many things there are, and how many tokens they have on average. */
export function indexSize(handle: ReadHandle): { docs: number; averageTokens: number } {
  const [docs = 0, ...tokens] = varints(averagesSql(handle).get()?.block ?? Buffer.of());
  return { docs, averageTokens: docs === 0 ? 0 : tokens.reduce(sum, 0) / docs };
}

/** So many of a term's newest places tell how dense it is, over at most so many things. */
const SAMPLED = 300;
const SAMPLED_DOCS = 10_000;

/** In about how many of `docs` things a common term stands, by how densely it does before a docid. */
export function docsWith(handle: ReadHandle, match: string, docs: number, before: number): number {
  const from = nthNewestSql(handle).get({ match, to: before, skip: SAMPLED - 1 })?.docid;
  if (from === undefined) return countSql(handle).get({ match, to: before })!.count;
  return (docs * SAMPLED) / docsBetweenSql(handle).get({ from, to: before, limit: SAMPLED_DOCS })!.count;
}

/**
 * FTS5's own scores of the things between two docids that hold all words, greater is better. It first walks through every
 * place of every word: only for words that are not common.
 */
export function exactScores(
  handle: ReadHandle,
  matches: readonly string[],
  range: { from: number; to: number; titleWeight: number },
): Map<number, number> {
  const match = matches.map((one) => `(${one})`).join(' AND ');
  return new Map(
    ranksSql(handle)
      .all({ match, ...range })
      .map(({ docid, rank }) => [docid, -rank]),
  );
}

/** What was changed last and can be found, newest first. */
export const lastTouched = (handle: ReadHandle, limit: number): number[] =>
  touchedSql(handle)
    .all({ among: 500, limit })
    .map((row) => row.docid);

const sum = (one: number, other: number): number => one + other;

/** SQLite's variable-length integers: seven bits a byte, the first ones carry on (of nine bytes the last has eight). */
function varints(bytes: Buffer): number[] {
  const values: number[] = [];
  let value = 0;
  for (const byte of bytes) {
    value = value * 128 + (byte & 127);
    if (byte >= 128) continue;
    values.push(value);
    value = 0;
  }
  return values;
}
