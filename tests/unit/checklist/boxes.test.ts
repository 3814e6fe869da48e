import { matchLines, readBoxes, writeBoxes } from '#main/domain/checklist/boxes';
import { describe, expect, it } from 'vitest';

describe('the checkbox lines of a text', () => {
  it('are read with their state and words, in lists, quotes and numbered lists', () => {
    const text = '# Shop\n- [ ] milk\n  * [x] bread \r\n> 1. [X] eggs\n- [ ]\n- [y] no\n[ ] no\n';
    expect(readBoxes(text).map(({ isDone, words }) => [isDone, words])).toEqual([
      [false, 'milk'],
      [true, 'bread'],
      [true, 'eggs'],
    ]);
  });

  it('are none inside fenced code', () => {
    const text = '- [ ] one\n```\n- [ ] two\n```\n~~~md\n- [ ] three\n~~~\n- [ ] four';
    expect(readBoxes(text).map(({ words }) => words)).toEqual(['one', 'four']);
  });

  it('are ticked and cleared without moving anything else', () => {
    const text = '- [ ] שלום\r\n- [X] b 👩‍👧';
    const [first, second] = readBoxes(text);
    const marks = [
      { mark: second!.mark, isDone: false },
      { mark: first!.mark, isDone: true },
    ];
    expect(writeBoxes(text, marks)).toBe('- [x] שלום\r\n- [ ] b 👩‍👧');
  });
});

describe('which line is which', () => {
  it('is told by the words, wherever they went', () => {
    expect(matchLines(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual([2, 0, 1]);
  });
  it('is told by the place where a line was reworded', () => {
    expect(matchLines(['a', 'b', 'c'], ['a', 'b2', 'c'])).toEqual([0, 1, 2]);
    expect(matchLines(['a', 'b'], ['a2', 'b2'])).toEqual([0, 1]);
    expect(matchLines(['a', 'b'], ['new', 'a', 'b2'])).toEqual([null, 0, 1]);
  });
  it('is told by words in common where a line was moved and reworded', () => {
    expect(matchLines(['milk', 'eggs', 'call Ana'], ['call Ana today', 'milk', 'eggs'])).toEqual([2, 0, 1]);
  });
  it('takes a line between two others for new', () => {
    expect(matchLines(['a', 'b'], ['a', 'new', 'b'])).toEqual([0, null, 1]);
  });
  it('keeps equal lines apart', () => {
    expect(matchLines(['a', 'a'], ['a', 'a', 'a'])).toEqual([0, 1, null]);
    expect(matchLines(['a', 'a'], ['a'])).toEqual([0]);
  });
});
