import { NEWEST, newestMatches } from '#db/queries/search';
import { matchOf, matchTerms } from '#db/queries/search-terms';
import { foldText, foldWithOffsets, indexTerm, searchText, tokensOf } from '#db/store/search-text';
import { openStore } from '#db/store/open-store';
import { createLedger } from '#main/ledger/ledger';
import Database from 'better-sqlite3';
import { assert, property, string } from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fillStore } from '../support/generate/fill-store.ts';
import { migrationsDir, temporaryFolder } from '../support/test-core.ts';

const UNTIL_MS = Date.UTC(2026, 10, 21, 9);

function filledStore() {
  const store = openStore({ dataDir: temporaryFolder(), migrationsDir, nowMs: UNTIL_MS });
  onTestFinished(() => store.close());
  fillStore(createLedger(store, { nowMs: () => UNTIL_MS }, []), {
    entries: 400,
    tasks: 40,
    events: 40,
    entryWords: 60,
    untilMs: UNTIL_MS,
  });
  return store.read;
}

const word = (text: string, isPrefix = false) => ({ tokens: [text], isPrefix });

describe('what the index reads', () => {
  it.each([
    ['Café in ZÜRICH', 'cafe in zurich'],
    ['e\u0301tude, ﬁne Straße', 'etude, fine strasse'],
    ['Ёлка Ελλάς', 'елка ελλασ'],
    ['が か', 'が か'],
    ['안녕', '안녕'],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('takes characters of scripts without spaces and pictures as words of their own', () => {
    expect(tokensOf(foldText('東京tower ขอบคุณ हिन्दी 👩🏽‍💻x'))).toEqual([
      '東',
      '京',
      'tower',
      'ข',
      'อ',
      'บ',
      'ค',
      'ณ',
      'हिन्दी',
      '👩',
      '💻',
      'x',
    ]);
  });

  it('is found by every word of it, whatever it is made of', () => {
    const database = new Database(':memory:');
    onTestFinished(() => void database.close());
    const [table] = fs
      .readFileSync(path.join(migrationsDir, '0002-search.sql'), 'utf8')
      .match(/CREATE VIRTUAL TABLE search_fts[^;]*;/)!;
    database.exec(table);
    const index = database.prepare('INSERT INTO search_fts (rowid, body) VALUES (?, ?)');
    const find = database.prepare<[string, number]>('SELECT 1 FROM search_fts WHERE search_fts MATCH ? AND rowid = ?');
    let rowid = 0;
    assert(
      property(string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        index.run((rowid += 1), searchText(text));
        for (const token of tokensOf(foldText(text)))
          expect(find.get(`"${indexTerm(token)}"`, rowid), `${token} in ${text}`).toBeDefined();
      }),
    );
  });

  it('remembers where folded characters stood', () => {
    const text = 'Die Straße 🙂 e\u0301 Ende';
    const folded = foldWithOffsets(text);
    const where = (found: string): string => {
      const at = folded.text.indexOf(found);
      return text.slice(folded.original(at), folded.original(at + found.length));
    };
    expect(where('strasse')).toBe('Straße');
    expect(where('🙂')).toBe('🙂');
    expect(where('e ende')).toBe('e\u0301 Ende');
  });
});

describe('looking back step by step', () => {
  it('finds in steps what one walk through everything finds, in the same order', () => {
    const handle = filledStore();
    const terms = matchTerms(handle, { required: [word('the'), word('morning')], excluded: [word('home')] });
    const all = handle.sqlite
      .prepare<[string], { docid: number }>(
        'SELECT rowid AS docid FROM search_fts WHERE search_fts MATCH ? ORDER BY rowid DESC',
      )
      .all('the morning NOT home')
      .map((row) => row.docid);
    expect(all.length).toBeGreaterThan(5);
    const found: number[] = [];
    let steps = 0;
    for (let before: number | null = NEWEST; before !== null; steps += 1) {
      const step = newestMatches(handle, terms, { before, limit: 3, reach: 20 });
      found.push(...step.docids);
      before = step.nextBefore;
    }
    expect(found).toEqual(all);
    expect(steps).toBeGreaterThan(2);
  });

  it('does not look beyond its reach', () => {
    const handle = filledStore();
    const terms = matchTerms(handle, {
      required: [{ tokens: ['the', 'the', 'the', 'the'], isPrefix: false }],
      excluded: [],
    });
    const step = newestMatches(handle, terms, { before: NEWEST, limit: 10, reach: 50 });
    expect(step.docids).toEqual([]);
    expect(step.nextBefore).toBeGreaterThan(0);
  });

  it('finds of a long beginning what FTS5’s own prefix search finds', () => {
    const handle = filledStore();
    const count = handle.sqlite
      .prepare<[string], number>('SELECT count(*) FROM search_fts WHERE search_fts MATCH ?')
      .pluck();
    expect(matchOf(handle, word('mornin', true))).toBe('"morning"');
    expect(count.get(matchOf(handle, word('mornin', true)))).toBe(count.get('"mornin" *'));
    expect(matchOf(handle, word('nosuchword', true))).toBe('"nosuchword"');
  });
});
