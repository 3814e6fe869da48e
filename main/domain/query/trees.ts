import type { QueryCondition, QueryText, QueryTree } from '#contract/query';

/** All of several; one of one kind is not nested in itself. */
export const allOf = (trees: readonly QueryTree[]): QueryTree => joined('all', trees);

/** Any of several. */
export const anyOf = (trees: readonly QueryTree[]): QueryTree => joined('any', trees);

export const notOf = (tree: QueryTree): QueryTree => (tree.kind === 'not' ? tree.of : { kind: 'not', of: tree });

function joined(kind: 'all' | 'any', trees: readonly QueryTree[]): QueryTree {
  const flat = trees.flatMap((tree) => (tree.kind === kind ? tree.of : [tree]));
  return flat.length === 1 ? flat[0]! : { kind, of: flat };
}

/** Every condition of a query, also those that must not hold. */
export function conditionsOf(tree: QueryTree): QueryCondition[] {
  switch (tree.kind) {
    case 'all':
    case 'any':
      return tree.of.flatMap(conditionsOf);
    case 'not':
      return conditionsOf(tree.of);
    case 'condition':
      return [tree.condition];
    case 'text':
      return [];
  }
}

/** The words of a query that are looked for: not those that must not be there. */
export function textsOf(tree: QueryTree | null): QueryText[] {
  if (!tree || tree.kind === 'not' || tree.kind === 'condition') return [];
  return tree.kind === 'text' ? [tree] : tree.of.flatMap(textsOf);
}
