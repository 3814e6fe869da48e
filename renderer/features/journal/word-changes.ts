import { diffWordsWithSpace } from 'diff';

/** A stretch of a text that stayed, came or went. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many changes the comparison is given up: the texts have little in common. */
const MOST_CHANGES = 4_000;

/** The differences of two texts in words; of texts that have little in common all of one and all of the other. */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGES });
  if (parts === undefined)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** Stretches that stayed are shown as far as this around a change. */
const AROUND = 160;

/** The same with the middle of long unchanged stretches left out: where a text changed is what one looks for. */
export function withoutLongStretches(changes: readonly WordChange[]): readonly WordChange[] {
  if (changes.every(({ kind }) => kind === 'same')) return changes;
  return changes.map((change, at) => {
    const { kind, text } = change;
    if (kind !== 'same' || text.length <= 3 * AROUND) return change;
    const head = at === 0 ? '' : text.slice(0, AROUND);
    const tail = at === changes.length - 1 ? '' : text.slice(-AROUND);
    return { kind, text: `${head.toWellFormed()} … ${tail.toWellFormed()}` };
  });
}
