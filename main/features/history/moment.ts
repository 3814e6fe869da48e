import type { Moment, MomentThing } from '#contract/history';
import { nameOfRow } from '#db/queries/history';
import type { ReadHandle } from '#db/store/handles';
import { type CommitWords, quoted } from '#main/ledger/commit-words';
import { type RowSince, goBackTo, rowsSince } from '#main/ledger/moments';
import type { Services } from '../feature.ts';
import { commitDrafts } from '../journal/index.ts';
import { Refusal } from '../refusal.ts';
import { type Went, wentBack } from './retrace.ts';
import { shown } from './shown.ts';

/** So many things are listed; the counts tell of all. */
const MOST_THINGS = 300;
const LONGEST_VALUE = 400;

/** Rows that only tie two others together: they come and go with those. */
const TIES: ReadonlySet<string> = new Set(['task_tag', 'task_dependency', 'entry_box']);

/** What going back to right after a commit would do. */
export function momentOf(handle: ReadHandle, at: Pick<Moment, 'seq' | 'atMs' | 'words'>): Moment {
  const rows = rowsSince(handle, at.seq);
  const byTable = Map.groupBy(rows, ({ table }) => table);
  const count = (some: readonly RowSince[], fate: MomentThing['fate']): number =>
    some.filter((row) => fateOf(row) === fate).length;
  return {
    ...at,
    counts: [...byTable].map(([table, some]) => ({
      table,
      returning: count(some, 'returns'),
      changing: count(some, 'changes'),
      going: count(some, 'goes'),
    })),
    total: rows.length,
    things: rows
      .filter(({ table }) => !TIES.has(table))
      .slice(0, MOST_THINGS)
      .map((row) => asThing(handle, row)),
  };
}

const fateOf = ({ now, was }: RowSince): MomentThing['fate'] =>
  now === null ? 'returns' : was === null ? 'goes' : 'changes';

function asThing(handle: ReadHandle, row: RowSince): MomentThing {
  const { table, id, now, was } = row;
  const fate = fateOf(row);
  const changed = fate === 'changes' ? Object.keys(was!).filter((name) => now![name] !== was![name]) : [];
  const cut = (value: unknown): string | null => shown(value)?.slice(0, LONGEST_VALUE) ?? null;
  return {
    table,
    id,
    name: nameOf(was) ?? nameOf(now) ?? nameOfRow(handle, table, id) ?? '',
    fate,
    columns: changed.map((name) => ({ name, before: cut(now![name]), after: cut(was![name]) })),
  };
}

function nameOf(row: RowSince['now']): string | null {
  const name = row?.['title'] ?? row?.['name'] ?? row?.['intention'] ?? row?.['note'] ?? row?.['body'];
  return typeof name === 'string' && name !== '' ? name.slice(0, 200).split('\n')[0]! : null;
}

/** Sets everything to how it was right after a commit. What was being written becomes history first. */
export async function goBack(services: Services, seq: number): Promise<Went> {
  commitDrafts(services);
  return wentBack(services, seq);
}

/**
 * Sets one thing to how it was right after a commit, with what hung on it.
 *
 * @throws Refusal NOT_FOUND when it was not there then
 */
export function restoreThing<T>(
  services: Services,
  { table, id, seq }: { table: string; id: string; seq: number },
  answer: (services: Services, went: Went) => T,
): T {
  commitDrafts(services);
  const isTied = (row: RowSince): boolean =>
    Object.values(row.was ?? row.now ?? {}).includes(id) && (TIES.has(row.table) || row.now === null);
  const picks = (rows: readonly RowSince[]): readonly RowSince[] => {
    const own = rows.find((row) => row.table === table && row.id === id);
    if (own?.was === null) throw new Refusal('NOT_FOUND', { what: 'thing' });
    const picked = rows.filter((row) => row === own || isTied(row));
    const needed = picked.flatMap((row) => Object.values(row.was ?? {}));
    // A tag or a project that was deleted meanwhile is there again with the thing that bears it.
    const bearers = rows.filter((row) => row.now === null && needed.includes(row.id) && !picked.includes(row));
    return [...picked, ...bearers];
  };
  return answer(services, goBackTo(services.ledger, 'user', { seq, command: 'history.restoreThing', picks }));
}

export const momentWords: CommitWords = {
  'history.goBack': () => 'Went back to an earlier moment',
  'history.restoreThing'(facts) {
    const [row] = ['task', 'entry', 'event', 'project', 'expense', 'calendar'].flatMap((table) => facts.rows(table));
    const name = row?.after['title'] ?? row?.after['name'] ?? row?.before['title'] ?? row?.before['name'];
    return typeof name === 'string' ? `Brought back ${quoted(name)} as it was` : 'Brought something back as it was';
  },
};
