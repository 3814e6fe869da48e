/**
 * How right the built-in insights are on a collection of journal texts that people have marked.
 *
 *     node tests/bench/insights-accuracy.ts [--misses] [id ...]
 *
 * Reads `journal/journal-*.json` in BRAINDUMP_CORPORA (else ../shared/corpora) and prints precision and recall per kind.
 * A find is right when its quotation overlaps a marked one; each counts once. A to-do marked "arguable" counts neither way.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findInsights } from '#main/domain/insights/find-insights';

interface Marked {
  readonly quote: string;
  readonly confidence?: string;
  readonly due?: { readonly local: string };
  readonly start?: { readonly local: string };
  readonly person?: string;
  readonly amount?: { readonly minor: number; readonly currency: string };
  readonly category?: string;
}

interface JournalRecord {
  readonly id: string;
  readonly now: string;
  readonly zone: string;
  readonly text: string;
  readonly todos: readonly Marked[];
  readonly events: readonly Marked[];
  readonly expenses: readonly Marked[];
  readonly people: readonly string[];
  readonly topics: readonly string[];
  readonly mood: { readonly label: string; readonly evidence: string | null };
  readonly decoys: readonly { readonly quote: string; readonly why: string }[];
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly quote: string;
}

const folder = join(
  process.env['BRAINDUMP_CORPORA'] ?? join(import.meta.dirname, '../../../shared/corpora'),
  'journal',
);
if (!existsSync(folder)) {
  process.stdout.write(`No collection at ${folder}; set BRAINDUMP_CORPORA.\n`);
  process.exit(1);
}

const wantedIds = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const showsMisses = process.argv.includes('--misses');
const tallies = new Map<string, { right: number; found: number; marked: number }>();
const rates = new Map<string, { right: number; of: number }>();
const lines: string[] = [];

for (const file of readdirSync(folder).filter((name) => /^journal-.*\.json$/u.test(name))) {
  const records: readonly JournalRecord[] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  for (const record of records) if (wantedIds.length === 0 || wantedIds.includes(record.id)) score(record);
}
print();

function score(record: JournalRecord): void {
  const found = findInsights(record.text, { nowMs: Date.parse(record.now), zone: record.zone });
  const clear = record.todos.filter((todo) => todo.confidence === 'clear');
  const arguable = record.todos.filter((todo) => todo.confidence !== 'clear');
  const todos = found.todos.filter((todo) => touches(record, todo, clear) || !touches(record, todo, arguable));
  for (const [mark, todo] of pair(record, 'todos', clear, todos)) {
    rate(
      'todo due',
      mark.due?.local === todo.due?.local,
      record,
      `${mark.quote} | ${mark.due?.local} | ${todo.due?.local}`,
    );
    rate(
      'todo person',
      (mark.person ?? '').toLowerCase() === (todo.person ?? '').toLowerCase(),
      record,
      `${mark.quote} | ${mark.person} | ${todo.person}`,
    );
  }
  for (const [mark, event] of pair(record, 'events', record.events, found.events)) {
    rate(
      'event start',
      mark.start?.local === event.start?.local,
      record,
      `${mark.quote} | ${mark.start?.local} | ${event.start?.local}`,
    );
  }
  for (const [mark, expense] of pair(record, 'expenses', record.expenses, found.expenses)) {
    const isSame = mark.amount?.minor === expense.amount.minor && mark.amount.currency === expense.amount.currency;
    rate('expense amount', isSame, record, `${mark.quote} | ${JSON.stringify(expense.amount)}`);
    rate(
      'expense category',
      mark.category === expense.category,
      record,
      `${mark.quote} | ${mark.category} | ${expense.category}`,
    );
  }
  names(
    record,
    'people',
    record.people,
    found.people.map((person) => person.name),
  );
  names(
    record,
    'topics',
    record.topics,
    found.topics.map((topic) => topic.name),
  );
  const isPositive = /positive/u.test(record.mood.label);
  const isNegative = /negative/u.test(record.mood.label);
  const score = found.mood?.score ?? 0;
  const sign = score > 0.15 ? 1 : score < -0.15 ? -1 : 0;
  rate(
    'mood direction',
    sign === (isPositive ? 1 : isNegative ? -1 : 0),
    record,
    `${record.mood.label} | ${found.mood?.label} ${score} ${found.mood?.evidence?.quote}`,
  );
  for (const decoy of record.decoys) {
    const isTaken = [...found.todos, ...found.expenses].some(
      (item) =>
        overlaps(record.text, item, decoy.quote) && !touches(record, item, [...record.todos, ...record.expenses]),
    );
    rate('decoys left alone', !isTaken, record, `${decoy.quote} | ${decoy.why}`);
  }
}

function pair<F extends Found>(
  record: JournalRecord,
  kind: string,
  marked: readonly Marked[],
  found: readonly F[],
): (readonly [Marked, F])[] {
  const free = new Set(found);
  const pairs: (readonly [Marked, F])[] = [];
  for (const mark of marked) {
    const match = [...free].find((item) => overlaps(record.text, item, mark.quote));
    if (match) {
      free.delete(match);
      pairs.push([mark, match]);
    } else lines.push(`${record.id} ${kind} MISSED ${mark.quote}`);
  }
  for (const item of free) lines.push(`${record.id} ${kind} EXTRA  ${item.quote}`);
  count(kind, pairs.length, found.length, marked.length);
  return pairs;
}

function names(record: JournalRecord, kind: string, marked: readonly string[], found: readonly string[]): void {
  const wanted = new Set(marked.map((name) => name.toLowerCase()));
  const got = new Set(found.map((name) => name.toLowerCase()));
  const right = [...got].filter((name) => wanted.has(name));
  for (const name of wanted) if (!got.has(name)) lines.push(`${record.id} ${kind} MISSED ${name}`);
  for (const name of got) if (!wanted.has(name)) lines.push(`${record.id} ${kind} EXTRA  ${name}`);
  count(kind, right.length, got.size, wanted.size);
}

function touches(record: JournalRecord, item: Found, marks: readonly Marked[]): boolean {
  return marks.some((mark) => overlaps(record.text, item, mark.quote));
}

function overlaps(text: string, item: Found, quote: string): boolean {
  const from = text.indexOf(quote);
  return from !== -1 && item.from < from + quote.length && from < item.to;
}

function count(kind: string, right: number, found: number, marked: number): void {
  const known = tallies.get(kind) ?? { right: 0, found: 0, marked: 0 };
  tallies.set(kind, { right: known.right + right, found: known.found + found, marked: known.marked + marked });
}

function rate(name: string, isRight: boolean, record: JournalRecord, detail: string): void {
  const known = rates.get(name) ?? { right: 0, of: 0 };
  rates.set(name, { right: known.right + (isRight ? 1 : 0), of: known.of + 1 });
  if (!isRight) lines.push(`${record.id} ${name} WRONG  ${detail}`);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)}%`;
}

function print(): void {
  if (showsMisses) for (const line of lines) process.stdout.write(`${line}\n`);
  process.stdout.write(`${'kind'.padEnd(20)}${'precision'.padStart(11)}${'recall'.padStart(9)}\n`);
  for (const [kind, { right, found, marked }] of tallies) {
    process.stdout.write(
      `${kind.padEnd(20)}${percent(right, found).padStart(11)}${percent(right, marked).padStart(9)}  (${right} of ${found} found, ${marked} marked)\n`,
    );
  }
  for (const [name, { right, of }] of rates)
    process.stdout.write(`${name.padEnd(20)}${percent(right, of).padStart(11)}  (${right} of ${of})\n`);
}
