import { EditorState } from '@codemirror/state';
import { adoptText } from '#renderer/features/journal/editor/adopt-text.ts';
import { describe, expect, it } from 'vitest';

function adopt(doc: string, known: string, text: string, separator = '\n'): string | null {
  const state = EditorState.create({
    doc,
    selection: { anchor: doc.split(separator).join('\n').length },
    extensions: [EditorState.lineSeparator.of(separator)],
  });
  const change = adoptText(state, known, text);
  if (change === null) return null;
  const after = state.update(change).state;
  expect(after.selection.main.head).toBe(after.doc.length);
  return after.sliceDoc();
}

describe('a text that changed elsewhere', () => {
  it('is taken over with the cursor where it was', () => {
    expect(adopt('- [ ] a\n- [ ] b', '- [ ] a\n- [ ] b', '- [x] a\n- [x] b')).toBe('- [x] a\n- [x] b');
    expect(adopt('one two', 'one two', 'one and two')).toBe('one and two');
  });
  it('keeps its line breaks', () => {
    expect(adopt('a\r\n- [ ] b\r\nend', 'a\r\n- [ ] b\r\nend', 'a\r\n- [x] b\r\nend', '\r\n')).toBe(
      'a\r\n- [x] b\r\nend',
    );
    expect(adopt('a\r\nb', 'a\r\nb', 'a\r\nc\r\nb', '\r\n')).toBe('a\r\nc\r\nb');
  });
  it('is ticked around words that were typed meanwhile', () => {
    expect(adopt('- [ ] a\nnew words\n- [ ] b', '- [ ] a\n- [ ] b', '- [x] a\n- [x] b')).toBe(
      '- [x] a\nnew words\n- [x] b',
    );
  });
  it('waits where it was changed in other ways and words were typed', () => {
    expect(adopt('one two typed', 'one two', 'one and two')).toBeNull();
  });
});
