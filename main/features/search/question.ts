import type { ReadingContext } from '#contract/capture';
import type { QueryPart, QueryProblem, QueryTree } from '#contract/query';
import { type SearchKind, searchKind } from '#contract/search';
import { type QueryContext, type SqlCondition, sqlOfQuery } from '#db/queries/query-sql';
import { type SearchTerm, type SearchTerms, type TermGroup, matchOf, termOf } from '#db/queries/search-terms';
import type { ReadHandle } from '#db/store/handles';
import { readQuery } from '#main/domain/query/read-query';
import { textsOf } from '#main/domain/query/trees';
import { dayBounds, logicalDay } from '#main/domain/time/zoned';

/** A term that is looked for, as it was typed. */
export interface Wanted {
  readonly term: SearchTerm;
  readonly typed: string;
  /** Whether everything found holds it: not one of several words with "or" between them. */
  readonly isRequired: boolean;
}

/** A question as it was understood. */
export interface Question {
  /** What the index finds; null when no word is required, and only conditions are. */
  readonly terms: SearchTerms | null;
  /** What must be true beside; null for nothing. */
  readonly filter: QueryTree | null;
  /** Every word that may stand in what is found, the required ones first. */
  readonly wanted: readonly Wanted[];
  readonly parts: readonly QueryPart[];
  readonly problems: readonly QueryProblem[];
}

/** When and where a question is asked. */
export interface AskedAt {
  readonly nowMs: number;
  readonly zone: string;
  readonly dayStartMin: number;
}

/** "today" in a question is the person's day, which may begin after midnight. */
export const readingContextOf = ({ nowMs, zone, dayStartMin }: AskedAt): ReadingContext => ({
  nowMs: nowMs - dayStartMin * 60_000,
  zone,
});

/** Reads a question; null when there is nothing to look for. */
export function readQuestion(query: string, askedAt: AskedAt): Question | null {
  const { tree, parts, problems } = readQuery(query, readingContextOf(askedAt));
  if (!tree || !asksForSomething(tree)) return null;
  const required = new Map<string, Wanted>();
  const excluded: SearchTerm[] = [];
  const groups: TermGroup[] = [];
  const rest: QueryTree[] = [];
  for (const one of tree.kind === 'all' ? tree.of : [tree]) {
    const term = one.kind === 'text' ? termOf(one) : null;
    if (one.kind === 'text') {
      if (term) required.set(keyOf(term), { term, typed: one.text, isRequired: true });
    } else if (one.kind === 'not' && one.of.kind === 'text') {
      const without = termOf(one.of);
      if (without) excluded.push(without);
    } else {
      const group = groupOf(one);
      if (group) groups.push(group);
      else rest.push(one);
    }
  }
  const hasWords = required.size > 0 || groups.length > 0;
  // The index can leave words out of what it finds, but not find what lacks them.
  if (!hasWords)
    rest.push(
      ...(tree.kind === 'all' ? tree.of : [tree]).filter((one) => one.kind === 'not' && one.of.kind === 'text'),
    );
  const optional = textsOf(tree).flatMap((text): Wanted[] => {
    const term = termOf(text);
    return term && !required.has(keyOf(term)) ? [{ term, typed: text.text, isRequired: false }] : [];
  });
  return {
    terms: hasWords ? { required: [...required.values()].map(({ term }) => term), excluded, groups } : null,
    filter: rest.length === 0 ? null : { kind: 'all', of: rest },
    wanted: [...required.values(), ...optional],
    parts,
    problems,
  };
}

/**
 * What must be true of the things found, as a condition on `d`, their row in search_doc; undefined when nothing must.
 *
 * @param kinds of which kinds they may be; undefined for all
 */
export function whereOf(
  handle: ReadHandle,
  filter: QueryTree | null,
  kinds: readonly SearchKind[] | undefined,
  { nowMs, zone, dayStartMin }: AskedAt,
): SqlCondition | undefined {
  if (!filter) return kinds && { sql: 'd.kind IN (SELECT value FROM json_each(?))', params: [JSON.stringify(kinds)] };
  const context: QueryContext = {
    today: logicalDay(nowMs, zone, dayStartMin),
    startOf: (day) => dayBounds(day, zone, dayStartMin).startMs,
    holds: (text) => {
      const term = termOf(text);
      return (
        term && {
          sql: 'EXISTS (SELECT 1 FROM search_fts x WHERE x.search_fts MATCH ? AND x.rowid = d.docid)',
          params: [matchOf(handle, term)],
        }
      );
    },
  };
  const each = (kinds ?? searchKind.options).flatMap((kind) => {
    const { sql, params } = sqlOfQuery(kind, filter, context);
    if (sql === '0') return [];
    const isKind = `d.kind = '${kind}'`;
    if (sql === '1') return [{ sql: isKind, params }];
    return [
      {
        sql: `(${isKind} AND EXISTS (SELECT 1 FROM "${TABLES[kind]}" source WHERE source.id = d.ref AND ${sql}))`,
        params,
      },
    ];
  });
  return {
    sql: each.length === 0 ? '0' : `(${each.map(({ sql }) => sql).join(' OR ')})`,
    params: each.flatMap(({ params }) => params),
  };
}

const TABLES: Readonly<Record<SearchKind, string>> = {
  entry: 'entry',
  task: 'task',
  event: 'event',
  expense: 'expense',
  project: 'project',
  session: 'focus_session',
};

const keyOf = ({ tokens, isPrefix }: SearchTerm): string => `${tokens.join(' ')}${isPrefix ? '*' : ''}`;

/** Words with "or" between them; null when there is anything else among them. */
function groupOf(tree: QueryTree): TermGroup | null {
  if (tree.kind !== 'any' && tree.kind !== 'all') return null;
  const parts = tree.of.map((one): TermGroup | SearchTerm | null => (one.kind === 'text' ? termOf(one) : groupOf(one)));
  const known = parts.filter((part) => part !== null);
  return known.length === parts.length ? { of: tree.kind, parts: known } : null;
}

/** Only to leave words out is no question. */
function asksForSomething(tree: QueryTree): boolean {
  if (tree.kind === 'text' || tree.kind === 'condition') return true;
  if (tree.kind === 'not') return !isOnlyText(tree.of);
  return tree.of.some(asksForSomething);
}

const isOnlyText = (tree: QueryTree): boolean =>
  tree.kind === 'text' || ((tree.kind === 'all' || tree.kind === 'any') && tree.of.every(isOnlyText));
