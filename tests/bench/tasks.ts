import type { NewTask } from '#contract/tasks';
import { DATABASE_FILE } from '#db/store/open-store';
import { localClient } from '#main/core/bridge';
import { createTask, setTaskStatus } from '#main/features/tasks/index';
import { undoCommit } from '#main/ledger/undo';
import Database from 'better-sqlite3';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openQuietCore } from '../support/quiet-core.ts';
import { figuresOf, ms, ratio, report, timed, timedAsync } from './figures.ts';

// Goal P6: 10,000 tasks feel like ten. Lists and filters, adding by a sentence, and completing 1,000 at once with history and
// undo, each against bare SQLite on the same disk in the same run. Taskwarrior, the peer the goal names, is not installable here.

const TASKS = 10_000;
const MANY = 1_000;
const ROUNDS = 7;
const ADDS = 100;
const DAY_MS = 86_400_000;

const PROJECTS = ['Audio guide', 'Boiler', 'Lotte', 'Garden', 'Taxes', 'Boat', 'Thesis', 'Choir'];
const TAGS = ['home', 'phone', 'errand', 'museum', 'deep', 'soon'];
const WORDS = ['call', 'write', 'mend', 'order', 'send', 'read', 'plan', 'compare', 'paint', 'book', 'draft', 'check'];

const QUESTIONS: readonly (readonly [
  name: string,
  input: { list: 'today' | 'upcoming' | 'anytime' | 'all'; query?: string },
])[] = [
  ['Today', { list: 'today' }],
  ['Upcoming', { list: 'upcoming' }],
  ['Anytime', { list: 'anytime' }],
  ['tag:home due:"this week"', { list: 'all', query: 'tag:home due:"this week"' }],
  ['project:boiler priority:<=2', { list: 'all', query: 'project:boiler priority:<=2' }],
  ['mend -tag:phone estimate:<=30m', { list: 'all', query: 'mend -tag:phone estimate:<=30m' }],
];
/** What a screen shows before one scrolls. */
const SHOWN = 100;

export async function benchTasks(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'braindump-bench-'));
  const core = openQuietCore(path.join(folder, 'profile'));
  const client = localClient(core.services);
  const { ledger } = core.services;
  const ids = ledger.write({ actor: 'user', command: 'tasks.create' }, (tx) =>
    Array.from({ length: TASKS }, (_, number) => createTask(tx, taskNumber(number, core.services.today())).id),
  );

  const bare = bareCopy(path.join(folder, 'profile'), path.join(folder, 'bare.db'));
  const put = bare.prepare(
    'INSERT INTO task (id, title, due_day, priority, position, created_at_ms) VALUES (?, ?, ?, ?, ?, 0)',
  );
  const close = bare.prepare(`UPDATE task SET status = 'done', closed_at_ms = ? WHERE id = ?`);
  const reopen = bare.prepare(`UPDATE task SET status = 'open', closed_at_ms = NULL WHERE id = ?`);
  const all = bare.prepare(`SELECT * FROM task WHERE status = 'open' ORDER BY position LIMIT ${SHOWN}`);

  process.stdout.write(`${TASKS} tasks (through the contract; history, index and undo included)\n`);
  const bareRead = figuresOf(Array.from({ length: 50 }, () => timed(() => void all.all())));
  report('a bare SELECT of 100 rows, unsorted by day', `${ms(bareRead.median)}, p95 ${ms(bareRead.p95)}`);
  for (const [name, input] of QUESTIONS) {
    const samples: number[] = [];
    for (let round = 0; round < 30; round += 1)
      samples.push(await timedAsync(() => client.tasks.list({ ...input, limit: SHOWN })));
    const { median, p95 } = figuresOf(samples);
    report(`the first 100 of ${name}`, `${ms(median)}, p95 ${ms(p95)}`, `${ratio(median / bareRead.median)} bare`);
  }
  const counts: number[] = [];
  for (let round = 0; round < 30; round += 1) counts.push(await timedAsync(() => client.tasks.counts()));
  report('the counts of every list', `${ms(figuresOf(counts).median)}, p95 ${ms(figuresOf(counts).p95)}`);

  const adding = { bare: [] as number[], own: [] as number[] };
  for (let round = 0; round < ADDS; round += 1) {
    adding.bare.push(timed(() => void put.run(`new ${round}`, 'call Ana', '2026-11-27', 1, TASKS + round)));
    const lines = [`call Ana about part ${round} tomorrow 5pm p1 #phone +Boiler ~20m`];
    adding.own.push(await timedAsync(() => client.tasks.addLines({ lines })));
  }
  const [bareAdd, ownAdd] = [figuresOf(adding.bare), figuresOf(adding.own)];
  report('a bare durable INSERT', `${ms(bareAdd.median)}, p95 ${ms(bareAdd.p95)}`);
  report(
    'adding by a sentence, read and durable',
    `${ms(ownAdd.median)}, p95 ${ms(ownAdd.p95)}`,
    `${ratio(ownAdd.median / bareAdd.median)} bare`,
  );

  const many = ids.slice(0, MANY);
  const turns = { bare: [] as number[], own: [] as number[], undo: [] as number[], wide: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    turns.bare.push(timed(bare.transaction(() => many.forEach((id) => close.run(Date.now(), id)))));
    bare.transaction(() => many.forEach((id) => reopen.run(id)))();
    let seq = 0;
    turns.own.push(
      timed(() => {
        ledger.write({ actor: 'user', command: 'tasks.complete' }, (tx) => {
          seq = tx.seq;
          setTaskStatus(tx, many, 'done');
        });
      }),
    );
    turns.undo.push(timed(() => void undoCommit(ledger, 'user', seq)));
    turns.wide.push(await timedAsync(() => client.tasks.complete({ ids: many })));
    await client.history.undo();
  }
  const [bareMany, ownMany, undoMany, wideMany] = [turns.bare, turns.own, turns.undo, turns.wide].map(figuresOf);
  const held = (figure: number): string => `${ratio(figure / bareMany!.median)} bare`;
  report('1,000 bare UPDATEs in one transaction', `${ms(bareMany!.median)}, p95 ${ms(bareMany!.p95)}`);
  report(
    'completing 1,000 at once, recorded',
    `${ms(ownMany!.median)}, p95 ${ms(ownMany!.p95)}`,
    held(ownMany!.median),
    'aim 3x',
  );
  report('taking that back', `${ms(undoMany!.median)}, p95 ${ms(undoMany!.p95)}`, held(undoMany!.median), 'aim 3x');
  report(
    'completing, with the answer over the bridge',
    `${ms(wideMany!.median)}, p95 ${ms(wideMany!.p95)}`,
    held(wideMany!.median),
  );
  bare.close();
  await core.close();
  fs.rmSync(folder, { recursive: true, force: true });
}

/** Seeded by its number: every run asks the same. */
function taskNumber(number: number, today: string): NewTask {
  const pick = <T>(values: readonly T[], step: number): T => values[(number * step) % values.length]!;
  const dayAt = (days: number): string => new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);
  return {
    title: `${pick(WORDS, 7)} part ${number} with ${pick(WORDS, 5)}`,
    priority: (number % 4) + 1,
    project: pick(PROJECTS, 3),
    tags: number % 3 === 0 ? [pick(TAGS, 5), pick(TAGS, 7)] : [],
    ...(number % 2 === 0 ? { dueDay: dayAt((number % 180) - 30) } : {}),
    ...(number % 5 === 0 ? { estimateMin: 5 * ((number % 24) + 1) } : {}),
  };
}

/** A copy of the same file without its triggers: nothing is recorded, indexed for search or checked. */
function bareCopy(profile: string, file: string): Database.Database {
  const source = new Database(path.join(profile, DATABASE_FILE), { readonly: true });
  source.prepare('VACUUM INTO ?').run(file);
  source.close();
  const bare = new Database(file);
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  const triggers = bare.prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all();
  for (const { name } of triggers) bare.exec(`DROP TRIGGER "${name}"`);
  return bare;
}
