import { describe, expect, it } from 'vitest';

import { journalLanguage } from '#renderer/features/journal/editor/markdown-language.ts';

function found(text: string, ...names: readonly string[]): readonly string[] {
  const pieces: string[] = [];
  journalLanguage.parser.parse(text).iterate({
    enter: (node) => {
      if (names.includes(node.name)) pieces.push(text.slice(node.from, node.to));
    },
  });
  return pieces;
}

describe('tags', () => {
  it('are words behind a hash, in any script', () => {
    expect(found('#home and #big-plan, #a/b. (#ok) #שלום #日記 #q3', 'Hashtag')).toEqual([
      '#home',
      '#big-plan',
      '#a/b',
      '#ok',
      '#שלום',
      '#日記',
      '#q3',
    ]);
  });

  it('are no numbers, headings, anchors or code', () => {
    expect(found('issue #12, # not, a#b, https://a.example/#c, `#code`, &#35;', 'Hashtag')).toEqual([]);
  });
});

describe('people', () => {
  it('are names behind an at sign, without the full stop', () => {
    expect(found('with @Ana, @jean-luc and @O’Neil.', 'Mention')).toEqual(['@Ana', '@jean-luc', '@O’Neil']);
  });

  it('are no mail addresses', () => {
    expect(found('ana@home.example and at @ 5', 'Mention')).toEqual([]);
  });
});

describe('links between pages', () => {
  it('hold a name', () => {
    expect(found('[[Ana Lima]] and [[a]b]] [[]]', 'WikiLink')).toEqual(['[[Ana Lima]]']);
    expect(found('`[[code]]`', 'WikiLink')).toEqual([]);
  });
});

describe('a very long paragraph', () => {
  it('keeps its marks up to twenty thousand characters and loses them beyond', () => {
    expect(found(`${'word '.repeat(3_000)}**bold**`, 'StrongEmphasis')).toEqual(['**bold**']);
    expect(found(`${'word '.repeat(5_000)}**bold**`, 'StrongEmphasis')).toEqual([]);
  });

  it('does not take the paragraphs around it along', () => {
    const text = `**one**\n\n${'word word\n'.repeat(3_000)}\n**two**`;
    expect(found(text, 'StrongEmphasis')).toEqual(['**one**', '**two**']);
  });
});
