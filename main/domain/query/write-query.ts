import type { QueryCondition, QueryTree } from '#contract/query';
import { minorDigits } from '../grammar/money.ts';
import { addDays } from '../time/zoned.ts';

/** A query in words that are read as the same query again; dates stand as days, whatever words they were said in. */
export function writeQuery(tree: QueryTree | null): string {
  if (!tree) return '';
  switch (tree.kind) {
    case 'all':
      return tree.of.map(writeQuery).join(' ');
    case 'any':
      return tree.of.map((one) => (one.kind === 'all' ? `(${writeQuery(one)})` : writeQuery(one))).join(' or ');
    case 'not':
      return tree.of.kind === 'all' || tree.of.kind === 'any' ? `-(${writeQuery(tree.of)})` : `-${writeQuery(tree.of)}`;
    case 'condition':
      return writeCondition(tree.condition);
    case 'text':
      return `${tree.isPhrase ? `"${tree.text}"` : tree.text}${tree.isPrefix ? '*' : ''}`;
  }
}

/** One condition as an operator and its value. */
export function writeCondition(condition: QueryCondition): string {
  switch (condition.field) {
    case 'tag':
    case 'person':
    case 'project':
    case 'area':
      return `${condition.field}:${/^[^\s",()#@][^\s",()]*$/u.test(condition.name) ? condition.name : `"${condition.name}"`}`;
    case 'in':
      return `in:${condition.place}`;
    case 'is':
      return `is:${condition.state}`;
    case 'has':
      return `has:${condition.feature}`;
    case 'priority':
    case 'mood':
      return `${condition.field}:${signOf(condition.comparison)}${condition.value}`;
    case 'estimate':
      return `estimate:${signOf(condition.comparison)}${condition.value}${condition.value === 0 ? '' : 'm'}`;
    case 'amount': {
      const digits =
        condition.currency === null ? condition.value : condition.value.toFixed(minorDigits(condition.currency));
      return `amount:${signOf(condition.comparison)}${digits}${condition.currency?.toLowerCase() ?? ''}`;
    }
    case 'date':
    case 'due':
    case 'do':
    case 'done':
    case 'created':
      return writeDays(condition);
  }
}

const signOf = (comparison: string): string => (comparison === '=' ? '' : comparison);

function writeDays({ field, from, before }: Extract<QueryCondition, { from: unknown }>): string {
  const operator = field === 'date' ? 'on' : field;
  if (from === null || before === null) {
    if (before !== null) return `${operator}:<${before}`;
    return from === null ? '' : `${operator}:>=${from}`;
  }
  const last = addDays(before, -1);
  return from === last ? `${operator}:${from}` : `${operator}:${from}..${last}`;
}
