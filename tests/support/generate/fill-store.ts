import { seededRandom } from '#main/domain/scheduling/random';
import { countWords } from '#main/features/journal/entry-text';
import type { Ledger, LedgerTx } from '#main/ledger/ledger';
import { newId } from '#main/ledger/new-id';
import { type WordSource, createWordSource } from './generated-words.ts';

export interface Filling {
  readonly seed?: number;
  readonly entries: number;
  readonly tasks?: number;
  readonly events?: number;
  /** Words of an entry on average; 150 when not given. */
  readonly entryWords?: number;
  /** The last things belong to this moment, in epoch milliseconds; the first ones lie `years` before. */
  readonly untilMs: number;
  readonly years?: number;
}

const HOUR_MS = 3_600_000;
const ROWS_PER_COMMIT = 2_000;

/**
 * Fills a store with made-up entries, tasks and events, spread evenly over the years.
 *
 * It inserts into the real tables inside ordinary commits (actor `import:generated`), so history, hash chain and search index
 * are what the program would have made; only the features' own events are left out. Rows come in the order of their
 * moments: FTS5 writes a segment to disk each time a rowid is smaller than the last.
 *
 * @returns the words it was written with, the most frequent first
 */
export function fillStore(ledger: Ledger, filling: Filling): readonly string[] {
  const random = seededRandom(filling.seed ?? 1);
  const source = createWordSource(random);
  const counts = { entry: filling.entries, task: filling.tasks ?? 0, event: filling.events ?? 0 };
  const total = counts.entry + counts.task + counts.event;
  const spanMs = (filling.years ?? 10) * 365.25 * 24 * HOUR_MS;
  const done = { entry: 0, task: 0, event: 0 };
  const kinds = ['entry', 'task', 'event'] as const;
  const request = { actor: 'import:generated', command: 'generated.fill' } as const;
  if (counts.event > 0)
    ledger.write(request, (tx) => {
      tx.sqlite
        .prepare(`INSERT OR IGNORE INTO calendar (id, name, color, position) VALUES (?, 'Generated', 'blue', 1000)`)
        .run(newId(filling.untilMs));
    });
  for (let at = 0; at < total;) {
    ledger.write(request, (tx) => {
      const insert = inserter(tx, source, random, filling.entryWords ?? 150);
      const end = Math.min(total, at + ROWS_PER_COMMIT);
      for (; at < end; at += 1) {
        const atMs = Math.floor(filling.untilMs - spanMs * (1 - (at + 1) / total));
        // Whichever kind lags most behind its share of the rows.
        const kind = kinds.reduce((most, other) =>
          ((at + 1) * counts[other]) / total - done[other] > ((at + 1) * counts[most]) / total - done[most]
            ? other
            : most,
        );
        done[kind] += 1;
        insert[kind](atMs);
      }
    });
  }
  return source.words;
}

function inserter(
  tx: LedgerTx,
  source: WordSource,
  random: () => number,
  entryWords: number,
): Record<'entry' | 'task' | 'event', (atMs: number) => void> {
  const entry = tx.sqlite.prepare(
    `INSERT INTO entry (id, day, mood, at_ms, word_count, created_at_ms, updated_at_ms, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const task = tx.sqlite.prepare(
    `INSERT INTO task (id, title, notes, status, priority, due_day, estimate_min, position, created_at_ms, closed_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const event = tx.sqlite.prepare(
    `INSERT INTO event (id, calendar_id, title, notes, start_local, end_local, zone, start_ms, end_ms, created_at_ms)
     VALUES (?, (SELECT id FROM calendar WHERE name = 'Generated'), ?, ?, ?, ?, 'UTC', ?, ?, ?)`,
  );
  const between = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
  const localOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 19);
  return {
    entry(atMs) {
      const body = source.prose(between(Math.ceil(entryWords / 3), Math.floor((entryWords * 5) / 3)));
      const mood = random() < 0.3 ? between(1, 5) : null;
      entry.run(newId(atMs), dayOf(atMs), mood, atMs, countWords(body), atMs, atMs, body);
    },
    task(atMs) {
      const isDone = random() < 0.7;
      const notes = random() < 0.3 ? source.prose(between(5, 40)) : '';
      const dueDay = random() < 0.5 ? dayOf(atMs + between(0, 30) * 24 * HOUR_MS) : null;
      const closedAtMs = isDone ? atMs + between(1, 200) * HOUR_MS : null;
      task.run(
        newId(atMs),
        source.title(between(2, 7)),
        notes,
        isDone ? 'done' : 'open',
        between(1, 4),
        dueDay,
        random() < 0.5 ? between(1, 12) * 15 : null,
        atMs,
        atMs,
        closedAtMs,
      );
    },
    event(atMs) {
      const startMs = Math.round(atMs / HOUR_MS) * HOUR_MS;
      const endMs = startMs + between(1, 8) * (HOUR_MS / 4);
      const notes = random() < 0.3 ? source.prose(between(5, 40)) : '';
      event.run(
        newId(atMs),
        source.title(between(1, 5)),
        notes,
        localOf(startMs),
        localOf(endMs),
        startMs,
        endMs,
        atMs,
      );
    },
  };
}
