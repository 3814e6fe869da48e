import { seededRandom } from '#main/domain/scheduling/random';
import { addDays } from '#main/domain/time/zoned';
import { describe, expect, it } from 'vitest';
import { testCore } from '../support/test-core.ts';

// What is counted once and kept (0024-ten-years.sql) must be what counting again would find, whoever wrote the rows.

const TAGS = ['home', 'work', 'garden'];
const FIRST = '2026-11-01';

describe('kept totals', () => {
  it('tell what counting again would, after any mix of changes, undo and redo', async () => {
    const { client, core } = testCore();
    const random = seededRandom(11);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const { sqlite } = core.services.ledger.read;
    const taskIds: string[] = [];
    const entryIds: string[] = [];
    const some = (): string[] => [pick(taskIds)];
    const acts: readonly (() => Promise<unknown>)[] = [
      async () => taskIds.push((await client.tasks.create({ title: 'errand', tags: [pick(TAGS)] })).id),
      async () => client.tasks.complete({ ids: some() }),
      async () => client.tasks.reopen({ ids: some() }),
      async () => client.tasks.update({ ids: some(), change: { tags: [pick(TAGS), pick(TAGS)] } }),
      async () => client.tasks.remove({ ids: some() }),
      async () => client.tasks.removeTag({ id: pick(await client.tasks.tags()).id }),
      async () => {
        const entry = await client.journal.write({
          id: crypto.randomUUID(),
          day: addDays(FIRST, Math.floor(random() * 12)),
          body: pick(['one two three', 'more']),
        });
        if (entry) entryIds.push(entry.id);
      },
      async () => client.journal.moveToDay({ id: pick(entryIds), day: addDays(FIRST, Math.floor(random() * 12)) }),
      async () => client.journal.remove({ id: pick(entryIds) }),
      async () => client.history.undo(),
      async () => client.history.undo(),
      async () => client.history.redo(),
    ];
    const asked = (sql: string): unknown[] => sqlite.prepare(sql).all();
    for (let step = 0; step < 250; step += 1) {
      // Some ask for what is gone, or for an undo that is refused; then nothing changes.
      await pick(acts)().catch(() => undefined);
      expect(asked('SELECT tag_id AS id, open_tasks AS n FROM tag_total WHERE open_tasks <> 0 ORDER BY 1')).toEqual(
        asked(
          `SELECT tt.tag_id AS id, count(*) AS n FROM task_tag tt JOIN task t ON t.id = tt.task_id
           WHERE t.status = 'open' GROUP BY 1 ORDER BY 1`,
        ),
      );
      expect(asked('SELECT day, entries, texts, words FROM journal_day ORDER BY day')).toEqual(
        asked(
          `SELECT day, count(*) AS entries, sum(word_count > 0) AS texts, sum(word_count) AS words
           FROM entry GROUP BY day ORDER BY day`,
        ),
      );
      const days = sqlite
        .prepare<[], { day: string }>('SELECT DISTINCT day FROM entry WHERE word_count > 0 ORDER BY day')
        .all();
      expect(asked('SELECT first_day AS first, last_day AS last FROM writing_run')).toEqual(
        runsOf(days.map(({ day }) => day)),
      );
    }
    expect(taskIds.length).toBeGreaterThan(10);
    expect(entryIds.length).toBeGreaterThan(10);
  });
});

function runsOf(days: readonly string[]): { first: string; last: string }[] {
  const runs: { first: string; last: string }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && addDays(run.last, 1) === day) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs;
}
