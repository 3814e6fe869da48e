import type { QueryTree } from '#contract/query';
import { MOST_TERMS, readQuery } from '#main/domain/query/read-query';
import { textsOf } from '#main/domain/query/trees';
import { writeQuery } from '#main/domain/query/write-query';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

// Friday, 20 November 2026.
const context = { nowMs: Date.parse('2026-11-20T10:00:00Z'), zone: 'UTC', locale: 'en-GB' };
const read = (text: string) => readQuery(text, context);
/** The query as it was understood, written again: days in place of words. */
const understood = (text: string): string => writeQuery(read(text).tree);
const parts = (text: string): string[] =>
  read(text).parts.map(({ from, to, role }) => `${role} ${text.slice(from, to)}`);
const problems = (text: string) =>
  read(text).problems.map(({ from, to, code, suggestion }) => ({ code, at: text.slice(from, to), suggestion }));

describe('words', () => {
  it('are all required, and only the last one may be unfinished', () => {
    expect(read('lunch with ana').tree).toEqual({
      kind: 'all',
      of: [
        { kind: 'text', text: 'lunch', isPhrase: false, isPrefix: false },
        { kind: 'text', text: 'with', isPhrase: false, isPrefix: false },
        { kind: 'text', text: 'ana', isPhrase: false, isPrefix: true },
      ],
    });
    expect(understood('lunch ana ')).toBe('lunch ana');
    expect(understood('lun* ana ')).toBe('lun* ana');
  });

  it('stand exactly so in quotes of any kind, closed or not yet', () => {
    expect(understood('“with ana” lunch ')).toBe('"with ana" lunch');
    expect(read('"with ana').tree).toEqual({ kind: 'text', text: 'with ana', isPhrase: true, isPrefix: true });
    expect(read('"with ana"').tree).toEqual({ kind: 'text', text: 'with ana', isPhrase: true, isPrefix: false });
  });

  it('are left out after a minus, which inside a word is no minus', () => {
    expect(understood('lunch -ana -"with bob" ')).toBe('lunch -ana -"with bob"');
    expect(understood('check-in -- ')).toBe('check-in');
  });

  it('are alternatives around "or", which joins its neighbours only', () => {
    expect(understood('in:tasks milk or bread fresh ')).toBe('in:tasks milk or bread fresh');
    expect(read('milk or bread fresh ').tree).toMatchObject({ kind: 'all', of: [{ kind: 'any' }, { text: 'fresh' }] });
    expect(understood('(oat milk) | bread or rice ')).toBe('(oat milk) or bread or rice');
    expect(understood('-(milk or bread) ')).toBe('-(milk or bread)');
  });

  it('that are "or" without a neighbour say nothing, and are the beginning of a word while they are typed', () => {
    expect(understood('or milk or ')).toBe('milk');
    expect(understood('fresh or')).toBe('fresh or*');
    expect(understood('"or" ')).toBe('"or"');
  });

  it('of any script are words', () => {
    expect(understood('東京 -会議 ')).toBe('東京 -会議');
    expect(understood('مرحبا "بالعالم" שלום ขอบคุณ 🎉 ')).toBe('مرحبا "بالعالم" שלום ขอบคุณ 🎉');
  });

  it('that are only marks ask for nothing', () => {
    for (const nothing of ['', '  ', '-', '""', '()', ')', '((', '| or |', '- -', '*', '#', '@', '…'])
      expect(read(nothing).tree).toBeNull();
  });
});

describe('names', () => {
  it('are tags after #, people after @, and in quotes take more than one word', () => {
    expect(understood('#home @ana @"Ana Weber" project:"Food, drink" area:work ')).toBe(
      'tag:home person:ana person:"Ana Weber" project:"Food, drink" area:work',
    );
  });

  it('with commas between them are alternatives', () => {
    expect(read('tag:home,work').parts).toMatchObject([
      { role: 'condition', conditions: [{ name: 'home' }, { name: 'work' }] },
    ]);
    expect(understood('-tag:home,work')).toBe('-(tag:home or tag:work)');
  });

  it('inside a word are none: an address stays one', () => {
    expect(understood('ana@example.com c# ')).toBe('ana@example.com c#');
  });
});

describe('dates', () => {
  const days: readonly [string, string][] = [
    ['on:today', 'on:2026-11-20'],
    ['on:yesterday', 'on:2026-11-19'],
    ['before:2026-03', 'on:<2026-03-01'],
    ['after:2026-02', 'on:>=2026-03-01'],
    ['on:2024', 'on:2024-01-01..2024-12-31'],
    ['on:2024-2-29', 'on:2024-02-29'],
    ['on:last month', 'on:2026-10-01..2026-10-31'],
    ['before:last week', 'on:<2026-11-09'],
    ['after:"2 weeks ago"', 'on:>=2026-11-07'],
    ['on:last 7 days', 'on:2026-11-14..2026-11-20'],
    ['created:1 march..15 march', 'created:2026-03-01..2026-03-15'],
    ['done:last week', 'done:2026-11-09..2026-11-15'],
    ['due:<=tomorrow', 'due:<2026-11-22'],
    ['due:none', '-has:due'],
    ['do:any', 'has:do'],
  ];
  it.each(days)('%s', (typed, expected) => expect(understood(typed)).toBe(expected));

  it('look back where things have happened and ahead where they are due', () => {
    expect(understood('on:monday')).toBe('on:2026-11-16');
    expect(understood('due:monday')).toBe('due:2026-11-23');
    expect(understood('after:may')).toBe('on:>=2026-06-01');
    expect(understood('due:may')).toBe('due:2027-05-01..2027-05-31');
    expect(understood('on:next monday')).toBe('on:2026-11-23');
  });

  it('take as many words as belong to them', () => {
    expect(parts('before:last month dentist -x')).toEqual(['condition before:last month', 'words dentist', 'words -x']);
    expect(parts('due:next friday buy')).toEqual(['condition due:next friday', 'words buy']);
    expect(parts('on:monday morning')).toEqual(['condition on:monday', 'words morning']);
  });
});

describe('numbers', () => {
  const numbers: readonly [string, string][] = [
    ['priority:1', 'priority:1'],
    ['p:high', 'priority:2'],
    ['priority:<p3', 'priority:<3'],
    ['priority:3..2', 'priority:>=2 priority:<=3'],
    ['mood:>3', 'mood:>3'],
    ['mood:≥4', 'mood:>=4'],
    ['estimate:<30m', 'estimate:<30m'],
    ['estimate:1h30', 'estimate:90m'],
    ['estimate:45', 'estimate:45m'],
    ['amount:>20', 'amount:>20'],
    ['amount:12,50', 'amount:12.5'],
    ['amount:>=12.50eur', 'amount:>=12.50eur'],
    ['amount:$5..$10', 'amount:>=5.00usd amount:<=10.00usd'],
  ];
  it.each(numbers)('%s', (typed, expected) => expect(understood(typed)).toBe(expected));
});

describe('what is not understood', () => {
  it('is told, and the rest still counts', () => {
    expect(problems('tagg:home milk ')).toEqual([
      { code: 'unknown-operator', at: 'tagg:home', suggestion: 'tag:home' },
    ]);
    expect(problems('zebra:x')).toEqual([{ code: 'unknown-operator', at: 'zebra:x', suggestion: null }]);
    expect(problems('is:happy milk')).toEqual([{ code: 'bad-value', at: 'is:happy', suggestion: null }]);
    expect(understood('is:happy milk ')).toBe('milk');
    expect(problems('priority:7')).toEqual([{ code: 'bad-value', at: 'priority:7', suggestion: null }]);
    expect(problems('on:31 february')).toMatchObject([{ code: 'bad-value' }]);
    expect(problems('tag: home')).toEqual([{ code: 'missing-value', at: 'tag:', suggestion: null }]);
    expect(problems('-before:sometimes x')).toEqual([{ code: 'bad-value', at: '-before:sometimes', suggestion: null }]);
  });

  it('may be a link or a time: those are words', () => {
    expect(problems('https://example.com 10:30 note: ')).toEqual([]);
  });

  it('knows what is still being typed', () => {
    expect(read('milk is:o').problems).toMatchObject([{ isUnfinished: true }]);
    expect(read('is:o milk').problems).toMatchObject([{ isUnfinished: false }]);
  });

  it('beyond the first terms is a paste', () => {
    const { tree, problems: told } = read('word '.repeat(5_000));
    expect(textsOf(tree)).toHaveLength(MOST_TERMS);
    expect(told).toMatchObject([{ code: 'too-long' }]);
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    ...'or OR | ( ) -( - " -" * , .. tag: #home @ana @"Ana W" -is:open in:journal,tasks before:last month on: due:<2026-03 due:none'.split(
      ' ',
    ),
    ...'amount:>20eur mood:3..5 estimate:<1h30 has:due word wor* 東京 👩‍👩‍👧 don’t 5\'10" project:"a, b" zebra:x'.split(
      ' ',
    ),
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const query = fc.array(fc.tuple(piece, fc.constantFrom(' ', ' ', ''))).map((all) => all.flat().join(''));

describe('any text', () => {
  it('is read without an error into parts that lie in it, in order', () => {
    fc.assert(
      fc.property(query, (text) => {
        const { parts: found, problems: told } = read(text);
        let end = 0;
        for (const { from, to } of found) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        for (const { from, to } of [...found, ...told]) expect(from >= 0 && from < to && to <= text.length).toBe(true);
      }),
      { numRuns: 1_500 },
    );
  });

  it('is written in words that are read as the same query', () => {
    fc.assert(
      fc.property(query, (text) => {
        const { tree } = read(text);
        if (leavesOf(tree) > MOST_TERMS / 2) return;
        const written = writeQuery(tree);
        expect(readQuery(written === '' ? '' : `${written} `, context).tree).toEqual(tree);
      }),
      { numRuns: 1_500 },
    );
  });

  it('takes time in proportion to its length', () => {
    expect(read('('.repeat(100_000)).tree).toBeNull();
    expect(read(`before:${'last '.repeat(50_000)}`).problems).not.toEqual([]);
  });
});

function leavesOf(tree: QueryTree | null): number {
  if (!tree) return 0;
  if (tree.kind === 'not') return leavesOf(tree.of);
  return tree.kind === 'all' || tree.kind === 'any' ? tree.of.reduce((sum, one) => sum + leavesOf(one), 0) : 1;
}
