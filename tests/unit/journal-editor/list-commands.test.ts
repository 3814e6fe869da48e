import { describe, expect, it } from 'vitest';

import { breakLine, contentStart, indentItem, outdentItem } from '#renderer/features/journal/editor/list-commands.ts';

import { afterCommand } from '../../support/editor/page-text.ts';

describe('Enter', () => {
  it('carries a list, a task and a numbered list on', () => {
    expect(afterCommand(breakLine, '- milk|')).toBe('- milk\n- |');
    expect(afterCommand(breakLine, '- [x] milk|')).toBe('- [x] milk\n- [ ] |');
    expect(afterCommand(breakLine, '1. milk|')).toBe('1. milk\n2. |');
    expect(afterCommand(breakLine, '> said|')).toBe('> said\n> |');
  });

  it('ends the list on an empty item', () => {
    expect(afterCommand(breakLine, '- milk\n- |')).toBe('- milk\n|');
    expect(afterCommand(breakLine, '- [ ] milk\n- [ ] |')).toBe('- [ ] milk\n|');
  });

  it('goes out one level on an empty nested item', () => {
    expect(afterCommand(breakLine, '- a\n  - b\n  - |')).toBe('- a\n  - b\n- |');
  });

  it('counts the items behind on', () => {
    expect(afterCommand(breakLine, '1. one|\n2. two')).toBe('1. one\n2. |\n3. two');
  });

  it('leaves the spaces around the cursor as they were written', () => {
    expect(afterCommand(breakLine, 'before |  after')).toBe('before \n|  after');
  });

  it('is no list inside code', () => {
    expect(afterCommand(breakLine, '```\n- a|\n```')).toBe('```\n- a\n|\n```');
  });
});

describe('Tab', () => {
  it('makes an item the child of the one before', () => {
    expect(afterCommand(indentItem, '- a\n- b|')).toBe('- a\n  - b|');
    expect(afterCommand(indentItem, '1. a\n2. b|')).toBe('1. a\n   2. b|');
    expect(afterCommand(indentItem, '- [ ] a\n- [ ] |')).toBe('- [ ] a\n  - [ ] |');
  });

  it('takes the children of the item along', () => {
    expect(afterCommand(indentItem, '- a\n- b|\n  - c\n- d')).toBe('- a\n  - b|\n    - c\n- d');
  });

  it('moves every selected item', () => {
    expect(afterCommand(indentItem, '- a\n- ‹b\n- c›')).toBe('- a\n  - ‹b\n  - c›');
  });

  it('keeps the first item of a list where it is', () => {
    expect(afterCommand(indentItem, '- a|')).toBe('- a|');
  });

  it('moves items inside a quote behind its mark', () => {
    expect(afterCommand(indentItem, '> - a\n> - b|')).toBe('> - a\n>   - b|');
  });

  it('leaves the editor everywhere else', () => {
    expect(afterCommand(indentItem, 'words|')).toBeNull();
    expect(afterCommand(outdentItem, 'words|')).toBeNull();
    expect(afterCommand(indentItem, '```\n- a|\n```')).toBeNull();
  });
});

describe('Shift+Tab', () => {
  it('moves an item out to the level of its parent, with its children', () => {
    expect(afterCommand(outdentItem, '- a\n  - b|\n    - c')).toBe('- a\n- b|\n  - c');
    expect(afterCommand(outdentItem, '1. a\n   - b|')).toBe('1. a\n- b|');
    expect(afterCommand(outdentItem, '- a\n\t- b|')).toBe('- a\n- b|');
  });

  it('keeps an outermost item where it is', () => {
    expect(afterCommand(outdentItem, '- a|')).toBe('- a|');
  });
});

describe('Home', () => {
  it('goes to the words of an item first and to the line start then', () => {
    expect(afterCommand(contentStart(false), '- [ ] milk|')).toBe('- [ ] |milk');
    expect(afterCommand(contentStart(false), '- [ ] |milk')).toBeNull();
    expect(afterCommand(contentStart(true), '- milk|')).toBe('- ‹milk›');
  });
});
