import { localClient } from '#main/core/bridge';
import { newId } from '#main/ledger/new-id';
import Database from 'better-sqlite3';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openQuietCore } from '../support/quiet-core.ts';
import { figuresOf, ms, ratio, report, timed, timedAsync } from './figures.ts';

// Goal P2: what a recorded, indexed, durable save costs, against the disk's own sync and against a bare SQLite write, all
// on the same disk, in turns, in one run.

const ROUNDS = 400;
const WORDS = 'The quick brown fox jumps over the lazy dog while nobody is looking at the calendar. ';

export async function benchWrites(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'braindump-bench-'));
  const core = openQuietCore(path.join(folder, 'profile'));
  const client = localClient(core.services);
  const day = core.services.today();
  const entry = newId(Date.now());
  await client.journal.write({ id: entry, day, body: WORDS.repeat(10) });

  const bare = new Database(path.join(folder, 'bare.db'));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('CREATE TABLE entry (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT');
  bare.prepare('INSERT INTO entry VALUES (?, ?)').run(entry, '');
  const update = bare.prepare('UPDATE entry SET body = ? WHERE id = ?');

  const descriptor = fs.openSync(path.join(folder, 'sync'), 'w');
  const page = Buffer.alloc(4_096, 1);
  const samples = { sync: [] as number[], bare: [] as number[], draft: [] as number[], commit: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    // About 150 words, a little different each time, as typing makes them.
    const body = `${WORDS.repeat(10)}${'more '.repeat(round % 20)}${round}`;
    samples.sync.push(
      timed(() => {
        fs.writeSync(descriptor, page);
        fs.fdatasyncSync(descriptor);
      }),
    );
    samples.bare.push(timed(() => void update.run(body, entry)));
    samples.draft.push(await timedAsync(() => client.journal.saveDraft({ id: entry, day, body })));
    samples.commit.push(await timedAsync(() => client.journal.write({ id: entry, day, body: `${body}.` })));
  }
  const [sync, bareWrite, draft, commit] = [samples.sync, samples.bare, samples.draft, samples.commit].map(figuresOf);
  process.stdout.write('Durable writes (150-word entry; through the contract, FTS index and ledger included)\n');
  report("the disk's own fdatasync of 4 kB", `${ms(sync!.median)}, p95 ${ms(sync!.p95)}`);
  report('a bare SQLite update, WAL, FULL', `${ms(bareWrite!.median)}, p95 ${ms(bareWrite!.p95)}`);
  report(
    'autosave of a draft',
    `${ms(draft!.median)}, p95 ${ms(draft!.p95)}`,
    `p95 ${ratio(draft!.p95 / sync!.p95)} fdatasync`,
  );
  report(
    'a recorded commit',
    `${ms(commit!.median)}, p95 ${ms(commit!.p95)}`,
    `p95 ${ratio(commit!.p95 / sync!.p95)} fdatasync, median ${ratio(commit!.median / bareWrite!.median)} bare`,
    'aim 8x p95, 3x bare',
  );
  fs.closeSync(descriptor);
  bare.close();
  await core.close();
  fs.rmSync(folder, { recursive: true, force: true });
}
