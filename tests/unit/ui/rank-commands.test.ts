import { describe, expect, it } from 'vitest';

import { matchRanges, rankCommands } from '#renderer/app/shell/rank-commands.ts';

const commands = [
  { title: 'Go to Today', keywords: ['home'] },
  { title: 'Plan my day' },
  { title: 'Undo the last plan' },
  { title: 'Explain this block' },
  { title: 'Start focus', keywords: ['timer', 'planned'] },
];

function titles(query: string): string[] {
  return rankCommands(commands, query).map((command) => command.title);
}

describe('habit', () => {
  const named = [
    { id: 'a', title: 'Go to Tasks' },
    { id: 'b', title: 'Go to Today' },
    { id: 'c', title: 'Today, planned' },
  ];
  const order = (query: string, uses: Record<string, number>): string[] =>
    rankCommands(named, query, uses).map(({ id }) => id);

  it('puts what was chosen before others that fit as well', () => {
    expect(order('go to t', { b: 1 })).toEqual(['b', 'a']);
    expect(order('', { c: 2, b: 0.5 })).toEqual(['c', 'b', 'a']);
  });

  it('never goes past a title that begins with the words', () => {
    expect(order('today', { b: 1_000 })).toEqual(['c', 'b']);
  });
});

describe('rankCommands', () => {
  it('keeps everything in its order while nothing is asked', () => {
    expect(titles('  ')).toEqual([
      'Go to Today',
      'Plan my day',
      'Undo the last plan',
      'Explain this block',
      'Start focus',
    ]);
  });

  it('puts the start of a title first, then of a word, then the middle, then keywords', () => {
    expect(titles('pla')).toEqual(['Plan my day', 'Undo the last plan', 'Explain this block', 'Start focus']);
  });

  it('wants every word, in any order', () => {
    expect(titles('day plan')).toEqual(['Plan my day']);
    expect(titles('plan nothing')).toEqual([]);
  });
});

describe('matchRanges', () => {
  it('prefers the start of a word and marks nothing twice', () => {
    expect(matchRanges('Explain the plan', 'plan')).toEqual([{ from: 12, to: 16 }]);
    expect(matchRanges('Plan my day', 'da pl')).toEqual([
      { from: 0, to: 2 },
      { from: 8, to: 10 },
    ]);
    expect(matchRanges('Plan', 'plan pl')).toEqual([{ from: 0, to: 4 }]);
  });

  it('marks nothing where lower case changes lengths', () => {
    expect(matchRanges('İstanbul plan', 'plan')).toEqual([]);
  });
});
