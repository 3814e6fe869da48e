import type { ChangeRow, CommitRow } from '#db/queries/ledger';
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

export function factsOf(
  commit: Pick<CommitRow, 'command'>,
  changes: readonly ChangeRow[],
  nameOf: CommitFacts['nameOf'] = () => null,
): CommitFacts {
  const parse = (json: string | null): Record<string, unknown> =>
    json === null ? {} : (JSON.parse(json) as Record<string, unknown>);
  const rows = changes.map((change) => ({
    table: change.tableName,
    id: change.rowId,
    op: change.op,
    before: parse(change.before),
    after: parse(change.after),
  }));
  return { command: commit.command, rows: (table) => rows.filter((row) => row.table === table), nameOf };
}

/** A value as a person reads it in a sentence: quoted and cut at 60 characters, never within one. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  return `“${shortened(text, 60)}”`;
}

/** "1 task", "3 tasks" */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
