import {
  fenceCode,
  insertRule,
  setHeading,
  toggleList,
  toggleQuote,
} from '#renderer/features/journal/editor/line-commands.ts';
import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state';
import { describe, expect, it } from 'vitest';

/** Runs a command on a text whose selection is between `<` and `>`, or at `|`. */
function run(command: StateCommand, marked: string): string {
  const at = marked.indexOf('|');
  const [open, close] = [marked.indexOf('⟨'), marked.indexOf('⟩')];
  const doc = marked.replaceAll(/[|⟨⟩]/g, '');
  const selection = at >= 0 ? EditorSelection.single(at) : EditorSelection.single(open, close - 1);
  let state = EditorState.create({ doc, selection });
  command({ state, dispatch: (transaction) => (state = transaction.state) });
  const { head, empty } = state.selection.main;
  const text = state.sliceDoc();
  return empty ? `${text.slice(0, head)}|${text.slice(head)}` : text;
}

describe('a heading', () => {
  it('is made of any line, and taken back by the same key', () => {
    expect(run(setHeading(2), 'wo|rds')).toBe('## wo|rds');
    expect(run(setHeading(2), '## wo|rds')).toBe('wo|rds');
    expect(run(setHeading(1), '### wo|rds')).toBe('# wo|rds');
    expect(run(setHeading(0), '### wo|rds')).toBe('wo|rds');
    expect(run(setHeading(0), '- wo|rds')).toBe('- wo|rds');
  });

  it('of an empty line has the cursor behind its mark', () => {
    expect(run(setHeading(1), '|')).toBe('# |');
  });
});

describe('a list', () => {
  it('is made of the selected lines, blank ones between them left out', () => {
    expect(run(toggleList('bullet'), '⟨one\n\ntwo⟩')).toBe('- one\n\n- two');
    expect(run(toggleList('number'), '⟨- one\n- two⟩')).toBe('1. one\n2. two');
    expect(run(toggleList('task'), '|')).toBe('- [ ] |');
  });

  it('is taken back where all lines are items of it', () => {
    expect(run(toggleList('bullet'), '⟨- one\n- two⟩')).toBe('one\ntwo');
    expect(run(toggleList('task'), '- [x] do|ne')).toBe('do|ne');
  });

  it('keeps what is ticked, the quote and the indentation', () => {
    expect(run(toggleList('task'), '⟨- [x] one\n  two⟩')).toBe('- [x] one\n  - [ ] two');
    expect(run(toggleList('bullet'), '> wo|rds')).toBe('> - wo|rds');
  });
});

describe('a quote', () => {
  it('is put around the lines and taken off again', () => {
    expect(run(toggleQuote, '⟨one\n\ntwo⟩')).toBe('> one\n> \n> two');
    expect(run(toggleQuote, '⟨> one\n> two⟩')).toBe('one\ntwo');
    expect(run(toggleQuote, '|')).toBe('> |');
  });
});

describe('a block of code', () => {
  it('has a fence longer than any within', () => {
    expect(run(fenceCode, '⟨a\nb⟩')).toBe('```|\na\nb\n```');
    expect(run(fenceCode, '⟨```\nb\n```⟩')).toBe('````|\n```\nb\n```\n````');
    expect(run(fenceCode, '|')).toBe('```\n|\n```');
  });
});

describe('a line across', () => {
  it('never makes a heading of the words above it', () => {
    expect(run(insertRule, 'words\n|')).toBe('words\n\n---\n|');
    expect(run(insertRule, 'wo|rds')).toBe('words\n\n---\n|');
    expect(run(insertRule, '|')).toBe('---\n|');
  });
});
