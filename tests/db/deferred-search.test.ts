import { indexInBulk } from '#db/store/index-in-bulk';
import { indexState } from '#db/queries/index-state';
import { describe, expect, it } from 'vitest';
import { testCore } from '../support/test-core.ts';

const ENTRY = `INSERT INTO entry (id, day, at_ms, word_count, created_at_ms, updated_at_ms, body) VALUES (?, '2026-11-20', ?, 2, 1, 1, ?)`;

describe('indexing many texts at once', () => {
  it('finds exactly what is there when the transaction ends, whatever was changed or taken away within it', async () => {
    const { client, core } = testCore();
    const { ledger } = core.services;
    const found = (word: string): string[] =>
      ledger.read.sqlite
        .prepare<[string], { ref: string }>(
          `SELECT d.ref FROM search_fts f JOIN search_doc d ON d.docid = f.rowid WHERE f.search_fts MATCH ? ORDER BY d.ref`,
        )
        .all(word)
        .map(({ ref }) => ref);
    ledger.write({ actor: 'user', command: 'test.before' }, (tx) => {
      tx.sqlite.prepare(ENTRY).run('standing', 1_000, 'standing heron');
    });
    ledger.write({ actor: 'import:test', command: 'test.bulk' }, (tx) => {
      indexInBulk(tx, true);
      const insert = tx.sqlite.prepare(ENTRY);
      for (let at = 0; at < 300; at += 1) insert.run(`new-${at}`, 2_000 + at * 60_000, `quiet otter number${at}`);
      tx.sqlite.prepare(`UPDATE entry SET body = 'loud badger' WHERE id IN ('new-7', 'standing')`).run();
      tx.sqlite.prepare(`DELETE FROM entry WHERE id = 'new-8'`).run();
      tx.sqlite.prepare(`DELETE FROM entry WHERE id = 'new-9'`).run();
      insert.run('new-9', 2_000, 'otter again');
    });
    expect(indexState(ledger.read)).toEqual({ rows: 300, found: 300, documents: 300 });
    expect(found('badger')).toEqual(['new-7', 'standing']);
    expect(found('heron')).toEqual([]);
    expect(found('number8')).not.toContain('new-8');
    expect(found('again')).toEqual(['new-9']);
    // Whoever forgets to end it loses nothing, and one thing at a time is found at once again.
    const task = await client.tasks.create({ title: 'walrus' });
    expect(found('walrus')).toEqual([task.id]);
    ledger.read.sqlite.prepare(`INSERT INTO search_fts (search_fts) VALUES ('integrity-check')`).run();
  });

  it('waits for nothing after a transaction that failed', async () => {
    const { client, core } = testCore();
    expect(() =>
      core.services.ledger.write({ actor: 'import:test', command: 'test.bulk' }, (tx) => {
        indexInBulk(tx, true);
        tx.sqlite.prepare(ENTRY).run('lost', 1_000, 'lost lynx');
        throw new Error('stopped');
      }),
    ).toThrow('stopped');
    const task = await client.tasks.create({ title: 'walrus' });
    expect((await client.search.asYouType({ query: 'walrus' })).hits.map(({ id }) => id)).toEqual([task.id]);
    expect(indexState(core.services.ledger.read)).toEqual({ rows: 1, found: 1, documents: 1 });
  });
});
