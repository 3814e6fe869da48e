import { describe, expect, it } from 'vitest';

import { ariaKeyShortcuts, isMacPlatform, keyCaps, parseKeys } from '#renderer/ui/keys.ts';

const plain = { mod: false, ctrl: false, alt: false, shift: false };

describe('parseKeys', () => {
  it('reads a key, modifiers and a sequence', () => {
    expect(parseKeys('j')).toEqual([{ ...plain, key: 'j' }]);
    expect(parseKeys('Mod+Shift+Z')).toEqual([{ ...plain, mod: true, shift: true, key: 'z' }]);
    expect(parseKeys('g t')).toEqual([
      { ...plain, key: 'g' },
      { ...plain, key: 't' },
    ]);
  });

  it('takes the last plus for the key', () => {
    expect(parseKeys('+')).toEqual([{ ...plain, key: '+' }]);
    expect(parseKeys('Mod++')).toEqual([{ ...plain, mod: true, key: '+' }]);
  });

  it('knows short names', () => {
    expect(parseKeys('Esc Space Up')).toEqual([
      { ...plain, key: 'escape' },
      { ...plain, key: ' ' },
      { ...plain, key: 'arrowup' },
    ]);
  });

  it('refuses a stroke without a key and an unknown modifier', () => {
    expect(() => parseKeys('')).toThrow('A shortcut needs a key');
    expect(() => parseKeys('Mod+')).toThrow('A shortcut needs a key');
    expect(() => parseKeys('Hyper+K')).toThrow('Unknown modifier "Hyper"');
  });
});

describe('keyCaps', () => {
  it('writes shortcuts the way each keyboard is labelled', () => {
    expect(keyCaps('Mod+K', true)).toEqual(['⌘K']);
    expect(keyCaps('Mod+K', false)).toEqual(['Ctrl+K']);
    expect(keyCaps('Mod+Shift+Z', true)).toEqual(['⇧⌘Z']);
    expect(keyCaps('Mod+Enter', true)).toEqual(['⌘↵']);
    expect(keyCaps('Alt+Space', false)).toEqual(['Alt+Space']);
    expect(keyCaps('g t', false)).toEqual(['G', 'T']);
    expect(keyCaps('?', true)).toEqual(['?']);
    expect(keyCaps('F2', false)).toEqual(['F2']);
  });
});

describe('ariaKeyShortcuts', () => {
  it('says a single stroke and leaves sequences out', () => {
    expect(ariaKeyShortcuts('Mod+K', true)).toBe('Meta+K');
    expect(ariaKeyShortcuts('Mod+K', false)).toBe('Control+K');
    expect(ariaKeyShortcuts('Shift+Up', false)).toBe('Shift+ArrowUp');
    expect(ariaKeyShortcuts('+', false)).toBe('Plus');
    expect(ariaKeyShortcuts('g t', false)).toBeUndefined();
  });
});

it('tells a Mac by its platform name', () => {
  expect(isMacPlatform('MacIntel')).toBe(true);
  expect(isMacPlatform('Linux x86_64')).toBe(false);
  expect(isMacPlatform('Win32')).toBe(false);
});
