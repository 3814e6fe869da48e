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
  /** Finished focus sessions, most of them on a task. */
  readonly sessions?: number;
  /** Projects in areas, tags, sub-tasks and repeating events, as a life has them; plain rows when not given. */
  readonly isLifelike?: boolean;
  /** Words of an entry on average; 150 when not given. */
  readonly entryWords?: number;
  /** The last things belong to this moment, in epoch milliseconds; the first ones lie `years` before. */
  readonly untilMs: number;
  readonly years?: number;
}

const HOUR_MS = 3_600_000;
const ROWS_PER_COMMIT = 2_000;
/** The newest rows of a life were written one by one: the history begins with many small commits. */
const ROWS_BY_HAND = 1_000;

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
  const counts = {
    entry: filling.entries,
    task: filling.tasks ?? 0,
    event: filling.events ?? 0,
    session: filling.sessions ?? 0,
  };
  const total = counts.entry + counts.task + counts.event + counts.session;
  const spanMs = Math.round((filling.years ?? 10) * 365.25 * 24 * HOUR_MS);
  const done = { entry: 0, task: 0, event: 0, session: 0 };
  const kinds = ['entry', 'task', 'event', 'session'] as const;
  const request = { actor: 'import:generated', command: 'generated.fill' } as const;
  if (counts.event > 0)
    ledger.write(request, (tx) => {
      tx.sqlite
        .prepare(`INSERT OR IGNORE INTO calendar (id, name, color, position) VALUES (?, 'Generated', 'blue', 1000)`)
        .run(newId(filling.untilMs));
    });
  const life =
    filling.isLifelike === true ? ledger.write(request, (tx) => beginLife(tx, source, filling.untilMs - spanMs)) : null;
  for (let at = 0; at < total;) {
    ledger.write(request, (tx) => {
      const insert = inserter(tx, source, random, { entryWords: filling.entryWords ?? 150, life });
      const isByHand = life !== null && at >= total - ROWS_BY_HAND;
      const end = isByHand ? at + 1 : Math.min(total - (life ? ROWS_BY_HAND : 0), at + ROWS_PER_COMMIT);
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

/** What a life has from its beginning. */
interface Life {
  readonly projectIds: readonly string[];
  readonly tagIds: readonly string[];
  /** The newest tasks that are parts of none: those that sub-tasks and sessions belong to. */
  readonly recentTasks: { readonly id: string; readonly projectId: string | null; readonly title: string }[];
}

const AREAS = 6;
const PROJECTS = 60;
const TAGS = 80;
const RECENT_TASKS = 40;

function beginLife(tx: LedgerTx, source: WordSource, fromMs: number): Life {
  const area = tx.sqlite.prepare(
    `INSERT INTO area (id, name, color, position, created_at_ms) VALUES (?, ?, 'teal', ?, ?)`,
  );
  const project = tx.sqlite.prepare(
    `INSERT INTO project (id, name, area_id, color, status, position, created_at_ms, closed_at_ms) VALUES (?, ?, ?, 'blue', ?, ?, ?, ?)`,
  );
  const tag = tx.sqlite.prepare(`INSERT INTO tag (id, name, color) VALUES (?, ?, 'green')`);
  const ids = (count: number): string[] => Array.from({ length: count }, () => newId(fromMs));
  const [areaIds, projectIds, tagIds] = [ids(AREAS), ids(PROJECTS), ids(TAGS)];
  for (const [at, id] of areaIds.entries()) area.run(id, `${source.title(1)} ${at}`, at, fromMs);
  for (const [at, id] of projectIds.entries())
    project.run(
      id,
      `${source.title(2)} ${at}`,
      areaIds[at % AREAS],
      at % 3 === 0 ? 'done' : 'open',
      at,
      fromMs,
      at % 3 === 0 ? fromMs : null,
    );
  for (const [at, id] of tagIds.entries()) tag.run(id, `${source.word()}-${at}`);
  return { projectIds, tagIds, recentTasks: [] };
}

function inserter(
  tx: LedgerTx,
  source: WordSource,
  random: () => number,
  { entryWords, life }: { readonly entryWords: number; readonly life: Life | null },
): Record<'entry' | 'task' | 'event' | 'session', (atMs: number) => void> {
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
  const series = tx.sqlite.prepare(`UPDATE event SET recurrence = ?, until_ms = ? WHERE id = ?`);
  const placing = tx.sqlite.prepare(`UPDATE task SET project_id = ?, parent_id = ? WHERE id = ?`);
  const tagging = tx.sqlite.prepare(`INSERT OR IGNORE INTO task_tag (id, task_id, tag_id) VALUES (?, ?, ?)`);
  const session = tx.sqlite.prepare(
    `INSERT INTO focus_session (id, task_id, intention, mode, state, work_min, break_min, long_break_min, rounds, started_at_ms, ended_at_ms, work_ms, logged_as)
     VALUES (?, ?, ?, 'rounds', 'finished', 25, 5, 15, 4, ?, ?, ?, ?)`,
  );
  const part = tx.sqlite.prepare(
    `INSERT INTO focus_part (id, session_id, number, kind, planned_ms, started_at_ms, ended_at_ms) VALUES (?, ?, 1, 'work', ?, ?, ?)`,
  );
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
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
      const id = newId(atMs);
      const title = source.title(between(2, 7));
      task.run(
        id,
        title,
        notes,
        isDone ? 'done' : 'open',
        between(1, 4),
        dueDay,
        random() < 0.5 ? between(1, 12) * 15 : null,
        atMs,
        atMs,
        closedAtMs,
      );
      if (!life) return;
      const parent = life.recentTasks.length > 0 && random() < 0.2 ? pick(life.recentTasks) : null;
      const projectId = parent ? parent.projectId : random() < 0.7 ? pick(life.projectIds) : null;
      if (projectId !== null || parent) placing.run(projectId, parent?.id ?? null, id);
      for (let tags = between(0, 2); tags > 0; tags -= 1) tagging.run(newId(atMs), id, pick(life.tagIds));
      if (!parent && life.recentTasks.push({ id, projectId, title }) > RECENT_TASKS) life.recentTasks.shift();
    },
    event(atMs) {
      const startMs = Math.round(atMs / HOUR_MS) * HOUR_MS;
      const endMs = startMs + between(1, 8) * (HOUR_MS / 4);
      const notes = random() < 0.3 ? source.prose(between(5, 40)) : '';
      const id = newId(atMs);
      event.run(id, source.title(between(1, 5)), notes, localOf(startMs), localOf(endMs), startMs, endMs, atMs);
      // Every hundredth repeats: most for a season, some for ever.
      if (!life || random() > 0.01) return;
      const isEndless = random() < 0.1;
      const count = between(8, 30);
      const rule = pick(['FREQ=WEEKLY', 'FREQ=DAILY;INTERVAL=3', 'FREQ=MONTHLY']);
      series.run(
        `RRULE:${rule}${isEndless ? '' : `;COUNT=${count}`}`,
        isEndless ? null : endMs + count * 32 * 24 * HOUR_MS,
        id,
      );
    },
    session(atMs) {
      const id = newId(atMs);
      const workMs = between(10, 90) * 60_000;
      const task = life && life.recentTasks.length > 0 && random() < 0.8 ? pick(life.recentTasks) : null;
      const title = task?.title ?? source.title(3);
      session.run(id, task?.id ?? null, title, atMs, atMs + workMs, workMs, title);
      part.run(newId(atMs), id, workMs, atMs, atMs + workMs);
    },
  };
}
