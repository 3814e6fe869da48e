import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

interface Commit {
  readonly seq: number;
  readonly id: string;
  readonly at_ms: number;
  readonly actor: string;
  readonly command: string;
  readonly undoes: number | null;
  readonly prev_hash: string;
  readonly hash: string;
}

const FIRST_HASH = '0'.repeat(64);

/**
 * Walks the ledger's hash chain as it was laid down for ever: SHA-256 over each commit, what it changed and told, and the
 * hash before it. It shares no code with the ledger on purpose, so that it also finds the ledger's own mistakes.
 *
 * @returns how many commits are right, and the number of the first that is not
 */
export function walkLedger(database: DatabaseSync): { commits: number; firstBrokenSeq: number | null } {
  const changes = database.prepare(
    'SELECT table_name, row_id, op, before, after FROM ledger_change WHERE commit_seq = ? ORDER BY id',
  );
  const events = database.prepare('SELECT type, version, payload FROM ledger_event WHERE commit_seq = ? ORDER BY id');
  const commits = database.prepare(
    'SELECT seq, id, at_ms, actor, command, undoes, prev_hash, hash FROM ledger_commit ORDER BY seq',
  );
  let previous = FIRST_HASH;
  let count = 0;
  for (const row of commits.iterate()) {
    const commit = row as unknown as Commit;
    const { seq, id, at_ms, actor, command, undoes } = commit;
    const hash = createHash('sha256');
    hash.update(JSON.stringify([previous, seq, id, at_ms, actor, command, undoes]));
    for (const change of changes.iterate(seq)) hash.update(JSON.stringify(Object.values(change)));
    for (const event of events.iterate(seq)) hash.update(JSON.stringify(Object.values(event)));
    if (seq !== count + 1 || commit.prev_hash !== previous || commit.hash !== hash.digest('hex'))
      return { commits: count, firstBrokenSeq: seq };
    previous = commit.hash;
    count += 1;
  }
  return { commits: count, firstBrokenSeq: null };
}
