import { nameOfRow } from '#db/queries/history';
import { type ChangeRow, type ChangedRow, type CommitRow, changeValues, changedRowsOf } from '#db/queries/ledger';
import type { ReadHandle } from '#db/store/handles';
import { shortened } from '#main/domain/text/shortened';

/** A commit's changes as its words see them: whole values, long texts as the stretch that changed. */
export interface CommitFacts {
  readonly command: string;
  /** The rows of one table this commit touched, in order. */
  rows(table: string): readonly RowFacts[];
  /** What a row is called now; null when it is gone, or has no name. */
  nameOf(table: string, id: string): string | null;
}

export interface RowFacts {
  readonly id: string;
  readonly op: ChangeRow['op'];
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** For each command the sentence that tells it: past tense, no full stop. */
export type CommitWords = Readonly<Record<string, (facts: CommitFacts) => string>>;

/**
 * The facts of a commit. Which rows it touched is read at the first question, what a change held only when it is looked at:
 * "Imported 10,000 entries" needs none of their texts.
 */
export function factsOf(handle: ReadHandle, { seq, command }: Pick<CommitRow, 'seq' | 'command'>): CommitFacts {
  let byTable: ReadonlyMap<string, readonly RowFacts[]> | undefined;
  return {
    command,
    rows(table) {
      byTable ??= new Map(
        [...Map.groupBy(changedRowsOf(handle, seq), ({ tableName }) => tableName)].map(([name, rows]) => [
          name,
          rows.map((row) => factsOfRow(handle, row)),
        ]),
      );
      return byTable.get(table) ?? [];
    },
    nameOf: (table, id) => nameOfRow(handle, table, id),
  };
}

function factsOfRow(handle: ReadHandle, { id, rowId, op }: ChangedRow): RowFacts {
  let values: { before: Readonly<Record<string, unknown>>; after: Readonly<Record<string, unknown>> } | undefined;
  const read = (): NonNullable<typeof values> => {
    const { before, after } = changeValues(handle, id);
    return { before: parsed(before), after: parsed(after) };
  };
  return {
    id: rowId,
    op,
    get before() {
      return (values ??= read()).before;
    },
    get after() {
      return (values ??= read()).after;
    },
  };
}

const parsed = (json: string | null): Record<string, unknown> =>
  json === null ? {} : (JSON.parse(json) as Record<string, unknown>);

/** A value as a person reads it in a sentence: quoted and cut at 60 characters, never within one. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  return `“${shortened(text, 60)}”`;
}

/** "1 task", "3 tasks" */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
