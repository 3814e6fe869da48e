import { type HistoryFilter, type HistoryItem, historyContract } from '#contract/history';
import type { ChangeRow, CommitRow } from '#db/queries/ledger';
import { nameOfRow } from '#db/queries/history';
import {
  changeCountOf,
  changedRowsOf,
  changedTables,
  commitAt,
  commitBySeq,
  commitsThatFit,
  eventsOfCommit,
  firstChangesOfCommit,
  isCommitUndone,
} from '#db/queries/ledger';
import { foldText } from '#db/store/search-text';
import { addDays, dayBounds, localOf } from '#main/domain/time/zoned';
import { verifyChain } from '#main/ledger/commit-hash';
import { counted, factsOf } from '#main/ledger/commit-words';
import type { UndoResult } from '#main/ledger/undo';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, type Services, mapFailures } from '../feature.ts';
import { Refusal } from '../refusal.ts';
import { goBack, momentOf, momentWords, restoreThing } from './moment.ts';
import { retrace } from './retrace.ts';
import { shown } from './shown.ts';

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
  if (commit.command === 'history.goBack') return tellMoment(services, commit);
  const words = services.words[commit.command];
  return words ? words(factsOf(services.ledger.read, commit)) : commit.command;
}

/** "Went back to 2026-11-20 14:05 (37 changes)" */
function tellMoment(services: Services, commit: CommitRow): string {
  const { read } = services.ledger;
  const event = eventsOfCommit(read, commit.seq).find(({ type }) => type === 'history.went-back');
  const { toSeq } = JSON.parse(event?.payload ?? '{}') as { toSeq?: number };
  const to = toSeq === undefined ? undefined : commitBySeq(read, toSeq);
  const where = to ? localOf(to.atMs, services.zone()).slice(0, 16).replace('T', ' ') : 'the beginning';
  const rows = new Set(changedRowsOf(read, commit.seq).map(({ tableName, rowId }) => `${tableName} ${rowId}`));
  return `Went back to ${where} (${counted(rows.size, 'change')})`;
}

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
  const { read } = services.ledger;
  const changes = firstChangesOfCommit(read, commit.seq, CHANGES_SHOWN);
  const words = tell(services, commit);
  return {
    seq: commit.seq,
    atMs: commit.atMs,
    actor: commit.actor,
    command: commit.command,
    words,
    about: namesBeyond(services, words, changes),
    isUndone: isCommitUndone(read, commit.seq),
    undoes: commit.undoes,
    changes: changes.map(asChange),
    changeCount: changes.length < CHANGES_SHOWN ? changes.length : changeCountOf(read, commit.seq),
  };
}

/** A person looks at a few; of an import there are tens of thousands, of which the page says how many. */
const CHANGES_SHOWN = 20;

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

/** Of so many commits the words are read for one answer. */
const READ_FOR_WORDS = 2_000;

function listOf(
  services: Services,
  {
    before = Number.MAX_SAFE_INTEGER,
    limit,
    filter = {},
  }: { before?: number | undefined; limit: number; filter?: HistoryFilter | undefined },
): { items: HistoryItem[]; nextBefore: number | null } {
  const { read } = services.ledger;
  const { dayStartMin } = services.settings();
  const startOf = (day: string): number => dayBounds(day, services.zone(), dayStartMin).startMs;
  const fits = {
    actors: filter.by && (filter.by === 'import' ? 'import:*' : filter.by),
    table: filter.table,
    thing: filter.thing,
    fromMs: filter.fromDay === undefined ? undefined : startOf(filter.fromDay),
    beforeMs: filter.toDay === undefined ? undefined : startOf(addDays(filter.toDay, 1)),
  };
  const words = foldText(filter.words ?? '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const items: HistoryItem[] = [];
  let last = before;
  for (let seen = 0; ;) {
    const page = commitsThatFit(read, fits, { before: last, limit });
    for (const commit of page) {
      last = commit.seq;
      const item = asItem(services, commit);
      const told = words.length === 0 ? '' : foldText(`${item.words} ${item.about.join(' ')}`);
      if (words.every((word) => told.includes(word))) items.push(item);
      if (items.length === limit) return { items, nextBefore: last > 1 ? last : null };
    }
    seen += page.length;
    if (page.length < limit) return { items, nextBefore: null };
    if (seen >= READ_FOR_WORDS) return { items, nextBefore: last };
  }
}

const answerMoment = (services: Services, went: { seq: number; rows: number } | null) =>
  went && { ...went, words: tell(services, commitBySeq(services.ledger.read, went.seq)!) };

const router = os.router({
  list: os.list.handler(({ input, context: { services } }) => listOf(services, input)),
  tables: os.tables.handler(({ context: { services } }) => changedTables(services.ledger.read)),
  moment: os.moment.handler(({ input, context: { services } }) => {
    const { read } = services.ledger;
    const commit = 'seq' in input ? commitBySeq(read, input.seq) : commitAt(read, input.atMs);
    const words = commit ? tell(services, commit) : null;
    return momentOf(read, { seq: commit?.seq ?? 0, atMs: commit?.atMs ?? null, words });
  }),
  goBack: os.goBack.handler(async ({ input, context: { services } }) =>
    answerMoment(services, await goBack(services, input.seq)),
  ),
  restoreThing: os.restoreThing.handler(({ input, context: { services } }) =>
    restoreThing(services, input, answerMoment),
  ),
  undo: os.undo.handler(async ({ context: { services } }) =>
    answer(services, await retrace(services, { kind: 'undo' })),
  ),
  redo: os.redo.handler(async ({ context: { services } }) =>
    answer(services, await retrace(services, { kind: 'redo' })),
  ),
  undoCommit: os.undoCommit.handler(async ({ input, context: { services } }) =>
    answer(services, await retrace(services, { kind: 'commit', seq: input.seq })),
  ),
  verify: os.verify.handler(({ context: { services } }) => verifyChain(services.ledger.read)),
});

export const historyFeature = { name: 'history', router, words: momentWords } satisfies Feature<typeof router>;
