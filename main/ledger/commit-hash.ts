import type { ChangeRow, CommitRow, EventRow } from '#db/queries/ledger';
import { changesOfCommit, commitsAfter, eventsOfCommit } from '#db/queries/ledger';
import type { ReadHandle } from '#db/store/handles';
import { createHash } from 'node:crypto';

/** What the first commit names as its predecessor. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over a commit, everything it changed and told, and the hash before it. Order and spelling are fixed for ever. */
export function commitHash(
  commit: Omit<CommitRow, 'hash'>,
  changes: readonly ChangeRow[],
  events: readonly EventRow[],
): string {
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([commit.prevHash, commit.seq, commit.id, commit.atMs, commit.actor, commit.command, commit.undoes]),
  );
  for (const change of changes)
    hash.update(JSON.stringify([change.tableName, change.rowId, change.op, change.before, change.after]));
  for (const event of events) hash.update(JSON.stringify([event.type, event.version, event.payload]));
  return hash.digest('hex');
}

/**
 * Walks the whole chain.
 *
 * @returns how many commits there are and the number of the first that does not match, or null when all do
 */
export function verifyChain(handle: ReadHandle): { commits: number; firstBrokenSeq: number | null } {
  let prevHash = GENESIS;
  let seq = 0;
  let commits = 0;
  for (;;) {
    const page = commitsAfter(handle, seq, 500);
    if (page.length === 0) return { commits, firstBrokenSeq: null };
    for (const commit of page) {
      const isNext = commit.seq === seq + 1 && commit.prevHash === prevHash;
      const expected = commitHash(commit, changesOfCommit(handle, commit.seq), eventsOfCommit(handle, commit.seq));
      if (!isNext || commit.hash !== expected) return { commits, firstBrokenSeq: commit.seq };
      ({ seq, hash: prevHash } = commit);
      commits += 1;
    }
  }
}
