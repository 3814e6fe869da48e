import type { QueryTree } from '#contract/query';
import { type QueryContext, type SqlCondition, sqlOfQuery } from '#db/queries/query-sql';
import { foldText, indexTerm, tokensOf } from '#db/store/search-text';
import { readQuery } from '#main/domain/query/read-query';
import { conditionsOf } from '#main/domain/query/trees';
import { dayBounds } from '#main/domain/time/zoned';
import type { Services } from '../feature.ts';

/** What a query asks of tasks. */
export interface TaskFilter {
  readonly condition: SqlCondition;
  /** Whether it asks about closed tasks, which are then looked for too. */
  readonly withClosed: boolean;
}

/** Reads words and conditions as search does; undefined when they ask for nothing. */
export function taskFilterOf(query: string, services: Services): TaskFilter | undefined {
  const { tree } = readQuery(query, { nowMs: services.clock.nowMs(), zone: services.zone() });
  if (!tree) return undefined;
  const { dayStartMin } = services.settings();
  const context: QueryContext = {
    today: services.today(),
    startOf: (day) => dayBounds(day, services.zone(), dayStartMin).startMs,
    holds: wordsAsCondition,
  };
  return { condition: sqlOfQuery('task', tree, context), withClosed: asksForClosed(tree) };
}

/** Words as they stand in the index that search uses, so that both find the same. */
const wordsAsCondition: QueryContext['holds'] = ({ text, isPrefix }) => {
  const tokens = tokensOf(foldText(text));
  if (tokens.length === 0) return null;
  const match = `"${tokens.map(indexTerm).join(' ')}"${isPrefix ? ' *' : ''}`;
  return {
    sql: `source.id IN (SELECT d.ref FROM search_fts x JOIN search_doc d ON d.docid = x.rowid
      WHERE x.search_fts MATCH ? AND d.kind = 'task')`,
    params: [match],
  };
};

const asksForClosed = (tree: QueryTree): boolean =>
  conditionsOf(tree).some(
    (condition) =>
      condition.field === 'done' ||
      (condition.field === 'is' && (condition.state === 'done' || condition.state === 'dropped')),
  );
