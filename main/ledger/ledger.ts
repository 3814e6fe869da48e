import {
  changesOfCommit,
  eventsOfCommit,
  insertCommit,
  insertEvent,
  lastCommit,
  noteChangedTables,
  rowsChangedSince,
} from '#db/queries/ledger';
import type { ReadHandle, Sync, WriteHandle } from '#db/store/handles';
import type { Store } from '#db/store/open-store';
import { GENESIS, commitHash } from './commit-hash.ts';
import { newId } from './new-id.ts';

/** Who wrote: `user`, `assistant`, `system`, `sync:google`, `import:todoist`, ... */
export type Actor = 'user' | 'assistant' | 'system' | `sync:${string}` | `import:${string}`;

/** A fact of the domain, recorded with the commit. The payload carries ids and dates, never the user's text. */
export interface DomainEvent {
  /** `entity.past-tense`, such as `task.completed`. */
  readonly type: string;
  readonly version: number;
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
}

/** The transaction of one command. */
export interface LedgerTx extends WriteHandle {
  /** The moment of the commit, the same for everything in it. */
  readonly nowMs: number;
  /** Where the machine is at that moment. */
  readonly machineZone: string;
  readonly actor: Actor;
  /** The number this commit will have. */
  readonly seq: number;
  /** Tells a fact; reactions to it run in this same transaction. */
  emit(event: DomainEvent): void;
  newId(): string;
}

/** A consequence inside the database, run in the transaction that caused it. Listed, in order, in core/reactions.ts. */
export interface Reaction {
  readonly on: string;
  run(tx: LedgerTx, event: DomainEvent): void;
}

/** What changed, for those who show it. */
export interface ChangeHint {
  readonly seq: number;
  readonly command: string;
  readonly rows: readonly { readonly table: string; readonly id: string }[];
}

export interface WriteRequest {
  readonly actor: Actor;
  /** `feature.command`, as the history names it. */
  readonly command: string;
  /** The commit this one takes back. */
  readonly undoes?: number;
}

export interface Ledger {
  readonly read: ReadHandle;
  /**
   * Runs one command in one transaction and records it as one commit. A command that changes nothing leaves no commit.
   *
   * @throws StorageError, or whatever `work` throws; then nothing happened
   */
  write<T>(request: WriteRequest, work: (tx: LedgerTx) => Sync<T>): T;
  /** A transaction the ledger does not keep: drafts and cursors only, by the triggers' leave. */
  writeUnrecorded<T>(work: (handle: WriteHandle) => Sync<T>): T;
  /** Tells the listeners of rows that no commit holds, such as how a subscription stands. */
  announceUnrecorded(table: string, ids: readonly string[]): void;
  /** Calls `listener` after each commit, also those of other processes. @returns stops it */
  subscribe(listener: (hint: ChangeHint) => void): () => void;
  /** Another process said that it wrote: tells the listeners what. */
  announceForeignCommits(): void;
}

/** A chain of reactions to reactions longer than this is a loop. */
const LONGEST_CHAIN = 50;

export function createLedger(
  store: Store,
  clock: { nowMs(): number; zone?(): string },
  reactions: readonly Reaction[],
): Ledger {
  const listeners = new Set<(hint: ChangeHint) => void>();
  let announcedSeq = lastCommit(store.read)?.seq ?? 0;

  const announce = (hint: ChangeHint): void => {
    announcedSeq = Math.max(announcedSeq, hint.seq);
    for (const listener of listeners) listener(hint);
  };

  return {
    read: store.read,

    write(request, work) {
      let hint: ChangeHint | null = null;
      let prevHash = GENESIS;
      let seq = 1;
      const value = store.transaction(
        (handle) => {
          const last = lastCommit(handle);
          if (last) ({ hash: prevHash } = last);
          return (seq = (last?.seq ?? 0) + 1);
        },
        (handle) => {
          const nowMs = clock.nowMs();
          const events: { event: DomainEvent; depth: number }[] = [];
          let depth = 0;
          const tx: LedgerTx = {
            ...handle,
            nowMs,
            machineZone: clock.zone?.() ?? 'UTC',
            actor: request.actor,
            seq,
            newId: () => newId(nowMs),
            emit(event) {
              if (depth > LONGEST_CHAIN) throw new Error(`reactions do not end: ${event.type}`);
              events.push({ event, depth });
              insertEvent(handle, { commitSeq: seq, ...event, payload: JSON.stringify(event.payload) });
            },
          };
          const result = work(tx);
          for (let at = 0; at < events.length; at += 1) {
            const { event, depth: cause } = events[at]!;
            depth = cause + 1;
            for (const reaction of reactions) if (reaction.on === event.type) reaction.run(tx, event);
          }
          const changes = changesOfCommit(handle, seq);
          if (changes.length === 0 && events.length === 0) return result;
          const commit = {
            seq,
            id: newId(nowMs),
            atMs: nowMs,
            actor: request.actor,
            command: request.command,
            undoes: request.undoes ?? null,
            prevHash,
          };
          const hash = commitHash(commit, changes, events.length === 0 ? [] : eventsOfCommit(handle, seq));
          insertCommit(handle, { ...commit, hash });
          noteChangedTables(handle, new Set(changes.map(({ tableName }) => tableName)));
          const rows = changes.map((change) => ({ table: change.tableName, id: change.rowId }));
          hint = { seq, command: request.command, rows };
          return result;
        },
      );
      if (hint) announce(hint);
      return value;
    },

    writeUnrecorded(work) {
      return store.transaction(null, work);
    },

    announceUnrecorded(table, ids) {
      const rows = ids.map((id) => ({ table, id }));
      for (const listener of listeners) listener({ seq: announcedSeq, command: 'unrecorded', rows });
    },

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    announceForeignCommits() {
      const rows = rowsChangedSince(store.read, announcedSeq);
      const seq = rows.at(-1)?.commitSeq;
      if (seq === undefined) return;
      announce({ seq, command: 'elsewhere', rows: rows.map((row) => ({ table: row.tableName, id: row.rowId })) });
    },
  };
}
