import { localClient } from '#main/core/bridge';
import { createWordSource } from '../support/generate/generated-words.ts';
import { seededRandom } from '#main/domain/scheduling/random';
import { searchText } from '#db/store/search-text';
import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runCli } from '#main/host-cli/run-cli';
import { openQuietCore } from '../support/quiet-core.ts';
import { ms, ratio, report, timed, timedAsync } from './figures.ts';

// Goal P5: 10,000 Markdown notes until they are linked and found, against reading the same files and filling a full-text
// index with them, in the same run on the same disk; and against Joplin where it is installed.

const NOTES = 10_000;
const WORDS = 150;
const ROUNDS = 3;
const root = path.resolve(import.meta.dirname, '../..');

/** The least anybody could do: read every file and rebuild a full-text index over them. */
function readAndIndex(files: readonly string[], database: string): void {
  const sqlite = new Database(database);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.exec(`CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE note_fts USING fts5 (body, content = 'note', content_rowid = 'id',
      tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'", prefix = '1 2 3 4 5')`);
  const insert = sqlite.prepare('INSERT INTO note (body) VALUES (?)');
  sqlite.transaction(() => {
    for (const file of files) insert.run(searchText(fs.readFileSync(file, 'utf8')));
    sqlite.exec(`INSERT INTO note_fts (note_fts) VALUES ('rebuild')`);
  })();
  sqlite.close();
}

export async function benchImport(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'braindump-bench-import-'));
  const vault = path.join(folder, 'Vault');
  const source = createWordSource(seededRandom(3));
  const files = Array.from({ length: NOTES }, (_, at) => {
    const file = path.join(vault, `${at % 50}`, `Note ${at}.md`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `${source.prose(WORDS)}\n\nSee [[Note ${(at * 7) % NOTES}]] and #${source.word()}.\n`);
    fs.utimesSync(file, 1_400_000_000 + at * 30_000, 1_400_000_000 + at * 30_000);
    return file;
  });
  process.stdout.write(
    `Import of ${NOTES} Markdown notes of about ${WORDS} words, from the files until they are found\n`,
  );
  const samples = { floor: [] as number[], ours: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    samples.floor.push(timed(() => readAndIndex(files, path.join(folder, `floor-${round}.db`))));
    const dataDir = path.join(folder, `profile-${round}`);
    const program = {
      version: 'bench',
      migrationsDir: path.join(root, 'db/migrations'),
      workerEntry: new URL('../../main/core/worker.ts', import.meta.url),
    };
    const quiet = process.stdout.write.bind(process.stdout);
    process.stdout.write = () => true;
    try {
      samples.ours.push(await timedAsync(() => runCli(['import', vault, '--data-dir', dataDir], program)));
    } finally {
      process.stdout.write = quiet;
    }
    const core = openQuietCore(dataDir);
    const { hits } = await localClient(core.services).search.asYouType({ query: 'see note' });
    if (hits.length === 0) throw new Error('nothing is found');
    if (round === ROUNDS - 1) {
      const client = localClient(core.services);
      report('one undo of the whole import', ms(await timedAsync(() => client.history.undo())));
    }
    await core.close();
  }
  const [floor, ours] = [Math.min(...samples.floor), Math.min(...samples.ours)];
  report('read the files and rebuild a full-text index', ms(floor));
  report('import, by the command line, with the ledger', ms(ours), `${ratio(ours / floor)} of that`, 'aim 1.5x');
  report('notes a second', String(Math.round(NOTES / (ours / 1_000))));
  const joplin = spawnSync('joplin', ['version'], { encoding: 'utf8' });
  if (joplin.error) report('Joplin', 'not installed here: not compared');
  else {
    const profile = path.join(folder, 'joplin');
    const took = timed(
      () => void spawnSync('joplin', ['--profile', profile, 'import', '--format', 'md', vault], { timeout: 1_800_000 }),
    );
    report('Joplin, the same folder', ms(took), `${ratio(took / ours)} of ours`, 'aim 40x');
  }
  fs.rmSync(folder, { recursive: true, force: true });
}
