/**
 * How fast everything is found, and how good the ranking is (goals P3 and P4).
 *
 *     node tests/bench/search.ts [--entries 100000] [--grown 1000000]
 *
 * Every figure is held against plain FTS5 in the same run: `"word" * ORDER BY rowid DESC` for search as you type, `ORDER BY
 * bm25(...)` for the ranked one. Questions are asked in turns, five rounds; a question counts with its median. Results are
 * compared before anything is timed. With `--grown` the same questions are asked of a larger store.
 */
import type { Contract } from '#contract/index';
import { servePort } from '#main/core/bridge';
import { seededRandom } from '#main/domain/scheduling/random';
import { TITLE_WEIGHT, findAsYouType, findRanked } from '#main/features/search/index';
import type { ReadHandle } from '#db/store/handles';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { parseArgs } from 'node:util';
import { MessageChannel } from 'node:worker_threads';
import { generatedProfile } from '../support/generate/generated-profile.ts';
import { createWordSource } from '../support/generate/generated-words.ts';
import { openQuietCore } from '../support/quiet-core.ts';
import { type Figures, figuresOf, ms, ratio, report, timed, timedAsync } from './figures.ts';

const ROUNDS = 5;
const SHOWN = 20;
const QUESTIONS_PER_CLASS = 12;
const SELECTIVE = 2_000;

/** When and where the questions are asked. */
const ASKED = { nowMs: Date.parse('2026-11-20T10:00:00Z'), zone: 'UTC', dayStartMin: 0 };

const random = seededRandom(11);
const source = createWordSource(random);
const between = (from: number, to: number): string => source.words[from + Math.floor(random() * (to - from))]!;

/** What people type: one to three words, asked at each key press. */
function keyPresses(): string[] {
  return Array.from({ length: 40 }, (_, at) => {
    const words = Array.from({ length: 1 + (at % 3) }, () => (random() < 0.4 ? source.word() : between(20, 8_000)));
    const text = words.join(' ');
    return Array.from(text, (__, length) => text.slice(0, length + 1)).filter((typed) => !typed.endsWith(' '));
  }).flat();
}

interface QuestionClass {
  readonly name: string;
  readonly ask: () => string;
  /** Other than the question itself where the syntax differs. */
  readonly match?: (question: string) => string;
}

/** A question with operators, and the plain SQL that answers it: FTS5 joined with the rows, newest or best first. */
interface OperatorClass {
  readonly name: string;
  readonly ask: () => { readonly query: string; readonly sql: string; readonly params: readonly (string | number)[] };
}

const joined = (condition: string): string =>
  `SELECT d.ref FROM search_fts f JOIN search_doc d ON d.docid = f.rowid
   WHERE f.search_fts MATCH ? AND ${condition} ORDER BY bm25(search_fts, ${TITLE_WEIGHT}, 1) LIMIT ${SHOWN}`;
const newestOf = (condition: string): string =>
  `SELECT d.ref FROM search_doc d WHERE ${condition} ORDER BY d.docid DESC LIMIT ${SHOWN}`;

const OPERATORS: readonly OperatorClass[] = [
  {
    name: 'a common word in one room',
    ask: () => {
      const word = between(0, 12);
      return { query: `${word} in:tasks `, sql: joined(`d.kind = 'task'`), params: [`"${word}"`] };
    },
  },
  {
    name: 'a common word of a month',
    ask: () => {
      const [word, month] = [
        between(0, 30),
        `20${String(18 + Math.floor(random() * 8))}-0${String(1 + Math.floor(random() * 9))}`,
      ];
      return {
        query: `${word} in:journal on:${month} `,
        sql: joined(`EXISTS (SELECT 1 FROM entry e WHERE e.id = d.ref AND substr(e.day, 1, 7) = ?)`),
        params: [`"${word}"`, month],
      };
    },
  },
  {
    name: 'either of two common words',
    ask: () => {
      const [one, other] = [between(0, 12), between(12, 30)];
      return { query: `${one} or ${other} `, sql: joined('1'), params: [`"${one}" OR "${other}"`] };
    },
  },
  {
    name: 'a room and a state without words',
    ask: () => ({
      query: 'is:done priority:1 ',
      sql: newestOf(`EXISTS (SELECT 1 FROM task t WHERE t.id = d.ref AND t.status = 'done' AND t.priority = 1)`),
      params: [],
    }),
  },
  {
    name: 'a mood and a year without words',
    ask: () => ({
      query: 'in:journal on:2019 mood:>3 ',
      sql: newestOf(
        `EXISTS (SELECT 1 FROM entry e WHERE e.id = d.ref AND e.mood > 3 AND substr(e.day, 1, 4) = '2019')`,
      ),
      params: [],
    }),
  },
  {
    name: 'a word one letter off',
    ask: () => {
      const word = between(200, 3_000);
      const at = 2 + Math.floor(random() * Math.max(1, word.length - 2));
      const typed = `${word.slice(0, at)}q${word.slice(at)}`;
      return { query: `${typed} `, sql: joined('1'), params: [`"${word}"`] };
    },
  },
];

const words = (question: string): string =>
  question
    .split(' ')
    .map((word) => `"${word}"`)
    .join(' ');
const CLASSES: readonly QuestionClass[] = [
  { name: 'a rare word', ask: () => `${between(8_000, 30_000)} ` },
  { name: 'a common word', ask: () => `${between(0, 12)} ` },
  { name: 'a common beginning of 1-2 letters', ask: () => between(0, 40).slice(0, 1 + Math.floor(random() * 2)) },
  { name: 'two common words', ask: () => `${between(0, 12)} ${between(12, 30)} ` },
  { name: 'a rare and a common word', ask: () => `${between(3_000, 10_000)} ${between(0, 12)} ` },
  { name: 'a frequent phrase', ask: () => `"${between(0, 8)} ${between(0, 8)}"`, match: (question) => question },
  {
    name: 'a phrase of common words that hardly occurs',
    ask: () => `"${between(5, 60)} ${between(60, 200)} ${between(5, 60)}"`,
    match: (question) => question,
  },
  { name: 'four words', ask: () => `${between(0, 30)} ${between(30, 100)} ${between(100, 200)} ${between(100, 300)} ` },
  {
    name: 'one word without another',
    ask: () => `${between(12, 60)} -${between(0, 12)} `,
    match: (question) => words(question.trim().replace('-', '')).replace(' ', ' NOT '),
  },
];

interface AskedClass {
  readonly name: string;
  readonly questions: readonly { readonly query: string; readonly match: string }[];
}

const asked: readonly AskedClass[] = CLASSES.map(({ name, ask, match }) => ({
  name,
  questions: Array.from({ length: QUESTIONS_PER_CLASS }, () => {
    const query = ask();
    const isBeginning = !query.endsWith(' ') && !query.endsWith('"');
    return { query, match: isBeginning ? `"${query}" *` : (match ?? words)(query.trim()) };
  }),
}));
const typed = keyPresses();

interface Measured {
  readonly typing: Figures;
  readonly worstRanked: number;
}

/** @param entries how many; a tenth as many tasks and events each come with them */
export async function benchSearch(entries = 100_000): Promise<Measured> {
  const core = openQuietCore(generatedProfile(entries));
  const handle = core.services.ledger.read;
  process.stdout.write(`Search over ${entries.toLocaleString('en')} entries, tasks and events\n`);
  const typing = await benchTyping(handle, core);
  const worstRanked = benchRanked(handle);
  benchOperators(handle);
  await core.close();
  return { typing, worstRanked };
}

async function benchTyping(handle: ReadHandle, core: ReturnType<typeof openQuietCore>): Promise<Figures> {
  const newest = handle.sqlite.prepare<[string, number], { ref: string }>(
    `SELECT d.ref FROM search_fts f CROSS JOIN search_doc d ON d.docid = f.rowid
     WHERE f.search_fts MATCH ? ORDER BY f.rowid DESC LIMIT ?`,
  );
  const plainMatch = (query: string): string => `${words(query)} *`;
  let incomplete = 0;
  for (const query of typed) {
    const plain = newest.all(plainMatch(query), SHOWN).map((row) => row.ref);
    const ours = findAsYouType(handle, { query, limit: SHOWN, ...ASKED });
    const found = ours.hits.map((hit) => hit.id);
    if (!ours.isComplete) incomplete += 1;
    else if (found.join() !== plain.join()) throw new Error(`other results for "${query}"`);
  }

  const { port1, port2 } = new MessageChannel();
  servePort(core.services, port1);
  port1.start();
  port2.start();
  const client: ContractRouterClient<Contract> = createORPCClient(new PortLink({ port: port2 }));
  const samples = typed.map(() => ({ store: [] as number[], plain: [] as number[], window: [] as number[] }));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, query] of typed.entries()) {
      const sample = samples[at]!;
      sample.plain.push(timed(() => newest.all(plainMatch(query), SHOWN)));
      sample.store.push(timed(() => findAsYouType(handle, { query, limit: SHOWN, ...ASKED })));
      sample.window.push(await timedAsync(() => client.search.asYouType({ query, limit: SHOWN })));
    }
  port2.close();
  const of = (part: 'store' | 'plain' | 'window'): Figures =>
    figuresOf(samples.map((sample) => figuresOf(sample[part]).median));
  const [store, plain, window] = [of('store'), of('plain'), of('window')];
  report(`as you type, ${typed.length} key presses: plain FTS5`, shown(plain), 'document ids only');
  report('in the store, with snippets', shown(store), `p95 ${ratio(store.p95 / plain.p95)} plain`, 'aim p95 2 ms');
  report('to the window and back', shown(window), `${incomplete} not looked through to the end`, 'aim p95 10 ms');
  return store;
}

/** @returns the worst class's p95 in milliseconds */
function benchRanked(handle: ReadHandle): number {
  const rank = handle.sqlite.prepare<[string], { ref: string }>(
    `SELECT d.ref FROM (SELECT rowid FROM search_fts WHERE search_fts MATCH ?
       ORDER BY bm25(search_fts, ${TITLE_WEIGHT}, 1) LIMIT ${SHOWN}) f JOIN search_doc d ON d.docid = f.rowid`,
  );
  const count = handle.sqlite.prepare<[string], { hits: number }>(
    'SELECT count(*) AS hits FROM search_fts WHERE search_fts MATCH ?',
  );
  let worstOurs = 0;
  let worstPlain = 0;
  for (const { name, questions } of asked) {
    const recalls: number[] = [];
    for (const { query, match } of questions) {
      const { hits } = count.get(match)!;
      if (hits === 0 || hits > SELECTIVE) continue;
      const exact = rank.all(match).map((row) => row.ref);
      const found = new Set(everythingRanked(handle, query));
      recalls.push(exact.filter((ref) => found.has(ref)).length / exact.length);
    }
    const samples = questions.map(() => ({ ours: [] as number[], plain: [] as number[] }));
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [at, { query, match }] of questions.entries()) {
        samples[at]!.plain.push(timed(() => rank.all(match)));
        samples[at]!.ours.push(timed(() => findRanked(handle, { query, limit: SHOWN, ...ASKED })));
      }
    const ours = figuresOf(samples.map((sample) => figuresOf(sample.ours).median));
    const plain = figuresOf(samples.map((sample) => figuresOf(sample.plain).median));
    worstOurs = Math.max(worstOurs, ours.p95);
    worstPlain = Math.max(worstPlain, plain.p95);
    const recall = recalls.reduce((sum, value) => sum + value, 0) / recalls.length;
    report(
      `ranked: ${name}`,
      shown(ours),
      `plain ${shown(plain)}`,
      recalls.length === 0 ? '' : `recall@${SHOWN} ${recall.toFixed(3)} of ${recalls.length}`,
    );
  }
  report('ranked: the worst class', `p95 ${ms(worstOurs)}`, `${ratio(worstOurs / worstPlain)} plain`, 'aim 0.1x');
  return worstOurs;
}

/** @returns the worst class's p95 in milliseconds */
function benchOperators(handle: ReadHandle): number {
  let worstOurs = 0;
  let worstPlain = 0;
  for (const { name, ask } of OPERATORS) {
    const questions = Array.from({ length: QUESTIONS_PER_CLASS }, ask);
    const samples = questions.map(() => ({ ours: [] as number[], typing: [] as number[], plain: [] as number[] }));
    let found = 0;
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [at, { query, sql, params }] of questions.entries()) {
        const statement = handle.sqlite.prepare<unknown[], { ref: string }>(sql);
        samples[at]!.plain.push(timed(() => statement.all(...params)));
        samples[at]!.ours.push(timed(() => findRanked(handle, { query, limit: SHOWN, ...ASKED })));
        samples[at]!.typing.push(timed(() => findAsYouType(handle, { query, limit: SHOWN, ...ASKED })));
        if (round === 0) found += findRanked(handle, { query, limit: SHOWN, ...ASKED }).hits.length;
      }
    const of = (part: 'ours' | 'typing' | 'plain'): Figures =>
      figuresOf(samples.map((sample) => figuresOf(sample[part]).median));
    const [ours, typing, plain] = [of('ours'), of('typing'), of('plain')];
    worstOurs = Math.max(worstOurs, ours.p95, typing.p95);
    worstPlain = Math.max(worstPlain, plain.p95);
    report(`operators: ${name}`, shown(ours), `typing ${shown(typing)}`, `plain ${shown(plain)}, ${found} found`);
  }
  report('operators: the worst class', `p95 ${ms(worstOurs)}`, `${ratio(worstOurs / worstPlain)} plain`, 'aim 1x');
  return worstOurs;
}

/** The best of one answer; where it looked through a part only, of all answers. */
function everythingRanked(handle: ReadHandle, query: string): string[] {
  const first = findRanked(handle, { query, limit: SHOWN, ...ASKED });
  const found = first.hits.map((hit) => hit.id);
  for (let before = first.nextBefore; before !== null;) {
    const next = findRanked(handle, { query, limit: SHOWN, before, ...ASKED });
    found.push(...next.hits.map((hit) => hit.id));
    before = next.nextBefore;
  }
  return found;
}

const shown = ({ median, p95 }: Figures): string => `${ms(median)}, p95 ${ms(p95)}`;

if (import.meta.main) {
  const { values } = parseArgs({
    options: { entries: { type: 'string', default: '100000' }, grown: { type: 'string' } },
  });
  const small = await benchSearch(Number(values.entries));
  if (values.grown !== undefined) {
    const large = await benchSearch(Number(values.grown));
    report('grown: as you type', `p95 ${ratio(large.typing.p95 / small.typing.p95)}`, '', 'aim 1.3x');
    report('grown: ranked, the worst class', `p95 ${ratio(large.worstRanked / small.worstRanked)}`, '', 'aim 4x');
  }
}
