import { EditorState } from '@codemirror/state';
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { positionOf, separatorOf, withSeparator } from '#renderer/features/journal/editor/line-breaks.ts';

function pageWith(text: string): EditorState {
  return EditorState.create({ doc: text, extensions: EditorState.lineSeparator.of(separatorOf(text)) });
}

describe('separatorOf', () => {
  it('is the one break a text uses, and a line feed for a mixture', () => {
    expect(separatorOf('')).toBe('\n');
    expect(separatorOf('a\nb\n')).toBe('\n');
    expect(separatorOf('a\r\nb\r\n')).toBe('\r\n');
    expect(separatorOf('a\rb')).toBe('\r');
    expect(separatorOf('a\r\nb\n')).toBe('\n');
    expect(separatorOf('a\r\nb\rc')).toBe('\n');
  });

  it('gives any text back unchanged', () => {
    const pieces = constantFrom('a', '👩‍🚀', 'ש', ' ', '\t', '\n', '\r', '\r\n', '\u2028', '\u0000', '\ufeff');
    assert(
      property(array(pieces, { maxLength: 30 }), (written) => {
        const text = written.join('');
        expect(pageWith(text).sliceDoc()).toBe(text);
      }),
    );
  });
});

describe('positionOf', () => {
  it('counts a carriage return and line feed once', () => {
    const { doc } = pageWith('ab\r\ncd\r\n\r\nef');
    expect([0, 2, 4, 6, 8, 10, 12].map((offset) => positionOf(doc, '\r\n', offset))).toEqual([0, 2, 3, 5, 6, 7, 9]);
    expect(positionOf(doc, '\r\n', 99)).toBe(9);
  });

  it('finds the same words as the offset', () => {
    const text = 'One\r\n\r\nI should ask Jonas\r\nlast';
    const { doc } = pageWith(text);
    const from = positionOf(doc, '\r\n', text.indexOf('ask'));
    expect(doc.sliceString(from, from + 9)).toBe('ask Jonas');
  });

  it('leaves other texts alone and stays inside them', () => {
    const { doc } = pageWith('ab\ncd');
    expect(positionOf(doc, '\n', 3)).toBe(3);
    expect(positionOf(doc, '\n', 99)).toBe(5);
    expect(positionOf(doc, '\n', -1)).toBe(0);
  });
});

describe('withSeparator', () => {
  it('gives a paste the breaks of the page', () => {
    expect(withSeparator('a\r\nb\nc\rd', '\n')).toBe('a\nb\nc\nd');
    expect(withSeparator('a\r\nb\nc', '\r\n')).toBe('a\r\nb\r\nc');
  });
});
