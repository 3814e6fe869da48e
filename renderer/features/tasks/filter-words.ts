/** One condition of a query as it is written: `tag:home`, `-is:blocked`, `#phone`. */
const CONDITION = /-?(?:[a-z]{1,12}:(?:"[^"]*"|\S+)|#[^\s#,()"]+)/giu;

/** The conditions of a query, in their order; words that are looked for are not among them. */
export function conditionsIn(query: string): string[] {
  return query.match(CONDITION) ?? [];
}

/** A query without one of its conditions. */
export function withoutCondition(query: string, condition: string): string {
  return query.replace(condition, ' ').replace(/\s+/gu, ' ').trim();
}

/**
 * A query with a condition, or without it when it has it already. One of the same operator gives way to it where a task
 * can't be both (`priority:1` and `priority:2`).
 */
export function withCondition(query: string, condition: string): string {
  const standing = conditionsIn(query);
  if (standing.includes(condition)) return withoutCondition(query, condition);
  const operator = condition.slice(0, condition.indexOf(':') + 1);
  const rival = SINGLE.has(operator) ? standing.find((one) => one.startsWith(operator)) : undefined;
  const rest = rival === undefined ? query.trim() : withoutCondition(query, rival);
  return rest === '' ? condition : `${rest} ${condition}`;
}

const SINGLE = new Set(['priority:', 'due:', 'do:', 'estimate:', 'project:', 'area:']);

/** A name as a condition holds it. */
export const nameCondition = (operator: 'tag' | 'project' | 'area', name: string): string =>
  /^[^\s",()#@][^\s",()]*$/u.test(name) ? `${operator}:${name}` : `${operator}:"${name.replaceAll('"', '')}"`;
