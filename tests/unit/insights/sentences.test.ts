import { describe, expect, it } from 'vitest';
import { splitSentences } from '#main/domain/insights/sentences';

const split = (text: string) => splitSentences(text).map((sentence) => text.slice(sentence.from, sentence.to));

describe('splitting a journal text into sentences', () => {
  it('ends none at an abbreviation, an initial, a decimal or an address', () => {
    expect(split('Dr. Osei paid 12.50 at https://a.example/x.html today. J. Smith came, e.g. for tea. Fine.')).toEqual([
      'Dr. Osei paid 12.50 at https://a.example/x.html today.',
      'J. Smith came, e.g. for tea.',
      'Fine.',
    ]);
  });

  it('reads list lines, boxes and headings as sentences of their own', () => {
    const text = '# Plan\n- [ ] call Ana\n- [x] pay rent\n* milk\n1. eggs\nA line of prose.';
    expect(splitSentences(text).map(({ kind, box, from, to }) => [kind, box, text.slice(from, to)])).toEqual([
      ['heading', undefined, 'Plan'],
      ['item', 'open', 'call Ana'],
      ['item', 'done', 'pay rent'],
      ['item', undefined, 'milk'],
      ['item', undefined, 'eggs'],
      ['prose', undefined, 'A line of prose.'],
    ]);
  });

  it('joins a sentence that was wrapped and goes on after dots', () => {
    expect(
      split('This line was wrapped by an editor at some fixed column\nand goes on here. Well... not really.'),
    ).toEqual(['This line was wrapped by an editor at some fixed column\nand goes on here.', 'Well... not really.']);
  });

  it('leaves code out', () => {
    expect(split('Before.\n```\nI must call x().\n```\nAfter.')).toEqual(['Before.', 'After.']);
  });
});
