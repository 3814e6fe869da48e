import type { Working } from '#contract/system';
import { describe, expect, it } from 'vitest';
import { type TestCore, testCore } from '../support/test-core.ts';

const MANY = 1_200;

/** As many completed tasks, completed by one commit. */
async function completed({ client }: TestCore): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < MANY; at += 400) {
    const lines = Array.from({ length: 400 }, (_, step) => `errand ${at + step}`);
    ids.push(...(await client.tasks.addLines({ lines, asWritten: true })).map(({ id }) => id));
  }
  await client.tasks.complete({ ids });
  return ids;
}

describe('taking back a change of very many things', () => {
  it('leaves the window usable, tells how far it is, and is one commit', async () => {
    const started = testCore();
    const { client, core } = started;
    await completed(started);
    const told: (Working | null)[] = [];
    core.services.work.subscribe((working) => told.push(working));
    let isOver = false;
    const undoing = client.history.undo().finally(() => void (isOver = true));
    const seen: number[] = [];
    while (!isOver) {
      seen.push((await client.tasks.counts()).all);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(await undoing).toMatchObject({ words: `Took back: Completed ${MANY} tasks` });
    expect(seen.filter((open) => open === 0).length).toBeGreaterThan(5);
    expect((await client.tasks.counts()).all).toBe(MANY);
    expect(told[0]).toMatchObject({ what: 'undo' });
    expect(told.at(-1)).toBeNull();
    const { items } = await client.history.list({ limit: 2 });
    expect(items.map(({ words, isUndone, changeCount }) => [words, isUndone, changeCount])).toEqual([
      [`Took back: Completed ${MANY} tasks`, false, MANY],
      [`Completed ${MANY} tasks`, true, MANY],
    ]);
    expect(await client.history.verify()).toMatchObject({ firstBrokenSeq: null });
    await client.history.redo();
    expect((await client.tasks.counts()).all).toBe(0);
  }, 60_000);

  it('lets what is written meanwhile wait its turn, and takes back two changes when asked twice', async () => {
    const started = testCore();
    const { client } = started;
    await completed(started);
    const undoing = [client.history.undo(), client.history.undo()];
    const written = client.tasks.create({ title: 'meanwhile' });
    await Promise.all(undoing);
    expect((await written).title).toBe('meanwhile');
    expect((await client.tasks.list({ list: 'all', limit: 5_000 })).length).toBe(MANY - 400 + 1);
    const { items } = await client.history.list({ limit: 3 });
    expect(items.map(({ words }) => words).toSorted()).toEqual([
      'Added “meanwhile”',
      'Took back: Added 400 tasks',
      `Took back: Completed ${MANY} tasks`,
    ]);
  }, 60_000);

  it('shows what was changed since and then takes nothing back', async () => {
    const started = testCore();
    const { client } = started;
    const [first] = await completed(started);
    const { seq } = (await client.history.list({ limit: 1 })).items[0]!;
    await client.tasks.reopen({ ids: [first!] });
    await expect(client.history.undoCommit({ seq })).rejects.toMatchObject({
      code: 'CHANGED_SINCE',
      data: { conflicts: [{ table: 'task', id: first }] },
    });
    expect((await client.tasks.counts()).all).toBe(1);
  }, 60_000);

  it('goes back to a moment before it the same way', async () => {
    const started = testCore();
    const { client } = started;
    await completed(started);
    const { seq } = (await client.history.list({ limit: 1 })).items[0]!;
    expect(await client.history.goBack({ seq: seq - 1 })).toMatchObject({ rows: MANY });
    expect((await client.tasks.counts()).all).toBe(MANY);
  }, 60_000);
});
