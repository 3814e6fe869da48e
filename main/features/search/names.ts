import type { Completion, FoundName } from '#contract/search';
import { type NameRow, namesFrom } from '#db/queries/names';
import type { ReadHandle } from '#db/store/handles';
import { completingAt, operatorsFrom, valuesFrom, writtenValue } from '#main/domain/query/complete';
import { counted } from '#main/ledger/commit-words';

const KINDS: readonly NameRow['kind'][] = ['project', 'tag', 'person', 'area'];
const MOST_OPTIONS = 8;

const isNamed = (operator: string): operator is NameRow['kind'] => KINDS.some((kind) => kind === operator);

const asQuery = (kind: NameRow['kind'], name: string): string => `${kind}:${writtenValue(name)} `;

/** Tags, people, projects and areas whose names begin with the words; `#` and `@` before them ask for one kind only. */
export function findNames(handle: ReadHandle, query: string, limit: number): FoundName[] {
  const typed = query.trim();
  const sign = typed[0];
  const words = sign === '#' || sign === '@' ? typed.slice(1) : typed;
  if (words === '' && sign === undefined) return [];
  const kinds = sign === '#' ? (['tag'] as const) : sign === '@' ? (['person'] as const) : KINDS;
  return kinds
    .flatMap((kind) => namesFrom(handle, kind, words, limit))
    .slice(0, limit)
    .map(({ kind, name, uses }) => ({ kind, name, uses, query: asQuery(kind, name) }));
}

/** What could be written at a place of a query. */
export function completeQuery(
  handle: ReadHandle,
  query: string,
  at: number,
): { from: number; to: number; options: Completion[] } {
  const completing = completingAt(query, Math.min(at, query.length));
  if (!completing) return { from: at, to: at, options: [] };
  const { from, to, typed } = completing;
  if (completing.of === 'operator') {
    const options = operatorsFrom(typed).map(({ name, hint }): Completion => ({
      text: `${name}:`,
      label: `${name}:`,
      detail: hint,
      kind: 'operator',
    }));
    return { from, to, options: options.slice(0, MOST_OPTIONS) };
  }
  const { operator } = completing;
  const options = isNamed(operator)
    ? namesFrom(handle, operator, typed, MOST_OPTIONS).map(({ name, uses }): Completion => ({
        text: `${writtenValue(name)} `,
        label: name,
        detail: uses === 0 ? null : counted(uses, operator === 'person' ? 'mention' : 'thing'),
        kind: operator,
      }))
    : valuesFrom(operator, typed).map((value): Completion => ({
        text: `${value} `,
        label: value,
        detail: null,
        kind: 'value',
      }));
  // What is written out already needs no offer.
  const isWhole = options.length === 1 && options[0]!.label.toLowerCase() === typed.toLowerCase();
  return { from, to, options: isWhole ? [] : options.slice(0, MOST_OPTIONS) };
}
