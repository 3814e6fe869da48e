import { type HistoryItem, historyContract } from '#contract/history';
import type { ChangeRow, CommitRow } from '#db/queries/ledger';
import { nameOfRow } from '#db/queries/history';
import { changesOfCommit, commitBySeq, commitsBefore, isCommitUndone } from '#db/queries/ledger';
import { verifyChain } from '#main/ledger/commit-hash';
import { factsOf } from '#main/ledger/commit-words';
import { type UndoResult, redoLast, undoCommit, undoLast } from '#main/ledger/undo';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, type Services, mapFailures } from '../feature.ts';
import { Refusal } from '../refusal.ts';

const os = implement(historyContract).$context<FeatureContext>().use(mapFailures);

/** The sentence that tells a commit; an undo names what it took back. */
function tell(services: Services, commit: CommitRow): string {
  if (commit.undoes !== null) {
    const undone = commitBySeq(services.ledger.read, commit.undoes);
    if (commit.command === 'history.redo') {
      const again = undone?.undoes ?? null;
      const original = again === null ? undefined : commitBySeq(services.ledger.read, again);
      return `Did again: ${original ? tell(services, original) : 'an undone change'}`;
    }
    return `Took back: ${undone ? tell(services, undone) : 'a change'}`;
  }
  const words = services.words[commit.command];
  const { read } = services.ledger;
  const nameOf = (table: string, id: string): string | null => nameOfRow(read, table, id);
  return words ? words(factsOf(commit, changesOfCommit(read, commit.seq), nameOf)) : commit.command;
}

const shown = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return String(value[1]);
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** A text column of a change, as it became or was. */
function columnOf({ before, after }: ChangeRow, column: string): string | null {
  const values = JSON.parse(after ?? before ?? '{}') as Record<string, unknown>;
  const value = values[column];
  return typeof value === 'string' ? value : null;
}

const MAX_NAMES = 3;

/** The names of what a commit changed that its sentence does not say. */
function namesBeyond(services: Services, words: string, changes: readonly ChangeRow[]): string[] {
  const names = new Set<string>();
  for (const change of changes) {
    if (names.size === MAX_NAMES) break;
    const taskId = columnOf(change, 'task_id');
    const name = taskId
      ? nameOfRow(services.ledger.read, 'task', taskId)
      : nameOfRow(services.ledger.read, change.tableName, change.rowId);
    if (name !== null && !words.includes(name.slice(0, 40))) names.add(name);
  }
  return [...names];
}

function asItem(services: Services, commit: CommitRow): HistoryItem {
  const changes = changesOfCommit(services.ledger.read, commit.seq);
  const words = tell(services, commit);
  return {
    seq: commit.seq,
    atMs: commit.atMs,
    actor: commit.actor,
    command: commit.command,
    words,
    about: namesBeyond(services, words, changes),
    isUndone: isCommitUndone(services.ledger.read, commit.seq),
    undoes: commit.undoes,
    changes: changes.slice(0, 200).map(asChange),
  };
}

/** Values are cut at 2,000 characters: the page shows a change, the export holds it whole. */
function asChange(change: ChangeRow): HistoryItem['changes'][number] {
  const before = (change.before === null ? {} : JSON.parse(change.before)) as Record<string, unknown>;
  const after = (change.after === null ? {} : JSON.parse(change.after)) as Record<string, unknown>;
  const names = Object.keys(change.op === 'delete' ? before : after);
  const columns = names.map((name) => ({
    name,
    before: shown(before[name])?.slice(0, 2_000) ?? null,
    after: shown(after[name])?.slice(0, 2_000) ?? null,
  }));
  return { table: change.tableName, id: change.rowId, op: change.op, columns };
}

function answer(services: Services, result: UndoResult): { seq: number; words: string } {
  if (result.outcome === 'nothing') throw new Refusal('NOTHING_TO_UNDO');
  if (result.outcome === 'conflict') throw new Refusal('CHANGED_SINCE', { conflicts: result.conflicts });
  return { seq: result.seq, words: tell(services, commitBySeq(services.ledger.read, result.seq)!) };
}

const router = os.router({
  list: os.list.handler(({ input, context: { services } }) => {
    const commits = commitsBefore(services.ledger.read, input.before ?? Number.MAX_SAFE_INTEGER, input.limit);
    const last = commits.length === input.limit ? commits.at(-1) : undefined;
    return {
      items: commits.map((commit) => asItem(services, commit)),
      nextBefore: last && last.seq > 1 ? last.seq : null,
    };
  }),
  undo: os.undo.handler(({ context: { services } }) => answer(services, undoLast(services.ledger, 'user'))),
  redo: os.redo.handler(({ context: { services } }) => answer(services, redoLast(services.ledger, 'user'))),
  undoCommit: os.undoCommit.handler(({ input, context: { services } }) =>
    answer(services, undoCommit(services.ledger, 'user', input.seq)),
  ),
  verify: os.verify.handler(({ context: { services } }) => verifyChain(services.ledger.read)),
});

export const historyFeature = { name: 'history', router } satisfies Feature<typeof router>;
